#pragma once
// How pages and objects of an item are written; used by the sources of this folder only.

#include "catalog/items.h"

namespace twofold::catalog {

void insert_pages(const Database& database, std::int64_t item_id, const std::vector<ItemPage>& pages);
void insert_object(Transaction& transaction, std::int64_t item_id, std::string_view role, const StoredObject& object);

}  // namespace twofold::catalog
