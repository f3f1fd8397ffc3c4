#pragma once
// Where passwords are compared: a core and 64 MiB for a good while each, on purpose. As many at once as there are cores,
// and so few that wait that others find a worker for what they ask. Thread-safe.

#include <condition_variable>
#include <functional>
#include <mutex>

namespace twofold::app::api {

class HashingRoom {
 public:
  static constexpr unsigned kMostWaiting = 16;

  HashingRoom();
  // Throws Error{Conflict, "http.busy"} where too many wait already.
  void run(const std::function<void()>& work);

 private:
  const unsigned places_;
  std::mutex mutex_;
  std::condition_variable freed_;
  unsigned working_ = 0, waiting_ = 0;
};

}  // namespace twofold::app::api
