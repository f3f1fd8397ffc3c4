#include "catalog/climate.h"

#include "app/commands.h"
#include "app/commands/records.h"
#include "app/commands/upkeep_records.h"
#include "archive/log_csv.h"
#include "base/files.h"

#include <algorithm>

namespace twofold::app {
namespace {

Object record_of(const catalog::ClimateReading& reading) {
  Object record = ordered_object();
  record.set("room", reading.room);
  record.set("at", reading.at.text());
  record.set("celsius", reading.celsius.value());
  record.set("humidity", reading.humidity.value());
  record.set("out_of_limits", !catalog::within_limits(reading));
  record.set("measured_by", reading.measured_by);
  record.set("measure", reading.measure);
  return record;
}

catalog::Measured measured(const Context& context, std::string_view option) {
  const std::string text = context.arguments().get(option);
  if (const auto value = catalog::Measured::try_parse(text)) return *value;
  throw Error(ErrorKind::Usage, msg("log.not_a_value", text));
}

Object record_of(const catalog::ClimateRange& range) {
  Object record = ordered_object();
  record.set("least", range.least.value());
  record.set("mean", range.mean.value());
  record.set("most", range.most.value());
  return record;
}

Object record_of(const catalog::DailyChange& change) {
  Object record = ordered_object();
  record.set("change", change.change.value());
  record.set("day", change.day ? change.day->text() : "");
  return record;
}

Object record_of(const catalog::ClimatePeriod& period) {
  Object record = ordered_object();
  record.set("from", period.from.text());
  record.set("until", period.until.text());
  record.set("readings", period.readings);
  record.set("out_of_limits", period.out_of_limits);
  record.set("missing", period.missing);
  record.set("celsius", record_of(period.celsius));
  record.set("humidity", record_of(period.humidity));
  record.set("celsius_change", record_of(period.celsius_change));
  record.set("humidity_change", record_of(period.humidity_change));
  return record;
}

std::vector<std::string> row_of(const std::string& name, const catalog::ClimatePeriod& period) {
  const auto range = [&](const catalog::ClimateRange& values) {
    return period.readings == 0 ? "" : values.least.text() + "–" + values.most.text() + " (" + values.mean.text() + ")";
  };
  const auto change = [](const catalog::DailyChange& value) {
    return value.day ? value.change.text() + " (" + value.day->text() + ")" : std::string();
  };
  return {name, std::to_string(period.readings), range(period.celsius), range(period.humidity),
          std::to_string(period.out_of_limits), std::to_string(period.missing), change(period.celsius_change),
          change(period.humidity_change)};
}

void show_summary(const Context& context, const catalog::ClimateSummary& summary) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& month : summary.months) rows.push_back(row_of(month.from.text().substr(0, 7), month));
  rows.push_back(row_of(context.words("climate.year"), summary.year));
  std::vector<std::string> heading;
  for (const auto* field : {"period", "readings", "celsius", "humidity", "out_of_limits", "missing", "celsius_change", "humidity_change"})
    heading.push_back(context.words("field." + std::string(field)));
  context.table(heading, rows);
  std::string days;
  for (const auto& missing : summary.missing) days += ' ' + missing.day.text();
  if (!days.empty()) context.say(msg("climate.missing", days.substr(1)));
}

}  // namespace

int run_climate_record(Context& context) {
  const catalog::ClimateReading reading{.room = context.arguments().operands[0],
                                        .at = catalog::LocalTime::parse(context.arguments().get("at")),
                                        .celsius = measured(context, "celsius"),
                                        .humidity = measured(context, "humidity"),
                                        .measured_by = person_given(context),
                                        .measure = context.arguments().get("measure")};
  catalog::Transaction transaction(context.writing().database(), context.actor(), context.clock());
  const bool added = catalog::record_climate(transaction, reading);
  transaction.commit();
  if (added) context.say(msg("climate.recorded", reading.room, reading.at, reading.celsius, reading.humidity));
  else context.say(msg("climate.known", reading.room, reading.at));
  if (!catalog::within_limits(reading)) context.say(msg("climate.out_of_limits"));
  Object answer = record_of(reading);
  answer.set("added", added);
  context.answer(answer);
  return 0;
}

int run_climate_import(Context& context) {
  const auto table = archive::read_climate_table(read_file(context.arguments().operands[0]),
                                                 context.arguments().get("room"), person_given(context));
  catalog::Transaction transaction(context.writing().database(), context.actor(), context.clock());
  auto result = catalog::import_climate(transaction, table.readings);
  result.faults.insert(result.faults.end(), table.faults.begin(), table.faults.end());
  std::ranges::stable_sort(result.faults, {}, &catalog::RowFault::line);
  if (result.faults.empty()) transaction.commit();
  return end_of_import(context, result);
}

int run_climate_summary(Context& context) {
  const auto today = context.clock().today();
  const auto summary = catalog::summarise_climate(context.reading().database(), context.arguments().operands[0],
                                                  context.arguments().number("year").value_or(today.year()), today);
  show_summary(context, summary);
  Array months, missing;
  for (const auto& month : summary.months) months.add(record_of(month));
  for (const auto& day : summary.missing) {
    Object record = ordered_object();
    record.set("day", day.day.text());
    record.set("missing", day.missing);
    missing.add(record);
  }
  Object answer = ordered_object();
  answer.set("room", summary.room);
  answer.set("year", record_of(summary.year));
  answer.set("months", months);
  answer.set("missing", missing);
  context.answer(answer);
  return 0;
}

int run_climate_alarms(Context& context) {
  Array alarms;
  std::vector<std::vector<std::string>> rows;
  for (const auto& [id, reading] : catalog::list_climate_alarms(context.reading().database(), context.arguments().get("room"),
                                                                after_id(context), context.arguments().limit(100))) {
    Object record = record_of(reading);
    record.set("id", id);
    alarms.add(record);
    rows.push_back({std::to_string(id), reading.room, reading.at.text(), reading.celsius.text(), reading.humidity.text(),
                    reading.measured_by, reading.measure});
  }
  context.table({"ID", context.words("field.room"), context.words("field.at"), "℃", "%RH", context.words("field.person"),
                 context.words("field.measure")},
                rows);
  Object answer = ordered_object();
  answer.set("alarms", alarms);
  set_next(answer, alarms, "id");
  context.answer(answer);
  return 0;
}

}  // namespace twofold::app
