#pragma once
// A few threads that take connections in the order they come.

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace twofold::app::http {

struct Connection;

class Workers {
 public:
  Workers(unsigned count, std::function<void(Connection&)> job);
  ~Workers();  // after the jobs under way; those that wait are dropped
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  void take(Connection& connection);

 private:
  void run();

  std::function<void(Connection&)> job_;
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<Connection*> waiting_;
  bool ending_ = false;
  std::vector<std::thread> threads_;
};

// Writing to a connection that the other side closed is an answer of the call, not a signal.
void ignore_broken_pipes_on_this_thread();

}  // namespace twofold::app::http
