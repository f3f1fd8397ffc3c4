#include "catalog/statistics.h"

#include "catalog/sql.h"

#include <algorithm>
#include <array>
#include <map>

namespace twofold::catalog {
namespace {

constexpr std::array<std::string_view, 4> kBy = {"year", "category", "manager", "class"};

using Rows = std::map<std::string, StatisticsRow>;

std::string keeper_of(std::string_view chapter) {
  return "COALESCE((SELECT m.name FROM chapter_custody k JOIN manager m ON m.id = k.manager_id WHERE k.chapter_id = " +
         std::string(chapter) + " AND k.until IS NULL), '')";
}

// What happened to volumes, each with its category, chapter and day.
struct Happened {
  std::int64_t VolumeCounts::*count;
  std::string_view from;
};
constexpr std::array kHappened = {
    Happened{&VolumeCounts::loans,
             "SELECT v.category, v.chapter_id, date(n.out_at / 1000, 'unixepoch', 'localtime') AS day "
             "FROM loan n JOIN volume v ON v.id = n.volume_id WHERE n.out_at IS NOT NULL"},
    Happened{&VolumeCounts::destroyed,
             "SELECT v.category, v.chapter_id, date(d.executed_at / 1000, 'unixepoch', 'localtime') AS day FROM disposition_row r "
             "JOIN disposition_list d ON d.id = r.list_id JOIN volume v ON v.id = r.volume_id WHERE r.state = 'destroyed' UNION ALL "
             "SELECT i.category, i.chapter_id, date(r.ended_at / 1000, 'unixepoch', 'localtime') FROM removal r "
             "JOIN item i ON i.id = r.item_id WHERE r.state = 'destroyed'"},
    Happened{&VolumeCounts::transferred,
             "SELECT v.category, v.chapter_id, t.completed_on AS day FROM transfer t JOIN transfer_volume tv ON tv.transfer_id = t.id "
             "JOIN volume v ON v.id = tv.volume_id WHERE t.state = 'completed'"},
};

struct Keys {
  std::string item, volume, happened;
};
Keys keys_of(StatisticsBy by) {
  switch (by) {
    case StatisticsBy::Year: return {"i.year", "v.year", "substr(h.day, 1, 4)"};
    case StatisticsBy::Category: return {"i.category", "v.category", "h.category"};
    case StatisticsBy::Manager: return {keeper_of("i.chapter_id"), keeper_of("v.chapter_id"), keeper_of("h.chapter_id")};
    case StatisticsBy::CustomerClass: break;
  }
  return {"COALESCE((SELECT " + std::string(kClass) + " FROM customer c WHERE c.id = i.customer_id), '')", "", ""};
}

VolumeCounts& of_volumes(Rows& rows, const std::string& key) {
  auto& counts = rows[key].of_volumes;
  if (!counts) counts.emplace();
  return *counts;
}

void count_items(const Database& database, const std::string& key, const ClassDay& classes, Rows& rows) {
  Statement items(database, std::string(kClassDay) + "SELECT " + key + " AS k, COUNT(*), SUM(i.page_count), SUM(i.paper) FROM item i "
                            "LEFT JOIN volume v ON v.id = i.volume_id WHERE i.state NOT IN ('removed', 'struck', 'destroyed') "
                            "AND COALESCE(v.state, '') <> 'transferred' GROUP BY k");
  items.bind(classes.day).bind(classes.lapsed);
  while (items.step()) {
    auto& row = rows[items.text(0)];
    row.items = items.integer(1);
    row.pages = items.integer(2);
    row.paper = items.integer(3);
  }
}

void count_volumes(const Database& database, const Keys& keys, Rows& rows) {
  for (auto& [key, row] : rows) row.of_volumes.emplace();
  Statement kept(database, "SELECT " + keys.volume + " AS k, COUNT(*) FROM volume v WHERE v.state NOT IN ('transferred', 'destroyed') GROUP BY k");
  while (kept.step()) of_volumes(rows, kept.text(0)).volumes = kept.integer(1);
  for (const auto& [count, from] : kHappened) {
    Statement happened(database, "SELECT " + keys.happened + " AS k, COUNT(*) FROM (" + std::string(from) + ") h GROUP BY k");
    while (happened.step()) of_volumes(rows, happened.text(0)).*count = happened.integer(1);
  }
}

struct Witness {
  Register which;
  std::string_view events;                // of the trail; what each entry of the register left there
  std::int64_t VolumeCounts::*count;      // in the statistics; nullptr: not counted there
};
constexpr std::array kWitnesses = {
    Witness{Register::Loans, "'volume.lent'", &VolumeCounts::loans},
    Witness{Register::Returns, "'volume.returned', 'loan.found'", nullptr},
    Witness{Register::Transfers, "'volume.transferred'", &VolumeCounts::transferred},
    Witness{Register::Disposition, "'volume.destroyed', 'item.destroyed'", &VolumeCounts::destroyed},
};

std::map<int, std::int64_t> count_in_trail(const Database& database, std::string_view events) {
  Statement row(database, "SELECT CAST(strftime('%Y', at / 1000, 'unixepoch', 'localtime') AS INTEGER) AS y, COUNT(*) FROM event "
                          "WHERE action IN (" + std::string(events) + ") GROUP BY y");
  std::map<int, std::int64_t> years;
  while (row.step()) years[static_cast<int>(row.integer(0))] = row.integer(1);
  return years;
}

}  // namespace

std::optional<StatisticsBy> try_parse_statistics_by(std::string_view text) {
  const auto found = std::ranges::find(kBy, text);
  if (found == kBy.end()) return std::nullopt;
  return static_cast<StatisticsBy>(found - kBy.begin());
}

std::vector<StatisticsRow> statistics(const Database& database, StatisticsBy by, const ClassDay& classes) {
  const Keys keys = keys_of(by);
  Rows rows;
  count_items(database, keys.item, classes, rows);
  if (!keys.volume.empty()) count_volumes(database, keys, rows);
  std::vector<StatisticsRow> list;
  for (auto& [key, row] : rows) {
    row.key = key;
    list.push_back(row);
  }
  return list;
}

std::vector<Reconciliation> reconcile_registers(const Database& database) {
  const Keys by_year = keys_of(StatisticsBy::Year);
  Rows counted;
  count_volumes(database, by_year, counted);
  std::vector<Reconciliation> list;
  for (const auto& witness : kWitnesses) {
    std::map<int, Reconciliation> years;
    for (const auto& [year, count] : count_register(database, witness.which)) years[year].registered = count;
    for (const auto& [year, count] : count_in_trail(database, witness.events)) years[year].in_trail = count;
    for (const auto& [key, row] : counted)
      if (witness.count && (*row.of_volumes).*witness.count > 0) years[std::stoi(key)].in_statistics = (*row.of_volumes).*witness.count;
    for (auto& [year, each] : years) {
      each.which = witness.which;
      each.year = year;
      if (witness.count && !each.in_statistics) each.in_statistics = 0;
      list.push_back(each);
    }
  }
  return list;
}

}  // namespace twofold::catalog
