#pragma once
// The whole comparison of quality: papers, questions, engines, noise and writings, and its tables.

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

namespace twofold::bench {

struct QualityOptions {
  int documents = 4000;
  std::size_t questions = 900;
  std::filesystem::path texts, samples, misses;
  std::vector<std::string> engines{"twofold", "xapian", "fts5", "omega", "recoll"};
  std::vector<double> noise{0.05, 0.15};
  std::filesystem::path json;
  bool noisy_titles = false;
  std::uint64_t seed = 1;
};

void run_quality(const QualityOptions& options, std::ostream& out);

}  // namespace twofold::bench
