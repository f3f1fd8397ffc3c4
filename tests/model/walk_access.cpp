// Who may read what while grants are given, end and are taken back and customers change hands, and the meetings' lists.

#include "tests/model/walk.h"

#include "catalog/customer_lists.h"
#include "catalog/known_records.h"
#include "catalog/meetings.h"
#include "catalog/people.h"

#include <fmt/format.h>
#include <stdexcept>

namespace twofold::model {

using catalog::Transaction;

namespace {

constexpr auto kPolicy = catalog::AccessPolicy::OwnCustomers;
constexpr const char* kClasses[] = {"VIP", "普通", "金卡"};   // the last is none of the profile's

}  // namespace

Walk::Target Walk::random_target() {
  switch (random_() % 10) {
    case 0: return {'e', 0, ""};
    case 1:
    case 2: {
      const int customer = oracle_.items[pick(oracle_.items)].customer;
      return {'c', customer, catalog::find_customer(records_.database, customer)->number};
    }
    case 3:
    case 4:
    case 5: {
      const int volume = pick_volume();
      return {'v', volume, code_of(volume).text()};
    }
    default: {
      const int item = pick(oracle_.items);
      return {'i', item, records_.item(item).number()};
    }
  }
}

void Walk::grant() {
  const Date today = records_.clock.today();
  const auto [scope, target, number] = random_target();
  const Grant made{.person = person(), .scope = scope, .target = target, .expires = today.plus_days(static_cast<int>(random_() % 60) - 3)};
  const Deed deed{catalog::Action::GrantAccess, {}};
  const std::string actor = person_for(deed);
  int id = 0;
  if (attempt(deed, actor != made.person && today <= made.expires, "grant " + made.person + " " + number, actor, [&](Transaction& t) {
        id = static_cast<int>(catalog::give_grant(t, made.person, number, "核对", made.expires).id);
      }))
    oracle_.grants.emplace(id, made);
}

void Walk::revoke() {
  if (oracle_.grants.empty()) return;
  const int id = pick(oracle_.grants);
  const Deed deed{catalog::Action::GrantAccess, {}};
  if (attempt(deed, !oracle_.grants.at(id).revoked, "revoke grant " + std::to_string(id), person_for(deed),
              [&](Transaction& t) { catalog::revoke_grant(t, id, "调岗"); }))
    oracle_.grants.at(id).revoked = true;
}

// What they may read, and one more thing that they may do or not, of the table of all.
void Walk::look() {
  const std::string name = person();
  const Date today = records_.clock.today();
  const auto actor = catalog::actor_named(records_.database, name, today);
  for (int i = 0; i < 10; ++i) {
    const int id = chance(90) || oracle_.dailies.empty() ? pick(oracle_.items) : pick(oracle_.dailies);
    const auto record = catalog::access_of(records_.database, records_.item(id));
    for (const auto action : {catalog::Action::Read, static_cast<catalog::Action>(random_() % catalog::kActions)})
      if (catalog::may(*actor, action, record, kPolicy) != oracle_.may(name, catalog::text(action), {.item = id}, today))
        throw std::runtime_error(fmt::format("whether {} may {} item {} on {}", name, catalog::text(action), id, today.text()));
  }
  ++done_;
}

// What the lists leave in is what may be read, item by item.
void Walk::compare_reading(const std::string& person) const {
  const Date today = records_.clock.today();
  const auto actor = catalog::actor_named(records_.database, person, today);
  const bool everything = catalog::may_everywhere(*actor, catalog::Action::Read, kPolicy);
  if (everything != oracle_.reads_everything(person, today))
    throw std::runtime_error(person + (everything ? " reads everything" : " does not read everything"));
  if (everything) return;
  std::set<int> listed, expected;
  const auto readable = catalog::readable_by(records_.database, *actor);
  for (const auto& item : catalog::list_known_items(records_.database, readable, {}, 0, 1'000'000))
    listed.insert(static_cast<int>(item.id));
  for (const auto& [id, item] : oracle_.items)
    if (oracle_.may_read(person, id, today)) expected.insert(id);
  for (const auto& [id, daily] : oracle_.dailies)
    if (oracle_.may_read_daily(person, id, today)) expected.insert(id);
  if (listed != expected)
    throw std::runtime_error(fmt::format("{} is shown {} items instead of {}", person, listed.size(), expected.size()));
}

void Walk::hand_over() {
  if (oracle_.items.empty() || chance(50)) return;
  const std::string from = people_[random_() % 3], to = people_[random_() % 3];
  const Deed deed{catalog::Action::ManagePeople, {}};
  if (attempt(deed, from != to, "hand over from " + from + " to " + to, person_for(deed),
              [&](Transaction& t) { catalog::hand_over(t, from, to); }))
    oracle_.hand_over(from, to);
}

void Walk::meet() {
  const Date today = records_.clock.today(), held = today.plus_days(chance(10) ? 1 : -static_cast<int>(random_() % 3));
  std::set<int> chosen;
  if (!chance(5)) chosen.insert(oracle_.items[pick(oracle_.items)].customer);
  if (chance(50)) chosen.insert(oracle_.items[pick(oracle_.items)].customer);
  std::vector<catalog::Customer> customers;
  for (const int id : chosen) customers.push_back(*catalog::find_customer(records_.database, id));
  if (!customers.empty() && chance(20)) customers.push_back(customers.front());
  if (chance(50)) fix_focus(held, chosen, customers);
  else review_classes(held, chosen, customers);
}

// A meeting is about what has begun on its day, and a focus list about the next month at the latest (R19).
void Walk::fix_focus(const Date& held, const std::set<int>& chosen, const std::vector<catalog::Customer>& customers) {
  const Date this_month(held.year(), held.month(), 1), first = this_month.plus_months(static_cast<int>(random_() % 5) - 2);
  const std::string month = first.text().substr(0, 7);
  const Deed deed{catalog::Action::HoldMeeting, {}};
  if (attempt(deed, !chosen.empty() && held <= records_.clock.today() && first <= this_month.plus_months(1), "focus of " + month,
              person_for(deed), [&](Transaction& t) { catalog::hold_focus_meeting(t, month, held, customers, "例会"); }))
    oracle_.focus[month] = chosen;
}

void Walk::review_classes(const Date& held, const std::set<int>& chosen, const std::vector<catalog::Customer>& customers) {
  const Date about = held.plus_months(3 * (static_cast<int>(random_() % 3) - 1));
  const auto quarter = [](const Date& day) { return day.year() * 4 + static_cast<int>(day.month() - 1) / 3; };
  const std::string name = fmt::format("{}-Q{}", about.year(), (about.month() - 1) / 3 + 1);
  const std::size_t kind = random_() % std::size(kClasses);
  const bool sound = !chosen.empty() && held <= records_.clock.today() && quarter(about) <= quarter(held) && kind < 2;
  const Deed deed{catalog::Action::HoldMeeting, {}};
  if (attempt(deed, sound, std::string("review to ") + kClasses[kind], person_for(deed), [&](Transaction& t) {
        std::vector<catalog::Reassigned> reassigned;
        for (const auto& customer : customers) reassigned.push_back({customer, kClasses[kind]});
        catalog::review_classes(t, records_.profile, name, held, reassigned, "评审");
      }))
    for (const int id : chosen) oracle_.classes[id].push_back({held, kClasses[kind], {}});
}

void Walk::compare_meetings() const {
  for (const auto& [month, customers] : oracle_.focus) {
    std::set<std::string> listed, expected;
    for (const auto& row : catalog::list_focus(records_.database, {}, catalog::classes_on(records_.profile, records_.clock.today()), month, "", 100)) listed.insert(row.number);
    for (const int id : customers) expected.insert(catalog::find_customer(records_.database, id)->number);
    if (listed != expected) throw std::runtime_error("the focus list of " + month);
  }
  const Date today = records_.clock.today();
  for (const auto& [id, changes] : oracle_.classes) {
    const auto customer = catalog::find_customer(records_.database, id);
    auto recorded = catalog::class_changes_of(records_.database, id, catalog::classes_on(records_.profile, today));
    std::erase_if(recorded, [](const auto& each) { return each.change.reason == "lapsed"; });
    if (recorded.size() != changes.size())
      throw std::runtime_error("the history of the class of " + customer->number);
    if (catalog::class_on(records_.database, records_.profile, *customer, today) != oracle_.class_of(id, today))
      throw std::runtime_error("the class of " + customer->number + " on " + today.text());
  }
}

}  // namespace twofold::model
