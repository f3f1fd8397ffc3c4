#pragma once
// Changes of an item's catalogue data (R16): asked for with a reason, consented to by another, kept with what stood there before.

#include "catalog/concerned.h"
#include "catalog/items.h"

namespace twofold::catalog {

struct AmendedField {
  std::string field;               // "title", "document_number", "responsible", "date"
  std::string before, after;
};
struct Amendment {
  std::int64_t id = 0, item_id = 0;
  std::string number, title;       // of the item, as it is now
  std::string state;               // "requested", "applied", "refused"
  std::string reason, requested_by, decided_by, refusal;
  Timestamp requested_at;
  std::optional<Timestamp> decided_at;
  int revision = 0;                // of the item's data; 0 until applied
  std::vector<AmendedField> fields;
};

// What is not given stays. An item that is not filed yet is changed at once, and its signatures go: they were for what it said
// before. Errors: Usage "amendment.reason_missing" | "amendment.nothing" | "amendment.bad_value", Refused "item.gone" |
// "amendment.other_year" (the year is part of the item's place).
struct WantedFields {
  std::optional<std::string> title, document_number, responsible;
  std::optional<Date> date;
};
Amendment request_amendment(Transaction& transaction, std::int64_t item_id, const WantedFields& wanted, const std::string& reason);
// Not by who asked: Error{Refused, "amendment.own_request"}. Error{Refused, "amendment.decided" | "amendment.overtaken"}, NotFound
// "amendment.unknown".
Amendment consent_to_amendment(Transaction& transaction, std::int64_t id);
Amendment refuse_amendment(Transaction& transaction, std::int64_t id, const std::string& reason);

std::optional<Amendment> find_amendment(const Database& database, std::int64_t id);
// Of one item, the newest last: its history. Every state.
std::vector<Amendment> amendments_of(const Database& database, std::int64_t item_id);
// That wait for consent; `whose` given: those alone that concern them.
std::vector<Amendment> list_open_amendments(const Database& database, std::int64_t after_id, std::size_t most,
                                            const std::optional<Concerned>& whose = {});

}  // namespace twofold::catalog
