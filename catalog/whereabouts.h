#pragma once
// Where the paper of many items is just now, in one look.

#include "catalog/database.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>

namespace twofold::catalog {

struct Whereabouts {
  std::string shelf;      // shelf code of its volume; empty while not placed
  std::string borrower;   // who has the volume; empty when nobody
};
// By item; without those that have no paper or are not there.
std::map<std::int64_t, Whereabouts> whereabouts_of(const Database& database, std::span<const std::int64_t> item_ids);

}  // namespace twofold::catalog
