#include "app/server/stop_signal.h"

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <sys/eventfd.h>
#include <unistd.h>

namespace twofold::app {
namespace {

std::atomic<int> asked = -1;

void ask(int) {
  const int before = errno;
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written = ::write(asked, &one, sizeof one);
  errno = before;
}

void handle(void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART;
  for (const int signal : {SIGTERM, SIGINT}) ::sigaction(signal, &action, nullptr);
}

}  // namespace

StopSignal::StopSignal() : descriptor_(::eventfd(0, EFD_CLOEXEC)) {
  asked = descriptor_;
  handle(ask);
}

StopSignal::~StopSignal() {
  handle(SIG_DFL);
  ::close(descriptor_);
}

void StopSignal::wait() const {
  std::uint64_t calls = 0;
  while (::read(descriptor_, &calls, sizeof calls) < 0 && errno == EINTR) {
  }
}

}  // namespace twofold::app
