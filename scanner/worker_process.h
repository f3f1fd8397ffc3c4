#pragma once
// One worker process as its owner sees it: started, given one job at a time, killed with everything it started.

#include "base/progress.h"
#include "scanner/protocol.h"

#include <chrono>
#include <filesystem>
#include <sys/types.h>

namespace twofold::scanner {

enum class WorkerKind {
  Reader,     // may start no other program
  Converter,  // may start the office suite, nothing may reach the network
};

class WorkerProcess {
 public:
  using Deadline = std::chrono::steady_clock::time_point;

  // Throws Error{Io, "scanner.no_worker"} when it cannot be started.
  WorkerProcess(const std::filesystem::path& program, WorkerKind kind, const ReaderLimits& limits);
  ~WorkerProcess();
  WorkerProcess(const WorkerProcess&) = delete;
  WorkerProcess& operator=(const WorkerProcess&) = delete;

  // The worker's answer; Crashed or TimedOut when there is none, and then the process is gone. Throws Error{Cancelled}.
  Answer run(const Job& job, Deadline deadline, const ProgressSink& progress);

  // False once it has died, worked long or grown: time for a fresh one.
  bool good_for_more() const;

 private:
  Answer lost(Failure failure, const std::string& why);
  bool send(const std::string& line);
  std::string end();  // kills and reaps; how it ended

  pid_t process_ = -1;
  int channel_ = -1;
  int jobs_ = 0;
  std::uint64_t most_resident_ = 0;
};

}  // namespace twofold::scanner
