#pragma once
// A random walk through everything that people of all roles do to files, volumes, loans, lists, transfers, grants, customers and
// meetings, on a real catalogue, beside the oracle.

#include "catalog/grants.h"
#include "catalog/transfers.h"
#include "tests/catalog/records.h"
#include "tests/model/oracle.h"

#include <functional>
#include <random>

namespace twofold::model {

// Something that not everybody may do, and to what.
struct Deed {
  catalog::Action action;
  Subject on;
};

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
  void bind(int volume);
  // All the way to a bound volume, by people who may: few random walks get there by themselves.
  void close();
  int pick_volume();           // a bound one more often than not
  void remove();
  void hold();
  void hold_question();
  void settle();
  void lend();
  void ask_for_loan();
  void hand_out(int volume);
  void look_through(int volume, const std::string& actor);
  void give_back();
  void draw();
  void decide();
  void approve(const std::string& number);
  void send_back(const std::string& number);
  void execute(const std::string& number, const std::string& executor, const std::vector<std::string>& witnesses);
  void sign_transfer(const std::string& number, catalog::TransferSide side);
  void transfer();
  void amend();
  void renew();
  void extend();
  void grant();
  void revoke();
  // What a random person may read of random items.
  void look();
  void describe();
  int joined(int volume, int category, int year, int chapter);
  void keep_daily_records();
  void promote();
  void inspect();
  void rectify();
  void spend();
  void discharge();
  void ask_for_access();
  struct Target {
    char scope;                // e (everything), c, v, i
    int id;
    std::string number;
  };
  Target random_target();
  void hand_over();
  void meet();
  void fix_focus(const Date& held, const std::set<int>& chosen, const std::vector<catalog::Customer>& customers);
  void review_classes(const Date& held, const std::set<int>& chosen, const std::vector<catalog::Customer>& customers);
  void appraise(const std::string& number, const std::string& actor);
  void witness(const std::string& number, const std::string& actor);
  void move_clock();
  void compare_reading(const std::string& person) const;
  void compare_meetings() const;
  void compare_desks() const;
  catalog::RecordAccess record_of(const Subject& on) const;

  // Runs as the actor; whether it succeeded must be what was expected.
  void expect(bool expected, const std::string& what, const std::string& actor,
              const std::function<void(catalog::Transaction&)>& work);
  // The same as the faces do it: whoever acts must be one who may (catalog/access.h, and the oracle's own table). Whether it was done.
  bool attempt(const Deed& deed, bool expected, const std::string& what, const std::string& actor,
               const std::function<void(catalog::Transaction&)>& work);
  bool chance(int percent) { return static_cast<int>(random_() % 100) < percent; }
  std::string person() { return people_[random_() % people_.size()]; }
  // Mostly somebody who may.
  std::string person_for(const Deed& deed);
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
  // Three account managers, and one of each other role.
  std::vector<std::string> people_ = {"张建国", "李经理", "钱经理", "赵敏", "刘国栋", "陈主任", "周敏", "王书记", "吴审计", "孙工", "管理员"};
  std::size_t done_ = 0, refused_ = 0, titles_ = 0;
};

}  // namespace twofold::model
