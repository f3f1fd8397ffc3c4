#pragma once
// Headers on every answer that keep a browser from doing more than our pages need.

#include "app/server/http/headers.h"

#include <string>
#include <string_view>

namespace twofold::app::http {

// `api`: below /api, where nothing is a page and nothing is kept. What the handler set already, stays.
void add_common_headers(Headers& headers, bool api, bool secure);

// attachment; filename="…"; filename*=UTF-8''… (RFC 6266): quotes, line ends and what is not ASCII never reach the
// quoted form.
std::string attachment(std::string_view name);

}  // namespace twofold::app::http
