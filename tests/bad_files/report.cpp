#include "tests/bad_files/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace twofold::bad_files {
namespace {

constexpr std::array kResults{"ok",        "corrupt", "encrypted", "unsupported", "too_large",
                              "timed_out", "crashed", "empty",     "untyped"};
constexpr std::size_t kSlowest = 10;

std::string table_of(const std::vector<Outcome>& outcomes) {
  std::map<std::string, std::map<std::string, int>> counts;
  for (const Outcome& outcome : outcomes) {
    ++counts[outcome.type.empty() ? "?" : outcome.type][outcome.result];
    ++counts["~ all"][outcome.result];
  }
  std::string text = fmt::format("{:10}", "type");
  for (const char* result : kResults) text += fmt::format("{:>12}", result);
  text += '\n';
  for (auto& [type, results] : counts) {
    text += fmt::format("{:10}", type);
    for (const char* result : kResults) text += fmt::format("{:>12}", results[result]);
    text += '\n';
  }
  return text;
}

}  // namespace

std::string line_of(const Outcome& outcome) {
  std::string text =
      fmt::format("{:05} {}\t{}\t{}\t{:.2f} s\t{} members\t{} MiB\t{}", outcome.index, outcome.type, outcome.result,
                  outcome.name, outcome.seconds, outcome.members, outcome.worker_kib >> 10U, outcome.detail);
  if (!outcome.expected) text += "\tNOT AS EXPECTED";
  if (outcome.crashes > 0) text += fmt::format("\t{} CRASHED", outcome.crashes);
  if (outcome.timeouts > 0) text += fmt::format("\t{} TIMED OUT", outcome.timeouts);
  for (const std::string& escape : outcome.escapes) text += "\tESCAPE " + escape;
  std::ranges::replace(text, '\n', ' ');
  return text;
}

std::string text_of(std::vector<Outcome> outcomes) {
  if (outcomes.empty()) return "no file was read\n";
  std::size_t untyped = 0, unexpected = 0, escapes = 0, overtime = 0, members = 0, crashes = 0, timeouts = 0;
  std::uint64_t largest = 0;
  for (const Outcome& outcome : outcomes) {
    untyped += !outcome.typed();
    unexpected += !outcome.expected;
    escapes += outcome.escapes.size();
    overtime += outcome.slowest_read > kMostSeconds;
    members += static_cast<std::size_t>(outcome.members);
    crashes += static_cast<std::size_t>(outcome.crashes);
    timeouts += static_cast<std::size_t>(outcome.timeouts);
    largest = std::max(largest, outcome.worker_kib);
  }
  std::string text = table_of(outcomes) + "\nthe slowest:\n";
  std::ranges::sort(outcomes, std::ranges::greater(), &Outcome::seconds);
  for (std::size_t i = 0; i < std::min(kSlowest, outcomes.size()); ++i)
    text += fmt::format("  {:6.1f} s  {:10} {:12} {}\n", outcomes[i].seconds, outcomes[i].type, outcomes[i].result,
                        outcomes[i].name);
  text += fmt::format(
      "\n{} files and {} members read: {:.2f} % typed, {} escapes, {} results not as expected, {} beyond {} s\n"
      "workers: {} crashed, {} ran out of time, the largest had {} MiB\n",
      outcomes.size(), members,
      100.0 * static_cast<double>(outcomes.size() - untyped) / static_cast<double>(outcomes.size()), escapes,
      unexpected, overtime, kMostSeconds, crashes, timeouts, largest >> 10U);
  return text;
}

std::string text_of(const Ingested& ingested) {
  std::string text = fmt::format("ingested {} files:", ingested.files);
  for (const auto& [outcome, count] : ingested.outcomes) text += fmt::format(" {} {}", count, outcome);
  return text + fmt::format("; {} faults\n", ingested.faults.size());
}

}  // namespace twofold::bad_files
