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
constexpr std::size_t kShort = 400;      // below it, what takes seconds is left out
constexpr std::size_t kMostOfType = 12;  // seeds out of a folder
constexpr std::uint64_t kMostGrowthKib = 300U << 10U;

bool by_the_suite(scanner::FileType type) {
  using scanner::FileType;
  return type == FileType::Rtf || type == FileType::Doc || type == FileType::Xls;
}

scanner::ReaderOptions reader_options() {
  scanner::ReaderOptions options = scanner::testing::options(2);
  options.limits.seconds_per_page = 30;
  options.limits.seconds_per_file = kMostSeconds - 5;
  return options;
}

}  // namespace

Campaign::Campaign(const Plan& plan, const fs::path& folder) : plan_(plan), folder_(folder) {
  fs::create_directories(folder_ / "seeds 种子");
  seeds_ = made_seeds(folder_ / "seeds 种子", plan_.count >= kShort);
  if (!plan_.seeds.empty())
    for (Seed& seed : seeds_below(plan_.seeds, kMostOfType)) seeds_.push_back(std::move(seed));
  collect_recipes();
  if (!plan_.only.empty())
    std::erase_if(seeds_, [&](const Seed& seed) { return scanner::name_of(seed.type) != plan_.only; });
  if (seeds_.empty()) throw std::runtime_error("no seed of that type");
}

void Campaign::collect_recipes() {
  const fs::path target = folder_ / "lane 0" / "target 目标";
  for (auto& some : {picture_bombs(), pdf_bombs(), document_bombs(), mail_bombs(), text_bombs(), pack_bombs(),
                     path_tricks(target), polyglots(seeds_), locked_files(folder_ / "locked"), husks(seeds_)})
    recipes_.insert(recipes_.end(), some.begin(), some.end());
  // A few of them in a short run, spread over all; none where one type alone is asked for.
  recipes_used_ =
      plan_.only.empty() ? std::min(recipes_.size(), plan_.count >= kShort ? recipes_.size() : plan_.count / 2) : 0;
}

BadFile Campaign::file(std::size_t index) const {
  if (index < recipes_used_) {
    const Recipe& recipe = recipes_[index * recipes_.size() / recipes_used_];
    return {recipe.name, recipe.make(), recipe.expected};
  }
  Random random(plan_.seed + index * 0x9E3779B97F4A7C15ULL);
  // The office suite takes seconds to start: a fifth of its share.
  const Seed* seed = &seeds_[random() % seeds_.size()];
  for (int i = 0; i < 2 && by_the_suite(seed->type) && random() % 5 != 0; ++i) seed = &seeds_[random() % seeds_.size()];
  return damaged(*seed, seeds_, random);
}

void Campaign::take(std::size_t index, Outcome outcome, const BadFile& bad) {
  const bool notable =
      !outcome.typed() || !outcome.expected || outcome.crashes > 0 || outcome.timeouts > 0 || !outcome.escapes.empty();
  const std::lock_guard guard(mutex_);
  if (notable) std::cout << fmt::format("{:05} {}\n", index, line_of(outcome)) << std::flush;
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

void Campaign::ingest_some() {
  std::vector<BadFile> some;
  const std::size_t wanted = std::min(plan_.ingest, plan_.count);
  for (std::size_t i = 0; i < wanted; ++i) {
    BadFile bad = file(i * plan_.count / wanted);
    // What takes a minute by design has been read already.
    if (outcomes_.size() <= plan_.count && bad.bytes.size() < (4U << 20U)) some.push_back(std::move(bad));
  }
  if (some.empty()) return;
  const Ingested ingested = ingest(some, folder_);
  std::cout << '\n' << text_of(ingested);
  faults_.insert(faults_.end(), ingested.faults.begin(), ingested.faults.end());
}

int Campaign::run() {
  adopt_orphans();
  std::cout << fmt::format("seed {}, {} seeds, {} files never sound, {} damaged\n", plan_.seed, seeds_.size(),
                           recipes_used_, plan_.count - std::min(plan_.count, recipes_used_))
            << std::flush;
  {
    WorkerGauge gauge;
    scanner::Reader reader(reader_options());
    Lane first(reader, folder_ / "lane 0", gauge, 0), second(reader, folder_ / "lane 1", gauge, 1);
    std::thread beside([&] { work(second); });
    work(first);
    beside.join();
    look_around();
    for (Lane* lane : {&first, &second})
      for (const std::string& change : lane->last_look()) faults_.push_back("outside: " + change);
  }
  for (const std::string& name : descendants(true)) faults_.push_back("left over at the end: " + name);
  if (last_kib_ > first_kib_ + kMostGrowthKib)
    faults_.push_back(fmt::format("this process grew from {} to {} MiB", first_kib_ >> 10U, last_kib_ >> 10U));
  if (!plan_.list.empty()) {
    std::ofstream list(plan_.list);
    for (const Outcome& outcome : outcomes_) list << line_of(outcome) << '\n';
  }
  std::cout << '\n' << text_of(outcomes_);
  ingest_some();
  std::cout << fmt::format("this process: {} MiB after the first hundred files, {} MiB at the end\n", first_kib_ >> 10U,
                           last_kib_ >> 10U);
  for (const std::string& fault : faults_) std::cout << fault << '\n';
  const bool sound = std::ranges::all_of(outcomes_, [](const Outcome& outcome) {
    return outcome.typed() && outcome.expected && outcome.escapes.empty() && outcome.slowest_read <= kMostSeconds;
  });
  return sound && faults_.empty() ? 0 : 1;
}

}  // namespace twofold::bad_files
