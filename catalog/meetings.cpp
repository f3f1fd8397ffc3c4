#include "catalog/meetings.h"

#include "base/error.h"
#include "base/text.h"
#include "catalog/events.h"
#include "catalog/sql.h"

#include <algorithm>
#include <array>
#include <regex>
#include <map>

namespace twofold::catalog {
namespace {

struct KindForm {
  std::string_view name;
  const char* period;   // as a pattern
};
constexpr std::array kMeetingKinds = {KindForm{"focus", "\\d{4}-(0[1-9]|1[0-2])"}, KindForm{"class", "\\d{4}-Q[1-4]"},
                               KindForm{"half_year", "\\d{4}-H[12]"}, KindForm{"year", "\\d{4}"}};

Date first_day(MeetingKind kind, const std::string& period) {
  const int year = std::stoi(period.substr(0, 4));
  switch (kind) {
    case MeetingKind::Focus: return Date(year, static_cast<unsigned>(std::stoi(period.substr(5))), 1);
    case MeetingKind::Class: return Date(year, static_cast<unsigned>(period.back() - '1') * 3 + 1, 1);
    case MeetingKind::HalfYear: return Date(year, period.back() == '1' ? 1 : 7, 1);
    case MeetingKind::Year: break;
  }
  return Date(year, 1, 1);
}

void refuse_unsound(MeetingKind kind, const std::string& period, const Date& held_on, const Date& today) {
  if (!std::regex_match(period, std::regex(kMeetingKinds[static_cast<std::size_t>(kind)].period)))
    throw Error(ErrorKind::Usage, msg("meeting.bad_period", period));
  if (held_on > today) throw Error(ErrorKind::Usage, msg("meeting.in_future", held_on));
  const Date latest = kind == MeetingKind::Focus ? Date(held_on.year(), held_on.month(), 1).plus_months(1) : held_on;
  if (first_day(kind, period) > latest) throw Error(ErrorKind::Usage, msg("meeting.period_in_future", period, held_on));
}

Meeting insert(Transaction& transaction, MeetingKind kind, const std::string& period, const Date& held_on, const std::string& minutes) {
  const auto& form = kMeetingKinds[static_cast<std::size_t>(kind)];
  refuse_unsound(kind, period, held_on, transaction.today());
  const Database& database = transaction.database();
  Statement(database, "INSERT INTO meeting(kind, period, held_on, minutes, recorded_by) VALUES (?, ?, ?, ?, ?)")
      .bind(form.name)
      .bind(period)
      .bind(held_on)
      .bind(minutes)
      .bind(transaction.actor())
      .run();
  const Meeting meeting{last_insert_id(database), kind, period, held_on, minutes, transaction.actor(), 0};
  record_event(transaction, "meeting.recorded", period,
               {{"kind", std::string(form.name)}, {"held_on", held_on.text()}, {"minutes", minutes}});
  return meeting;
}

std::vector<Meeting> meetings(const Database& database, const std::string& which, std::int64_t given, std::size_t most) {
  Statement row(database, "SELECT id, kind, period, held_on, minutes, recorded_by, (SELECT COUNT(*) FROM focus_customer WHERE meeting_id = m.id) "
                          "+ (SELECT COUNT(*) FROM class_change WHERE meeting_id = m.id) FROM meeting m WHERE " + which + " ORDER BY id LIMIT ?");
  row.bind(given).bind(static_cast<std::int64_t>(most));
  std::vector<Meeting> found;
  while (row.step())
    found.push_back({row.integer(0), *try_parse_meeting_kind(row.text(1)), row.text(2), Date::parse(row.text(3)), row.text(4), row.text(5),
                     static_cast<std::size_t>(row.integer(6))});
  return found;
}

}  // namespace

std::string text(MeetingKind kind) { return std::string(kMeetingKinds[static_cast<std::size_t>(kind)].name); }

std::optional<MeetingKind> try_parse_meeting_kind(std::string_view text) {
  const auto found = std::ranges::find(kMeetingKinds, text, &KindForm::name);
  if (found == kMeetingKinds.end()) return std::nullopt;
  return static_cast<MeetingKind>(found - kMeetingKinds.begin());
}

Meeting hold_focus_meeting(Transaction& transaction, const std::string& month, const Date& held_on, const std::vector<Customer>& customers,
                           const std::string& minutes) {
  if (customers.empty()) throw Error(ErrorKind::Usage, msg("meeting.nobody"));
  const Meeting meeting = insert(transaction, MeetingKind::Focus, month, held_on, minutes);
  for (const auto& customer : customers)
    Statement(transaction.database(), "INSERT OR IGNORE INTO focus_customer(meeting_id, customer_id) VALUES (?, ?)")
        .bind(meeting.id)
        .bind(customer.id)
        .run();
  return require_meeting(transaction.database(), meeting.id);
}

Meeting review_classes(Transaction& transaction, const Profile& profile, const std::string& quarter, const Date& held_on,
                       const std::vector<Reassigned>& customers, const std::string& minutes) {
  if (customers.empty()) throw Error(ErrorKind::Usage, msg("meeting.nobody"));
  const Meeting meeting = insert(transaction, MeetingKind::Class, quarter, held_on, minutes);
  std::map<std::int64_t, std::string> done;
  for (const auto& [customer, customer_class] : customers) {
    const auto [said, fresh] = done.try_emplace(customer.id, customer_class);
    if (said->second != customer_class) throw Error(ErrorKind::Usage, msg("meeting.two_classes", customer.number, said->second, customer_class));
    if (!fresh) continue;
    change_class(transaction, profile, customer,
                 {.after = customer_class, .day = held_on, .reason = "review", .valid_until = {}, .meeting_id = meeting.id});
  }
  return require_meeting(transaction.database(), meeting.id);
}

Meeting record_review(Transaction& transaction, MeetingKind kind, const std::string& period, const Date& held_on, const std::string& minutes) {
  if (trim(minutes).empty()) throw Error(ErrorKind::Usage, msg("meeting.minutes_missing"));
  return insert(transaction, kind, period, held_on, minutes);
}

std::vector<Meeting> list_meetings(const Database& database, std::int64_t after_id, std::size_t most) {
  return meetings(database, "id > ?", after_id, most);
}

Meeting require_meeting(const Database& database, std::int64_t id) {
  const auto found = meetings(database, "id = ?", id, 1);
  if (found.empty()) throw Error(ErrorKind::NotFound, msg("meeting.unknown", id));
  return found.front();
}

std::vector<MeetingCustomer> customers_of_meeting(const Database& database, std::int64_t id, const std::string& after_number, std::size_t most) {
  Statement row(database, "SELECT c.number, c.name, m.class FROM (SELECT customer_id, '' AS class FROM focus_customer WHERE meeting_id = ?1 "
                          "UNION ALL SELECT customer_id, after FROM class_change WHERE meeting_id = ?1) m "
                          "JOIN customer c ON c.id = m.customer_id WHERE c.number > ?2 ORDER BY c.number LIMIT ?3");
  row.bind(id).bind(after_number).bind(static_cast<std::int64_t>(most));
  std::vector<MeetingCustomer> customers;
  while (row.step()) customers.push_back({row.text(0), row.text(1), row.text(2)});
  return customers;
}

}  // namespace twofold::catalog
