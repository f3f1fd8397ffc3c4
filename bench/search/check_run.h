#pragma once
// A short run for the tests: what the index answers beside a search by hand through every paper.

#include <cstdint>
#include <iosfwd>

namespace twofold::bench {

struct CheckOptions {
  int documents = 2000;
  std::size_t questions = 60, words = 300;
  std::uint64_t seed = 1;
};

// Says what is wrong, a line for each; how many such lines.
int run_check(const CheckOptions& options, std::ostream& out);

}  // namespace twofold::bench
