#include "scanner/worker/documents/word_numbering.h"

#include "scanner/worker/documents/xml.h"

#include <charconv>

namespace twofold::scanner {
namespace {

int number_of(const std::string& text, int otherwise) {
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

constexpr int kDeepestStyle = 12;
constexpr int kNotBegun = -1000;

}  // namespace

// Reads numbering.xml: abstract schemes of nine levels, and lists that use them.
class WordNumbering::Definitions {
 public:
  explicit Definitions(WordNumbering& into) : into_(into) {}

  bool start(const XmlElement& element) {
    const std::string_view name = element.name();
    if (name == "abstractNum") scheme_ = &into_.schemes_[element.attribute("abstractNumId")];
    else if (name == "num") list_ = &into_.lists_[element.attribute("numId")];
    else if (name == "lvlOverride") override_ = number_of(element.attribute("ilvl"), -1);
    else if (name == "lvl") level_ = number_of(element.attribute("ilvl"), -1);
    else take(name, element.attribute("val"));
    return true;
  }
  void end(std::string_view name) {
    if (name == "abstractNum") scheme_ = nullptr;
    else if (name == "num") list_ = nullptr;
    else if (name == "lvl") level_ = -1;
  }

 private:
  void take(std::string_view name, const std::string& value) {
    if (list_ && name == "abstractNumId") list_->scheme = value;
    if (list_ && name == "startOverride" && override_ >= 0 && override_ < kLevels) {
      list_->starts[override_] = number_of(value, 1);
    }
    if (scheme_ && name == "numStyleLink") scheme_->linked_style = value;
    if (!scheme_ || level_ < 0 || level_ >= kLevels) return;
    Level& level = scheme_->levels.at(static_cast<std::size_t>(level_));
    if (name == "start") level.start = number_of(value, 1);
    else if (name == "numFmt") level.way = counting_named(value);
    else if (name == "lvlText") level.text = value;
    else if (name == "pStyle") level.style = value;
    else if (name == "isLgl") level.only_digits = value != "0" && value != "false";
  }

  WordNumbering& into_;
  Scheme* scheme_ = nullptr;
  List* list_ = nullptr;
  int level_ = -1, override_ = -1;
};

WordNumbering::WordNumbering(const Parts& parts) {
  const auto numbering = parts.find("word/numbering.xml"), styles = parts.find("word/styles.xml");
  if (numbering == parts.end()) return;
  Definitions definitions(*this);
  read_xml(numbering->second, {[&](const XmlElement& element) { return definitions.start(element); },
                               [&](std::string_view name) { definitions.end(name); }, nullptr});
  if (styles != parts.end()) read_styles(styles->second);
}

void WordNumbering::read_styles(const std::string& xml) {
  ParagraphNumber* style = nullptr;
  read_xml(xml, {[&](const XmlElement& element) {
                   const std::string_view name = element.name();
                   if (name == "style") style = &styles_[element.attribute("styleId")];
                   if (!style) return true;
                   if (name == "basedOn") style->style = element.attribute("val");
                   else if (name == "numId") style->list = element.attribute("val");
                   else if (name == "ilvl") style->level = number_of(element.attribute("val"), 0);
                   return !name.ends_with("PrChange");
                 },
                 [&](std::string_view name) {
                   if (name == "style") style = nullptr;
                 },
                 nullptr});
}

// What the paragraph leaves unsaid is said by its style, or by one that is based on.
ParagraphNumber WordNumbering::settled(ParagraphNumber paragraph) const {
  std::string style = paragraph.style;
  for (int depth = 0; paragraph.list.empty() && depth < kDeepestStyle; ++depth) {
    const auto found = styles_.find(style);
    if (found == styles_.end()) break;
    paragraph.list = found->second.list;
    if (!paragraph.level) paragraph.level = found->second.level;
    if (paragraph.list.empty()) style = found->second.style;
  }
  paragraph.style = style;
  return paragraph;
}

// The scheme a list counts by, through the style it may be linked to; empty when there is none.
std::string WordNumbering::scheme_of(const List& list) const {
  const auto scheme = schemes_.find(list.scheme);
  if (scheme == schemes_.end()) return {};
  if (scheme->second.linked_style.empty()) return list.scheme;
  const auto other = lists_.find(settled({scheme->second.linked_style, {}, {}}).list);
  return other != lists_.end() && schemes_.contains(other->second.scheme) ? other->second.scheme : list.scheme;
}

void WordNumbering::advance(List& list, const Scheme& scheme, Counts& counts, int level) {
  if (!list.begun) {
    for (const auto& [where, start] : list.starts) counts.at(static_cast<std::size_t>(where)) = start - 1;
    list.begun = true;
  }
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const int place = static_cast<int>(i);
    if (place > level) counts.at(i) = kNotBegun;
    else if (counts.at(i) == kNotBegun) counts.at(i) = scheme.levels.at(i).start;
    else if (place == level) ++counts.at(i);
  }
}

std::string WordNumbering::next(const ParagraphNumber& paragraph) {
  const ParagraphNumber said = settled(paragraph);
  const auto list = lists_.find(said.list);
  if (list == lists_.end()) return {};
  const std::string name = scheme_of(list->second);
  if (name.empty()) return {};
  const Scheme& scheme = schemes_.at(name);
  int level = said.level.value_or(0);
  for (int i = 0; i < kLevels && !said.level; ++i) {
    const std::string& style = scheme.levels.at(static_cast<std::size_t>(i)).style;
    if (!style.empty() && style == said.style) level = i;
  }
  if (level < 0 || level >= kLevels) return {};
  const auto [counts, first] = counts_.try_emplace(name);
  if (first) counts->second.fill(kNotBegun);
  advance(list->second, scheme, counts->second, level);
  return label(scheme, counts->second, level);
}

std::string WordNumbering::label(const Scheme& scheme, const Counts& counts, int level) {
  const Level& own = scheme.levels.at(static_cast<std::size_t>(level));
  if (own.way == Counting::None && own.text.find('%') == std::string::npos) return {};  // a bullet
  std::string made;
  for (std::size_t i = 0; i < own.text.size(); ++i) {
    const bool place =
        own.text[i] == '%' && i + 1 < own.text.size() && own.text[i + 1] >= '1' && own.text[i + 1] <= '9';
    if (!place) {
      made += own.text[i];
      continue;
    }
    const auto which = static_cast<std::size_t>(own.text[++i] - '1');
    const Counting way = scheme.levels.at(which).way;
    made += counted(counts.at(which), own.only_digits && way != Counting::None ? Counting::Decimal : way);
  }
  return made;
}

}  // namespace twofold::scanner
