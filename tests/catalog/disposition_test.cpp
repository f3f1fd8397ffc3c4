#include "catalog/disposition.h"

#include <boost/test/unit_test.hpp>
#include <random>

#include "catalog/cross_reference.h"
#include "catalog/fonds_file.h"
#include "catalog/outbox.h"
#include "catalog/people.h"
#include "catalog/rectifications.h"
#include "tests/catalog/records.h"

using namespace twofold;
using namespace twofold::catalog;

BOOST_AUTO_TEST_SUITE(disposition_test)

namespace {

const Date kEligible(2035, 1, 1);

// A bound volume of 2024 kept ten years, and the day it becomes eligible.
struct Due {
  explicit Due(const Received& what = {}) : volume(records.bound(what)) { records.clock.set(kEligible); }

  std::string draw(Track track = Track::Both) {
    return refusal([&] {
      records.act(
          [&](Transaction& transaction) { number = draw_list(transaction, kEligible, {volume.code}, track).number; },
          "甲");
    });
  }
  std::string approve(const std::string& person = "乙") {
    return refusal(
        [&] { records.act([&](Transaction& transaction) { approve_list(transaction, number, person); }, person); });
  }
  std::string execute(const std::string& executor = "甲", const std::vector<std::string>& witnesses = {"丙", "丁"}) {
    return refusal([&] {
      records.act(
          [&](Transaction& transaction) { execute_list(transaction, records.profile, number, {executor, witnesses}); },
          executor);
    });
  }
  // Drawn, approved and cooled.
  void ready(Track track = Track::Both) {
    BOOST_REQUIRE_EQUAL(draw(track), "");
    BOOST_REQUIRE_EQUAL(approve(), "");
    records.clock.set(kEligible.plus_months(1));
  }
  Hold hold(const std::string& target) {
    std::optional<Hold> placed;
    records.act([&](Transaction& transaction) { placed = place_hold(transaction, target, "诉讼"); });
    return *placed;
  }
  void lend() {
    records.act([&](Transaction& transaction) {
      lend_volume(transaction, {volume.code, "王五", "销售部", "查阅", records.clock.today().plus_days(7)}, "经理");
    });
  }
  void bring_back() {
    records.act([&](Transaction& transaction) {
      return_volume(transaction, volume.code);
      inspect_return(transaction, volume.code, {});
    });
  }
  std::vector<std::string> obstacles() const {
    const auto due = list_due(records.database, records.clock.today(), 0, 10);
    return due.empty() ? std::vector<std::string>{"nothing due"} : due.front().obstacles;
  }
  std::int64_t stubs() const { return records.count("SELECT COUNT(*) FROM stub"); }
  VolumeState state() const { return records.volume(volume.id).state; }

  Records records;
  Volume volume;
  std::string number;
};

std::vector<std::string> one(const char* key) { return {key}; }

// The rule of the field, written down a second time: keep the year, then N whole years, then the first day after.
bool may_go(int year, Retention retention, const Date& today) {
  if (retention == Retention::Permanent) return false;
  Date day(year, 12, 31);
  for (int i = 0; i < (retention == Retention::Years10 ? 10 : 30); ++i) day = Date(day.year() + 1, 12, 31);
  return today > day;
}

}  // namespace

BOOST_AUTO_TEST_CASE(R43_a_ten_year_volume_of_2024_is_eligible_from_1_January_2035) {
  BOOST_TEST(eligible_from(2024, Retention::Years10)->text() == "2035-01-01");
  BOOST_TEST(eligible_from(2024, Retention::Years30)->text() == "2055-01-01");
  BOOST_TEST(!eligible_from(2024, Retention::Permanent).has_value());
}

BOOST_AUTO_TEST_CASE(R43_eligibility_agrees_with_an_independent_oracle) {
  std::mt19937 random(20240101);
  const Retention rules[] = {Retention::Permanent, Retention::Years30, Retention::Years10};
  int eligible = 0;
  for (int i = 0; i < 8000; ++i) {
    const int year = 1950 + static_cast<int>(random() % 150);
    const Retention rule = rules[random() % 3];
    const Date near(year + (random() % 2 ? 11 : 31), 1, 1);
    const Date today = near.plus_days(static_cast<int>(random() % 900) - 450);
    const auto from = eligible_from(year, rule);
    const bool answer = from && today >= *from;
    BOOST_REQUIRE_MESSAGE(answer == may_go(year, rule, today), year << " " << text(rule) << " " << today.text());
    eligible += answer ? 1 : 0;
  }
  BOOST_TEST(eligible > 1000);
  BOOST_TEST(eligible < 7000);
}

BOOST_AUTO_TEST_CASE(R43_the_due_list_agrees_with_the_oracle_at_any_day) {
  Records records(Date(2030, 1, 1));
  const Retention rules[] = {Retention::Permanent, Retention::Years30, Retention::Years10};
  std::vector<Volume> volumes;
  for (int year = 1990; year < 2026; year += 5)
    for (const auto rule : rules)
      volumes.push_back(records.bound({.year = year, .date = std::to_string(year) + "-06-01", .retention = rule}));
  for (int year = 2000; year < 2060; ++year)
    for (const Date& today : {Date(year, 1, 1), Date(year, 12, 31)}) {
      std::vector<std::int64_t> due, expected;
      for (const auto& entry : list_due(records.database, today, 0, 1000)) due.push_back(entry.volume.id);
      for (const auto& volume : volumes)
        if (may_go(volume.code.year, volume.code.retention, today)) expected.push_back(volume.id);
      BOOST_TEST(due == expected, boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(R43_a_permanent_volume_is_never_due_and_never_listed) {
  Due due({.retention = Retention::Permanent});
  BOOST_TEST(list_due(due.records.database, Date(2999, 12, 31), 0, 10).empty());
  BOOST_TEST(due.draw() == "disposition.not_eligible");
}

BOOST_AUTO_TEST_CASE(R43_the_day_before_is_too_early) {
  Due due;
  due.records.clock.set(Date(2034, 12, 31));
  BOOST_TEST(list_due(due.records.database, Date(2034, 12, 31), 0, 10).empty());
  BOOST_TEST(refusal([&] {
               due.records.act([&](Transaction& transaction) {
                 draw_list(transaction, Date(2034, 12, 31), {due.volume.code}, Track::Both);
               });
             }) == "disposition.not_eligible");
}

BOOST_AUTO_TEST_CASE(R42_a_clock_that_was_set_back_does_not_let_a_list_go_before_the_day) {
  Due due;
  due.ready();
  due.records.execute("UPDATE disposition_list SET approved_on = '2034-06-01'");
  due.records.clock.set(Date(2034, 12, 31));
  BOOST_TEST(due.execute() == "disposition.not_yet");
  due.records.clock.set(kEligible);
  BOOST_TEST(due.execute() == "");
}

BOOST_AUTO_TEST_CASE(R42_an_open_volume_is_due_but_may_not_be_listed) {
  Records records;
  records.receive({});
  const auto due = list_due(records.database, kEligible, 0, 10);
  BOOST_REQUIRE(due.size() == 1U);
  BOOST_TEST(due.front().obstacles == one("disposition.not_bound"), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(R42_a_hold_on_volume_item_or_customer_blocks_until_all_are_lifted) {
  Due due;
  const auto item = list_items(due.records.database,
                               {.customer_id = {}, .volume_id = due.volume.id, .category = {}, .year = {}}, 0, 1)
                        .front();
  const auto customer = find_customer(due.records.database, *item.customer_id)->number;
  std::vector<Hold> holds;
  for (const auto& target : {due.volume.code.text(), item.reference_code->text(), customer})
    holds.push_back(due.hold(target));
  BOOST_TEST(holds_on(due.records.database, due.volume.id).size() == 3U);
  for (const auto& hold : holds) {
    BOOST_TEST(due.obstacles() == one("disposition.held"), boost::test_tools::per_element());
    BOOST_TEST(due.draw() == "disposition.not_eligible");
    due.records.act([&](Transaction& transaction) { lift_hold(transaction, hold.id, "结案"); });
  }
  BOOST_TEST(due.obstacles().empty());
  BOOST_TEST(due.draw() == "");
  BOOST_TEST(list_holds(due.records.database, false).empty());
  BOOST_TEST(list_holds(due.records.database, true).size() == 3U);
}

BOOST_AUTO_TEST_CASE(R42_a_hold_on_another_customer_does_not_block) {
  Due due;
  due.records.receive({.customer = "乙公司"});
  due.hold("乙公司");
  BOOST_TEST(due.obstacles().empty());
}

BOOST_AUTO_TEST_CASE(R42_a_live_loan_blocks_and_its_return_frees) {
  Due due;
  due.lend();
  BOOST_TEST(due.obstacles() == one("disposition.on_loan"), boost::test_tools::per_element());
  BOOST_TEST(due.draw() == "disposition.not_eligible");
  due.bring_back();
  BOOST_TEST(due.draw() == "");
}

BOOST_AUTO_TEST_CASE(R42_one_live_loan_per_volume_and_none_on_an_open_or_listed_one) {
  Due due;
  due.lend();
  BOOST_TEST(refusal([&] { due.lend(); }) == "loan.already_lent");
  due.bring_back();
  BOOST_TEST(refusal([&] {
               due.bring_back();
             }) == "loan.not_lent");
  BOOST_TEST(due.draw() == "");
  BOOST_TEST(refusal([&] { due.lend(); }) == "loan.listed");
  const auto open = due.records.volume(*due.records.receive({.year = 2034, .date = "2034-01-01"}).volume_id);
  BOOST_TEST(refusal([&] {
               due.records.act([&](Transaction& transaction) {
                 lend_volume(transaction, {open.code, "王五", "", "", Date(2035, 2, 1)}, "经理");
               });
             }) == "loan.open");
  BOOST_TEST(list_loans(due.records.database, {.ended_too = true}, 0, 10).size() == 1U);
  BOOST_TEST(list_loans(due.records.database, {}, 0, 10).empty());
}

BOOST_AUTO_TEST_CASE(R42_unsettled_debts_of_category_3_hold_by_themselves) {
  Due due({.category = 3, .type = "repayment_plan"});
  BOOST_TEST(due.obstacles() == one("disposition.debt_unsettled"), boost::test_tools::per_element());
  const auto customer = find_customer(due.records.database, "王府饭店")->id;
  const auto settle = [&](const Date& day) {
    due.records.act([&](Transaction& transaction) { record_settlement(transaction, customer, day); });
  };
  settle(Date(2023, 12, 1));  // before the debt of 2024
  BOOST_TEST(due.draw() == "disposition.not_eligible");
  settle(Date(2025, 6, 1));
  BOOST_TEST(due.obstacles().empty());
  BOOST_TEST(due.draw() == "");
  BOOST_TEST(refusal([&] { settle(Date(2025, 6, 1)); }) == "settlement.already_recorded");
}

BOOST_AUTO_TEST_CASE(R42_the_one_who_drew_the_list_cannot_approve_it) {
  Due due;
  BOOST_TEST(due.draw() == "");
  BOOST_TEST(due.approve("甲") == "disposition.same_person");
  BOOST_TEST(due.approve(" 甲 ") == "disposition.same_person");
  BOOST_TEST(due.approve("") == "disposition.person_missing");
  BOOST_TEST(due.approve() == "");
  BOOST_TEST(due.approve() == "disposition.not_listed");
}

BOOST_AUTO_TEST_CASE(R42_the_executor_is_not_the_approver_and_the_witness_not_the_executor) {
  Due due;
  due.ready();
  BOOST_TEST(due.execute("乙") == "disposition.executor_approved");
  BOOST_TEST(due.execute("甲", {"甲", "丁"}) == "disposition.same_witness");
  BOOST_TEST(due.execute("甲", {"丁", "乙"}) == "disposition.witness_approved");
  BOOST_TEST(due.execute("甲", {"丁", ""}) == "disposition.person_missing");
  BOOST_TEST(due.stubs() == 0);
  BOOST_TEST(due.execute() == "");
}

BOOST_AUTO_TEST_CASE(R42_nothing_goes_without_approval_or_before_a_calendar_month_has_passed) {
  Due due;
  BOOST_TEST(due.draw() == "");
  due.records.clock.set(Date(2035, 6, 1));
  BOOST_TEST(due.execute() == "disposition.not_approved");
  due.records.clock.set(Date(2035, 1, 31));
  BOOST_TEST(due.approve() == "");
  due.records.profile.cooling_months = 0;
  due.records.clock.set(Date(2035, 2, 27));
  BOOST_TEST(due.execute() == "disposition.cooling");
  due.records.clock.set(Date(2035, 2, 28));
  BOOST_TEST(due.execute() == "");
}

BOOST_AUTO_TEST_CASE(R42_what_arises_between_approval_and_execution_still_blocks) {
  Due held;
  held.ready();
  held.hold(held.volume.code.text());
  BOOST_TEST(held.execute() == "disposition.held");
  BOOST_TEST(held.stubs() == 0);
  BOOST_TEST((held.state() == VolumeState::Listed));

  Due lent;
  lent.ready();
  lent.records.execute(
      "INSERT INTO loan(volume_id, state, borrower, requested_by, requested_at, due) "
      "SELECT id, 'out', 'x', 'y', 0, '2035-03-01' FROM volume");
  BOOST_TEST(lent.execute() == "disposition.on_loan");

  Due longer;
  longer.ready();
  longer.records.execute("UPDATE volume SET review_after = '2036-01-01'");
  BOOST_TEST(longer.execute() == "disposition.under_review");
}

BOOST_AUTO_TEST_CASE(R42_one_obstacle_keeps_the_whole_list) {
  Due due;
  due.records.clock.set(Date(2025, 1, 10));
  const auto other = due.records.bound({.manager = "赵经理", .customer = "乙公司"});
  due.records.clock.set(kEligible);
  due.records.act(
      [&](Transaction& transaction) {
        due.number = draw_list(transaction, kEligible, {due.volume.code, other.code}, Track::Both).number;
      },
      "甲");
  BOOST_TEST(due.approve() == "");
  due.records.clock.set(Date(2035, 3, 1));
  due.hold(other.code.text());
  BOOST_TEST(due.execute() == "disposition.held");
  BOOST_TEST(due.stubs() == 0);
  due.records.act([&](Transaction& transaction) {
    refuse_rows(transaction, due.number, other.code, Date(2036, 1, 1), "诉讼未结");
  });
  BOOST_TEST(due.execute() == "");
  BOOST_TEST((due.records.volume(other.id).state == VolumeState::Bound));
  BOOST_TEST((due.state() == VolumeState::Destroyed));
}

BOOST_AUTO_TEST_CASE(R42_a_refused_list_comes_back_at_its_review_date) {
  Due due;
  BOOST_TEST(due.draw() == "");
  BOOST_TEST(due.draw() == "disposition.not_eligible");  // a live list has it
  due.records.act(
      [&](Transaction& transaction) { refuse_rows(transaction, due.number, {}, Date(2036, 1, 1), "仍需查考"); });
  BOOST_TEST(find_list(due.records.database, due.number)->state == "refused");
  BOOST_TEST((due.state() == VolumeState::Bound));
  BOOST_TEST(due.obstacles() == one("disposition.under_review"), boost::test_tools::per_element());
  due.records.clock.set(Date(2036, 1, 1));
  BOOST_TEST(due.obstacles().empty());
}

BOOST_AUTO_TEST_CASE(R42_destruction_leaves_a_stub_frees_the_shelf_and_leaves_the_index) {
  Due due;
  due.records.act(
      [&](Transaction& transaction) { place_volume(transaction, due.volume.code, ShelfCode::parse("K1-01-01-1-1")); });
  due.ready();
  due.records.execute("DELETE FROM outbox");
  BOOST_TEST(due.execute() == "");
  BOOST_TEST((due.state() == VolumeState::Destroyed));
  BOOST_TEST(due.records.volume(due.volume.id).shelf.empty());
  BOOST_TEST(due.records.count("SELECT COUNT(*) FROM item WHERE state = 'destroyed'") == 1);
  BOOST_TEST(due.records.count("SELECT COUNT(*) FROM page") == 0);
  BOOST_TEST(due.records.count("SELECT COUNT(*) FROM placement WHERE until IS NULL") == 0);
  const auto pending = pending_indexing(due.records.database, 10);
  BOOST_REQUIRE(pending.size() == 1U);
  BOOST_TEST(pending.front().remove);
  Statement stub(due.records.database, "SELECT metadata, track FROM stub");
  BOOST_REQUIRE(stub.step());
  for (const char* kept :
       {"A001-KH·02·2024-D10-C01-001-0001", "T-A001-02-C01-", "王府饭店", "2024-03-01", "K1-01-01-1"})
    BOOST_TEST(stub.text(0).find(kept) != std::string::npos, kept << " in " << stub.text(0));
  BOOST_TEST(stub.text(0).find(sha256("bytes 1").text()) != std::string::npos);
  BOOST_TEST(stub.text(1) == "both");
  BOOST_TEST(due.execute() == "disposition.over");
}

BOOST_AUTO_TEST_CASE(R42_the_bytes_are_queued_until_they_are_marked_gone_and_only_then_certified) {
  Due due;
  due.ready();
  BOOST_TEST(due.execute() == "");
  const auto certify = [&] {
    return refusal([&] {
      due.records.act(
          [&](Transaction& transaction) { record_certificate(transaction, due.number, sha256("certificate"), 11); });
    });
  };
  BOOST_TEST(certify() == "disposition.bytes_left");
  const auto queue = destruction_queue(due.records.database, 10);
  BOOST_REQUIRE(queue.size() == 1U);
  BOOST_TEST((queue.front() == sha256("bytes 1")));
  for (int again = 0; again < 2; ++again)  // the second time is the run after a crash
    due.records.act([&](Transaction& transaction) { mark_destroyed(transaction, queue); });
  BOOST_TEST(destruction_queue(due.records.database, 10).empty());
  BOOST_TEST(due.records.count("SELECT COUNT(*) FROM event WHERE action = 'object.destroyed'") == 1);
  BOOST_TEST(certify() == "");
  BOOST_TEST(find_list(due.records.database, due.number)->state == "certified");
}

BOOST_AUTO_TEST_CASE(R42_bytes_that_a_living_item_or_a_closing_shares_are_kept) {
  Due due({.content = "shared"});
  due.records.receive({.year = 2034, .date = "2034-01-01", .content = "shared"});
  due.ready();
  BOOST_TEST(due.execute() == "");
  BOOST_TEST(destruction_queue(due.records.database, 10).empty());

  Due closed({.content = "forms"});
  const ClosingRecord record{.volume_id = closed.volume.id,
                             .year = 2024,
                             .closed_by = "档案员",
                             .at = closed.records.clock.now(),
                             .manifest_sha256 = sha256("manifest"),
                             .signature = "00",
                             .forms_sha256 = sha256("forms")};
  closed.records.act([&](Transaction& transaction) { record_closing(transaction, record, 8, 5); });
  closed.ready();
  BOOST_TEST(closed.execute() == "");
  BOOST_TEST(destruction_queue(closed.records.database, 10).empty());
}

BOOST_AUTO_TEST_CASE(R42_bytes_that_arrive_again_while_they_wait_are_kept) {
  Due due({.content = "again"});
  due.ready();
  BOOST_TEST(due.execute() == "");
  BOOST_TEST(destruction_queue(due.records.database, 10).size() == 1U);
  due.records.receive({.year = 2034, .date = "2034-01-01", .content = "again"});
  BOOST_TEST(destruction_queue(due.records.database, 10).empty());
}

BOOST_AUTO_TEST_CASE(R42_paper_alone_goes_and_the_electronic_track_stays_whole) {
  Due due;
  due.ready(Track::Paper);
  BOOST_TEST(due.execute() == "");
  BOOST_TEST((due.state() == VolumeState::Bound));
  BOOST_TEST(destruction_queue(due.records.database, 10).empty());
  BOOST_TEST(due.records.count("SELECT COUNT(*) FROM page") == 1);
  BOOST_TEST(due.records.count("SELECT COUNT(*) FROM item WHERE state = 'bound' AND paper = 0") == 1);
  std::int64_t faults = 0;
  verify_cross_references(due.records.database, [&faults](const LinkFault&) { ++faults; });
  BOOST_TEST(faults == 0);
  BOOST_TEST(due.draw(Track::Paper) == "disposition.no_such_track");
}

BOOST_AUTO_TEST_CASE(R42_the_second_track_may_follow_and_then_all_is_destroyed) {
  Due due;
  due.ready(Track::Electronic);
  BOOST_TEST(due.execute() == "");
  BOOST_TEST((due.state() == VolumeState::Bound));
  std::int64_t faults = 0;
  verify_cross_references(due.records.database, [&faults](const LinkFault&) { ++faults; });
  BOOST_TEST(faults == 0);
  due.ready(Track::Paper);
  due.records.clock.set(Date(2035, 6, 1));
  BOOST_TEST(due.execute() == "");
  BOOST_TEST((due.state() == VolumeState::Destroyed));
  BOOST_TEST(due.records.count("SELECT COUNT(*) FROM stub WHERE track = 'both'") == 1);
}

BOOST_AUTO_TEST_CASE(R42_where_people_are_entered_the_group_and_the_witness_sign_for_themselves) {
  Due due;
  due.records.act([](Transaction& t) { add_person(t, {.name = "管理员", .roles = {Role::Administrator}}); });
  BOOST_TEST(due.draw() == "");
  const std::string number = list_dispositions(due.records.database).front().number;
  const auto by = [&](const char* who, const std::function<void(Transaction&)>& work) {
    return refusal([&] { due.records.act(work, who); });
  };
  const auto approve = [&](const char* who) { return by(who, [&](Transaction& t) { approve_list(t, number, t.actor()); }); };
  const auto sign = [&](const char* who, DispositionRole role) { return by(who, [&](Transaction& t) { sign_list(t, number, role); }); };
  BOOST_TEST(sign("鉴定甲", DispositionRole::Witness) == "disposition.not_approved");
  BOOST_TEST(sign("鉴定甲", DispositionRole::Appraiser) == "");
  BOOST_TEST(sign("鉴定甲", DispositionRole::Appraiser) == "disposition.signed_already");
  BOOST_TEST(approve("王总") == "disposition.lacks_appraisers");
  BOOST_TEST(sign("鉴定乙", DispositionRole::Appraiser) == "");
  BOOST_TEST(approve("鉴定乙") == "disposition.approver_appraised");
  BOOST_TEST(approve("王总") == "");
  due.records.clock.set(due.records.clock.today().plus_months(1));
  const auto execute = [&](const std::vector<std::string>& witnesses) {
    return by("档案员", [&](Transaction& t) { execute_list(t, due.records.profile, number, {t.actor(), witnesses}); });
  };
  BOOST_TEST(sign("王总", DispositionRole::Witness) == "disposition.witness_approved");
  BOOST_TEST(execute({"王总", "监销甲"}) == "disposition.witness_approved");
  BOOST_TEST(sign("监销甲", DispositionRole::Witness) == "");
  BOOST_TEST(execute({"监销甲", "监销乙"}) == "disposition.witness_unsigned");
  BOOST_TEST(execute({"监销甲"}) == "disposition.two_witnesses");
  BOOST_TEST(execute({"监销甲", "监销甲"}) == "disposition.two_witnesses");
  BOOST_TEST(sign("监销乙", DispositionRole::Witness) == "");
  BOOST_TEST(execute({"监销甲", "监销乙"}) == "");
  BOOST_TEST((due.state() == VolumeState::Destroyed));
  const auto done = *find_list(due.records.database, number);
  BOOST_TEST(done.witnessed_by == (std::vector<std::string>{"监销甲", "监销乙"}), boost::test_tools::per_element());
  BOOST_TEST(sign("监销丙", DispositionRole::Witness) == "disposition.over");
}

BOOST_AUTO_TEST_CASE(R42_whoever_drew_a_list_leads_the_group_and_may_execute_it) {
  Due due;
  BOOST_TEST(due.draw() == "");
  BOOST_TEST(refusal([&] { due.records.act([&](Transaction& t) { sign_list(t, due.number, DispositionRole::Appraiser); }, "甲"); }) == "");
  BOOST_TEST(due.approve() == "");
  due.records.clock.set(kEligible.plus_months(1));
  BOOST_TEST(due.execute("甲") == "");
}

BOOST_AUTO_TEST_CASE(R43_nothing_is_listed_for_a_day_that_is_yet_to_come) {
  Due due;
  due.records.clock.set(Date(2025, 1, 10));
  BOOST_TEST(due.draw() == "disposition.in_future");
  BOOST_TEST((due.state() == VolumeState::Bound));
  due.records.clock.set(kEligible);
  BOOST_TEST(due.draw() == "");
}

BOOST_AUTO_TEST_CASE(R43_what_may_not_go_on_the_day_of_the_approval_is_not_approved) {
  Due held;
  BOOST_TEST(held.draw() == "");
  held.hold(held.volume.code.text());
  BOOST_TEST(held.approve() == "disposition.not_eligible");
  held.records.act([](Transaction& t) { lift_hold(t, 1, "结案"); });
  BOOST_TEST(held.approve() == "");

  Due early;
  BOOST_TEST(early.draw() == "");
  early.records.clock.set(kEligible.plus_days(-1));
  BOOST_TEST(early.approve() == "disposition.not_eligible");
}

BOOST_AUTO_TEST_CASE(R46_R33_what_the_fonds_file_or_an_open_rectification_rests_on_is_not_listed) {
  Due named;
  const auto item = list_items(named.records.database, {.volume_id = named.volume.id}, 0, 1).at(0);
  named.records.act([&](Transaction& t) {
    add_fonds_document(t, FondsDocumentKind::Collecting, "协议", Date(2024, 3, 1), item.storage_id.text());
  });
  BOOST_TEST(named.obstacles() == one("disposition.in_fonds_file"), boost::test_tools::per_element());
  BOOST_TEST(named.draw() == "disposition.not_eligible");

  Due proving;
  const auto proof = list_items(proving.records.database, {.volume_id = proving.volume.id}, 0, 1).at(0);
  proving.records.act([&](Transaction& t) { open_rectification(t, "", {"门锁损坏", proof.number()}); }, "检查人");
  BOOST_TEST(proving.obstacles() == one("disposition.proves_rectification"), boost::test_tools::per_element());
  proving.records.act([&](Transaction& t) {
    give_notice(t, 1, kEligible.plus_days(9), {"请修", ""});
    report_work(t, 1, {"已修", ""});
  });
  proving.records.act([&](Transaction& t) { inspect_work(t, 1, true, {"合格", ""}); }, "检查人");
  BOOST_TEST(proving.obstacles().empty());
}

BOOST_AUTO_TEST_CASE(R43_an_extended_volume_comes_back_after_its_review_date) {
  Due due;
  const auto extend = [&](const Date& until, const char* reason) {
    return refusal([&] { due.records.act([&](Transaction& t) { extend_retention(t, due.volume.code, until, reason); }); });
  };
  BOOST_TEST(extend(due.records.clock.today(), "仍用") == "disposition.review_in_past");
  BOOST_TEST(extend(Date(2040, 1, 1), " ") == "disposition.reason_missing");
  BOOST_TEST(extend(Date(2040, 1, 1), "仍用") == "");
  BOOST_TEST(due.obstacles() == one("disposition.under_review"), boost::test_tools::per_element());
  due.records.clock.set(Date(2040, 1, 1));
  BOOST_TEST(due.obstacles().empty());
}

BOOST_AUTO_TEST_CASE(R17_a_hold_on_what_a_question_found_keeps_every_volume_of_it) {
  Due due;
  const auto item = list_items(due.records.database, {.volume_id = due.volume.id}, 0, 1).at(0);
  std::int64_t id = 0;
  due.records.act([&](Transaction& t) { id = hold_found(t, "王府 欠款", {item.id}, "诉讼").id; });
  BOOST_TEST(due.obstacles() == one("disposition.held"), boost::test_tools::per_element());
  BOOST_TEST(is_held(due.records.database, item));
  due.hold(due.volume.code.text());
  due.records.act([&](Transaction& t) { lift_hold(t, id, "结案"); });
  BOOST_TEST(due.obstacles() == one("disposition.held"), boost::test_tools::per_element());
  BOOST_TEST(refusal([&] { due.records.act([](Transaction& t) { hold_found(t, "x", {}, "诉讼"); }); }) == "hold.nothing_found");
}

BOOST_AUTO_TEST_SUITE_END()
