#pragma once
// What indexing and searching cost beside a bare Xapian loop, TermGenerator and FTS5, in one run.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <iosfwd>

namespace twofold::bench {

struct SpeedOptions {
  int documents = 100'000;
  std::size_t samples = 400;  // searches of each kind
  std::uint64_t seed = 1;
  bool peers = true;  // TermGenerator's n-grams and FTS5's bigrams too
  std::filesystem::path json;
  std::filesystem::path folder;  // for the indexes; a scratch folder where empty
};

void run_speed(const SpeedOptions& options, std::ostream& out);

}  // namespace twofold::bench
