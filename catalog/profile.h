#pragma once
// What kind of organisation the archive serves, as data: categories, document types with their requirements (R1, R7),
// customer fields and classes, access policy, retention rules (R43) and waiting times. Read from a TOML file.

#include "catalog/numbers.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace twofold::catalog {

struct BilingualName {
  std::string chinese, english;
};

// A customer's field has one of these values.
struct FieldCondition {
  std::string field;
  std::vector<std::string> values;
};

struct DocumentType {
  std::string key;            // contract
  int category = 0;           // 0: a daily record (R20)
  BilingualName name;
  bool required = false;      // a complete customer has one (R7)
  std::string required_for;   // a customer class it is required for; empty: all
  std::optional<FieldCondition> required_when;   // or customers whose field says so (R32)
  bool copy = false;          // of a document somebody must have seen: verified by whom and when (R35)
  bool site_photo = false;    // a customer with all of these counts as built (R29)
  std::string other_half;     // the type that must come with it, such as the photo after (R34); may be empty
  bool important = false;     // of a daily record: should be promoted into a category (R21); of a category: has a printed twin (R23)
  int current_for_months = 0; // the newest one is renewed within these (R32); 0: does not age
  bool voucher = false;       // sealed or signed: must have a paper track (R22)
  Retention retention = Retention::Years30;
};

struct CategoryRule {
  int number = 0;             // 1 … 6
  BilingualName name;
  bool has_customer = true;   // where not, a waiver stands in for the customer's signature (R10)
  bool signing_order = false; // sorts by signing date (R3)
};

struct CustomerField {
  std::string key;
  BilingualName name;
  bool required = false;
};

// A class that follows what a customer has spent in all (R40).
struct ClassRule {
  std::string customer_class;
  std::int64_t from_yuan = 0;
  int valid_months = 0;       // 0: does not lapse
};

struct Profile {
  std::string key;                         // club
  BilingualName name;
  std::vector<CategoryRule> categories;    // six, in order
  std::vector<DocumentType> document_types;
  std::vector<CustomerField> customer_fields;
  std::vector<std::string> customer_classes;
  std::vector<ClassRule> class_rules;      // may be empty
  std::string access;                      // "own_customers" (R11–R13) or "any_customer" (R31)
  int removal_hold_months = 1;             // R18
  int cooling_months = 1;                  // between approval and destruction, at least 1
  int pages_per_volume = 300;              // closing starts a further volume beyond it

  const DocumentType* document_type(std::string_view key) const;
  // By key, Chinese or English name.
  const DocumentType* find_document_type(std::string_view name) const;
  const CategoryRule& category(int number) const;
};

// Every fault is reported, not the first alone: throws Error{Invalid, "profile.invalid"} whose argument lists
// "file:line: field: reason" lines.
Profile load_profile(const std::filesystem::path& file);
// The shipped profiles, by key; they are part of the program.
std::vector<std::string> shipped_profiles();
std::string shipped_profile_text(std::string_view key);  // throws Error{NotFound, "profile.unknown"}

}  // namespace twofold::catalog
