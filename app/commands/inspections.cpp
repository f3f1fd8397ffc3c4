#include "catalog/inspections.h"

#include "app/commands.h"
#include "app/commands/damages.h"
#include "app/commands/records.h"
#include "app/commands/upkeep_records.h"
#include "base/text.h"

namespace twofold::app {
namespace {

Object record_of(const catalog::ConditionInspection& inspection) {
  Array damages;
  for (const auto damage : inspection.what.damages) damages.add(catalog::text(damage));
  Object record = ordered_object();
  record.set("id", inspection.id);
  record.set("volume", inspection.what.volume.text());
  record.set("date", inspection.what.day.text());
  record.set("damages", damages);
  if (const auto& miscount = inspection.what.miscount) {
    record.set("pages_counted", miscount->counted);
    record.set("pages_expected", miscount->expected);
  }
  record.set("treatment", inspection.what.treatment);
  record.set("inspector", inspection.what.inspector);
  record.set("follow_up", inspection.what.follow_up ? inspection.what.follow_up->text() : "");
  record.set("resolved_on", inspection.resolved_on ? inspection.resolved_on->text() : "");
  record.set("resolved_by", inspection.resolved_by);
  record.set("resolution", inspection.resolution);
  return record;
}

int show(const Context& context, const std::vector<catalog::ConditionInspection>& inspections) {
  Array records;
  std::vector<std::vector<std::string>> rows;
  for (const auto& each : inspections) {
    records.add(record_of(each));
    const std::string damages = catalog::condition_words(each.what.damages, each.what.miscount, "", context.language());
    rows.push_back({std::to_string(each.id), each.what.volume.text(), each.what.day.text(), damages, each.what.treatment,
                    each.what.inspector, each.what.follow_up ? each.what.follow_up->text() : "",
                    each.resolved_on ? each.resolved_on->text() : ""});
  }
  std::vector<std::string> heading = {"ID"};
  for (const auto* field : {"volume", "date", "damages", "treatment", "person", "follow_up", "resolved_on"})
    heading.push_back(context.words("field." + std::string(field)));
  context.table(heading, rows);
  Object answer = ordered_object();
  answer.set("inspections", records);
  set_next(answer, records, "id");
  context.answer(answer);
  return 0;
}

}  // namespace

std::set<catalog::Damage> damages_given(const Context& context) {
  std::set<catalog::Damage> damages;
  if (!context.arguments().has("damages")) return damages;
  for (const auto& part : split(context.arguments().get("damages"), ',')) {
    const auto damage = catalog::try_parse_damage(trim(part));
    if (!damage) throw Error(ErrorKind::Usage, msg("inspection.unknown_damage", part));
    damages.insert(*damage);
  }
  return damages;
}

int run_inspect_volume(Context& context) {
  const catalog::NewInspection what{.volume = catalog::VolumeCode::parse(context.arguments().operands[0]),
                                    .day = day_given(context),
                                    .damages = damages_given(context),
                                    .treatment = context.arguments().get("treatment"),
                                    .inspector = person_given(context),
                                    .follow_up = context.arguments().date("due")};
  catalog::Transaction transaction(context.writing().database(), context.actor(), context.clock());
  const auto made = catalog::inspect_volume(transaction, what);
  transaction.commit();
  context.say(msg("inspection.recorded", made.id, what.volume));
  context.answer(record_of(made));
  return 0;
}

int run_inspect_resolve(Context& context) {
  const auto id = id_operand(context, 0);
  catalog::Transaction transaction(context.writing().database(), context.actor(), context.clock());
  const auto done = catalog::resolve_follow_up(transaction, id, day_given(context), person_given(context),
                                               context.arguments().get("treatment"));
  transaction.commit();
  context.say(msg("inspection.resolved", id));
  context.answer(record_of(done));
  return 0;
}

int run_inspect_list(Context& context) {
  const auto& operands = context.arguments().operands;
  const auto volume = operands.empty() ? std::nullopt : std::optional(catalog::VolumeCode::parse(operands[0]));
  return show(context, catalog::list_inspections(context.reading().database(), volume, after_id(context),
                                                 context.arguments().limit(100)));
}

int run_inspect_followups(Context& context) {
  return show(context, catalog::list_follow_ups(context.reading().database(), context.arguments().date("as-of"),
                                                after_id(context), context.arguments().limit(100)));
}

}  // namespace twofold::app
