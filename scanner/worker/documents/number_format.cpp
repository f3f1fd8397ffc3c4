#include "scanner/worker/documents/number_format.h"

#include "base/clock.h"
#include "scanner/worker/documents/xml.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <set>

namespace twofold::scanner {
namespace {

int number(std::string_view text) {
  int value = -1;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

bool builtin_date(int format) {
  return (format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 31) || format == 36 ||
         (format >= 50 && format <= 54) || format == 57 || format == 58;
}

// A format that writes years or days outside of quotes and brackets.
bool date_code(std::string_view code) {
  bool quoted = false, bracket = false;
  for (const char c : code) {
    if (c == '"') quoted = !quoted;
    else if (!quoted && c == '[') bracket = true;
    else if (c == ']') bracket = false;
    else if (!quoted && !bracket && (c == 'y' || c == 'Y' || c == 'd' || c == 'D')) return true;
  }
  return false;
}

}  // namespace

NumberFormats::NumberFormats(const std::string& styles) {
  if (styles.empty()) return;
  std::set<int> own;
  bool cells = false;
  read_xml(styles, {[&](const XmlElement& element) {
                      if (element.name() == "numFmt" && date_code(element.attribute("formatCode"))) {
                        own.insert(number(element.attribute("numFmtId")));
                      } else if (element.name() == "cellXfs") {
                        cells = true;
                      } else if (cells && element.name() == "xf") {
                        const int format = number(element.attribute("numFmtId"));
                        dates_.push_back(builtin_date(format) || own.contains(format));
                      }
                      return true;
                    },
                    [&](std::string_view name) { cells = cells && name != "cellXfs"; }, nullptr});
}

std::string NumberFormats::shown(const std::string& value, std::string_view style) const {
  double amount = 0;
  const auto [end, problem] = std::from_chars(value.data(), value.data() + value.size(), amount);
  if (problem != std::errc() || end != value.data() + value.size() || !std::isfinite(amount)) return value;
  const int index = style.empty() ? -1 : number(style);
  const auto place = static_cast<std::size_t>(index);  // without a style: beyond any
  const bool date = place < dates_.size() && dates_[place];
  constexpr double kLastDay = 2'958'465;  // 9999-12-31
  if (date && amount >= 61 && amount <= kLastDay) return Date(1899, 12, 30).plus_days(static_cast<int>(amount)).text();
  return fmt::format("{:.15g}", amount);
}

}  // namespace twofold::scanner
