// Registers and statistics, as tables, CSV and JSON.

#include "catalog/statistics.h"

#include "app/commands.h"
#include "app/commands/records.h"
#include "app/commands/upkeep_records.h"
#include "archive/csv.h"
#include "base/files.h"

#include <algorithm>

namespace twofold::app {
namespace {

using Rows = std::vector<std::vector<std::string>>;

// As a table, and with --export as a file that spreadsheets open.
void show(const Context& context, const std::vector<std::string>& heading, const Rows& rows) {
  if (!context.arguments().has("export")) return context.table(heading, rows);
  const std::string file = context.arguments().get("export");
  std::string bytes(archive::kCsvMark);
  bytes += archive::csv_line(heading);
  for (const auto& row : rows) bytes += archive::csv_line(row);
  write_durably(file, bytes);
  context.say(msg("register.exported", rows.size(), file));
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
  const auto columns = catalog::register_columns(*which);
  context.authority().note(arguments.has("export") ? "register.exported" : "register.read", "",
                           {{"register", std::string(catalog::text(*which))}});
  const auto entries = catalog::list_register(context.reading().database(), *which, arguments.number("year"), after_id(context),
                                              arguments.limit(arguments.has("export") ? 1'000'000 : 100));
  Rows rows;
  Array list;
  const auto tracks = std::ranges::find(columns, "form.tracks") - columns.begin();
  for (const auto& entry : entries) {
    rows.push_back(entry.cells);
    if (which == catalog::Register::Disposition) {
      auto& cell = rows.back()[static_cast<std::size_t>(tracks)];
      cell = context.words("track." + cell);
    }
    Array cells;
    for (const auto& cell : entry.cells) cells.add(cell);
    list.add(cells);
  }
  show(context, words_of(context, columns), rows);
  Array names;
  for (const auto& word : words_of(context, columns)) names.add(word);
  Object answer = ordered_object();
  answer.set("register", catalog::text(*which));
  answer.set("columns", names);
  answer.set("rows", list);
  answer.set("next", entries.empty() ? 0 : entries.back().id);
  context.answer(answer);
  return 0;
}

int run_stats(Context& context) {
  const std::string named = context.arguments().get("by", "year");
  const auto by = catalog::try_parse_statistics_by(named);
  if (!by) throw Error(ErrorKind::Usage, msg("stats.unknown_by", named));
  context.authority().note(context.arguments().has("export") ? "statistics.exported" : "statistics.read", "", {{"by", named}});
  Rows rows;
  Array list;
  for (const auto& row : catalog::statistics(context.reading().database(), *by)) {
    Object record = ordered_object();
    record.set(named, row.key);
    std::vector<std::string> cells = {row.key};
    for (const auto& [name, count] : {std::pair{"items", row.items}, {"pages", row.pages}, {"paper", row.paper}, {"volumes", row.volumes},
                                      {"loans", row.loans}, {"destroyed", row.destroyed}, {"transferred", row.transferred}}) {
      record.set(name, count);
      cells.push_back(std::to_string(count));
    }
    list.add(record);
    rows.push_back(cells);
  }
  std::vector<std::string> heading = {context.words("field." + named)};
  for (const auto* field : {"items", "pages", "paper_items", "volumes", "loans", "destroyed", "transferred"})
    heading.push_back(context.words("field." + std::string(field)));
  show(context, heading, rows);
  Object answer = ordered_object();
  answer.set("by", named);
  answer.set("rows", list);
  context.answer(answer);
  return 0;
}

int run_stats_reconcile(Context& context) {
  Rows rows;
  Array list;
  bool agree = true;
  for (const auto& [what, registered, in_trail] : catalog::reconcile_registers(context.reading().database())) {
    agree = agree && registered == in_trail;
    Object record = ordered_object();
    record.set("register", what);
    record.set("registered", registered);
    record.set("in_trail", in_trail);
    list.add(record);
    rows.push_back({context.words("register." + what), std::to_string(registered), std::to_string(in_trail)});
  }
  context.table({context.words("field.register"), context.words("field.registered"), context.words("field.in_trail")}, rows);
  context.say(msg(agree ? "register.agree" : "register.disagree"));
  Object answer = ordered_object();
  answer.set("agree", agree);
  answer.set("registers", list);
  context.answer(answer);
  return agree ? 0 : 1;
}

}  // namespace twofold::app
