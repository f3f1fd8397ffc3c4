#include "tests/bad_files/runner.h"

#include "base/digest.h"
#include "base/error.h"
#include "base/text.h"
#include "tests/scanner/made_files.h"

#include <algorithm>
#include <chrono>

namespace twofold::bad_files {
namespace fs = std::filesystem;
namespace {

using scanner::Reading;
using std::chrono::steady_clock;

constexpr int kMostMembers = 24;  // of one file; the archive reads them all, which would be the same over and over

double seconds_since(steady_clock::time_point start) {
  return std::chrono::duration<double>(steady_clock::now() - start).count();
}

std::string result_of(const Reading& reading) {
  return reading.failure ? std::string(scanner::name_of(*reading.failure)) : "ok";
}

bool is_among(const std::string& result, const std::string& expected) {
  const std::vector<std::string> names = split(expected, '|');
  return expected.empty() || std::ranges::find(names, result) != names.end();
}

}  // namespace

Lane::Lane(scanner::Reader& reader, const fs::path& root, WorkerGauge& gauge, int number)
    : reader_(reader),
      watched_(root),
      scratch_(root / "scratch 暂存"),
      source_(root.parent_path() / ("source " + std::to_string(number))),
      gauge_(gauge),
      number_(number) {}

Outcome Lane::read(const BadFile& bad) {
  fs::create_directories(scratch_);
  scanner::testing::write(source_, bad.bytes);
  const Sha256 before = sha256(bad.bytes);
  Outcome outcome;
  outcome.name = bad.name;
  gauge_.peak_kib(number_);
  const auto start = steady_clock::now();
  readings_ = 0;
  if (const auto reading = read_one(source_, {}, outcome)) {
    outcome.type = scanner::name_of(reading->type);
    outcome.result = result_of(*reading);
    outcome.detail = reading->detail;
    outcome.expected = is_among(outcome.result, bad.expected);
    read_members(*reading, outcome);
  }
  outcome.seconds = seconds_since(start);
  outcome.worker_kib = gauge_.peak_kib(number_);
  for (const auto& entry : fs::directory_iterator(scratch_))
    if (!entry.is_directory() || entry.is_symlink())
      outcome.escapes.push_back("beside the scratch folder: " + entry.path().filename().string());
  for (std::string& change : watched_.changes(scratch_)) outcome.escapes.push_back(std::move(change));
  if (sha256_file(source_) != before) outcome.escapes.push_back("the file itself was changed");
  fs::remove_all(scratch_);
  return outcome;
}

std::optional<Reading> Lane::read_one(const fs::path& file, const scanner::Nesting& nesting, Outcome& outcome) {
  const fs::path scratch = scratch_ / std::to_string(readings_++);
  fs::create_directories(scratch);
  SilentProgress progress;
  const auto start = steady_clock::now();
  std::optional<Reading> reading;
  try {
    reading = reader_.read(file, scratch, progress, nesting);
    outcome.crashes += reading->failure == scanner::Failure::Crashed;
    outcome.timeouts += reading->failure == scanner::Failure::TimedOut;
    if (!reading->failure)
      for (std::string& strange : strangers_in(scratch)) outcome.escapes.push_back(std::move(strange));
  } catch (const Error& error) {
    outcome.result = "untyped";
    outcome.detail = render(error.message(), Language::English);
  } catch (const std::exception& error) {
    outcome.result = "untyped";
    outcome.detail = error.what();
  }
  outcome.slowest_read = std::max(outcome.slowest_read, seconds_since(start));
  return reading;
}

void Lane::read_members(const Reading& reading, Outcome& outcome) {
  for (const scanner::Enclosed& member : reading.enclosed) {
    if (outcome.members >= kMostMembers || !outcome.typed()) return;
    ++outcome.members;
    if (const auto inner = read_one(member.path, reading.inside, outcome)) read_members(*inner, outcome);
  }
}

}  // namespace twofold::bad_files
