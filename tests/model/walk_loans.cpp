// The way of a volume to a borrower and back.

#include "tests/model/walk.h"

namespace twofold::model {

using catalog::Transaction;

void Walk::lend() {
  const std::string actor = person();
  if (oracle_.loans.empty() || chance(40)) {
    const int volume = pick_volume();
    const bool expected = oracle_.may_lend(volume);
    const catalog::NewLoan wish{code_of(volume), actor, "", "核对", records_.clock.today().plus_months(240)};
    int id = 0;
    expect(expected, "ask for volume " + std::to_string(volume), actor,
           [&](Transaction& t) { id = static_cast<int>(catalog::request_loan(t, wish, false).id); });
    if (expected) oracle_.loans[id] = {.volume = volume, .borrower = actor, .due = wish.due};
    return;
  }
  const int id = pick(oracle_.loans);
  auto& loan = oracle_.loans[id];
  if (chance(50)) {
    const bool expected = oracle_.may_approve_loan(id, actor);
    expect(expected, "approve loan " + std::to_string(id), actor,
           [&](Transaction& t) { catalog::approve_loan(t, id); });
    if (expected) loan.state = "approved";
    return;
  }
  const auto next = oracle_.next_loan(loan.volume);
  auto& volume = oracle_.volumes[loan.volume];
  const bool expected = next && oracle_.may_lend(loan.volume) && volume.loan.empty();
  const auto code = code_of(loan.volume);
  expect(expected, "hand out " + code.text(), actor, [&](Transaction& t) { catalog::hand_out(t, code); });
  if (!expected) return;
  oracle_.loans[*next].state = "out";
  volume.loan = "out";
  volume.borrower = oracle_.loans[*next].borrower;
  volume.due = oracle_.loans[*next].due;
  volume.renewals = 0;
}

void Walk::give_back() {
  const int id = pick_volume();
  auto& volume = oracle_.volumes[id];
  const auto code = code_of(id);
  const std::string actor = person(), name = " " + code.text();
  switch (random_() % 4) {
    case 0:
    case 1: {
      const bool out = volume.loan == "out", back = volume.loan == "returned";
      if (back || (!out && chance(50))) {
        const bool expected = back && volume.borrower != actor;
        expect(expected, "look through" + name, actor, [&](Transaction& t) { catalog::inspect_return(t, code, {}); });
        if (expected) volume.loan.clear();
      } else {
        expect(out, "take back" + name, actor, [&](Transaction& t) { catalog::return_volume(t, code); });
        if (out) volume.loan = "returned";
      }
      return;
    }
    case 2:
      expect(volume.loan == "out", "lose" + name, actor, [&](Transaction& t) { catalog::report_lost(t, code, "途中"); });
      if (volume.loan == "out") volume.loan = "lost";
      return;
    default:
      expect(volume.loan == "lost", "find" + name, actor, [&](Transaction& t) { catalog::report_found(t, code); });
      if (volume.loan == "lost") volume.loan = "returned";
  }
}

void Walk::renew() {
  const int id = pick_volume();
  auto& volume = oracle_.volumes[id];
  const Date due = std::max(volume.due, records_.clock.today()).plus_days(1);
  const bool expected = oracle_.may_renew(id);
  const auto code = code_of(id);
  expect(expected, "renew " + code.text(), person(), [&](Transaction& t) { catalog::renew_loan(t, code, due); });
  if (!expected) return;
  volume.due = due;
  ++volume.renewals;
}

}  // namespace twofold::model
