#pragma once
// What the records of upkeep share: a moment as people write it, and the faults of a table that is taken in whole.

#include "base/clock.h"
#include "base/message.h"

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace twofold::catalog {

// A day and the time on the wall, as a logger or a hand writes it: 2026-03-01 08:30.
struct LocalTime {
  Date day;
  int minute = 0;  // of the day

  // Also 2026-03-01T08:30:59 (seconds are dropped), 2026/3/1 8:30 and every way to write a day that Date takes.
  static std::optional<LocalTime> try_parse(std::string_view text);
  // Throws Error{Usage, "upkeep.bad_time"}.
  static LocalTime parse(std::string_view text);
  std::string text() const;
  friend auto operator<=>(const LocalTime&, const LocalTime&) = default;
};

// A row of an imported table that is not sound.
struct RowFault {
  int line = 0;  // of the file, from 1
  Message reason;
};

// What an import did: nothing at all where a row has a fault. Rows that are known already count as unchanged.
struct ImportResult {
  std::size_t added = 0, unchanged = 0;
  std::vector<RowFault> faults;
};

}  // namespace twofold::catalog
