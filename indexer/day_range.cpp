#include "indexer/day_range.h"

#include "base/text.h"
#include "indexer/fold.h"

#include <algorithm>
#include <string>
#include <vector>

namespace twofold::indexer {
namespace {

constexpr std::size_t kLongestDays = 200;  // bytes
constexpr int kFirstYear = 1000, kLastYear = 2999;
constexpr char32_t kTill = U'~';

struct Part {
  // Number: digits of either kind. Month: its English name. Sign: any other character, and a letter that stands alone.
  enum class Kind { Number, Month, Sign };
  Kind kind = Kind::Sign;
  char32_t sign = 0;
  int value = 0;
  std::size_t digits = 0;
};
using Parts = std::vector<Part>;

std::optional<int> han_digit(char32_t c) {
  constexpr std::u32string_view kDigits = U"零一二三四五六七八九";
  if (c == U'○') return 0;  // typed for 〇, which folds to 零
  const auto at = kDigits.find(c);
  return at == std::u32string_view::npos ? std::nullopt : std::optional(static_cast<int>(at));
}

bool is_han_number(char32_t c) { return c == U'十' || han_digit(c); }
bool is_latin(char32_t c) { return c >= U'a' && c <= U'z'; }

// 二零二六 digit by digit, 十五 and 二十一 by tens.
std::optional<Part> han_number(std::u32string_view run) {
  Part number{Part::Kind::Number, 0, 0, run.size()};
  const auto ten = run.find(U'十');
  if (ten == std::u32string_view::npos) {
    if (run.size() > 4) return std::nullopt;
    for (const char32_t c : run) number.value = number.value * 10 + *han_digit(c);
    return number;
  }
  if (ten > 1 || run.size() > ten + 2 || run.find(U'十', ten + 1) != std::u32string_view::npos) return std::nullopt;
  const int tens = ten == 0 ? 1 : *han_digit(run[0]), ones = run.size() == ten + 1 ? 0 : *han_digit(run.back());
  number.value = tens * 10 + ones;
  number.digits = 2;
  return number;
}

std::optional<Part> latin_number(std::u32string_view run) {
  if (run.size() > 8) return std::nullopt;
  Part number{Part::Kind::Number, 0, 0, run.size()};
  for (const char32_t c : run) number.value = number.value * 10 + static_cast<int>(c - U'0');
  return number;
}

// A month by three of its letters or more; "to"; the endings of 1st, 2nd, 3rd and 4th say nothing more.
bool read_letters(std::u32string_view run, Parts& parts) {
  constexpr std::u32string_view kMonths[] = {U"january",   U"february", U"march",    U"april",
                                             U"may",       U"june",     U"july",     U"august",
                                             U"september", U"october",  U"november", U"december"};
  if (run == U"st" || run == U"nd" || run == U"rd" || run == U"th")
    return !parts.empty() && parts.back().kind == Part::Kind::Number;
  if (run == U"q" || run == U"h" || run == U"to") {
    parts.push_back({Part::Kind::Sign, run == U"to" ? kTill : run[0]});
    return true;
  }
  const auto month = std::ranges::find_if(kMonths, [&](std::u32string_view name) { return name.starts_with(run); });
  if (run.size() < 3 || month == std::end(kMonths)) return false;
  parts.push_back({Part::Kind::Month, 0, static_cast<int>(month - std::begin(kMonths)) + 1});
  return true;
}

// The parts without the blanks between them, and every sign for "till" as one.
std::optional<Parts> parts_of(std::u32string_view text) {
  Parts parts;
  for (std::size_t i = 0; i < text.size();) {
    const auto run = [&](auto belongs) {
      const std::size_t begin = i;
      while (i < text.size() && belongs(text[i])) ++i;
      return text.substr(begin, i - begin);
    };
    const char32_t c = text[i];
    if (is_digit(c) || is_han_number(c)) {
      const auto number = is_digit(c) ? latin_number(run(is_digit)) : han_number(run(is_han_number));
      if (!number) return std::nullopt;
      parts.push_back(*number);
    } else if (is_latin(c)) {
      if (!read_letters(run(is_latin), parts)) return std::nullopt;
    } else if (text.substr(i, 2) == U"..") {
      run([](char32_t sign) { return sign == U'.'; });
      parts.push_back({Part::Kind::Sign, kTill});
    } else if (c == kTill || c == U'至' || c == U'到') {
      run([](char32_t sign) { return sign == kTill || sign == U'至' || sign == U'到'; });
      parts.push_back({Part::Kind::Sign, kTill});
    } else {
      if (c != U' ') parts.push_back({Part::Kind::Sign, c});
      ++i;
    }
  }
  return parts;
}

// Numbers are n, months m: the shape of 2026年3月 is n年n月.
std::u32string shape_of(const Parts& parts) {
  std::u32string shape;
  for (const auto& part : parts) {
    if (part.kind == Part::Kind::Sign) shape += part.sign;
    else shape += part.kind == Part::Kind::Number ? U'n' : U'm';
  }
  return shape;
}

bool is_year(const Part& part) { return part.digits == 4 && part.value >= kFirstYear && part.value <= kLastYear; }

std::optional<DayRange> months(int year, int first, int count) {
  if (year < kFirstYear || year > kLastYear || first < 1 || first + count > 13) return std::nullopt;
  const Date begin(year, static_cast<unsigned>(first), 1);
  return DayRange{begin, begin.plus_months(count).plus_days(-1)};
}
// months() refuses a third half and a fifth quarter by itself.
std::optional<DayRange> half(int year, int number) { return months(year, number * 6 - 5, 6); }
std::optional<DayRange> quarter(int year, int number) { return months(year, number * 3 - 2, 3); }

std::optional<DayRange> day(int year, int month, int number) {
  const auto whole = months(year, month, 1);
  if (!whole || number < 1 || number > static_cast<int>(whole->last->day())) return std::nullopt;
  const Date date(year, static_cast<unsigned>(month), static_cast<unsigned>(number));
  return DayRange{date, date};
}

std::optional<DayRange> bare_number(const Part& number) {
  if (number.digits == 4) return months(number.value, 1, 12);
  if (number.digits == 6) return months(number.value / 100, number.value % 100, 1);
  if (number.digits == 8) return day(number.value / 10'000, number.value / 100 % 100, number.value % 100);
  return std::nullopt;
}

bool is_one_of(std::u32string_view shape, std::initializer_list<std::u32string_view> shapes) {
  return std::ranges::find(shapes, shape) != shapes.end();
}

// March 2026, 1 March 2026, March 1, 2026, 2026 March 1.
std::optional<DayRange> english(std::u32string_view shape, const Parts& parts, const std::vector<int>& values) {
  const bool year_first = is_year(parts.front());
  if (!year_first && !is_year(parts.back())) return std::nullopt;
  if (is_one_of(shape, {U"mn", U"m.n", U"m,n"})) return months(values[1], values[0], 1);
  if (shape == U"nm" && year_first) return months(values[0], values[1], 1);
  if (is_one_of(shape, {U"nmn", U"nm.n", U"nm,n", U"n-m-n"}))
    return year_first ? day(values[0], values[1], values[2]) : day(values[2], values[1], values[0]);
  if (is_one_of(shape, {U"mn,n", U"mnn", U"m.n,n"})) return day(values[2], values[0], values[1]);
  return std::nullopt;
}

// A year, a part of one, a month or a day.
std::optional<DayRange> period(const Parts& parts) {
  const std::u32string shape = shape_of(parts);
  if (shape.empty()) return std::nullopt;
  if (shape == U"n") return bare_number(parts[0]);
  std::vector<int> values;
  for (const auto& part : parts)
    if (part.kind != Part::Kind::Sign) values.push_back(part.value);
  if (shape.find(U'm') != std::u32string::npos) return english(shape, parts, values);
  if (shape == U"qnn" && is_year(parts[2])) return quarter(values[1], values[0]);
  if (!is_year(parts[0])) return std::nullopt;
  if (shape == U"n年" || shape == U"n年度") return months(values[0], 1, 12);
  if (is_one_of(shape, {U"n-n", U"n/n", U"n.n", U"n年n月", U"n年n月份", U"n年n"})) return months(values[0], values[1], 1);
  if (is_one_of(shape, {U"n-n-n", U"n/n/n", U"n.n.n", U"n年n月n日", U"n年n月n号", U"n年n月n"}))
    return day(values[0], values[1], values[2]);
  if (is_one_of(shape, {U"nqn", U"n-qn", U"n年n季度", U"n年第n季度", U"n年qn"})) return quarter(values[0], values[1]);
  if (is_one_of(shape, {U"nhn", U"n-hn"})) return half(values[0], values[1]);
  if (shape == U"n年上半年") return half(values[0], 1);
  if (shape == U"n年下半年") return half(values[0], 2);
  return std::nullopt;
}

// The end of a stretch may leave out what its beginning has said: 2026年3月至5月, 2026年3月1日至15日.
std::optional<DayRange> end_of(const Parts& begin, const Parts& end) {
  if (auto whole = period(end)) return whole;
  for (const char32_t unit : {U'年', U'月'}) {
    const auto at = std::ranges::find(begin, unit, &Part::sign);
    if (at == begin.end()) return std::nullopt;
    Parts filled(begin.begin(), at + 1);
    filled.insert(filled.end(), end.begin(), end.end());
    if (auto whole = period(filled)) return whole;
  }
  return std::nullopt;
}

std::optional<DayRange> stretch(const Parts& parts, std::size_t till) {
  const auto middle = parts.begin() + static_cast<std::ptrdiff_t>(till);
  const Parts before(parts.begin(), middle), after(middle + 1, parts.end());
  if (before.empty() && after.empty()) return std::nullopt;
  const auto first = before.empty() ? std::nullopt : period(before);
  const auto last = after.empty() ? std::nullopt : before.empty() ? period(after) : end_of(before, after);
  if ((!before.empty() && !first) || (!after.empty() && !last)) return std::nullopt;
  if (!first) return DayRange{std::nullopt, last->last};
  if (!last) return DayRange{first->first, std::nullopt};
  return DayRange{std::min(first->first, last->first), std::max(first->last, last->last)};
}

// 2024-2025 and 2024-03-2024-05: the hyphen in the middle means "till".
std::optional<std::size_t> middle_hyphen(const Parts& parts) {
  std::vector<std::size_t> hyphens;
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (parts[i].sign == U'-') hyphens.push_back(i);
  if (hyphens.size() % 2 == 0) return std::nullopt;
  const std::size_t middle = hyphens[hyphens.size() / 2];
  return middle > 0 && middle + 1 < parts.size() ? std::optional(middle) : std::nullopt;
}

}  // namespace

std::optional<DayRange> read_days(std::string_view text) {
  if (text.size() > kLongestDays || !is_utf8(text)) return std::nullopt;
  // Long dashes mean "till"; folding would make hyphens of them.
  std::string plain(text);
  for (const std::string_view dash : {"—", "–", "―", "─", "〜"}) plain = replace_all(std::move(plain), dash, "~");
  auto parts = parts_of(fold(plain).text);
  if (!parts) return std::nullopt;
  if (parts->size() > 1 && (parts->front().sign == U'从' || parts->front().sign == U'自')) parts->erase(parts->begin());
  if (const auto till = std::ranges::find(*parts, kTill, &Part::sign); till != parts->end())
    return stretch(*parts, static_cast<std::size_t>(till - parts->begin()));
  if (auto whole = period(*parts)) return whole;
  const auto hyphen = middle_hyphen(*parts);
  return hyphen ? stretch(*parts, *hyphen) : std::nullopt;
}

}  // namespace twofold::indexer
