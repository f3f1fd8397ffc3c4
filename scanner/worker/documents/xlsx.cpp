// XLSX: one page per sheet, hidden ones too.
#include "base/text.h"
#include "scanner/worker/documents/documents.h"
#include "scanner/worker/documents/drawing.h"
#include "scanner/worker/documents/number_format.h"
#include "scanner/worker/documents/xml.h"
#include "scanner/worker/failure.h"

#include <algorithm>
#include <charconv>

namespace twofold::scanner {
namespace {

constexpr int kMostGap = 64;  // empty cells in a row that are kept as such

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

// The column of "AB12", from 1; 0 when it says none.
int column_of(std::string_view reference) {
  int column = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z' || column > 20'000) break;
    column = column * 26 + (c - 'A' + 1);
  }
  return column;
}

// The text of a header or footer without its codes: "&L&\"Arial\"&12 report &P" says " report ". A third of it that
// tells little more than the page's number is left out.
std::string without_codes(std::string_view text) {
  constexpr std::size_t kAFewWords = 12;
  std::string clean, section;
  bool numbers = false;
  const auto end_section = [&] {
    if (!numbers || trim(section).size() > kAFewWords) clean += section + ' ';
    section.clear();
    numbers = false;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '&' || i + 1 >= text.size()) {
      section += text[i];
      continue;
    }
    const char code = text[++i];
    if (code == '&') section += '&';
    else if (code == 'L' || code == 'C' || code == 'R') end_section();
    else if (code == 'P' || code == 'N') numbers = true;
    else if (code == '"') i = std::min(text.find('"', i + 1), text.size());
    else if (code == 'K') i += 6;  // a colour
    else if (code >= '0' && code <= '9') {
      while (i + 1 < text.size() && text[i + 1] >= '0' && text[i + 1] <= '9') ++i;
    }
  }
  end_section();
  return std::string(trim(clean));
}

// One sheet's rows as lines, cells apart by tabs, each in its own column.
class SheetText {
 public:
  SheetText(const std::vector<std::string>& strings, const NumberFormats& formats)
      : strings_(strings), formats_(formats) {}

  bool start(const XmlElement& element) {
    const std::string_view name = element.name();
    if (name == "rPh" || name == "f" || name == "extLst") return false;
    if (name == "row") {
      line_.clear();
      column_ = 0;
    } else if (name == "c") {
      type_ = element.attribute("t");
      style_ = element.attribute("s");
      const int said = column_of(element.attribute("r"));
      next_ = said > 0 ? said : next_ + 1;
      value_.clear();
    }
    taking_ = name == "v" || name == "t" || is_margin(name);
    if (is_margin(name)) value_.clear();
    return true;
  }
  void end(std::string_view name) {
    taking_ = false;
    if (name == "c") end_cell();
    if (name == "row") {
      out_ += line_ + '\n';
      next_ = 0;
    }
    if (is_margin(name)) add_margin(name.ends_with("Header") ? headers_ : footers_);
  }
  void text(std::string_view text) {
    if (taking_) value_ += text;
  }
  std::string take() { return headers_ + out_ + footers_; }

 private:
  static bool is_margin(std::string_view name) {
    return name == "oddHeader" || name == "oddFooter" || name == "evenHeader" || name == "evenFooter" ||
           name == "firstHeader" || name == "firstFooter";
  }

  void add_margin(std::string& margin) const {
    const std::string shown = without_codes(value_);
    if (!shown.empty()) margin += shown + '\n';
  }
  void end_cell() {
    const std::string shown = cell();
    if (shown.empty()) return;
    const int gap = line_.empty() && column_ == 0 ? next_ - 1 : next_ - column_;
    line_.append(static_cast<std::size_t>(std::clamp(gap, line_.empty() ? 0 : 1, kMostGap)), '\t');
    for (const char c : shown) line_ += c == '\n' || c == '\t' || c == '\r' ? ' ' : c;
    column_ = next_;
  }
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
  std::string out_, line_, headers_, footers_, type_, style_, value_;
  int column_ = 0, next_ = 0;  // of the last cell with text in the row; of the cell under way
  bool taking_ = false;
};

std::string sheet_text(const std::string& xml, const std::vector<std::string>& strings, const NumberFormats& formats) {
  SheetText sheet(strings, formats);
  read_xml(xml, {[&](const XmlElement& element) { return sheet.start(element); },
                 [&](std::string_view name) { sheet.end(name); },
                 [&](std::string_view text) { sheet.text(text); }});
  return sheet.take();
}

// Names by identifier, of those who comment in threads.
std::map<std::string, std::string> persons_of(const Parts& parts) {
  std::map<std::string, std::string> persons;
  for (auto part = parts.lower_bound("xl/persons/"); part != parts.end() && part->first.starts_with("xl/persons/");
       ++part) {
    read_xml(part->second, {[&](const XmlElement& element) {
                              if (element.name() == "person") {
                                persons[element.attribute("id")] = element.attribute("displayName");
                              }
                              return true;
                            },
                            nullptr, nullptr});
  }
  return persons;
}

// "B2 [author] text" for each comment of a part, of either generation. A thread is repeated as a comment of the old
// kind by an author whose name begins with "tc=".
std::string comments_text(const std::string& xml, const std::map<std::string, std::string>& persons) {
  std::string text, where, author, said;
  std::vector<std::string> authors;
  bool inside = false, naming = false;
  read_xml(xml, {[&](const XmlElement& element) {
                   const std::string_view name = element.name();
                   inside = name == "t" || name == "text";
                   naming = name == "author";
                   if (naming) authors.emplace_back();
                   if (name != "comment" && name != "threadedComment") return true;
                   where = element.attribute("ref");
                   said.clear();
                   const auto person = persons.find(element.attribute("personId"));
                   const std::string number = element.attribute("authorId");
                   std::size_t index = authors.size();
                   std::from_chars(number.data(), number.data() + number.size(), index);
                   author = person != persons.end() ? person->second : index < authors.size() ? authors[index] : "";
                   return !author.starts_with("tc=");
                 },
                 [&](std::string_view name) {
                   inside = naming = false;
                   if (name != "comment" && name != "threadedComment") return;
                   text += where + (trim(author).empty() ? " " : " [" + author + "] ") + said + '\n';
                 },
                 [&](std::string_view words) {
                   if (naming) authors.back() += words;
                   else if (inside) said += words;
                 }});
  return text;
}

// What lies on a sheet: text boxes, charts, pictures; and what is noted on its cells.
std::string beside_cells(const Parts& parts, const std::string& sheet, PictureList& pictures,
                         const std::map<std::string, std::string>& persons) {
  std::string drawings, comments;
  for (const auto& [id, target] : relations_of(parts, sheet)) {
    if (!parts.contains(target)) continue;
    if (target.starts_with("xl/drawings/")) drawings += drawing_text(parts, target, pictures);
    if (target.starts_with("xl/comments") || target.starts_with("xl/threadedComments/")) {
      comments += comments_text(parts.at(target), persons);
    }
  }
  return drawings + comments;
}

bool counts_from_1904(const std::string& workbook) {
  bool from_1904 = false;
  read_xml(workbook, {[&](const XmlElement& element) {
                        const std::string said = element.attribute("date1904");
                        if (element.name() == "workbookPr") from_1904 = said == "1" || said == "true";
                        return element.name() == "workbook";
                      },
                      nullptr, nullptr});
  return from_1904;
}

}  // namespace

DocumentText read_xlsx(const std::filesystem::path& file, const ReaderLimits& limits) {
  const std::string main_part = "xl/workbook.xml";
  const Parts parts = read_xml_parts(file, limits, main_part);
  const std::vector<std::string> strings = shared_strings(parts);
  const auto persons = persons_of(parts);
  const auto styles = parts.find("xl/styles.xml");
  const NumberFormats formats(styles == parts.end() ? std::string() : styles->second,
                              counts_from_1904(parts.at(main_part)));
  DocumentText document{title_of(parts, "docProps/core.xml"), {}, false, {}};
  for (const ListedPart& sheet : listed_parts(parts, main_part, "sheet")) {
    document.parts.push_back(sheet.name + '\n' + sheet_text(parts.at(sheet.part), strings, formats) +
                             beside_cells(parts, sheet.part, document.pictures, persons));
  }
  if (document.parts.empty()) throw ReadFailure(Failure::Corrupt, "the workbook has no sheets");
  return document;
}

}  // namespace twofold::scanner
