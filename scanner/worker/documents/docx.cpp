// DOCX: headers, the running text with what is noted on it, footers.
#include "scanner/worker/documents/documents.h"
#include "scanner/worker/documents/word_text.h"

#include <set>

namespace twofold::scanner {
namespace {

// The parts whose names begin so, in the order of their names, each text once: sections repeat their headers.
std::string repeated_parts(const WordContext& context, const std::string& stem) {
  std::string all;
  std::set<std::string> known;
  for (auto part = context.parts.lower_bound(stem); part != context.parts.end() && part->first.starts_with(stem);
       ++part) {
    std::string text = word_text(context, part->first);
    if (known.insert(text).second) all += text;
  }
  return all;
}

std::map<std::string, std::string> notes_of(const WordContext& context, const std::string& part,
                                            std::string_view element) {
  return context.parts.contains(part) ? word_notes(context, part, element) : std::map<std::string, std::string>();
}

}  // namespace

DocumentText read_docx(const std::filesystem::path& file, const ReaderLimits& limits) {
  const std::string main_part = "word/document.xml";
  const Parts parts = read_xml_parts(file, limits, main_part);
  DocumentText document{title_of(parts, "docProps/core.xml"), {}, true, {}};
  WordNumbering numbering(parts);
  WordNotes notes;
  const WordContext context{parts, document.pictures, numbering, notes};
  notes.footnotes = notes_of(context, "word/footnotes.xml", "footnote");
  notes.endnotes = notes_of(context, "word/endnotes.xml", "endnote");
  notes.comments = notes_of(context, "word/comments.xml", "comment");
  std::string text = repeated_parts(context, "word/header") + word_text(context, main_part);
  for (const auto& [id, comment] : notes.comments) text += comment + '\n';  // those on nothing
  document.parts.push_back(text + repeated_parts(context, "word/footer"));
  return document;
}

}  // namespace twofold::scanner
