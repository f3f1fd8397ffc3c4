#include "catalog/rectifications.h"

#include "app/commands.h"
#include "app/commands/records.h"
#include "app/commands/upkeep_records.h"
#include "catalog/known_records.h"

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
void require(Context& context, const std::string& target, const Message& absent) {
  if (target.empty()) return;
  context.authority().require(catalog::Action::Rectify, catalog::access_of_number(context.reading().database(), target),
                              absent);
}

Rectification require_known(Context& context, std::int64_t id) {
  const auto found = catalog::find_rectification(context.reading().database(), id);
  const Message absent = msg("rectification.unknown", id);
  if (!found) throw Error(ErrorKind::NotFound, absent);
  require(context, found->target, absent);
  return *found;
}

// Evidence that whoever names it may not know of is as good as none.
catalog::StepWords words_given(Context& context) {
  catalog::StepWords words{context.arguments().get("note"), context.arguments().get("evidence")};
  if (!words.evidence.empty())
    context.authority().require(catalog::Action::Describe,
                                catalog::access_of_number(context.reading().database(), words.evidence),
                                msg("rectification.unknown_evidence", words.evidence));
  return words;
}

// After a failed inspection it is open anew, which alone would not tell that anybody looked.
Message outcome(const Context& context, const Rectification& rectification) {
  if (rectification.steps.back().kind == "failed") return msg("rectification.failed", rectification.id);
  return msg("rectification.recorded", rectification.id, context.words("rectification_state." + catalog::text(rectification.state)));
}

template <class Work>
int step(Context& context, const Work& work) {
  catalog::Transaction transaction(context.writing().database(), context.actor(), context.clock());
  const Rectification rectification = work(transaction);
  transaction.commit();
  context.say(outcome(context, rectification));
  context.answer(record_of(rectification));
  return 0;
}

// All, or those about what whoever acts keeps; a grant lets nobody put right what is another's.
std::vector<Rectification> known_rectifications(Context& context, const catalog::Database& database) {
  const auto& authority = context.authority();
  const auto overdue_on = context.arguments().date("as-of");
  const std::size_t most = context.arguments().limit(100);
  if (authority.everywhere(catalog::Action::Rectify))
    return catalog::list_rectifications(database, overdue_on, after_id(context), most);
  catalog::Actor keeper = authority.actor();
  keeper.granted_customers.clear(), keeper.granted_volumes.clear(), keeper.granted_items.clear();
  return catalog::list_known_rectifications(database, catalog::readable_by(database, keeper), overdue_on, after_id(context), most);
}

}  // namespace

int run_rectify_open(Context& context) {
  const auto& operands = context.arguments().operands;
  const std::string target = operands.empty() ? "" : operands[0];
  context.writing();
  require(context, target, msg("rectification.unknown_target", target));
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
  const auto page = known_rectifications(context, database);
  for (const auto& found : page) {
    list.add(record_of(found));
    rows.push_back({std::to_string(found.id), found.target, context.words("rectification_state." + catalog::text(found.state)),
                    found.due ? found.due->text() : "", found.steps.front().words});
  }
  std::vector<std::string> heading = {"ID"};
  for (const auto* field : {"target", "state", "due", "finding"}) heading.push_back(context.words("field." + std::string(field)));
  context.table(heading, rows);
  Object answer = ordered_object();
  answer.set("rectifications", list);
  answer.set("next", page.empty() ? 0 : page.back().id);
  context.answer(answer);
  return 0;
}

}  // namespace twofold::app
