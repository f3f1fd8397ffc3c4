#include "catalog/completeness.h"

#include "base/error.h"
#include "base/text.h"
#include "catalog/events.h"
#include "catalog/sql.h"

#include <algorithm>
#include <map>

namespace twofold::catalog {
namespace {

constexpr std::size_t kCustomersAtOnce = 200;

struct Present {
  std::string number, type;
  bool verified = false, paper = false;
  std::optional<Date> day;   // of the document, else the day it came in
};

std::vector<Present> present_items(const Database& database, std::int64_t customer_id) {
  Statement row(database, "SELECT COALESCE(i.reference_code, i.provisional, i.storage_id), i.document_type, v.item_id IS NOT NULL, i.paper, "
                          "COALESCE(i.date, date(i.created_at / 1000, 'unixepoch', 'localtime')) "
                          "FROM item i LEFT JOIN copy_verification v ON v.item_id = i.id "
                          "WHERE i.customer_id = ? AND i.state NOT IN ('removed', 'struck', 'destroyed') ORDER BY i.id");
  row.bind(customer_id);
  std::vector<Present> items;
  while (row.step()) items.push_back({row.text(0), row.text(1), row.integer(2) != 0, row.integer(3) != 0, row.date(4)});
  return items;
}

std::string field_of(const Customer& customer, const std::string& key) {
  if (key == "name") return customer.name;
  if (key == "number") return customer.number;
  const auto found = customer.fields.find(key);
  return found == customer.fields.end() ? "" : found->second;
}

bool says(const Customer& customer, const FieldCondition& condition) {
  return std::ranges::find(condition.values, field_of(customer, condition.field)) != condition.values.end();
}

bool is_needed(const DocumentType& type, const Customer& customer, const std::string& customer_class) {
  if (type.required_for.empty() && !type.required_when) return type.required;
  return (!type.required_for.empty() && type.required_for == customer_class) || (type.required_when && says(customer, *type.required_when));
}

// The newest document of the type, where it should have been renewed by that day (R32).
const Present* outdated(const std::vector<Present>& items, const DocumentType& type, const Date& day) {
  const Present* newest = nullptr;
  for (const auto& item : items)
    if (item.type == type.key && item.day && (!newest || *newest->day < *item.day)) newest = &item;
  return newest && newest->day->plus_months(type.current_for_months) < day ? newest : nullptr;
}

std::string scope_of(const CustomerScope& scope) {
  return scope.everybody ? "" : " AND c.id IN (SELECT id FROM customer WHERE manager_id = ? UNION SELECT value FROM json_each(?))";
}

std::string keys_of(const std::vector<std::string>& keys) {
  std::string list = "[";
  for (const auto& key : keys) list += (list.size() > 1 ? ",\"" : "\"") + key + '"';
  return list + "]";
}

}  // namespace

std::string text(Gap::Kind kind) {
  switch (kind) {
    case Gap::Kind::Type: return "type";
    case Gap::Kind::Field: return "field";
    case Gap::Kind::Copy: return "copy";
    case Gap::Kind::Half: return "half";
    case Gap::Kind::Twin: return "twin";
    case Gap::Kind::Outdated: break;
  }
  return "outdated";
}

std::vector<Gap> gaps_of(const Database& database, const Profile& profile, const Customer& customer, const Date& day) {
  std::vector<Gap> gaps;
  const auto items = present_items(database, customer.id);
  std::map<std::string, int> of_type;
  for (const auto& item : items) ++of_type[item.type];
  const std::string customer_class = class_on(database, profile, customer, day);
  for (const auto& type : profile.document_types)
    if (is_needed(type, customer, customer_class) && of_type[type.key] == 0) gaps.push_back({Gap::Kind::Type, type.key, ""});
  for (const auto& field : profile.customer_fields)
    if (field.required && field_of(customer, field.key).empty()) gaps.push_back({Gap::Kind::Field, field.key, ""});
  for (const auto& item : items) {
    const auto* type = profile.document_type(item.type);
    if (!type) continue;
    if (type->copy && !item.verified) gaps.push_back({Gap::Kind::Copy, type->key, item.number});
    // An important daily record is to be promoted (R21), not printed.
    if (type->important && type->category != 0 && !item.paper) gaps.push_back({Gap::Kind::Twin, type->key, item.number});
    if (!type->other_half.empty() && of_type[type->key] > of_type[type->other_half])
      gaps.push_back({Gap::Kind::Half, type->other_half, item.number}), --of_type[type->key];
  }
  for (const auto& type : profile.document_types)
    if (const auto* old = type.current_for_months > 0 ? outdated(items, type, day) : nullptr)
      gaps.push_back({Gap::Kind::Outdated, type.key, old->number});
  return gaps;
}

std::vector<CustomerGaps> list_gaps(const Database& database, const Profile& profile, const CustomerScope& scope,
                                    const Date& day, const std::string& after_number, std::size_t most) {
  std::vector<CustomerGaps> found;
  for (std::string after = after_number;;) {
    const auto customers = list_by_number(database, scope, classes_on(profile, day), after, kCustomersAtOnce);
    for (const auto& row : customers) {
      after = row.number;
      const auto customer = *find_customer(database, row.id);
      auto gaps = gaps_of(database, profile, customer, day);
      if (!gaps.empty()) found.push_back({customer, std::move(gaps)});
      if (found.size() == most) return found;
    }
    if (customers.size() < kCustomersAtOnce) return found;
  }
}

BuiltRate built_rate(const Database& database, const Profile& profile, const Date& day) {
  std::vector<std::string> photos;
  for (const auto& type : profile.document_types)
    if (type.site_photo) photos.push_back(type.key);
  BuiltRate rate;
  Statement qualified(database, "SELECT COUNT(*) FROM customer WHERE added_on <= ?");
  qualified.bind(day).step();
  rate.qualified = qualified.integer(0);
  if (photos.empty()) return rate;
  // There on that day: filed by then, as a picture, neither in its month of grace nor destroyed then.
  Statement built(database,
                  "SELECT COUNT(*) FROM (SELECT i.customer_id FROM item i JOIN customer c ON c.id = i.customer_id "
                  "WHERE i.document_type IN (SELECT value FROM json_each(?1)) AND c.added_on <= ?2 "
                  "AND i.filed_on <= ?2 "
                  "AND EXISTS (SELECT 1 FROM item_object f JOIN object o ON o.sha256 = f.sha256 WHERE f.item_id = i.id "
                  "AND f.role = 'original' AND o.format IN ('tiff', 'png', 'jpeg', 'jpeg2000', 'pdf')) "
                  "AND NOT EXISTS (SELECT 1 FROM stub s WHERE s.item_id = i.id AND s.track <> 'paper' "
                  "AND date(s.destroyed_at / 1000, 'unixepoch', 'localtime') <= ?2) "
                  "AND NOT EXISTS (SELECT 1 FROM removal r WHERE r.item_id = i.id AND r.keep_until IS NOT NULL "
                  "AND date(r.decided_at / 1000, 'unixepoch', 'localtime') <= ?2 AND (r.state <> 'restored' "
                  "OR date(r.ended_at / 1000, 'unixepoch', 'localtime') > ?2)) "
                  "GROUP BY i.customer_id HAVING COUNT(DISTINCT i.document_type) = ?3)");
  built.bind(keys_of(photos)).bind(day).bind(static_cast<std::int64_t>(photos.size())).step();
  rate.built = built.integer(0);
  return rate;
}

void verify_copy(Transaction& transaction, const Profile& profile, const Item& item) {
  const auto* type = profile.document_type(item.document_type);
  if (!type || !type->copy) throw Error(ErrorKind::Refused, msg("copy.no_copy", item.number()));
  if (!is_present(item.state)) throw Error(ErrorKind::Refused, msg("item.gone", item.number()));
  const auto added = Statement(transaction.database(),
                               "INSERT OR IGNORE INTO copy_verification(item_id, verified_by, verified_on) VALUES (?, ?, ?)")
                         .bind(item.id)
                         .bind(transaction.actor())
                         .bind(transaction.today())
                         .run();
  if (added == 0) throw Error(ErrorKind::Refused, msg("copy.verified_already", item.number()));
  record_event(transaction, "item.copy_verified", item.number());
}

void record_fact(Transaction& transaction, const Profile& profile, const Item& item, const std::string& key, const std::string& value) {
  if (std::ranges::find(profile.customer_fields, key, &CustomerField::key) == profile.customer_fields.end())
    throw Error(ErrorKind::Usage, msg("customer.unknown_field", key));
  if (!is_present(item.state)) throw Error(ErrorKind::Refused, msg("item.gone", item.number()));
  const Database& database = transaction.database();
  Statement(database, "DELETE FROM item_fact WHERE item_id = ? AND key = ?").bind(item.id).bind(key).run();
  const std::string kept(trim(value));
  if (!kept.empty())
    Statement(database, "INSERT INTO item_fact(item_id, key, value, recorded_by) VALUES (?, ?, ?, ?)")
        .bind(item.id)
        .bind(key)
        .bind(kept)
        .bind(transaction.actor())
        .run();
  record_event(transaction, "item.fact_recorded", item.number(), {{"field", key}, {"value", kept}});
}

std::vector<Mismatch> list_mismatches(const Database& database, const CustomerScope& scope, std::int64_t after_item_id, std::size_t most) {
  // Fact by fact where everything may be seen, else from the few customers on: the other way round either reads far too much.
  const std::string from = scope.everybody ? "item_fact f CROSS JOIN item i ON i.id = f.item_id JOIN customer c ON c.id = i.customer_id "
                                           : "customer c CROSS JOIN item i ON i.customer_id = c.id CROSS JOIN item_fact f ON f.item_id = i.id ";
  Statement row(database,
                "SELECT i.id, c.number, c.name, COALESCE(i.reference_code, i.provisional, i.storage_id), f.key, f.value, "
                "CASE f.key WHEN 'name' THEN c.name WHEN 'number' THEN c.number ELSE COALESCE(json_extract(c.fields, '$.' || f.key), '') "
                "END AS expected FROM " + from + "WHERE f.item_id > ? AND i.state NOT IN ('removed', 'struck', 'destroyed') AND f.value <> expected" + scope_of(scope) +
                    " ORDER BY f.item_id, f.key LIMIT ?");
  row.bind(after_item_id);
  if (!scope.everybody) {
    std::string granted = "[";
    for (const auto id : scope.customers) granted += (granted.size() > 1 ? "," : "") + std::to_string(id);
    row.bind(scope.manager_id).bind(granted + "]");
  }
  row.bind(static_cast<std::int64_t>(most));
  std::vector<Mismatch> found;
  while (row.step())
    found.push_back({row.integer(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6)});
  return found;
}

}  // namespace twofold::catalog
