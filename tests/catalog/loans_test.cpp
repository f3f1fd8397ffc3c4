#include "catalog/loans.h"

#include "tests/catalog/records.h"

#include <boost/test/unit_test.hpp>
#include <random>

using namespace twofold;
using namespace twofold::catalog;

namespace {

// One bound volume on the shelf, and people who do things to it.
struct Desk : Records {
  NewLoan wish(const char* borrower, Date due = Date(2025, 2, 1)) const { return {lent.code, borrower, "销售部", "核对", due}; }
  std::string by(const char* actor, const std::function<void(Transaction&)>& work) {
    return refusal([&] { act(work, actor); });
  }
  std::int64_t request(const char* borrower, Date due = Date(2025, 2, 1)) {
    std::int64_t id = 0;
    act([&](Transaction& t) { id = request_loan(t, wish(borrower, due), false).id; }, borrower);
    return id;
  }
  std::string approve(const char* actor, std::int64_t id) { return by(actor, [&](Transaction& t) { approve_loan(t, id); }); }
  std::string out() { return by("周敏", [&](Transaction& t) { hand_out(t, lent.code); }); }
  std::string back() { return by("周敏", [&](Transaction& t) { return_volume(t, lent.code); }); }
  std::string inspect(const ReturnCheck& check = {}, const char* actor = "周敏") {
    return by(actor, [&](Transaction& t) { inspect_return(t, lent.code, check); });
  }
  std::string renew(Date due) { return by("周敏", [&](Transaction& t) { renew_loan(t, lent.code, due); }); }
  std::string withdraw(const char* actor, std::int64_t id) {
    return by(actor, [&](Transaction& t) { withdraw_loan(t, id, "不再需要"); });
  }
  std::vector<Loan> picks() const { return pick_list(database, clock.today(), 10); }
  LoanState state(std::int64_t id) const { return find_loan(database, id)->state; }

  Volume lent = bound({.pages = 3});
};

}  // namespace

BOOST_AUTO_TEST_SUITE(loans_test)

BOOST_AUTO_TEST_CASE(R42_a_loan_goes_from_request_to_closed_and_every_step_is_an_event) {
  Desk desk;
  const auto id = desk.request("孙工");
  BOOST_TEST(desk.out() == "loan.not_approved");
  BOOST_TEST(desk.approve("赵敏", id) == "");
  BOOST_TEST(desk.picks().size() == 1U);
  BOOST_TEST(desk.out() == "");
  BOOST_TEST(desk.picks().empty());
  BOOST_TEST(desk.renew(Date(2025, 3, 1)) == "");
  BOOST_TEST(desk.back() == "");
  BOOST_TEST(desk.out() == "loan.not_inspected");
  BOOST_TEST(desk.inspect({.pages = 3}) == "");
  BOOST_TEST(text(desk.state(id)) == "closed");
  for (const char* event : {"loan.requested", "loan.approved", "volume.lent", "loan.renewed", "volume.returned", "loan.closed"})
    BOOST_TEST(desk.count("SELECT COUNT(*) FROM event WHERE action = '" + std::string(event) + "'") == 1, event);
}

BOOST_AUTO_TEST_CASE(R42_nobody_approves_their_own_request_and_a_decision_is_made_once) {
  Desk desk;
  const auto id = desk.request("孙工");
  BOOST_TEST(desk.approve("孙工", id) == "loan.own_request");
  BOOST_TEST(desk.by("赵敏", [&](Transaction& t) { refuse_loan(t, id, " "); }) == "loan.reason_missing");
  BOOST_TEST(desk.by("赵敏", [&](Transaction& t) { refuse_loan(t, id, "待鉴定"); }) == "");
  BOOST_TEST(desk.approve("赵敏", id) == "loan.decided");
  BOOST_TEST(desk.approve("赵敏", 99) == "loan.unknown");
  BOOST_TEST(desk.by("周敏", [&](Transaction& t) { lend_volume(t, desk.wish("赵敏"), "赵敏"); }) == "loan.own_approval");
}

BOOST_AUTO_TEST_CASE(R42_a_volume_never_has_two_holders) {
  Desk desk;
  const auto first = desk.request("孙工"), second = desk.request("李经理");
  desk.approve("赵敏", first);
  desk.approve("赵敏", second);
  BOOST_TEST(desk.out() == "");
  BOOST_TEST(desk.out() == "loan.already_lent");
  BOOST_TEST(desk.by("周敏", [&](Transaction& t) { lend_volume(t, desk.wish("王五"), "赵敏"); }) == "loan.already_lent");
  BOOST_TEST(desk.renew(Date(2025, 3, 1)) == "loan.awaited");
  desk.back();
  desk.inspect();
  BOOST_TEST(desk.out() == "");
  BOOST_TEST(live_loan(desk.database, desk.lent.id)->what.borrower == "李经理");
}

BOOST_AUTO_TEST_CASE(R42_what_nobody_fetched_by_its_day_stands_in_nobodys_way_and_is_withdrawn) {
  Desk desk;
  const auto lapsed = desk.request("孙工", Date(2025, 1, 20)), open = desk.request("王五", Date(2025, 1, 20));
  desk.approve("赵敏", lapsed);
  desk.clock.set(Date(2025, 1, 21));
  BOOST_TEST(desk.out() == "loan.lapsed");
  BOOST_TEST(desk.picks().empty());
  BOOST_TEST(desk.approve("赵敏", open) == "loan.lapsed");
  const auto later = desk.request("李经理", Date(2025, 2, 1));
  desk.approve("赵敏", later);
  BOOST_TEST(desk.out() == "");
  BOOST_TEST(live_loan(desk.database, desk.lent.id)->what.borrower == "李经理");
  BOOST_TEST(desk.renew(Date(2025, 3, 1)) == "");
  BOOST_TEST(desk.withdraw("周敏", lapsed) == "");
  BOOST_TEST(desk.withdraw("周敏", open) == "");
  BOOST_TEST(text(desk.state(lapsed)) == "withdrawn");
  BOOST_TEST(desk.withdraw("周敏", lapsed) == "loan.not_waiting");
  BOOST_TEST(desk.withdraw("周敏", later) == "loan.not_waiting");
  BOOST_TEST(desk.withdraw("周敏", 99) == "loan.unknown");
  BOOST_TEST(list_loans(desk.database, {}, 0, 10).size() == 1U);
}

BOOST_AUTO_TEST_CASE(R42_a_borrowers_own_older_request_does_not_keep_them_from_renewing) {
  Desk desk;
  const auto first = desk.request("孙工");
  desk.approve("赵敏", desk.request("孙工"));
  desk.out();
  BOOST_TEST(desk.renew(Date(2025, 3, 1)) == "");
  desk.approve("赵敏", first);
  BOOST_TEST(desk.renew(Date(2025, 3, 2)) == "");
}

BOOST_AUTO_TEST_CASE(R42_an_overdue_loan_is_named_and_counts_its_reminders) {
  Desk desk;
  desk.approve("赵敏", desk.request("孙工"));
  desk.out();
  BOOST_TEST(list_overdue(desk.database, Date(2025, 2, 1), 10).empty());
  BOOST_TEST(list_loans(desk.database, {.overdue_on = Date(2025, 2, 1)}, 0, 10).empty());
  BOOST_TEST(list_loans(desk.database, {.overdue_on = Date(2025, 2, 2)}, 0, 10).size() == 1U);
  BOOST_TEST(!is_overdue(*live_loan(desk.database, desk.lent.id), Date(2025, 2, 1)));
  desk.clock.set(Date(2025, 2, 2));
  for (int reminder = 1; reminder <= 2; ++reminder)
    desk.act([&](Transaction& t) { BOOST_TEST(remind_overdue(t, 10).at(0).reminders == reminder); });
  BOOST_TEST(desk.renew(Date(2025, 2, 1)) == "loan.not_later");
  BOOST_TEST(desk.renew(Date(2025, 2, 10)) == "");
  BOOST_TEST(list_overdue(desk.database, desk.clock.today(), 10).empty());
  BOOST_TEST(desk.renew(Date(2025, 2, 20)) == "");
  BOOST_TEST(desk.renew(Date(2025, 2, 28)) == "loan.renewed_enough");
}

BOOST_AUTO_TEST_CASE(R42_R44_a_damage_found_on_return_is_an_inspection_of_the_volume) {
  Desk desk;
  desk.approve("赵敏", desk.request("孙工"));
  desk.out();
  desk.back();
  BOOST_TEST(desk.inspect({}, "孙工") == "loan.own_return");
  BOOST_TEST(desk.inspect({.damages = {Damage::Water}, .treatment = "晾干", .follow_up = Date(2025, 2, 1)}) == "");
  BOOST_TEST(list_inspections(desk.database, desk.lent.code, 0, 10).size() == 1U);
  BOOST_TEST((list_loans(desk.database, {.state = LoanState::Damaged}, 0, 10).size() == 1U));
  desk.approve("赵敏", desk.request("孙工"));
  desk.out();
  desk.back();
  BOOST_TEST(desk.inspect({.pages = 2}) == "inspection.no_follow_up");
  BOOST_TEST(desk.inspect({.pages = 2, .follow_up = Date(2025, 3, 1)}) == "");
  const Loan incomplete = list_loans(desk.database, {.state = LoanState::Damaged}, 0, 10).back();
  BOOST_TEST(condition_words(incomplete.damages, incomplete.miscount, incomplete.condition, Language::English) == "2 pages of 3");
  BOOST_TEST(list_follow_ups(desk.database, {}, 0, 10).back().what.miscount->expected == 3);
}

BOOST_AUTO_TEST_CASE(R42_a_lost_volume_keeps_its_holder_until_it_is_found) {
  Desk desk;
  desk.approve("赵敏", desk.request("孙工"));
  BOOST_TEST(desk.by("周敏", [&](Transaction& t) { report_lost(t, desk.lent.code, "途中"); }) == "loan.not_lent");
  desk.out();
  BOOST_TEST(desk.by("周敏", [&](Transaction& t) { report_lost(t, desk.lent.code, ""); }) == "loan.reason_missing");
  BOOST_TEST(desk.by("周敏", [&](Transaction& t) { report_lost(t, desk.lent.code, "途中"); }) == "");
  const auto again = desk.request("李经理");
  desk.approve("赵敏", again);
  BOOST_TEST(desk.out() == "loan.is_lost");
  BOOST_TEST(live_loan(desk.database, desk.lent.id)->what.borrower == "孙工");
  BOOST_TEST(desk.by("周敏", [&](Transaction& t) { report_found(t, desk.lent.code); }) == "");
  BOOST_TEST(desk.inspect() == "");
  BOOST_TEST(desk.out() == "");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_lent_cannot_be_asked_for) {
  Desk desk;
  const auto ask = [&](const NewLoan& wish) { return desk.by("孙工", [&](Transaction& t) { request_loan(t, wish, false); }); };
  BOOST_TEST(ask(desk.wish("孙工", Date(2025, 1, 9))) == "loan.due_in_past");
  BOOST_TEST(ask(desk.wish("")) == "loan.person_missing");
  NewLoan unreasoned = desk.wish("孙工");
  unreasoned.reason.clear();
  BOOST_TEST(ask(unreasoned) == "loan.reason_missing");
  NewLoan open = desk.wish("孙工");
  open.volume = desk.volume(*desk.receive({.year = 2025, .date = "2025-01-05"}).volume_id).code;
  BOOST_TEST(ask(open) == "loan.open");
  NewLoan electronic = desk.wish("孙工");
  electronic.volume = desk.bound({.year = 2023, .date = "2023-01-05", .paper = false}).code;
  BOOST_TEST(ask(electronic) == "loan.no_paper");
}

// The machine of the states, written down a second time, walked at random.
BOOST_AUTO_TEST_CASE(R42_random_walks_never_leave_the_states_of_the_domain) {
  Desk desk;
  std::mt19937 random(42);
  std::string state;   // of the one loan that is under way
  std::int64_t id = 0;
  for (int step = 0; step < 400; ++step) {
    switch (random() % 7) {
      case 0:
        if (state.empty()) { id = desk.request("孙工"); state = "requested"; }
        break;
      case 1: if ((desk.approve("赵敏", id) == "") != (state == "requested")) BOOST_ERROR("approve in " + state);
        if (state == "requested") state = "approved";
        break;
      case 2: if ((desk.out() == "") != (state == "approved")) BOOST_ERROR("out in " + state);
        if (state == "approved") state = "out";
        break;
      case 3: if ((desk.back() == "") != (state == "out")) BOOST_ERROR("back in " + state);
        if (state == "out") state = "returned";
        break;
      case 4: if ((desk.inspect() == "") != (state == "returned")) BOOST_ERROR("inspect in " + state);
        if (state == "returned") state.clear();
        break;
      case 5: if ((desk.by("周敏", [&](Transaction& t) { report_lost(t, desk.lent.code, "途中"); }) == "") != (state == "out"))
          BOOST_ERROR("lost in " + state);
        if (state == "out") state = "lost";
        break;
      default: if ((desk.by("周敏", [&](Transaction& t) { report_found(t, desk.lent.code); }) == "") != (state == "lost"))
          BOOST_ERROR("found in " + state);
        if (state == "lost") state = "returned";
    }
    if (!state.empty()) BOOST_TEST(text(desk.state(id)) == state);
  }
}

BOOST_AUTO_TEST_SUITE_END()
