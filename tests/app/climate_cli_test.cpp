#include "tests/app/small_archive.h"

using namespace twofold;
using namespace twofold::app;

BOOST_AUTO_TEST_SUITE(climate_cli_test)

namespace {

Ended import(const SmallArchive& archive, const std::string& table) {
  const auto file = archive.folder.path() / "记录仪 1.csv";
  write_durably(file, table);
  return archive.run({"climate", "import", file.string(), "--room", "K1", "--person", "周敏"});
}

}  // namespace

BOOST_AUTO_TEST_CASE(R45_a_loggers_table_is_taken_in_with_any_separator_and_mark) {
  const SmallArchive archive;
  const auto first = import(archive, "\xEF\xBB\xBFTime;Temperature (°C);Humidity (%RH)\r\n2024-03-01 08:00;21,5;52,1\r\n2024-03-01 16:00;25,0;52\r\n");
  BOOST_TEST(first.code == 0);
  BOOST_TEST(parsed(first.out)->getValue<int>("added") == 2);
  const auto again = import(archive, "日期,时间,温度(℃),相对湿度(%),签名\n2024/3/1,8:00,21.5,52.1,周敏\n2024/3/2,8:00,20,50,\n");
  BOOST_TEST(parsed(again.out)->getValue<int>("added") == 1);
  BOOST_TEST(parsed(again.out)->getValue<int>("unchanged") == 1);
  const auto alarms = parsed(archive.run({"climate", "alarms"}).out)->getArray("alarms");
  BOOST_REQUIRE_EQUAL(alarms->size(), 1U);
  BOOST_TEST(alarms->getObject(0)->getValue<double>("celsius") == 25.0);
  const auto march = parsed(archive.run({"climate", "summary", "K1", "--year", "2024"}).out)->getArray("months")->getObject(2);
  BOOST_TEST(march->getValue<int>("readings") == 3);
  BOOST_TEST(march->getObject("celsius_change")->getValue<double>("change") == 3.5);
}

BOOST_AUTO_TEST_CASE(R45_every_bad_row_is_named_with_its_line_and_nothing_is_imported) {
  const SmallArchive archive;
  const auto ended = import(archive, "time,temperature,humidity\n2024-03-01 08:00,21,52\nyesterday,21,52\n2024-03-01 16:00,warm,52\n2024-03-02 08:00,21,520\n");
  BOOST_TEST(ended.code == 1);
  const auto answer = parsed(ended.out);
  BOOST_TEST(answer->getValue<int>("added") == 0);
  const auto faults = answer->getArray("faults");
  BOOST_REQUIRE_EQUAL(faults->size(), 3U);
  for (unsigned i = 0; i < 3; ++i) BOOST_TEST(faults->getObject(i)->getValue<unsigned>("line") == i + 3);
  BOOST_TEST(archive.run({"climate", "summary", "K1"}).code != 0);
  BOOST_TEST(import(archive, "time,humidity\n2024-03-01 08:00,52\n").code != 0);
}

BOOST_AUTO_TEST_CASE(R45_a_reading_out_of_limits_is_told_at_once) {
  const SmallArchive archive;
  const auto ended = archive.run({"climate", "record", "K1", "--at", "2024-03-01 08:30", "--celsius", "21.5", "--humidity", "72", "--measure", "开除湿机"});
  BOOST_TEST(ended.code == 0);
  BOOST_TEST(parsed(ended.out)->getValue<bool>("out_of_limits"));
  BOOST_TEST(archive.run({"audit", "verify"}).code == 0);
}

BOOST_AUTO_TEST_SUITE_END()
