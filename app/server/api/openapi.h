#pragma once
// /api/openapi.json: OpenAPI 3.1, from the tables of routes, commands, options and schemas.

#include <string>

namespace twofold::app::api {

std::string openapi_document();

}  // namespace twofold::app::api
