#pragma once
// One worker process as its owner sees it: started, given one job at a time, killed with everything it started. It does
// each job in a process of its own, whose death it survives.

#include "base/progress.h"
#include "scanner/job_time.h"
#include "scanner/protocol.h"

#include <filesystem>
#include <sys/types.h>

namespace twofold::scanner {

enum class WorkerKind {
  Reader,     // may start no other program
  Converter,  // may start the office suite, nothing may reach the network
};

class WorkerProcess {
 public:
  // Throws Error{Io, "scanner.no_worker"} when it cannot be started.
  WorkerProcess(const std::filesystem::path& program, WorkerKind kind);
  ~WorkerProcess();
  WorkerProcess(const WorkerProcess&) = delete;
  WorkerProcess& operator=(const WorkerProcess&) = delete;

  // The worker's answer, which may tell that the job's process died; Crashed or TimedOut when there is none, and then
  // the worker is gone. What it took is spent of the budget. Throws Error{Cancelled}.
  Answer run(const Job& job, TimeBudget& budget, const ProgressSink& progress);

  // False once it has died or says what nobody asked: time for a fresh one.
  bool good_for_more() const;

 private:
  Answer answer_to(const Job& job, JobClock& clock, const ProgressSink& progress);
  Answer lost(Failure failure, const std::string& why);
  bool send(const std::string& line);
  std::string end();  // kills and reaps; how it ended

  pid_t process_ = -1;
  int channel_ = -1;
};

}  // namespace twofold::scanner
