#pragma once
// Days as people write them in a question: 2026, 2026-03, 2026/3/1, 20260301, 2026年3月, 二〇二六年三月, March 2026, 2026Q1, and from one
// such writing to another with .. ~ 至 or 到, either end open with ..

#include "base/clock.h"

#include <optional>
#include <string_view>

namespace twofold::indexer {

struct DayRange {
  std::optional<Date> first, last;  // inclusive; none: open
};

// Nothing where it is no date, names a day that does not exist, or ends before it begins.
std::optional<DayRange> read_days(std::string_view text);

}  // namespace twofold::indexer
