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

void Walk::grant() {
  const Date today = records_.clock.today();
  Grant made{.person = person(), .expires = today.plus_days(static_cast<int>(random_() % 60) - 3)};
  std::string number;
  switch (random_() % 10) {
    case 0: made.scope = 'e'; break;
    case 1:
    case 2:
      made.scope = 'c', made.target = oracle_.items[pick(oracle_.items)].customer;
      number = catalog::find_customer(records_.database, made.target)->number;
      break;
    case 3:
    case 4:
    case 5: made.scope = 'v', made.target = pick_volume(), number = code_of(made.target).text(); break;
    default: made.scope = 'i', made.target = pick(oracle_.items), number = records_.item(made.target).number();
  }
  const std::string actor = person();
  const bool expected = actor != made.person && today <= made.expires;
  int id = 0;
  expect(expected, "grant " + made.person + " " + number, actor, [&](Transaction& t) {
    id = static_cast<int>(catalog::give_grant(t, made.person, number, "核对", made.expires).id);
  });
  if (expected) oracle_.grants.emplace(id, made);
}

void Walk::revoke() {
  if (oracle_.grants.empty()) return;
  const int id = pick(oracle_.grants);
  const bool expected = !oracle_.grants.at(id).revoked;
  expect(expected, "revoke grant " + std::to_string(id), person(),
         [&](Transaction& t) { catalog::revoke_grant(t, id, "调岗"); });
  oracle_.grants.at(id).revoked = true;
}

void Walk::look() {
  const std::string name = person();
  const Date today = records_.clock.today();
  const auto actor = catalog::actor_named(records_.database, name, today);
  for (int i = 0; i < 10; ++i) {
    const int id = pick(oracle_.items);
    const bool may =
        catalog::may(*actor, catalog::Action::Read, catalog::access_of(records_.database, records_.item(id)), kPolicy);
    if (may != oracle_.may_read(name, id, today))
      throw std::runtime_error(fmt::format("{} {} read item {} on {}", name, may ? "may" : "may not", id, today.text()));
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
  if (listed != expected)
    throw std::runtime_error(fmt::format("{} is shown {} items instead of {}", person, listed.size(), expected.size()));
}

void Walk::hand_over() {
  if (oracle_.items.empty() || chance(50)) return;
  const std::string from = people_[random_() % 3], to = people_[random_() % 3];
  const bool expected = from != to;
  expect(expected, "hand over from " + from + " to " + to, "管理员",
         [&](Transaction& t) { catalog::hand_over(t, from, to); });
  if (expected) oracle_.hand_over(from, to);
}

void Walk::meet() {
  const Date today = records_.clock.today(), held = today.plus_days(chance(10) ? 1 : -static_cast<int>(random_() % 3));
  std::set<int> chosen;
  if (!chance(5)) chosen.insert(oracle_.items[pick(oracle_.items)].customer);
  if (chance(50)) chosen.insert(oracle_.items[pick(oracle_.items)].customer);
  std::vector<catalog::Customer> customers;
  for (const int id : chosen) customers.push_back(*catalog::find_customer(records_.database, id));
  if (chance(50)) {
    // About the next month at the latest (R19).
    const Date this_month(held.year(), held.month(), 1), first = this_month.plus_months(static_cast<int>(random_() % 5) - 2);
    const std::string month = first.text().substr(0, 7);
    const bool expected = !chosen.empty() && held <= today && first <= this_month.plus_months(1);
    expect(expected, "focus of " + month, person(),
           [&](Transaction& t) { catalog::hold_focus_meeting(t, month, held, customers, "例会"); });
    if (expected) oracle_.focus[month] = chosen;
    return;
  }
  // About what has begun.
  const Date about = held.plus_months(3 * (static_cast<int>(random_() % 3) - 1));
  const auto quarter = [](const Date& day) { return day.year() * 4 + static_cast<int>(day.month() - 1) / 3; };
  const std::string name = fmt::format("{}-Q{}", about.year(), (about.month() - 1) / 3 + 1);
  const std::size_t kind = random_() % std::size(kClasses);
  const bool expected = !chosen.empty() && held <= today && quarter(about) <= quarter(held) && kind < 2;
  expect(expected, std::string("review to ") + kClasses[kind], person(), [&](Transaction& t) {
    std::vector<catalog::Reassigned> reassigned;
    for (const auto& customer : customers) reassigned.push_back({customer, kClasses[kind]});
    catalog::review_classes(t, records_.profile, name, held, reassigned, "评审");
  });
  if (expected)
    for (const int id : chosen) oracle_.classes[id].push_back({held, kClasses[kind]});
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
    if (catalog::class_changes_of(records_.database, id, catalog::classes_on(records_.profile, today)).size() != changes.size())
      throw std::runtime_error("the history of the class of " + customer->number);
    if (catalog::class_on(records_.database, records_.profile, *customer, today) != oracle_.class_of(id, today))
      throw std::runtime_error("the class of " + customer->number + " on " + today.text());
  }
}

}  // namespace twofold::model
