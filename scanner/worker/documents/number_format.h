#pragma once
// Numbers of a workbook as a reader of the sheet sees them, where that matters for finding: dates are dates.

#include <string>
#include <string_view>
#include <vector>

namespace twofold::scanner {

class NumberFormats {
 public:
  // `styles` is the workbook's style part; empty when it has none.
  explicit NumberFormats(const std::string& styles);
  // 2026-03-01, or the number itself without binary dust (0.1, not 0.10000000000000001).
  std::string shown(const std::string& value, std::string_view style) const;

 private:
  std::vector<bool> dates_;  // by style number
};

}  // namespace twofold::scanner
