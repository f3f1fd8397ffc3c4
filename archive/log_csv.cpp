#include "archive/log_csv.h"

#include "archive/csv.h"
#include "base/error.h"
#include "base/text.h"

#include <algorithm>
#include <span>

namespace twofold::archive {
namespace {

constexpr std::string_view kRoom[] = {"room", "location", "库房", "房间", "地点"};
constexpr std::string_view kDay[] = {"date", "day", "日期"};
constexpr std::string_view kTime[] = {"time", "datetime", "date time", "timestamp", "date/time", "时间", "日期时间", "测量时间"};
constexpr std::string_view kCelsius[] = {"temperature", "temp", "celsius", "℃", "°c", "温度"};
constexpr std::string_view kHumidity[] = {"humidity", "relative humidity", "rh", "%rh", "湿度", "相对湿度"};
constexpr std::string_view kKind[] = {"kind", "check", "检查项目", "项目"};
constexpr std::string_view kFinding[] = {"finding", "findings", "发现问题", "问题", "情况"};
constexpr std::string_view kPerson[] = {"by", "who", "person", "signature", "签名", "记录人", "检查人"};
constexpr std::string_view kMeasure[] = {"measure", "action", "措施", "处理"};

// A heading without its unit and case: "Temperature (°C)" is "temperature".
std::string heading(std::string_view cell) {
  for (const std::string_view bracket : {"(", "[", "\xEF\xBC\x88"}) cell = cell.substr(0, cell.find(bracket));
  std::string name(trim(cell));
  for (char& c : name)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return name;
}

// The columns of a table by what their heading means.
class Headed {
 public:
  explicit Headed(std::string_view bytes) : rows_(parse_csv(bytes)) {
    if (rows_.empty()) throw Error(ErrorKind::Invalid, msg("log.empty"));
    for (const auto& cell : rows_.front().cells) headings_.push_back(heading(cell));
  }

  std::optional<std::size_t> column(std::span<const std::string_view> names) const {
    const auto found = std::ranges::find_if(headings_, [&](const auto& name) { return std::ranges::find(names, name) != names.end(); });
    return found == headings_.end() ? std::nullopt : std::optional<std::size_t>(found - headings_.begin());
  }
  std::size_t require(std::span<const std::string_view> names) const {
    if (const auto found = column(names)) return *found;
    throw Error(ErrorKind::Invalid, msg("log.lacks_column", std::string(names.front()) + " / " + std::string(names.back())));
  }
  std::span<const CsvRow> rows() const { return std::span(rows_).subspan(1); }
  std::size_t width() const { return headings_.size(); }

 private:
  std::vector<CsvRow> rows_;
  std::vector<std::string> headings_;
};

std::string cell(const CsvRow& row, std::optional<std::size_t> column) {
  return column && *column < row.cells.size() ? row.cells[*column] : std::string();
}

std::string cell_or(const CsvRow& row, std::optional<std::size_t> column, const std::string& otherwise) {
  const std::string found = cell(row, column);
  return found.empty() ? otherwise : found;
}

// When a row was written: one column, or the day and the time in two.
class Moment {
 public:
  explicit Moment(const Headed& table) : day_(table.column(kDay)), time_(table.column(kTime)) {
    if (!day_ && !time_) table.require(kTime);
  }
  std::string text(const CsvRow& row) const {
    return std::string(trim(cell(row, day_) + (day_ && time_ ? " " : "") + cell(row, time_)));
  }

 private:
  std::optional<std::size_t> day_, time_;
};

}  // namespace

ClimateTable read_climate_table(std::string_view bytes, const std::string& room, const std::string& person) {
  const Headed table(bytes);
  const Moment moment(table);
  const auto celsius_column = table.require(kCelsius), humidity_column = table.require(kHumidity);
  const auto room_column = table.column(kRoom), person_column = table.column(kPerson), measure_column = table.column(kMeasure);
  ClimateTable out;
  for (const auto& row : table.rows()) {
    const auto at = catalog::LocalTime::try_parse(moment.text(row));
    const auto celsius = catalog::Measured::try_parse(cell(row, celsius_column));
    const auto humidity = catalog::Measured::try_parse(cell(row, humidity_column));
    if (row.cells.size() > table.width()) out.faults.push_back({row.line, msg("log.too_many_cells", row.cells.size(), table.width())});
    else if (!at) out.faults.push_back({row.line, msg("upkeep.bad_time", moment.text(row))});
    else if (!celsius) out.faults.push_back({row.line, msg("log.not_a_value", cell(row, celsius_column))});
    else if (!humidity) out.faults.push_back({row.line, msg("log.not_a_value", cell(row, humidity_column))});
    else
      out.readings.push_back({.room = cell_or(row, room_column, room),
                              .at = *at,
                              .celsius = *celsius,
                              .humidity = *humidity,
                              .measured_by = cell_or(row, person_column, person),
                              .measure = cell(row, measure_column),
                              .line = row.line});
  }
  return out;
}

PatrolTable read_patrol_table(std::string_view bytes, const std::string& room, const std::string& person) {
  const Headed table(bytes);
  const Moment moment(table);
  const auto kind_column = table.require(kKind);
  const auto room_column = table.column(kRoom), person_column = table.column(kPerson), measure_column = table.column(kMeasure),
             finding_column = table.column(kFinding);
  PatrolTable out;
  for (const auto& row : table.rows()) {
    const auto at = catalog::LocalTime::try_parse(moment.text(row));
    const auto kind = catalog::try_parse_patrol_kind(trim(cell(row, kind_column)));
    if (row.cells.size() > table.width()) out.faults.push_back({row.line, msg("log.too_many_cells", row.cells.size(), table.width())});
    else if (!at) out.faults.push_back({row.line, msg("upkeep.bad_time", moment.text(row))});
    else if (!kind) out.faults.push_back({row.line, msg("patrol.unknown_kind", cell(row, kind_column))});
    else
      out.patrols.push_back({.room = cell_or(row, room_column, room),
                             .kind = *kind,
                             .at = *at,
                             .finding = cell(row, finding_column),
                             .measure = cell(row, measure_column),
                             .person = cell_or(row, person_column, person),
                             .line = row.line});
  }
  return out;
}

}  // namespace twofold::archive
