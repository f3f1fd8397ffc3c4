// What is kept of customers: what they spent, when they were discharged and called; and who asks to read of them.

#include "tests/model/walk.h"

#include "catalog/customer_records.h"
#include "catalog/grants.h"

namespace twofold::model {

using catalog::Action;
using catalog::Transaction;

void Walk::spend() {
  const int id = oracle_.items[pick(oracle_.items)].customer;
  const Deed deed{Action::KeepCustomers, {.customer = id}};
  const Date today = records_.clock.today(), day = today.plus_days(1 - static_cast<int>(random_() % 40));
  const long cents = (static_cast<long>(random_() % 9) - 4) * 20'000;
  if (attempt(deed, cents != 0 && day <= today, "record spending of customer " + std::to_string(id), person_for(deed), [&](Transaction& t) {
        catalog::record_spending(t, records_.profile, *catalog::find_customer(records_.database, id), day, cents, "");
      }))
    oracle_.spend(id, cents, day, today);
}

void Walk::discharge() {
  const int id = oracle_.items[pick(oracle_.items)].customer;
  const Deed deed{Action::KeepCustomers, {.customer = id}};
  const Date today = records_.clock.today(), day = today.plus_days(1 - static_cast<int>(random_() % 10));
  const auto customer = *catalog::find_customer(records_.database, id);
  const std::string actor = person_for(deed), name = " customer " + std::to_string(id) + " on " + day.text();
  auto& days = oracle_.discharges[id];
  if (chance(50)) {
    if (attempt(deed, day <= today && !days.contains(day), "discharge" + name, actor,
                [&](Transaction& t) { catalog::record_discharge(t, customer, day); }))
      days[day] = false;
    return;
  }
  const auto answered = oracle_.call_answers(id, day);
  if (attempt(deed, day <= today && answered, "call" + name, actor, [&](Transaction& t) { catalog::record_call(t, customer, day, "良好"); }))
    days[*answered] = true;
}

void Walk::ask_for_access() {
  const Date today = records_.clock.today();
  if (oracle_.requests.empty() || chance(40)) {
    AccessRequest made{.person = person(), .until = today.plus_days(static_cast<int>(random_() % 60) - 3)};
    const auto [scope, target, number] = random_target();
    made.scope = scope == 'e' ? '-' : scope;
    made.target = target;
    int id = 0;
    if (attempt({Action::RequestAccess, {}}, made.until >= today, "ask to read " + number, made.person, [&](Transaction& t) {
          id = static_cast<int>(catalog::request_access(t, scope == 'e' ? "没有的号" : number, "核对", made.until).id);
        }))
      oracle_.requests[id] = made;
    return;
  }
  const int id = pick(oracle_.requests);
  auto& request = oracle_.requests[id];
  const Deed deed{Action::GrantAccess, {}};
  const std::string actor = person_for(deed), name = " request " + std::to_string(id);
  const bool open = request.state == "requested";
  if (chance(70)) {
    int grant = 0;
    if (!attempt(deed, open && request.person != actor && request.until >= today && request.scope != '-', "grant" + name, actor,
                 [&](Transaction& t) { grant = static_cast<int>(catalog::grant_request(t, id).grant_id); }))
      return;
    request.state = "granted";
    oracle_.grants[grant] = {.person = request.person, .scope = request.scope, .target = request.target, .expires = request.until};
  } else if (attempt(deed, open, "refuse" + name, actor, [&](Transaction& t) { catalog::refuse_request(t, id, "与工作无关"); })) {
    request.state = "refused";
  }
}

}  // namespace twofold::model
