#include "tests/bad_files/campaign.h"

#include "base/files.h"
#include "tests/bad_files/ingest_part.h"
#include "tests/bad_files/report.h"
#include "tests/scanner/made_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <thread>
#include <unistd.h>

namespace twofold::bad_files {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kLookEvery = 100;  // files between two looks at everything
constexpr std::size_t kTellEvery = 500;
constexpr double kSlowSeconds = 5;
constexpr std::size_t kShort = 400;      // below it, what takes seconds is left out
constexpr std::size_t kMostOfType = 12;  // seeds out of a folder
constexpr std::uint64_t kMostGrowthKib = 300U << 10U;

bool by_the_suite(scanner::FileType type) {
  using scanner::FileType;
  return type == FileType::Rtf || type == FileType::Doc || type == FileType::Xls || type == FileType::Ppt;
}

scanner::ReaderOptions reader_options() {
  scanner::ReaderOptions options = scanner::testing::options(2);
  options.limits.seconds_per_page = kMostSeconds - 5;
  options.limits.seconds_per_file = kMostSeconds - 5;
  return options;
}

}  // namespace

Campaign::Campaign(const Plan& plan, const fs::path& folder) : plan_(plan), folder_(folder) {
  fs::create_directories(folder_ / "seeds 种子");
  seeds_ = made_seeds(folder_ / "seeds 种子", plan_.count >= kShort);
  collect_recipes();
  const auto unwanted = [&](const Seed& seed) { return scanner::name_of(seed.type) != plan_.only; };
  if (!plan_.only.empty()) std::erase_if(seeds_, unwanted);
  sound_ = seeds_.size();
  if (!plan_.seeds.empty())
    for (Seed& seed : seeds_below(plan_.seeds, kMostOfType))
      if (plan_.only.empty() || !unwanted(seed)) seeds_.push_back(std::move(seed));
  if (seeds_.empty()) throw std::runtime_error("no seed of that type");
}

void Campaign::collect_recipes() {
  if (!plan_.only.empty()) return;
  const fs::path target = folder_ / "lane 0" / "target 目标";
  for (auto& some :
       {picture_bombs(), pdf_bombs(), document_bombs(), illustrated_bombs(), mail_bombs(), text_bombs(), pack_bombs(),
        path_tricks(target), polyglots(seeds_), locked_files(folder_ / "locked"), husks(seeds_)})
    recipes_.insert(recipes_.end(), some.begin(), some.end());
  // A short run takes some of the quick ones, spread over all.
  if (plan_.count < kShort) std::erase_if(recipes_, [](const Recipe& recipe) { return recipe.slow; });
  recipes_used_ = plan_.count >= kShort ? recipes_.size() : std::min(recipes_.size(), plan_.count / 2);
}

// First the sound files themselves, without which nothing below would mean anything.
BadFile Campaign::file(std::size_t index) const {
  if (index < sound_) return {"sound " + seeds_[index].name, seeds_[index].bytes, "ok"};
  if (index < sound_ + recipes_used_) {
    const Recipe& recipe = recipes_[(index - sound_) * recipes_.size() / recipes_used_];
    return {recipe.name, recipe.make(), recipe.expected};
  }
  Random random(plan_.seed + index * 0x9E3779B97F4A7C15ULL);
  // The office suite takes seconds to start: a fifth of its share.
  const Seed* seed = &seeds_[random() % seeds_.size()];
  for (int i = 0; i < 2 && by_the_suite(seed->type) && random() % 5 != 0; ++i) seed = &seeds_[random() % seeds_.size()];
  return damaged(*seed, seeds_, random);
}

void Campaign::take(std::size_t index, Outcome outcome, const BadFile& bad) {
  outcome.index = index;
  const bool notable =
      !outcome.typed() || !outcome.expected || outcome.crashes > 0 || outcome.timeouts > 0 || !outcome.escapes.empty();
  const std::lock_guard guard(mutex_);
  if (notable) std::cout << line_of(outcome) << '\n' << std::flush;
  if (notable && !plan_.keep.empty()) {
    fs::create_directories(plan_.keep);
    std::string name = fmt::format("{:05} {}", index, bad.name.substr(0, 80));
    std::ranges::replace(name, '/', '_');
    scanner::testing::write(plan_.keep / name, bad.bytes);
  }
  outcomes_.push_back(std::move(outcome));
}

void Campaign::look_around() {
  const std::unique_lock alone(quiet_);
  for (const std::string& name : descendants(false)) faults_.push_back("left over: " + name);
  const std::uint64_t now = resident_kib(getpid());
  if (first_kib_ == 0) first_kib_ = now;
  last_kib_ = now;
  const std::lock_guard guard(mutex_);
  if (outcomes_.size() % kTellEvery < kLookEvery) std::cout << outcomes_.size() << " read\n" << std::flush;
}

void Campaign::work(Lane& lane) {
  for (std::size_t i = next_++; i < plan_.count; i = next_++) {
    {
      const std::shared_lock reading(quiet_);
      const BadFile bad = file(i);
      take(i, lane.read(bad), bad);
    }
    if (i % kLookEvery == kLookEvery - 1) look_around();
  }
}

void Campaign::read_all() {
  WorkerGauge gauge;
  scanner::Reader reader(reader_options());
  Lane first(reader, folder_ / "lane 0", gauge, 0), second(reader, folder_ / "lane 1", gauge, 1);
  std::thread beside([&] { work(second); });
  work(first);
  beside.join();
  // Whatever was read before, the reader lives.
  const BadFile last{"the last one, sound", seeds_.front().bytes, "ok"};
  take(plan_.count, first.read(last), last);
  look_around();
  for (Lane* lane : {&first, &second})
    for (const std::string& change : lane->last_look()) faults_.push_back("outside: " + change);
  std::ranges::sort(outcomes_, {}, &Outcome::index);
}

void Campaign::ingest_some() {
  std::vector<BadFile> some;
  const std::size_t wanted = std::min(plan_.ingest, plan_.count);
  for (std::size_t i = 0; i < wanted; ++i) {
    const std::size_t index = i * plan_.count / wanted;
    // What is slow by design has been waited for already.
    if (outcomes_[index].seconds < kSlowSeconds) some.push_back(file(index));
  }
  if (some.empty()) return;
  const Ingested ingested = ingest(some, folder_);
  std::cout << text_of(ingested);
  faults_.insert(faults_.end(), ingested.faults.begin(), ingested.faults.end());
}

int Campaign::run() {
  adopt_orphans();
  const std::size_t made = std::min(plan_.count, sound_ + recipes_used_);
  std::cout << fmt::format("seed {}: {} sound files, {} never sound, {} damaged\n", plan_.seed, sound_,
                           made - std::min(made, sound_), plan_.count - made)
            << std::flush;
  read_all();
  for (const std::string& name : descendants(true)) faults_.push_back("left over at the end: " + name);
  if (last_kib_ > first_kib_ + kMostGrowthKib) faults_.push_back("this process grew too much");
  if (!plan_.list.empty()) {
    std::ofstream list(plan_.list);
    for (const Outcome& outcome : outcomes_) list << line_of(outcome) << '\n';
  }
  std::cout << '\n' << text_of(outcomes_);
  std::cout << fmt::format("this process: {} MiB early, {} MiB at the end\n", first_kib_ >> 10U, last_kib_ >> 10U);
  ingest_some();
  for (const std::string& fault : faults_) std::cout << fault << '\n';
  const bool sound = std::ranges::all_of(outcomes_, [](const Outcome& outcome) {
    return outcome.typed() && outcome.expected && outcome.escapes.empty() && outcome.slowest_read <= kMostSeconds;
  });
  return sound && faults_.empty() ? 0 : 1;
}

}  // namespace twofold::bad_files
