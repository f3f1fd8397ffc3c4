// OpenDocument texts, spreadsheets and presentations.
#include "base/text.h"
#include "scanner/worker/documents/documents.h"
#include "scanner/worker/documents/odf_numbering.h"
#include "scanner/worker/documents/office_xml.h"
#include "scanner/worker/documents/xml.h"
#include "scanner/worker/failure.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <set>
#include <utility>

namespace twofold::scanner {
namespace {

constexpr std::size_t kMostSpaces = 100, kMostRepeated = 64;

// From 1 to `most`; 1 when nothing is said.
std::size_t number_of(const std::string& text, std::size_t most) {
  std::size_t number = 1;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return std::clamp<std::size_t>(number, 1, most);
}

// Text under way in one place: the page, a note, a comment, a text box.
struct Flow {
  std::string kind;       // the element that opened it; empty: the page
  std::string text, after, author;
  int cells = 0, paragraphs = 0;
  std::size_t row = 0, cell = 0;   // where those under way begin
  std::size_t row_repeated = 1, cell_repeated = 1;
  std::string date;                // of the cell under way
  bool title = false;
};

class OdfText {
 public:
  OdfText(FileType type, const Parts& parts, PictureList& pictures, OdfNumbering& numbering)
      : type_(type), parts_(parts), pictures_(pictures), numbering_(numbering), flows_(1) {}

  bool start(const XmlElement& element) {
    const std::string_view name = element.name();
    if (silent(element, name)) return false;
    if (name == "p" || name == "h") begin_paragraph(element, name);
    else if (name == "tab") add("\t");
    else if (name == "line-break") add(flow().cells > 0 ? " " : "\n");
    else if (name == "s") add(std::string(number_of(element.attribute("c"), kMostSpaces), ' '));
    else if (name == "list") numbering_.begin_list(element);
    else if (name == "list-item") numbering_.begin_item(element);
    else if (name == "table-row") begin_row(element);
    else if (name == "table-cell" || name == "covered-table-cell") begin_cell(element);
    else if (name == "note" || name == "annotation" || name == "text-box") open(std::string(name));
    else if (name == "creator") in_author_ = unwritten_note();
    else if (name == "image") picture(element.attribute("href"));
    else if (name == "object") chart(element.attribute("href"));
    else if (name == "frame") title_next_ = element.attribute("class") == "title";
    else if (name == "table" && type_ == FileType::Ods) new_page(element.attribute("name") + '\n');
    else if (name == "page" && type_ == FileType::Odp) new_page({});
    return true;
  }
  void end(std::string_view name) {
    if (name == "p" || name == "h") end_paragraph();
    else if (name == "table-cell" || name == "covered-table-cell") end_cell();
    else if (name == "table-row") end_row();
    else if (name == "list") numbering_.end_list();
    else if (name == "creator") in_author_ = false;
    else if (name == flow().kind) close();
  }
  void text(std::string_view text) {
    if (in_author_) flow().author += text;
    else if (flow().paragraphs > 0) add(text);
  }
  std::vector<std::string> take() {
    end_line(flows_.front());
    pages_.push_back(std::move(flows_.front().text));
    if (type_ != FileType::Odt) pages_.erase(pages_.begin());  // what stood before the first
    return std::move(pages_);
  }

 private:
  Flow& flow() { return flows_.back(); }
  bool unwritten_note() { return flow().kind == "annotation" && flow().paragraphs == 0; }

  bool silent(const XmlElement& element, std::string_view name) {
    static constexpr std::array<std::string_view, 7> kSilent{"tracked-changes", "sequence-decls", "forms",
                                                             "note-citation", "ruby-text", "page-number", "page-count"};
    if (std::ranges::find(kSilent, name) != kSilent.end()) return true;
    if (name == "title" || name == "desc") return element.space().find("svg") != std::string_view::npos;
    return name == "date" && unwritten_note();
  }
  void add(std::string_view text) { flow().text += text; }

  void new_page(std::string heading) {
    if (flows_.size() > 1) return;  // a table inside a note
    end_line(flow());
    pages_.push_back(std::move(flow().text));
    flow() = {};
    flow().text = std::move(heading);
  }

  void begin_paragraph(const XmlElement& element, std::string_view name) {
    ++flow().paragraphs;
    std::string number = numbering_.next();
    if (number.empty() && name == "h" && element.attribute("is-list-header") != "true") {
      number = numbering_.heading(static_cast<int>(number_of(element.attribute("outline-level"), 10)));
    }
    if (!number.empty()) add(number + ' ');
  }
  void end_paragraph() {
    if (flow().paragraphs > 0) --flow().paragraphs;
    if (flow().cells > 0) add(" ");
    else end_line(flow());
  }
  static void end_line(Flow& flow) {
    if (!flow.text.empty() && flow.text.back() != '\n') flow.text += '\n';
    flow.text += std::exchange(flow.after, {});
  }

  void begin_row(const XmlElement& element) {
    if (flow().cells > 0) return;
    flow().row = flow().text.size();
    flow().row_repeated = number_of(element.attribute("number-rows-repeated"), kMostRepeated);
  }
  // A row of a table inside a cell is no line of its own.
  void end_row() {
    Flow& place = flow();
    if (place.cells > 0) return;
    const std::string row = place.text.substr(std::min(place.row, place.text.size()));
    if (trim(row).empty()) {
      place.text.resize(std::min(place.row, place.text.size()));
      end_line(place);
      return;
    }
    place.text += '\n';
    for (std::size_t i = 1; i < place.row_repeated; ++i) place.text += row + '\n';
    end_line(place);
  }
  void begin_cell(const XmlElement& element) {
    if (++flow().cells > 1) return;
    flow().cell = flow().text.size();
    flow().cell_repeated = number_of(element.attribute("number-columns-repeated"), kMostRepeated);
    flow().date = type_ == FileType::Ods ? element.attribute("date-value") : std::string();
  }
  void end_cell() {
    Flow& place = flow();
    if (place.cells > 0) --place.cells;
    while (!place.text.empty() && place.text.back() == ' ') place.text.pop_back();
    if (place.cells > 0) {
      place.text += '\t';
      return;
    }
    std::string cell = place.text.substr(std::min(place.cell, place.text.size()));
    if (!place.date.empty()) cell = written_date(place.date);
    place.text.resize(std::min(place.cell, place.text.size()));
    for (std::size_t i = 0; i < place.cell_repeated; ++i) place.text += cell + '\t';
  }
  // 2026-03-01, or 2026-03-01 14:30.
  static std::string written_date(const std::string& value) {
    std::string written = value.substr(0, 16);
    if (written.size() > 10) written[10] = ' ';
    return written.ends_with(" 00:00") ? written.substr(0, 10) : written;
  }

  void open(std::string kind) {
    flows_.emplace_back();
    flow().kind = std::move(kind);
    flow().title = std::exchange(title_next_, false);
  }
  void close() {
    if (flows_.size() < 2) return;
    Flow done = std::move(flows_.back());
    flows_.pop_back();
    end_line(done);
    const std::string text = std::string(trim(done.text)) + '\n';
    if (done.kind == "note") {
      const std::string mark = '[' + std::to_string(++notes_) + ']';
      add(mark);
      flow().after += mark + ' ' + text;
    } else if (done.kind == "annotation") {
      flow().after += (done.author.empty() ? std::string() : '[' + done.author + "] ") + text;
    } else if (done.title && type_ == FileType::Odp) {
      flow().text = text + flow().text;
    } else if (flow().paragraphs > 0 || flow().cells > 0) {
      flow().after += text;
    } else {
      add(text);
    }
  }

  void picture(const std::string& reference) {
    if (reference.starts_with("ObjectReplacements") || reference.find(':') != std::string::npos) return;
    const std::string mark = pictures_.mark_part(reference.starts_with("./") ? reference.substr(2) : reference);
    if (mark.empty()) return;
    add(mark);
    if (flow().paragraphs == 0 && flow().cells == 0) add("\n");
  }
  // The words of an embedded chart.
  void chart(const std::string& reference) {
    const std::string folder = reference.starts_with("./") ? reference.substr(2) : reference;
    const auto found = parts_.find(folder + "/content.xml");
    if (found == parts_.end()) return;
    std::string words;
    int inside = 0;
    read_xml(found->second, {[&](const XmlElement& element) {
                               if (element.name() == "p") ++inside;
                               return element.attribute("value-type") != "float";
                             },
                             [&](std::string_view name) {
                               if (name != "p") return;
                               --inside;
                               words += '\n';
                             },
                             [&](std::string_view text) {
                               if (inside > 0) words += text;
                             }});
    flow().after += words;
  }

  const FileType type_;
  const Parts& parts_;
  PictureList& pictures_;
  OdfNumbering& numbering_;
  std::vector<std::string> pages_;
  std::vector<Flow> flows_;
  int notes_ = 0;
  bool in_author_ = false, title_next_ = false;
};

XmlHandler handler_of(OdfText& reader) {
  return {[&](const XmlElement& element) { return reader.start(element); },
          [&](std::string_view name) { reader.end(name); }, [&](std::string_view text) { reader.text(text); }};
}

struct Margins {
  std::string headers, footers;
};

// The headers and footers of all kinds of pages, each text once.
Margins margins_of(const Parts& parts, PictureList& pictures) {
  Margins margins;
  const auto styles = parts.find("styles.xml");
  if (styles == parts.end()) return margins;
  std::set<std::string> known;
  OdfNumbering numbering;
  std::unique_ptr<OdfText> reader;
  std::string place;
  read_xml(styles->second, {[&](const XmlElement& element) {
                              if (reader) return reader->start(element);
                              const std::string_view name = element.name();
                              if (!name.starts_with("header") && !name.starts_with("footer")) return true;
                              if (name.ends_with("style") || name.ends_with("properties")) return false;
                              place = name;
                              reader = std::make_unique<OdfText>(FileType::Odt, parts, pictures, numbering);
                              return true;
                            },
                            [&](std::string_view name) {
                              if (!reader) return;
                              if (name != place) return reader->end(name);
                              const std::string text = reader->take().front();
                              reader.reset();
                              if (!known.insert(text).second) return;
                              (place.starts_with("header") ? margins.headers : margins.footers) += text;
                            },
                            [&](std::string_view text) {
                              if (reader) reader->text(text);
                            }});
  return margins;
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

DocumentText read_odf(const std::filesystem::path& file, const ReaderLimits& limits, FileType type) {
  const std::string main_part = "content.xml";
  const Parts parts = read_xml_parts(file, limits, main_part);
  refuse_encrypted(parts);
  DocumentText document{title_of(parts, "meta.xml"), {}, type == FileType::Odt, {}};
  OdfNumbering numbering;
  for (const char* part : {"styles.xml", "content.xml"}) {
    if (type == FileType::Odt && parts.contains(part)) numbering.learn(parts.at(part));
  }
  const Margins margins = type == FileType::Odt ? margins_of(parts, document.pictures) : Margins();
  OdfText reader(type, parts, document.pictures, numbering);
  read_xml(parts.at(main_part), handler_of(reader));
  document.parts = reader.take();
  if (document.parts.empty()) throw ReadFailure(Failure::Corrupt, "the document has no pages");
  if (type == FileType::Odt) document.parts[0] = margins.headers + document.parts[0] + margins.footers;
  return document;
}

}  // namespace twofold::scanner
