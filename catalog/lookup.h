#pragma once
// From whatever a person types to the record: 档号, provisional number, storage ID, storage address, volume code, shelf code,
// container number, customer number or name.

#include "catalog/customers.h"
#include "catalog/shelf.h"

#include <variant>

namespace twofold::catalog {

using LookedUp = std::variant<Item, Volume, Customer, ShelfRow>;
std::optional<LookedUp> look_up(const Database& database, std::string_view number);
// The same where nothing but an item will do.
std::optional<Item> look_up_item(const Database& database, std::string_view number);

}  // namespace twofold::catalog
