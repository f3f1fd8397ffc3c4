#pragma once
// What a route asks for, worked out from its row and that of its command: the one description from which requests are
// read and the OpenAPI document is written.

#include "app/server/api/routes.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace twofold::app::api {

struct Field {
  enum class Place { Path, Query, Body };
  enum class Type { Text, Number, Day, Flag, List };
  enum class Target { Operand, Option, Secret };

  std::string name;
  Place place = Place::Query;
  Type type = Type::Text;
  bool required = false;
  Target target = Target::Option;
  std::string option;  // of Target::Option; a list's values are joined by commas
};

struct Binding {
  const Command* command = nullptr;                          // null where a handler of its own answers
  std::vector<Field> fields;                                 // operands first, in order
  std::vector<std::pair<std::string, std::string>> settled;  // options that the route gives
  std::optional<std::size_t> file_operand;                   // the body is the file that this operand names
  std::string file_name;                                     // of the file that is given back; empty where none is
  std::string file_option;                                   // by which it is asked for; empty: as an operand

  const Field* field(std::string_view name) const;
};

// Throws Error{Internal, "cli.no_such_option" | "api.bad_route"} where the row names what there is not: the tests call
// it for every row.
Binding bind(const Route& route);
// Of a file that is given back, by its name.
std::string media_type_of(const std::string& file);
// Whether the route changes nothing but the log of readings.
inline bool is_reading(const Route& route) { return route.method == "GET"; }
// The names between braces, in order.
std::vector<std::string> path_parameters(std::string_view path);

}  // namespace twofold::app::api
