#include "catalog/inspections.h"

#include <boost/test/unit_test.hpp>

#include "tests/catalog/records.h"

using namespace twofold;
using namespace twofold::catalog;

BOOST_AUTO_TEST_SUITE(inspections_test)

namespace {

NewInspection inspection(const Volume& volume, std::set<Damage> damages, std::optional<Date> follow_up) {
  return {.volume = volume.code,
          .day = Date(2025, 1, 5),
          .damages = std::move(damages),
          .treatment = "除霉",
          .inspector = "周敏",
          .follow_up = follow_up};
}

std::string inspect(Records& records, const NewInspection& what) {
  return refusal([&] { records.act([&](Transaction& transaction) { inspect_volume(transaction, what); }); });
}

std::string resolve(Records& records, std::int64_t id, const Date& day, const std::string& resolution = "已干燥") {
  return refusal([&] {
    records.act([&](Transaction& transaction) { resolve_follow_up(transaction, id, day, "周敏", resolution); });
  });
}

}  // namespace

BOOST_AUTO_TEST_CASE(R44_each_of_the_six_damages_is_recorded_and_needs_a_follow_up) {
  Records records;
  const Volume volume = records.bound({});
  for (const auto* name : {"水浸", "霉变", "粘连", "褪色", "虫蛀", "鼠咬"}) {
    const auto damage = try_parse_damage(name);
    BOOST_REQUIRE(damage);
    BOOST_TEST(inspect(records, inspection(volume, {*damage}, {})) == "inspection.no_follow_up");
    BOOST_TEST(inspect(records, inspection(volume, {*damage}, Date(2025, 2, 5))).empty());
  }
  const auto list = list_inspections(records.database, volume.code, 0, 100);
  BOOST_REQUIRE_EQUAL(list.size(), 6U);
  BOOST_TEST((list[5].what.damages == std::set{Damage::Rodents}));
  BOOST_TEST(!try_parse_damage("fire"));
}

BOOST_AUTO_TEST_CASE(R44_open_follow_ups_are_listed_by_their_day_page_by_page_until_they_are_made) {
  Records records;
  const Volume volume = records.bound({});
  BOOST_TEST(inspect(records, inspection(volume, {Damage::Mould}, Date(2025, 3, 1))).empty());
  BOOST_TEST(inspect(records, inspection(volume, {Damage::Water}, Date(2025, 2, 1))).empty());
  BOOST_TEST(inspect(records, inspection(volume, {}, {})).empty());
  const auto first = list_follow_ups(records.database, {}, 0, 1);
  BOOST_REQUIRE_EQUAL(first.size(), 1U);
  BOOST_TEST(first[0].id == 2);
  BOOST_TEST(list_follow_ups(records.database, {}, 2, 10).at(0).id == 1);
  BOOST_TEST(list_follow_ups(records.database, Date(2025, 2, 1), 0, 10).size() == 1U);
  BOOST_TEST(resolve(records, 2, Date(2025, 1, 4)) == "inspection.follow_up_too_early");
  BOOST_TEST(resolve(records, 2, Date(2025, 1, 8), " ") == "inspection.no_treatment");
  BOOST_TEST(resolve(records, 2, Date(2025, 1, 8)).empty());
  BOOST_TEST(resolve(records, 2, Date(2025, 1, 8)) == "inspection.resolved_before");
  BOOST_TEST(resolve(records, 3, Date(2025, 1, 8)) == "inspection.nothing_open");
  BOOST_TEST(resolve(records, 9, Date(2025, 1, 8)) == "inspection.unknown");
  BOOST_TEST(list_follow_ups(records.database, {}, 0, 10).size() == 1U);
}

BOOST_AUTO_TEST_CASE(R44_an_inspection_is_signed_was_made_and_is_of_a_volume_that_is_here) {
  Records records;
  const Volume volume = records.bound({});
  auto what = inspection(volume, {}, {});
  what.inspector = "";
  BOOST_TEST(inspect(records, what) == "upkeep.no_signature");
  what = inspection(volume, {}, {});
  what.day = Date(2025, 1, 11);
  BOOST_TEST(inspect(records, what) == "upkeep.in_future");
  BOOST_TEST(inspect(records, inspection(volume, {}, Date(2025, 1, 5))) == "inspection.follow_up_too_early");
  records.execute("UPDATE volume SET state = 'destroyed'");
  BOOST_TEST(inspect(records, inspection(volume, {}, {})) == "inspection.gone");
}

BOOST_AUTO_TEST_SUITE_END()
