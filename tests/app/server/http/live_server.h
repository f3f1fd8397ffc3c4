#pragma once
// A server on a free port of this machine, and a client that sends exactly the bytes it is told.

#include "app/server/http/server.h"

#include <Poco/Net/SocketAddress.h>
#include <Poco/Net/StreamSocket.h>
#include <atomic>
#include <chrono>
#include <string>
#include <string_view>

namespace twofold::app::http {

struct LiveServer {
  explicit LiveServer(Handler handler, Settings settings = {})
      : server(std::move(settings), std::move(handler), hub, metrics) {
    server.start();
  }

  EventHub hub;
  Metrics metrics;
  Server server;
};

// An answer as it came.
struct Came {
  int status = 0;
  Headers headers;
  std::string body;
};

class RawClient {
 public:
  explicit RawClient(std::uint16_t port, std::chrono::milliseconds patience = std::chrono::seconds(10));
  void send(std::string_view bytes);
  void end_sending() { socket_.shutdownSend(); }
  // The next answer: up to Content-Length, the last chunk, or the end. Status 0 where the connection ended before one.
  Came receive();
  Came ask(std::string_view bytes) {
    send(bytes);
    return receive();
  }
  // Whatever comes until the other side closes. Throws Poco::TimeoutException where it stays open.
  std::string receive_to_end();
  // What comes next, at least so many bytes.
  std::string receive_some(std::size_t least);
  bool is_closed();  // by the other side, with nothing left to read

 private:
  bool more();

  Poco::Net::StreamSocket socket_;
  std::string received_;
};

std::string get(std::string_view path, std::string_view more_headers = "");
double seconds_since(std::chrono::steady_clock::time_point began);

}  // namespace twofold::app::http
