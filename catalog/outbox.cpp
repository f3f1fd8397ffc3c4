#include "catalog/outbox.h"

#include "catalog/sql.h"

namespace twofold::catalog {

void enqueue_indexing(Transaction& transaction, std::int64_t item_id, bool remove) {
  Statement(transaction.database(), "INSERT INTO outbox(item_id, operation) VALUES(?, ?)")
      .bind(item_id)
      .bind(remove ? "remove" : "put")
      .run();
}

std::vector<OutboxRow> pending_indexing(const Database& database, std::size_t most) {
  Statement row(database, "SELECT id, item_id, operation FROM outbox ORDER BY id LIMIT ?");
  row.bind(static_cast<std::int64_t>(most));
  std::vector<OutboxRow> rows;
  while (row.step()) rows.push_back({row.integer(0), row.integer(1), row.text(2) == "remove"});
  return rows;
}

void forget_indexing(Transaction& transaction, std::int64_t up_to_id) {
  Statement(transaction.database(), "DELETE FROM outbox WHERE id <= ?").bind(up_to_id).run();
}

std::int64_t count_pending_indexing(const Database& database) {
  Statement row(database, "SELECT count(*) FROM outbox");
  row.step();
  return row.integer(0);
}

}  // namespace twofold::catalog
