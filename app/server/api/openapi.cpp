#include "app/server/api/openapi.h"

#include "app/commands/records.h"
#include "app/server/api/binding.h"
#include "app/server/api/etag.h"
#include "app/server/api/own_routes.h"
#include "app/server/api/schemas.h"
#include "base/message.h"
#include "base/text.h"

#include <map>

namespace twofold::app::api {
namespace {

Object of_type(const char* type) {
  Object schema = ordered_object();
  schema.set("type", type);
  return schema;
}

Object reference(std::string_view name) {
  Object schema = ordered_object();
  schema.set("$ref", "#/components/schemas/" + std::string(name));
  return schema;
}

Object list_of(const Object& items) {
  Object schema = of_type("array");
  schema.set("items", items);
  return schema;
}

Object value_schema(const std::string& type) {
  if (type == "text") return of_type("string");
  if (type == "int") return of_type("integer");
  if (type == "number") return of_type("number");
  if (type == "flag") return of_type("boolean");
  if (type == "texts") return list_of(of_type("string"));
  if (type == "any") return ordered_object();
  return reference(type);
}

Object or_null(const Object& schema) {
  Array either;
  either.add(schema);
  either.add(of_type("null"));
  Object both = ordered_object();
  both.set("anyOf", either);
  return both;
}

// Of whatever kind a number names.
Object any_record_schema() {
  Array kinds;
  for (const char* kind : {"item", "volume", "customer"}) kinds.add(reference(kind));
  Object either = ordered_object();
  either.set("anyOf", kinds);
  return either;
}

Object record_schema(const Schema& schema) {
  if (schema.name == "record") return any_record_schema();
  Object properties = ordered_object(), record = of_type("object");
  Array required;
  for (const auto& field : fields_of(schema)) {
    Object value = value_schema(field.type);
    if (field.list) value = list_of(value);
    if (field.nullable) value = or_null(value);
    properties.set(field.name, value);
    if (!field.optional) required.add(field.name);
  }
  record.set("properties", properties);
  record.set("required", required);
  // Fields are only ever added.
  record.set("additionalProperties", true);
  return record;
}

Object field_schema(const Field& field) {
  switch (field.type) {
    case Field::Type::Number: return of_type("integer");
    case Field::Type::Flag: return of_type("boolean");
    case Field::Type::List: return list_of(of_type("string"));
    case Field::Type::Day: {
      Object day = of_type("string");
      day.set("format", "date");
      return day;
    }
    case Field::Type::Text: break;
  }
  return of_type("string");
}

std::string words_of_option(const Field& field) {
  return field.option.empty() ? "" : render(Message{"option." + field.option, {}}, Language::English);
}

Object parameter(const std::string& name, const char* in, bool required, const Object& schema,
                 const std::string& description) {
  Object record = ordered_object();
  record.set("name", name);
  record.set("in", in);
  record.set("required", required);
  if (!description.empty()) record.set("description", description);
  record.set("schema", schema);
  return record;
}

Array parameters_of(const Route& route, const Binding& binding) {
  Array parameters;
  if (route.command.empty()) {
    for (const auto& name : path_parameters(route.path))
      parameters.add(parameter(name, "path", true, of_type("string"), ""));
    for (const auto& name : split(std::string(own_route(route).query), ' '))
      if (!name.empty()) parameters.add(parameter(name, "query", false, of_type("string"), ""));
  }
  for (const auto& field : binding.fields)
    if (field.place != Field::Place::Body)
      parameters.add(parameter(field.name, field.place == Field::Place::Path ? "path" : "query", field.required,
                               field_schema(field), words_of_option(field)));
  if (route.method == "POST") parameters.add(parameter("Idempotency-Key", "header", false, of_type("string"), ""));
  if (needs_condition(route)) parameters.add(parameter("If-Match", "header", true, of_type("string"), ""));
  if (!is_reading(route))
    parameters.add(parameter("X-CSRF-Token", "header", false, of_type("string"), "of the session, with its cookie"));
  return parameters;
}

Object content(const char* media_type, const Object& schema) {
  Object typed = ordered_object(), by_type = ordered_object();
  typed.set("schema", schema);
  by_type.set(media_type, typed);
  return by_type;
}

Object body_of_bytes() {
  Object body = ordered_object();
  body.set("required", true);
  body.set("content", content("application/octet-stream", ordered_object()));
  return body;
}

// Where a command answers.
Object body_of(const Binding& binding) {
  if (binding.file_operand) return body_of_bytes();
  Object properties = ordered_object(), schema = of_type("object"), body = ordered_object();
  Array required;
  for (const auto& field : binding.fields) {
    if (field.place != Field::Place::Body) continue;
    Object value = field_schema(field);
    if (const std::string words = words_of_option(field); !words.empty()) value.set("description", words);
    properties.set(field.name, value);
    if (field.required) required.add(field.name);
  }
  schema.set("properties", properties);
  schema.set("required", required);
  schema.set("additionalProperties", false);
  body.set("required", required.size() > 0);
  body.set("content", content("application/json", schema));
  return body;
}

Object described(const std::string& words) {
  Object response = ordered_object();
  response.set("description", words);
  return response;
}

Object own_body_of(std::string_view schema) {
  if (schema == "*") return body_of_bytes();
  Object body = ordered_object();
  body.set("required", true);
  body.set("content", content("application/json", reference(schema)));
  return body;
}

Object answer_of(const Route& route) {
  Object response = described(route.gives == Gives::File ? "the file" : "the answer");
  const std::string_view schema = route.gives == Gives::Job ? "job" : route.schema;
  if (!schema.empty()) response.set("content", content("application/json", reference(schema)));
  else response.set("content", content(media_type_of(bind(route).file_name).c_str(), ordered_object()));
  return response;
}

Object own_answer_of(const Route& route, const OwnRoute& own, const std::string& status) {
  Object response = described("the answer");
  if (own.media.empty() || status == "204" || status == "304") return response;
  Object by_type = ordered_object();
  if (!route.schema.empty()) by_type = content("application/json", reference(route.schema));
  if (own.media != "application/json") {
    Object any = ordered_object();
    any.set("schema", ordered_object());
    by_type.set(std::string(own.media), any);
  }
  response.set("content", by_type);
  return response;
}

const char* status_of(const Route& route) {
  switch (route.gives) {
    case Gives::Created: return "201";
    case Gives::Job: return "202";
    default: return "200";
  }
}

Object operation_of(const Route& route) {
  const Binding binding = bind(route);
  Object operation = ordered_object(), responses = ordered_object();
  operation.set("operationId",
                replace_all(replace_all(std::string(route.method) + std::string(route.path), "/", "_"), "-", "_"));
  if (!route.command.empty())
    operation.set("summary", render(Message{"command." + std::string(route.command), {}}, Language::English));
  if (route.gives == Gives::Job) operation.set("x-result", std::string(route.schema));
  operation.set("parameters", parameters_of(route, binding));
  if (route.command.empty()) {
    const auto& own = own_route(route);
    if (!own.result.empty()) operation.set("x-result", std::string(own.result));
    if (!own.body.empty()) operation.set("requestBody", own_body_of(own.body));
    for (const auto& status : split(std::string(own.statuses), ' ')) responses.set(status, own_answer_of(route, own, status));
  } else {
    if (!is_reading(route) && route.method != "DELETE") operation.set("requestBody", body_of(binding));
    responses.set(status_of(route), answer_of(route));
  }
  Object problem = described("what went wrong");
  problem.set("content", content("application/problem+json", reference("problem")));
  responses.set("default", problem);
  operation.set("responses", responses);
  return operation;
}

}  // namespace

std::string openapi_document() {
  Object document = ordered_object(), info = ordered_object(), paths = ordered_object(), components = ordered_object(),
         schemas = ordered_object();
  info.set("title", "Twofold");
  info.set("version", "1");
  std::map<std::string, Object> by_path;
  for (const auto& route : route_table()) {
    auto& path = by_path.try_emplace(std::string(kPrefix) + std::string(route.path), ordered_object()).first->second;
    std::string method(route.method);
    for (auto& letter : method) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    path.set(method, operation_of(route));
  }
  for (const auto& [name, path] : by_path) paths.set(name, path);
  for (const auto& schema : schema_table()) schemas.set(std::string(schema.name), record_schema(schema));
  components.set("schemas", schemas);
  document.set("openapi", "3.1.0");
  document.set("info", info);
  document.set("paths", paths);
  document.set("components", components);
  return json_text(document);
}

}  // namespace twofold::app::api
