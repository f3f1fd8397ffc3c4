#pragma once
// The works that are killed: ingest, filing, the annual closing, the execution of a disposition list. Each is one
// command.

#include "archive/archive.h"
#include "catalog/volumes.h"
#include "tests/faults/program.h"

#include <memory>

namespace twofold::faults {

// A folder for one archive and the files that are given to it. Its path is the same for every kill point, since
// receipts name the path that a file came from.
struct Place {
  std::filesystem::path root;
  std::filesystem::path archive() const { return root / "档案 archive"; }
  std::filesystem::path sources() const { return root / "来件 sources"; }
};

inline constexpr const char* kScenarios[] = {"ingest", "filing", "closing", "purge"};

// What is found in the sources: by a word of each item's text.
inline constexpr const char* kWords[] = {"水晶吊灯", "地毯", "guests", "补充协议", "delivery"};
inline constexpr std::size_t kItems = 5;        // of six sources: one copy, one broken, two in the container
inline constexpr std::size_t kQuarantined = 1;

// The state that the scenario starts from, made without any fault.
void prepare(const std::string& scenario, const Place& place);
// The command that is killed, and what it answers to the shell when it is done.
Command command_of(const std::string& scenario, const Place& place);
int code_of(const std::string& scenario);
// The same command once more, to its end. What a kill let happen already may be refused.
void run_again(const std::string& scenario, const Place& place);
// A plain command on the scenario's day.
Command inquiry(const std::string& scenario, std::vector<std::string> words);

// Opens on the scenario's day; for writing, so that recovery runs, or for a look that mends nothing.
class Opened {
 public:
  using Access = archive::OpenOptions::Access;
  Opened(const std::string& scenario, const Place& place, Access access = Access::Write);
  archive::Archive& operator*() { return *archive_; }
  archive::Archive* operator->() { return archive_.get(); }

 private:
  FixedClock clock_;
  std::unique_ptr<archive::Archive> archive_;
};

std::vector<catalog::Volume> all_volumes(archive::Archive& archive);

}  // namespace twofold::faults
