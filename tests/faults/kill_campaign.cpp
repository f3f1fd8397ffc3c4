// kill-campaign --every K        a kill at every K-th write step of each scenario (the short tier)
// kill-campaign --random N       N kill points altogether, drawn at random; --seed S repeats a run (the long tier)
// kill-campaign --at SCENARIO N  one point, keeping the folder for a look
//
// Each point: a copy of the scenario's starting state, its command killed at that write step, then the same command
// again (at every other point only after recovery has been looked at by itself), then all checks. Exit code 0: nothing
// lost, doubled or half-visible.

#include "tests/faults/checks.h"

#include "base/error.h"
#include "base/files.h"

#include <chrono>
#include <fmt/format.h>
#include <iostream>
#include <map>
#include <random>
#include <thread>

namespace twofold::faults {
namespace {
namespace fs = std::filesystem;

// A reader that was being started at that moment holds the lock, as all that its parent had open, until it runs by itself.
void wait_for_the_lock(const Place& place) {
  for (int tries = 0; tries < 500; ++tries, std::this_thread::sleep_for(std::chrono::milliseconds(10)))
    if (FileLock::try_lock(archive::Layout{place.archive()}.lock())) return;
}

class Campaign {
 public:
  explicit Campaign(fs::path folder) : folder_(std::move(folder)) {
    for (const std::string scenario : kScenarios) {
      fs::remove_all(point().root);
      prepare(scenario, point());
      fs::rename(point().root, folder_ / scenario);
      copy(scenario);
      const auto ended = run_program(point().archive(), point().root, command_of(scenario, point()), 0);
      if (ended.code != code_of(scenario))
        throw std::runtime_error(scenario + " fails without a kill: " + ended.complaint + ended.answer);
      steps_[scenario] = std::stol(read_file(point().root / "calls"));
      report(scenario, 0, faults_at_the_end(scenario, point()));
      std::cout << fmt::format("{}: {} write steps\n", scenario, steps_[scenario]) << std::flush;
    }
  }

  void kill(const std::string& scenario, long at) {
    copy(scenario);
    const auto ended = run_program(point().archive(), point().root, command_of(scenario, point()), at);
    ++points_;
    killed_ += ended.killed;
    wait_for_the_lock(point());
    if (!ended.killed && ended.code != code_of(scenario)) report(scenario, at, {"failed instead: " + ended.complaint});
    try {
      if (at % 2 == 0) report(scenario, at, faults_after_recovery(*Opened(scenario, point())));
      run_again(scenario, point());
      report(scenario, at, faults_at_the_end(scenario, point()));
    } catch (const Error& error) {
      report(scenario, at, {render(error.message(), Language::English)});
    } catch (const std::exception& error) {
      report(scenario, at, {error.what()});
    }
  }

  long steps(const std::string& scenario) const { return steps_.at(scenario); }

  int finish() const {
    std::cout << fmt::format("{} kill points, {} killed, {} faults\n", points_, killed_, faults_);
    return faults_ == 0 && killed_ > 0 ? 0 : 1;
  }

 private:
  Place point() const { return {folder_ / "point"}; }

  void copy(const std::string& scenario) const {
    fs::remove_all(point().root);
    fs::copy(folder_ / scenario, point().root, fs::copy_options::recursive);
  }

  void report(const std::string& scenario, long at, const std::vector<std::string>& faults) {
    faults_ += faults.size();
    for (const auto& fault : faults)
      std::cout << fmt::format("{} killed at {}: {}\n", scenario, at, fault) << std::flush;
  }

  fs::path folder_;
  std::map<std::string, long> steps_;
  std::size_t points_ = 0, killed_ = 0, faults_ = 0;
};

int every(Campaign& campaign, long distance) {
  for (const std::string scenario : kScenarios)
    for (long at = 1; at <= campaign.steps(scenario); at += distance) campaign.kill(scenario, at);
  return campaign.finish();
}

int random_points(Campaign& campaign, long count, unsigned seed) {
  std::cout << "seed " << seed << '\n';
  std::mt19937 random(seed);
  for (long i = 0; i < count; ++i) {
    const std::string scenario = kScenarios[random() % std::size(kScenarios)];
    campaign.kill(scenario, 1 + static_cast<long>(random() % static_cast<unsigned long>(campaign.steps(scenario))));
    if (i % 100 == 99) std::cout << i + 1 << " points\n" << std::flush;
  }
  return campaign.finish();
}

int main_of(const std::vector<std::string>& arguments) {
  const ScratchFolder folder(fs::temp_directory_path());
  if (arguments.size() == 2 && arguments[0] == "--every") {
    Campaign campaign(folder.path());
    return every(campaign, std::max(1L, std::stol(arguments[1])));
  }
  if (arguments.size() == 2 || (arguments.size() == 4 && arguments[2] == "--seed"))
    if (arguments[0] == "--random") {
      const auto seed =
          arguments.size() == 4 ? static_cast<unsigned>(std::stoul(arguments[3])) : std::random_device{}();
      Campaign campaign(folder.path());
      return random_points(campaign, std::stol(arguments[1]), seed);
    }
  if (arguments.size() == 3 && arguments[0] == "--at") {
    const fs::path kept = fs::temp_directory_path() / fmt::format("kill-{}-{}", arguments[1], arguments[2]);
    fs::remove_all(kept);
    fs::create_directories(kept);
    Campaign campaign(kept);
    campaign.kill(arguments[1], std::stol(arguments[2]));
    std::cout << kept << '\n';
    return campaign.finish();
  }
  std::cerr << "kill-campaign --every K | --random N [--seed S] | --at SCENARIO N\n";
  return 2;
}

}  // namespace
}  // namespace twofold::faults

int main(int argc, char** argv) {
  try {
    return twofold::faults::main_of({argv + 1, argv + argc});
  } catch (const twofold::Error& error) {
    std::cerr << render(error.message(), twofold::Language::English) << '\n';
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
  }
  return 1;
}
