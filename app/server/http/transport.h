#pragma once
// A connected socket that never blocks, plain or under TLS.

#include <chrono>
#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

struct ssl_ctx_st;
struct ssl_st;

namespace twofold::app::http {

enum class Wants { Nothing, Input, Output };

struct Progress {
  std::size_t bytes = 0;
  Wants wants = Wants::Nothing;  // with no bytes: what the socket must be ready for before it goes on
  bool ended = false;            // the other side is gone or broke the rules of TLS
};

class Transport {
 public:
  // Owns the descriptor; `tls` stays with its owner, nullptr for a plain one. The handshake happens with the first
  // reading.
  Transport(int descriptor, ssl_ctx_st* tls);
  ~Transport();
  Transport(const Transport&) = delete;
  Transport& operator=(const Transport&) = delete;

  int descriptor() const { return descriptor_; }
  Progress receive(std::span<char> into);
  // A try that TLS put off must be repeated with the same bytes, or more that begin with them.
  Progress send(std::string_view bytes);
  bool has_buffered() const;  // bytes taken from the socket that TLS holds: no readiness will announce them
  void end_sending();         // the other side reads the end, and may still send
  // Waits a while on this thread, half a second at most; false when the deadline is over.
  bool wait(Wants wants, std::chrono::steady_clock::time_point deadline) const;

 private:
  Progress tls_progress(int result) const;

  int descriptor_;
  ssl_st* tls_ = nullptr;
};

}  // namespace twofold::app::http
