#pragma once
// How often, and how high up, an engine finds what was asked for.

#include "bench/search/engines/engine.h"

#include <functional>
#include <map>

namespace twofold::bench {

struct Score {
  std::size_t asked = 0, first = 0, among_ten = 0;
  double reciprocal = 0;

  void add(std::size_t rank);  // from 1; 0: not among the ten
  double mrr() const { return asked == 0 ? 0 : reciprocal / static_cast<double>(asked); }
};

struct Miss {
  const Question* question = nullptr;
  std::string asked;
  std::size_t rank = 0;
  std::vector<std::int64_t> got;
};

struct Asked {
  std::map<std::string, Score> scores;  // by kind and source; "all" too
  std::vector<Miss> misses;             // not on the first place
  double cpu_seconds = 0;
};

using Writing = std::function<std::string(const Question&)>;
Asked ask(Engine& engine, const std::vector<Question>& questions, const Writing& writing);

}  // namespace twofold::bench
