#include "scanner/worker/documents/number_format.h"

#include "base/clock.h"
#include "scanner/worker/documents/xml.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <map>

namespace twofold::scanner {
namespace {

int number(std::string_view text) {
  int value = -1;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

NumberKind builtin_kind(int format) {
  if (format == 9 || format == 10) return NumberKind::Percent;
  if (format == 22) return NumberKind::DateTime;
  const bool clock = (format >= 18 && format <= 21) || (format >= 32 && format <= 35) ||
                     (format >= 45 && format <= 47) || format == 55 || format == 56;
  if (clock) return NumberKind::Time;
  const bool date = (format >= 14 && format <= 17) || (format >= 27 && format <= 31) || format == 36 ||
                    (format >= 50 && format <= 54) || format == 57 || format == 58;
  return date ? NumberKind::Date : NumberKind::Plain;
}

// By the letters of the format's first section outside of quotes, brackets and escapes; months alone are dates too.
NumberKind kind_of(std::string_view code) {
  for (const std::string_view general : {"General", "GENERAL", "general"}) {
    if (code.find(general) != std::string_view::npos) return NumberKind::Plain;
  }
  bool quoted = false, bracket = false, day = false, hour = false, month = false, percent = false;
  for (std::size_t i = 0; i < code.size() && (quoted || code[i] != ';'); ++i) {
    const char c = code[i] >= 'A' && code[i] <= 'Z' ? static_cast<char>(code[i] + 32) : code[i];
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\\' || c == '_' || c == '*') ++i;
    else if (c == '[') bracket = i + 1 >= code.size() || (code[i + 1] != 'h' && code[i + 1] != 'H');
    else if (c == ']') bracket = false;
    else if (!bracket && (c == 'y' || c == 'd' || c == 'e')) day = true;
    else if (!bracket && (c == 'h' || c == 's')) hour = true;
    else if (!bracket && c == 'm') month = true;
    else if (!bracket && c == '%') percent = true;
    else if (!bracket && (c == '0' || c == '#')) return percent || code.find('%') != code.npos ? NumberKind::Percent
                                                                                             : NumberKind::Plain;
  }
  if (day && hour) return NumberKind::DateTime;
  if (hour) return NumberKind::Time;
  return day || month ? NumberKind::Date : NumberKind::Plain;
}

// The time of day, or so many hours where the days are counted as hours.
std::string clock(double days) {
  const auto minutes = static_cast<long>(std::floor(days * 24 * 60 + 0.01));
  return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

}  // namespace

NumberFormats::NumberFormats(const std::string& styles, bool from_1904) : from_1904_(from_1904) {
  if (styles.empty()) return;
  std::map<int, NumberKind> own;
  bool cells = false;
  read_xml(styles, {[&](const XmlElement& element) {
                      if (element.name() == "numFmt") {
                        own[number(element.attribute("numFmtId"))] = kind_of(element.attribute("formatCode"));
                      } else if (element.name() == "cellXfs") {
                        cells = true;
                      } else if (cells && element.name() == "xf") {
                        const int format = number(element.attribute("numFmtId"));
                        const auto found = own.find(format);
                        kinds_.push_back(found == own.end() ? builtin_kind(format) : found->second);
                      }
                      return true;
                    },
                    [&](std::string_view name) { cells = cells && name != "cellXfs"; }, nullptr});
}

// The calendar of 1900 counts a 29 February that never was: days before it are one off.
std::string NumberFormats::day(double amount) const {
  const int days = static_cast<int>(amount);
  if (from_1904_) return Date(1904, 1, 1).plus_days(days).text();
  return Date(1899, 12, days < 60 ? 31 : 30).plus_days(days).text();
}

std::string NumberFormats::shown(const std::string& value, std::string_view style) const {
  double amount = 0;
  const auto [end, problem] = std::from_chars(value.data(), value.data() + value.size(), amount);
  if (problem != std::errc() || end != value.data() + value.size() || !std::isfinite(amount)) return value;
  const auto place = style.empty() ? 0 : static_cast<std::size_t>(number(style));  // a wrong one is beyond any
  const NumberKind kind = place < kinds_.size() ? kinds_[place] : NumberKind::Plain;
  constexpr double kLastDay = 2'957'003;  // 9999-12-31 in either calendar
  const bool in_calendar = amount >= 0 && amount <= kLastDay;
  if (kind == NumberKind::Percent) return fmt::format("{:.12g}%", amount * 100);
  if (kind == NumberKind::Time && in_calendar) return clock(amount);
  if (kind == NumberKind::Date && in_calendar && amount >= 1) return day(amount);
  if (kind == NumberKind::DateTime && in_calendar && amount >= 1) {
    return day(amount) + ' ' + clock(amount - std::floor(amount));
  }
  return fmt::format("{:.15g}", amount);
}

}  // namespace twofold::scanner
