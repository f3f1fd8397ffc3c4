#include "archive/change_desk.h"

#include "app/commands.h"
#include "app/commands/change_records.h"
#include "app/commands/records.h"
#include "app/commands/upkeep_records.h"

namespace twofold::app {
namespace {

using catalog::Removal;

int tell(const Context& context, const Removal& removal) {
  context.say(msg(std::string("removal.") + catalog::text(removal.state), removal.id, removal.number,
                  removal.keep_until ? removal.keep_until->text() : ""));
  context.answer(removal_record(removal));
  return 0;
}

int show(const Context& context, const std::vector<Removal>& removals) {
  Array records;
  std::vector<std::vector<std::string>> rows;
  for (const auto& removal : removals) {
    records.add(removal_record(removal));
    rows.push_back({std::to_string(removal.id), removal.number, removal.title,
                    state_words(context, removal),
                    context.words("removal_cause." + catalog::text(removal.cause)), removal.reason, removal.requested_by,
                    removal.decided_by, removal.keep_until ? removal.keep_until->text() : ""});
  }
  std::vector<std::string> heading = {"ID"};
  for (const auto* field : {"number", "title", "state", "cause", "reason", "requested_by", "decided_by", "keep_until"})
    heading.push_back(context.words("field." + std::string(field)));
  context.table(heading, rows);
  Object answer = ordered_object();
  answer.set("removals", records);
  set_next(answer, records, "id");
  context.answer(answer);
  return 0;
}

archive::ChangeDesk desk_of_removals(Context& context) { return {context.writing(), context.authority()}; }

}  // namespace

int run_remove_request(Context& context) {
  const auto& arguments = context.arguments();
  const auto cause = catalog::try_parse_removal_cause(arguments.get("because"));
  if (!cause) throw Error(ErrorKind::Usage, msg("removal.unknown_cause", arguments.get("because")));
  const auto item = require_item(context.writing().database(), arguments.operands[0]);
  return tell(context, desk_of_removals(context).ask_to_remove(item, arguments.operands[0], *cause, arguments.get("reason")));
}

int run_remove_consent(Context& context) { return tell(context, desk_of_removals(context).consent_to_removal(id_operand(context, 0))); }

int run_remove_refuse(Context& context) {
  return tell(context, desk_of_removals(context).refuse_removal(id_operand(context, 0), context.arguments().get("reason")));
}

int run_remove_restore(Context& context) { return tell(context, desk_of_removals(context).restore(id_operand(context, 0))); }

int run_remove_confirm(Context& context) { return tell(context, desk_of_removals(context).confirm_removal(id_operand(context, 0))); }

int run_remove_due(Context& context) {
  const Date by = context.arguments().date("as-of").value_or(context.clock().today());
  return show(context, catalog::list_removals_due(context.reading().database(), by, after_id(context), context.arguments().limit(100),
                                                  concerned(context)));
}

int run_remove_list(Context& context) {
  std::optional<catalog::RemovalState> state;
  if (context.arguments().has("state")) {
    state = catalog::try_parse_removal_state(context.arguments().get("state"));
    if (!state) throw Error(ErrorKind::Usage, msg("removal.unknown_state", context.arguments().get("state")));
  }
  return show(context, catalog::list_removals(context.reading().database(), state, after_id(context), context.arguments().limit(100),
                                              concerned(context)));
}

}  // namespace twofold::app
