#include "app/commands.h"
#include "app/commands/records.h"
#include "app/context.h"
#include "archive/ingest.h"
#include "archive/purge.h"

namespace twofold::app {
namespace {

Object record_of(const catalog::DispositionList& list) {
  Object record = ordered_object();
  record.set("list", list.number);
  record.set("as_of", list.as_of.text());
  record.set("state", list.state);
  record.set("drawn_by", list.drawn_by);
  record.set("approved_by", list.approved_by);
  record.set("approved_on", list.approved_on ? list.approved_on->text() : "");
  record.set("executed_by", list.executed_by);
  record.set("witnessed_by", list.witnessed_by);
  Array appraisers, witnesses, rows;
  for (const auto& person : list.appraisers) appraisers.add(person);
  for (const auto& person : list.witnesses) witnesses.add(person);
  record.set("appraisers", appraisers);
  record.set("witnesses", witnesses);
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

void say_list(const Context& context, const catalog::DispositionList& list) {
  context.say(list.number + "  " + list.as_of.text() + "  " + list.state + "  " + list.drawn_by + " / " +
              (list.approved_by.empty() ? "—" : list.approved_by));
  for (const auto& row : list.rows)
    context.say("   " + row.volume.code.text() + "  " + catalog::text(row.track) + "  " + row.state +
                (row.note.empty() ? "" : "  " + row.note));
}

// Runs `act` in a transaction, then shows the list as it is now.
template <class Act>
int change_list(Context& context, const std::string& number, Act act) {
  auto& archive = context.writing();
  catalog::Transaction transaction(archive.database(), context.actor(), context.clock());
  act(transaction);
  transaction.commit();
  archive::index_pending(archive);
  const auto list = catalog::find_list(archive.database(), number);
  if (!list) throw Error(ErrorKind::NotFound, msg("lookup.nothing", number));
  say_list(context, *list);
  context.answer(record_of(*list));
  return 0;
}

}  // namespace

int run_retention_due(Context& context) {
  const auto& arguments = context.arguments();
  const Date as_of = *arguments.date("as-of");
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
      words += (words.empty() ? "" : "; ") + context.words(obstacle);
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
  context.answer(answer);
  return 0;
}

int run_purge_draw(Context& context) {
  const auto& arguments = context.arguments();
  const auto track = catalog::try_parse_track(arguments.get("track"));
  if (!track) throw Error(ErrorKind::Usage, msg("cli.unknown_track", arguments.get("track")));
  std::vector<catalog::VolumeCode> volumes;
  for (const auto& code : arguments.operands) volumes.push_back(catalog::VolumeCode::parse(code));
  auto& archive = context.writing();
  catalog::Transaction transaction(archive.database(), context.actor(), context.clock());
  const auto list = catalog::draw_list(transaction, *arguments.date("as-of"), volumes, *track);
  transaction.commit();
  say_list(context, list);
  context.answer(record_of(list));
  return 0;
}

int run_purge_list(Context& context) {
  const auto& operands = context.arguments().operands;
  const auto& database = context.reading().database();
  Array lists;
  bool found = operands.empty();
  for (const auto& list : catalog::list_dispositions(database)) {
    if (!operands.empty() && list.number != operands[0]) continue;
    found = true;
    say_list(context, list);
    lists.add(record_of(list));
  }
  if (!found) throw Error(ErrorKind::NotFound, msg("lookup.nothing", operands[0]));
  Object answer = ordered_object();
  answer.set("lists", lists);
  context.answer(answer);
  return 0;
}

int run_purge_print(Context& context) {
  const std::string& number = context.arguments().operands[0];
  const std::string out = context.arguments().get("out");
  archive::print_disposition_list(context.writing(), number, out);
  context.say(msg("print.done", out));
  Object answer = ordered_object();
  answer.set("list", number);
  answer.set("out", out);
  context.answer(answer);
  return 0;
}

int run_purge_sign(Context& context) {
  const std::string& number = context.arguments().operands[0];
  return change_list(context, number,
                     [&](catalog::Transaction& transaction) { catalog::sign_list(transaction, number, catalog::DispositionRole::Appraiser); });
}

int run_purge_witness(Context& context) {
  const std::string& number = context.arguments().operands[0];
  return change_list(context, number,
                     [&](catalog::Transaction& transaction) { catalog::sign_list(transaction, number, catalog::DispositionRole::Witness); });
}

int run_retention_extend(Context& context) {
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

int run_purge_approve(Context& context) {
  const std::string& number = context.arguments().operands[0];
  return change_list(context, number,
                     [&](catalog::Transaction& transaction) { catalog::approve_list(transaction, number, context.actor()); });
}

int run_purge_refuse(Context& context) {
  const auto& arguments = context.arguments();
  const std::string& number = arguments.operands[0];
  std::optional<catalog::VolumeCode> volume;
  if (arguments.has("volume")) volume = catalog::VolumeCode::parse(arguments.get("volume"));
  const Date review_after = *arguments.date("review-after");
  return change_list(context, number, [&](catalog::Transaction& transaction) {
    catalog::refuse_rows(transaction, number, volume, review_after, arguments.get("reason"));
  });
}

int run_purge_execute(Context& context) {
  const auto report = archive::execute_disposition(context.writing(), context.arguments().operands[0],
                                                   context.arguments().get("witness"), context.progress());
  Object record = record_of(report.list);
  record.set("items", report.items);
  record.set("objects", report.objects);
  record.set("bytes", report.bytes);
  record.set("certificate", report.certificate.string());
  context.answer(record);
  context.say(msg("purge.done", report.items, report.objects, report.certificate.string()));
  return 0;
}

}  // namespace twofold::app
