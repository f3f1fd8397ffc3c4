#include "app/server/api/call.h"

#include "app/commands/records.h"

#include <algorithm>
#include <charconv>

namespace twofold::app::api {

void Call::admit(std::optional<catalog::Action> action) {
  face.identify();
  if (action) face.authority().require(*action);
}

Poco::JSON::Object::Ptr Call::body(std::initializer_list<std::string_view> known) {
  auto object = body_object(request.body.text());
  if (!object) object = new Poco::JSON::Object;
  refuse_unknown_fields(*object, known);
  return object;
}

std::int64_t Call::id() const {
  const std::string& text = path("id");
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  if (error != std::errc() || end != text.data() + text.size())
    throw Error(ErrorKind::NotFound, msg("lookup.nothing", text));
  return id;
}

std::string Call::query(const std::string& name) const { return request.parameter(name).value_or(""); }

void Call::know_query(std::initializer_list<std::string_view> known) const {
  for (const auto& [name, value] : request.query)
    if (name != "lang" && std::ranges::find(known, std::string_view(name)) == known.end())
      throw Error(ErrorKind::Usage, msg("api.unknown_field", name));
}

http::Response json_response(int status, const Poco::JSON::Object& object) {
  auto response = http::text_response(status, "application/json", json_text(object));
  response.headers.set("Cache-Control", "no-store");
  return response;
}

http::Response job_response(const Poco::JSON::Object& job) {
  auto response = json_response(202, job);
  response.headers.set("Location", std::string(kPrefix) + "/jobs/" + job.getValue<std::string>("id"));
  return response;
}

}  // namespace twofold::app::api
