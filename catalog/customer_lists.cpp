#include "catalog/customer_lists.h"

#include "catalog/sql.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <iterator>
#include <set>

namespace twofold::catalog {
namespace {

// One list: the columns of a day and a note beside the customer's own, what it joins, and its order.
struct Query {
  std::string id = "c.id", day = "''", note = "''";
  std::string from = "customer c";
  std::string where = "1";
  std::string order = "c.number";
};

class List {
 public:
  List(const Database& database, const CustomerScope& scope, const ClassDay& classes, const Query& query)
      : statement_(database, sql(scope, query)), scope_(scope) {
    statement_.bind(classes.day).bind(classes.lapsed);
  }

  template <class Value>
  List& bind(const Value& value) {
    statement_.bind(value);
    return *this;
  }

  std::vector<CustomerRow> page(std::size_t most) {
    if (!scope_.everybody) statement_.bind(scope_.manager_id).bind(granted());
    statement_.bind(static_cast<std::int64_t>(most));
    std::vector<CustomerRow> rows;
    while (statement_.step())
      rows.push_back({statement_.integer(0), statement_.text(1), statement_.text(2), statement_.text(3), statement_.text(4),
                      statement_.text(5), statement_.text(6), statement_.text(7)});
    return rows;
  }

 private:
  static std::string sql(const CustomerScope& scope, const Query& query) {
    return std::string(kClassDay) + "SELECT " + query.id + ", c.number, c.name, " + std::string(kClass) +
           ", COALESCE(m.name, ''), COALESCE(json_extract(c.fields, '$.phone'), ''), " + query.day + ", " + query.note + " FROM " + query.from + " LEFT JOIN manager m ON m.id = c.manager_id WHERE " + query.where +
           (scope.everybody ? "" : " AND c.id IN (SELECT id FROM customer WHERE manager_id = ? UNION SELECT value FROM json_each(?))") +
           " ORDER BY " + query.order + " LIMIT ?";
  }

  std::string granted() const {
    std::string ids = "[";
    for (const auto id : scope_.customers) ids += (ids.size() > 1 ? "," : "") + std::to_string(id);
    return ids + "]";
  }

  Statement statement_;
  const CustomerScope& scope_;
};

constexpr std::string_view kMonthDay = "substr(json_extract(c.fields, '$.birthday'), -5)";

Date last_day_of(int year, int month) { return Date(year, static_cast<unsigned>(month), 1).plus_months(1).plus_days(-1); }

// Those of a class that has not lapsed stand together in an index; those that fell back to the lowest are found among all.
std::vector<CustomerRow> of_class(const Database& database, const CustomerScope& scope, const ClassDay& classes, const std::string& wanted,
                                  const std::string& after_number, std::size_t most) {
  const bool fallen = wanted == classes.lapsed;
  List list(database, scope, classes, {.where = std::string(kClass) + " = ? AND c.number > ?" + (fallen ? "" : " AND c.class = ?")});
  list.bind(wanted).bind(after_number);
  if (!fallen) list.bind(wanted);
  return list.page(most);
}

std::set<std::string> all_classes(const Database& database, const ClassDay& classes) {
  std::set<std::string> all = {classes.lapsed};
  Statement row(database, "SELECT DISTINCT class FROM customer");
  while (row.step()) all.insert(row.text(0));
  return all;
}

// The class and number of a customer, in the order of which the list of all goes on.
std::pair<std::string, std::string> place_of(const Database& database, const ClassDay& classes, std::int64_t id) {
  Statement row(database, std::string(kClassDay) + "SELECT " + std::string(kClass) + ", c.number FROM customer c WHERE c.id = ?");
  row.bind(classes.day).bind(classes.lapsed).bind(id);
  if (!row.step()) return {};
  return {row.text(0), row.text(1)};
}

}  // namespace

std::vector<CustomerRow> list_by_number(const Database& database, const CustomerScope& scope, const ClassDay& classes, const std::string& after_number,
                                        std::size_t most) {
  return List(database, scope, classes, {.where = "c.number > ?"}).bind(after_number).page(most);
}

std::vector<CustomerRow> list_by_class(const Database& database, const CustomerScope& scope, const ClassDay& classes,
                                       const std::string& customer_class, const ListPlace& after, std::size_t most) {
  if (!customer_class.empty()) return of_class(database, scope, classes, customer_class, after.key, most);
  const auto [last_class, last_number] = place_of(database, classes, after.id);
  std::vector<CustomerRow> rows;
  for (const auto& each : all_classes(database, classes)) {
    if (each < last_class) continue;
    auto more = of_class(database, scope, classes, each, each == last_class ? last_number : "", most - rows.size());
    std::ranges::move(more, std::back_inserter(rows));
    if (rows.size() == most) break;
  }
  return rows;
}

std::vector<CustomerRow> list_birthdays(const Database& database, const CustomerScope& scope, const ClassDay& classes, int year, int month, const ListPlace& after,
                                        std::size_t most) {
  const std::string key(kMonthDay);
  auto rows = List(database, scope, classes, {.day = key, .note = key, .where = "json_extract(c.fields, '$.birthday') IS NOT NULL AND " + key +
                                                          " BETWEEN ? AND ? AND (" + key + ", c.id) > (?, ?)",
                                     .order = key + ", c.id"})
                  .bind(fmt::format("{:02}-01", month))
                  .bind(fmt::format("{:02}-31", month))
                  .bind(after.key)
                  .bind(after.id)
                  .page(most);
  const std::string last = last_day_of(year, month).text().substr(5);
  for (auto& row : rows) row.day = fmt::format("{}-{}", year, std::min(row.day, last));
  return rows;
}

Date birthday_list_due(const Date& today) {
  const Date end = last_day_of(today.year(), static_cast<int>(today.month()));
  return end.day() > 30 ? end.plus_days(-1) : end;
}

std::vector<CustomerRow> list_focus(const Database& database, const CustomerScope& scope, const ClassDay& classes, const std::string& month,
                                    const std::string& after_number, std::size_t most) {
  return List(database, scope, classes, {.day = "(SELECT held_on FROM meeting WHERE id = f.meeting_id)",
                                .from = "focus_customer f JOIN customer c ON c.id = f.customer_id",
                                .where = "f.meeting_id = (SELECT MAX(id) FROM meeting WHERE kind = 'focus' AND period = ?) AND c.number > ?"})
      .bind(month)
      .bind(after_number)
      .page(most);
}

std::vector<CustomerRow> list_calls(const Database& database, const CustomerScope& scope, const ClassDay& classes, const Date& due_by, const ListPlace& after,
                                    std::size_t most) {
  return List(database, scope, classes, {.id = "d.id", .day = "d.call_due", .note = "d.day", .from = "discharge d JOIN customer c ON c.id = d.customer_id",
                                .where = "d.called_on IS NULL AND d.call_due <= ? AND (d.call_due, d.id) > (?, ?)",
                                .order = "d.call_due, d.id"})
      .bind(due_by)
      .bind(after.key)
      .bind(after.id)
      .page(most);
}

std::vector<CustomerRow> list_certificates(const Database& database, const CustomerScope& scope, const ClassDay& classes, const Date& by, const ListPlace& after,
                                           std::size_t most) {
  return List(database, scope, classes, {.id = "t.id", .day = "t.expires_on", .note = "t.holder || ' ' || t.name",
                                .from = "certificate t JOIN customer c ON c.id = t.customer_id",
                                .where = "t.current = 1 AND t.expires_on <= ? AND (t.expires_on, t.id) > (?, ?)",
                                .order = "t.expires_on, t.id"})
      .bind(by)
      .bind(after.key)
      .bind(after.id)
      .page(most);
}

}  // namespace twofold::catalog
