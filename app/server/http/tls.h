#pragma once
// TLS 1.2 and above, with a certificate and key from PEM files.

#include "app/server/http/server.h"

#include <memory>

struct ssl_ctx_st;

namespace twofold::app::http {

// Throws Error{Invalid, "http.bad_certificate"}. The last owner ends it.
std::shared_ptr<ssl_ctx_st> tls_of(const TlsFiles& files);

}  // namespace twofold::app::http
