// The way of a volume to a borrower and back.

#include "tests/model/walk.h"

namespace twofold::model {

using catalog::Action;
using catalog::Transaction;

void Walk::ask_for_loan() {
  const int volume = pick_volume();
  const std::string actor = person();
  const Date today = records_.clock.today();
  const catalog::NewLoan wish{code_of(volume), actor, "", "核对", today.plus_days(chance(20) ? static_cast<int>(random_() % 40) - 2 : 7000)};
  // Of one's own chapter it needs nobody's approval.
  const bool own = oracle_.chapter_keepers.at(oracle_.volumes[volume].chapter) == actor;
  int id = 0;
  if (attempt({Action::RequestLoan, {}}, oracle_.may_lend(volume) && wish.due >= today, "ask for volume " + std::to_string(volume), actor,
              [&](Transaction& t) { id = static_cast<int>(catalog::request_loan(t, wish, own).id); }))
    oracle_.loans[id] = {.volume = volume, .state = own ? "approved" : "requested", .borrower = actor, .due = wish.due};
}

void Walk::lend() {
  if (oracle_.loans.empty() || chance(40)) return ask_for_loan();
  const int id = pick(oracle_.loans);
  auto& loan = oracle_.loans[id];
  const Date today = records_.clock.today();
  const std::string name = " loan " + std::to_string(id);
  if (chance(50)) {
    const Deed deed{Action::ApproveLoan, {.volume = loan.volume}};
    const std::string actor = person_for(deed);
    if (chance(80)) {
      if (attempt(deed, oracle_.may_approve_loan(id, actor, today), "approve" + name, actor,
                  [&](Transaction& t) { catalog::approve_loan(t, id); }))
        loan.state = "approved";
    } else if (attempt(deed, loan.state == "requested", "refuse" + name, actor,
                       [&](Transaction& t) { catalog::refuse_loan(t, id, "另有安排"); })) {
      loan.state = "refused";
    }
    return;
  }
  if (chance(15)) {
    if (attempt({Action::RequestLoan, {}}, loan.state == "requested" || loan.state == "approved", "withdraw" + name, person(),
                [&](Transaction& t) { catalog::withdraw_loan(t, id, ""); }))
      loan.state = "withdrawn";
    return;
  }
  hand_out(loan.volume);
}

void Walk::hand_out(int id) {
  const auto next = oracle_.next_loan(id, records_.clock.today());
  auto& volume = oracle_.volumes[id];
  const Deed deed{Action::HandOut, {}};
  const auto code = code_of(id);
  if (!attempt(deed, next && oracle_.may_lend(id) && volume.loan.empty(), "hand out " + code.text(), person_for(deed),
               [&](Transaction& t) { catalog::hand_out(t, code); }))
    return;
  oracle_.loans[*next].state = "out";
  volume.loan = "out";
  volume.borrower = oracle_.loans[*next].borrower;
  volume.due = oracle_.loans[*next].due;
  volume.renewals = 0;
}

void Walk::look_through(int id, const std::string& actor) {
  auto& volume = oracle_.volumes[id];
  const auto code = code_of(id);
  const Date today = records_.clock.today();
  const bool damaged = chance(20), miscounted = chance(20);
  catalog::ReturnCheck check;
  if (damaged) check.damages.insert(catalog::Damage::Mould);
  if (miscounted) check.pages = catalog::find_volume(records_.database, id)->page_count + 1;
  if (chance(80)) check.follow_up = today.plus_days(30);
  const bool sound = !damaged && !miscounted;
  if (!attempt({Action::HandOut, {}}, volume.loan == "returned" && volume.borrower != actor && (sound || check.follow_up),
               "look through " + code.text(), actor, [&](Transaction& t) { catalog::inspect_return(t, code, check); }))
    return;
  volume.loan.clear();
  if (!sound)
    oracle_.inspections[static_cast<int>(records_.count("SELECT MAX(id) FROM inspection"))] = {.volume = id, .day = today, .open = true};
}

void Walk::give_back() {
  const int id = pick_volume();
  auto& volume = oracle_.volumes[id];
  const auto code = code_of(id);
  const Deed deed{Action::HandOut, {}};
  const std::string actor = person_for(deed), name = " " + code.text();
  const bool out = volume.loan == "out", lost = volume.loan == "lost";
  switch (random_() % 4) {
    case 0:
    case 1:
      if (volume.loan == "returned" || (!out && chance(50))) return look_through(id, actor);
      if (attempt(deed, out, "take back" + name, actor, [&](Transaction& t) { catalog::return_volume(t, code); }))
        volume.loan = "returned";
      return;
    case 2:
      if (attempt(deed, out, "lose" + name, actor, [&](Transaction& t) { catalog::report_lost(t, code, "途中"); })) volume.loan = "lost";
      return;
    default:
      if (attempt(deed, lost, "find" + name, actor, [&](Transaction& t) { catalog::report_found(t, code); })) volume.loan = "returned";
  }
}

void Walk::renew() {
  const int id = pick_volume();
  auto& volume = oracle_.volumes[id];
  const Date today = records_.clock.today(), due = std::max(volume.due, today).plus_days(1);
  const auto code = code_of(id);
  const Deed deed{Action::HandOut, {}};
  if (!attempt(deed, oracle_.may_renew(id, today), "renew " + code.text(), person_for(deed),
               [&](Transaction& t) { catalog::renew_loan(t, code, due); }))
    return;
  volume.due = due;
  ++volume.renewals;
}

}  // namespace twofold::model
