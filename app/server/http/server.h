#pragma once
// The HTTP server. One thread holds every connection that is silent, slow to send or slow to read; a request that is
// there as a whole goes to one of a few workers. So a slow client costs a descriptor and never a thread:
// docs/decisions/0011.

#include "app/server/http/event_hub.h"
#include "app/server/http/message.h"
#include "app/server/http/metrics.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace twofold::app::http {

struct TlsFiles {
  // PEM; the certificate with those that vouch for it; the key without a password.
  std::filesystem::path certificate, key;
};

struct Settings {
  std::string address = "127.0.0.1";
  std::uint16_t port = 0;  // 0: any free one
  std::optional<TlsFiles> tls{};
  std::vector<std::string> trusted_proxies{};  // addresses whose X-Forwarded-For and -Proto are believed
  unsigned workers = 32;                       // half of them at most for long bodies and for content in the making
  std::size_t most_connections = 2048;
  std::size_t most_per_address = 512;  // connections of one address that is no trusted proxy
  std::uint64_t largest_body = std::uint64_t{16} << 30;
  std::chrono::milliseconds head_deadline{10'000};  // from the first byte of a request to the end of its head
  std::chrono::milliseconds idle_deadline{15'000};  // between requests
  std::chrono::milliseconds transfer_grace{20'000};  // beside the time that a transfer takes at the slowest rate
  std::uint64_t slowest_rate = 16 << 10;  // bytes per second
  std::chrono::milliseconds stop_deadline{10'000};                               // for requests under way when stopping
  std::function<void(const std::string& line)> log = [](const std::string&) {};  // a line for each request; any thread
};

class Server {
 public:
  // Listens at once; throws Error{Io, "http.cannot_listen"} or Error{Invalid, "http.bad_certificate"}. Hub and metrics
  // outlive it.
  Server(Settings settings, Handler handler, EventHub& hub, Metrics& metrics);
  ~Server();  // stops
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  void start();
  // Takes no more connections, lets requests under way end, ends event streams. Returns when all is done or the
  // deadline is over, but never before every handler has returned.
  void stop();
  std::uint16_t port() const;

 private:
  std::unique_ptr<class Loop> loop_;
};

}  // namespace twofold::app::http
