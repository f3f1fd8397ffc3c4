#include "tests/app/small_archive.h"

using namespace twofold;
using namespace twofold::app;

BOOST_AUTO_TEST_SUITE(inspections_cli_test)

BOOST_AUTO_TEST_CASE(R44_a_damage_is_recorded_listed_and_followed_up) {
  const SmallArchive archive;
  const auto volume = parsed(archive.run({"volume", "list"}).out)->getArray("volumes")->getObject(0)->getValue<std::string>("volume");
  BOOST_TEST(archive.run({"inspect", "volume", volume, "--damages", "霉变"}).code == 2);
  BOOST_TEST(archive.run({"inspect", "volume", volume, "--damages", "fire", "--due", "2099-01-01"}).code == 2);
  const auto made = archive.run({"inspect", "volume", volume, "--damages", "霉变,insects", "--due", "2099-01-01", "--person", "周敏"});
  BOOST_TEST(made.code == 0);
  BOOST_TEST(parsed(made.out)->getArray("damages")->size() == 2U);
  BOOST_TEST(parsed(archive.run({"inspect", "followups"}).out)->getArray("inspections")->size() == 1U);
  BOOST_TEST(archive.run({"inspect", "resolve", "1", "--treatment", "熏蒸"}).code == 0);
  BOOST_TEST(parsed(archive.run({"inspect", "followups"}).out)->getArray("inspections")->size() == 0U);
  BOOST_TEST(parsed(archive.run({"inspect", "list", volume}).out)->getArray("inspections")->size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
