#pragma once
// The people of an archive with their roles, passwords and tokens. Where none are entered, whoever acts may do everything.

#include "catalog/access.h"
#include "catalog/database.h"

#include <optional>
#include <string>
#include <vector>

namespace twofold::catalog {

struct Person {
  std::int64_t id = 0;
  std::string name;          // as it stands in events and signatures
  std::string system_user;   // may be empty
  std::string manager;       // the account manager whose customers are theirs; may be empty
  Roles roles;
  bool active = true;
};

bool has_people(const Database& database);
// The first person must be an administrator (Error{Refused, "people.first_administrator"}), so that nobody locks everybody out.
// Error{Usage, "people.name_missing" | "people.no_role"}, Error{Refused, "people.name_taken" |
// "people.manager_taken" | "people.retired_name"}. Event "person.added".
Person add_person(Transaction& transaction, const Person& person);
// In place of those that were there. Nobody sets their own (R13): PersonRefused "people.own_rights"; Error{Refused, "people.last_administrator"}.
// Event "person.roles_changed".
void set_roles(Transaction& transaction, std::string_view name, Roles roles);
// Whose customers are theirs, and the operating system's name for them; nothing: as it was, empty: none. Nobody sets their own manager:
// PersonRefused "people.own_rights"; Error{Refused, "people.manager_taken" | "people.name_taken"}. Event "person.changed".
void set_person(Transaction& transaction, std::string_view name, const std::optional<std::string>& manager,
                const std::optional<std::string>& system_user);
// Their tokens and grants end with it; nothing they did is forgotten. Event "person.retired".
void retire_person(Transaction& transaction, std::string_view name);
// With the roles they had, without password, tokens and grants. Error{Refused, "people.active_already"}. Event "person.returned".
void return_person(Transaction& transaction, std::string_view name);
std::optional<Person> find_person(const Database& database, std::string_view name);
std::vector<Person> list_people(const Database& database, std::string_view after_name, std::size_t most);

// Argon2id, which takes long on purpose: outside of transactions, so that nobody waits for it. At least eight characters, else
// Error{Usage, "people.password_short"}.
struct PasswordHash {
  std::string text;
};
PasswordHash hash_password(std::string_view password);
// Ends their sessions. Event "person.password_set".
void set_password(Transaction& transaction, std::string_view name, const PasswordHash& hash);

struct Session {
  std::string token;         // told once
  Timestamp expires_at;
};
// A password compared with what is kept; takes as long where nothing is. Nothing of the archive is held meanwhile.
struct PasswordCheck {
  std::string kept;          // what it was compared with
  bool fits = false;
};
std::string kept_password(const Database& database, std::string_view name);   // empty where there is none
PasswordCheck check_password(const std::string& kept, std::string_view password);
// Five failures within a quarter of an hour lock a name for that time: Error{Refused, "login.locked"}. A wrong name and a wrong password
// look alike: nothing. The outcome is an event and must be committed also when it is nothing. A password that has been replaced since
// it was checked does not fit.
// `vouched`: what a directory says of the password of somebody who has none here.
std::optional<Session> sign_in(Transaction& transaction, std::string_view name, const PasswordCheck& check, bool reading_only,
                               std::optional<bool> vouched = {});
// Ends the session of this token; false where there is none. Event "person.signed_out".
bool sign_out(Transaction& transaction, std::string_view token);
// Somebody who is active here, has no password of their own and is not locked: whom a directory may be asked about.
bool is_known_elsewhere(const Database& database, std::string_view name, const Timestamp& now);

// Tokens for programs: named, for a year at most, until the end of a day in the archive's time zone, for what their scope opens of what
// their person may. Told once, kept as a digest.
// Errors: Usage "token.name_missing" | "token.bad_expiry", Refused "token.name_taken", NotFound "people.unknown" | "token.unknown".
Session make_token(Transaction& transaction, std::string_view person, const std::string& name, TokenScope scope, const Date& expires_on);
void revoke_token(Transaction& transaction, std::string_view person, const std::string& name);
struct TokenRow {
  std::string name;
  TokenScope scope = TokenScope::Everything;
  Date until;                // the last day on which it opens anything
  Timestamp expires_at;
};
std::vector<TokenRow> list_tokens(const Database& database, std::string_view person);

// Who acts, as the decision needs it, with the grants that live on `today`; nothing where there is no such active person or the token
// is unknown or has expired.
std::optional<Actor> actor_of_token(const Database& database, std::string_view token, const Timestamp& now, const Date& today);
std::optional<Actor> actor_named(const Database& database, std::string_view name, const Date& today);
std::optional<Actor> actor_of_system_user(const Database& database, std::string_view system_user, const Date& today);

}  // namespace twofold::catalog
