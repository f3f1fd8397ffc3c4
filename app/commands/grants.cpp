#include "catalog/grants.h"

#include "app/commands.h"
#include "app/commands/records.h"
#include "app/commands/upkeep_records.h"

namespace twofold::app {
namespace {

Object record_of(const catalog::AccessGrant& grant) {
  Object record = ordered_object();
  record.set("grant", grant.id);
  record.set("person", grant.person);
  record.set("scope", grant.scope);
  record.set("target", grant.target);
  record.set("reason", grant.reason);
  record.set("granted_by", grant.granted_by);
  record.set("until", grant.expires_on.text());
  record.set("revoked", grant.revoked);
  return record;
}

Object record_of(const catalog::AccessRequest& request) {
  Object record = ordered_object();
  record.set("request", request.id);
  record.set("person", request.person);
  record.set("target", request.target);
  record.set("reason", request.reason);
  record.set("until", request.until.text());
  record.set("state", request.state);
  record.set("decided_by", request.decided_by);
  record.set("refusal", request.refusal);
  record.set("grant", request.grant_id);
  return record;
}

template <class Work>
int change_request(Context& context, const Work& work) {
  catalog::Transaction transaction(context.writing().database(), context.actor(), context.clock());
  const catalog::AccessRequest request = work(transaction);
  transaction.commit();
  context.say(msg("grant.request_now", request.id, request.person, request.target, context.words("access_request." + request.state)));
  context.answer(record_of(request));
  return 0;
}

std::string target_of(const Context& context, const catalog::AccessGrant& grant) {
  return grant.target.empty() ? context.words("grant.everything") : grant.target;
}

}  // namespace

int run_grant_give(Context& context) {
  const auto& arguments = context.arguments();
  const Date until = *arguments.date("until");
  catalog::Transaction transaction(context.writing().database(), context.actor(), context.clock());
  const auto grant = catalog::give_grant(transaction, arguments.operands[0],
                                         arguments.operands.size() > 1 ? arguments.operands[1] : "", arguments.get("reason"), until);
  transaction.commit();
  context.say(msg("grant.given", grant.id, grant.person, target_of(context, grant), grant.expires_on));
  context.answer(record_of(grant));
  return 0;
}

int run_grant_revoke(Context& context) {
  const auto id = id_operand(context, 0);
  catalog::Transaction transaction(context.writing().database(), context.actor(), context.clock());
  catalog::revoke_grant(transaction, id, context.arguments().get("reason"));
  transaction.commit();
  context.say(msg("grant.revoked", id));
  Object answer = ordered_object();
  answer.set("revoked", id);
  context.answer(answer);
  return 0;
}

int run_grant_list(Context& context) {
  const auto& arguments = context.arguments();
  Array grants;
  std::vector<std::vector<std::string>> rows;
  for (const auto& grant : catalog::list_grants(context.reading().database(), arguments.has("all"), context.clock().today(),
                                                after_id(context), arguments.limit(100))) {
    grants.add(record_of(grant));
    rows.push_back({std::to_string(grant.id), grant.person, target_of(context, grant), grant.expires_on.text(), grant.granted_by,
                    grant.reason});
  }
  context.table({"ID", context.words("field.grantee"), context.words("field.target"), context.words("field.until"),
                 context.words("field.granted_by"), context.words("field.reason")}, rows);
  Object answer = ordered_object();
  answer.set("grants", grants);
  set_next(answer, grants, "grant");
  context.answer(answer);
  return 0;
}

int run_grant_request(Context& context) {
  const auto& arguments = context.arguments();
  const Date until = *arguments.date("until");
  return change_request(context, [&](catalog::Transaction& t) {
    return catalog::request_access(t, arguments.operands[0], arguments.get("reason"), until);
  });
}

int run_grant_approve(Context& context) {
  const auto id = id_operand(context, 0);
  return change_request(context, [&](catalog::Transaction& t) { return catalog::grant_request(t, id); });
}

int run_grant_refuse(Context& context) {
  const auto id = id_operand(context, 0);
  return change_request(context, [&](catalog::Transaction& t) { return catalog::refuse_request(t, id, context.arguments().get("reason")); });
}

// Who may grant sees what waits; everybody else their own.
int run_grant_requests(Context& context) {
  std::optional<std::string> person;
  if (!context.authority().everywhere(catalog::Action::GrantAccess)) person = context.actor();
  Array requests;
  std::vector<std::vector<std::string>> rows;
  for (const auto& request : catalog::list_requests(context.reading().database(), person, after_id(context), context.arguments().limit(100))) {
    requests.add(record_of(request));
    rows.push_back({std::to_string(request.id), request.person, request.target, request.until.text(), request.reason,
                    context.words("access_request." + request.state)});
  }
  context.table({"ID", context.words("field.requested_by"), context.words("field.target"), context.words("field.until"), context.words("field.reason"),
                 context.words("field.state")}, rows);
  Object answer = ordered_object();
  answer.set("requests", requests);
  set_next(answer, requests, "request");
  context.answer(answer);
  return 0;
}

}  // namespace twofold::app
