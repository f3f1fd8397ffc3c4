#pragma once
// Who is at the other end, where a proxy may stand between.

#include "app/server/http/headers.h"

#include <span>
#include <string>

namespace twofold::app::http {

struct Client {
  std::string address;
  bool secure;
};

// X-Forwarded-For and X-Forwarded-Proto count only from a trusted proxy; the client is the last address that is no
// trusted proxy.
Client client_of(const std::string& peer, bool tls, const Headers& headers,
                 std::span<const std::string> trusted_proxies);

}  // namespace twofold::app::http
