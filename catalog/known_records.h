#pragma once
// Lists for somebody who may know of some records alone. They begin at what that person keeps or was granted, so that a page costs as
// much as that and not as much as there is.

#include "catalog/grants.h"
#include "catalog/pairs.h"
#include "catalog/rectifications.h"

namespace twofold::catalog {

std::vector<Item> list_known_items(const Database& database, const Readable& known, const ItemFilter& filter, std::int64_t after_id,
                                   std::size_t most);
std::vector<Pair> list_known_pairs(const Database& database, const Readable& known, PairState state, std::int64_t after_item_id,
                                   std::size_t most);
// Those about a known customer, one of their items or volumes, and those about the archive itself.
std::vector<Rectification> list_known_rectifications(const Database& database, const Readable& known,
                                                     const std::optional<Date>& overdue_on, std::int64_t after_id, std::size_t most);

}  // namespace twofold::catalog
