#pragma once
// What is said of an item before it is filed, set right by whoever catalogues it. What is filed changes by amendments alone (R16).

#include "catalog/items.h"

namespace twofold::catalog {

// What is not given stays.
struct NewDescription {
  struct Type {
    std::string key;
    int category = 0;
    Retention retention = Retention::Years30;
    bool voucher = false;                       // has a paper track from now on (R22)
  };
  std::optional<std::string> title, document_number, responsible;
  std::optional<std::optional<Date>> date;      // of another year: the item goes into that year's open volume (R5)
  std::optional<Type> type;                     // of the same category, which the item's number names
  std::optional<std::int64_t> customer_id;      // of the same account manager, whose chapter the number names (R6)
};

// The signatures go: they were for what it said before (R9). Event "item.described" with the old values and the new ones. Errors: Usage
// "amendment.bad_value" (an empty title) | "amendment.nothing", NotFound "item.unknown", Refused "item.gone" | "description.filed" |
// "description.other_category" | "description.other_chapter".
Item describe_item(Transaction& transaction, std::int64_t item_id, const NewDescription& wanted);

}  // namespace twofold::catalog
