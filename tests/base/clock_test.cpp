#include "base/clock.h"
#include "base/error.h"

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <ctime>

using twofold::Date;

BOOST_AUTO_TEST_SUITE(clock_test)

BOOST_AUTO_TEST_CASE(R18_a_calendar_month_after_31_january_is_the_last_day_of_february) {
  BOOST_TEST(Date(2023, 1, 31).plus_months(1).text() == "2023-02-28");
  BOOST_TEST(Date(2024, 1, 31).plus_months(1).text() == "2024-02-29");
  BOOST_TEST(Date(2024, 12, 31).plus_months(2).text() == "2025-02-28");
}

BOOST_AUTO_TEST_CASE(a_date_is_read_in_every_common_writing) {
  for (const char* text : {"2026-03-01", "20260301", "2026/3/1", "2026.3.1", "2026年3月1日"})
    BOOST_TEST(Date::parse(text).text() == "2026-03-01", text);
}

BOOST_AUTO_TEST_CASE(a_day_that_does_not_exist_is_refused) {
  for (const char* text : {"2025-02-29", "2026-13-01", "2026-00-10", "1.3.2026", "", "2026-03-01x"})
    BOOST_CHECK_THROW(Date::parse(text), twofold::Error);
}

BOOST_AUTO_TEST_CASE(R42_early_in_the_morning_in_china_papers_are_dated_by_the_day_on_the_wall) {
  ::setenv("TZ", "Asia/Shanghai", 1);
  ::tzset();
  const twofold::Timestamp one_in_the_morning{1'772'298'000'000};   // 2026-02-28T17:00:00Z
  BOOST_TEST(one_in_the_morning.date().text() == "2026-03-01");
  ::unsetenv("TZ");
  ::tzset();
}

BOOST_AUTO_TEST_SUITE_END()
