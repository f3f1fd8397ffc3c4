#include "indexer/day_range.h"

#include "base/text.h"
#include "indexer/fold.h"

#include <algorithm>
#include <array>
#include <vector>

namespace twofold::indexer {
namespace {

constexpr int kFirstYear = 1000, kLastYear = 9999;

constexpr std::array<std::u32string_view, 12> kMonths = {U"january", U"february", U"march",     U"april",   U"may",      U"june",
                                                         U"july",    U"august",   U"september", U"october", U"november", U"december"};

// A number, or a mark between numbers; Chinese numerals are read already.
struct Part {
  enum class Kind { Number, Year, Month, Day, Quarter, Half, MonthName };
  Kind kind;
  int value = 0;
  std::size_t digits = 0;
};

std::optional<int> digit_of(char32_t c) {
  constexpr std::u32string_view kNumerals = U"零一二三四五六七八九";
  if (is_digit(c)) return static_cast<int>(c - U'0');
  const auto at = kNumerals.find(c);
  return at == std::u32string_view::npos ? std::nullopt : std::optional(static_cast<int>(at));
}

// 二零二六 by its digits; 十五, 三十一 by tens.
std::optional<Part> number_at(std::u32string_view text, std::size_t& at) {
  Part part{Part::Kind::Number, 0, 0};
  bool tens = false;
  int value = 0;
  const std::size_t begin = at;
  for (; at < text.size() && at - begin < 9; ++at) {
    if (text[at] == U'十' && !tens) {
      tens = true;
      value = (value == 0 ? 1 : value) * 10;
      continue;
    }
    const auto digit = digit_of(text[at]);
    if (!digit) break;
    value = tens ? value + *digit : value * 10 + *digit;
    ++part.digits;
  }
  if (at == begin) return std::nullopt;
  part.value = value;
  return part;
}

std::optional<Part> month_name_at(std::u32string_view text, std::size_t& at) {
  std::size_t end = at;
  while (end < text.size() && is_letter_or_digit(text[end]) && !is_digit(text[end])) ++end;
  const auto word = text.substr(at, end - at);
  if (word.size() < 3) return std::nullopt;
  for (std::size_t i = 0; i < kMonths.size(); ++i)
    if (kMonths[i] == word || kMonths[i].substr(0, 3) == word || (word == U"sept" && i == 8)) {
      at = end;
      return Part{Part::Kind::MonthName, static_cast<int>(i + 1), 0};
    }
  return std::nullopt;
}

void mark_kind(Part& part, std::u32string_view text, std::size_t& at) {
  constexpr std::pair<std::u32string_view, Part::Kind> kMarks[] = {
      {U"年", Part::Kind::Year}, {U"月份", Part::Kind::Month}, {U"月", Part::Kind::Month},
      {U"日", Part::Kind::Day},  {U"号", Part::Kind::Day},     {U"季度", Part::Kind::Quarter}};
  for (const auto& [mark, kind] : kMarks)
    if (text.substr(at).starts_with(mark)) {
      part.kind = kind;
      at += mark.size();
      return;
    }
}

// The parts of one date; nothing where anything else stands in it.
std::optional<std::vector<Part>> parts_of(std::u32string_view text) {
  std::vector<Part> parts;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text[at];
    if (c == U' ' || c == U'-' || c == U'/' || c == U'.' || c == U',' || c == U'第') {
      ++at;
    } else if (text.substr(at).starts_with(U"上半年") || text.substr(at).starts_with(U"下半年")) {
      parts.push_back({Part::Kind::Half, c == U'上' ? 1 : 2, 0});
      at += 3;
    } else if (c == U'q' && at + 1 < text.size() && is_digit(text[at + 1])) {
      parts.push_back({Part::Kind::Quarter, static_cast<int>(text[at + 1] - U'0'), 0});
      at += 2;
    } else if (auto number = number_at(text, at)) {
      mark_kind(*number, text, at);
      parts.push_back(*number);
    } else if (const auto month = month_name_at(text, at)) {
      parts.push_back(*month);
    } else {
      return std::nullopt;
    }
    if (parts.size() > 3) return std::nullopt;
  }
  return parts;
}

std::optional<DayRange> months(int year, int first, int count) {
  if (year < kFirstYear || year > kLastYear || first < 1 || first + count > 13) return std::nullopt;
  const Date begin(year, static_cast<unsigned>(first), 1);
  return DayRange{begin, begin.plus_months(count).plus_days(-1)};
}

std::optional<DayRange> day(int year, int month, int number) {
  const auto whole = months(year, month, 1);
  if (!whole || number < 1 || number > static_cast<int>(whole->last->day())) return std::nullopt;
  const Date date(year, static_cast<unsigned>(month), static_cast<unsigned>(number));
  return DayRange{date, date};
}

std::optional<DayRange> from_digits(const Part& part) {
  if (part.digits == 4) return months(part.value, 1, 12);
  if (part.digits == 6) return months(part.value / 100, part.value % 100, 1);
  if (part.digits == 8) return day(part.value / 10000, part.value / 100 % 100, part.value % 100);
  return std::nullopt;
}

bool is_kind(const Part& part, std::initializer_list<Part::Kind> kinds) { return std::ranges::find(kinds, part.kind) != kinds.end(); }

std::optional<DayRange> one_date(std::u32string_view text) {
  using Kind = Part::Kind;
  auto read = parts_of(text);
  if (!read || read->empty()) return std::nullopt;
  auto parts = *std::move(read);
  // March 2026, 1 March 2026, March 1, 2026: as if the year stood first.
  if (std::ranges::find(parts, Kind::MonthName, &Part::kind) != parts.end() && parts.back().digits == 4) {
    std::ranges::rotate(parts, parts.end() - 1);
    if (parts.size() == 3 && parts[2].kind == Kind::MonthName) std::swap(parts[1], parts[2]);
  }
  const Part& year = parts[0];
  if (!is_kind(year, {Kind::Number, Kind::Year})) return std::nullopt;
  if (parts.size() == 1) return year.kind == Kind::Number || year.digits == 4 ? from_digits(year) : std::nullopt;
  if (year.digits != 4) return std::nullopt;
  if (parts.size() == 2) {
    if (parts[1].kind == Kind::Quarter) return months(year.value, (parts[1].value - 1) * 3 + 1, 3);
    if (parts[1].kind == Kind::Half) return months(year.value, parts[1].value == 1 ? 1 : 7, 6);
  }
  if (!is_kind(parts[1], {Kind::Number, Kind::Month, Kind::MonthName})) return std::nullopt;
  if (parts.size() == 2) return months(year.value, parts[1].value, 1);
  return is_kind(parts[2], {Kind::Number, Kind::Day}) ? day(year.value, parts[1].value, parts[2].value) : std::nullopt;
}

}  // namespace

std::optional<DayRange> read_days(std::string_view text) {
  const std::u32string folded = fold(trim(text)).text;
  const std::u32string_view whole = folded;
  for (const std::u32string_view mark : {U"..", U"~", U"至", U"到"}) {
    const auto at = whole.find(mark);
    if (at == std::u32string_view::npos) continue;
    const auto before = whole.substr(0, at), after = whole.substr(at + mark.size());
    const auto first = one_date(before), last = one_date(after);
    if ((!first && !before.empty()) || (!last && !after.empty()) || (!first && !last)) return std::nullopt;
    const DayRange range{first ? first->first : std::nullopt, last ? last->last : std::nullopt};
    return range.first && range.last && *range.last < *range.first ? std::nullopt : std::optional(range);
  }
  return one_date(whole);
}

}  // namespace twofold::indexer
