// Months and the year of a room, from one pass over its days.

#include "base/error.h"
#include "catalog/climate.h"
#include "catalog/sql.h"

#include <algorithm>

namespace twofold::catalog {
namespace {

// What one day's readings come to; `sum` for the means.
struct Extent {
  std::int64_t least = 0, most = 0, sum = 0;
};
struct Day {
  Date day;
  int readings = 0, out_of_limits = 0;
  Extent celsius, humidity;
};

// Adds days up to a period.
class Tally {
 public:
  explicit Tally(const Date& from, const Date& until) : period_{.from = from, .until = until} {}

  void add(const Day& day) {
    join(celsius_, day.celsius);
    join(humidity_, day.humidity);
    period_.readings += day.readings;
    period_.out_of_limits += day.out_of_limits;
    raise(period_.celsius_change, day.celsius, day.day);
    raise(period_.humidity_change, day.humidity, day.day);
  }
  void miss(int readings) { period_.missing += readings; }

  ClimatePeriod period() const {
    ClimatePeriod done = period_;
    done.celsius = range(celsius_);
    done.humidity = range(humidity_);
    return done;
  }

 private:
  void join(Extent& all, const Extent& day) const {
    all.least = period_.readings == 0 ? day.least : std::min(all.least, day.least);
    all.most = period_.readings == 0 ? day.most : std::max(all.most, day.most);
    all.sum += day.sum;
  }
  static void raise(DailyChange& largest, const Extent& extent, const Date& day) {
    const Measured change{static_cast<int>(extent.most - extent.least)};
    if (change > largest.change) largest = {change, day};
  }
  ClimateRange range(const Extent& extent) const {
    if (period_.readings == 0) return {};
    const auto mean = static_cast<double>(extent.sum) / period_.readings;
    return {{static_cast<int>(extent.least)},
            {static_cast<int>(mean < 0 ? mean - 0.5 : mean + 0.5)},
            {static_cast<int>(extent.most)}};
  }

  ClimatePeriod period_;
  Extent celsius_, humidity_;
};

std::vector<Day> days_of(const Database& database, std::string_view room, int year) {
  Statement row(database,
                "SELECT day, COUNT(*), SUM(out_of_limits), MIN(celsius), MAX(celsius), SUM(celsius), MIN(humidity), "
                "MAX(humidity), SUM(humidity) FROM climate_reading WHERE room = ? AND day BETWEEN ? AND ? "
                "GROUP BY day ORDER BY day");
  row.bind(room).bind(Date(year, 1, 1)).bind(Date(year, 12, 31));
  std::vector<Day> days;
  while (row.step())
    days.push_back({.day = Date::parse(row.text(0)),
                    .readings = static_cast<int>(row.integer(1)),
                    .out_of_limits = static_cast<int>(row.integer(2)),
                    .celsius = {row.integer(3), row.integer(4), row.integer(5)},
                    .humidity = {row.integer(6), row.integer(7), row.integer(8)}});
  return days;
}

Date first_day(const Database& database, std::string_view room) {
  Statement row(database, "SELECT MIN(day) FROM climate_reading WHERE room = ?");
  row.bind(room);
  row.step();
  if (row.is_null(0)) throw Error(ErrorKind::NotFound, msg("climate.unknown_room", room));
  return Date::parse(row.text(0));
}

}  // namespace

ClimateSummary summarise_climate(const Database& database, std::string_view room, int year, const Date& today) {
  const Date first = first_day(database, room);
  const auto days = days_of(database, room, year);
  ClimateSummary summary{.room = std::string(room), .year = {Date(year, 1, 1), Date(year, 12, 31)}, .months = {}, .missing = {}};
  Tally whole(summary.year.from, summary.year.until);
  auto next = days.begin();
  for (unsigned month = 1; month <= 12; ++month) {
    const Date from(year, month, 1), until = from.plus_months(1).plus_days(-1);
    Tally tally(from, until);
    for (Date day = from; day <= until; day = day.plus_days(1)) {
      const bool read = next != days.end() && next->day == day;
      if (read) tally.add(*next);
      if (read) whole.add(*next);
      const int missing = kReadingsPerDay - (read ? next->readings : 0);
      if (read) ++next;
      if (missing <= 0 || day < first || day >= today) continue;
      tally.miss(missing);
      whole.miss(missing);
      summary.missing.push_back({day, missing});
    }
    summary.months.push_back(tally.period());
  }
  summary.year = whole.period();
  return summary;
}

}  // namespace twofold::catalog
