#pragma once
// A connection and what is under way on it. It belongs to the loop's thread, but while State::Working to one worker.

#include "app/server/http/answer.h"
#include "app/server/http/transport.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace twofold::app::http {

using Moment = std::chrono::steady_clock::time_point;

struct Pace {
  std::chrono::milliseconds grace;
  std::uint64_t slowest_rate;  // bytes per second

  // When a transfer that began at `since` has been too slow, unless more bytes come.
  Moment deadline(Moment since, std::uint64_t bytes) const {
    return since + grace + std::chrono::milliseconds(bytes * 1000 / slowest_rate);
  }
};

struct Connection {
  enum class State {
    Reading,    // a request, or waiting for one
    Working,    // a worker answers
    Writing,    // the rest of an answer that the client is slow to take
    Following,  // events
    Ending,     // all is sent: what still comes is thrown away, so that the answer is not lost with the connection
  };

  Connection(int descriptor, ssl_ctx_st* tls, std::string address)
      : transport(descriptor, tls), peer(std::move(address)) {}

  // Sends what is in `out` and `file`, as far as it goes without waiting. Nothing is wanted and nothing ended: all is
  // sent.
  Progress flush();
  bool has_output() const { return sent < out.size() || (file && file->remaining > 0); }

  Transport transport;
  std::string peer;
  State state = State::Reading;
  std::string in;            // received and not yet taken
  std::size_t scanned = 0;   // of `in`, without the end of a head
  std::optional<Head> head;  // of the request whose body is awaited or answered
  std::string out;
  std::size_t sent = 0;               // of `out`
  std::optional<FilePart> file;       // after `out`
  std::optional<EventStream> events;  // after both
  std::uint64_t last_event = 0;
  std::uint64_t transferred = 0;  // of the body that comes or the answer that goes
  Moment since{}, deadline{};
  bool closes = false;  // after this answer
  bool broken = false;  // the answer cannot be completed
  bool watched = false;
  Wants watched_for = Wants::Input;
};

}  // namespace twofold::app::http
