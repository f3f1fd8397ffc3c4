#pragma once
// How long a job, and all jobs of one file, may take. What counts is time that a job had or let pass, not time that it waited for a
// processor: on a loaded machine a good file waits long, and that is no fault of its own, while one that hangs waits for nothing.

#include "scanner/protocol.h"

#include <atomic>
#include <chrono>
#include <limits>
#include <sys/types.h>

namespace twofold::scanner {

// Seconds that a job may take, of CPU time as of time that counts: more when it is about a whole file.
int seconds_for(const Job& job);

// What all jobs of one file may take together. Thread-safe.
class TimeBudget {
 public:
  TimeBudget() = default;  // no bound but that of each job
  explicit TimeBudget(const ReaderLimits& limits) : left_(limits.seconds_per_file) {}

  void add_pages(std::size_t pages);  // each may take some seconds more
  void spend(double seconds) { left_ -= seconds; }
  double left() const { return left_; }
  bool used_up() const { return left() <= 0; }

 private:
  std::atomic<double> left_ = std::numeric_limits<double>::infinity();
};

// Of a job that the process `worker` is given now and does in processes of its own.
class JobClock {
 public:
  JobClock(pid_t worker, double seconds);

  // Looks now and then how long the job's processes have waited; to be asked more often than once a second. Even a job that only
  // waits is out of time in the end, after ten times its seconds.
  bool expired();
  double seconds() const;  // that count, as of the last look

 private:
  using Time = std::chrono::steady_clock::time_point;

  const pid_t worker_;
  const double most_, waited_before_;
  const Time begun_ = std::chrono::steady_clock::now();
  Time looked_ = begun_;
  double waited_ = 0;
};

}  // namespace twofold::scanner
