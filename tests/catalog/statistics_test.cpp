#include "catalog/statistics.h"

#include "catalog/removals.h"
#include "tests/catalog/records.h"

#include <boost/test/unit_test.hpp>

using namespace twofold;
using namespace twofold::catalog;

namespace {

std::vector<StatisticsRow> counts(const Records& records, StatisticsBy by) {
  return statistics(records.database, by, classes_on(records.profile, records.clock.today()));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(statistics_test)

BOOST_AUTO_TEST_CASE(R42_R47_the_registers_hold_every_loan_and_return_and_agree_with_the_trail) {
  Records records;
  const Volume volume = records.bound({.pages = 2});
  records.receive({.category = 3, .year = 2023, .date = "2023-01-01", .manager = "张经理"});
  for (int i = 0; i < 3; ++i) {
    records.act([&](Transaction& t) { lend_volume(t, {volume.code, "孙工", "财务", "核对", Date(2025, 2, 1)}, "赵敏"); });
    if (i == 2) break;
    records.act([&](Transaction& t) {
      return_volume(t, volume.code);
      inspect_return(t, volume.code, {});
    }, "周敏");
  }
  const auto loans = list_register(records.database, Register::Loans, {}, 0, 10, Language::Chinese);
  BOOST_REQUIRE(loans.size() == 3U);
  BOOST_TEST(loans[0].cells.size() == register_columns(Register::Loans).size());
  BOOST_TEST(loans[0].cells[0] == "孙工");
  BOOST_TEST(loans[0].cells[2] == "2025-01-10");
  BOOST_TEST(loans[0].cells[6] == "赵敏");
  BOOST_TEST(loans[0].cells[9] == "周敏");
  BOOST_TEST(list_register(records.database, Register::Loans, 2024, 0, 10, Language::Chinese).empty());
  BOOST_TEST(list_register(records.database, Register::Loans, 2025, loans[1].id, 10, Language::Chinese).size() == 1U);
  BOOST_TEST(list_register(records.database, Register::Returns, {}, 0, 10, Language::Chinese).size() == 2U);
  BOOST_TEST(list_register(records.database, Register::Transfers, {}, 0, 10, Language::Chinese).empty());
  BOOST_TEST(list_register(records.database, Register::Disposition, {}, 0, 10, Language::Chinese).empty());
  for (const auto& each : reconcile_registers(records.database)) BOOST_TEST(each.agrees(), text(each.which));
  // The volume is of 2024, its loans of the year in which it went out, as in the register.
  const auto by_year = counts(records, StatisticsBy::Year);
  BOOST_REQUIRE(by_year.size() == 3U);
  BOOST_TEST(by_year[1].key == "2024");
  BOOST_TEST(by_year[1].of_volumes->loans == 0);
  BOOST_TEST(by_year[1].pages == 2);
  BOOST_TEST(by_year[2].key == "2025");
  BOOST_TEST(by_year[2].of_volumes->loans == static_cast<std::int64_t>(loans.size()));
  BOOST_TEST(counts(records, StatisticsBy::Manager).size() == 2U);
  BOOST_TEST(counts(records, StatisticsBy::Category)[0].of_volumes->volumes == 1);
  BOOST_TEST(counts(records, StatisticsBy::Category)[0].of_volumes->loans == 3);
  BOOST_TEST(counts(records, StatisticsBy::CustomerClass)[0].items == 2);
  BOOST_TEST(!counts(records, StatisticsBy::CustomerClass)[0].of_volumes);
}

BOOST_AUTO_TEST_CASE(R17_R42_R47_an_item_destroyed_before_its_time_stands_in_the_disposition_register) {
  Records records;
  const Item item = records.receive_and_file({.pages = 2});
  records.act([&](Transaction& t) { request_removal(t, item.id, RemovalCause::Erroneous, "误入"); }, "李经理");
  records.act([&](Transaction& t) { consent_to_removal(t, 1, 1); }, "销售部经理");
  records.clock.set(Date(2026, 1, 5));
  records.act([&](Transaction& t) { confirm_removal(t, 1); }, "销售部经理");
  BOOST_TEST(list_register(records.database, Register::Disposition, 2025, 0, 10, Language::Chinese).empty());
  const auto entries = list_register(records.database, Register::Disposition, 2026, 0, 10, Language::Chinese);
  BOOST_REQUIRE(entries.size() == 1U);
  BOOST_TEST(entries[0].cells.size() == register_columns(Register::Disposition).size());
  BOOST_TEST(entries[0].cells[1] == item.number());
  BOOST_TEST(entries[0].cells[5] == "李经理");
  BOOST_TEST(entries[0].cells[6] == "销售部经理");
  BOOST_TEST(list_register(records.database, Register::Disposition, {}, entries[0].id, 10, Language::Chinese).empty());
  BOOST_TEST(counts(records, StatisticsBy::Year).back().of_volumes->destroyed == 1);
  for (const auto& each : reconcile_registers(records.database)) BOOST_TEST(each.agrees(), text(each.which));
}

BOOST_AUTO_TEST_CASE(R47_volumes_that_were_transferred_are_kept_no_more_and_their_items_neither) {
  Records records;
  const Volume volume = records.bound({.pages = 2});
  records.execute("UPDATE volume SET state = 'transferred'");
  const auto by_category = counts(records, StatisticsBy::Category);
  BOOST_TEST(by_category.empty());
}

BOOST_AUTO_TEST_CASE(R39_R40_R47_customers_count_under_the_class_that_their_card_has_today) {
  Records records;
  records.profile.class_rules = {{"金卡", 100, 12}, {"普通卡", 0, 0}};
  records.receive({});
  records.act([&](Transaction& t) {
    record_spending(t, records.profile, *find_customer(records.database, "王府饭店"), Date(2025, 1, 10), 20'000, "");
  });
  BOOST_TEST(counts(records, StatisticsBy::CustomerClass)[0].key == "金卡");
  records.clock.set(Date(2026, 1, 11));
  BOOST_TEST(counts(records, StatisticsBy::CustomerClass)[0].key == "普通卡");
}

BOOST_AUTO_TEST_CASE(R47_a_register_that_was_tampered_with_does_not_agree) {
  Records records;
  const Volume volume = records.bound({});
  records.act([&](Transaction& t) { lend_volume(t, {volume.code, "孙工", "财务", "核对", Date(2025, 2, 1)}, "赵敏"); });
  records.execute("DELETE FROM loan");
  const auto found = reconcile_registers(records.database);
  BOOST_REQUIRE(found.size() == 1U);
  BOOST_TEST(found[0].year == 2025);
  BOOST_TEST(found[0].registered == 0);
  BOOST_TEST(found[0].in_trail == 1);
  BOOST_TEST(!found[0].agrees());
}

BOOST_AUTO_TEST_SUITE_END()
