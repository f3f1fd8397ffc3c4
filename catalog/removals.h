#pragma once
// Removing an item before its retention ends (R17, R18): asked for, consented to, a calendar month of grace in which it can be
// restored, then a second confirmation that destroys it. Nothing is destroyed by itself.

#include "catalog/concerned.h"
#include "catalog/items.h"

namespace twofold::catalog {

enum class RemovalCause { Erroneous, Outdated, Dead };  // R17: no other
std::string text(RemovalCause cause);
std::optional<RemovalCause> try_parse_removal_cause(std::string_view text);

enum class RemovalState { Requested, Refused, Hold, Restored, Destroyed };
std::string text(RemovalState state);
std::optional<RemovalState> try_parse_removal_state(std::string_view text);

struct Removal {
  std::int64_t id = 0, item_id = 0;
  std::string number, title;       // of the item
  RemovalState state = RemovalState::Requested;
  RemovalCause cause = RemovalCause::Erroneous;
  std::string reason, requested_by, decided_by, refusal, ended_by;
  Timestamp requested_at;
  std::optional<Timestamp> decided_at, ended_at;
  std::optional<Date> keep_until;  // the last day of the month of grace
};

// Of any item that is there. Errors: Usage "removal.reason_missing", Refused "removal.under_way" | "item.gone" | "item.transferred", and
// what keeps it from going, asked again by consent and confirmation: "removal.held", "removal.debt_unsettled" (filed debts, category 3),
// "removal.in_fonds_file", "removal.proves", and while its volume is not at hand "removal.lent" | "removal.listed".
Removal request_removal(Transaction& transaction, std::int64_t item_id, RemovalCause cause, const std::string& reason);
// By another than who asked: PersonRefused "removal.own_request". The item leaves every search and list.
Removal consent_to_removal(Transaction& transaction, std::int64_t id, int months_of_grace);
Removal refuse_removal(Transaction& transaction, std::int64_t id, const std::string& reason);
// As long as nobody has confirmed, also after the month.
Removal restore_removed(Transaction& transaction, std::int64_t id);
// The second confirmation, once the month is over: a stub stays, the bytes are queued for destruction. An item of a bound volume
// stays as a struck row. Error{Refused, "removal.in_grace"}.
Removal confirm_removal(Transaction& transaction, std::int64_t id);

std::optional<Removal> find_removal(const Database& database, std::int64_t id);
// The one that has taken the item away or is about to; nothing where it was restored or refused, or never asked for.
std::optional<Removal> removal_of(const Database& database, std::int64_t item_id);
// `whose` given: those alone that concern them.
std::vector<Removal> list_removals(const Database& database, const std::optional<RemovalState>& state, std::int64_t after_id,
                                   std::size_t most, const std::optional<Concerned>& whose = {});
// Those whose month is over by that day: what waits for the second confirmation.
std::vector<Removal> list_removals_due(const Database& database, const Date& by, std::int64_t after_id, std::size_t most,
                                       const std::optional<Concerned>& whose = {});

}  // namespace twofold::catalog
