#include "catalog/whereabouts.h"

#include "catalog/sql.h"

namespace twofold::catalog {

std::map<std::int64_t, Whereabouts> whereabouts_of(const Database& database, std::span<const std::int64_t> item_ids) {
  std::string ids = "[";
  for (const auto id : item_ids) ids += (ids.size() > 1 ? "," : "") + std::to_string(id);
  Statement row(database,
                "SELECT i.id, l.code, n.borrower FROM json_each(?) wanted JOIN item i ON i.id = wanted.value "
                "JOIN volume v ON v.id = i.volume_id LEFT JOIN shelf_location l ON l.id = v.location_id "
                "LEFT JOIN loan n ON n.volume_id = v.id AND n.state IN ('out', 'lost') WHERE i.paper = 1");
  row.bind(ids + "]");
  std::map<std::int64_t, Whereabouts> found;
  while (row.step()) found.emplace(row.integer(0), Whereabouts{row.text(1), row.text(2)});
  return found;
}

}  // namespace twofold::catalog
