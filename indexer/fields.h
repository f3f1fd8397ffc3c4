#pragma once
// The one table of fields. Documents, queries and help read it. Adding a field: docs/adding-a-field.md.

#include <array>
#include <span>
#include <string_view>

namespace twofold::indexer {

enum class Field {
  Customer, Category, Chapter, Manager, Year, Type, State, Shelf, Number, Responsible, Title, Date, Before, After
};

enum class FieldKind {
  Text,    // tokens under the prefix; all must match
  Exact,   // one folded term
  Code,    // letters and digits alone; the beginning is enough
  Year,    // years of filing, as indexer/day_range.h reads them
  Date,    // the signing date, as indexer/day_range.h reads it
};

struct FieldRow {
  Field field;
  std::string_view name, chinese, prefix;     // no prefix begins another one; dates have none
  FieldKind kind;
  std::string_view example;
  std::array<std::string_view, 2> also = {};  // further names that are understood; simplified, lower case
};

std::span<const FieldRow> field_table();
const FieldRow& row_of(Field field);
// By any of its names in whichever width, case and script (Customer, 客戶, ＹＥＡＲ); null where there is none.
const FieldRow* find_field(std::string_view name);

}  // namespace twofold::indexer
