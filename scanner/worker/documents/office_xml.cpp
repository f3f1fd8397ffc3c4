#include "scanner/worker/documents/office_xml.h"

#include "base/text.h"
#include "scanner/worker/containers/unpack.h"
#include "scanner/worker/documents/xml.h"
#include "scanner/worker/failure.h"

#include <fstream>
#include <vector>

namespace twofold::scanner {
namespace {

std::string first_bytes(const std::filesystem::path& file) {
  std::string head(4, '\0');
  std::ifstream(file, std::ios::binary).read(head.data(), 4);
  return head;
}

}  // namespace

Parts read_xml_parts(const std::filesystem::path& file, const ReaderLimits& limits, const std::string& main_part) {
  if (first_bytes(file).starts_with("\xD0\xCF\x11\xE0")) {
    throw ReadFailure(Failure::Encrypted, "the document asks for a password");  // then it is wrapped in OLE2
  }
  Parts parts = read_package(file, limits, [](const std::string& name) {
    return name.ends_with(".xml") || name.ends_with(".rels");
  });
  if (!parts.contains(main_part)) throw ReadFailure(Failure::Corrupt, "the document has no main part");
  return parts;
}

std::string title_of(const Parts& parts, const std::string& part) {
  const auto found = parts.find(part);
  if (found == parts.end()) return {};
  std::string title;
  bool inside = false;
  read_xml(found->second, {[&](const XmlElement& element) {
                             inside = element.name() == "title";
                             return true;
                           },
                           [&](std::string_view) { inside = false; },
                           [&](std::string_view text) {
                             if (inside) title += text;
                           }});
  return title;
}

std::map<std::string, std::string> relations_of(const Parts& parts, const std::string& part) {
  std::map<std::string, std::string> relations;
  const std::filesystem::path path(part);
  const auto found = parts.find((path.parent_path() / "_rels" / (path.filename().string() + ".rels")).string());
  if (found == parts.end()) return relations;
  read_xml(found->second, {[&](const XmlElement& element) {
                             const bool external = element.attribute("TargetMode") == "External";
                             if (element.name() != "Relationship" || external) return true;
                             const std::filesystem::path target(element.attribute("Target"));
                             const auto full = target.is_absolute() ? target.relative_path()
                                                                    : path.parent_path() / target;
                             relations[element.attribute("Id")] = full.lexically_normal().string();
                             return true;
                           },
                           nullptr, nullptr});
  return relations;
}

namespace {

// Text of paragraphs, tables as rows of cells; a paragraph's end inside a cell is no line's end.
class OfficeText {
 public:
  bool start(const XmlElement& element) {
    const std::string_view name = element.name();
    // The fallback repeats what stands in the choice; deleted text and field codes are not the document's text.
    if (name == "Fallback" || name == "delText" || name == "instrText" || name == "del") return false;
    if (name == "t") inside_text_ = true;
    else if (name == "tab") out_ += in_properties_ ? "" : "\t";
    else if (name == "br" || name == "cr") out_ += in_cell_ > 0 ? " " : "\n";
    else if (name == "noBreakHyphen") out_ += '-';
    else if (name == "pPr") in_properties_ = true;
    else if (name == "tc") ++in_cell_;
    return true;
  }
  void end(std::string_view name) {
    if (name == "t") inside_text_ = false;
    else if (name == "pPr") in_properties_ = false;
    else if (name == "p") out_ += in_cell_ > 0 ? ' ' : '\n';
    else if (name == "tr") out_ += '\n';
    else if (name == "tc") end_cell();
  }
  void text(std::string_view text) {
    if (inside_text_) out_ += text;
  }
  std::string take() { return std::move(out_); }

 private:
  void end_cell() {
    --in_cell_;
    while (!out_.empty() && out_.back() == ' ') out_.pop_back();
    out_ += '\t';
  }
  std::string out_;
  bool inside_text_ = false, in_properties_ = false;
  int in_cell_ = 0;
};

}  // namespace

std::string office_text(const std::string& xml) {
  OfficeText reader;
  read_xml(xml, {[&](const XmlElement& element) { return reader.start(element); },
                 [&](std::string_view name) { reader.end(name); },
                 [&](std::string_view text) { reader.text(text); }});
  return reader.take();
}

}  // namespace twofold::scanner
