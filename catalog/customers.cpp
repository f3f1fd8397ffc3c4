#include "catalog/customers.h"

#include "base/error.h"
#include "base/text.h"
#include "catalog/events.h"
#include "catalog/sql.h"

#include <Poco/JSON/Object.h>
#include <Poco/JSON/Parser.h>
#include <fmt/format.h>

namespace twofold::catalog {
namespace {

constexpr std::string_view kCustomerColumns =
    "SELECT customer.id, customer.number, customer.name, customer.class, coalesce(manager.name, ''), customer.fields, "
    "customer.class_until FROM customer LEFT JOIN manager ON manager.id = customer.manager_id ";

Customer customer_at(const Statement& row) {
  Customer customer{row.integer(0), row.text(1), row.text(2), row.text(3), row.text(4), {}, row.date(6)};
  Poco::JSON::Parser parser;
  const auto fields = parser.parse(row.text(5)).extract<Poco::JSON::Object::Ptr>();
  for (const auto& key : fields->getNames()) customer.fields[key] = fields->get(key).convert<std::string>();
  return customer;
}

std::int64_t ensure_manager(Transaction& transaction, const std::string& name) {
  const Database& database = transaction.database();
  Statement found(database, "SELECT id FROM manager WHERE name = ?");
  found.bind(name);
  if (found.step()) return found.integer(0);
  Statement(database, "INSERT INTO manager(name) VALUES(?)").bind(name).run();
  const auto id = last_insert_id(database);
  record_event(transaction, "manager.added", name);
  return id;
}

// A number that no customer has yet; the counter passes over those that people have given out themselves.
std::string free_number(Transaction& transaction) {
  for (;;) {
    const std::string number = fmt::format("K{:06}", transaction.draw("customer"));
    Statement taken(transaction.database(), "SELECT 1 FROM customer WHERE number = ?");
    taken.bind(number);
    if (!taken.step()) return number;
  }
}

std::optional<Customer> find_by(const Database& database, std::string_view condition, std::string_view value) {
  Statement row(database, std::string(kCustomerColumns) + std::string(condition));
  row.bind(value);
  if (!row.step()) return std::nullopt;
  return customer_at(row);
}

std::optional<Customer> find_by_number(const Database& database, std::string_view number) {
  return find_by(database, "WHERE customer.number = ?", number);
}
std::optional<Customer> find_by_name(const Database& database, std::string_view name) {
  return find_by(database, "WHERE customer.name = ? ORDER BY customer.id LIMIT 1", name);
}

constexpr std::string_view kChapterColumns =
    "SELECT chapter.id, chapter.category, chapter.code, coalesce(manager.name, '') FROM chapter "
    "LEFT JOIN chapter_custody AS custody ON custody.chapter_id = chapter.id AND custody.until IS NULL "
    "LEFT JOIN manager ON manager.id = custody.manager_id ";

Chapter chapter_at(const Statement& row) {
  return {row.integer(0), static_cast<int>(row.integer(1)), ChapterCode::parse(row.text(2)), row.text(3)};
}

ChapterCode next_free_code(const Database& database, int category) {
  Statement row(database, "SELECT coalesce(max(CAST(substr(code, 2) AS INTEGER)), 0) + 1 FROM chapter WHERE category = ?");
  row.bind(category);
  row.step();
  return ChapterCode(static_cast<int>(row.integer(0)));
}

}  // namespace

Customer ensure_customer(Transaction& transaction, const std::string& number, const std::string& name, const std::string& manager) {
  const Database& database = transaction.database();
  if (auto known = number.empty() ? find_by_name(database, name) : find_by_number(database, number)) {
    if (!name.empty() && known->name != name)
      throw Error(ErrorKind::Refused, msg("customer.name_differs", number, known->name, name));
    return *std::move(known);
  }
  if (trim(name).empty()) throw Error(ErrorKind::Usage, msg("customer.name_missing", number));
  const std::string given = number.empty() ? free_number(transaction) : number;
  Statement insert(database, "INSERT INTO customer(number, name, added_on, manager_id) VALUES(?, ?, ?, ?)");
  insert.bind(given).bind(name).bind(transaction.today());
  if (manager.empty()) insert.bind_null();
  else insert.bind(ensure_manager(transaction, manager));
  insert.run();
  record_event(transaction, "customer.added", given, {{"name", name}, {"manager", manager}});
  return *find_by_number(database, given);
}

std::optional<Customer> find_customer(const Database& database, std::string_view number_or_name) {
  if (auto customer = find_by_number(database, number_or_name)) return customer;
  return find_by_name(database, number_or_name);
}

std::optional<Customer> find_customer(const Database& database, std::int64_t id) {
  Statement row(database, std::string(kCustomerColumns) + "WHERE customer.id = ?");
  row.bind(id);
  if (!row.step()) return std::nullopt;
  return customer_at(row);
}

std::vector<Customer> list_customers(const Database& database, std::string_view after_number, std::size_t most) {
  Statement row(database, std::string(kCustomerColumns) + "WHERE customer.number > ? ORDER BY customer.number LIMIT ?");
  row.bind(after_number).bind(static_cast<std::int64_t>(most));
  std::vector<Customer> customers;
  while (row.step()) customers.push_back(customer_at(row));
  return customers;
}

Chapter ensure_chapter(Transaction& transaction, int category, const std::string& manager, const std::optional<ChapterCode>& wanted) {
  const Database& database = transaction.database();
  if (trim(manager).empty()) throw Error(ErrorKind::Usage, msg("chapter.manager_missing"));
  const auto manager_id = ensure_manager(transaction, manager);
  if (wanted) {
    Statement taken(database, std::string(kChapterColumns) + "WHERE chapter.category = ? AND chapter.code = ?");
    taken.bind(category).bind(wanted->text());
    if (taken.step()) {
      Chapter chapter = chapter_at(taken);
      if (chapter.manager == manager) return chapter;
      throw Error(ErrorKind::Refused, msg("chapter.of_another_manager", *wanted, category, chapter.manager));
    }
  }
  Statement known(database, std::string(kChapterColumns) + "WHERE custody.category = ? AND custody.manager_id = ? AND custody.receives = 1");
  known.bind(category).bind(manager_id);
  if (known.step()) {
    Chapter chapter = chapter_at(known);
    if (wanted) throw Error(ErrorKind::Refused, msg("chapter.manager_has_another", manager, category, chapter.code, *wanted));
    return chapter;
  }
  const ChapterCode code = wanted ? *wanted : next_free_code(database, category);
  Statement(database, "INSERT INTO chapter(category, code) VALUES(?, ?)").bind(category).bind(code.text()).run();
  const auto id = last_insert_id(database);
  Statement(database, "INSERT INTO chapter_custody(chapter_id, category, manager_id, since) VALUES(?, ?, ?, ?)")
      .bind(id)
      .bind(category)
      .bind(manager_id)
      .bind(transaction.today())
      .run();
  record_event(transaction, "chapter.opened", fmt::format("{}-{}", category, code.text()), {{"manager", manager}});
  return {id, category, code, manager};
}

std::optional<Chapter> find_chapter(const Database& database, std::int64_t id) {
  Statement row(database, std::string(kChapterColumns) + "WHERE chapter.id = ?");
  row.bind(id);
  if (!row.step()) return std::nullopt;
  return chapter_at(row);
}

std::vector<Chapter> list_chapters(const Database& database) {
  Statement row(database, std::string(kChapterColumns) + "ORDER BY chapter.category, chapter.code");
  std::vector<Chapter> chapters;
  while (row.step()) chapters.push_back(chapter_at(row));
  return chapters;
}

}  // namespace twofold::catalog
