#include "scanner/worker/documents/odf_numbering.h"

#include <algorithm>
#include <charconv>

namespace twofold::scanner {
namespace {

const std::string kOutline = "\n";  // no style is called so

int number_of(const std::string& text, int otherwise) {
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

Counting counting_of(const std::string& format) {
  if (format.empty()) return Counting::None;
  if (format == "a") return Counting::LowerLetter;
  if (format == "A") return Counting::UpperLetter;
  if (format == "i") return Counting::LowerRoman;
  if (format == "I") return Counting::UpperRoman;
  if (format.starts_with("一")) return Counting::Chinese;
  if (format.starts_with("壹")) return Counting::ChineseLegal;
  if (format.starts_with("①")) return Counting::Circled;
  if (format.starts_with("甲")) return Counting::Stems;
  return Counting::Decimal;
}

}  // namespace

void OdfNumbering::learn(const std::string& xml) {
  Style* style = nullptr;
  read_xml(xml, {[&](const XmlElement& element) {
                   const std::string_view name = element.name();
                   if (name == "body" || name == "master-styles") return false;
                   if (name == "list-style") style = &styles_[element.attribute("name")];
                   else if (name == "outline-style") style = &styles_[kOutline];
                   const bool counts = name == "list-level-style-number" || name == "outline-level-style";
                   const int level = number_of(element.attribute("level"), 0);
                   if (!style || !counts || level < 1 || level > static_cast<int>(kLevels)) return true;
                   Level& one = style->at(static_cast<std::size_t>(level) - 1);
                   one.way = counting_of(element.attribute("num-format"));
                   one.before = element.attribute("num-prefix");
                   one.after = element.attribute("num-suffix");
                   one.start = number_of(element.attribute("start-value"), 1);
                   one.shown = std::clamp(number_of(element.attribute("display-levels"), 1), 1, level);
                   return true;
                 },
                 [&](std::string_view name) {
                   if (name == "list-style" || name == "outline-style") style = nullptr;
                 },
                 nullptr});
}

// A list counts anew unless it says that it goes on.
void OdfNumbering::begin_list(const XmlElement& list) {
  std::string style = list.attribute("style-name");
  if (style.empty() && !lists_.empty()) style = lists_.back().style;
  if (lists_.empty()) {
    const bool goes_on = list.attribute("continue-numbering") == "true" || !list.attribute("continue-list").empty();
    open_counts_ = goes_on ? counts_[style] : std::vector<int>();
  }
  lists_.push_back({std::move(style), false});
}

void OdfNumbering::end_list() {
  if (lists_.empty()) return;
  if (lists_.size() == 1) counts_[lists_.back().style] = open_counts_;
  lists_.pop_back();
}

void OdfNumbering::begin_item(const XmlElement& item) {
  if (lists_.empty() || lists_.size() > kLevels) return;
  const std::size_t level = lists_.size() - 1;
  const auto style = styles_.find(lists_.back().style);
  while (open_counts_.size() <= level) {
    const int start = style == styles_.end() ? 1 : style->second.at(open_counts_.size()).start;
    open_counts_.push_back(start - (open_counts_.size() == level ? 1 : 0));
  }
  open_counts_.resize(level + 1);
  open_counts_[level] = number_of(item.attribute("start-value"), open_counts_[level] + 1);
  lists_.back().due = true;
}

std::string OdfNumbering::next() {
  if (lists_.empty() || !lists_.back().due) return {};
  lists_.back().due = false;
  const auto style = styles_.find(lists_.back().style);
  return style == styles_.end() ? std::string() : label(style->second, open_counts_, lists_.size() - 1);
}

std::string OdfNumbering::heading(int level) {
  const auto style = styles_.find(kOutline);
  if (style == styles_.end() || level < 1 || level > static_cast<int>(kLevels)) return {};
  std::vector<int>& counts = counts_[kOutline];
  const auto place = static_cast<std::size_t>(level) - 1;
  while (counts.size() <= place) counts.push_back(style->second.at(counts.size()).start - 1);
  counts.resize(place + 1);
  ++counts[place];
  return label(style->second, counts, place);
}

std::string OdfNumbering::label(const Style& style, const std::vector<int>& counts, std::size_t level) const {
  const Level& own = style.at(level);
  if (own.way == Counting::None) return {};
  std::string made = own.before;
  const std::size_t first = level + 1 - static_cast<std::size_t>(own.shown);
  for (std::size_t i = first; i <= level; ++i) {
    if (i > first) made += '.';
    made += counted(counts[i], style.at(i).way);
  }
  return made + own.after;
}

}  // namespace twofold::scanner
