#pragma once
// What a client says it prefers.

#include "base/message.h"

#include <string_view>

namespace twofold::app::http {

// From Accept-Language: 中文 where some Chinese is preferred to English, else English.
Language preferred_language(std::string_view accept_language);
// Whether a coding such as "gzip" is named in Accept-Encoding and not forbidden by q=0.
bool accepts_coding(std::string_view accept_encoding, std::string_view coding);
// The value of Accept-Language in a head that could not be read, as far as it can be found.
std::string_view language_in(std::string_view broken_head);

}  // namespace twofold::app::http
