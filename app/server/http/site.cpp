#include "app/server/http/site.h"

#include "app/server/http/problem.h"
#include "app/server/http/static_files.h"

#include <Poco/Net/IPAddress.h>

namespace twofold::app::http {
namespace {

Response plain(int status, std::string text) {
  auto response = text_response(status, "text/plain; charset=utf-8", std::move(text));
  response.headers.set("Cache-Control", "no-store");
  return response;
}

bool is_this_machine(const std::string& address) {
  Poco::Net::IPAddress parsed;
  return Poco::Net::IPAddress::tryParse(address, parsed) && parsed.isLoopback();
}

Response refuse_method(const Request& request) {
  auto response = problem(405, msg("http.method_not_allowed", name_of(request.method)), request.language, request.id);
  response.headers.set("Allow", "GET, HEAD");
  return response;
}

}  // namespace

Handler site_handler(Site site, const Metrics& metrics) {
  return [site = std::move(site), &metrics](Request& request) -> Response {
    const std::string_view first = request.segments.empty() ? std::string_view() : request.segments.front();
    if (first == "api") return site.api(request);
    if (request.method != Method::Get) return refuse_method(request);
    if (request.segments.size() == 1) {
      if (first == "healthz") return plain(200, "ok\n");
      if (first == "readyz") return site.ready() ? plain(200, "ready\n") : plain(503, "not ready\n");
      if (first == "metrics" && is_this_machine(request.peer)) {
        auto response = plain(200, metrics.text(site.jobs()));
        response.headers.set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
        return response;
      }
      if (first == "metrics") return problem(404, msg("http.not_found", request.path()), request.language, request.id);
    }
    return static_file(site.web, request);
  };
}

}  // namespace twofold::app::http
