#pragma once
// A long body, read from the connection while a worker waits.

#include "app/server/http/connection.h"

#include <atomic>

namespace twofold::app::http {

class ConnectionBody final : public BodySource {
 public:
  // `hurried`: set when the server will wait no longer.
  ConnectionBody(Connection& connection, Pace pace, const std::atomic<bool>& hurried)
      : connection_(connection), pace_(pace), hurried_(hurried) {}
  std::size_t read(std::span<char> into) override;

 private:
  Connection& connection_;
  Pace pace_;
  const std::atomic<bool>& hurried_;
  Moment since_ = std::chrono::steady_clock::now();
  std::uint64_t got_ = 0;
};

// Sends all of it or throws ClientGone.
struct ClientGone : std::exception {
  const char* what() const noexcept override { return "the client is gone or reads too slowly"; }
};
void send_all(Connection& connection, std::string_view bytes, Pace pace, const std::atomic<bool>& hurried);

inline constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

}  // namespace twofold::app::http
