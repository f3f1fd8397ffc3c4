#pragma once
// A random walk through everything people do to files, volumes, loans, lists, transfers, grants and meetings, on a real
// catalogue, beside the oracle.

#include "tests/catalog/records.h"
#include "tests/model/oracle.h"

#include <functional>
#include <random>

namespace twofold::model {

class Walk {
 public:
  explicit Walk(unsigned seed);

  // One operation, chosen at random, by a random person, on random records; throws std::runtime_error where the
  // catalogue and the oracle do not agree on whether it may be done, or on what is there afterwards.
  void step();
  // Every record against the oracle's.
  void compare();
  // Takes every obstacle away and executes what was approved: nothing that was due and approved may be left.
  void finish();
  // How often what takes longest to reach was reached: "volumes destroyed", "items struck" …
  void count(std::map<std::string, std::size_t>& reached) const;
  std::size_t done() const { return done_; }
  std::size_t refused() const { return refused_; }

 private:
  void receive();
  void sign();
  void file_or_bind();
  // All the way to a bound volume, by people who may: few random walks get there by themselves.
  void close();
  int pick_volume();           // a bound one more often than not
  void remove();
  void hold();
  void settle();
  void lend();
  void give_back();
  void draw();
  void decide();
  void execute(const std::string& number, const std::string& executor, const std::vector<std::string>& witnesses);
  void transfer();
  void amend();
  void renew();
  void extend();
  void grant();
  void revoke();
  // What a random person may read of random items.
  void look();
  void hand_over();
  void meet();
  void appraise(const std::string& number, const std::string& actor);
  void witness(const std::string& number, const std::string& actor);
  void move_clock();
  void compare_reading(const std::string& person) const;
  void compare_meetings() const;

  // Runs as the actor; whether it succeeded must be what was expected.
  void expect(bool expected, const std::string& what, const std::string& actor,
              const std::function<void(catalog::Transaction&)>& work);
  bool chance(int percent) { return static_cast<int>(random_() % 100) < percent; }
  std::string person() { return people_[random_() % people_.size()]; }
  // Among the newest, so that operations meet.
  template <class Map>
  auto pick(const Map& map) {
    constexpr std::size_t kNewest = 40;
    const auto steps = static_cast<std::ptrdiff_t>(random_() % std::min(map.size(), kNewest));
    return std::prev(map.end(), steps + 1)->first;
  }
  catalog::VolumeCode code_of(int volume) const { return records_.volume(volume).code; }

  std::mt19937 random_;
  catalog::Records records_;
  Oracle oracle_;
  // Three account managers, the general manager, an archivist and an employee.
  std::vector<std::string> people_ = {"张建国", "李经理", "钱经理", "赵敏", "周敏", "孙工"};
  std::size_t done_ = 0, refused_ = 0, titles_ = 0;
};

}  // namespace twofold::model
