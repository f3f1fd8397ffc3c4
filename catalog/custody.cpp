#include "catalog/custody.h"

#include "catalog/sql.h"

namespace twofold::catalog {

std::vector<Custody> list_custody(const Database& database, std::string_view manager, std::int64_t after_row, std::size_t most) {
  Statement row(database, "SELECT k.rowid, k.category, c.code, m.name, k.since, k.until FROM chapter_custody k JOIN chapter c ON "
                          "c.id = k.chapter_id JOIN manager m ON m.id = k.manager_id WHERE k.rowid > ? AND (? = '' OR m.name = ?) "
                          "ORDER BY k.rowid LIMIT ?");
  row.bind(after_row).bind(manager).bind(manager).bind(static_cast<std::int64_t>(most));
  std::vector<Custody> found;
  while (row.step())
    found.push_back({row.integer(0), static_cast<int>(row.integer(1)), ChapterCode::parse(row.text(2)), row.text(3),
                     Date::parse(row.text(4)), row.date(5)});
  return found;
}

}  // namespace twofold::catalog
