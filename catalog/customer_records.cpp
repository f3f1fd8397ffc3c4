#include "catalog/customer_records.h"

#include "base/error.h"
#include "base/text.h"
#include "catalog/events.h"
#include "catalog/sql.h"

#include <Poco/JSON/Object.h>
#include <algorithm>
#include <sstream>

namespace twofold::catalog {
namespace {

std::string json_of(const std::map<std::string, std::string>& fields) {
  Poco::JSON::Object object;
  for (const auto& [key, value] : fields) object.set(key, value);
  std::ostringstream text;
  object.stringify(text);
  return text.str();
}

// By what was spent; nothing where the profile has no rule.
const ClassRule* rule_for(const Profile& profile, std::int64_t cents) {
  const ClassRule* best = nullptr;
  for (const auto& rule : profile.class_rules)
    if (cents >= rule.from_yuan * 100 && (!best || rule.from_yuan > best->from_yuan)) best = &rule;
  return best;
}

std::int64_t require_manager(const Database& database, const std::string& name) {
  Statement row(database, "SELECT id FROM manager WHERE name = ?");
  row.bind(name);
  if (!row.step()) throw Error(ErrorKind::NotFound, msg("custody.unknown_manager", name));
  return row.integer(0);
}

bool receives(const Database& database, std::int64_t manager, std::int64_t category) {
  Statement row(database, "SELECT 1 FROM chapter_custody WHERE category = ? AND manager_id = ? AND until IS NULL AND receives = 1");
  row.bind(category).bind(manager);
  return row.step();
}

std::size_t hand_over_chapters(Transaction& transaction, std::int64_t from, std::int64_t to) {
  const Database& database = transaction.database();
  std::vector<std::pair<std::int64_t, std::int64_t>> chapters;
  // The receiving ones first: of several it is the one that goes on to receive, where the taker has none.
  Statement kept(database, "SELECT chapter_id, category FROM chapter_custody WHERE manager_id = ? AND until IS NULL ORDER BY receives DESC");
  kept.bind(from);
  while (kept.step()) chapters.emplace_back(kept.integer(0), kept.integer(1));
  for (const auto& [chapter, category] : chapters) {
    Statement(database, "UPDATE chapter_custody SET until = ? WHERE chapter_id = ? AND until IS NULL")
        .bind(transaction.today())
        .bind(chapter)
        .run();
    Statement(database, "INSERT INTO chapter_custody(chapter_id, category, manager_id, receives, since) VALUES (?, ?, ?, ?, ?)")
        .bind(chapter)
        .bind(category)
        .bind(to)
        .bind(!receives(database, to, category))
        .bind(transaction.today())
        .run();
  }
  return chapters.size();
}

Date newest_purchase(const Database& database, std::int64_t customer_id) {
  Statement row(database, "SELECT MAX(day) FROM spending WHERE customer_id = ? AND cents > 0");
  row.bind(customer_id).step();
  return *row.date(0);
}

// What a validity that ended on its own left behind; nothing where it had not ended by that day.
void add_lapse(std::vector<RecordedClassChange>& changes, const Date& by, const std::string& lapsed) {
  if (changes.empty()) return;
  const ClassChange last = changes.back().change;
  if (last.valid_until && *last.valid_until < by && last.after != lapsed)
    changes.push_back({{.after = lapsed, .day = last.valid_until->plus_days(1), .reason = "lapsed", .valid_until = {}, .meeting_id = {}},
                       last.after,
                       "",
                       ""});
}

std::string class_before_all(const Database& database, const Customer& customer) {
  Statement row(database, "SELECT before FROM class_change WHERE customer_id = ? ORDER BY day, id LIMIT 1");
  row.bind(customer.id);
  return row.step() ? row.text(0) : customer.customer_class;
}

void refuse_future(const Transaction& transaction, const Date& day) {
  if (day > transaction.today()) throw Error(ErrorKind::Usage, msg("customer.day_in_future", day));
}

}  // namespace

void set_customer_field(Transaction& transaction, const Profile& profile, const Customer& customer, const std::string& key,
                        const std::string& value) {
  if (key == "name" || key == "number") throw Error(ErrorKind::Usage, msg("customer.own_field", key));
  if (std::ranges::find(profile.customer_fields, key, &CustomerField::key) == profile.customer_fields.end())
    throw Error(ErrorKind::Usage, msg("customer.unknown_field", key));
  std::string kept(trim(value));
  if (key == "birthday" && !kept.empty()) {
    const auto day = Date::try_parse(kept);
    if (!day) throw Error(ErrorKind::Usage, msg("customer.bad_birthday", kept));
    refuse_future(transaction, *day);
    kept = day->text();
  }
  auto fields = customer.fields;
  const std::string before = fields[key];
  if (kept.empty()) fields.erase(key);
  else fields[key] = kept;
  Statement(transaction.database(), "UPDATE customer SET fields = ? WHERE id = ?").bind(json_of(fields)).bind(customer.id).run();
  record_event(transaction, "customer.field_set", customer.number, {{"field", key}, {"before", before}, {"after", kept}});
}

std::int64_t spent_cents(const Database& database, std::int64_t customer_id) {
  Statement row(database, "SELECT COALESCE(SUM(cents), 0) FROM spending WHERE customer_id = ?");
  row.bind(customer_id).step();
  return row.integer(0);
}

void record_spending(Transaction& transaction, const Profile& profile, const Customer& customer, const Date& day, std::int64_t cents,
                     const std::string& note) {
  const Database& database = transaction.database();
  if (cents == 0) throw Error(ErrorKind::Usage, msg("customer.bad_amount", cents));
  refuse_future(transaction, day);
  Statement(database, "INSERT INTO spending(customer_id, day, cents, note, recorded_by) VALUES (?, ?, ?, ?, ?)")
      .bind(customer.id)
      .bind(day)
      .bind(cents)
      .bind(note)
      .bind(transaction.actor())
      .run();
  record_event(transaction, "customer.spent", customer.number, {{"day", day.text()}, {"cents", std::to_string(cents)}});
  const ClassRule* rule = rule_for(profile, spent_cents(database, customer.id));
  if (!rule) return;
  const auto valid_until =
      rule->valid_months > 0 ? std::optional(newest_purchase(database, customer.id).plus_months(rule->valid_months)) : std::nullopt;
  if (customer.customer_class == rule->customer_class && customer.class_until == valid_until) return;
  change_class(transaction, profile, customer,
               {.after = rule->customer_class, .day = transaction.today(), .reason = "spending", .valid_until = valid_until, .meeting_id = {}});
}

void change_class(Transaction& transaction, const Profile& profile, const Customer& customer, const ClassChange& change) {
  const Database& database = transaction.database();
  const auto& classes = profile.customer_classes;
  if (!classes.empty() && std::ranges::find(classes, change.after) == classes.end())
    throw Error(ErrorKind::Usage, msg("customer.unknown_class", change.after));
  const std::string before = class_on(database, profile, customer, change.day);
  Statement(database, "INSERT INTO class_change(customer_id, before, after, valid_until, meeting_id, reason, decided_by, day) "
                      "VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
      .bind(customer.id)
      .bind(before)
      .bind(change.after)
      .bind(change.valid_until)
      .bind(change.meeting_id)
      .bind(change.reason)
      .bind(transaction.actor())
      .bind(change.day)
      .run();
  Statement(database, "UPDATE customer SET (class, class_until) = (SELECT after, valid_until FROM class_change WHERE customer_id = ? "
                      "ORDER BY day DESC, id DESC LIMIT 1) WHERE id = ?")
      .bind(customer.id)
      .bind(customer.id)
      .run();
  record_event(transaction, "customer.class_changed", customer.number,
               {{"before", before}, {"after", change.after}, {"day", change.day.text()},
                {"valid_until", change.valid_until ? change.valid_until->text() : ""}, {"reason", change.reason}});
}

ClassDay classes_on(const Profile& profile, const Date& day) {
  const ClassRule* lowest = rule_for(profile, 0);
  return {day, lowest ? lowest->customer_class : ""};
}

std::vector<RecordedClassChange> class_changes_of(const Database& database, std::int64_t customer_id, const ClassDay& classes) {
  Statement row(database, "SELECT c.after, c.day, c.reason, c.valid_until, c.meeting_id, c.before, c.decided_by, COALESCE(m.period, '') "
                          "FROM class_change c LEFT JOIN meeting m ON m.id = c.meeting_id WHERE c.customer_id = ? ORDER BY c.day, c.id");
  row.bind(customer_id);
  std::vector<RecordedClassChange> changes;
  while (row.step()) {
    const Date day = Date::parse(row.text(1));
    add_lapse(changes, day, classes.lapsed);
    changes.push_back({{.after = row.text(0),
                        .day = day,
                        .reason = row.text(2),
                        .valid_until = row.date(3),
                        .meeting_id = row.is_null(4) ? std::nullopt : std::optional(row.integer(4))},
                       row.text(5),
                       row.text(6),
                       row.text(7)});
  }
  add_lapse(changes, classes.day, classes.lapsed);
  return changes;
}

std::string class_on(const Database& database, const Profile& profile, const Customer& customer, const Date& day) {
  Statement row(database, "SELECT after, valid_until FROM class_change WHERE customer_id = ? AND day <= ? ORDER BY day DESC, id DESC LIMIT 1");
  row.bind(customer.id).bind(day);
  if (!row.step()) return class_before_all(database, customer);
  const auto valid_until = row.date(1);
  return !valid_until || day <= *valid_until ? row.text(0) : classes_on(profile, day).lapsed;
}

void record_discharge(Transaction& transaction, const Customer& customer, const Date& day) {
  refuse_future(transaction, day);
  const auto added = Statement(transaction.database(), "INSERT OR IGNORE INTO discharge(customer_id, day, call_due) VALUES (?, ?, ?)")
                         .bind(customer.id)
                         .bind(day)
                         .bind(day.plus_days(kDaysUntilCall))
                         .run();
  if (added == 0) throw Error(ErrorKind::Refused, msg("customer.discharged_already", customer.number, day));
  record_event(transaction, "customer.discharged", customer.number, {{"day", day.text()}});
}

void record_call(Transaction& transaction, const Customer& customer, const Date& day, const std::string& outcome) {
  const Database& database = transaction.database();
  refuse_future(transaction, day);
  Statement open(database, "SELECT id, day FROM discharge WHERE customer_id = ? AND called_on IS NULL AND day <= ? ORDER BY day LIMIT 1");
  open.bind(customer.id).bind(day);
  if (!open.step()) throw Error(ErrorKind::Refused, msg("customer.no_call_due", customer.number));
  if (trim(outcome).empty()) throw Error(ErrorKind::Usage, msg("customer.outcome_missing", customer.number));
  Statement(database, "UPDATE discharge SET called_on = ?, called_by = ?, outcome = ? WHERE id = ?")
      .bind(day)
      .bind(transaction.actor())
      .bind(outcome)
      .bind(open.integer(0))
      .run();
  record_event(transaction, "customer.called", customer.number, {{"discharge", open.text(1)}, {"day", day.text()}, {"outcome", outcome}});
}

void record_certificate_of(Transaction& transaction, const Customer& customer, const std::string& holder, const std::string& name,
                           const Date& expires_on) {
  const Database& database = transaction.database();
  if (trim(holder).empty() || trim(name).empty()) throw Error(ErrorKind::Usage, msg("customer.certificate_unnamed"));
  Statement(database, "UPDATE certificate SET current = 0 WHERE customer_id = ? AND holder = ? AND name = ?")
      .bind(customer.id)
      .bind(holder)
      .bind(name)
      .run();
  Statement(database, "INSERT INTO certificate(customer_id, holder, name, expires_on, recorded_by) VALUES (?, ?, ?, ?, ?)")
      .bind(customer.id)
      .bind(holder)
      .bind(name)
      .bind(expires_on)
      .bind(transaction.actor())
      .run();
  record_event(transaction, "customer.certificate_recorded", customer.number,
               {{"holder", holder}, {"name", name}, {"expires_on", expires_on.text()}});
}

HandedOver hand_over(Transaction& transaction, const std::string& from, const std::string& to) {
  const Database& database = transaction.database();
  const auto giver = require_manager(database, from), taker = require_manager(database, to);
  if (giver == taker) throw Error(ErrorKind::Usage, msg("custody.same_manager", from));
  HandedOver done;
  done.chapters = hand_over_chapters(transaction, giver, taker);
  Statement(database, "INSERT INTO outbox(item_id, operation) SELECT i.id, 'put' FROM item i JOIN chapter_custody c ON "
                      "c.chapter_id = i.chapter_id AND c.until IS NULL WHERE c.manager_id = ? "
                      "AND i.state NOT IN ('removed', 'struck', 'destroyed')")
      .bind(taker)
      .run();
  done.customers = Statement(database, "UPDATE customer SET manager_id = ? WHERE manager_id = ?").bind(taker).bind(giver).run();
  record_event(transaction, "custody.handed_over", from,
               {{"to", to}, {"customers", std::to_string(done.customers)}, {"chapters", std::to_string(done.chapters)}});
  return done;
}

HandedOver hand_over_customer(Transaction& transaction, const Customer& customer, const std::string& from, const std::string& to) {
  const Database& database = transaction.database();
  const auto giver = require_manager(database, from), taker = require_manager(database, to);
  if (giver == taker) throw Error(ErrorKind::Usage, msg("custody.same_manager", from));
  if (customer.manager != from) throw Error(ErrorKind::Refused, msg("custody.not_theirs", customer.number, from));
  Statement(database, "UPDATE customer SET manager_id = ? WHERE id = ?").bind(taker).bind(customer.id).run();
  Statement(database, "INSERT INTO outbox(item_id, operation) SELECT id, 'put' FROM item WHERE customer_id = ? "
                      "AND state NOT IN ('removed', 'struck', 'destroyed')")
      .bind(customer.id)
      .run();
  record_event(transaction, "customer.handed_over", customer.number, {{"from", from}, {"to", to}});
  return {.customers = 1, .chapters = 0};
}

}  // namespace twofold::catalog
