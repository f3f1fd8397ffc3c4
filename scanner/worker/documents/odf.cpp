// OpenDocument text and spreadsheets.
#include "scanner/worker/documents/documents.h"
#include "scanner/worker/documents/office_xml.h"
#include "scanner/worker/documents/xml.h"
#include "scanner/worker/failure.h"

#include <algorithm>
#include <charconv>

namespace twofold::scanner {
namespace {

constexpr int kMostSpaces = 100;

class OdfText {
 public:
  explicit OdfText(bool sheets) : sheets_(sheets) {
    if (!sheets_) parts_.emplace_back();
  }

  bool start(const XmlElement& element) {
    const std::string_view name = element.name();
    if (name == "tracked-changes" || name == "sequence-decls" || name == "forms") return false;
    if (name == "p" || name == "h") ++in_paragraph_;
    else if (name == "tab") add("\t");
    else if (name == "line-break") add(in_cell_ > 0 ? " " : "\n");
    else if (name == "s") add(std::string(spaces(element.attribute("c")), ' '));
    else if (name == "table-cell" || name == "covered-table-cell") ++in_cell_;
    else if (name == "table" && sheets_) parts_.push_back(element.attribute("name") + '\n');
    return true;
  }
  void end(std::string_view name) {
    if (name == "p" || name == "h") {
      --in_paragraph_;
      add(in_cell_ > 0 ? " " : "\n");
    } else if (name == "table-cell" || name == "covered-table-cell") {
      --in_cell_;
      end_cell();
    } else if (name == "table-row") {
      add("\n");
    }
  }
  void text(std::string_view text) {
    if (in_paragraph_ > 0) add(text);
  }
  std::vector<std::string> take() { return std::move(parts_); }

 private:
  static std::size_t spaces(const std::string& count) {
    int number = 1;
    std::from_chars(count.data(), count.data() + count.size(), number);
    return static_cast<std::size_t>(std::clamp(number, 1, kMostSpaces));
  }
  void add(std::string_view text) {
    if (!parts_.empty()) parts_.back() += text;
  }
  void end_cell() {
    if (parts_.empty()) return;
    std::string& out = parts_.back();
    while (!out.empty() && out.back() == ' ') out.pop_back();
    out += '\t';
  }

  const bool sheets_;
  std::vector<std::string> parts_;
  int in_paragraph_ = 0, in_cell_ = 0;
};

std::vector<std::string> odf_text(const std::string& xml, bool sheets) {
  OdfText reader(sheets);
  read_xml(xml, {[&](const XmlElement& element) { return reader.start(element); },
                 [&](std::string_view name) { reader.end(name); },
                 [&](std::string_view text) { reader.text(text); }});
  return reader.take();
}

void refuse_encrypted(const Parts& parts) {
  const auto manifest = parts.find("META-INF/manifest.xml");
  if (manifest == parts.end()) return;
  read_xml(manifest->second, {[](const XmlElement& element) {
                                if (element.name() == "encryption-data") {
                                  throw ReadFailure(Failure::Encrypted, "the document asks for a password");
                                }
                                return true;
                              },
                              nullptr, nullptr});
}

}  // namespace

DocumentText read_odf(const std::filesystem::path& file, const ReaderLimits& limits, bool sheets) {
  const Parts parts = read_xml_parts(file, limits, "content.xml");
  refuse_encrypted(parts);
  DocumentText document{title_of(parts, "meta.xml"), odf_text(parts.at("content.xml"), sheets), !sheets};
  const auto styles = parts.find("styles.xml");  // holds the text of headers and footers
  if (!sheets && styles != parts.end()) document.parts[0] = odf_text(styles->second, false)[0] + document.parts[0];
  if (document.parts.empty()) throw ReadFailure(Failure::Corrupt, "the document has no sheets");
  return document;
}

}  // namespace twofold::scanner
