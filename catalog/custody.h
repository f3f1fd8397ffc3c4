#pragma once
// Who has kept a chapter, from when until when (R6); nothing is renumbered when it goes to another.

#include "catalog/customers.h"

namespace twofold::catalog {

struct Custody {
  std::int64_t row = 0;        // to go on after
  int category = 0;
  ChapterCode chapter;
  std::string manager;
  Date since;
  std::optional<Date> until;   // nothing: still
};
// In the order in which they began; `manager` empty: everybody's.
std::vector<Custody> list_custody(const Database& database, std::string_view manager, std::int64_t after_row, std::size_t most);

}  // namespace twofold::catalog
