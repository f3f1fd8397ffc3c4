// bad-file-campaign [--count N] [--seed S] [--seeds DIR] [--keep DIR] [--only TYPE] [--ingest N] [--list FILE]
//
// Reads N bad files: first those that were never sound, then sound ones damaged at random. The same seed makes the same
// files. --seeds adds the files of a folder to those made here, --keep keeps what went wrong, --only takes one type,
// --ingest hands so many of the files to the program itself, --list writes a line about each file. Exit code 0: every
// answer typed and as expected, nothing written outside, no process left, this process did not grow, nothing skipped.

#include "base/error.h"
#include "base/files.h"
#include "tests/bad_files/campaign.h"

#include <fmt/format.h>

#include <iostream>
#include <optional>
#include <string>
#include <vector>

namespace twofold::bad_files {
namespace {

constexpr const char* kUse =
    "bad-file-campaign [--count N] [--seed S] [--seeds DIR] [--keep DIR] [--only TYPE] [--ingest N] [--list FILE]\n";

std::optional<Plan> parse(const std::vector<std::string>& words) {
  Plan plan;
  for (std::size_t i = 0; i + 1 < words.size(); i += 2) {
    const std::string &word = words[i], &value = words[i + 1];
    if (word == "--count") plan.count = std::stoul(value);
    else if (word == "--seed") plan.seed = std::stoull(value);
    else if (word == "--seeds") plan.seeds = value;
    else if (word == "--keep") plan.keep = value;
    else if (word == "--only") plan.only = value;
    else if (word == "--ingest") plan.ingest = std::stoul(value);
    else if (word == "--list") plan.list = value;
    else return std::nullopt;
  }
  if (words.size() % 2 != 0) return std::nullopt;
  return plan;
}

int main_of(const std::vector<std::string>& words) {
  const auto plan = parse(words);
  if (!plan) {
    std::cerr << kUse;
    return 2;
  }
  const ScratchFolder folder(std::filesystem::temp_directory_path());
  Campaign campaign(*plan, folder.path());
  return campaign.run();
}

}  // namespace
}  // namespace twofold::bad_files

int main(int argc, char** argv) {
  try {
    return twofold::bad_files::main_of({argv + 1, argv + argc});
  } catch (const twofold::Error& error) {
    std::cerr << render(error.message(), twofold::Language::English) << '\n';
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
  }
  return 2;
}
