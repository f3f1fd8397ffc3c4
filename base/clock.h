#pragma once
// Calendar dates and the clock. The clock comes in through constructors, so that tests can hold it.

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace twofold {

// A day of the Gregorian calendar that exists. Printed as 2026-03-01.
class Date {
 public:
  // Throws Error{Usage, "date.malformed"} unless `text` is YYYY-MM-DD, YYYYMMDD, YYYY/M/D, YYYY.M.D or YYYY年M月D日.
  static Date parse(std::string_view text);
  static std::optional<Date> try_parse(std::string_view text);
  // Throws the same where the day does not exist.
  Date(int year, unsigned month, unsigned day);

  int year() const { return static_cast<int>(ymd_.year()); }
  unsigned month() const { return static_cast<unsigned>(ymd_.month()); }
  unsigned day() const { return static_cast<unsigned>(ymd_.day()); }

  // Calendar arithmetic that stays in the month: 31 January + 1 month = the last day of February (R18).
  Date plus_months(int months) const;
  Date plus_days(int days) const;

  std::string text() const;     // 2026-03-01
  std::string compact() const;  // 20260301, as the printed catalogues write it

  friend auto operator<=>(const Date&, const Date&) = default;

 private:
  explicit Date(std::chrono::year_month_day ymd) : ymd_(ymd) {}
  std::chrono::year_month_day ymd_;
};

// Milliseconds since 1970-01-01T00:00:00Z.
struct Timestamp {
  std::int64_t milliseconds = 0;

  std::string text() const;  // 2026-03-01T08:15:30.123Z
  Date date() const;         // the day in the archive's own time zone: what papers and registers are dated by
  friend auto operator<=>(const Timestamp&, const Timestamp&) = default;
};

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Timestamp now() const = 0;
  virtual Date today() const = 0;  // in the archive's own time zone
};

class SystemClock final : public Clock {
 public:
  Timestamp now() const override;
  Date today() const override;
};

// Stands still until told otherwise; starts each day at noon.
class FixedClock final : public Clock {
 public:
  explicit FixedClock(Date today) : today_(today) {}
  void set(Date today) { today_ = today; }
  Timestamp now() const override;
  Date today() const override { return today_; }

 private:
  Date today_;
};

}  // namespace twofold
