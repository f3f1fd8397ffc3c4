#pragma once
// Days, months, quarters, years and stretches of them, as people write them in questions.

#include "base/clock.h"

#include <optional>
#include <string_view>

namespace twofold::indexer {

// Both ends belong to it; an end that is missing is open.
struct DayRange {
  std::optional<Date> first, last;
};

// 2026, 2026-03, 202603, 2026/3/1, 20260301, 2026年3月, 二〇二六年三月一日, March 2026, 1 March 2026, 2026Q1, 2026年上半年;
// two of them with .., ~, 至, 到, a dash or "to" between, in either order; one with such a sign before or after it is
// open at that end. Nothing where it is none of these or where the day does not exist. Years are 1000 to 2999.
std::optional<DayRange> read_days(std::string_view text);

}  // namespace twofold::indexer
