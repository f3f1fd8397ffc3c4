// The filing of a new item: every row of it, in the caller's transaction.

#include "base/error.h"
#include "catalog/events.h"
#include "catalog/items.h"
#include "catalog/outbox.h"
#include "catalog/page_rows.h"
#include "catalog/sql.h"
#include "catalog/volume_rows.h"

#include <fmt/format.h>

namespace twofold::catalog {

void insert_pages(const Database& database, std::int64_t item_id, const std::vector<ItemPage>& pages) {
  for (const auto& page : pages)
    Statement(database,
              "INSERT INTO page(item_id, number, text, width, height, dpi, skew, quarter_turns, blank, recognised, confidence, "
              "recogniser, picture_hash) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(item_id)
        .bind(page.number)
        .bind(page.text)
        .bind(page.width)
        .bind(page.height)
        .bind(page.dpi)
        .bind(page.skew)
        .bind(page.quarter_turns)
        .bind(page.blank)
        .bind(page.recognised)
        .bind(page.confidence)
        .bind(page.recogniser)
        .bind(page.picture_hash)
        .run();
}

void insert_object(Transaction& transaction, std::int64_t item_id, std::string_view role, const StoredObject& object) {
  register_object(transaction, object);
  Statement(transaction.database(), "INSERT INTO item_object(item_id, role, sha256) VALUES(?, ?, ?)")
      .bind(item_id)
      .bind(role)
      .bind(object.sha256.text())
      .run();
}

namespace {

void insert_item(Transaction& transaction, Item& item, const OpenVolume* volume) {
  const Database& database = transaction.database();
  const auto provisional = item.provisional ? std::optional(item.provisional->text()) : std::nullopt;
  const auto position = volume ? std::optional(volume->next_position) : std::nullopt;
  Statement(database,
            "INSERT INTO item(provisional, storage_id, customer_id, category, chapter_id, volume_id, position, document_type, title, "
            "document_number, responsible, date, year, retention, state, paper, page_count, source_name, created_at) "
            "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'draft', ?, ?, ?, ?)")
      .bind(provisional)
      .bind(item.storage_id.text())
      .bind(item.customer_id)
      .bind(item.category)
      .bind(item.chapter_id)
      .bind(item.volume_id)
      .bind(position)
      .bind(item.document_type)
      .bind(item.title)
      .bind(item.document_number)
      .bind(item.responsible)
      .bind(item.date)
      .bind(item.year)
      .bind(text(item.retention))
      .bind(item.paper)
      .bind(item.page_count)
      .bind(item.source_name)
      .bind(transaction.now())
      .run();
  item.id = last_insert_id(database);
}

Item drafted(Transaction& transaction, const NewItem& given, const FondsCode& fonds, const std::optional<Chapter>& chapter) {
  const auto serial = transaction.draw(fmt::format("storage-{}", given.year));
  Item item{.storage_id = StorageId{fonds, given.year, serial}};
  if (chapter) {
    const auto receipt = transaction.draw(fmt::format("receipt-{}-{}", chapter->category, chapter->code.text()));
    item.provisional = ProvisionalNumber{fonds, chapter->category, chapter->code, receipt};
    item.chapter_id = chapter->id;
  }
  item.customer_id = given.customer_id;
  item.category = given.category;
  item.document_type = given.document_type;
  item.title = given.title;
  item.document_number = given.document_number;
  item.responsible = given.responsible;
  item.date = given.date;
  item.year = given.year;
  item.retention = given.retention;
  item.paper = given.paper && chapter.has_value();
  item.page_count = static_cast<int>(given.pages.size());
  item.source_name = given.source_name;
  return item;
}

}  // namespace

OpenVolume open_volume(Transaction& transaction, const FondsCode& fonds, const Chapter& chapter, int year, Retention retention) {
  const Database& database = transaction.database();
  Statement found(database,
                  "SELECT volume.id, coalesce(location.code, ''), "
                  "(SELECT coalesce(max(position), 0) + 1 FROM item WHERE item.volume_id = volume.id) FROM volume "
                  "LEFT JOIN shelf_location AS location ON location.id = volume.location_id "
                  "WHERE chapter_id = ? AND year = ? AND retention = ? AND state = 'open'");
  found.bind(chapter.id).bind(year).bind(text(retention));
  if (found.step()) return {found.integer(0), found.integer(2), found.text(1)};

  Statement last(database, "SELECT coalesce(max(number), 0) FROM volume WHERE chapter_id = ? AND year = ? AND retention = ?");
  last.bind(chapter.id).bind(year).bind(text(retention));
  last.step();
  const int number = static_cast<int>(last.integer(0)) + 1;
  const VolumeCode code{fonds, chapter.category, year, retention, chapter.code, number};
  Statement(database,
            "INSERT INTO volume(code, chapter_id, category, year, retention, number, supplementary) VALUES(?, ?, ?, ?, ?, ?, ?)")
      .bind(code.text())
      .bind(chapter.id)
      .bind(chapter.category)
      .bind(year)
      .bind(text(retention))
      .bind(number)
      .bind(number > 1)
      .run();
  const auto id = last_insert_id(database);
  record_event(transaction, "volume.opened", code.text(), {{"supplementary", number > 1 ? "1" : "0"}});
  return {id, 1, ""};
}

void insert_catalogue_rows(const Database& database, const Item& item, const OpenVolume* volume) {
  if (item.paper && volume)
    Statement(database,
              "INSERT INTO paper_catalogue(item_id, volume_id, sequence, note_storage_id, note_address) VALUES(?, ?, ?, ?, ?)")
        .bind(item.id)
        .bind(volume->id)
        .bind(volume->next_position)
        .bind(item.storage_id.text())
        .bind(item.storage_id.address())
        .run();
  Statement(database, "INSERT INTO electronic_catalogue(item_id, storage_id, address, note_number, note_shelf) VALUES(?, ?, ?, ?, ?)")
      .bind(item.id)
      .bind(item.storage_id.text())
      .bind(item.storage_id.address())
      .bind(item.paper ? item.number() : "")
      .bind(item.paper && volume ? volume->shelf : "")
      .run();
}

Item receive_item(Transaction& transaction, const NewItem& given) {
  const Database& database = transaction.database();
  const auto fonds = FondsCode::parse(database.meta("fonds"));
  const auto chapter = given.chapter_id ? find_chapter(database, *given.chapter_id) : std::nullopt;
  if ((given.category != 0) != chapter.has_value() || (chapter && chapter->category != given.category))
    throw Error(ErrorKind::Usage, msg("item.chapter_mismatch", given.source_name, given.category));
  Item item = drafted(transaction, given, fonds, chapter);
  std::optional<OpenVolume> volume;
  if (chapter) {
    volume = open_volume(transaction, fonds, *chapter, given.year, given.retention);
    item.volume_id = volume->id;
  }
  insert_item(transaction, item, volume ? &*volume : nullptr);
  insert_object(transaction, item.id, "original", given.original);
  if (given.reading_copy) insert_object(transaction, item.id, "reading_copy", *given.reading_copy);
  if (given.words) insert_object(transaction, item.id, "words", *given.words);
  insert_pages(database, item.id, given.pages);
  insert_catalogue_rows(database, item, volume ? &*volume : nullptr);
  enqueue_indexing(transaction, item.id);
  record_event(transaction, "item.received", item.number(),
               {{"storage_id", item.storage_id.text()},
                {"sha256", given.original.sha256.text()},
                {"size", std::to_string(given.original.size)},
                {"source", given.source_name},
                {"title", given.title}});
  return item;
}

}  // namespace twofold::catalog
