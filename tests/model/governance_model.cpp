// Random walks through the rules beside an oracle: governance-model --steps N [--seed S]. Ends with 1 at the first
// disagreement, which it names with the seed and the step that give it again.

#include "tests/model/walk.h"

#include <chrono>
#include <cstdlib>
#include <fmt/format.h>
#include <string_view>

int main(int argc, char** argv) {
  std::size_t steps = 2000;
  unsigned seed = 1;
  for (int i = 1; i + 1 < argc; i += 2) {
    if (std::string_view(argv[i]) == "--steps") steps = std::strtoull(argv[i + 1], nullptr, 10);
    else if (std::string_view(argv[i]) == "--seed")
      seed = static_cast<unsigned>(std::strtoul(argv[i + 1], nullptr, 10));
  }
  constexpr std::size_t kCompareEvery = 500, kStepsPerArchive = 5000;
  std::size_t done = 0, refused = 0;
  std::map<std::string, std::size_t> reached;
  const auto begun = std::chrono::steady_clock::now();
  for (std::size_t step = 0; step < steps;) {
    twofold::model::Walk walk(seed);
    std::size_t here = 0;
    try {
      for (; here < kStepsPerArchive && step < steps; ++here, ++step) {
        walk.step();
        if (here % kCompareEvery == 0) walk.compare();
      }
      walk.finish();
      walk.count(reached);
    } catch (const std::exception& error) {
      fmt::print("seed {}, step {}: {}\n", seed, here, error.what());
      return 1;
    }
    done += walk.done();
    refused += walk.refused();
    ++seed;
  }
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
  fmt::print("{} steps agree: {} done, {} refused; {:.0f} steps a second\n", steps, done, refused,
             static_cast<double>(steps) / seconds);
  for (const auto& [what, count] : reached) fmt::print("  {} {}\n", count, what);
}
