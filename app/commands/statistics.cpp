// Registers and statistics, as tables, CSV and JSON.

#include "catalog/statistics.h"

#include "app/commands.h"
#include "app/commands/export_kind.h"
#include "app/commands/records.h"
#include "app/commands/upkeep_records.h"
#include "archive/csv.h"
#include "base/files.h"

#include <algorithm>

namespace twofold::app {
namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string csv_of(const std::vector<std::string>& heading, const Rows& rows) {
  std::string bytes(archive::kCsvMark);
  bytes += archive::csv_line(heading);
  for (const auto& row : rows) bytes += archive::csv_line(row);
  return bytes;
}

// As a table, and with --export as a file for spreadsheets or programs.
void show(const Context& context, const std::vector<std::string>& heading, const Rows& rows, const Object& answer) {
  if (!context.arguments().has("export")) return context.table(heading, rows);
  const std::string file = context.arguments().get("export");
  write_durably(file, export_kind(file) == ExportKind::Csv ? csv_of(heading, rows) : json_text(answer) + "\n");
  context.say(msg("register.exported", rows.size(), file));
}

// A file that cannot be written is refused before anything is read or logged.
void check_export(const Context& context) {
  if (!context.arguments().has("export")) return;
  const std::string file = context.arguments().get("export");
  export_kind(file);
  refuse_existing(file);
}

std::vector<std::string> words_of(const Context& context, const std::vector<std::string>& keys) {
  std::vector<std::string> words;
  for (const auto& key : keys) words.push_back(context.words(key));
  return words;
}

}  // namespace

int run_register(Context& context) {
  const auto& arguments = context.arguments();
  const auto which = catalog::try_parse_register(arguments.operands[0]);
  if (!which) throw Error(ErrorKind::Usage, msg("register.unknown", arguments.operands[0]));
  check_export(context);
  const auto columns = catalog::register_columns(*which);
  context.authority().note(arguments.has("export") ? "register.exported" : "register.read", "",
                           {{"register", std::string(catalog::text(*which))}});
  const auto entries = catalog::list_register(context.reading().database(), *which, arguments.number("year"), after_id(context),
                                              arguments.limit(arguments.has("export") ? 1'000'000 : 100), context.language());
  Rows rows;
  Array list;
  for (const auto& entry : entries) {
    rows.push_back(entry.cells);
    list.add(array_of(entry.cells));
  }
  Object answer = ordered_object();
  answer.set("register", catalog::text(*which));
  answer.set("columns", array_of(words_of(context, columns)));
  answer.set("rows", list);
  answer.set("next", entries.empty() ? 0 : entries.back().id);
  show(context, words_of(context, columns), rows, answer);
  context.answer(answer);
  return 0;
}

int run_stats(Context& context) {
  const std::string named = context.arguments().get("by", "year");
  const auto by = catalog::try_parse_statistics_by(named);
  if (!by) throw Error(ErrorKind::Usage, msg("stats.unknown_by", named));
  check_export(context);
  context.authority().note(context.arguments().has("export") ? "statistics.exported" : "statistics.read", "", {{"by", named}});
  auto& archive = context.reading();
  Rows rows;
  Array list;
  for (const auto& row : catalog::statistics(archive.database(), *by, catalog::classes_on(archive.profile(), context.clock().today()))) {
    Object record = ordered_object();
    record.set(named, row.key);
    const bool daily = *by == catalog::StatisticsBy::Category && row.key == "0";
    std::vector<std::string> cells = {daily ? context.words("facet.daily_records") : row.key};
    for (const auto& [name, count] : {std::pair{"items", row.items}, {"pages", row.pages}, {"paper", row.paper}}) {
      record.set(name, count);
      cells.push_back(std::to_string(count));
    }
    using Counts = catalog::VolumeCounts;
    for (const auto& [name, count] : {std::pair{"volumes", &Counts::volumes}, {"loans", &Counts::loans}, {"destroyed", &Counts::destroyed},
                                      {"transferred", &Counts::transferred}}) {
      if (row.of_volumes) record.set(name, (*row.of_volumes).*count);
      cells.push_back(row.of_volumes ? std::to_string((*row.of_volumes).*count) : "");
    }
    list.add(record);
    rows.push_back(cells);
  }
  std::vector<std::string> heading = {context.words("field." + named)};
  for (const auto* field : {"items", "pages", "paper_items", "volumes", "loans", "destroyed", "transferred"})
    heading.push_back(context.words("field." + std::string(field)));
  Object answer = ordered_object();
  answer.set("by", named);
  answer.set("rows", list);
  show(context, heading, rows, answer);
  context.answer(answer);
  return 0;
}

int run_stats_reconcile(Context& context) {
  Rows rows;
  Array list;
  bool agree = true;
  for (const auto& each : catalog::reconcile_registers(context.reading().database())) {
    agree = agree && each.agrees();
    const std::string in_statistics = each.in_statistics ? std::to_string(*each.in_statistics) : "";
    Object record = ordered_object();
    record.set("register", catalog::text(each.which));
    record.set("year", each.year);
    record.set("registered", each.registered);
    if (each.in_statistics) record.set("in_statistics", *each.in_statistics);
    record.set("in_trail", each.in_trail);
    list.add(record);
    rows.push_back({context.words("register." + catalog::text(each.which)), std::to_string(each.year), std::to_string(each.registered),
                    in_statistics, std::to_string(each.in_trail)});
  }
  std::vector<std::string> heading;
  for (const auto* field : {"register", "year", "registered", "in_statistics", "in_trail"})
    heading.push_back(context.words("field." + std::string(field)));
  context.table(heading, rows);
  context.say(msg(agree ? "register.agree" : "register.disagree"));
  Object answer = ordered_object();
  answer.set("agree", agree);
  answer.set("registers", list);
  context.answer(answer);
  return agree ? 0 : 1;
}

}  // namespace twofold::app
