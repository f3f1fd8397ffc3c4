#pragma once
// One bad file through the reader, with everything that comes out of it, under watch.

#include "tests/bad_files/damage.h"
#include "tests/bad_files/watch.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace twofold::bad_files {

inline constexpr int kMostSeconds = 60;  // of one read()

struct Outcome {
  std::size_t index = 0;                   // of the file in the campaign
  std::string name, type, result, detail;  // result: "ok", a failure's name, or "untyped" when read() threw
  bool expected = true;                    // the result is one of those that the file's maker called right
  double seconds = 0;                      // the file with all its members
  double slowest_read = 0;                 // of one read()
  int members = 0;                         // read one by one
  int crashes = 0, timeouts = 0;           // of the file and its members
  std::uint64_t worker_kib = 0;            // the largest worker seen meanwhile
  std::vector<std::string> escapes;
  bool typed() const { return result != "untyped"; }
};

// A lane reads one file after the other in a folder of its own; both lanes share the reader.
class Lane {
 public:
  Lane(scanner::Reader& reader, const std::filesystem::path& root, WorkerGauge& gauge, int number);
  const std::filesystem::path& target() const { return watched_.target(); }
  Outcome read(const BadFile& bad);
  std::vector<std::string> last_look() { return watched_.changes({}); }

 private:
  std::optional<scanner::Reading> read_one(const std::filesystem::path& file, const scanner::Nesting& nesting,
                                           Outcome& outcome);
  void read_members(const scanner::Reading& reading, Outcome& outcome);

  scanner::Reader& reader_;
  WatchedFolder watched_;
  std::filesystem::path scratch_, source_;
  WorkerGauge& gauge_;
  int number_, readings_ = 0;
};

}  // namespace twofold::bad_files
