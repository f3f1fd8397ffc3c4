#include "base/clock.h"

#include "base/error.h"

#include <ctime>
#include <fmt/format.h>

namespace twofold {
namespace {

using std::chrono::day;
using std::chrono::last;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Takes up to `most` digits off the front; nothing where there is none.
std::optional<int> take_number(std::string_view& text, std::size_t most) {
  std::size_t length = 0;
  int value = 0;
  while (length < text.size() && length < most && is_digit(text[length])) value = value * 10 + (text[length++] - '0');
  if (length == 0) return std::nullopt;
  text.remove_prefix(length);
  return value;
}

bool take(std::string_view& text, std::string_view token) {
  if (!text.starts_with(token)) return false;
  text.remove_prefix(token.size());
  return true;
}

bool take_any(std::string_view& text, std::initializer_list<std::string_view> tokens) {
  for (const auto token : tokens)
    if (take(text, token)) return true;
  return false;
}

}  // namespace

std::optional<Date> Date::try_parse(std::string_view text) {
  const auto y = take_number(text, 4);
  if (!y || *y < 1000) return std::nullopt;
  const bool separated = take_any(text, {"-", "/", ".", "年"});
  const auto m = take_number(text, 2);
  if (!m) return std::nullopt;
  if (separated && !take_any(text, {"-", "/", ".", "月"})) return std::nullopt;
  const auto d = take_number(text, 2);
  if (!d) return std::nullopt;
  take(text, "日");
  if (!text.empty()) return std::nullopt;
  const year_month_day ymd{std::chrono::year{*y}, std::chrono::month{static_cast<unsigned>(*m)},
                           std::chrono::day{static_cast<unsigned>(*d)}};
  if (!ymd.ok()) return std::nullopt;
  return Date(ymd);
}

Date Date::parse(std::string_view text) {
  if (const auto date = try_parse(text)) return *date;
  throw Error(ErrorKind::Usage, msg("date.malformed", text));
}

Date::Date(int y, unsigned m, unsigned d) : ymd_(std::chrono::year{y}, std::chrono::month{m}, std::chrono::day{d}) {
  if (!ymd_.ok()) throw Error(ErrorKind::Usage, msg("date.malformed", fmt::format("{}-{}-{}", y, m, d)));
}

Date Date::plus_months(int months) const {
  year_month_day moved = ymd_ + std::chrono::months{months};
  if (!moved.ok()) moved = year_month_day{moved.year() / moved.month() / last};
  return Date(moved);
}

Date Date::plus_days(int days) const { return Date(year_month_day{sys_days{ymd_} + std::chrono::days{days}}); }

std::string Date::text() const { return fmt::format("{:04}-{:02}-{:02}", year(), month(), day()); }

std::string Date::compact() const { return fmt::format("{:04}{:02}{:02}", year(), month(), day()); }

std::string Timestamp::text() const {
  const std::time_t seconds = milliseconds / 1000;
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday,
                     parts.tm_hour, parts.tm_min, parts.tm_sec, milliseconds % 1000);
}

Date Timestamp::date() const {
  const std::time_t seconds = milliseconds / 1000;
  std::tm parts{};
  localtime_r(&seconds, &parts);
  return Date(parts.tm_year + 1900, static_cast<unsigned>(parts.tm_mon + 1), static_cast<unsigned>(parts.tm_mday));
}

Timestamp SystemClock::now() const {
  using namespace std::chrono;
  return Timestamp{duration_cast<std::chrono::milliseconds>(system_clock::now().time_since_epoch()).count()};
}

Date SystemClock::today() const { return now().date(); }

Timestamp FixedClock::now() const {
  const sys_days days = year_month_day{year{today_.year()}, month{today_.month()}, day{today_.day()}};
  return Timestamp{(static_cast<std::int64_t>(days.time_since_epoch().count()) * 24 + 12) * 3'600'000};
}

}  // namespace twofold
