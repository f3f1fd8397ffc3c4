#pragma once
// What a complete customer still lacks (R7, R8, R29, R34, R35), how many are complete (R30), and where documents and the customer's
// fields disagree (R36).

#include "catalog/customer_lists.h"
#include "catalog/items.h"

namespace twofold::catalog {

struct Gap {
  enum class Kind { Type, Field, Copy, Half, Twin, Outdated };
  // A document type or field that is missing, a copy nobody verified, one of two halves, an important file without its printed
  // twin (R23), the newest of a type that should have been renewed (R32).
  Kind kind = Kind::Type;
  std::string key;          // of the type or field
  std::string number;       // of the copy, of the half that is there, of the file, of the newest
};
std::string text(Gap::Kind kind);  // "type", "field", "copy", "half", "twin", "outdated"

struct CustomerGaps {
  Customer customer;
  std::vector<Gap> gaps;
};
// On that day.
std::vector<Gap> gaps_of(const Database& database, const Profile& profile, const Customer& customer, const Date& day);
// Customers with gaps alone, in the order of their numbers.
std::vector<CustomerGaps> list_gaps(const Database& database, const Profile& profile, const CustomerScope& scope,
                                    const Date& day, const std::string& after_number, std::size_t most);

// 建档率: customers known on that day, and those of them whose site photos were all filed then, as pictures (R29, R30).
struct BuiltRate {
  std::int64_t qualified = 0, built = 0;
};
BuiltRate built_rate(const Database& database, const Profile& profile, const Date& day);

// Somebody has seen the original (R35). Refused "copy.no_copy" where the document type is none, "copy.verified_already", "item.gone".
void verify_copy(Transaction& transaction, const Profile& profile, const Item& item);

// What a document says of a customer's field; an empty value takes it away. Usage "customer.unknown_field", Refused "item.gone".
void record_fact(Transaction& transaction, const Profile& profile, const Item& item, const std::string& key, const std::string& value);
struct Mismatch {
  std::int64_t item_id = 0;
  std::string customer_number, customer, item, key, says;
  std::string expected;     // the customer's field; empty where it is not filled in
};
// Documents whose fact is not what the customer's field says.
std::vector<Mismatch> list_mismatches(const Database& database, const CustomerScope& scope, std::int64_t after_item_id, std::size_t most);

}  // namespace twofold::catalog
