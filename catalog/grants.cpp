#include "catalog/grants.h"

#include "base/error.h"
#include "base/person_refused.h"
#include "base/text.h"
#include "catalog/events.h"
#include "catalog/lookup.h"
#include "catalog/people.h"
#include "catalog/sql.h"

#include <algorithm>

namespace twofold::catalog {
namespace {

constexpr std::string_view kSelectGrant =
    "SELECT g.id, p.name, g.scope, CASE g.scope WHEN 'volume' THEN (SELECT code FROM volume WHERE id = g.target_id) "
    "WHEN 'customer' THEN (SELECT number FROM customer WHERE id = g.target_id) "
    "WHEN 'item' THEN (SELECT COALESCE(reference_code, provisional, storage_id) FROM item WHERE id = g.target_id) ELSE '' END, "
    "g.reason, g.granted_by, g.expires_on, g.revoked_at IS NOT NULL FROM access_grant g JOIN person p ON p.id = g.person_id ";

AccessGrant grant_at(const Statement& row) {
  return {row.integer(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), Date::parse(row.text(6)), row.integer(7) != 0};
}

std::optional<AccessGrant> find_grant(const Database& database, std::int64_t id) {
  Statement row(database, std::string(kSelectGrant) + "WHERE g.id = ?");
  row.bind(id);
  if (!row.step()) return std::nullopt;
  return grant_at(row);
}

struct GrantTarget {
  std::string_view scope;
  std::int64_t id;
};

GrantTarget find_grant_target(const Database& database, std::string_view number) {
  if (number.empty()) return {"everything", 0};
  const auto found = look_up(database, number);
  if (found) {
    if (const auto* item = std::get_if<Item>(&*found)) return {"item", item->id};
    if (const auto* volume = std::get_if<Volume>(&*found)) return {"volume", volume->id};
    if (const auto* customer = std::get_if<Customer>(&*found)) return {"customer", customer->id};
  }
  throw Error(ErrorKind::NotFound, msg("grant.unknown_target", number));
}

std::vector<std::int64_t> ids(Statement& row) {
  std::vector<std::int64_t> list;
  while (row.step()) list.push_back(row.integer(0));
  return list;
}

void join(std::vector<std::int64_t>& into, const std::vector<std::int64_t>& more) {
  into.insert(into.end(), more.begin(), more.end());
  std::ranges::sort(into);
  into.erase(std::ranges::unique(into).begin(), into.end());
}

constexpr std::string_view kSelectRequest =
    "SELECT id, person, target, reason, until, state, decided_by, refusal, grant_id FROM access_request ";

AccessRequest request_at(const Statement& row) {
  return {row.integer(0), row.text(1), row.text(2), row.text(3), Date::parse(row.text(4)), row.text(5), row.text(6), row.text(7), row.integer(8)};
}

std::optional<AccessRequest> find_request(const Database& database, std::int64_t id) {
  Statement row(database, std::string(kSelectRequest) + "WHERE id = ?");
  row.bind(id);
  if (!row.step()) return std::nullopt;
  return request_at(row);
}

AccessRequest require_open_request(const Database& database, std::int64_t id) {
  auto request = find_request(database, id);
  if (!request) throw Error(ErrorKind::NotFound, msg("grant.unknown_request", id));
  if (request->state != "requested") throw Error(ErrorKind::Refused, msg("grant.decided", id));
  return *std::move(request);
}

AccessRequest decide(Transaction& transaction, std::int64_t id, std::string_view state, const std::string& refusal, std::int64_t grant_id) {
  Statement(transaction.database(), "UPDATE access_request SET state = ?, decided_by = ?, decided_at = ?, refusal = ?, grant_id = NULLIF(?, 0) WHERE id = ?")
      .bind(state)
      .bind(transaction.actor())
      .bind(transaction.now())
      .bind(refusal)
      .bind(grant_id)
      .bind(id)
      .run();
  return *find_request(transaction.database(), id);
}

}  // namespace

AccessGrant give_grant(Transaction& transaction, std::string_view person, std::string_view target, const std::string& reason,
                       const Date& expires_on) {
  const Database& database = transaction.database();
  const auto found = find_person(database, person);
  if (!found || !found->active) throw Error(ErrorKind::NotFound, msg("people.unknown", person));
  if (found->name == transaction.actor()) throw PersonRefused(msg("grant.to_oneself"));
  if (trim(reason).empty()) throw Error(ErrorKind::Usage, msg("grant.reason_missing"));
  if (expires_on < transaction.today()) throw Error(ErrorKind::Usage, msg("grant.ended_already", expires_on));
  const GrantTarget what = find_grant_target(database, target);
  Statement(database, "INSERT INTO access_grant(person_id, scope, target_id, reason, granted_by, granted_at, expires_on) "
                      "VALUES (?, ?, ?, ?, ?, ?, ?)")
      .bind(found->id)
      .bind(what.scope)
      .bind(what.id)
      .bind(reason)
      .bind(transaction.actor())
      .bind(transaction.now())
      .bind(expires_on)
      .run();
  const AccessGrant grant = *find_grant(database, last_insert_id(database));
  record_event(transaction, "grant.given", target.empty() ? std::string_view("*") : target,
               {{"grant", std::to_string(grant.id)}, {"person", grant.person}, {"reason", reason}, {"expires_on", expires_on.text()}});
  return grant;
}

void revoke_grant(Transaction& transaction, std::int64_t id, const std::string& reason) {
  const auto grant = find_grant(transaction.database(), id);
  if (!grant) throw Error(ErrorKind::NotFound, msg("grant.unknown", id));
  if (grant->revoked) throw Error(ErrorKind::Refused, msg("grant.already_revoked", id));
  Statement(transaction.database(), "UPDATE access_grant SET revoked_by = ?, revoked_at = ? WHERE id = ?")
      .bind(transaction.actor())
      .bind(transaction.now())
      .bind(id)
      .run();
  record_event(transaction, "grant.revoked", grant->target.empty() ? "*" : grant->target,
               {{"grant", std::to_string(id)}, {"person", grant->person}, {"reason", reason}});
}

std::vector<AccessGrant> list_grants(const Database& database, bool ended_too, const Date& today, std::int64_t after_id, std::size_t most) {
  Statement row(database, std::string(kSelectGrant) + "WHERE g.id > ? AND (? OR (g.revoked_at IS NULL AND g.expires_on >= ?)) "
                                                 "ORDER BY g.id LIMIT ?");
  row.bind(after_id).bind(ended_too).bind(today).bind(static_cast<std::int64_t>(most));
  std::vector<AccessGrant> grants;
  while (row.step()) grants.push_back(grant_at(row));
  return grants;
}

AccessRequest request_access(Transaction& transaction, const std::string& target, const std::string& reason, const Date& until) {
  const Database& database = transaction.database();
  if (trim(reason).empty()) throw Error(ErrorKind::Usage, msg("grant.reason_missing"));
  if (until < transaction.today()) throw Error(ErrorKind::Usage, msg("grant.ended_already", until));
  Statement(database, "INSERT INTO access_request(person, target, reason, until, requested_at) VALUES (?, ?, ?, ?, ?)")
      .bind(transaction.actor())
      .bind(target)
      .bind(reason)
      .bind(until)
      .bind(transaction.now())
      .run();
  const auto request = *find_request(database, last_insert_id(database));
  record_event(transaction, "access.requested", target, {{"request", std::to_string(request.id)}, {"reason", reason}, {"until", until.text()}});
  return request;
}

AccessRequest grant_request(Transaction& transaction, std::int64_t id) {
  const auto request = require_open_request(transaction.database(), id);
  const auto grant = give_grant(transaction, request.person, request.target, request.reason, request.until);
  return decide(transaction, id, "granted", "", grant.id);
}

AccessRequest refuse_request(Transaction& transaction, std::int64_t id, const std::string& reason) {
  const auto request = require_open_request(transaction.database(), id);
  if (trim(reason).empty()) throw Error(ErrorKind::Usage, msg("grant.reason_missing"));
  record_event(transaction, "access.request_refused", request.target, {{"request", std::to_string(id)}, {"reason", reason}});
  return decide(transaction, id, "refused", reason, 0);
}

std::vector<AccessRequest> list_requests(const Database& database, const std::optional<std::string>& person, std::int64_t after_id,
                                         std::size_t most) {
  Statement row(database, std::string(kSelectRequest) + (person ? "WHERE person = ? AND id > ? " : "WHERE state = 'requested' AND id > ? ") +
                              "ORDER BY id LIMIT ?");
  if (person) row.bind(*person);
  row.bind(after_id).bind(static_cast<std::int64_t>(most));
  std::vector<AccessRequest> requests;
  while (row.step()) requests.push_back(request_at(row));
  return requests;
}

RecordAccess access_of(const Database& database, const Item& item) {
  Statement row(database, "SELECT (SELECT manager_id FROM chapter_custody WHERE chapter_id = ? AND until IS NULL), "
                          "(SELECT manager_id FROM customer WHERE id = ?)");
  row.bind(item.chapter_id).bind(item.customer_id);
  row.step();
  return {item.id, item.volume_id.value_or(0), item.customer_id.value_or(0), row.integer(0), row.integer(1)};
}

RecordAccess access_of_volume(const Database& database, std::int64_t volume_id) {
  Statement row(database, "SELECT c.manager_id FROM volume v JOIN chapter_custody c ON c.chapter_id = v.chapter_id AND c.until IS NULL "
                          "WHERE v.id = ?");
  row.bind(volume_id);
  return {0, volume_id, 0, row.step() ? row.integer(0) : 0, 0};
}

RecordAccess access_of_customer(const Database& database, std::int64_t customer_id) {
  Statement row(database, "SELECT manager_id FROM customer WHERE id = ?");
  row.bind(customer_id);
  return {0, 0, customer_id, 0, row.step() ? row.integer(0) : 0};
}

RecordAccess access_of_number(const Database& database, std::string_view number) {
  const auto found = look_up(database, number);
  if (!found) return {};
  if (const auto* item = std::get_if<Item>(&*found)) return access_of(database, *item);
  if (const auto* volume = std::get_if<Volume>(&*found)) return access_of_volume(database, volume->id);
  if (const auto* customer = std::get_if<Customer>(&*found)) return access_of_customer(database, customer->id);
  return {};
}

Readable readable_by(const Database& database, const Actor& actor) {
  Readable readable{{}, actor.granted_customers, actor.granted_items};
  if (actor.roles.holds(Role::AccountManager) && actor.manager_id != 0) {
    Statement chapters(database, "SELECT chapter_id FROM chapter_custody WHERE manager_id = ? AND until IS NULL");
    chapters.bind(actor.manager_id);
    join(readable.chapters, ids(chapters));
    Statement customers(database, "SELECT id FROM customer WHERE manager_id = ?");
    customers.bind(actor.manager_id);
    join(readable.customers, ids(customers));
  }
  for (const auto volume : actor.granted_volumes) {
    Statement items(database, "SELECT id FROM item WHERE volume_id = ?");
    items.bind(volume);
    join(readable.items, ids(items));
  }
  return readable;
}

}  // namespace twofold::catalog
