#include "catalog/statistics.h"

#include "catalog/sql.h"

#include <algorithm>
#include <array>
#include <map>

namespace twofold::catalog {
namespace {

constexpr std::array<std::string_view, 4> kBy = {"year", "category", "manager", "class"};

struct Keys {
  std::string_view item, volume;    // what an item and a volume count under
};
constexpr std::array kKeys = {
    Keys{"i.year", "v.year"},
    Keys{"i.category", "v.category"},
    Keys{"COALESCE((SELECT m.name FROM chapter_custody c JOIN manager m ON m.id = c.manager_id WHERE c.chapter_id = i.chapter_id AND "
         "c.until IS NULL), '')",
         "COALESCE((SELECT m.name FROM chapter_custody c JOIN manager m ON m.id = c.manager_id WHERE c.chapter_id = v.chapter_id AND "
         "c.until IS NULL), '')"},
    Keys{"COALESCE((SELECT class FROM customer WHERE id = i.customer_id), '')", ""},
};

}  // namespace

std::optional<StatisticsBy> try_parse_statistics_by(std::string_view text) {
  const auto found = std::ranges::find(kBy, text);
  if (found == kBy.end()) return std::nullopt;
  return static_cast<StatisticsBy>(found - kBy.begin());
}

std::vector<StatisticsRow> statistics(const Database& database, StatisticsBy by) {
  const Keys& keys = kKeys[static_cast<std::size_t>(by)];
  std::map<std::string, StatisticsRow> rows;
  Statement items(database, "SELECT " + std::string(keys.item) + " AS k, COUNT(*), SUM(i.page_count), SUM(i.paper) FROM item i "
                            "WHERE i.state NOT IN ('removed', 'struck', 'destroyed') GROUP BY k");
  while (items.step()) {
    auto& row = rows[items.text(0)];
    row.items = items.integer(1);
    row.pages = items.integer(2);
    row.paper = items.integer(3);
  }
  if (!keys.volume.empty()) {
    Statement volumes(database, "SELECT " + std::string(keys.volume) + " AS k, COUNT(*), "
                                "SUM((SELECT COUNT(*) FROM loan n WHERE n.volume_id = v.id AND n.out_at IS NOT NULL)), "
                                "SUM(EXISTS (SELECT 1 FROM disposition_row r WHERE r.volume_id = v.id AND r.state = 'destroyed')), "
                                "SUM(v.state = 'transferred') FROM volume v GROUP BY k");
    while (volumes.step()) {
      auto& row = rows[volumes.text(0)];
      row.volumes = volumes.integer(1);
      row.loans = volumes.integer(2);
      row.destroyed = volumes.integer(3);
      row.transferred = volumes.integer(4);
    }
  }
  std::vector<StatisticsRow> list;
  for (auto& [key, row] : rows) {
    row.key = key;
    list.push_back(row);
  }
  return list;
}

std::vector<Reconciliation> reconcile_registers(const Database& database) {
  struct Pair {
    const char* what;
    const char* registered;
    const char* event;
  };
  constexpr Pair kPairs[] = {
      {"loans", "SELECT COUNT(*) FROM loan WHERE out_at IS NOT NULL", "volume.lent"},
      {"returns", "SELECT COUNT(*) FROM loan WHERE returned_at IS NOT NULL", "volume.returned', 'loan.found"},
      {"transfers", "SELECT COUNT(*) FROM transfer t JOIN transfer_volume v ON v.transfer_id = t.id WHERE t.state = 'completed'",
       "volume.transferred"},
      {"disposition", "SELECT COUNT(*) FROM disposition_row WHERE state = 'destroyed'", "volume.destroyed"}};
  std::vector<Reconciliation> list;
  for (const auto& pair : kPairs) {
    Statement registered(database, pair.registered);
    registered.step();
    Statement trail(database, "SELECT COUNT(*) FROM event WHERE action IN ('" + std::string(pair.event) + "')");
    trail.step();
    list.push_back({pair.what, registered.integer(0), trail.integer(0)});
  }
  return list;
}

}  // namespace twofold::catalog
