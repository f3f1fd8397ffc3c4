#include "archive/filing.h"

#include "app/commands.h"
#include "app/commands/records.h"
#include "app/context.h"
#include "base/person_refused.h"
#include "archive/ingest.h"

namespace twofold::app {
namespace {

// The items that the operands and the manifest name, each of which whoever acts must be allowed to do this to.
std::vector<catalog::Item> permitted_items(Context& context, catalog::Action action) {
  const auto& arguments = context.arguments();
  const auto& database = context.writing().database();
  std::vector<catalog::Item> items;
  if (arguments.has("manifest")) items = archive::items_of_manifest(context.writing(), arguments.get("manifest"));
  for (const auto& item : items)
    context.authority().require(action, catalog::access_of(database, item),
                                msg("filing.not_ingested", arguments.get("manifest")));
  for (const auto& number : arguments.operands) {
    items.push_back(require_item(database, number));
    context.authority().require(action, catalog::access_of(database, items.back()), number);
  }
  if (items.empty()) throw Error(ErrorKind::Usage, msg("cli.operand_missing", "NUMBER…", "sign, file"));
  return items;
}

int report(Context& context, const archive::FilingReport& result, const std::string& done_key) {
  Array refusals;
  for (const auto& refusal : result.refusals) {
    Object record = ordered_object();
    record.set("number", refusal.number);
    record.set("reason", refusal.message.key);
    record.set("message", render(refusal.message, context.language()));
    refusals.add(record);
    if (refusal.of_person) context.authority().note_refusal(refusal.number, refusal.message);
    context.say(refusal.number + ": " + render(refusal.message, context.language()));
  }
  context.say(Message{done_key, {std::to_string(result.done), std::to_string(result.refusals.size())}});
  if (result.already > 0) context.say(msg("filing.already", result.already));
  Object answer = ordered_object();
  answer.set("done", result.done);
  answer.set("already", result.already);
  answer.set("refused", refusals);
  context.answer(answer);
  return result.refusals.empty() ? 0 : 1;
}

catalog::Action action_of(catalog::SignatureKind kind) {
  switch (kind) {
    case catalog::SignatureKind::Proofread: return catalog::Action::Proofread;
    case catalog::SignatureKind::Customer:
    case catalog::SignatureKind::Waiver: return catalog::Action::SignAsCustomer;
    case catalog::SignatureKind::Handler: return catalog::Action::SignAsHandler;
    case catalog::SignatureKind::Leader: return catalog::Action::SignAsLeader;
  }
  return catalog::Action::SignAsLeader;
}

// Nobody signs for another: where people are entered, only the customer's name is one's own to give.
std::string signer(Context& context, catalog::SignatureKind kind) {
  const std::string given = context.arguments().get("person", context.actor());
  const bool on_paper = kind == catalog::SignatureKind::Customer;
  if (!context.authority().actor().alone && !on_paper && given != context.actor())
    throw PersonRefused(msg("filing.for_another", given, context.actor()));
  return given;
}

}  // namespace

int run_sign(Context& context) {
  const auto& arguments = context.arguments();
  const auto kind = catalog::try_parse_signature_kind(arguments.get("as"));
  if (!kind) throw Error(ErrorKind::Usage, msg("filing.unknown_kind", arguments.get("as")));
  const std::string person = signer(context, *kind);
  const auto items = permitted_items(context, action_of(*kind));
  const catalog::Evidence evidence{arguments.number("page").value_or(0), arguments.get("reason"), arguments.has("manifest")};
  return report(context, archive::sign_items(context.writing(), items, *kind, person, evidence), "filing.signed");
}

int run_file(Context& context) {
  const auto items = permitted_items(context, catalog::Action::File);
  return report(context, archive::file_items(context.writing(), items), "filing.filed");
}

}  // namespace twofold::app
