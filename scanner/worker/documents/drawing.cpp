#include "scanner/worker/documents/drawing.h"

#include "scanner/worker/documents/xml.h"

#include <algorithm>
#include <array>
#include <vector>

namespace twofold::scanner {
namespace {

template <std::size_t N>
bool among(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

class DrawingText {
 public:
  DrawingText(const Parts& parts, const std::string& part, PictureList& pictures, Shapes wanted)
      : parts_(parts), relations_(relations_of(parts, part)), pictures_(pictures), wanted_(wanted) {
    shapes_.emplace_back();
  }

  bool start(const XmlElement& element) {
    // The fallback repeats the choice; properties say how it looks, save that a shape may be filled with a picture.
    static constexpr std::array<std::string_view, 6> kSilent{"Fallback",   "pPr",      "rPr",
                                                             "endParaRPr", "lstStyle", "extLst"};
    static constexpr std::array<std::string_view, 4> kShapes{"sp", "graphicFrame", "pic", "cxnSp"};
    const std::string_view name = element.name();
    if (among(kSilent, name)) return false;
    if (name == "fld" && element.attribute("type") == "slidenum") return false;
    if (among(kShapes, name)) shapes_.emplace_back();
    else if (name == "ph") take_placeholder(element.attribute("type"));
    else if (name == "t") inside_text_ = true;
    else if (name == "br") add(in_cell_ > 0 ? " " : "\n");
    else if (name == "tc") ++in_cell_;
    else if (name == "blip") take_picture(element.attribute("embed"));
    else if (name == "chart") take_related(element.attribute("id"), chart_text);
    else if (name == "relIds") take_related(element.attribute("dm"), plain_text);
    return true;
  }
  void end(std::string_view name) {
    if (name == "t") inside_text_ = false;
    else if (name == "p") add(in_cell_ > 0 ? " " : "\n");
    else if (name == "tr") add("\n");
    else if (name == "tc") end_cell();
  }
  void text(std::string_view text) {
    if (!inside_text_) return;
    for (const char c : text) add(c == '\v' ? std::string_view("\n") : std::string_view(&c, 1));
  }
  std::string take() {
    std::ranges::stable_partition(shapes_, [](const Shape& shape) { return shape.title; });
    std::string all;
    for (const Shape& shape : shapes_) {
      if (shape.silent || (wanted_ == Shapes::NotesOnly && shape.repeated)) continue;
      all += shape.text;
      if (!all.empty() && all.back() != '\n') all += '\n';
    }
    return all;
  }

 private:
  struct Shape {
    std::string text;
    bool title = false, silent = false, repeated = false;
  };

  void add(std::string_view text) { shapes_.back().text += text; }
  void take_placeholder(const std::string& type) {
    shapes_.back().title = type == "title" || type == "ctrTitle";
    shapes_.back().silent = type == "sldNum";
    shapes_.back().repeated = type == "sldImg" || type == "hdr" || type == "ftr" || type == "dt";
  }
  void end_cell() {
    --in_cell_;
    std::string& out = shapes_.back().text;
    while (!out.empty() && out.back() == ' ') out.pop_back();
    out += '\t';
  }
  void take_picture(const std::string& id) {
    const auto found = relations_.find(id);
    if (found != relations_.end()) add(pictures_.mark_part(found->second) + '\n');
  }
  void take_related(const std::string& id, std::string (*read)(const std::string&)) {
    const auto found = relations_.find(id);
    if (found != relations_.end() && parts_.contains(found->second)) add(read(parts_.at(found->second)));
  }

  const Parts& parts_;
  const std::map<std::string, std::string> relations_;
  PictureList& pictures_;
  const Shapes wanted_;
  std::vector<Shape> shapes_;
  bool inside_text_ = false;
  int in_cell_ = 0;
};

}  // namespace

std::string drawing_text(const Parts& parts, const std::string& part, PictureList& pictures, Shapes shapes) {
  DrawingText reader(parts, part, pictures, shapes);
  read_xml(parts.at(part), {[&](const XmlElement& element) { return reader.start(element); },
                            [&](std::string_view name) { reader.end(name); },
                            [&](std::string_view text) { reader.text(text); }});
  return reader.take();
}

std::string chart_text(const std::string& xml) {
  static constexpr std::array<std::string_view, 8> kSilent{"val",  "xVal", "yVal",     "bubbleSize",
                                                           "f",    "numCache", "formatCode", "Fallback"};
  std::string text, categories, known_categories;
  bool in_category = false, inside = false;
  read_xml(xml, {[&](const XmlElement& element) {
                   const std::string_view name = element.name();
                   if (among(kSilent, name)) return false;
                   if (name == "cat") in_category = true;
                   inside = name == "v" || name == "t";
                   return true;
                 },
                 [&](std::string_view name) {
                   inside = false;
                   if (name == "v" || name == "p") (in_category ? categories : text) += in_category ? '\t' : '\n';
                   if (name != "cat") return;
                   in_category = false;
                   if (categories != known_categories) text += categories + '\n';
                   known_categories = std::move(categories);
                   categories.clear();
                 },
                 [&](std::string_view words) {
                   if (inside) (in_category ? categories : text) += words;
                 }});
  return text;
}

std::string plain_text(const std::string& xml) {
  std::string text;
  bool inside = false;
  read_xml(xml, {[&](const XmlElement& element) {
                   inside = element.name() == "t";
                   return true;
                 },
                 [&](std::string_view name) {
                   inside = false;
                   if (name == "p" && !text.empty() && text.back() != '\n') text += '\n';
                 },
                 [&](std::string_view words) {
                   if (inside) text += words;
                 }});
  return text;
}

}  // namespace twofold::scanner
