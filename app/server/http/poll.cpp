#include "app/server/http/poll.h"

#include "base/error.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace twofold::app::http {
namespace {

int checked(int result) {
  if (result < 0) throw Error(ErrorKind::Io, msg("http.no_descriptors", std::strerror(errno)));
  return result;
}

}  // namespace

Poll::Poll()
    : poll_(checked(::epoll_create1(EPOLL_CLOEXEC))), call_(checked(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))) {
  add(call_, Wants::Input, this);
}

Poll::~Poll() {
  ::close(call_);
  ::close(poll_);
}

void Poll::control(int operation, int descriptor, Wants wants, void* owner) {
  epoll_event event{};
  event.events = wants == Wants::Output ? EPOLLOUT : EPOLLIN;
  event.data.ptr = owner;
  checked(::epoll_ctl(poll_, operation, descriptor, &event));
}

void Poll::add(int descriptor, Wants wants, void* owner) { control(EPOLL_CTL_ADD, descriptor, wants, owner); }
void Poll::change(int descriptor, Wants wants, void* owner) { control(EPOLL_CTL_MOD, descriptor, wants, owner); }
void Poll::remove(int descriptor) { ::epoll_ctl(poll_, EPOLL_CTL_DEL, descriptor, nullptr); }

void Poll::wake() {
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written = ::write(call_, &one, sizeof one);  // fails only when a call is already waiting
}

void Poll::wait(std::chrono::milliseconds most, const std::function<void(void*)>& ready) {
  std::array<epoll_event, 256> events;
  const int count = ::epoll_wait(poll_, events.data(), static_cast<int>(events.size()), static_cast<int>(most.count()));
  for (int i = 0; i < count; ++i) {
    void* const owner = events[static_cast<std::size_t>(i)].data.ptr;
    std::uint64_t calls = 0;
    if (owner == this) [[maybe_unused]]
      const auto got = ::read(call_, &calls, sizeof calls);
    else ready(owner);
  }
}

}  // namespace twofold::app::http
