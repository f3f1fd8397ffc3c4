#include "app/server/http/workers.h"

#include <csignal>

namespace twofold::app::http {

Workers::Workers(unsigned count, std::function<void(Connection&)> job) : job_(std::move(job)) {
  for (unsigned i = 0; i < count; ++i) threads_.emplace_back([this] { run(); });
}

Workers::~Workers() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  arrived_.notify_all();
  for (auto& thread : threads_) thread.join();
}

void Workers::take(Connection& connection) {
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(&connection);
  }
  arrived_.notify_one();
}

void Workers::run() {
  ignore_broken_pipes_on_this_thread();
  for (;;) {
    std::unique_lock lock(mutex_);
    arrived_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
    if (ending_) return;
    Connection& connection = *waiting_.front();
    waiting_.pop_front();
    lock.unlock();
    job_(connection);
  }
}

void ignore_broken_pipes_on_this_thread() {
  sigset_t signals;
  ::sigemptyset(&signals);
  ::sigaddset(&signals, SIGPIPE);
  ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

}  // namespace twofold::app::http
