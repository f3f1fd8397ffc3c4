#pragma once
// Who asks over HTTP: a session's cookie, whose changes must bring the session's CSRF token from one of our own pages,
// or a program's bearer token.

#include "app/server/api/call.h"

namespace twofold::app::api {

// Throws Error{Refused, "session.bad_origin" | "session.no_csrf"} for a change that another site may have sent.
Caller caller_of(const http::Request& request, const Route& route);
// What a change must bring back as X-CSRF-Token.
std::string csrf_of(const std::string& session);

http::Response get_session(Call& call);
http::Response sign_in(Call& call);
http::Response sign_out(Call& call);

// Signs in and answers with the session and its cookie; Error{Refused, "login.refused" | "login.locked"}.
http::Response open_session(Call& call, const std::string& name, const std::string& password, bool reading_only);

}  // namespace twofold::app::api
