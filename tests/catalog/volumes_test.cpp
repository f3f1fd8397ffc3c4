#include <boost/test/unit_test.hpp>

#include "tests/catalog/records.h"

using namespace twofold;
using namespace twofold::catalog;

BOOST_AUTO_TEST_SUITE(volumes_test)

BOOST_AUTO_TEST_CASE(R6_each_manager_has_a_volume_of_his_own_in_each_category) {
  Records records;
  const auto first = records.receive({.manager = "李经理", .customer = "甲公司"});
  const auto second = records.receive({.manager = "赵经理", .customer = "乙公司"});
  const auto again = records.receive({.manager = "李经理", .customer = "甲公司"});
  BOOST_TEST(*first.volume_id != *second.volume_id);
  BOOST_TEST(*first.volume_id == *again.volume_id);
}

BOOST_AUTO_TEST_CASE(a_volume_is_found_by_its_code_and_listed_by_what_it_is) {
  Records records;
  const auto old = records.receive({.year = 2023, .date = "2023-05-05"});
  const auto young = records.receive({});
  const auto other = records.receive({.manager = "赵经理", .customer = "乙公司"});
  const Volume volume = records.volume(*young.volume_id);
  BOOST_TEST(find_volume(records.database, volume.code)->id == volume.id);
  BOOST_TEST(volume.code.text() == "A001-KH·02·2024-D10-C01-001");
  BOOST_TEST(list_volumes(records.database, {.year = 2023, .category = {}, .manager = {}, .state = {}}, 0, 10).size() ==
             1U);
  const auto of_zhao =
      list_volumes(records.database, {.year = {}, .category = 2, .manager = "赵经理", .state = {}}, 0, 10);
  BOOST_REQUIRE(of_zhao.size() == 1U);
  BOOST_TEST(of_zhao.front().id == *other.volume_id);
  BOOST_TEST(*old.volume_id != *young.volume_id);
}

BOOST_AUTO_TEST_CASE(a_list_of_volumes_is_paged_without_loss_or_repetition) {
  Records records;
  for (int year = 2000; year < 2007; ++year) records.receive({.year = year, .date = std::to_string(year) + "-02-02"});
  std::vector<std::int64_t> seen;
  for (std::int64_t after = 0;;) {
    const auto page = list_volumes(records.database, {}, after, 3);
    if (page.empty()) break;
    for (const auto& volume : page) seen.push_back(volume.id);
    after = seen.back();
  }
  BOOST_TEST(seen.size() == 7U);
  BOOST_TEST(std::is_sorted(seen.begin(), seen.end()));
}

BOOST_AUTO_TEST_CASE(a_year_is_closed_once_its_volume_is_bound) {
  Records records;
  const auto item = records.receive_and_file({});
  BOOST_TEST(!year_is_closed(records.database, 2, *item.chapter_id, 2024, Retention::Years10));
  records.bind(*item.volume_id);
  BOOST_TEST(year_is_closed(records.database, 2, *item.chapter_id, 2024, Retention::Years10));
  BOOST_TEST(!year_is_closed(records.database, 2, *item.chapter_id, 2023, Retention::Years10));
}

BOOST_AUTO_TEST_SUITE_END()
