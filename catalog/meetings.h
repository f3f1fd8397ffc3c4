#pragma once
// Meetings (R19): the month's focus customers, the quarter's classes, the half-year and year reviews. Nothing is overwritten: the
// newest meeting of a period counts, those before it stay.

#include "catalog/customer_records.h"

namespace twofold::catalog {

enum class MeetingKind { Focus, Class, HalfYear, Year };
std::string text(MeetingKind kind);  // "focus", "class", "half_year", "year"
std::optional<MeetingKind> try_parse_meeting_kind(std::string_view text);

// Whom a meeting was about, and the class that it gave them.
struct MeetingCustomer {
  std::string number, name;
  std::string customer_class;    // empty of a focus meeting
};
struct Meeting {
  std::int64_t id = 0;
  MeetingKind kind = MeetingKind::Focus;
  std::string period;            // 2026-03, 2026-Q1, 2026-H1, 2026
  Date held_on;
  std::string minutes, recorded_by;
  std::size_t customers = 0;     // how many it was about
};
// A customer and the class that a review gives them.
struct Reassigned {
  Customer customer;
  std::string customer_class;
};

// Errors: Usage "meeting.bad_period" | "meeting.nobody" | "meeting.minutes_missing" | "meeting.in_future" | "meeting.period_in_future": a
// meeting is about a period that has begun on its day; a focus list may be the next month's. A review's classes count from its day.
Meeting hold_focus_meeting(Transaction& transaction, const std::string& month, const Date& held_on, const std::vector<Customer>& customers,
                           const std::string& minutes);
Meeting review_classes(Transaction& transaction, const Profile& profile, const std::string& quarter, const Date& held_on,
                       const std::vector<Reassigned>& customers, const std::string& minutes);
Meeting record_review(Transaction& transaction, MeetingKind kind, const std::string& period, const Date& held_on, const std::string& minutes);

std::vector<Meeting> list_meetings(const Database& database, std::int64_t after_id, std::size_t most);
// Error{NotFound, "meeting.unknown"}.
Meeting require_meeting(const Database& database, std::int64_t id);
// In the order of their numbers.
std::vector<MeetingCustomer> customers_of_meeting(const Database& database, std::int64_t id, const std::string& after_number, std::size_t most);

}  // namespace twofold::catalog
