#pragma once
// Tables of data loggers and of stack-room logs, as rows of the catalogue. Columns are found by their heading, in Chinese or
// English, with or without a unit in brackets; see csv.h for encodings and separators.

#include "catalog/climate.h"
#include "catalog/patrols.h"

namespace twofold::archive {

struct ClimateTable {
  std::vector<catalog::ClimateReading> readings;
  std::vector<catalog::RowFault> faults;  // rows that cannot be read at all, each with its line
};
// `room` and `person` stand in where the table has no such column. Throws Error{Invalid, "log.lacks_column"} where a column
// that is needed is not there: the time (时间, or 日期 and 时间), 温度, 湿度.
ClimateTable read_climate_table(std::string_view bytes, const std::string& room, const std::string& person);

struct PatrolTable {
  std::vector<catalog::NewPatrol> patrols;
  std::vector<catalog::RowFault> faults;
};
// The same for the log of patrols: the time, 检查项目 (kind); 发现问题 (finding), 措施 and 签名 where there are any.
PatrolTable read_patrol_table(std::string_view bytes, const std::string& room, const std::string& person);

}  // namespace twofold::archive
