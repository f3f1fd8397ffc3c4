#include "catalog/patrols.h"

#include "app/commands.h"
#include "app/commands/records.h"
#include "app/commands/upkeep_records.h"
#include "archive/log_csv.h"
#include "base/files.h"

namespace twofold::app {
namespace {

Object record_of(const catalog::Patrol& patrol) {
  Object record = ordered_object();
  record.set("id", patrol.id);
  record.set("room", patrol.what.room);
  record.set("kind", catalog::text(patrol.what.kind));
  record.set("at", patrol.what.at.text());
  record.set("finding", patrol.what.finding);
  record.set("measure", patrol.what.measure);
  record.set("person", patrol.what.person);
  record.set("resolved_on", patrol.resolved_on ? patrol.resolved_on->text() : "");
  record.set("resolved_by", patrol.resolved_by);
  record.set("resolution", patrol.resolution);
  return record;
}

}  // namespace

int run_patrol_record(Context& context) {
  const auto& arguments = context.arguments();
  const auto kind = catalog::try_parse_patrol_kind(arguments.get("kind"));
  if (!kind) throw Error(ErrorKind::Usage, msg("patrol.unknown_kind", arguments.get("kind")));
  const catalog::NewPatrol what{.room = arguments.operands[0],
                                .kind = *kind,
                                .at = catalog::LocalTime::parse(arguments.get("at")),
                                .finding = arguments.get("finding"),
                                .measure = arguments.get("measure"),
                                .person = person_given(context)};
  catalog::Transaction transaction(context.writing().database(), context.actor(), context.clock());
  const auto patrol = catalog::record_patrol(transaction, what);
  transaction.commit();
  context.say(msg("patrol.recorded", patrol.id, patrol.what.room));
  context.answer(record_of(patrol));
  return 0;
}

int run_patrol_import(Context& context) {
  const std::string& file = context.arguments().operands[0];
  const auto table = archive::read_patrol_table(read_file(file), context.arguments().get("room"), person_given(context));
  catalog::Transaction transaction(context.writing().database(), context.actor(), context.clock());
  auto result = catalog::import_patrols(transaction, table.patrols);
  result.faults.insert(result.faults.begin(), table.faults.begin(), table.faults.end());
  if (result.faults.empty()) transaction.commit();
  return end_of_import(context, result);
}

int run_patrol_resolve(Context& context) {
  const auto id = id_operand(context, 0);
  catalog::Transaction transaction(context.writing().database(), context.actor(), context.clock());
  const auto patrol = catalog::resolve_patrol(transaction, id, context.arguments().get("treatment"));
  transaction.commit();
  context.say(msg("patrol.resolved", id));
  context.answer(record_of(patrol));
  return 0;
}

int run_patrol_list(Context& context) {
  Array patrols;
  std::vector<std::vector<std::string>> rows;
  std::int64_t next = 0;
  for (const auto& patrol : catalog::list_patrols(context.reading().database(), !context.arguments().has("all"), after_id(context),
                                                  context.arguments().limit(100))) {
    next = patrol.id;
    patrols.add(record_of(patrol));
    rows.push_back({std::to_string(patrol.id), patrol.what.room, context.words("patrol_kind." + catalog::text(patrol.what.kind)),
                    patrol.what.at.text(), patrol.what.finding, patrol.what.measure, patrol.what.person,
                    patrol.resolved_on ? patrol.resolved_on->text() : ""});
  }
  std::vector<std::string> heading = {"ID"};
  for (const auto* field : {"room", "kind", "at", "finding", "measure", "person", "resolved_on"})
    heading.push_back(context.words("field." + std::string(field)));
  context.table(heading, rows);
  Object answer = ordered_object();
  answer.set("patrols", patrols);
  answer.set("next", next);
  context.answer(answer);
  return 0;
}

}  // namespace twofold::app
