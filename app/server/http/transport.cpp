#include "app/server/http/transport.h"

#include <algorithm>
#include <cerrno>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace twofold::app::http {
namespace {

constexpr std::size_t kMostAtOnce = 1 << 20;

Progress plain_progress(ssize_t result, Wants otherwise) {
  if (result > 0) return {.bytes = static_cast<std::size_t>(result)};
  if (result < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR)) return {.wants = otherwise};
  return {.ended = true};
}

}  // namespace

Transport::Transport(int descriptor, ssl_ctx_st* tls) : descriptor_(descriptor) {
  const int on = 1;
  ::setsockopt(descriptor_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  if (!tls) return;
  tls_ = SSL_new(tls);
  SSL_set_fd(tls_, descriptor_);
  SSL_set_accept_state(tls_);
  SSL_set_mode(tls_, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS);
}

Transport::~Transport() {
  if (tls_) SSL_free(tls_);
  ::close(descriptor_);
}

Progress Transport::tls_progress(int result) const {
  if (result > 0) return {.bytes = static_cast<std::size_t>(result)};
  switch (SSL_get_error(tls_, result)) {
    case SSL_ERROR_WANT_READ: return {.wants = Wants::Input};
    case SSL_ERROR_WANT_WRITE: return {.wants = Wants::Output};
    default: return {.ended = true};
  }
}

Progress Transport::receive(std::span<char> into) {
  if (!tls_) return plain_progress(::recv(descriptor_, into.data(), into.size(), 0), Wants::Input);
  ERR_clear_error();
  return tls_progress(SSL_read(tls_, into.data(), static_cast<int>(std::min(into.size(), kMostAtOnce))));
}

Progress Transport::send(std::string_view bytes) {
  if (!tls_) return plain_progress(::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL), Wants::Output);
  ERR_clear_error();
  return tls_progress(SSL_write(tls_, bytes.data(), static_cast<int>(std::min(bytes.size(), kMostAtOnce))));
}

bool Transport::has_buffered() const { return tls_ && SSL_pending(tls_) > 0; }

void Transport::end_sending() {
  if (tls_ && SSL_is_init_finished(tls_)) {
    ERR_clear_error();
    SSL_shutdown(tls_);
  }
  ::shutdown(descriptor_, SHUT_WR);
}

bool Transport::wait(Wants wants, std::chrono::steady_clock::time_point deadline) const {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now()).count();
  if (left <= 0) return false;
  pollfd waited{descriptor_, static_cast<short>(wants == Wants::Output ? POLLOUT : POLLIN), 0};
  ::poll(&waited, 1, static_cast<int>(std::min<long long>(left, 500)));
  return true;
}

}  // namespace twofold::app::http
