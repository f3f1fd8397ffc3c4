#pragma once
// What a worker gives up: some of it when it starts, the rest in the process of each job, before the first foreign
// byte.

#include "scanner/worker/landlock.h"

#include <cstdint>
#include <vector>

namespace twofold::scanner {

enum class MayStart { Nothing, OfficeSuite };

// For good: no new privileges, no core dumps, no network, tracing, mounting or namespaces; no way out of the process
// group; no other programs unless it is to start the office suite. Throws std::runtime_error when the kernel refuses.
void give_up_privileges(MayStart may_start);

struct JobLimits {
  std::uint64_t memory_bytes = 0;  // of data; libraries and files that are mapped come on top, within a wider bound
  std::uint64_t file_bytes = 0;    // of any one file it writes
  int cpu_seconds = 0;             // then SIGXCPU
  MayStart may_start = MayStart::Nothing;
  std::vector<Grant> files;        // all that it may reach
};

// For the process of one job, after give_up_privileges: the limits, and no file but the granted ones, no socket, no
// other process, no signal to one. The office suite may have processes and sockets of this machine. Throws as above.
void enter_sandbox(const JobLimits& limits);

}  // namespace twofold::scanner
