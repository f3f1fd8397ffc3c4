#include "catalog/promotion.h"

#include "base/error.h"
#include "catalog/events.h"
#include "catalog/outbox.h"
#include "catalog/sql.h"
#include "catalog/volume_rows.h"

#include <fmt/format.h>

namespace twofold::catalog {
namespace {

Item require_daily(const Database& database, std::int64_t item_id) {
  auto item = find_item(database, item_id);
  if (!item) throw Error(ErrorKind::NotFound, msg("item.unknown", item_id));
  if (!is_present(item->state)) throw Error(ErrorKind::Refused, msg("item.gone", item->number()));
  if (item->category != 0) throw Error(ErrorKind::Refused, msg("promotion.no_daily_record", item->number()));
  return *std::move(item);
}

void move_row(const Database& database, const Item& item, const OpenVolume& volume) {
  Statement(database, "UPDATE item SET provisional = ?, category = ?, chapter_id = ?, customer_id = ?, volume_id = ?, position = ?, "
                      "document_type = ?, retention = ?, paper = ?, state = 'draft' WHERE id = ?")
      .bind(item.provisional->text())
      .bind(item.category)
      .bind(item.chapter_id)
      .bind(item.customer_id)
      .bind(volume.id)
      .bind(volume.next_position)
      .bind(item.document_type)
      .bind(text(item.retention))
      .bind(item.paper)
      .bind(item.id)
      .run();
  Statement(database, "DELETE FROM electronic_catalogue WHERE item_id = ?").bind(item.id).run();
  insert_catalogue_rows(database, item, &volume);
}

}  // namespace

Item promote_item(Transaction& transaction, std::int64_t item_id, const Promotion& promotion) {
  const Database& database = transaction.database();
  Item item = require_daily(database, item_id);
  const auto chapter = find_chapter(database, promotion.chapter_id);
  if (!chapter || chapter->category != promotion.category)
    throw Error(ErrorKind::Usage, msg("item.chapter_mismatch", item.number(), promotion.category));
  const auto fonds = FondsCode::parse(database.meta("fonds"));
  const std::string before = item.document_type;
  const auto volume = open_volume(transaction, fonds, *chapter, item.year, promotion.retention);
  const auto receipt = transaction.draw(fmt::format("receipt-{}-{}", chapter->category, chapter->code.text()));
  item.provisional = ProvisionalNumber{fonds, chapter->category, chapter->code, receipt};
  item.category = promotion.category;
  item.chapter_id = chapter->id;
  item.customer_id = promotion.customer_id ? promotion.customer_id : item.customer_id;
  item.document_type = promotion.document_type;
  item.retention = promotion.retention;
  item.paper = promotion.paper;
  move_row(database, item, volume);
  Statement(database, "INSERT INTO promotion(item_id, document_type, promoted_by, promoted_at) VALUES (?, ?, ?, ?)")
      .bind(item.id)
      .bind(before)
      .bind(transaction.actor())
      .bind(transaction.now())
      .run();
  enqueue_indexing(transaction, item.id);
  record_event(transaction, "item.promoted", item.storage_id.text(),
               {{"number", item.number()}, {"from", before}, {"to", item.document_type}});
  return *find_item(database, item.id);
}

std::optional<Provenance> provenance_of(const Database& database, std::int64_t item_id) {
  Statement row(database, "SELECT document_type, promoted_by, promoted_at FROM promotion WHERE item_id = ?");
  row.bind(item_id);
  if (!row.step()) return std::nullopt;
  return Provenance{row.text(0), row.text(1), Timestamp{row.integer(2)}};
}

void mark_important(Transaction& transaction, std::int64_t item_id) {
  const Item item = require_daily(transaction.database(), item_id);
  const auto marked = Statement(transaction.database(),
                                "INSERT OR IGNORE INTO important_record(item_id, marked_by, marked_at) VALUES (?, ?, ?)")
                          .bind(item_id)
                          .bind(transaction.actor())
                          .bind(transaction.now())
                          .run();
  if (marked > 0) record_event(transaction, "item.marked_important", item.number());
}

std::vector<Item> list_unpromoted(const Database& database, const std::vector<std::string>& important_types, std::int64_t after_id,
                                  std::size_t most) {
  std::string types = "[";
  for (const auto& type : important_types) types += (types.size() > 1 ? ",\"" : "\"") + type + '"';
  Statement row(database, "SELECT id FROM item WHERE category = 0 AND id > ? AND state NOT IN ('removed', 'struck', 'destroyed') "
                          "AND (document_type IN (SELECT value FROM json_each(?)) OR id IN (SELECT item_id FROM important_record)) "
                          "ORDER BY id LIMIT ?");
  row.bind(after_id).bind(types + "]").bind(static_cast<std::int64_t>(most));
  std::vector<Item> items;
  while (row.step()) items.push_back(*find_item(database, row.integer(0)));
  return items;
}

}  // namespace twofold::catalog
