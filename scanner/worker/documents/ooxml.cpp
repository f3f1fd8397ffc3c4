// DOCX, PPTX and XLSX.
#include "scanner/worker/documents/documents.h"
#include "scanner/worker/documents/number_format.h"
#include "scanner/worker/documents/office_xml.h"
#include "scanner/worker/documents/xml.h"
#include "scanner/worker/failure.h"

#include <charconv>

namespace twofold::scanner {
namespace {

constexpr const char* kCore = "docProps/core.xml";

// In the order in which the main part lists them, the parts its `element`s point at; with the attribute `name`.
struct Listed {
  std::string name, part;
};

std::vector<Listed> listed_parts(const Parts& parts, const std::string& main_part, std::string_view element_name) {
  const auto relations = relations_of(parts, main_part);
  std::vector<Listed> listed;
  const auto start = [&](const XmlElement& element) {
    if (element.name() != element_name) return true;
    // A slide has an id of its own beside that of its relation.
    for (const std::string& id : element.attributes("id")) {
      const auto found = relations.find(id);
      if (found != relations.end() && parts.contains(found->second)) {
        listed.push_back({element.attribute("name"), found->second});
        break;
      }
    }
    return true;
  };
  read_xml(parts.at(main_part), {start, nullptr, nullptr});
  return listed;
}

std::vector<std::string> shared_strings(const Parts& parts) {
  std::vector<std::string> strings;
  const auto found = parts.find("xl/sharedStrings.xml");
  if (found == parts.end()) return strings;
  bool inside = false;
  read_xml(found->second, {[&](const XmlElement& element) {
                             if (element.name() == "rPh") return false;  // how it is pronounced
                             if (element.name() == "si") strings.emplace_back();
                             inside = element.name() == "t";
                             return true;
                           },
                           [&](std::string_view) { inside = false; },
                           [&](std::string_view text) {
                             if (inside && !strings.empty()) strings.back() += text;
                           }});
  return strings;
}

// One sheet's rows as lines, cells apart by tabs at their own columns.
class SheetText {
 public:
  SheetText(const std::vector<std::string>& strings, const NumberFormats& formats)
      : strings_(strings), formats_(formats) {}

  bool start(const XmlElement& element) {
    const std::string_view name = element.name();
    if (name == "rPh" || name == "f") return false;
    if (name == "c") {
      type_ = element.attribute("t");
      style_ = element.attribute("s");
      value_.clear();
    }
    taking_ = name == "v" || name == "t";
    return true;
  }
  void end(std::string_view name) {
    taking_ = false;
    if (name == "c") {
      const std::string shown = cell();
      if (!line_.empty()) line_ += '\t';
      for (const char c : shown) line_ += c == '\n' || c == '\t' ? ' ' : c;
    } else if (name == "row") {
      out_ += line_ + '\n';
      line_.clear();
    }
  }
  void text(std::string_view text) {
    if (taking_) value_ += text;
  }
  std::string take() { return std::move(out_); }

 private:
  std::string cell() const {
    if (value_.empty()) return {};
    if (type_ == "s") {
      std::size_t index = 0;
      std::from_chars(value_.data(), value_.data() + value_.size(), index);
      return index < strings_.size() ? strings_[index] : std::string();
    }
    if (type_ == "b") return value_ == "1" ? "TRUE" : "FALSE";
    if (type_.empty() || type_ == "n") return formats_.shown(value_, style_);
    return value_;
  }

  const std::vector<std::string>& strings_;
  const NumberFormats& formats_;
  std::string out_, line_, type_, style_, value_;
  bool taking_ = false;
};

std::string sheet_text(const std::string& xml, const std::vector<std::string>& strings, const NumberFormats& formats) {
  SheetText sheet(strings, formats);
  read_xml(xml, {[&](const XmlElement& element) { return sheet.start(element); },
                 [&](std::string_view name) { sheet.end(name); },
                 [&](std::string_view text) { sheet.text(text); }});
  return sheet.take();
}

// Notes of a slide, comments of a sheet: parts related to it.
std::string related_text(const Parts& parts, const std::string& part, std::string_view folder_and_stem) {
  std::string text;
  for (const auto& [id, target] : relations_of(parts, part)) {
    if (target.starts_with(folder_and_stem) && parts.contains(target)) text += office_text(parts.at(target)) + '\n';
  }
  return text;
}

}  // namespace

DocumentText read_docx(const std::filesystem::path& file, const ReaderLimits& limits) {
  const Parts parts = read_xml_parts(file, limits, "word/document.xml");
  std::string text;
  for (const char* stem : {"word/header", "word/document.xml", "word/footnotes", "word/endnotes", "word/comments.xml",
                           "word/footer"}) {
    for (auto part = parts.lower_bound(stem); part != parts.end() && part->first.starts_with(stem); ++part) {
      text += office_text(part->second);
    }
  }
  return {title_of(parts, kCore), {std::move(text)}, true};
}

DocumentText read_pptx(const std::filesystem::path& file, const ReaderLimits& limits) {
  const std::string main_part = "ppt/presentation.xml";
  const Parts parts = read_xml_parts(file, limits, main_part);
  DocumentText document{title_of(parts, kCore), {}, false};
  for (const Listed& slide : listed_parts(parts, main_part, "sldId")) {
    document.parts.push_back(office_text(parts.at(slide.part)) +
                             related_text(parts, slide.part, "ppt/notesSlides/notesSlide"));
  }
  if (document.parts.empty()) throw ReadFailure(Failure::Corrupt, "the presentation has no slides");
  return document;
}

DocumentText read_xlsx(const std::filesystem::path& file, const ReaderLimits& limits) {
  const std::string main_part = "xl/workbook.xml";
  const Parts parts = read_xml_parts(file, limits, main_part);
  const std::vector<std::string> strings = shared_strings(parts);
  const auto styles = parts.find("xl/styles.xml");
  const NumberFormats formats(styles == parts.end() ? std::string() : styles->second);
  DocumentText document{title_of(parts, kCore), {}, false};
  for (const Listed& sheet : listed_parts(parts, main_part, "sheet")) {
    document.parts.push_back(sheet.name + '\n' + sheet_text(parts.at(sheet.part), strings, formats) +
                             related_text(parts, sheet.part, "xl/comments"));
  }
  if (document.parts.empty()) throw ReadFailure(Failure::Corrupt, "the workbook has no sheets");
  return document;
}

}  // namespace twofold::scanner
