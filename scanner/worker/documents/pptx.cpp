// PPTX: slides in the order of the presentation, each with its notes and comments.
#include "scanner/worker/documents/documents.h"
#include "scanner/worker/documents/drawing.h"
#include "scanner/worker/documents/xml.h"
#include "scanner/worker/failure.h"

namespace twofold::scanner {
namespace {

// Who wrote comments, by identifier; of either generation of comments.
std::map<std::string, std::string> authors_of(const Parts& parts) {
  std::map<std::string, std::string> authors;
  for (const char* part : {"ppt/commentAuthors.xml", "ppt/authors.xml"}) {
    const auto found = parts.find(part);
    if (found == parts.end()) continue;
    read_xml(found->second, {[&](const XmlElement& element) {
                               const std::string name = element.attribute("name");
                               if (!name.empty()) authors[element.attribute("id")] = name;
                               return true;
                             },
                             nullptr, nullptr});
  }
  return authors;
}

std::string comments_text(const std::string& xml, const std::map<std::string, std::string>& authors) {
  std::string text;
  bool inside = false;
  read_xml(xml, {[&](const XmlElement& element) {
                   const std::string_view name = element.name();
                   inside = name == "text" || name == "t";
                   if (name != "cm" && name != "reply") return true;
                   const auto author = authors.find(element.attribute("authorId"));
                   if (!text.empty()) text += '\n';
                   if (author != authors.end()) text += '[' + author->second + "] ";
                   return true;
                 },
                 [&](std::string_view) { inside = false; },
                 [&](std::string_view words) {
                   if (inside) text += words;
                 }});
  return text + '\n';
}

std::string slide_text(const Parts& parts, const std::string& slide, DocumentText& document,
                       const std::map<std::string, std::string>& authors) {
  std::string text = drawing_text(parts, slide, document.pictures);
  for (const auto& [id, target] : relations_of(parts, slide)) {
    if (!parts.contains(target)) continue;
    if (target.starts_with("ppt/notesSlides/")) {
      text += drawing_text(parts, target, document.pictures, Shapes::NotesOnly);
    } else if (target.starts_with("ppt/comments/")) {
      text += comments_text(parts.at(target), authors);
    }
  }
  return text;
}

}  // namespace

DocumentText read_pptx(const std::filesystem::path& file, const ReaderLimits& limits) {
  const std::string main_part = "ppt/presentation.xml";
  const Parts parts = read_xml_parts(file, limits, main_part);
  const auto authors = authors_of(parts);
  DocumentText document{title_of(parts, "docProps/core.xml"), {}, false, {}};
  for (const ListedPart& slide : listed_parts(parts, main_part, "sldId")) {
    document.parts.push_back(slide_text(parts, slide.part, document, authors));
  }
  if (document.parts.empty()) throw ReadFailure(Failure::Corrupt, "the presentation has no slides");
  return document;
}

}  // namespace twofold::scanner
