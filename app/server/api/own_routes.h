#pragma once
// The rows of the table of routes that are no command: who answers them, and what the OpenAPI document says of them.

#include "app/server/api/call.h"

namespace twofold::app::api {

using OwnHandler = http::Response (*)(Call&);

struct OwnRoute {
  std::string_view method, path;
  OwnHandler handler;
  std::string_view statuses = "200";         // where all is well, separated by spaces
  std::string_view media = "application/json";  // of the answer; empty where there is none
  std::string_view body = "";                // the schema of the body; "*": the raw bytes; empty: none
  std::string_view query = "";               // its parameters, separated by spaces
  std::string_view result = "";              // the schema of what its job has made
};

// Throws Error{Internal, "api.bad_route"} where nobody answers it.
const OwnRoute& own_route(const Route& route);

}  // namespace twofold::app::api
