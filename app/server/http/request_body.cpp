#include "app/server/http/request_body.h"

#include "base/error.h"

#include <algorithm>

namespace twofold::app::http {

std::size_t ConnectionBody::read(std::span<char> into) {
  auto& early = connection_.in;
  if (!early.empty()) {
    const auto count = std::min(early.size(), into.size());
    std::copy_n(early.data(), count, into.data());
    early.erase(0, count);
    got_ += count;
    return count;
  }
  if (connection_.head->expects_continue && got_ == 0) send_all(connection_, kContinue, pace_, hurried_);
  for (;;) {
    const auto progress = connection_.transport.receive(into);
    if (progress.bytes > 0) {
      got_ += progress.bytes;
      return progress.bytes;
    }
    const auto length = connection_.head->length;
    if (progress.ended || hurried_) throw Error(ErrorKind::Invalid, msg("http.body_truncated", got_, length));
    if (!connection_.transport.wait(progress.wants, pace_.deadline(since_, got_)))
      throw Error(ErrorKind::Invalid, msg("http.body_too_slow", got_, length));
  }
}

void send_all(Connection& connection, std::string_view bytes, Pace pace, const std::atomic<bool>& hurried) {
  const auto since = std::chrono::steady_clock::now();
  std::uint64_t sent = 0;
  while (!bytes.empty()) {
    const auto progress = connection.transport.send(bytes);
    bytes.remove_prefix(progress.bytes);
    sent += progress.bytes;
    if (progress.bytes > 0) continue;
    if (progress.ended || hurried || !connection.transport.wait(progress.wants, pace.deadline(since, sent)))
      throw ClientGone();
  }
}

}  // namespace twofold::app::http
