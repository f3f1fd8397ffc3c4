#include "catalog/removals.h"

#include "catalog/fonds_file.h"
#include "catalog/rectifications.h"
#include "tests/catalog/records.h"

#include <boost/test/unit_test.hpp>

using namespace twofold;
using namespace twofold::catalog;

namespace {

struct Leaving : Records {
  using Records::Records;
  std::int64_t ask(std::int64_t item) {
    std::int64_t id = 0;
    act([&](Transaction& t) { id = request_removal(t, item, RemovalCause::Erroneous, "误入").id; }, "李经理");
    return id;
  }
  std::string consent(std::int64_t id, const char* actor = "销售部经理") {
    return refusal([&] { act([&](Transaction& t) { consent_to_removal(t, id, 1); }, actor); });
  }
  std::string confirm(std::int64_t id, const char* actor = "销售部经理") {
    return refusal([&] { act([&](Transaction& t) { confirm_removal(t, id); }, actor); });
  }
  std::string restore(std::int64_t id) {
    return refusal([&] { act([&](Transaction& t) { restore_removed(t, id); }, "档案员"); });
  }
};

// The calendar month by hand: the same day of the next month, or its last day where there is none.
Date a_month_later(const Date& day) {
  const int year = int(day.month()) == 12 ? day.year() + 1 : day.year(), month = int(day.month()) % 12 + 1;
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return Date(year, month, std::min(int(day.day()), month == 2 && leap ? 29 : kDays[month - 1]));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(removals_test)

BOOST_AUTO_TEST_CASE(R17_R18_an_item_goes_by_request_consent_a_month_and_a_second_confirmation) {
  Leaving leaving(Date(2025, 1, 31));
  const Item item = leaving.receive_and_file({});
  const auto id = leaving.ask(item.id);
  BOOST_TEST((leaving.item(item.id).state == ItemState::Filed));
  BOOST_TEST(leaving.consent(id, "李经理") == "removal.own_request");
  BOOST_TEST(leaving.consent(id) == "");
  BOOST_TEST(leaving.consent(id) == "removal.decided");
  BOOST_TEST((leaving.item(item.id).state == ItemState::Removed));
  BOOST_TEST((find_removal(leaving.database, id)->keep_until == Date(2025, 2, 28)));
  leaving.clock.set(Date(2025, 2, 28));
  BOOST_TEST(leaving.confirm(id) == "removal.in_grace");
  BOOST_TEST(list_removals_due(leaving.database, leaving.clock.today(), 0, 10).empty());
  leaving.clock.set(Date(2025, 3, 1));
  BOOST_TEST(list_removals_due(leaving.database, leaving.clock.today(), 0, 10).size() == 1U);
  BOOST_TEST((leaving.item(item.id).state == ItemState::Removed));
  BOOST_TEST(leaving.confirm(id, "李经理") == "removal.own_request");
  BOOST_TEST(leaving.confirm(id) == "");
  BOOST_TEST((leaving.item(item.id).state == ItemState::Destroyed));
  BOOST_TEST(leaving.count("SELECT COUNT(*) FROM stub WHERE list_id IS NULL") == 1);
  BOOST_TEST(leaving.count("SELECT COUNT(*) FROM page") == 0);
  BOOST_TEST(leaving.count("SELECT COUNT(*) FROM paper_catalogue") == 0);
  BOOST_TEST(destruction_queue(leaving.database, 10).size() == 1U);
  BOOST_TEST(leaving.restore(id) == "removal.not_in_hold");
}

BOOST_AUTO_TEST_CASE(R18_the_month_of_grace_is_right_on_every_day_of_a_leap_cycle) {
  for (Date day(2023, 1, 1); day < Date(2027, 1, 1); day = day.plus_days(1)) BOOST_TEST((day.plus_months(1) == a_month_later(day)), day.text());
  BOOST_TEST((Date(2024, 1, 31).plus_months(1) == Date(2024, 2, 29)));
}

BOOST_AUTO_TEST_CASE(R18_it_is_restored_on_any_day_until_somebody_confirms) {
  for (const Date day : {Date(2025, 1, 10), Date(2025, 2, 10), Date(2025, 2, 11), Date(2026, 1, 1)}) {
    Leaving leaving;
    const Item item = leaving.receive_and_file({});
    const auto id = leaving.ask(item.id);
    leaving.consent(id);
    leaving.clock.set(day);
    BOOST_TEST(leaving.restore(id) == "");
    BOOST_TEST((leaving.item(item.id).state == ItemState::Filed));
    BOOST_TEST(leaving.confirm(id) == "removal.not_in_hold");
    BOOST_TEST(leaving.ask(item.id) > id);
  }
}

BOOST_AUTO_TEST_CASE(R18_a_hold_a_loan_or_a_list_stops_the_confirmation) {
  Leaving leaving;
  const Volume volume = leaving.bound({});
  const auto item = list_items(leaving.database, {.volume_id = volume.id}, 0, 1).at(0);
  const auto id = leaving.ask(item.id);
  leaving.consent(id);
  leaving.clock.set(Date(2025, 3, 1));
  leaving.act([&](Transaction& t) { place_hold(t, "王府饭店", "诉讼"); });
  BOOST_TEST(leaving.confirm(id) == "removal.held");
  leaving.act([&](Transaction& t) { lift_hold(t, 1, "结案"); });
  leaving.act([&](Transaction& t) { lend_volume(t, {volume.code, "孙工", "", "核对", Date(2025, 4, 1)}, "赵敏"); });
  BOOST_TEST(leaving.confirm(id) == "removal.lent");
  leaving.act([&](Transaction& t) {
    return_volume(t, volume.code);
    inspect_return(t, volume.code, {});
  });
  BOOST_TEST(leaving.confirm(id) == "");
  // Bound: it stays as a struck row, with its number.
  BOOST_TEST((leaving.item(item.id).state == ItemState::Struck));
  BOOST_TEST(leaving.count("SELECT COUNT(*) FROM paper_catalogue") == 1);
}

BOOST_AUTO_TEST_CASE(R17_a_held_item_is_not_removed_and_nothing_goes_twice) {
  Leaving leaving;
  const Item item = leaving.receive_and_file({});
  leaving.ask(item.id);
  BOOST_TEST(refusal([&] { leaving.ask(item.id); }) == "removal.under_way");
  const Item held = leaving.receive_and_file({});
  leaving.act([&](Transaction& t) { place_hold(t, held.number(), "诉讼"); });
  BOOST_TEST(refusal([&] { leaving.ask(held.id); }) == "removal.held");
  BOOST_TEST(refusal([&] {
               leaving.act([&](Transaction& t) { request_removal(t, item.id, RemovalCause::Dead, ""); });
             }) == "removal.reason_missing");
}

BOOST_AUTO_TEST_CASE(R17_a_debt_that_is_not_settled_is_not_removed_once_it_is_filed) {
  Leaving leaving;
  const Item draft = leaving.receive({.category = 3, .type = "repayment_plan"});
  const Item debt = leaving.receive_and_file({.category = 3, .type = "repayment_plan"});
  BOOST_TEST(refusal([&] { leaving.ask(debt.id); }) == "removal.debt_unsettled");
  const auto wrong_scan = leaving.ask(draft.id);
  BOOST_TEST(leaving.consent(wrong_scan) == "");
  leaving.clock.set(Date(2025, 3, 1));
  BOOST_TEST(leaving.confirm(wrong_scan) == "");
  leaving.act([&](Transaction& t) { record_settlement(t, *debt.customer_id, Date(2024, 3, 1)); });
  const auto id = leaving.ask(debt.id);
  leaving.execute("DELETE FROM settlement");
  BOOST_TEST(leaving.consent(id) == "removal.debt_unsettled");
}

BOOST_AUTO_TEST_CASE(R46_R33_what_the_fonds_file_or_a_rectification_rests_on_is_not_removed) {
  Leaving leaving;
  const Item named = leaving.receive_and_file({}), proof = leaving.receive_and_file({});
  const auto asked = leaving.ask(named.id);
  BOOST_TEST(leaving.consent(asked) == "");
  // By whichever of its numbers, and also after the request.
  leaving.act([&](Transaction& t) {
    add_fonds_document(t, FondsDocumentKind::History, "全宗介绍", Date(2024, 3, 1), named.storage_id.text());
    open_rectification(t, "", {"门锁损坏", proof.number()});
  });
  leaving.clock.set(Date(2025, 3, 1));
  BOOST_TEST(leaving.confirm(asked) == "removal.in_fonds_file");
  BOOST_TEST(refusal([&] { leaving.ask(proof.id); }) == "removal.proves");
  BOOST_TEST(leaving.restore(asked) == "");
}

BOOST_AUTO_TEST_CASE(R17_nothing_is_taken_out_of_a_volume_that_is_lent_or_listed) {
  Leaving leaving;
  const Volume volume = leaving.bound({});
  const auto item = list_items(leaving.database, {.volume_id = volume.id}, 0, 1).at(0);
  leaving.act([&](Transaction& t) { lend_volume(t, {volume.code, "孙工", "", "核对", Date(2025, 4, 1)}, "赵敏"); });
  BOOST_TEST(refusal([&] { leaving.ask(item.id); }) == "removal.lent");
  leaving.act([&](Transaction& t) {
    return_volume(t, volume.code);
    inspect_return(t, volume.code, {});
  });
  const auto id = leaving.ask(item.id);
  leaving.clock.set(Date(2035, 1, 1));
  leaving.act([&](Transaction& t) { draw_list(t, Date(2035, 1, 1), {volume.code}, Track::Both); });
  BOOST_TEST(leaving.consent(id) == "removal.listed");
}

BOOST_AUTO_TEST_CASE(R17_whoever_asked_and_whoever_keeps_the_customer_finds_the_removal) {
  Leaving leaving;
  const Item item = leaving.receive_and_file({.manager = "李经理"});
  const auto id = leaving.ask(item.id);
  const auto count = [&](const std::string& person, std::int64_t manager) {
    return list_removals(leaving.database, {}, 0, 10, Concerned{person, manager}).size();
  };
  Statement keeper(leaving.database, "SELECT id FROM manager WHERE name = '李经理'");
  keeper.step();
  BOOST_TEST(count("李经理", 0) == 1U);
  BOOST_TEST(count("孙工", keeper.integer(0)) == 1U);
  BOOST_TEST(count("孙工", 0) == 0U);
  BOOST_TEST(list_removals(leaving.database, {}, 0, 10).size() == 1U);
  BOOST_TEST(removal_of(leaving.database, item.id)->id == id);
  leaving.consent(id);
  leaving.clock.set(Date(2025, 3, 1));
  BOOST_TEST(list_removals_due(leaving.database, leaving.clock.today(), 0, 10, Concerned{"李经理", 0}).size() == 1U);
  BOOST_TEST(list_removals_due(leaving.database, leaving.clock.today(), 0, 10, Concerned{"孙工", 0}).empty());
  leaving.restore(id);
  BOOST_TEST(!removal_of(leaving.database, item.id).has_value());
}

BOOST_AUTO_TEST_CASE(R18_bytes_that_another_item_needs_stay) {
  Leaving leaving;
  const Item item = leaving.receive_and_file({.content = "same bytes"});
  leaving.receive_and_file({.content = "same bytes"});
  const auto id = leaving.ask(item.id);
  leaving.consent(id);
  leaving.clock.set(Date(2025, 3, 1));
  BOOST_TEST(leaving.confirm(id) == "");
  BOOST_TEST(destruction_queue(leaving.database, 10).empty());
}

BOOST_AUTO_TEST_CASE(an_item_removed_before_closing_leaves_no_gap) {
  Leaving leaving;
  const Item first = leaving.receive_and_file({.date = "2024-01-01"});
  const Item second = leaving.receive_and_file({.date = "2024-02-01"});
  const auto id = leaving.ask(first.id);
  leaving.consent(id);
  leaving.clock.set(Date(2025, 3, 1));
  BOOST_TEST(refusal([&] { leaving.bind(*second.volume_id); }) == "closing.blocked");
  BOOST_TEST(leaving.confirm(id) == "");
  leaving.bind(*second.volume_id);
  BOOST_TEST(leaving.item(second.id).reference_code->text().ends_with("-0001"));
}

BOOST_AUTO_TEST_SUITE_END()
