#include "catalog/people.h"

#include "catalog/sign_in_lock.h"

#include "base/digest.h"
#include "base/error.h"
#include "base/person_refused.h"
#include "base/text.h"
#include "catalog/events.h"
#include "catalog/sql.h"

#include <algorithm>
#include <array>
#include <sodium.h>

namespace twofold::catalog {
namespace {

constexpr std::size_t kShortestPassword = 8;
constexpr int kMostFailures = 5;
constexpr int kMostFailuresFromAddress = 20;   // whatever names they were tried under
constexpr std::int64_t kLockMilliseconds = 15 * 60 * 1000;
constexpr std::int64_t kSessionMilliseconds = std::int64_t{12} * 60 * 60 * 1000;
constexpr std::size_t kTokenBytes = 32;

constexpr std::string_view kSelectPerson =
    "SELECT p.id, p.name, COALESCE(p.system_user, ''), COALESCE(m.name, ''), p.active, COALESCE(p.manager_id, 0) "
    "FROM person p LEFT JOIN manager m ON m.id = p.manager_id ";

void start_library() {
  if (sodium_init() < 0) throw Error(ErrorKind::Internal, msg("signing.no_library"));
}

Roles roles_of(const Database& database, std::int64_t person_id) {
  Statement row(database, "SELECT role FROM person_role WHERE person_id = ?");
  row.bind(person_id);
  Roles roles;
  while (row.step())
    if (const auto role = try_parse_role(row.text(0))) roles.add(*role);
  return roles;
}

Person person_at(const Database& database, const Statement& row) {
  return {row.integer(0), row.text(1), row.text(2), row.text(3), roles_of(database, row.integer(0)), row.integer(4) != 0};
}

Person require_person(const Database& database, std::string_view name) {
  auto person = find_person(database, name);
  if (!person) throw Error(ErrorKind::NotFound, msg("people.unknown", name));
  return *std::move(person);
}

void write_roles(Transaction& transaction, std::int64_t person_id, Roles roles) {
  Statement(transaction.database(), "DELETE FROM person_role WHERE person_id = ?").bind(person_id).run();
  for (std::size_t i = 0; i < kRoles; ++i)
    if (roles.holds(static_cast<Role>(i)))
      Statement(transaction.database(), "INSERT INTO person_role(person_id, role) VALUES (?, ?)")
          .bind(person_id)
          .bind(text(static_cast<Role>(i)))
          .run();
}

// There is always somebody who may enter people.
void refuse_without_administrator(const Database& database) {
  Statement left(database, "SELECT 1 FROM person p JOIN person_role r ON r.person_id = p.id "
                           "WHERE p.active = 1 AND r.role = 'administrator' LIMIT 1");
  if (!left.step()) throw Error(ErrorKind::Refused, msg("people.last_administrator"));
}

// R13: an administrator would open every file to themselves.
void refuse_own_rights(const Transaction& transaction, const Person& person) {
  if (person.name == transaction.actor()) throw PersonRefused(msg("people.own_rights", person.name));
}

void refuse_taken_system_user(const Database& database, const Person& person) {
  Statement taken(database, "SELECT name FROM person WHERE system_user = ? AND system_user <> '' AND id <> ?");
  taken.bind(person.system_user).bind(person.id);
  if (taken.step()) throw Error(ErrorKind::Refused, msg("people.name_taken", taken.text(0)));
}

void refuse_taken_manager(const Database& database, const Person& person) {
  Statement taken(database, "SELECT p.name FROM person p JOIN manager m ON m.id = p.manager_id WHERE m.name = ? AND p.id <> ?");
  taken.bind(person.manager).bind(person.id);
  if (taken.step()) throw Error(ErrorKind::Refused, msg("people.manager_taken", person.manager, taken.text(0)));
}

// The manager's row, where the person keeps customers; chapters may name one before he is entered as a person.
std::optional<std::int64_t> manager_id_of(const Database& database, const std::string& manager) {
  if (manager.empty()) return std::nullopt;
  Statement row(database, "SELECT id FROM manager WHERE name = ?");
  row.bind(manager);
  if (row.step()) return row.integer(0);
  Statement(database, "INSERT INTO manager(name) VALUES (?)").bind(manager).run();
  return last_insert_id(database);
}

bool has_failed(const Database& database, std::string_view column, std::string_view value, const Timestamp& now, int most) {
  Statement row(database, "SELECT COUNT(*) FROM failed_sign_in WHERE " + std::string(column) + " = ? AND at > ?");
  row.bind(value).bind(now.milliseconds - kLockMilliseconds);
  row.step();
  return row.integer(0) >= most;
}

void note_failure(Transaction& transaction, std::string_view name) {
  const Database& database = transaction.database();
  Statement(database, "DELETE FROM failed_sign_in WHERE at <= ?").bind(transaction.now().milliseconds - kLockMilliseconds).run();
  Statement(database, "INSERT INTO failed_sign_in(name, address, at) VALUES (?, ?, ?)")
      .bind(name)
      .bind(database.origin().address)
      .bind(transaction.now())
      .run();
  record_event(transaction, "person.sign_in_failed", name);
  if (sign_in_lock(database, name, transaction.now())) record_event(transaction, "person.locked_out", name);
}

std::string argon2id(std::string_view password) {
  start_library();
  std::string hash(crypto_pwhash_STRBYTES, '\0');
  if (crypto_pwhash_str(hash.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                        crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
    throw Error(ErrorKind::Io, msg("people.no_memory"));
  return hash.c_str();
}

std::string fresh_token() {
  std::array<unsigned char, kTokenBytes> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  std::string token(2 * kTokenBytes + 1, '\0');
  sodium_bin2hex(token.data(), token.size(), bytes.data(), bytes.size());
  token.pop_back();
  return token;
}

Session keep_token(Transaction& transaction, std::int64_t person_id, const std::string& name, TokenScope scope, Timestamp expires_at) {
  const Session session{fresh_token(), expires_at};
  Statement(transaction.database(),
            "INSERT INTO access_token(digest, person_id, name, scope, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)")
      .bind(sha256(session.token).text())
      .bind(person_id)
      .bind(name)
      .bind(text(scope))
      .bind(transaction.now())
      .bind(expires_at)
      .run();
  return session;
}

// A scope that is not known opens the least.
TokenScope scope_at(const Statement& row, std::size_t column) {
  return try_parse_token_scope(row.text(column)).value_or(TokenScope::Read);
}

// The midnight that ends the day in the archive's own time zone.
Timestamp end_of_day(const Database& database, const Date& day) {
  Statement row(database, "SELECT CAST(strftime('%s', ?, 'utc') AS INTEGER) * 1000");
  row.bind(day.plus_days(1)).step();
  return Timestamp{row.integer(0)};
}

void read_grants(const Database& database, const Date& today, Actor& actor) {
  Statement row(database, "SELECT scope, target_id FROM access_grant WHERE person_id = ? AND revoked_at IS NULL AND expires_on >= ? "
                          "ORDER BY target_id");
  row.bind(actor.person_id).bind(today);
  while (row.step()) {
    const std::string scope = row.text(0);
    if (scope == "everything") actor.everything_granted = true;
    else if (scope == "customer") actor.granted_customers.push_back(row.integer(1));
    else if (scope == "volume") actor.granted_volumes.push_back(row.integer(1));
    else actor.granted_items.push_back(row.integer(1));
  }
}

std::optional<Actor> actor_where(const Database& database, std::string_view condition, std::string_view value, const Date& today) {
  Statement row(database, std::string(kSelectPerson) + "WHERE p.active = 1 AND " + std::string(condition) + " = ?");
  row.bind(value);
  if (!row.step()) return std::nullopt;
  const Person person = person_at(database, row);
  Actor actor;
  actor.name = person.name;
  actor.roles = person.roles;
  actor.person_id = person.id;
  actor.manager_id = row.integer(5);
  read_grants(database, today, actor);
  return actor;
}

}  // namespace

bool has_people(const Database& database) {
  Statement row(database, "SELECT 1 FROM person LIMIT 1");
  return row.step();
}

Person add_person(Transaction& transaction, const Person& person) {
  const Database& database = transaction.database();
  if (trim(person.name).empty()) throw Error(ErrorKind::Usage, msg("people.name_missing"));
  if (person.roles.empty()) throw Error(ErrorKind::Usage, msg("people.no_role", person.name));
  if (!has_people(database) && !person.roles.holds(Role::Administrator))
    throw Error(ErrorKind::Refused, msg("people.first_administrator", person.name));
  if (const auto known = find_person(database, person.name))
    throw Error(ErrorKind::Refused, msg(known->active ? "people.name_taken" : "people.retired_name", person.name));
  refuse_taken_system_user(database, person);
  refuse_taken_manager(database, person);
  Statement insert(database, "INSERT INTO person(name, system_user, manager_id) VALUES (?, NULLIF(?, ''), ?)");
  insert.bind(person.name).bind(person.system_user).bind(manager_id_of(database, person.manager)).run();
  write_roles(transaction, last_insert_id(database), person.roles);
  record_event(transaction, "person.added", person.name,
               {{"roles", person.roles.text()}, {"system_user", person.system_user}, {"manager", person.manager}});
  return *find_person(database, person.name);
}

void set_roles(Transaction& transaction, std::string_view name, Roles roles) {
  const Person person = require_person(transaction.database(), name);
  if (roles.empty()) throw Error(ErrorKind::Usage, msg("people.no_role", name));
  refuse_own_rights(transaction, person);
  write_roles(transaction, person.id, roles);
  refuse_without_administrator(transaction.database());
  record_event(transaction, "person.roles_changed", person.name, {{"before", person.roles.text()}, {"after", roles.text()}});
}

void set_person(Transaction& transaction, std::string_view name, const std::optional<std::string>& manager,
                const std::optional<std::string>& system_user) {
  const Database& database = transaction.database();
  const Person before = require_person(database, name);
  Person person = before;
  if (manager) person.manager = trim(*manager);
  if (system_user) person.system_user = trim(*system_user);
  if (person.manager != before.manager) refuse_own_rights(transaction, person);
  refuse_taken_system_user(database, person);
  refuse_taken_manager(database, person);
  Statement(database, "UPDATE person SET manager_id = ?, system_user = NULLIF(?, '') WHERE id = ?")
      .bind(manager_id_of(database, person.manager))
      .bind(person.system_user)
      .bind(person.id)
      .run();
  record_event(transaction, "person.changed", person.name,
               {{"manager_before", before.manager}, {"manager", person.manager}, {"system_user_before", before.system_user},
                {"system_user", person.system_user}});
}

void return_person(Transaction& transaction, std::string_view name) {
  const Person person = require_person(transaction.database(), name);
  if (person.active) throw Error(ErrorKind::Refused, msg("people.active_already", name));
  Statement(transaction.database(), "UPDATE person SET active = 1 WHERE id = ?").bind(person.id).run();
  record_event(transaction, "person.returned", person.name, {{"roles", person.roles.text()}});
}

void retire_person(Transaction& transaction, std::string_view name) {
  const Database& database = transaction.database();
  const Person person = require_person(database, name);
  if (!person.active) throw Error(ErrorKind::Refused, msg("people.retired_already", name));
  Statement(database, "UPDATE person SET active = 0, password = '' WHERE id = ?").bind(person.id).run();
  Statement(database, "DELETE FROM access_token WHERE person_id = ?").bind(person.id).run();
  Statement(database, "UPDATE access_grant SET revoked_by = ?, revoked_at = ? WHERE person_id = ? AND revoked_at IS NULL")
      .bind(transaction.actor())
      .bind(transaction.now())
      .bind(person.id)
      .run();
  refuse_without_administrator(database);
  record_event(transaction, "person.retired", person.name);
}

std::optional<Person> find_person(const Database& database, std::string_view name) {
  Statement row(database, std::string(kSelectPerson) + "WHERE p.name = ?");
  row.bind(name);
  if (!row.step()) return std::nullopt;
  return person_at(database, row);
}

std::vector<Person> list_people(const Database& database, std::string_view after_name, std::size_t most) {
  Statement row(database, std::string(kSelectPerson) + "WHERE p.name > ? ORDER BY p.name LIMIT ?");
  row.bind(after_name).bind(static_cast<std::int64_t>(most));
  std::vector<Person> people;
  while (row.step()) people.push_back(person_at(database, row));
  return people;
}

PasswordHash hash_password(std::string_view password) {
  if (password.size() < kShortestPassword) throw Error(ErrorKind::Usage, msg("people.password_short", kShortestPassword));
  return {argon2id(password)};
}

void set_password(Transaction& transaction, std::string_view name, const PasswordHash& hash) {
  const Person person = require_person(transaction.database(), name);
  Statement(transaction.database(), "UPDATE person SET password = ? WHERE id = ?").bind(hash.text).bind(person.id).run();
  // Whoever knew the old one is out; programs have tokens of their own.
  Statement(transaction.database(), "DELETE FROM access_token WHERE person_id = ? AND name = ''").bind(person.id).run();
  record_event(transaction, "person.password_set", person.name);
}

std::optional<Message> sign_in_lock(const Database& database, std::string_view name, const Timestamp& now) {
  if (has_failed(database, "name", name, now, kMostFailures)) return msg("login.locked", name);
  const std::string& address = database.origin().address;
  if (!address.empty() && has_failed(database, "address", address, now, kMostFailuresFromAddress))
    return msg("login.address_locked", address);
  return std::nullopt;
}

bool is_known_elsewhere(const Database& database, std::string_view name, const Timestamp& now) {
  Statement row(database, "SELECT 1 FROM person WHERE name = ? AND active = 1 AND password = ''");
  row.bind(name);
  return row.step() && !sign_in_lock(database, name, now);
}

std::string kept_password(const Database& database, std::string_view name) {
  Statement row(database, "SELECT password FROM person WHERE name = ? AND active = 1");
  row.bind(name);
  return row.step() ? row.text(0) : "";
}

PasswordCheck check_password(const std::string& kept, std::string_view password) {
  static const std::string nobody = argon2id("nobody's");
  const std::string& compared = kept.empty() ? nobody : kept;
  const bool fits = crypto_pwhash_str_verify(compared.c_str(), password.data(), password.size()) == 0;
  return {kept, fits && !kept.empty()};
}

std::optional<Session> sign_in(Transaction& transaction, std::string_view name, const PasswordCheck& check, bool reading_only,
                               std::optional<bool> vouched) {
  const Database& database = transaction.database();
  if (const auto lock = sign_in_lock(database, name, transaction.now())) throw Error(ErrorKind::Refused, *lock);
  const bool fits = check.fits && kept_password(database, name) == check.kept;
  if (!fits && !vouched.value_or(false)) {
    note_failure(transaction, name);
    return std::nullopt;
  }
  Statement(database, "DELETE FROM failed_sign_in WHERE name = ?").bind(name).run();
  Statement(database, "DELETE FROM access_token WHERE expires_at <= ?").bind(transaction.now()).run();
  const Timestamp expires_at{transaction.now().milliseconds + kSessionMilliseconds};
  const Session session = keep_token(transaction, find_person(database, name)->id, "", reading_only ? TokenScope::Read : TokenScope::Everything, expires_at);
  record_event(transaction, "person.signed_in", name);
  return session;
}

bool sign_out(Transaction& transaction, std::string_view token) {
  const auto ended = Statement(transaction.database(), "DELETE FROM access_token WHERE digest = ? AND name = ''")
                         .bind(sha256(token).text())
                         .run();
  if (ended > 0) record_event(transaction, "person.signed_out", transaction.actor());
  return ended > 0;
}

Session make_token(Transaction& transaction, std::string_view person, const std::string& name, TokenScope scope, const Date& expires_on) {
  start_library();
  const Database& database = transaction.database();
  const Person found = require_person(database, person);
  if (!found.active) throw Error(ErrorKind::NotFound, msg("people.unknown", person));
  if (trim(name).empty()) throw Error(ErrorKind::Usage, msg("token.name_missing"));
  if (expires_on < transaction.today() || expires_on > transaction.today().plus_months(12))
    throw Error(ErrorKind::Usage, msg("token.bad_expiry", expires_on));
  Statement taken(database, "SELECT 1 FROM access_token WHERE person_id = ? AND name = ?");
  taken.bind(found.id).bind(name);
  if (taken.step()) throw Error(ErrorKind::Refused, msg("token.name_taken", name));
  const Session session = keep_token(transaction, found.id, name, scope, end_of_day(database, expires_on));
  record_event(transaction, "person.token_made", found.name,
               {{"name", name}, {"scope", std::string(text(scope))}, {"expires_on", expires_on.text()}});
  return session;
}

void revoke_token(Transaction& transaction, std::string_view person, const std::string& name) {
  const Person found = require_person(transaction.database(), person);
  const auto gone = Statement(transaction.database(), "DELETE FROM access_token WHERE person_id = ? AND name = ? AND name <> ''")
                        .bind(found.id)
                        .bind(name)
                        .run();
  if (gone == 0) throw Error(ErrorKind::NotFound, msg("token.unknown", name));
  record_event(transaction, "person.token_revoked", found.name, {{"name", name}});
}

std::vector<TokenRow> list_tokens(const Database& database, std::string_view person) {
  Statement row(database, "SELECT t.name, t.scope, date((t.expires_at - 1) / 1000, 'unixepoch', 'localtime'), t.expires_at FROM access_token t "
                          "JOIN person p ON p.id = t.person_id WHERE p.name = ? AND t.name <> '' ORDER BY t.name");
  row.bind(person);
  std::vector<TokenRow> tokens;
  while (row.step()) tokens.push_back({row.text(0), scope_at(row, 1), *row.date(2), Timestamp{row.integer(3)}});
  return tokens;
}

std::optional<Actor> actor_of_token(const Database& database, std::string_view token, const Timestamp& now, const Date& today) {
  Statement row(database, "SELECT p.name, t.scope FROM access_token t JOIN person p ON p.id = t.person_id "
                          "WHERE t.digest = ? AND t.expires_at > ?");
  row.bind(sha256(token).text()).bind(now);
  if (!row.step()) return std::nullopt;
  auto actor = actor_named(database, row.text(0), today);
  if (actor) actor->scope = scope_at(row, 1);
  return actor;
}

std::optional<Actor> actor_named(const Database& database, std::string_view name, const Date& today) {
  return actor_where(database, "p.name", name, today);
}

std::optional<Actor> actor_of_system_user(const Database& database, std::string_view system_user, const Date& today) {
  return actor_where(database, "p.system_user", system_user, today);
}

}  // namespace twofold::catalog
