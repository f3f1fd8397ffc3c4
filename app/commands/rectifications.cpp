#include "catalog/rectifications.h"

#include "app/commands.h"
#include "app/commands/records.h"
#include "app/commands/upkeep_records.h"

namespace twofold::app {
namespace {

using catalog::Rectification;

Object record_of(const Rectification& rectification) {
  Object record = ordered_object();
  record.set("id", rectification.id);
  record.set("target", rectification.target);
  record.set("state", catalog::text(rectification.state));
  record.set("due", rectification.due ? rectification.due->text() : "");
  Array steps;
  for (const auto& step : rectification.steps) {
    Object each = ordered_object();
    each.set("kind", step.kind);
    each.set("day", step.day.text());
    each.set("person", step.person);
    each.set("words", step.words);
    each.set("evidence", step.evidence);
    steps.add(each);
  }
  record.set("steps", steps);
  return record;
}

// What it is about decides who may; the archive itself is everybody's who may rectify at all.
void require(Context& context, const std::string& target) {
  if (!target.empty())
    context.authority().require(catalog::Action::Rectify, catalog::access_of_number(context.reading().database(), target), target);
}

Rectification require_known(Context& context, std::int64_t id) {
  const auto found = catalog::find_rectification(context.reading().database(), id);
  if (!found) throw Error(ErrorKind::NotFound, msg("rectification.unknown", id));
  require(context, found->target);
  return *found;
}

catalog::StepWords words_given(const Context& context) { return {context.arguments().get("note"), context.arguments().get("evidence")}; }

template <class Work>
int step(Context& context, const Work& work) {
  catalog::Transaction transaction(context.writing().database(), context.actor(), context.clock());
  const Rectification rectification = work(transaction);
  transaction.commit();
  context.say(msg("rectification.recorded", rectification.id, context.words("rectification_state." + catalog::text(rectification.state))));
  context.answer(record_of(rectification));
  return 0;
}

}  // namespace

int run_rectify_open(Context& context) {
  const auto& operands = context.arguments().operands;
  const std::string target = operands.empty() ? "" : operands[0];
  context.writing();
  require(context, target);
  return step(context, [&](catalog::Transaction& t) { return catalog::open_rectification(t, target, words_given(context)); });
}

int run_rectify_notice(Context& context) {
  context.writing();
  const auto id = require_known(context, id_operand(context, 0)).id;
  return step(context, [&](catalog::Transaction& t) {
    return catalog::give_notice(t, id, *context.arguments().date("due"), words_given(context));
  });
}

int run_rectify_report(Context& context) {
  context.writing();
  const auto id = require_known(context, id_operand(context, 0)).id;
  return step(context, [&](catalog::Transaction& t) { return catalog::report_work(t, id, words_given(context)); });
}

int run_rectify_inspect(Context& context) {
  context.writing();
  const auto id = require_known(context, id_operand(context, 0)).id;
  const std::string result = context.arguments().get("result");
  if (result != "passed" && result != "failed") throw Error(ErrorKind::Usage, msg("rectification.unknown_result", result));
  return step(context, [&](catalog::Transaction& t) { return catalog::inspect_work(t, id, result == "passed", words_given(context)); });
}

int run_rectify_show(Context& context) {
  const auto found = require_known(context, id_operand(context, 0));
  for (const auto& each : found.steps)
    context.say(each.day.text() + "  " + context.words("rectification_step." + each.kind) + "  " + each.person + "  " + each.words +
                (each.evidence.empty() ? "" : "  " + each.evidence));
  context.answer(record_of(found));
  return 0;
}

int run_rectify_list(Context& context) {
  const auto& database = context.reading().database();
  Array list;
  std::vector<std::vector<std::string>> rows;
  std::int64_t next = 0;
  for (const auto& found : catalog::list_rectifications(database, context.arguments().date("as-of"), after_id(context),
                                                        context.arguments().limit(100))) {
    next = found.id;
    if (!found.target.empty() &&
        !context.authority().allows(catalog::Action::Rectify, catalog::access_of_number(database, found.target)))
      continue;
    list.add(record_of(found));
    rows.push_back({std::to_string(found.id), found.target, context.words("rectification_state." + catalog::text(found.state)),
                    found.due ? found.due->text() : "", found.steps.front().words});
  }
  std::vector<std::string> heading = {"ID"};
  for (const auto* field : {"target", "state", "due", "finding"}) heading.push_back(context.words("field." + std::string(field)));
  context.table(heading, rows);
  Object answer = ordered_object();
  answer.set("rectifications", list);
  answer.set("next", next);
  context.answer(answer);
  return 0;
}

}  // namespace twofold::app
