#include "catalog/statistics.h"

#include "tests/catalog/records.h"

#include <boost/test/unit_test.hpp>

using namespace twofold;
using namespace twofold::catalog;

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
  const auto loans = list_register(records.database, Register::Loans, {}, 0, 10);
  BOOST_REQUIRE(loans.size() == 3U);
  BOOST_TEST(loans[0].cells.size() == register_columns(Register::Loans).size());
  BOOST_TEST(loans[0].cells[0] == "孙工");
  BOOST_TEST(loans[0].cells[2] == "2025-01-10");
  BOOST_TEST(loans[0].cells[6] == "赵敏");
  BOOST_TEST(loans[0].cells[9] == "周敏");
  BOOST_TEST(list_register(records.database, Register::Loans, 2024, 0, 10).empty());
  BOOST_TEST(list_register(records.database, Register::Loans, 2025, loans[1].id, 10).size() == 1U);
  BOOST_TEST(list_register(records.database, Register::Returns, {}, 0, 10).size() == 2U);
  BOOST_TEST(list_register(records.database, Register::Transfers, {}, 0, 10).empty());
  BOOST_TEST(list_register(records.database, Register::Disposition, {}, 0, 10).empty());
  for (const auto& each : reconcile_registers(records.database)) BOOST_TEST(each.registered == each.in_trail, each.what);
  const auto by_year = statistics(records.database, StatisticsBy::Year);
  BOOST_REQUIRE(by_year.size() == 2U);
  BOOST_TEST(by_year[1].key == "2024");
  BOOST_TEST(by_year[1].loans == static_cast<std::int64_t>(loans.size()));
  BOOST_TEST(by_year[1].pages == 2);
  BOOST_TEST(statistics(records.database, StatisticsBy::Manager).size() == 2U);
  BOOST_TEST(statistics(records.database, StatisticsBy::Category)[0].volumes == 1);
  BOOST_TEST(statistics(records.database, StatisticsBy::CustomerClass)[0].items == 2);
}

BOOST_AUTO_TEST_CASE(R47_a_register_that_was_tampered_with_does_not_agree) {
  Records records;
  const Volume volume = records.bound({});
  records.act([&](Transaction& t) { lend_volume(t, {volume.code, "孙工", "财务", "核对", Date(2025, 2, 1)}, "赵敏"); });
  records.execute("DELETE FROM loan");
  const auto found = reconcile_registers(records.database);
  BOOST_TEST(found[0].registered == 0);
  BOOST_TEST(found[0].in_trail == 1);
}

BOOST_AUTO_TEST_SUITE_END()
