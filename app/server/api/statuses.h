#pragma once
// Which HTTP status an error is: one table.

#include "app/server/http/message.h"
#include "base/error.h"

#include <Poco/JSON/Object.h>

namespace twofold::app::api {

int status_of(const Error& error);
http::Response problem_of(const Error& error, const http::Request& request);
// What a command refused after all, with what it answered: of several things perhaps some were done.
http::Response refusal(const Poco::JSON::Object& answer, const http::Request& request);

}  // namespace twofold::app::api
