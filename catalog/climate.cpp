#include "catalog/climate.h"

#include "base/error.h"
#include "base/text.h"
#include "catalog/events.h"
#include "catalog/sql.h"
#include "catalog/stacks/layout.h"

#include <charconv>
#include <fmt/format.h>

namespace twofold::catalog {
namespace {

constexpr std::string_view kSelectReading =
    "SELECT id, room, day, minute, celsius, humidity, measured_by, measure FROM climate_reading ";

ClimateReading read_reading(const Statement& row) {
  return ClimateReading{.room = row.text(1),
                        .at = {Date::parse(row.text(2)), static_cast<int>(row.integer(3))},
                        .celsius = {static_cast<int>(row.integer(4))},
                        .humidity = {static_cast<int>(row.integer(5))},
                        .measured_by = row.text(6),
                        .measure = row.text(7)};
}

enum class Known { No, Same, Differs };

Known known(const Database& database, const ClimateReading& reading) {
  Statement row(database, std::string(kSelectReading) + "WHERE room = ? AND day = ? AND minute = ?");
  row.bind(reading.room).bind(reading.at.day).bind(reading.at.minute);
  if (!row.step()) return Known::No;
  const ClimateReading kept = read_reading(row);
  return kept.celsius == reading.celsius && kept.humidity == reading.humidity ? Known::Same : Known::Differs;
}

void insert(Transaction& transaction, const ClimateReading& reading) {
  Statement(transaction.database(),
            "INSERT INTO climate_reading(room, day, minute, celsius, humidity, measured_by, measure, out_of_limits, "
            "recorded_by, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .bind(reading.room)
      .bind(reading.at.day)
      .bind(reading.at.minute)
      .bind(reading.celsius.hundredths)
      .bind(reading.humidity.hundredths)
      .bind(reading.measured_by)
      .bind(reading.measure)
      .bind(!within_limits(reading))
      .bind(transaction.actor())
      .bind(transaction.now())
      .run();
}

// A misspelt room would have a register of its own.
std::optional<Message> unknown_room(const std::set<std::string>& rooms, const std::string& room) {
  if (rooms.empty() || rooms.contains(room)) return std::nullopt;
  return msg("climate.room_not_there", room, fmt::format("{}", fmt::join(rooms, ", ")));
}

}  // namespace

std::optional<Measured> Measured::try_parse(std::string_view text) {
  text = trim(text);
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const auto point = text.find_first_of(".,");
  const auto whole = text.substr(0, point);
  const auto fraction = point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
  if (whole.empty() || whole.size() > 4 || (point != std::string_view::npos && fraction.empty())) return std::nullopt;
  int hundredths = 0;
  for (const char c : std::string(whole) + std::string(fraction))
    if (c < '0' || c > '9') return std::nullopt;
  for (const char c : whole) hundredths = hundredths * 10 + (c - '0');
  for (std::size_t i = 0; i < 2; ++i) hundredths = hundredths * 10 + (i < fraction.size() ? fraction[i] - '0' : 0);
  if (fraction.size() > 2 && fraction[2] >= '5') ++hundredths;
  return Measured{negative ? -hundredths : hundredths};
}

std::string Measured::text() const {
  std::string out = fmt::format("{:.2f}", value());
  while (out.ends_with('0')) out.pop_back();
  if (out.ends_with('.')) out.pop_back();
  return out;
}

bool within_limits(const ClimateReading& reading) {
  return reading.celsius >= kLeastCelsius && reading.celsius <= kMostCelsius && reading.humidity >= kLeastHumidity &&
         reading.humidity <= kMostHumidity;
}

std::optional<Message> fault_of(const ClimateReading& reading, const Date& today) {
  if (trim(reading.room).empty()) return msg("upkeep.no_room");
  if (trim(reading.measured_by).empty()) return msg("upkeep.no_signature");
  if (reading.celsius < Measured{-4000} || reading.celsius > Measured{7000})
    return msg("climate.bad_celsius", reading.celsius);
  if (reading.humidity < Measured{0} || reading.humidity > Measured{10000})
    return msg("climate.bad_humidity", reading.humidity);
  if (reading.at.day > today) return msg("upkeep.in_future", reading.at);
  return std::nullopt;
}

bool record_climate(Transaction& transaction, const ClimateReading& reading) {
  if (const auto fault = fault_of(reading, transaction.today())) throw Error(ErrorKind::Usage, *fault);
  if (const auto fault = unknown_room(rooms_laid_out(transaction.database()), reading.room)) throw Error(ErrorKind::NotFound, *fault);
  const Known before = known(transaction.database(), reading);
  if (before == Known::Same) return false;
  if (before == Known::Differs) throw Error(ErrorKind::Refused, msg("climate.differs", reading.room, reading.at));
  insert(transaction, reading);
  record_event(transaction, "climate.recorded", reading.room,
               {{"at", reading.at.text()},
                {"celsius", reading.celsius.text()},
                {"humidity", reading.humidity.text()},
                {"measured_by", reading.measured_by},
                {"measure", reading.measure}});
  return true;
}

ImportResult import_climate(Transaction& transaction, const std::vector<ClimateReading>& readings) {
  ImportResult result;
  const ClimateReading* last = nullptr;
  const auto rooms = rooms_laid_out(transaction.database());
  // Written as they come, so that two rows of the file for one minute meet; the caller commits nothing with a fault.
  for (const auto& reading : readings) {
    auto fault = fault_of(reading, transaction.today());
    if (!fault) fault = unknown_room(rooms, reading.room);
    const Known before = fault ? Known::No : known(transaction.database(), reading);
    if (before == Known::Differs) fault = msg("climate.differs", reading.room, reading.at);
    if (fault) result.faults.push_back({reading.line, *fault});
    if (before == Known::Same) ++result.unchanged;
    if (fault || before == Known::Same) continue;
    insert(transaction, reading);
    ++result.added;
    last = &reading;
  }
  if (last && result.faults.empty())
    record_event(transaction, "climate.imported", last->room,
                 {{"added", std::to_string(result.added)}, {"last", last->at.text()}});
  return result;
}

void each_climate_reading(const Database& database, std::string_view room, int year,
                          const std::function<void(const ClimateReading&)>& take) {
  Statement known(database, "SELECT 1 FROM climate_reading WHERE room = ? LIMIT 1");
  known.bind(room);
  if (!known.step()) throw Error(ErrorKind::NotFound, msg("climate.unknown_room", room));
  Statement row(database, std::string(kSelectReading) + "WHERE room = ? AND day BETWEEN ? AND ? ORDER BY day, minute");
  row.bind(room).bind(Date(year, 1, 1)).bind(Date(year, 12, 31));
  while (row.step()) take(read_reading(row));
}

std::vector<ClimateAlarm> list_climate_alarms(const Database& database, std::string_view room, std::int64_t after,
                                              std::size_t most) {
  Statement row(database, std::string(kSelectReading) + "WHERE out_of_limits = 1 AND id > ? " +
                              (room.empty() ? "" : "AND room = ? ") + "ORDER BY id LIMIT ?");
  row.bind(after);
  if (!room.empty()) row.bind(room);
  row.bind(static_cast<std::int64_t>(most));
  std::vector<ClimateAlarm> alarms;
  while (row.step()) alarms.push_back({row.integer(0), read_reading(row)});
  return alarms;
}

}  // namespace twofold::catalog
