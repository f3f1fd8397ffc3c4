#pragma once
// The one table of routes. Dispatch, /api/openapi.json, docs/api.md and the authorisation matrix of the tests all read
// it. Nearly every route is a row of the command table under an address: what it may do, how and with which words
// stands there.

#include "app/command_table.h"

#include <optional>
#include <span>
#include <string_view>

namespace twofold::app::api {

inline constexpr std::string_view kPrefix = "/api/v1";

enum class Gives {
  Record,   // 200 and a JSON object
  Created,  // 201 and the JSON object of what was made
  File,     // 200 and a file, as an attachment
  Job,      // 202 and the job that does it; its answer is the job's `result`
  Own,      // as its handler says
};

struct Route {
  std::string_view method;   // "GET", "POST", "PUT", "DELETE"
  std::string_view path;     // below kPrefix; "/items/{number}/text"
  std::string_view command;  // the row of the command table; empty where a handler of its own answers
  // The fields that become the command's operands, in order: "volume place"; "numbers…" is a list that may go on.
  // "<file" is the body, as a file; ">audit.log" the file that is given back.
  std::string_view operands;
  // The fields that become its options, under the option's own name with _ for -; "name>save" where the field is called
  // otherwise; "codes!" where this route must have it; "dry-run=1" where the route settles it; "out=>forms.pdf" for the
  // file that is given back, a tar where it is a folder; "<password" for what the command would read from standard
  // input; "*": all but those that name files.
  std::string_view options;
  Gives gives = Gives::Record;
  std::string_view schema;  // of the answer, in schemas.cpp; the job's result with Gives::Job
  // What whoever asks must be allowed to do somewhere, where the command asks only once it runs.
  std::optional<catalog::Action> action = {};
};

// A command that is not offered over HTTP, and why not.
struct LocalCommand {
  std::string_view command, because;
};

std::span<const Route> route_table();
std::span<const LocalCommand> local_commands();

}  // namespace twofold::app::api
