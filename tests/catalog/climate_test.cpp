#include "catalog/climate.h"

#include <boost/test/unit_test.hpp>

#include "catalog/events.h"
#include "catalog/stacks/layout.h"
#include "tests/catalog/records.h"

using namespace twofold;
using namespace twofold::catalog;

BOOST_AUTO_TEST_SUITE(climate_test)

namespace {

ClimateReading reading(const std::string& at, const std::string& celsius, const std::string& humidity, int line = 0) {
  return {.room = "K1",
          .at = LocalTime::parse(at),
          .celsius = *Measured::try_parse(celsius),
          .humidity = *Measured::try_parse(humidity),
          .measured_by = "周敏",
          .measure = "",
          .line = line};
}

std::string record(Records& records, const ClimateReading& what) {
  return refusal([&] { records.act([&](Transaction& transaction) { record_climate(transaction, what); }); });
}

ImportResult import(Records& records, const std::vector<ClimateReading>& readings) {
  Transaction transaction(records.database, "档案员", records.clock);
  auto result = import_climate(transaction, readings);
  if (result.faults.empty()) transaction.commit();
  return result;
}

}  // namespace

BOOST_AUTO_TEST_CASE(R45_both_ends_of_the_limits_for_paper_are_within) {
  BOOST_TEST(within_limits(reading("2025-01-02 08:00", "14", "45")));
  BOOST_TEST(within_limits(reading("2025-01-02 08:00", "24", "60")));
  for (const auto& [celsius, humidity] : {std::pair("13.99", "50"), {"24.01", "50"}, {"20", "44.99"}, {"20", "60.01"}})
    BOOST_TEST(!within_limits(reading("2025-01-02 08:00", celsius, humidity)), celsius << " " << humidity);
}

BOOST_AUTO_TEST_CASE(R45_where_rooms_are_laid_out_a_reading_is_of_one_of_them) {
  Records records;
  BOOST_TEST(record(records, reading("2025-01-02 08:00", "20", "50")) == "");
  records.act([](Transaction& t) {
    lay_out(t, {ShelfPrefix::parse("K2"), {1, 1}, {1, 1}, {1, 2}, {1, 2}, 900});
  });
  BOOST_TEST(record(records, reading("2025-01-02 09:00", "20", "50")) == "climate.room_not_there");
  BOOST_TEST(import(records, {reading("2025-01-02 09:00", "20", "50", 2)}).faults.size() == 1U);
  ClimateReading there = reading("2025-01-02 09:00", "20", "50");
  there.room = "K2";
  BOOST_TEST(record(records, there) == "");
}

BOOST_AUTO_TEST_CASE(R45_a_reading_needs_its_room_its_signature_a_value_that_can_be_and_a_time_that_was) {
  Records records;  // 2025-01-10
  auto wrong = reading("2025-01-02 08:00", "20", "50");
  wrong.room = " ";
  BOOST_TEST(record(records, wrong) == "upkeep.no_room");
  wrong = reading("2025-01-02 08:00", "20", "50");
  wrong.measured_by.clear();
  BOOST_TEST(record(records, wrong) == "upkeep.no_signature");
  BOOST_TEST(record(records, reading("2025-01-02 08:00", "200", "50")) == "climate.bad_celsius");
  BOOST_TEST(record(records, reading("2025-01-02 08:00", "20", "101")) == "climate.bad_humidity");
  BOOST_TEST(record(records, reading("2025-01-11 08:00", "20", "50")) == "upkeep.in_future");
  BOOST_TEST(records.count("SELECT COUNT(*) FROM climate_reading") == 0);
}

BOOST_AUTO_TEST_CASE(the_same_reading_again_changes_nothing_and_another_one_for_that_minute_is_refused) {
  Records records;
  BOOST_TEST(record(records, reading("2025-01-02 08:00", "20", "50")).empty());
  const auto head = chain_head(records.database).seq;
  BOOST_TEST(record(records, reading("2025-01-02 08:00", "20.0", "50")).empty());
  BOOST_TEST(record(records, reading("2025-01-02 08:00", "20.1", "50")) == "climate.differs");
  BOOST_TEST(chain_head(records.database).seq == head);
}

BOOST_AUTO_TEST_CASE(R45_readings_out_of_limits_are_listed_page_by_page) {
  Records records;
  for (int day = 1; day <= 5; ++day) record(records, reading("2025-01-0" + std::to_string(day) + " 08:00", day % 2 ? "30" : "20", "50"));
  const auto first = list_climate_alarms(records.database, "", 0, 2);
  BOOST_REQUIRE_EQUAL(first.size(), 2U);
  BOOST_TEST(first[1].reading.at.text() == "2025-01-03 08:00");
  BOOST_TEST(list_climate_alarms(records.database, "K1", first[1].id, 10).size() == 1U);
  BOOST_TEST(list_climate_alarms(records.database, "K2", 0, 10).empty());
}

BOOST_AUTO_TEST_CASE(R45_the_summary_counts_what_is_missing_and_finds_the_largest_change_of_a_day) {
  Records records;  // 2025-01-10
  for (const auto* at : {"2024-12-30 08:00", "2024-12-30 16:00", "2024-12-31 08:00", "2024-12-31 16:00"})
    record(records, reading(at, "20", "50"));
  record(records, reading("2025-01-01 08:00", "18", "48"));
  record(records, reading("2025-01-01 16:00", "23.5", "61"));
  record(records, reading("2025-01-02 08:00", "19", "50"));
  const auto summary = summarise_climate(records.database, "K1", 2025, Date(2025, 1, 4));
  const auto& january = summary.months[0];
  BOOST_TEST(january.readings == 3);
  BOOST_TEST(january.out_of_limits == 1);
  BOOST_TEST(january.missing == 3);  // one of the 2nd, both of the 3rd; the 4th is not over
  BOOST_TEST(january.celsius_change.change.text() == "5.5");
  BOOST_TEST(january.humidity_change.day->text() == "2025-01-01");
  BOOST_TEST(january.celsius.least.text() == "18");
  BOOST_TEST(january.celsius.mean.text() == "20.17");
  BOOST_TEST(january.humidity.most.text() == "61");
  BOOST_TEST(summary.months[1].readings == 0);
  BOOST_TEST(summary.year.missing == 3);
  BOOST_REQUIRE_EQUAL(summary.missing.size(), 2U);
  BOOST_TEST(summary.missing[1].missing == 2);
  // Nothing was expected before the first reading.
  BOOST_TEST(summarise_climate(records.database, "K1", 2024, Date(2025, 1, 4)).year.missing == 0);
  BOOST_TEST(refusal([&] { summarise_climate(records.database, "K9", 2025, Date(2025, 1, 4)); }) == "climate.unknown_room");
}

BOOST_AUTO_TEST_CASE(R45_an_import_is_whole_or_not_at_all_and_again_changes_nothing) {
  Records records;
  const std::vector good = {reading("2025-01-02 08:00", "20", "50", 2), reading("2025-01-02 16:00", "21", "51", 3)};
  auto bad = good;
  bad.push_back(reading("2025-01-02 16:00", "22", "51", 4));
  bad.push_back(reading("2030-01-02 16:00", "22", "51", 5));
  const auto refused = import(records, bad);
  BOOST_REQUIRE_EQUAL(refused.faults.size(), 2U);
  BOOST_TEST(refused.faults[0].line == 4);
  BOOST_TEST(refused.faults[0].reason.key == "climate.differs");
  BOOST_TEST(refused.faults[1].line == 5);
  BOOST_TEST(records.count("SELECT COUNT(*) FROM climate_reading") == 0);
  BOOST_TEST(import(records, good).added == 2U);
  const auto head = chain_head(records.database).seq;
  BOOST_TEST(import(records, good).unchanged == 2U);
  BOOST_TEST(chain_head(records.database).seq == head);
}

BOOST_AUTO_TEST_CASE(times_and_values_are_taken_as_loggers_write_them) {
  for (const auto* at : {"2026-03-01 08:30", "2026-03-01T08:30:59", "2026/3/1 8:30", "2026年3月1日 08:30:00.000"})
    BOOST_TEST(LocalTime::parse(at).text() == "2026-03-01 08:30", at);
  for (const auto* at : {"2026-03-01", "2026-02-29 08:30", "2026-03-01 24:00", "2026-03-01 8:3", "08:30"})
    BOOST_TEST(!LocalTime::try_parse(at), at);
  BOOST_TEST(Measured::try_parse("21,456")->text() == "21.46");
  BOOST_TEST(Measured::try_parse("-0.5")->text() == "-0.5");
  for (const auto* value : {"", "-", "21.", "1e3", "21.5C", "99999"}) BOOST_TEST(!Measured::try_parse(value), value);
}

BOOST_AUTO_TEST_SUITE_END()
