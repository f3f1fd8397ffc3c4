#pragma once
// The whole campaign: the list of files, two lanes through one reader, the report.

#include "tests/bad_files/made_bad.h"
#include "tests/bad_files/runner.h"

#include <atomic>
#include <filesystem>
#include <mutex>
#include <shared_mutex>

namespace twofold::bad_files {

struct Plan {
  std::size_t count = 5000, ingest = 300;
  std::uint64_t seed = 20261124;
  std::filesystem::path seeds, keep, list;
  std::string only;  // a type's name
};

class Campaign {
 public:
  Campaign(const Plan& plan, const std::filesystem::path& folder);
  int run();  // the exit code

 private:
  BadFile file(std::size_t index) const;
  void collect_recipes();
  void work(Lane& lane);
  void look_around();
  void take(std::size_t index, Outcome outcome, const BadFile& bad);
  void read_all();
  void ingest_some();

  const Plan plan_;
  const std::filesystem::path folder_;
  std::vector<Seed> seeds_;
  std::vector<Recipe> recipes_;
  std::size_t sound_ = 0, recipes_used_ = 0;
  std::atomic<std::size_t> next_ = 0;
  std::shared_mutex quiet_;  // held alone: no file is being read
  std::mutex mutex_;
  std::vector<Outcome> outcomes_;
  std::vector<std::string> faults_;
  std::uint64_t first_kib_ = 0, last_kib_ = 0;
};

}  // namespace twofold::bad_files
