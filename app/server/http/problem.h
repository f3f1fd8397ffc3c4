#pragma once
// Failures as application/problem+json (RFC 9457): {"type", "title", "status", "code", "detail", "remedy", "request"}
// with the key of the message as stable code and the text in the user's language.

#include "app/server/http/message.h"
#include "base/error.h"

namespace twofold::app::http {

// Usage and Invalid 400 (body_too_large 413), NotFound 404, Refused 403, Conflict 409, else 500.
int status_of(const Error& error);

Response problem(int status, const Message& message, Language language, const std::string& request_id);
Response problem(const Error& error, const Request& request);

}  // namespace twofold::app::http
