#pragma once
// Daily records on their way into the six categories (R20, R21), and the important ones that have not gone it yet.

#include "catalog/items.h"

namespace twofold::catalog {

struct Promotion {
  std::string document_type;
  int category = 0;                // 1 … 6
  std::int64_t chapter_id = 0;     // of that category
  std::optional<std::int64_t> customer_id;
  Retention retention = Retention::Years30;
  bool paper = false;
};
// A draft of that category from now on: the storage ID stays, a provisional number is drawn, what it was is kept with who moved it.
// Error{Refused, "promotion.no_daily_record" | "item.gone"}.
Item promote_item(Transaction& transaction, std::int64_t item_id, const Promotion& promotion);

struct Provenance {
  std::string document_type;       // as a daily record
  std::string promoted_by;
  Timestamp promoted_at;
};
std::optional<Provenance> provenance_of(const Database& database, std::int64_t item_id);

// Twice changes nothing. Error{Refused, "promotion.no_daily_record"}.
void mark_important(Transaction& transaction, std::int64_t item_id);
// Daily records marked, or of one of these types.
std::vector<Item> list_unpromoted(const Database& database, const std::vector<std::string>& important_types, std::int64_t after_id,
                                  std::size_t most);

}  // namespace twofold::catalog
