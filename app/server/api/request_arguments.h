#pragma once
// From what a request carries to the arguments of its command. Nothing is guessed: an unknown field, a missing one and
// one of the wrong type are refused by name.

#include "app/context.h"
#include "app/server/api/binding.h"

#include <Poco/JSON/Object.h>
#include <map>
#include <string>
#include <vector>

namespace twofold::app::api {

struct Given {
  std::map<std::string, std::string> path;
  std::vector<std::pair<std::string, std::string>> query;
  Poco::JSON::Object::Ptr body;  // null where there is none
};

// `scratch` is where the command's files go, `file` the body's where the route takes one. Throws Error{Usage,
// "api.unknown_field" | "api.field_missing" | "api.field_type"}.
Arguments arguments_of(const Binding& binding, const Given& given, const std::filesystem::path& scratch,
                       const std::filesystem::path& file);
// What is done by `secret()`; empty where the route has none.
std::string secret_of(const Binding& binding, const Given& given);

// The body of a request as an object, empty for no body; Error{Usage, "api.not_json"}.
Poco::JSON::Object::Ptr body_object(const std::string& body);
// For handlers of their own: refuses what is not among the names.
void refuse_unknown_fields(const Poco::JSON::Object& body, std::initializer_list<std::string_view> known);
std::string text_field(const Poco::JSON::Object& body, const std::string& name, bool required);
bool flag_field(const Poco::JSON::Object& body, const std::string& name);

}  // namespace twofold::app::api
