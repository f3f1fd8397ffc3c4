#pragma once
// What the server counts, as Prometheus text.

#include "app/server/http/message.h"

#include <array>
#include <atomic>
#include <chrono>
#include <map>
#include <mutex>
#include <string>

namespace twofold::app::http {

// Long work that the server does.
struct JobCounts {
  std::size_t waiting = 0, running = 0;
};

class Metrics {
 public:
  void answered(Method method, int status, std::chrono::nanoseconds took);
  void rejected(const std::string& reason);  // a request or connection refused before a handler saw it
  void connections(std::size_t open) { connections_ = open; }
  void subscribers(std::size_t open) { subscribers_ = open; }
  // Text format 0.0.4, with memory, processor time and descriptors of the process.
  std::string text(const JobCounts& jobs) const;

 private:
  static constexpr std::array kBounds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                      0.1,   0.25,   0.5,   1.0,  2.5,   10.0};  // seconds
  static constexpr std::size_t kMethods = 6, kClasses = 6;

  std::array<std::array<std::atomic<std::uint64_t>, kClasses>, kMethods> requests_{};
  std::array<std::atomic<std::uint64_t>, kBounds.size() + 1> latency_{};
  std::atomic<std::uint64_t> nanoseconds_ = 0;
  std::atomic<std::size_t> connections_ = 0, subscribers_ = 0;
  mutable std::mutex mutex_;
  std::map<std::string, std::uint64_t> rejected_;
};

}  // namespace twofold::app::http
