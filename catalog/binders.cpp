#include "catalog/binders.h"

#include "catalog/events.h"
#include "catalog/sql.h"
#include "catalog/volume_rows.h"

namespace twofold::catalog {

std::vector<BinderItem> binder_items(const Database& database, std::int64_t volume_id) {
  Statement row(database,
                "SELECT i.id, c.sequence, COALESCE(i.reference_code, i.provisional, i.storage_id), i.page_count, "
                "(SELECT s.pages FROM binder_scan_item s WHERE s.item_id = i.id ORDER BY s.scan_id DESC LIMIT 1) "
                "FROM paper_catalogue c JOIN item i ON i.id = c.item_id WHERE c.volume_id = ? "
                "AND i.state NOT IN ('removed', 'struck', 'destroyed') ORDER BY c.sequence");
  row.bind(volume_id);
  std::vector<BinderItem> items;
  while (row.step())
    items.push_back({row.integer(0), static_cast<int>(row.integer(1)), row.text(2), static_cast<int>(row.integer(3)),
                     static_cast<int>(row.integer(4))});
  return items;
}

int pages_of(const std::vector<BinderItem>& items) {
  int pages = 0;
  for (const auto& item : items) pages += item.pages;
  return pages;
}

std::int64_t record_binder_scan(Transaction& transaction, const Volume& volume, const Sha256& scan, const std::vector<BinderPart>& parts) {
  const Database& database = transaction.database();
  Statement(database, "INSERT INTO binder_scan(volume_id, sha256, scanned_by, scanned_on) VALUES (?, ?, ?, ?)")
      .bind(volume.id)
      .bind(scan.text())
      .bind(transaction.actor())
      .bind(transaction.today())
      .run();
  const auto id = last_insert_id(database);
  int pages = 0;
  for (const auto& part : parts) {
    register_object(transaction, part.object);
    Statement(database, "INSERT INTO item_object(item_id, role, sha256) VALUES (?, ?, ?)")
        .bind(part.item_id)
        .bind("paper_scan." + std::to_string(id))
        .bind(part.object.sha256.text())
        .run();
    Statement(database, "INSERT INTO binder_scan_item(item_id, scan_id, pages) VALUES (?, ?, ?)")
        .bind(part.item_id)
        .bind(id)
        .bind(part.pages)
        .run();
    pages += part.pages;
  }
  record_event(transaction, "volume.paper_scanned", volume.code.text(),
               {{"sha256", scan.text()}, {"items", std::to_string(parts.size())}, {"pages", std::to_string(pages)}});
  return id;
}

std::optional<StoredObject> paper_scan_of(const Database& database, std::int64_t item_id) {
  Statement row(database, "SELECT scan_id FROM binder_scan_item WHERE item_id = ? ORDER BY scan_id DESC LIMIT 1");
  row.bind(item_id);
  return row.step() ? object_of(database, item_id, "paper_scan." + std::to_string(row.integer(0))) : std::nullopt;
}

std::optional<Volume> volume_scanned_as(const Database& database, const Sha256& scan) {
  Statement row(database, "SELECT volume_id FROM binder_scan WHERE sha256 = ? ORDER BY id DESC LIMIT 1");
  row.bind(scan.text());
  return row.step() ? find_volume(database, row.integer(0)) : std::nullopt;
}

}  // namespace twofold::catalog
