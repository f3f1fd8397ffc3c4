#pragma once
// The one table of fields. Documents, queries and help read it. Adding a field: docs/adding-a-field.md.

#include <span>
#include <string_view>

namespace twofold::indexer {

enum class Field { Customer, Category, Manager, Year, Type, Shelf, Number, Before, After, Title };

enum class FieldKind {
  Text,    // tokens under the prefix; all must match
  Exact,   // one folded term
  Code,    // letters and digits alone; the beginning is enough
  Year,    // 2024 or 2023..2024
  Date,    // compares with the date slot
};

struct FieldRow {
  Field field;
  std::string_view name, chinese, prefix;
  FieldKind kind;
  std::string_view example;
};

std::span<const FieldRow> field_table();
const FieldRow& row_of(Field field);
// By English or Chinese name, folded; null where there is none.
const FieldRow* find_field(std::string_view name);

// Codes in running text; and the slot of the date, YYYYMMDD.
inline constexpr std::string_view kCodePrefix = "XC";
inline constexpr unsigned kDateSlot = 0;

}  // namespace twofold::indexer
