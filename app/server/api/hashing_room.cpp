#include "app/server/api/hashing_room.h"

#include "base/error.h"

#include <algorithm>
#include <thread>

namespace twofold::app::api {

HashingRoom::HashingRoom() : places_(std::max(1U, std::thread::hardware_concurrency())) {}

void HashingRoom::run(const std::function<void()>& work) {
  {
    std::unique_lock lock(mutex_);
    if (working_ == places_ && waiting_ == kMostWaiting) throw Error(ErrorKind::Conflict, msg("http.busy"));
    ++waiting_;
    freed_.wait(lock, [this] { return working_ < places_; });
    --waiting_;
    ++working_;
  }
  const auto leave = [this] {
    const std::lock_guard lock(mutex_);
    --working_;
    freed_.notify_one();
  };
  try {
    work();
  } catch (...) {
    leave();
    throw;
  }
  leave();
}

}  // namespace twofold::app::api
