#pragma once
// The workers of one Reader or Surveyor: at most so many at work at once; those of the reading kind stay warm between jobs.

#include "scanner/reader.h"
#include "scanner/worker_process.h"

#include <condition_variable>
#include <mutex>

namespace twofold::scanner {

void stop_if_cancelled(const ProgressSink& progress);  // throws Error{Cancelled}

struct Pool {
  explicit Pool(ReaderOptions given);

  // Starts the workers that are not there yet, which takes longer than most of their jobs. Throws Error{Io} when none can be started.
  void get_ready();
  // Waits for a free worker. Throws Error{Cancelled}, Error{Io} when none can be started.
  Answer run(const Job& job, TimeBudget& budget, const ProgressSink& progress);

  // All at once, as far as workers are free. The first failure stops the rest if they `stand_together`, a budget used up in any case.
  // Pages done are told to `progress` as those of `name`.
  std::vector<Answer> run_all(const std::vector<Job>& jobs, TimeBudget& budget, bool stand_together, const std::string& name,
                              ProgressSink& progress);

  ReaderOptions options;

 private:
  class Slot;
  std::unique_ptr<WorkerProcess> take_idle();
  void keep_idle(std::unique_ptr<WorkerProcess> worker);

  std::mutex mutex_;
  std::condition_variable freed_;
  int busy_ = 0;
  std::vector<std::unique_ptr<WorkerProcess>> idle_;
};

struct Reader::State : Pool {
  using Pool::Pool;
};

}  // namespace twofold::scanner
