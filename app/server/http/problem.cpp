#include "app/server/http/problem.h"

#include <Poco/JSON/Object.h>
#include <sstream>

namespace twofold::app::http {

int status_of(const Error& error) {
  if (error.message().key == "http.body_too_large") return 413;
  if (error.message().key == "http.body_too_slow") return 408;
  switch (error.kind()) {
    case ErrorKind::Usage:
    case ErrorKind::Invalid: return 400;
    case ErrorKind::NotFound: return 404;
    case ErrorKind::Refused: return 403;
    case ErrorKind::Conflict: return 409;
    default: return 500;
  }
}

Response problem(int status, const Message& message, Language language, const std::string& request_id) {
  Poco::JSON::Object fields(Poco::JSON_PRESERVE_KEY_ORDER);
  fields.set("type", "about:blank");
  fields.set("title", render(Message{"http.status." + std::to_string(status), {}}, language));
  fields.set("status", status);
  fields.set("code", message.key);
  fields.set("detail", render(message, language));
  if (const auto remedy = render_remedy(message, language); !remedy.empty()) fields.set("remedy", remedy);
  if (!request_id.empty()) fields.set("request", request_id);
  std::ostringstream out;
  fields.stringify(out);
  return {.status = status,
          .headers = {{"Content-Type", "application/problem+json"},
                      {"Content-Language", language == Language::Chinese ? "zh" : "en"}},
          .body = out.str()};
}

Response problem(const Error& error, const Request& request) {
  return problem(status_of(error), error.message(), request.language, request.id);
}

}  // namespace twofold::app::http
