#pragma once
// Numbers of a workbook as a reader of the sheet sees them, where that matters for finding: dates are dates, shares are
// percentages.

#include <string>
#include <string_view>
#include <vector>

namespace twofold::scanner {

enum class NumberKind { Plain, Date, Time, DateTime, Percent };

class NumberFormats {
 public:
  // `styles` is the workbook's style part, empty when it has none; `from_1904`: days are counted from 1904-01-01.
  NumberFormats(const std::string& styles, bool from_1904);
  // 2026-03-01, 2026-03-01 14:30, 14:30, 12.5%, or the bare number without binary dust: 0.1 for 0.10000000000000001.
  std::string shown(const std::string& value, std::string_view style) const;

 private:
  std::string day(double amount) const;

  std::vector<NumberKind> kinds_;  // by style number
  bool from_1904_;
};

}  // namespace twofold::scanner
