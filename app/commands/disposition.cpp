#include "app/commands.h"
#include "app/commands/records.h"
#include "app/commands/upkeep_records.h"
#include "app/context.h"
#include "base/text.h"
#include "archive/ingest.h"
#include "archive/purge.h"

#include <fmt/format.h>

namespace twofold::app {
namespace {

std::string text_of(const std::optional<Date>& day) { return day ? day->text() : ""; }

Object record_of(const catalog::DispositionList& list, const catalog::Profile& profile) {
  Object record = ordered_object();
  record.set("list", list.number);
  record.set("as_of", list.as_of.text());
  record.set("state", list.state);
  record.set("drawn_by", list.drawn_by);
  record.set("drawn_on", text_of(list.drawn_on));
  record.set("approved_by", list.approved_by);
  record.set("approved_on", text_of(list.approved_on));
  record.set("cooled_on", text_of(catalog::cooled_on(list, profile)));
  record.set("executed_by", list.executed_by);
  record.set("executed_on", text_of(list.executed_on));
  record.set("witnessed_by", array_of(list.witnessed_by));
  record.set("certificate_sha256", list.certificate ? list.certificate->text() : "");
  record.set("appraisers", array_of(list.appraisers));
  record.set("witnesses", array_of(list.witnesses));
  Array rows;
  for (const auto& row : list.rows) {
    Object entry = volume_record(row.volume);
    entry.set("track", catalog::text(row.track));
    entry.set("row_state", row.state);
    entry.set("note", row.note);
    rows.add(entry);
  }
  record.set("rows", rows);
  return record;
}

void say_people(const Context& context, const char* key, const std::vector<std::string>& people, const std::optional<Date>& day = {}) {
  if (people.empty() || people.front().empty()) return;
  context.say(fmt::format("   {}: {}{}", context.words(key), fmt::join(people, ", "), day ? "  " + day->text() : std::string()));
}

void say_list(const Context& context, const catalog::DispositionList& list, const catalog::Profile& profile) {
  context.say(list.number + "  " + context.words("disposition_state." + list.state) + "  " + context.words("form.as_of") + ": " +
              list.as_of.text());
  say_people(context, "field.drawn_by", {list.drawn_by}, list.drawn_on);
  say_people(context, "field.appraisers", list.appraisers);
  say_people(context, "form.approver", {list.approved_by}, list.approved_on);
  if (list.state == "approved") say_people(context, "field.cooled_on", {text_of(catalog::cooled_on(list, profile))});
  say_people(context, "field.witnesses", list.witnessed_by.empty() ? list.witnesses : list.witnessed_by);
  say_people(context, "form.executor", {list.executed_by}, list.executed_on);
  for (const auto& row : list.rows)
    context.say("   " + row.volume.code.text() + "  " + context.words("track." + catalog::text(row.track)) + "  " +
                context.words("disposition_state." + row.state) + (row.note.empty() ? "" : "  " + row.note));
}

// The register is for those who may see it; whoever may witness is told of the lists that concern them (R42).
catalog::ForWitness told_as_witness(Context& context) {
  if (context.authority().everywhere(catalog::Action::SeeRegisters)) return std::nullopt;
  return context.actor();
}

// One that is not there, or is none of theirs to know of: both look alike.
[[noreturn]] void refuse_list(Context& context, const std::string& number) {
  context.authority().require(catalog::Action::SeeRegisters, {}, number);
  throw Error(ErrorKind::NotFound, msg("lookup.nothing", number));
}

// Runs `act` in a transaction, then shows the list as it is now.
template <class Act>
int change_list(Context& context, const std::string& number, Act act) {
  auto& archive = context.writing();
  catalog::Transaction transaction(archive.database(), context.actor(), context.clock());
  act(transaction);
  transaction.commit();
  archive::index_pending(archive);
  const auto list = catalog::find_list(archive.database(), number, told_as_witness(context));
  if (!list) throw Error(ErrorKind::NotFound, msg("lookup.nothing", number));
  say_list(context, *list, archive.profile());
  context.answer(record_of(*list, archive.profile()));
  return 0;
}

}  // namespace

int run_list_due(Context& context) {
  const auto& arguments = context.arguments();
  const Date as_of = arguments.date("as-of").value_or(context.clock().today());
  const auto due = catalog::list_due(context.reading().database(), as_of, arguments.number("after").value_or(0),
                                     arguments.limit(100));
  Array list;
  std::vector<std::vector<std::string>> rows;
  for (const auto& row : due) {
    Object record = volume_record(row.volume);
    record.set("id", row.volume.id);
    record.set("eligible_since", row.eligible_since.text());
    Array obstacles;
    std::string words;
    for (const auto& obstacle : row.obstacles) {
      obstacles.add(obstacle);
      words += (words.empty() ? "" : "; ") + render(msg(obstacle, row.volume.code), context.language());
    }
    record.set("obstacles", obstacles);
    list.add(record);
    rows.push_back({row.volume.code.text(), row.eligible_since.text(), std::to_string(row.volume.item_count),
                    words.empty() ? context.words("retention.may_be_listed") : words});
  }
  context.table({context.words("field.volume"), context.words("field.eligible_since"), context.words("field.items"),
                 context.words("field.obstacles")},
                rows);
  Object answer = ordered_object();
  answer.set("as_of", as_of.text());
  answer.set("volumes", list);
  set_next(answer, list, "id");
  context.answer(answer);
  return 0;
}

int run_appraise_draw(Context& context) {
  const auto& arguments = context.arguments();
  const auto track = catalog::try_parse_track(arguments.get("track"));
  if (!track) throw Error(ErrorKind::Usage, msg("cli.unknown_track", arguments.get("track")));
  std::vector<catalog::VolumeCode> volumes;
  for (const auto& code : arguments.operands) volumes.push_back(catalog::VolumeCode::parse(code));
  auto& archive = context.writing();
  catalog::Transaction transaction(archive.database(), context.actor(), context.clock());
  const auto list = catalog::draw_list(transaction, arguments.date("as-of").value_or(transaction.today()), volumes, *track);
  transaction.commit();
  say_list(context, list, archive.profile());
  context.answer(record_of(list, archive.profile()));
  return 0;
}

int run_dispose_list(Context& context) {
  const auto& arguments = context.arguments();
  const auto& database = context.reading().database();
  const auto witness = told_as_witness(context);
  if (witness) context.authority().require(catalog::Action::Witness);
  std::vector<catalog::DispositionList> lists;
  if (arguments.operands.empty())
    lists = catalog::list_dispositions(database, arguments.get("state"), after_id(context), arguments.limit(20), witness);
  else if (auto list = catalog::find_list(database, arguments.operands[0], witness))
    lists.push_back(*std::move(list));
  else refuse_list(context, arguments.operands[0]);
  const auto& profile = context.reading().profile();
  Array records;
  for (const auto& list : lists) {
    say_list(context, list, profile);
    records.add(record_of(list, profile));
  }
  Object answer = ordered_object();
  answer.set("lists", records);
  answer.set("next", lists.empty() ? 0 : lists.back().id);
  context.answer(answer);
  return 0;
}

int run_dispose_verify(Context& context) {
  const std::string& number = context.arguments().operands[0];
  const auto faults = archive::verify_disposition(context.reading(), number, context.progress());
  Array list;
  for (const auto& fault : faults) {
    list.add(render(fault, context.language()));
    context.say(fault);
  }
  if (faults.empty()) context.say(msg("disposition.sound", number));
  Object answer = ordered_object();
  answer.set("list", number);
  answer.set("faults", list);
  context.answer(answer);
  return faults.empty() ? 0 : 1;
}

int run_appraise_sign(Context& context) {
  const std::string& number = context.arguments().operands[0];
  return change_list(context, number,
                     [&](catalog::Transaction& transaction) { catalog::sign_list(transaction, number, catalog::DispositionRole::Appraiser); });
}

int run_dispose_witness(Context& context) {
  const std::string& number = context.arguments().operands[0];
  return change_list(context, number,
                     [&](catalog::Transaction& transaction) { catalog::sign_list(transaction, number, catalog::DispositionRole::Witness); });
}

int run_appraise_extend(Context& context) {
  const auto& arguments = context.arguments();
  const auto code = catalog::VolumeCode::parse(arguments.operands[0]);
  const Date review_after = *arguments.date("review-after");
  catalog::Transaction transaction(context.writing().database(), context.actor(), context.clock());
  catalog::extend_retention(transaction, code, review_after, arguments.get("reason"));
  transaction.commit();
  context.say(msg("retention.extended", code, review_after));
  Object answer = ordered_object();
  answer.set("volume", code.text());
  answer.set("review_after", review_after.text());
  context.answer(answer);
  return 0;
}

int run_dispose_approve(Context& context) {
  const std::string& number = context.arguments().operands[0];
  return change_list(context, number,
                     [&](catalog::Transaction& transaction) { catalog::approve_list(transaction, number, context.actor()); });
}

int run_dispose_refuse(Context& context) {
  const auto& arguments = context.arguments();
  const std::string& number = arguments.operands[0];
  std::optional<catalog::VolumeCode> volume;
  if (arguments.has("volume")) volume = catalog::VolumeCode::parse(arguments.get("volume"));
  const Date review_after = *arguments.date("review-after");
  return change_list(context, number, [&](catalog::Transaction& transaction) {
    catalog::refuse_rows(transaction, number, volume, review_after, arguments.get("reason"));
  });
}

int run_dispose_execute(Context& context) {
  const auto report = archive::execute_disposition(context.writing(), context.arguments().operands[0],
                                                   split(context.arguments().get("witness"), ','), context.progress());
  Object record = record_of(report.list, context.writing().profile());
  record.set("items", report.items);
  record.set("objects", report.objects);
  record.set("bytes", report.bytes);
  record.set("certificate", report.certificate.string());
  context.answer(record);
  context.say(msg("disposition.done", report.items, report.objects, report.certificate.string()));
  return 0;
}

}  // namespace twofold::app
