#include "app/server/http/client.h"

#include "base/text.h"

#include <Poco/Net/IPAddress.h>
#include <algorithm>

namespace twofold::app::http {

Client client_of(const std::string& peer, bool tls, const Headers& headers,
                 std::span<const std::string> trusted_proxies) {
  const auto trusted = [&](const std::string& address) {
    return std::ranges::find(trusted_proxies, address) != trusted_proxies.end();
  };
  Client client{peer, tls};
  if (!trusted(peer)) return client;
  client.secure = tls || same_word(headers.get("X-Forwarded-Proto"), "https");
  std::vector<std::string> addresses;
  for (const auto& [name, value] : headers)
    if (same_word(name, "X-Forwarded-For"))
      for (const auto& address : split(value, ',')) addresses.emplace_back(trim(address));
  while (!addresses.empty() && trusted(client.address)) {
    Poco::Net::IPAddress parsed;
    if (!Poco::Net::IPAddress::tryParse(addresses.back(), parsed)) break;
    client.address = parsed.toString();
    addresses.pop_back();
  }
  return client;
}

}  // namespace twofold::app::http
