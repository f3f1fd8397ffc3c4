#pragma once
// Holds: reasons to keep what could go. As long as one is not lifted, nothing it names is destroyed.

#include "catalog/volumes.h"

namespace twofold::catalog {

enum class HoldScope { Item, Volume, Customer, Question };

struct Hold {
  std::int64_t id = 0;
  HoldScope scope = HoldScope::Volume;
  std::string target;      // number as shown to people; of a question its words
  std::string reason, placed_by;
  Timestamp placed_at;
  std::optional<Timestamp> lifted_at;
};
// `target`: a volume code, any number of an item, or a customer number.
Hold place_hold(Transaction& transaction, std::string_view target, const std::string& reason);
// On every item that a question found, as one hold. Usage "hold.nothing_found".
Hold hold_found(Transaction& transaction, const std::string& question, const std::vector<std::int64_t>& items,
                const std::string& reason);
void lift_hold(Transaction& transaction, std::int64_t id, const std::string& reason);
std::vector<Hold> list_holds(const Database& database, bool lifted_too, std::int64_t after_id = 0, std::size_t most = 1000);
// All that keep this volume: on itself, its items or their customers.
std::vector<Hold> holds_on(const Database& database, std::int64_t volume_id);
// Whether one keeps this item: on itself, its volume or its customer.
bool is_held(const Database& database, const Item& item);

}  // namespace twofold::catalog
