#include "archive/change_desk.h"

#include "app/commands.h"
#include "app/commands/change_records.h"
#include "app/commands/records.h"
#include "app/commands/upkeep_records.h"

namespace twofold::app {
namespace {

using catalog::Amendment;

Object record_of(const Amendment& amendment) {
  Object record = ordered_object();
  record.set("id", amendment.id);
  record.set("number", amendment.number);
  record.set("title", amendment.title);
  record.set("state", amendment.state);
  record.set("revision", amendment.revision);
  record.set("reason", amendment.reason);
  record.set("requested_by", amendment.requested_by);
  record.set("requested_at", amendment.requested_at.text());
  record.set("decided_by", amendment.decided_by);
  record.set("decided_at", amendment.decided_at ? amendment.decided_at->text() : "");
  record.set("refusal", amendment.refusal);
  Array fields;
  for (const auto& [field, before, after] : amendment.fields) {
    Object change = ordered_object();
    change.set("field", field);
    change.set("before", before);
    change.set("after", after);
    fields.add(change);
  }
  record.set("fields", fields);
  return record;
}

int tell(const Context& context, const Amendment& amendment) {
  context.say(msg(std::string("amendment.") + amendment.state, amendment.id, amendment.number));
  context.answer(record_of(amendment));
  return 0;
}

int show(const Context& context, const std::vector<Amendment>& amendments) {
  Array records;
  std::vector<std::vector<std::string>> rows;
  for (const auto& amendment : amendments) {
    records.add(record_of(amendment));
    for (const auto& [field, before, after] : amendment.fields)
      rows.push_back({std::to_string(amendment.id), amendment.number, context.words("amendment_state." + amendment.state),
                      context.words("field." + field), before, after, amendment.reason, amendment.requested_by, amendment.decided_by});
  }
  std::vector<std::string> heading = {"ID"};
  for (const auto* field : {"number", "state", "amended", "before", "after_change", "reason", "requested_by", "decided_by"})
    heading.push_back(context.words("field." + std::string(field)));
  context.table(heading, rows);
  Object answer = ordered_object();
  answer.set("amendments", records);
  set_next(answer, records, "id");
  context.answer(answer);
  return 0;
}

archive::ChangeDesk desk_of(Context& context) { return {context.writing(), context.authority()}; }

std::optional<std::string> given(const Arguments& arguments, const std::string& name) {
  return arguments.has(name) ? std::optional(arguments.get(name)) : std::nullopt;
}

}  // namespace

int run_amend_request(Context& context) {
  const auto& arguments = context.arguments();
  const auto item = require_item(context.writing().database(), arguments.operands[0]);
  const catalog::WantedFields wanted{given(arguments, "title"), given(arguments, "document-number"),
                                     given(arguments, "responsible"), arguments.date("date")};
  return tell(context, desk_of(context).ask_to_amend(item, arguments.operands[0], wanted, arguments.get("reason")));
}

int run_amend_consent(Context& context) {
  return tell(context, desk_of(context).consent_to_amendment(id_operand(context, 0)));
}

int run_amend_refuse(Context& context) {
  return tell(context, desk_of(context).refuse_amendment(id_operand(context, 0), context.arguments().get("reason")));
}

int run_amend_list(Context& context) {
  return show(context, catalog::list_open_amendments(context.reading().database(), after_id(context), context.arguments().limit(100),
                                                     concerned(context)));
}

int run_amend_history(Context& context) {
  const std::string& number = context.arguments().operands[0];
  const auto& database = context.reading().database();
  const auto item = require_item(database, number);
  context.authority().require(catalog::Action::Describe, catalog::access_of(database, item), number);
  context.authority().note("record.read", number);
  return show(context, catalog::amendments_of(database, item.id));
}

}  // namespace twofold::app
