#include "scanner/worker/documents/word_text.h"

#include "base/text.h"
#include "scanner/worker/documents/drawing.h"
#include "scanner/worker/documents/xml.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <vector>

namespace twofold::scanner {
namespace {

// Boxes to tick are characters of fonts without letters.
std::string symbol(const std::string& code) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kSymbols{
      {{"F0FE", "☑"}, {"F052", "☑"}, {"F0FC", "✓"}, {"F0A8", "☐"}, {"F06F", "☐"}, {"F0A3", "☐"}, {"F0FD", "☒"},
       {"F054", "☒"}}};
  for (const auto& [hex, sign] : kSymbols) {
    if (hex == code) return std::string(sign);
  }
  return {};
}

// Text under way in one place: the body, or a text box inside of it.
struct Flow {
  std::string text;
  std::string after;       // what follows once the line is complete: notes, text boxes
  int cells = 0;           // how many cells enclose the place
  std::size_t row = 0;     // where the row under way begins
  bool deleted_row = false;
  ParagraphNumber paragraph;
  bool number_due = false;  // the paragraph's number is not asked for yet
};

class WordText {
 public:
  WordText(const WordContext& context, const std::string& part)
      : context_(context), relations_(relations_of(context.parts, part)), flows_(1) {}

  bool start(const XmlElement& element) {
    const std::string_view name = element.name();
    if (skipped(name)) return false;
    if (name == "del") {
      flow().deleted_row = flow().deleted_row || in_row_properties_;
      return false;
    }
    if (in_paragraph_properties_) {
      property(element, name);
    } else if (name == "t") {
      begin_text();
    } else if (name == "p") {
      flow().paragraph = {};
      flow().number_due = false;
    } else if (name == "pPr") {
      in_paragraph_properties_ = true;
    } else if (name == "tr") {
      begin_row();
    } else if (name == "tc") {
      ++flow().cells;
    } else if (name == "txbxContent") {
      flows_.emplace_back();
    } else {
      inline_element(element, name);
    }
    return true;
  }

  void end(std::string_view name) {
    if (name == "t") inside_text_ = false;
    else if (name == "pPr") end_properties();
    else if (name == "trPr") in_row_properties_ = false;
    else if (name == "p") end_paragraph();
    else if (name == "tc") end_cell();
    else if (name == "tr") end_row();
    else if (name == "txbxContent") end_box();
  }
  void text(std::string_view text) {
    if (inside_text_) flow().text += text;
  }
  // What was read since it was last asked for.
  std::string take() {
    end_line(flows_.front());
    return std::exchange(flows_.front().text, {});
  }

 private:
  // Deleted and moved-away text, how it looked before, how it is pronounced, and the second way of drawing the same.
  static bool skipped(std::string_view name) {
    static constexpr std::array<std::string_view, 7> kSilent{"Fallback", "delText", "instrText", "moveFrom",
                                                             "delInstrText", "rt", "rPrChange"};
    return std::ranges::find(kSilent, name) != kSilent.end() || name.ends_with("PrChange");
  }

  Flow& flow() { return flows_.back(); }

  void property(const XmlElement& element, std::string_view name) {
    if (name == "pStyle") flow().paragraph.style = element.attribute("val");
    else if (name == "numId") flow().paragraph.list = element.attribute("val");
    else if (name == "ilvl") {
      const std::string value = element.attribute("val");
      int level = 0;
      std::from_chars(value.data(), value.data() + value.size(), level);
      flow().paragraph.level = level;
    }
  }
  void end_properties() {
    in_paragraph_properties_ = false;
    flow().number_due = true;
  }

  void begin_text() {
    inside_text_ = std::ranges::find(fields_, true) == fields_.end();
    if (inside_text_) place_number();
  }
  // A list counts every paragraph, also one without text.
  void place_number() {
    if (!flow().number_due) return;
    flow().number_due = false;
    const std::string number = context_.numbering.next(flow().paragraph);
    if (!number.empty()) flow().text += number + ' ';
  }

  void inline_element(const XmlElement& element, std::string_view name) {
    if (name == "tab" || name == "ptab") flow().text += '\t';
    else if (name == "br" || name == "cr") flow().text += flow().cells > 0 ? ' ' : '\n';
    else if (name == "noBreakHyphen") flow().text += '-';
    else if (name == "sym") flow().text += symbol(element.attribute("char"));
    else if (name == "fldChar") field(element.attribute("fldCharType"));
    else if (name == "trPr") in_row_properties_ = true;
    else if (name == "footnoteReference") note(context_.notes.footnotes, element.attribute("id"));
    else if (name == "endnoteReference") note(context_.notes.endnotes, element.attribute("id"));
    else if (name == "commentReference") comment(element.attribute("id"));
    else if (name == "blip") picture(element.attribute("embed"));
    else if (name == "imagedata") picture(element.attribute("id"));
    else if (name == "chart") related(element.attribute("id"), chart_text);
    else if (name == "relIds") related(element.attribute("dm"), plain_text);
  }

  // Between a field's beginning and its separator stands its code, behind it the text to be shown.
  void field(const std::string& kind) {
    if (kind == "begin") fields_.push_back(true);
    else if (kind == "separate" && !fields_.empty()) fields_.back() = false;
    else if (kind == "end" && !fields_.empty()) fields_.pop_back();
  }

  void note(std::map<std::string, std::string>& notes, const std::string& id) {
    auto found = notes.extract(id);
    if (found.empty()) return;
    const std::string mark = '[' + std::to_string(++notes_placed_) + ']';
    flow().text += mark;
    flow().after += mark + ' ' + found.mapped() + '\n';
  }
  void comment(const std::string& id) {
    auto found = context_.notes.comments.extract(id);
    if (!found.empty()) flow().after += found.mapped() + '\n';
  }
  void picture(const std::string& id) {
    const auto found = relations_.find(id);
    if (found != relations_.end()) flow().text += context_.pictures.mark_part(found->second);
  }
  void related(const std::string& id, std::string (*read)(const std::string&)) {
    const auto found = relations_.find(id);
    if (found == relations_.end() || !context_.parts.contains(found->second)) return;
    flow().after += read(context_.parts.at(found->second));
  }

  void end_paragraph() {
    place_number();
    std::fill(fields_.begin(), fields_.end(), false);  // no code is longer than its paragraph
    if (flow().cells > 0) flow().text += ' ';
    else end_line(flow());
  }
  static void end_line(Flow& flow) {
    if (!flow.text.empty() && flow.text.back() != '\n') flow.text += '\n';
    if (flow.after.empty()) return;
    flow.text += flow.after;
    if (flow.text.back() != '\n') flow.text += '\n';
    flow.after.clear();
  }

  void begin_row() {
    if (flow().cells > 0) return;
    flow().row = flow().text.size();
    flow().deleted_row = false;
  }
  void end_cell() {
    if (flow().cells > 0) --flow().cells;
    std::string& out = flow().text;
    while (!out.empty() && out.back() == ' ') out.pop_back();
    out += '\t';
  }
  // A row of a table inside a cell is no line of its own.
  void end_row() {
    if (flow().cells > 0) return;
    if (flow().deleted_row) {
      flow().text.resize(flow().row);
      flow().after.clear();
    }
    flow().deleted_row = false;
    end_line(flow());
  }
  void end_box() {
    if (flows_.size() < 2) return;
    Flow box = std::move(flows_.back());
    flows_.pop_back();
    end_line(box);
    flow().after += box.text;
  }

  const WordContext& context_;
  const std::map<std::string, std::string> relations_;
  std::vector<Flow> flows_;
  std::vector<bool> fields_;  // of those under way: whether their code is being read
  int notes_placed_ = 0;
  bool inside_text_ = false, in_paragraph_properties_ = false, in_row_properties_ = false;
};

XmlHandler handler_of(WordText& reader) {
  return {[&](const XmlElement& element) { return reader.start(element); },
          [&](std::string_view name) { reader.end(name); }, [&](std::string_view text) { reader.text(text); }};
}

}  // namespace

std::string word_text(const WordContext& context, const std::string& part) {
  WordText reader(context, part);
  read_xml(context.parts.at(part), handler_of(reader));
  return reader.take();
}

std::map<std::string, std::string> word_notes(const WordContext& context, const std::string& part,
                                              std::string_view element) {
  std::map<std::string, std::string> notes;
  WordText reader(context, part);
  std::string id, author;
  XmlHandler handler = handler_of(reader);
  const auto start = handler.start;
  const auto end = handler.end;
  handler.start = [&](const XmlElement& node) {
    if (node.name() != element) return start(node);
    if (!node.attribute("type").empty()) return false;  // a separator
    id = node.attribute("id");
    author = node.attribute("author");
    return true;
  };
  handler.end = [&](std::string_view name) {
    if (name != element) return end(name);
    const std::string text = reader.take();
    if (!trim(text).empty()) notes[id] = (author.empty() ? "" : '[' + author + "] ") + std::string(trim(text));
  };
  read_xml(context.parts.at(part), handler);
  return notes;
}

}  // namespace twofold::scanner
