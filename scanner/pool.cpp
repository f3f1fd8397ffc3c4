#include "scanner/pool.h"

#include "base/error.h"
#include "scanner/remember.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>

namespace twofold::scanner {

void stop_if_cancelled(const ProgressSink& progress) {
  if (progress.cancelled()) throw Error(ErrorKind::Cancelled, msg("work.cancelled"));
}

// The right to have one worker at work.
class Pool::Slot {
 public:
  Slot(Pool& state, const ProgressSink& progress) : state_(state) {
    std::unique_lock lock(state_.mutex_);
    while (state_.busy_ >= state_.options.workers) {
      state_.freed_.wait_for(lock, std::chrono::milliseconds(100));
      stop_if_cancelled(progress);
    }
    ++state_.busy_;
  }
  ~Slot() {
    const std::lock_guard lock(state_.mutex_);
    --state_.busy_;
    state_.freed_.notify_one();
  }
  Slot(const Slot&) = delete;
  Slot& operator=(const Slot&) = delete;

 private:
  Pool& state_;
};

Pool::Pool(ReaderOptions given) : options(std::move(given)) {
  if (options.workers <= 0) options.workers = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

std::unique_ptr<WorkerProcess> Pool::take_idle() {
  const std::lock_guard lock(mutex_);
  while (!idle_.empty()) {
    auto worker = std::move(idle_.back());
    idle_.pop_back();
    if (worker->good_for_more()) return worker;  // one that died while idle is no file's fault
  }
  return nullptr;
}

void Pool::keep_idle(std::unique_ptr<WorkerProcess> worker) {
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(worker));
}

void Pool::get_ready() {
  const auto missing = [&] {
    const std::lock_guard lock(mutex_);
    return options.workers - busy_ - static_cast<int>(idle_.size());
  };
  while (missing() > 0) keep_idle(std::make_unique<WorkerProcess>(options.worker, WorkerKind::Reader));
}

Answer Pool::run(const Job& job, TimeBudget& budget, const ProgressSink& progress) {
  const Slot slot(*this, progress);
  const WorkerKind kind = job.kind == JobKind::Convert || job.kind == JobKind::Typeset ? WorkerKind::Converter : WorkerKind::Reader;
  std::unique_ptr<WorkerProcess> worker = kind == WorkerKind::Reader ? take_idle() : nullptr;
  if (!worker) worker = std::make_unique<WorkerProcess>(options.worker, kind);
  Answer answer = worker->run(job, budget, progress);
  if (kind == WorkerKind::Reader && worker->good_for_more()) keep_idle(std::move(worker));
  remember(job, answer);
  return answer;
}

std::vector<Answer> Pool::run_all(const std::vector<Job>& jobs, TimeBudget& budget, bool stand_together, const std::string& name,
                                  ProgressSink& progress) {
  std::vector<Answer> answers(jobs.size());
  std::atomic<std::size_t> next = 0, done = 0;
  std::atomic<bool> stop = false;
  std::vector<std::exception_ptr> errors(std::min(jobs.size(), static_cast<std::size_t>(options.workers)));
  const auto work = [&](std::size_t lane) {
    try {
      for (std::size_t i = next++; i < jobs.size() && !stop; i = next++) {
        answers[i] = run(jobs[i], budget, progress);
        if (answers[i].failure && (stand_together || budget.used_up())) stop = true;
        progress.report({"progress.pages", ++done, jobs.size(), name});
      }
    } catch (...) {
      errors[lane] = std::current_exception();
      stop = true;
    }
  };
  {
    std::vector<std::jthread> lanes;
    for (std::size_t lane = 1; lane < errors.size(); ++lane) lanes.emplace_back(work, lane);
    if (!errors.empty()) work(0);
  }
  for (const auto& error : errors) {
    if (error) std::rethrow_exception(error);
  }
  return answers;
}

}  // namespace twofold::scanner
