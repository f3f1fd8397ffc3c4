#include "catalog/known_records.h"

#include "catalog/sql.h"

namespace twofold::catalog {
namespace {

// Three binds: customers, chapters, items. The items of a chapter are those of its volumes.
constexpr std::string_view kKnownItems =
    "(SELECT id FROM item WHERE customer_id IN (SELECT value FROM json_each(?)) "
    "UNION SELECT m.id FROM volume v JOIN item m ON m.volume_id = v.id WHERE v.chapter_id IN (SELECT value FROM json_each(?)) "
    "UNION SELECT value FROM json_each(?))";

std::string json(const std::vector<std::int64_t>& ids) {
  std::string list = "[";
  for (const auto id : ids) {
    if (list.size() > 1) list += ',';
    list += std::to_string(id);
  }
  return list += ']';
}

Statement& bind_known(Statement& row, const Readable& known) {
  return row.bind(json(known.customers)).bind(json(known.chapters)).bind(json(known.items));
}

}  // namespace

std::vector<Item> list_known_items(const Database& database, const Readable& known, const ItemFilter& filter, std::int64_t after_id,
                                   std::size_t most) {
  Statement row(database, "SELECT id FROM item WHERE id > ? AND id IN " + std::string(kKnownItems) +
                              " AND (?5 IS NULL OR customer_id = ?5) AND (?6 IS NULL OR volume_id = ?6) "
                              "AND (?7 IS NULL OR category = ?7) AND (?8 IS NULL OR year = ?8) "
                              "AND (?9 IS NULL OR state = ?9) ORDER BY id LIMIT ?10");
  bind_known(row.bind(after_id), known)
      .bind(filter.customer_id)
      .bind(filter.volume_id)
      .bind(filter.category)
      .bind(filter.year)
      .bind(filter.state ? std::optional(text(*filter.state)) : std::nullopt)
      .bind(static_cast<std::int64_t>(most));
  std::vector<Item> items;
  while (row.step()) items.push_back(*find_item(database, row.integer(0)));
  return items;
}

std::vector<Pair> list_known_pairs(const Database& database, const Readable& known, PairState state, std::int64_t after_item_id,
                                   std::size_t most) {
  const std::string checked =
      state == PairState::Unchecked
          ? "i.pair_checked = 0"
          : "i.pair_checked = 1 AND (SELECT result FROM pair_check WHERE item_id = i.id ORDER BY id DESC LIMIT 1) = '" + text(state) + "'";
  Statement row(database, "SELECT i.id FROM item i WHERE i.id > ? AND i.id IN " + std::string(kKnownItems) +
                              " AND i.paper = 1 AND i.state NOT IN ('removed', 'struck', 'destroyed') AND " + checked +
                              " ORDER BY i.id LIMIT ?");
  bind_known(row.bind(after_item_id), known).bind(static_cast<std::int64_t>(most));
  std::vector<Pair> pairs;
  while (row.step()) pairs.push_back(pair_of(database, *find_item(database, row.integer(0))));
  return pairs;
}

std::vector<Rectification> list_known_rectifications(const Database& database, const Readable& known,
                                                     const std::optional<Date>& overdue_on, std::int64_t after_id, std::size_t most) {
  Statement row(database,
                "WITH known(id) AS " + std::string(kKnownItems) +
                    ", about(number) AS (SELECT '' UNION SELECT number FROM customer WHERE id IN (SELECT value FROM json_each(?1)) "
                    "UNION SELECT code FROM volume WHERE chapter_id IN (SELECT value FROM json_each(?2)) "
                    "UNION SELECT storage_id FROM item WHERE id IN known UNION SELECT provisional FROM item WHERE id IN known "
                    "UNION SELECT reference_code FROM item WHERE id IN known) "
                    "SELECT id FROM rectification WHERE id > ? AND state <> 'passed' AND (?5 IS NULL OR due < ?5) "
                    "AND target IN about ORDER BY id LIMIT ?6");
  bind_known(row, known).bind(after_id).bind(overdue_on).bind(static_cast<std::int64_t>(most));
  std::vector<Rectification> found;
  while (row.step()) found.push_back(*find_rectification(database, row.integer(0)));
  return found;
}

}  // namespace twofold::catalog
