#include "archive/closing.h"

#include "app/commands.h"
#include "app/commands/records.h"
#include "app/context.h"

namespace twofold::app {
namespace {

int year_of(const std::string& text) {
  const auto day = Date::try_parse(text + "-01-01");
  if (text.size() != 4 || !day) throw Error(ErrorKind::Usage, msg("cli.not_a_number", "YEAR", text));
  return day->year();
}

catalog::ClosingScope scope_of(const Arguments& arguments) {
  catalog::ClosingScope scope;
  scope.year = year_of(arguments.operands[0]);
  scope.category = arguments.number("category");
  if (arguments.has("manager")) scope.manager = arguments.get("manager");
  return scope;
}

Array say_blockers(const Context& context, const archive::ClosingReport& report) {
  Array blockers;
  std::vector<std::vector<std::string>> rows;
  for (const auto& blocker : report.blockers) {
    const std::string text = render(blocker.message, context.language());
    Object record = ordered_object();
    record.set("rule", blocker.rule);
    record.set("number", blocker.number);
    record.set("message", text);
    blockers.add(record);
    rows.push_back({blocker.rule, blocker.number, text});
  }
  if (!rows.empty()) context.table({context.words("field.rule"), context.words("field.number"), context.words("field.reason")}, rows);
  return blockers;
}

Array say_volumes(const Context& context, const archive::ClosingReport& report) {
  Array volumes;
  for (const auto& closed : report.volumes) {
    Object record = volume_record(closed.volume);
    record.set("forms", closed.forms.string());
    record.set("manifest_sha256", closed.manifest.text());
    volumes.add(record);
    context.say(msg("close.volume", closed.volume.code, closed.volume.item_count, closed.volume.page_count));
    context.say(msg("close.forms", closed.forms.string(), closed.volume.code));
  }
  return volumes;
}

}  // namespace

int run_close(Context& context) {
  const auto scope = scope_of(context.arguments());
  const bool dry_run = context.arguments().has("dry-run");
  auto& archive = dry_run ? context.reading() : context.writing();
  const auto report = archive::close_year(archive, scope, dry_run, context.progress());
  Object answer = ordered_object();
  answer.set("year", scope.year);
  answer.set("dry_run", dry_run);
  answer.set("blocker_count", report.blocker_count);
  answer.set("blockers", say_blockers(context, report));
  answer.set("volumes", say_volumes(context, report));
  context.answer(answer);
  if (report.blocker_count > 0) context.say(msg("close.blocked", scope.year, report.blocker_count));
  else if (dry_run) context.say(msg("close.nothing_blocks", scope.year));
  else context.say(msg("close.done", scope.year, report.volumes.size()));
  return report.blocker_count > 0 ? 1 : 0;
}

int run_close_check(Context& context) {
  const auto code = catalog::VolumeCode::parse(context.arguments().operands[0]);
  auto& archive = context.writing();
  catalog::Transaction transaction(archive.database(), context.actor(), context.clock());
  catalog::check_closing(transaction, code);
  transaction.commit();
  context.say(msg("close.checked", code, context.actor()));
  context.answer(volume_record(*catalog::find_volume(archive.database(), code)));
  return 0;
}

int run_volume_list(Context& context) {
  const auto& arguments = context.arguments();
  catalog::VolumeFilter filter;
  filter.year = arguments.number("year");
  filter.category = arguments.number("category");
  if (arguments.has("manager")) filter.manager = arguments.get("manager");
  const std::string state = arguments.get("state");
  using catalog::VolumeState;
  for (const auto candidate : {VolumeState::Open, VolumeState::Closing, VolumeState::Bound, VolumeState::Shelved,
                               VolumeState::Listed, VolumeState::Transferred, VolumeState::Destroyed})
    if (catalog::text(candidate) == state) filter.state = candidate;
  if (!state.empty() && !filter.state) throw Error(ErrorKind::Usage, msg("cli.unknown_state", state));
  Array list;
  std::vector<std::vector<std::string>> rows;
  for (const auto& volume : catalog::list_volumes(context.reading().database(), filter, arguments.number("after").value_or(0),
                                                  arguments.limit(100))) {
    Object record = volume_record(volume);
    record.set("id", volume.id);
    list.add(record);
    rows.push_back({volume.code.text(), volume.title, context.words("state." + catalog::text(volume.state)), std::to_string(volume.item_count),
                    std::to_string(volume.page_count), volume.shelf, volume.container,
                    waits_for_checker(volume) ? context.words("close.unchecked") : volume.checked_by});
  }
  context.table({context.words("field.volume"), context.words("field.title"), context.words("field.state"),
                 context.words("field.items"), context.words("field.pages"), context.words("field.shelf"),
                 context.words("field.container"), context.words("form.checked_by")},
                rows);
  Object answer = ordered_object();
  answer.set("volumes", list);
  set_next(answer, list, "id");
  context.answer(answer);
  return 0;
}

int run_volume_verify(Context& context) {
  const auto code = catalog::VolumeCode::parse(context.arguments().operands[0]);
  const auto faults = archive::verify_closed_volume(context.reading(), code);
  Array list;
  for (const auto& fault : faults) {
    list.add(render(fault, context.language()));
    context.say(fault);
  }
  if (faults.empty()) context.say(msg("volume.verified", code));
  Object answer = ordered_object();
  answer.set("volume", code.text());
  answer.set("faults", list);
  context.answer(answer);
  return faults.empty() ? 0 : 1;
}

}  // namespace twofold::app
