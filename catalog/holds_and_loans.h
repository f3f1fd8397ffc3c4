#pragma once
// Holds (a reason to keep) and loans of paper, as records that block closing's end and purge.

#include "catalog/volumes.h"

namespace twofold::catalog {

enum class HoldScope { Item, Volume, Customer };

struct Hold {
  std::int64_t id = 0;
  HoldScope scope = HoldScope::Volume;
  std::string target;      // number as shown to people
  std::string reason, placed_by;
  Timestamp placed_at;
  std::optional<Timestamp> lifted_at;
};
// `target`: a volume code, any number of an item, or a customer number.
Hold place_hold(Transaction& transaction, std::string_view target, const std::string& reason);
void lift_hold(Transaction& transaction, std::int64_t id, const std::string& reason);
std::vector<Hold> list_holds(const Database& database, bool lifted_too);
// All that keep this volume: on itself, its items or their customers.
std::vector<Hold> holds_on(const Database& database, std::int64_t volume_id);

struct Loan {
  std::int64_t id = 0;
  VolumeCode volume;
  std::string borrower, department, reason, approved_by;
  Timestamp out_at;
  Date due;
  std::optional<Timestamp> returned_at;
};
// One live loan per volume, none on an open, listed or destroyed one: Error{Refused, "loan.…"}.
Loan lend_volume(Transaction& transaction, const VolumeCode& volume, const std::string& borrower, const std::string& department,
                 const std::string& reason, const std::string& approved_by, const Date& due);
void return_volume(Transaction& transaction, const VolumeCode& volume);
std::optional<Loan> live_loan(const Database& database, std::int64_t volume_id);
std::vector<Loan> list_loans(const Database& database, bool returned_too);

}  // namespace twofold::catalog
