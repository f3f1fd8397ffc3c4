#include "catalog/arranged_rows.h"

#include "catalog/outbox.h"
#include "catalog/page_rows.h"
#include "catalog/sql.h"
#include "catalog/volume_rows.h"

#include <fmt/format.h>

namespace twofold::catalog {
namespace {

constexpr std::string_view kArrangedRoles = "('original', 'reading_copy', 'words')";
constexpr std::string_view kPageColumns =
    "item_id, number, text, width, height, dpi, skew, quarter_turns, blank, recognised, confidence, recogniser, tried, picture_hash";

void rename_roles(const Database& database, std::int64_t item_id, std::string_view prefix) {
  Statement(database, fmt::format("UPDATE item_object SET role = ? || role WHERE item_id = ? AND role IN {}", kArrangedRoles))
      .bind(prefix)
      .bind(item_id)
      .run();
}

void count_pages(Transaction& transaction, std::int64_t item_id) {
  Statement(transaction.database(),
            "UPDATE item SET page_count = (SELECT count(*) FROM page WHERE item_id = item.id), pair_checked = 0 WHERE id = ?")
      .bind(item_id)
      .run();
  enqueue_indexing(transaction, item_id);
}

}  // namespace

void put_aside(Transaction& transaction, std::int64_t item_id, std::int64_t arrangement) {
  const Database& database = transaction.database();
  rename_roles(database, item_id, fmt::format("before.{}.", arrangement));
  Statement(database, fmt::format("INSERT INTO arranged_page(arrangement_id, {0}) SELECT ?, {0} FROM page WHERE item_id = ?", kPageColumns))
      .bind(arrangement)
      .bind(item_id)
      .run();
  Statement(database, "DELETE FROM page WHERE item_id = ?").bind(item_id).run();
}

void put_content(Transaction& transaction, std::int64_t item_id, const ArrangedContent& content) {
  insert_object(transaction, item_id, "original", content.original);
  if (content.reading_copy) insert_object(transaction, item_id, "reading_copy", *content.reading_copy);
  if (content.words) insert_object(transaction, item_id, "words", *content.words);
  insert_pages(transaction.database(), item_id, content.pages);
  count_pages(transaction, item_id);
}

void put_back(Transaction& transaction, std::int64_t item_id, std::int64_t arrangement) {
  const Database& database = transaction.database();
  rename_roles(database, item_id, fmt::format("undone.{}.", arrangement));
  const std::string before = fmt::format("before.{}.", arrangement);
  Statement(database, "UPDATE item_object SET role = substr(role, ?) WHERE item_id = ? AND role LIKE ? || '%'")
      .bind(static_cast<std::int64_t>(before.size()) + 1)
      .bind(item_id)
      .bind(before)
      .run();
  Statement(database, "DELETE FROM page WHERE item_id = ?").bind(item_id).run();
  Statement(database, fmt::format("INSERT INTO page({0}) SELECT {0} FROM arranged_page WHERE arrangement_id = ? AND item_id = ?", kPageColumns))
      .bind(arrangement)
      .bind(item_id)
      .run();
  Statement(database, "DELETE FROM arranged_page WHERE arrangement_id = ? AND item_id = ?").bind(arrangement).bind(item_id).run();
  count_pages(transaction, item_id);
}

void take_out(Transaction& transaction, const Item& item) {
  const Database& database = transaction.database();
  for (const char* table : {"paper_catalogue", "electronic_catalogue"})
    Statement(database, fmt::format("DELETE FROM {} WHERE item_id = ?", table)).bind(item.id).run();
  Statement(database, "UPDATE item SET state = 'struck', position = NULL WHERE id = ?").bind(item.id).run();
  enqueue_indexing(transaction, item.id, true);
}

void bring_back(Transaction& transaction, const Item& item) {
  const Database& database = transaction.database();
  std::optional<OpenVolume> volume;
  if (item.volume_id) {
    Statement row(database,
                  "SELECT coalesce((SELECT code FROM shelf_location l WHERE l.id = v.location_id), ''), "
                  "(SELECT coalesce(max(position), 0) + 1 FROM item WHERE item.volume_id = v.id) FROM volume v WHERE v.id = ?");
    row.bind(*item.volume_id).step();
    volume = OpenVolume{*item.volume_id, row.integer(1), row.text(0)};
  }
  const auto position = volume ? std::optional(volume->next_position) : std::nullopt;
  Statement(database, "UPDATE item SET state = 'draft', position = ? WHERE id = ?").bind(position).bind(item.id).run();
  insert_catalogue_rows(database, item, volume ? &*volume : nullptr);
  enqueue_indexing(transaction, item.id);
}

}  // namespace twofold::catalog
