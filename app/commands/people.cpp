// People with their roles and passwords, and signing in.

#include "catalog/people.h"

#include "app/commands.h"
#include "app/commands/records.h"
#include "app/commands/role_names.h"
#include "app/context.h"
#include "base/person_refused.h"
#include "base/text.h"

namespace twofold::app {
namespace {

catalog::Roles roles_given(const Arguments& arguments) {
  catalog::Roles roles;
  for (const auto& name : split(arguments.get("role"), ',')) {
    const auto role = catalog::try_parse_role(trim(name));
    if (!role) throw Error(ErrorKind::Usage, msg("people.unknown_role", name));
    roles.add(*role);
  }
  return roles;
}

catalog::TokenScope scope_given(const Arguments& arguments) {
  const std::string named = arguments.get("scope", catalog::text(catalog::TokenScope::Everything).data());
  const auto scope = catalog::try_parse_token_scope(named);
  if (!scope) throw Error(ErrorKind::Usage, msg("token.unknown_scope", named));
  return *scope;
}

Object record_of(const catalog::Person& person) {
  Object record = ordered_object();
  record.set("name", person.name);
  Array roles;
  for (const auto& role : split(person.roles.text(), ' ')) roles.add(role);
  record.set("roles", roles);
  record.set("system_user", person.system_user);
  record.set("manager", person.manager);
  record.set("active", person.active);
  return record;
}

// Changes one person in a transaction of its own, and tells who they are now.
template <class Change, class Told>
int change_person(Context& context, const Change& change, const Told& told) {
  const std::string& name = context.arguments().operands[0];
  catalog::Transaction transaction(context.writing().database(), context.actor(), context.clock());
  change(transaction, name);
  const auto person = *catalog::find_person(transaction.database(), name);
  transaction.commit();
  context.say(told(person));
  context.answer(record_of(person));
  return 0;
}

}  // namespace

int run_user_add(Context& context) {
  const auto& arguments = context.arguments();
  auto& database = context.writing().database();
  catalog::Person person;
  person.name = std::string(trim(arguments.operands[0]));
  // The first administrator must be able to come back in.
  person.system_user = arguments.get("system-user", catalog::has_people(database) ? "" : context.authority().system_user());
  person.manager = arguments.get("manager");
  person.roles = roles_given(arguments);
  catalog::Transaction transaction(database, context.actor(), context.clock());
  person = catalog::add_person(transaction, person);
  transaction.commit();
  context.say(msg("people.added", person.name, role_names(context, person.roles.text())));
  context.answer(record_of(person));
  return 0;
}

int run_user_roles(Context& context) {
  return change_person(
      context,
      [&](catalog::Transaction& transaction, const std::string& name) { catalog::set_roles(transaction, name, roles_given(context.arguments())); },
      [&](const catalog::Person& person) { return msg("people.roles_set", person.name, role_names(context, person.roles.text())); });
}

int run_user_set(Context& context) {
  const auto& arguments = context.arguments();
  const auto given = [&](const char* option) { return arguments.has(option) ? std::optional(arguments.get(option)) : std::nullopt; };
  const auto manager = given("manager"), system_user = given("system-user");
  if (!manager && !system_user) throw Error(ErrorKind::Usage, msg("people.nothing_to_set", arguments.operands[0]));
  const auto shown = [](const std::string& text) { return text.empty() ? std::string("—") : text; };
  return change_person(
      context,
      [&](catalog::Transaction& transaction, const std::string& name) { catalog::set_person(transaction, name, manager, system_user); },
      [&](const catalog::Person& person) { return msg("people.set", person.name, shown(person.manager), shown(person.system_user)); });
}

int run_user_return(Context& context) {
  return change_person(
      context, [](catalog::Transaction& transaction, const std::string& name) { catalog::return_person(transaction, name); },
      [&](const catalog::Person& person) { return msg("people.returned", person.name, role_names(context, person.roles.text())); });
}

int run_user_retire(Context& context) {
  return change_person(
      context, [](catalog::Transaction& transaction, const std::string& name) { catalog::retire_person(transaction, name); },
      [](const catalog::Person& person) { return msg("people.retired", person.name); });
}

int run_user_password(Context& context) {
  const std::string& name = context.arguments().operands[0];
  if (name != context.actor() && !context.authority().everywhere(catalog::Action::ManagePeople))
    throw PersonRefused(msg("people.not_your_password"));
  const auto hash = catalog::hash_password(context.secret());
  catalog::Transaction transaction(context.writing().database(), context.actor(), context.clock());
  catalog::set_password(transaction, name, hash);
  transaction.commit();
  context.say(msg("people.password_set", name));
  Object answer = ordered_object();
  answer.set("name", name);
  context.answer(answer);
  return 0;
}

int run_user_list(Context& context) {
  const auto& arguments = context.arguments();
  Array people;
  std::vector<std::vector<std::string>> rows;
  for (const auto& person : catalog::list_people(context.reading().database(), arguments.get("after"), arguments.limit(100))) {
    people.add(record_of(person));
    rows.push_back({person.name, role_names(context, person.roles.text()), person.system_user, person.manager,
                    person.active ? "" : context.words("person.retired")});
  }
  context.table({context.words("field.person_name"), context.words("field.roles"), context.words("field.system_user"),
                 context.words("field.manager"), context.words("field.state")}, rows);
  Object answer = ordered_object();
  answer.set("people", people);
  set_next(answer, people, "name", "");
  context.answer(answer);
  return 0;
}

int run_login(Context& context) {
  const std::string& name = context.arguments().operands[0];
  const auto session = context.authority().sign_in(name, context.secret(), context.arguments().has("read-only"));
  if (!session) throw Error(ErrorKind::Refused, msg("login.refused"));
  context.say(session->token);
  Object answer = ordered_object();
  answer.set("token", session->token);
  answer.set("expires_at", session->expires_at.text());
  context.answer(answer);
  return 0;
}

// One's own; an administrator's those of others too.
static std::string token_holder(Context& context) {
  const std::string person = context.arguments().get("person", context.actor());
  if (person != context.actor() && !context.authority().everywhere(catalog::Action::ManagePeople))
    throw PersonRefused(msg("token.not_yours"));
  return person;
}

int run_token_make(Context& context) {
  const std::string person = token_holder(context), &name = context.arguments().operands[0];
  const auto scope = scope_given(context.arguments());
  catalog::Transaction transaction(context.writing().database(), context.actor(), context.clock());
  const auto session = catalog::make_token(transaction, person, name, scope, *context.arguments().date("until"));
  transaction.commit();
  context.say(session.token);
  Object answer = ordered_object();
  answer.set("name", name);
  answer.set("token", session.token);
  answer.set("expires_at", session.expires_at.text());
  context.answer(answer);
  return 0;
}

int run_token_revoke(Context& context) {
  const std::string person = token_holder(context), &name = context.arguments().operands[0];
  catalog::Transaction transaction(context.writing().database(), context.actor(), context.clock());
  catalog::revoke_token(transaction, person, name);
  transaction.commit();
  context.say(msg("token.revoked", name));
  Object answer = ordered_object();
  answer.set("revoked", name);
  context.answer(answer);
  return 0;
}

int run_token_list(Context& context) {
  Array tokens;
  std::vector<std::vector<std::string>> rows;
  for (const auto& token : catalog::list_tokens(context.reading().database(), token_holder(context))) {
    Object record = ordered_object();
    record.set("name", token.name);
    record.set("scope", std::string(catalog::text(token.scope)));
    record.set("until", token.until.text());
    record.set("expires_at", token.expires_at.text());
    tokens.add(record);
    rows.push_back({token.name, context.words("token_scope." + std::string(catalog::text(token.scope))), token.until.text()});
  }
  context.table({context.words("field.name"), context.words("field.scope"), context.words("field.until")}, rows);
  Object answer = ordered_object();
  answer.set("tokens", tokens);
  context.answer(answer);
  return 0;
}

}  // namespace twofold::app
