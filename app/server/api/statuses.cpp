#include "app/server/api/statuses.h"

#include "app/commands/records.h"
#include "app/server/api/request_arguments.h"
#include "app/server/http/problem.h"

#include <algorithm>
#include <array>

namespace twofold::app::api {
namespace {

struct KindStatus {
  ErrorKind kind;
  int status;
};
constexpr std::array kKinds = {
    KindStatus{ErrorKind::Usage, 400},   KindStatus{ErrorKind::NotFound, 404},  KindStatus{ErrorKind::Invalid, 422},
    KindStatus{ErrorKind::Refused, 409}, KindStatus{ErrorKind::Conflict, 503},  KindStatus{ErrorKind::Io, 500},
    KindStatus{ErrorKind::Corrupt, 500}, KindStatus{ErrorKind::Cancelled, 503}, KindStatus{ErrorKind::Internal, 500},
};

struct KeyStatus {
  std::string_view key;
  int status;
};
// Where the kind alone does not tell.
constexpr std::array kKeys = {
    KeyStatus{"session.none", 401},
    KeyStatus{"session.first_run", 401},
    KeyStatus{"access.token_ended", 401},
    KeyStatus{"access.unknown_person", 401},
    KeyStatus{"login.refused", 401},
    KeyStatus{"login.locked", 429},
    KeyStatus{"access.refused", 403},
    KeyStatus{"session.bad_origin", 403},
    KeyStatus{"session.no_csrf", 403},
    KeyStatus{"session.bad_code", 403},
    KeyStatus{"people.not_your_password", 403},
    KeyStatus{"token.not_yours", 403},
    KeyStatus{"filing.for_another", 403},
    KeyStatus{"api.key_reused", 422},
    KeyStatus{"api.key_unsettled", 409},
    KeyStatus{"api.changed_meanwhile", 412},
    KeyStatus{"api.condition_missing", 428},
    KeyStatus{"upload.offset", 409},
    KeyStatus{"http.body_too_large", 413},
    KeyStatus{"http.body_too_slow", 408},
    KeyStatus{"http.body_truncated", 400},
    KeyStatus{"upload.no_space", 507},
};

}  // namespace

int status_of(const Error& error) {
  const auto key = std::ranges::find(kKeys, std::string_view(error.message().key), &KeyStatus::key);
  if (key != kKeys.end()) return key->status;
  return std::ranges::find(kKinds, error.kind(), &KindStatus::kind)->status;
}

http::Response problem_of(const Error& error, const http::Request& request) {
  const int status = status_of(error);
  auto response = http::problem(status, error.message(), request.language, request.id);
  if (status == 503) response.headers.set("Retry-After", "2");
  if (status == 401) response.headers.set("WWW-Authenticate", "Bearer");
  return response;
}

http::Response refusal(const Poco::JSON::Object& answer, const http::Request& request) {
  const auto whole = body_object(json_text(answer));
  const auto refused = whole->isArray("refused") ? whole->getArray("refused") : nullptr;
  const bool one = refused && refused->size() > 0;
  const Message message = msg("api.not_done");
  auto problem = ordered_object();
  problem.set("type", "about:blank");
  problem.set("title", render(msg("http.status.409"), request.language));
  problem.set("status", 409);
  problem.set("code", one ? refused->getObject(0)->getValue<std::string>("reason") : message.key);
  problem.set("detail",
              one ? refused->getObject(0)->getValue<std::string>("message") : render(message, request.language));
  problem.set("answer", answer);
  problem.set("request", request.id);
  return http::text_response(409, "application/problem+json", json_text(problem));
}

}  // namespace twofold::app::api
