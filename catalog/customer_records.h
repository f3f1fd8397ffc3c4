#pragma once
// What is kept of a customer beside their files: profile fields (R8), class by spending with its validity (R40), discharges and the
// calls after them (R41), certificates with their expiry (R32). Each change is an event.

#include "catalog/customers.h"
#include "catalog/profile.h"

namespace twofold::catalog {

// An empty value takes the field away. A birthday is a day of the calendar that has come. Errors: Usage "customer.unknown_field" |
// "customer.bad_birthday" | "customer.day_in_future" | "customer.own_field" (name and number are not fields).
void set_customer_field(Transaction& transaction, const Profile& profile, const Customer& customer, const std::string& key,
                        const std::string& value);

// Moves to the class that the profile gives for all spending so far; it counts for the rule's months from the newest purchase, also
// where an older one is entered later. Nothing is written where neither class nor validity change.
// Usage "customer.bad_amount" | "customer.day_in_future".
void record_spending(Transaction& transaction, const Profile& profile, const Customer& customer, const Date& day, std::int64_t cents,
                     const std::string& note);
std::int64_t spent_cents(const Database& database, std::int64_t customer_id);

struct ClassChange {
  std::string after;
  Date day;                                // from which it counts
  std::string reason;                      // "review", "spending", "lapsed"
  std::optional<Date> valid_until;
  std::optional<std::int64_t> meeting_id;  // of a review
};
// What was recorded later for an earlier day changes the class from that day until the next change. Usage "customer.unknown_class"
// where the profile names classes and this is none of them.
void change_class(Transaction& transaction, const Profile& profile, const Customer& customer, const ClassChange& change);

// Classes as they count on a day: one whose validity has lapsed by then falls back to the lowest of the profile's rules.
struct ClassDay {
  Date day;
  std::string lapsed;
};
ClassDay classes_on(const Profile& profile, const Date& day);
// The same in SQL of a customer `c`, for a statement that begins with kClassDay and binds day and fall-back first.
inline constexpr std::string_view kClassDay = "WITH class_day(day, lapsed) AS (SELECT ?, ?) ";
inline constexpr std::string_view kClass =
    "(CASE WHEN c.class_until < (SELECT day FROM class_day) THEN (SELECT lapsed FROM class_day) ELSE c.class END)";

struct RecordedClassChange {
  ClassChange change;
  std::string before, decided_by;
  std::string period;                      // of the review's meeting
};
// In the order in which they count; where a validity had lapsed by the next one's day or by that day, a change by nobody.
std::vector<RecordedClassChange> class_changes_of(const Database& database, std::int64_t customer_id, const ClassDay& classes);
std::string class_on(const Database& database, const Profile& profile, const Customer& customer, const Date& day);

inline constexpr int kDaysUntilCall = 3;  // R41
// Twice on one day: Refused "customer.discharged_already".
void record_discharge(Transaction& transaction, const Customer& customer, const Date& day);
// The oldest call that is due. Usage "customer.day_in_future", Refused "customer.no_call_due".
void record_call(Transaction& transaction, const Customer& customer, const Date& day, const std::string& outcome);

void record_certificate_of(Transaction& transaction, const Customer& customer, const std::string& holder, const std::string& name,
                           const Date& expires_on);

// Everything one manager keeps goes to another: customers, and chapters by a new row of custody; nothing is renumbered. Where the
// other has a chapter of the same category already, that one goes on receiving the new files (R6). How many customers and chapters.
struct HandedOver {
  std::size_t customers = 0, chapters = 0;
};
HandedOver hand_over(Transaction& transaction, const std::string& from, const std::string& to);
// One customer alone: what is filed of them so far stays in the chapters where it is, what comes next enters the other's. Refused
// "custody.not_theirs" where `from` does not keep them.
HandedOver hand_over_customer(Transaction& transaction, const Customer& customer, const std::string& from, const std::string& to);

}  // namespace twofold::catalog
