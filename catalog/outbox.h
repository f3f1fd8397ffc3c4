#pragma once
// What the index has yet to learn. A row is written in the transaction that changes an item and removed after the index has
// committed; replaying is idempotent.

#include "catalog/database.h"

#include <cstdint>
#include <vector>

namespace twofold::catalog {

struct OutboxRow {
  std::int64_t id = 0;
  std::int64_t item_id = 0;
  bool remove = false;
};

void enqueue_indexing(Transaction& transaction, std::int64_t item_id, bool remove = false);
std::vector<OutboxRow> pending_indexing(const Database& database, std::size_t most);
void forget_indexing(Transaction& transaction, std::int64_t up_to_id);  // rows with id <= up_to_id
std::int64_t count_pending_indexing(const Database& database);

}  // namespace twofold::catalog
