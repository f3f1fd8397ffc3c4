#include "bench/search/quality.h"

#include "bench/search/clock.h"

#include <algorithm>

namespace twofold::bench {
namespace {

constexpr std::size_t kLooked = 10;

}  // namespace

void Score::add(std::size_t rank) {
  ++asked;
  first += rank == 1 ? 1 : 0;
  among_ten += rank > 0 ? 1 : 0;
  if (rank > 0) reciprocal += 1.0 / static_cast<double>(rank);
}

Asked ask(Engine& engine, const std::vector<Question>& questions, const Writing& writing) {
  Asked result;
  const Seconds before = now();
  for (const auto& question : questions) {
    const std::string text = writing(question);
    auto got = engine.search(text, kLooked);
    std::size_t rank = 0;
    for (std::size_t i = 0; i < got.size() && rank == 0; ++i)
      if (std::ranges::binary_search(question.expected, got[i])) rank = i + 1;
    result.scores[question.kind + " " + question.source].add(rank);
    result.scores["all"].add(rank);
    if (rank != 1) result.misses.push_back({&question, text, rank, std::move(got)});
  }
  result.cpu_seconds = (now() - before).cpu;
  return result;
}

}  // namespace twofold::bench
