#include "tests/app/server/http/live_server.h"

#include <Poco/Net/NetException.h>
#include <charconv>

namespace twofold::app::http {

RawClient::RawClient(std::uint16_t port, std::chrono::milliseconds patience)
    : socket_(Poco::Net::SocketAddress("127.0.0.1", port)) {
  socket_.setReceiveTimeout(Poco::Timespan(std::chrono::duration_cast<std::chrono::microseconds>(patience).count()));
  socket_.setNoDelay(true);
}

// The server may refuse and close while bytes are still being sent.
void RawClient::send(std::string_view bytes) {
  try {
    while (!bytes.empty())
      bytes.remove_prefix(static_cast<std::size_t>(socket_.sendBytes(bytes.data(), static_cast<int>(bytes.size()))));
  } catch (const Poco::Net::NetException&) {
  } catch (const Poco::IOException&) {
  }
}

bool RawClient::more() {
  char buffer[65536];
  int count = 0;
  try {
    count = socket_.receiveBytes(buffer, sizeof buffer);
  } catch (const Poco::Net::NetException&) {
  }
  if (count > 0) received_.append(buffer, static_cast<std::size_t>(count));
  return count > 0;
}

Came RawClient::receive() {
  std::size_t end = 0;
  while ((end = received_.find("\r\n\r\n")) == std::string::npos)
    if (!more()) return {};
  Came came;
  std::string_view head = std::string_view(received_).substr(0, end + 2);
  std::from_chars(head.data() + 9, head.data() + 12, came.status);
  for (head.remove_prefix(head.find("\r\n") + 2); !head.empty(); head.remove_prefix(head.find("\r\n") + 2)) {
    const auto line = head.substr(0, head.find("\r\n"));
    const auto colon = line.find(": ");
    came.headers.add(std::string(line.substr(0, colon)), std::string(line.substr(colon + 2)));
  }
  received_.erase(0, end + 4);
  if (came.headers.get("Transfer-Encoding") == "chunked") {
    while (received_.find("0\r\n\r\n") == std::string::npos && more()) {
    }
    came.body.swap(received_);
  } else if (came.headers.has("Content-Length")) {
    const auto length = std::stoul(std::string(came.headers.get("Content-Length")));
    while (received_.size() < length && more()) {
    }
    came.body = received_.substr(0, length);
    received_.erase(0, length);
  }
  return came;
}

std::string RawClient::receive_to_end() {
  while (more()) {
  }
  return std::exchange(received_, {});
}

std::string RawClient::receive_some(std::size_t least) {
  while (received_.size() < least && more()) {
  }
  return std::exchange(received_, {});
}

bool RawClient::is_closed() { return received_.empty() && !more(); }

std::string get(std::string_view path, std::string_view more_headers) {
  return "GET " + std::string(path) + " HTTP/1.1\r\nHost: localhost\r\n" + std::string(more_headers) + "\r\n";
}

double seconds_since(std::chrono::steady_clock::time_point began) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

}  // namespace twofold::app::http
