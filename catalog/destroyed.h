#pragma once
// What disposition lists took of a volume, and what is left of it: neither counts what had been removed from it before (R18).

#include "catalog/disposition.h"

namespace twofold::catalog {

struct Taken {
  std::int64_t items = 0, pages = 0;
  Taken& operator+=(const Taken& more);
};
Taken taken_of(const Database& database, std::int64_t volume_id);
Taken left_of(const Database& database, std::int64_t volume_id);
// The same volume with these counts in place of those of its closing.
Volume counted(Volume volume, const Taken& there);
bool was_taken(const Database& database, std::int64_t item_id);

}  // namespace twofold::catalog
