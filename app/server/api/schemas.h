#pragma once
// What answers look like: one table of records, checked in the tests against real answers and written into
// /api/openapi.json.

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace twofold::app::api {

// "name" text; "name:int", "name:number", "name:flag", "name:any", "name:texts" (a list of texts), "name:loan" another
// record, "name:[loan]" a list of them, "name:loan|null"; "?" at the end: not always there.
struct Schema {
  std::string_view name;
  std::string_view fields;  // separated by spaces
};

std::span<const Schema> schema_table();
const Schema* find_schema(std::string_view name);

struct SchemaField {
  std::string name, type;
  bool list = false, optional = false, nullable = false;
};
std::vector<SchemaField> fields_of(const Schema& schema);

}  // namespace twofold::app::api
