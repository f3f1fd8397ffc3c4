#pragma once
// Climate of the stack rooms (R45): readings of temperature and relative humidity, what is out of the limits for paper,
// what is missing, and how much a day changed.

#include "catalog/database.h"
#include "catalog/upkeep_record.h"

#include <cstdint>
#include <functional>

namespace twofold::catalog {

// A measured value to two decimals, kept exactly: 21.5, 21,5 and 21.50 are one.
struct Measured {
  int hundredths = 0;

  static std::optional<Measured> try_parse(std::string_view text);
  std::string text() const;  // 21.5
  double value() const { return hundredths / 100.0; }
  friend auto operator<=>(const Measured&, const Measured&) = default;
};

// What paper bears; both ends are within.
inline constexpr Measured kLeastCelsius{1400}, kMostCelsius{2400}, kLeastHumidity{4500}, kMostHumidity{6000};
inline constexpr int kReadingsPerDay = 2;

struct ClimateReading {
  std::string room;
  LocalTime at;
  Measured celsius, humidity;
  std::string measured_by;
  std::string measure;  // 措施: what was done about it; may be empty
  int line = 0;         // of the file it came from; 0: typed
};
bool within_limits(const ClimateReading& reading);

// The rule that the reading breaks by itself: no room, no signature, a value that no room has, a time yet to come.
std::optional<Message> fault_of(const ClimateReading& reading, const Date& today);

// Throws Error{Usage} with that rule, Error{NotFound, "climate.room_not_there"} for a room of which an archive that has laid its rooms
// out knows nothing, Error{Refused, "climate.differs"} where the room has another reading of that minute.
// The same reading again changes nothing; returns whether it was new.
bool record_climate(Transaction& transaction, const ClimateReading& reading);
// All or nothing; each row that is not sound is named.
ImportResult import_climate(Transaction& transaction, const std::vector<ClimateReading>& readings);

struct ClimateAlarm {
  std::int64_t id = 0;
  ClimateReading reading;
};
// Readings out of the limits in the order they were recorded, after that id; all rooms where `room` is empty.
std::vector<ClimateAlarm> list_climate_alarms(const Database& database, std::string_view room, std::int64_t after,
                                              std::size_t most);

// Every reading of a room in a year, in the order of time, streamed. Throws Error{NotFound, "climate.unknown_room"}.
void each_climate_reading(const Database& database, std::string_view room, int year,
                          const std::function<void(const ClimateReading&)>& take);

struct ClimateRange {
  Measured least, mean, most;
};
// The difference between a day's highest and lowest reading.
struct DailyChange {
  Measured change;
  std::optional<Date> day;  // nothing where no day changed
};
struct ClimatePeriod {
  Date from, until;  // both within
  int readings = 0, out_of_limits = 0, missing = 0;
  ClimateRange celsius, humidity;  // zero without readings
  DailyChange celsius_change, humidity_change;
};
struct MissingReadings {
  Date day;
  int missing = 0;
};
struct ClimateSummary {
  std::string room;
  ClimatePeriod year;
  std::vector<ClimatePeriod> months;  // twelve
  std::vector<MissingReadings> missing;
};
// Two readings are expected on every day that is over, from the room's first reading on.
// Throws Error{NotFound, "climate.unknown_room"} where the room has no reading at all.
ClimateSummary summarise_climate(const Database& database, std::string_view room, int year, const Date& today);

}  // namespace twofold::catalog
