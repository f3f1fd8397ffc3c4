#include "catalog/upkeep_record.h"

#include "base/error.h"
#include "base/text.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace twofold::catalog {
namespace {

// One or two digits that are at most `most`.
std::optional<int> part(std::string_view text, int most) {
  const bool digits = std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  if (text.empty() || text.size() > 2 || !digits) return std::nullopt;
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value <= most ? std::optional(value) : std::nullopt;
}

std::optional<int> minute_of_day(std::string_view text) {
  if (text.ends_with('Z')) text.remove_suffix(1);
  const auto parts = split(replace_all(std::string(text.substr(0, text.find('.'))), "\xEF\xBC\x9A", ":"), ':');
  if (parts.size() != 2 && parts.size() != 3) return std::nullopt;
  const auto hour = part(parts[0], 23), minute = part(parts[1], 59);
  if (!hour || !minute || parts[1].size() != 2) return std::nullopt;
  if (parts.size() == 3 && !part(parts[2], 59)) return std::nullopt;
  return *hour * 60 + *minute;
}

}  // namespace

std::optional<LocalTime> LocalTime::try_parse(std::string_view text) {
  text = trim(text);
  const auto gap = text.find_first_of(" T");
  if (gap == std::string_view::npos) return std::nullopt;
  const auto day = Date::try_parse(text.substr(0, gap));
  const auto minute = minute_of_day(trim(text.substr(gap + 1)));
  if (!day || !minute) return std::nullopt;
  return LocalTime{*day, *minute};
}

LocalTime LocalTime::parse(std::string_view text) {
  if (const auto time = try_parse(text)) return *time;
  throw Error(ErrorKind::Usage, msg("upkeep.bad_time", text));
}

std::string LocalTime::text() const { return fmt::format("{} {:02}:{:02}", day.text(), minute / 60, minute % 60); }

}  // namespace twofold::catalog
