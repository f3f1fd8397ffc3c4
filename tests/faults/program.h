#pragma once
// The built `twofold` program, run as a person runs it: in a process of its own, with its day and its person.

#include "base/clock.h"

#include <filesystem>
#include <string>
#include <vector>

namespace twofold::faults {

struct Command {
  std::vector<std::string> words;  // "close", "2024" …; --archive, --actor and --json are added
  std::string actor;
  Date today;
};

struct Ended {
  bool killed = false;
  int code = 0;           // as the shell shows it
  std::string answer;     // what --json printed
  std::string complaint;  // what went to the standard error
};

// `folder` takes the two output files. Under the shim with a `kill_at`: 0 counts only, n kills at the n-th write step;
// the count then stands in folder/calls.
inline constexpr long kNoShim = -1;
Ended run_program(const std::filesystem::path& archive, const std::filesystem::path& folder, const Command& command,
                  long kill_at = kNoShim);
// As above without shim; throws std::runtime_error with the complaint unless it ends with `code`.
Ended must_end(const std::filesystem::path& archive, const std::filesystem::path& folder, const Command& command,
               int code = 0);

}  // namespace twofold::faults
