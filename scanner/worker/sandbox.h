#pragma once
// What a worker gives up before it sees the first foreign byte.

#include <cstdint>

namespace twofold::scanner {

struct SandboxLimits {
  std::uint64_t memory_bytes = 0;
  std::uint64_t file_bytes = 0;   // of any one file it writes
  bool converter = false;         // may start the office suite
};

// Limits on memory, file size, descriptors and core dumps; no new privileges; no network, tracing, mounting, and no
// other programs unless it is the converter. Throws std::runtime_error when the kernel refuses.
void enter_sandbox(const SandboxLimits& limits);

// Ends the process at once when the other end of `channel` is gone, even in the middle of a job.
void die_with(int channel);

}  // namespace twofold::scanner
