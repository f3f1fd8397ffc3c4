#include "app/server/api/api.h"

#include "app/commands/records.h"
#include "app/server/api/openapi.h"
#include "app/server/api/session.h"
#include "app/server/api/statuses.h"
#include "app/server/http/problem.h"
#include "base/text.h"

#include <algorithm>

namespace twofold::app::api {
namespace {

constexpr auto kPatience = std::chrono::seconds(5);

std::vector<std::string> segments_of(std::string_view path) {
  auto segments = split(std::string(path.substr(1)), '/');
  return segments;
}

bool is_parameter(const std::string& segment) { return segment.starts_with('{'); }

// Whether the request's path, after "api", "v1", is the route's; what stands in its parameters.
bool fits(const std::vector<std::string>& route, const std::vector<std::string>& asked,
          std::map<std::string, std::string>& path) {
  if (asked.size() != route.size() + 2) return false;
  path.clear();
  for (std::size_t i = 0; i < route.size(); ++i) {
    const auto& given = asked[i + 2];
    if (is_parameter(route[i])) path[route[i].substr(1, route[i].size() - 2)] = given;
    else if (route[i] != given) return false;
  }
  return true;
}

std::size_t literals(const std::vector<std::string>& segments) {
  return static_cast<std::size_t>(
      std::ranges::count_if(segments, [](const auto& segment) { return !is_parameter(segment); }));
}

bool is_json(const http::Request& request) {
  const auto type = request.headers.get("Content-Type");
  return type.substr(0, type.find(';')) == "application/json";
}

void set_language(http::Request& request) {
  const auto wanted = request.parameter("lang");
  if (!wanted) return;
  if (*wanted != "zh" && *wanted != "en") throw Error(ErrorKind::Usage, msg("cli.unknown_language", *wanted));
  request.language = *wanted == "zh" ? Language::Chinese : Language::English;
}

}  // namespace

Api::Api(SharedArchive& shared, http::EventHub& events)
    : shared_(shared),
      first_run_(shared),
      uploads_(shared.layout().uploads()),
      jobs_(shared, events, uploads_),
      pictures_(shared, archive::room_for_pictures(SharedArchive::Reading(shared, shared.take_reader()).archive().database())),
      rooms_{shared, events, first_run_, hashing_, uploads_, jobs_, pictures_},
      openapi_(openapi_document()) {
  for (const auto& route : route_table()) {
    Bound bound{&route, bind(route), segments_of(route.path), nullptr};
    if (route.command.empty()) bound.own = own_route(route).handler;
    routes_.push_back(std::move(bound));
  }
  // What is spelled out comes before what stands for anything: /loans/picks is no loan called "picks".
  std::ranges::stable_sort(routes_, std::greater{}, [](const Bound& bound) { return literals(bound.segments); });
}

Api::~Api() = default;

http::Response Api::handle(http::Request& request) {
  try {
    set_language(request);
    return answer(request);
  } catch (const Error& error) {
    return problem_of(error, request);
  } catch (const std::exception& error) {
    return problem_of(Error(ErrorKind::Internal, msg("cli.internal", error.what())), request);
  }
}

const Api::Bound* Api::find(const http::Request& request, std::map<std::string, std::string>& path) const {
  for (const auto& bound : routes_)
    if (bound.route->method == http::name_of(request.method) && fits(bound.segments, request.segments, path))
      return &bound;
  return nullptr;
}

// 405 where the address is there for another method; else there is nothing.
http::Response Api::refuse_method(const http::Request& request) const {
  std::string allowed;
  std::map<std::string, std::string> ignored;
  for (const auto& bound : routes_)
    if (fits(bound.segments, request.segments, ignored))
      allowed += (allowed.empty() ? "" : ", ") + std::string(bound.route->method);
  if (allowed.empty()) throw Error(ErrorKind::NotFound, msg("lookup.nothing", request.path()));
  auto response =
      http::problem(405, msg("http.method_not_allowed", http::name_of(request.method)), request.language, request.id);
  response.headers.set("Allow", allowed);
  return response;
}

http::Response Api::answer(http::Request& request) {
  if (request.segments == std::vector<std::string>{"api", "openapi.json"} && request.method == http::Method::Get)
    return http::text_response(200, "application/json", openapi_);
  std::map<std::string, std::string> path;
  const bool ours = request.segments.size() > 2 && request.segments[1] == "v1";
  const Bound* bound = ours ? find(request, path) : nullptr;
  if (!bound) return refuse_method(request);
  const bool has_body = request.body.length() > 0;
  if (has_body && is_reading(*bound->route)) throw Error(ErrorKind::Usage, msg("api.no_body"));
  const bool raw = bound->binding.file_operand || bound->route->path.starts_with("/uploads/{");
  if (has_body && !raw && !is_json(request)) throw Error(ErrorKind::Usage, msg("api.not_json"));
  Caller caller = caller_of(request, *bound->route);
  RequestFace face(shared_, caller, kPatience);
  Call call{request,           *bound->route, bound->binding, rooms_, {std::move(path), request.query, nullptr},
            std::move(caller), face};
  return bound->own ? bound->own(call) : run_command(call);
}

}  // namespace twofold::app::api
