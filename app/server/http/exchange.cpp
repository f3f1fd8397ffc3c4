// What happens on one connection: a request is read, answered by a worker, sent, and the next one awaited.

#include "app/server/http/loop.h"

#include "app/server/http/request_body.h"

#include <algorithm>
#include <array>

namespace twofold::app::http {
namespace {

using std::chrono::steady_clock;

constexpr auto kLinger = std::chrono::seconds(2);
constexpr std::size_t kMostUnsentEvents = 256 << 10;
constexpr int kReadsInARow = 8;  // then others have their turn
constexpr std::size_t kKeptBuffer = 32 << 10;

bool is_long(const Head& head) { return head.length > kBodyInMemory; }

std::string event_text(const Event& event) {
  std::string text = "id: " + std::to_string(event.id) + "\nevent: " + event.type + '\n';
  std::string_view rest = event.data;
  for (;;) {
    const auto end = rest.find('\n');
    text += "data: ";
    text += rest.substr(0, end);
    text += '\n';
    if (end == std::string_view::npos) return text += '\n';
    rest.remove_prefix(end + 1);
  }
}

}  // namespace

void Loop::go_on(Connection& connection) {
  if (!connections_.contains(&connection)) return;  // closed earlier in this round
  switch (connection.state) {
    case State::Reading: return read(connection);
    case State::Writing: return write(connection);
    case State::Following:
      if (connection.has_output()) write(connection);
      else discard_input(connection);
      return;
    case State::Ending: return discard_input(connection);
    case State::Working: return;
  }
}

void Loop::read(Connection& connection) {
  std::array<char, 16 << 10> piece;
  for (int i = 0; i < kReadsInARow; ++i) {
    const auto progress = connection.transport.receive(piece);
    if (progress.ended) return ended_while_reading(connection);
    if (progress.bytes == 0) return watch(connection, progress.wants);
    if (connection.in.empty() && !connection.head) {
      connection.since = steady_clock::now();
      connection.deadline = connection.since + settings_.head_deadline;
    }
    connection.in.append(piece.data(), progress.bytes);
    advance(connection);
    if (connection.state != State::Reading) return;
  }
  watch(connection, Wants::Input);
  if (connection.transport.has_buffered()) mailbox_->poll.wake();
}

bool Loop::take_head(Connection& connection) {
  const auto end = find_head_end(connection.in, connection.scanned);
  if (const auto* fault = std::get_if<Fault>(&end)) return refuse(connection, *fault), false;
  if (std::holds_alternative<std::monostate>(end)) {
    connection.scanned = connection.in.size();
    return false;
  }
  const auto length = std::get<std::size_t>(end);
  auto parsed = parse_head(std::string_view(connection.in).substr(0, length), settings_.largest_body);
  if (const auto* fault = std::get_if<Fault>(&parsed)) return refuse(connection, *fault), false;
  connection.head = std::move(std::get<Head>(parsed));
  connection.in.erase(0, length);
  connection.scanned = 0;
  connection.since = steady_clock::now();
  if (connection.head->expects_continue && !is_long(*connection.head) &&
      connection.in.size() < connection.head->length) {
    connection.out = kContinue;
    if (connection.flush().ended || connection.has_output()) return close(connection), false;
  }
  return true;
}

void Loop::advance(Connection& connection) {
  if (!connection.head && !take_head(connection)) return;
  if (!is_long(*connection.head) && connection.in.size() < connection.head->length) {
    connection.deadline = answering_.pace().deadline(connection.since, connection.in.size());
    return;
  }
  if (connection.watched) mailbox_->poll.remove(connection.transport.descriptor());
  connection.watched = false;
  connection.state = State::Working;
  connection.transferred = 0;
  workers_->take(connection);
}

void Loop::ended_while_reading(Connection& connection) {
  if (!connection.head) return close(connection);
  refuse(connection, {400, msg("http.body_truncated", connection.in.size(), connection.head->length)});
}

void Loop::too_slow(Connection& connection) {
  if (!connection.head) return refuse(connection, {408, msg("http.too_slow")});
  refuse(connection, {408, msg("http.body_too_slow", connection.in.size(), connection.head->length)});
}

void Loop::refuse(Connection& connection, const Fault& fault) {
  answering_.refuse(connection, fault);
  connection.in.clear();
  connection.transferred = 0;
  connection.since = steady_clock::now();
  connection.state = State::Writing;
  write(connection);
}

void Loop::write(Connection& connection) {
  const auto progress = connection.flush();
  if (progress.ended) return close(connection);
  if (connection.has_output()) {
    if (connection.state == State::Following && connection.out.size() - connection.sent > kMostUnsentEvents)
      return close(connection);
    connection.deadline = answering_.pace().deadline(connection.since, connection.transferred);
    return watch(connection, progress.wants == Wants::Nothing ? Wants::Output : progress.wants);
  }
  answer_sent(connection);
}

void Loop::answer_sent(Connection& connection) {
  if (connection.state == State::Following) return watch(connection, Wants::Input);
  if (connection.events && !stopping_) {
    connection.state = State::Following;
    following_.insert(&connection);
    connection.out = "retry: 2000\n\n";
    return follow(connection);
  }
  if (connection.closes || stopping_) {
    connection.transport.end_sending();
    connection.state = State::Ending;
    connection.deadline = steady_clock::now() + kLinger;
    return watch(connection, Wants::Input);
  }
  connection.state = State::Reading;
  connection.head.reset();
  connection.scanned = 0;
  connection.deadline =
      steady_clock::now() + (connection.in.empty() ? settings_.idle_deadline : settings_.head_deadline);
  if (connection.in.empty() && connection.in.capacity() > kKeptBuffer) connection.in.shrink_to_fit();
  if (!connection.in.empty()) advance(connection);
  if (connection.state == State::Reading && connections_.contains(&connection)) read(connection);
}

void Loop::follow(Connection& connection) {
  const auto replay = hub_.after(connection.events->channel, connection.last_event);
  if (replay.incomplete) connection.out += "event: missed\ndata:\n\n";
  for (const auto& event : replay.events) connection.out += event_text(event);
  if (!replay.events.empty()) connection.last_event = replay.events.back().id;
  connection.since = steady_clock::now();
  connection.transferred = 0;
  if (replay.finished) {
    following_.erase(&connection);
    connection.events.reset();
    connection.closes = true;
    connection.state = State::Writing;
  }
  write(connection);
}

void Loop::discard_input(Connection& connection) {
  std::array<char, 16 << 10> piece;
  for (int i = 0; i < kReadsInARow; ++i) {
    const auto progress = connection.transport.receive(piece);
    if (progress.ended) return close(connection);
    if (progress.bytes == 0) return watch(connection, progress.wants);
  }
}

}  // namespace twofold::app::http
