#include "app/server/http/loop.h"

#include "app/server/http/request_body.h"
#include "app/server/http/tls.h"
#include "base/error.h"

#include <Poco/Net/NetException.h>
#include <Poco/Net/SocketAddress.h>
#include <algorithm>
#include <sys/resource.h>
#include <sys/socket.h>

namespace twofold::app::http {
namespace {

using std::chrono::steady_clock;

constexpr auto kRound = std::chrono::milliseconds(250);
constexpr auto kHeartbeat = std::chrono::seconds(15);
constexpr int kBacklog = 1024;

Poco::Net::ServerSocket listen_on(const Settings& settings) {
  try {
    Poco::Net::ServerSocket socket;
    socket.bind(Poco::Net::SocketAddress(settings.address, settings.port), true, false);
    socket.listen(kBacklog);
    socket.setBlocking(false);
    return socket;
  } catch (const Poco::Exception& error) {
    throw Error(ErrorKind::Io,
                msg("http.cannot_listen", settings.address + ":" + std::to_string(settings.port), error.displayText()));
  }
}

// Beside connections, the archive needs descriptors too.
void allow_descriptors(std::size_t connections) {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = std::max<rlim_t>(limit.rlim_cur, std::min<rlim_t>(limit.rlim_max, 2 * connections + 1024));
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

}  // namespace

Loop::Loop(Settings settings, Handler handler, EventHub& hub, Metrics& metrics)
    : settings_(std::move(settings)),
      metrics_(metrics),
      hub_(hub),
      answering_(settings_, std::move(handler), hub, metrics),
      tls_(settings_.tls ? tls_of(*settings_.tls) : nullptr),
      listener_(listen_on(settings_)),
      mailbox_(std::make_shared<Mailbox>()) {
  hub_.on_change([mailbox = mailbox_](const std::string& channel) {
    const std::lock_guard lock(mailbox->mutex);
    mailbox->changed_channels.insert(channel);
    mailbox->poll.wake();
  });
}

Loop::~Loop() {
  stop();
  hub_.on_change(nullptr);
}

void Loop::start() {
  allow_descriptors(settings_.most_connections);
  workers_ = std::make_unique<Workers>(settings_.workers, [this](Connection& connection) {
    answering_.answer(connection);
    const auto progress = connection.broken ? Progress{} : connection.flush();
    if (progress.ended) connection.broken = true;
    const std::lock_guard lock(mailbox_->mutex);
    mailbox_->answered.push_back(&connection);
    mailbox_->poll.wake();
  });
  mailbox_->poll.add(listener_.impl()->sockfd(), Wants::Input, nullptr);
  thread_ = std::thread([this] { run(); });
}

void Loop::stop() {
  if (!thread_.joinable()) return;
  stop_asked_ = true;
  mailbox_->poll.wake();
  thread_.join();
  answering_.hurry();
  workers_.reset();
  connections_.clear();
}

void Loop::run() {
  ignore_broken_pipes_on_this_thread();
  while (!is_done()) {
    bool somebody_comes = false;
    mailbox_->poll.wait(kRound, [&](void* owner) {
      if (!owner) somebody_comes = true;
      else go_on(*static_cast<Connection*>(owner));
    });
    // Who has left makes room for who comes after.
    if (somebody_comes) accept_all();
    if (stop_asked_ && !stopping_) begin_stopping();
    take_mail();
    look_at_deadlines();
    closed_.clear();
    metrics_.connections(connections_.size());
    metrics_.subscribers(following_.size());
  }
}

bool Loop::is_done() const { return stopping_ && (connections_.empty() || steady_clock::now() >= stop_by_); }

void Loop::begin_stopping() {
  stopping_ = true;
  stop_by_ = steady_clock::now() + settings_.stop_deadline;
  mailbox_->poll.remove(listener_.impl()->sockfd());
  listener_.close();
  std::vector<Connection*> idle;
  for (const auto& [connection, owned] : connections_)
    if (connection->state == State::Reading || connection->state == State::Following) idle.push_back(connection);
  for (auto* connection : idle) close(*connection);
}

void Loop::take_mail() {
  std::vector<Connection*> answered;
  std::set<std::string> changed;
  {
    const std::lock_guard lock(mailbox_->mutex);
    answered.swap(mailbox_->answered);
    changed.swap(mailbox_->changed_channels);
  }
  for (auto* connection : answered) {
    connection->state = State::Writing;
    connection->since = steady_clock::now();
    if (connection->broken) close(*connection);
    else write(*connection);
  }
  if (changed.empty()) return;
  const std::vector<Connection*> followers(following_.begin(), following_.end());
  for (auto* connection : followers)
    if (changed.contains(connection->events->channel)) follow(*connection);
}

void Loop::look_at_deadlines() {
  const auto now = steady_clock::now();
  std::vector<Connection*> late;
  for (const auto& [connection, owned] : connections_)
    if (connection->state != State::Working && connection->deadline < now) late.push_back(connection);
  for (auto* connection : late) {
    if (connection->state == State::Reading && !connection->in.empty()) too_slow(*connection);
    else if (connection->state == State::Reading && connection->head) too_slow(*connection);
    else if (connection->state != State::Following || connection->has_output()) close(*connection);
  }
  if (now < heartbeat_) return;
  heartbeat_ = now + kHeartbeat;
  const std::vector<Connection*> followers(following_.begin(), following_.end());
  for (auto* connection : followers) {
    if (connection->has_output()) continue;
    connection->out = ":\n\n";
    write(*connection);
  }
}

void Loop::accept_all() {
  for (;;) {
    sockaddr_storage from{};
    socklen_t length = sizeof from;
    const int descriptor = ::accept4(listener_.impl()->sockfd(), reinterpret_cast<sockaddr*>(&from), &length,
                                     SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (descriptor < 0) {
      if (errno == EMFILE || errno == ENFILE) make_room();  // its descriptor is free in the next round
      return;
    }
    auto address = Poco::Net::SocketAddress(reinterpret_cast<sockaddr*>(&from), length).host().toString();
    if (address.starts_with("::ffff:")) address.erase(0, 7);
    admit(descriptor, std::move(address));
  }
}

void Loop::admit(int descriptor, std::string address) {
  auto owned = std::make_unique<Connection>(descriptor, tls_.get(), std::move(address));
  Connection& connection = *owned;
  const bool trusted = std::ranges::find(settings_.trusted_proxies, connection.peer) != settings_.trusted_proxies.end();
  const bool too_many = !trusted && per_address_[connection.peer] >= settings_.most_per_address;
  if (too_many || (connections_.size() >= settings_.most_connections && !make_room())) {
    answering_.refuse(connection, {503, msg("http.too_many_connections")});
    if (!tls_) connection.flush();
    if (const auto found = per_address_.find(connection.peer); found != per_address_.end() && found->second == 0)
      per_address_.erase(found);
    return;
  }
  ++per_address_[connection.peer];
  connections_.emplace(&connection, std::move(owned));
  connection.deadline = steady_clock::now() + settings_.idle_deadline;
  watch(connection, Wants::Input);
}

// Closes the connection that has been silent for longest, for one that may have something to say.
bool Loop::make_room() {
  Connection* oldest = nullptr;
  for (const auto& [connection, owned] : connections_)
    if (connection->state == State::Reading && connection->in.empty() && !connection->head &&
        (!oldest || connection->deadline < oldest->deadline))
      oldest = connection;
  if (!oldest) return false;
  metrics_.rejected("http.too_many_connections");
  close(*oldest);
  return true;
}

void Loop::watch(Connection& connection, Wants wants) {
  const int descriptor = connection.transport.descriptor();
  if (!connection.watched) mailbox_->poll.add(descriptor, wants, &connection);
  else if (connection.watched_for != wants) mailbox_->poll.change(descriptor, wants, &connection);
  connection.watched = true;
  connection.watched_for = wants;
}

void Loop::close(Connection& connection) {
  if (connection.watched) mailbox_->poll.remove(connection.transport.descriptor());
  following_.erase(&connection);
  const auto count = per_address_.find(connection.peer);
  if (--count->second == 0) per_address_.erase(count);
  const auto found = connections_.find(&connection);
  closed_.push_back(std::move(found->second));
  connections_.erase(found);
}

}  // namespace twofold::app::http
