// From the catalogue to the index: what an item looks like there, the outbox, and the rebuilding.

#include "archive/ingest.h"

#include "archive/turns.h"
#include "base/error.h"
#include "catalog/customers.h"
#include "catalog/outbox.h"
#include "catalog/volumes.h"

namespace twofold::archive {
namespace {

constexpr std::size_t kOutboxBatch = 500;

indexer::Document document_of(const catalog::Profile& profile, const catalog::Database& database, const catalog::Item& item) {
  indexer::Document document;
  document.item_id = item.id;
  document.title = item.title;
  if (const auto customer = item.customer_id ? catalog::find_customer(database, *item.customer_id) : std::nullopt) {
    document.customer_number = customer->number;
    document.customer_name = customer->name;
    document.customer_id = customer->id;
  }
  document.category = item.category;
  if (const auto chapter = item.chapter_id ? catalog::find_chapter(database, *item.chapter_id) : std::nullopt) {
    document.chapter = chapter->code.text();
    document.manager = chapter->manager;
    document.chapter_id = chapter->id;
  }
  document.document_type = item.document_type;
  if (const auto* type = profile.document_type(item.document_type)) document.document_type_name = type->name.chinese;
  document.document_number = item.document_number;
  document.responsible = item.responsible;
  document.year = item.year;
  document.date = item.date;
  document.number = item.number();
  if (item.reference_code && item.provisional) document.earlier_number = item.provisional->text();
  document.storage_id = item.storage_id.text();
  if (const auto volume = item.paper && item.volume_id ? catalog::find_volume(database, *item.volume_id) : std::nullopt)
    document.shelf = volume->shelf;
  document.state = catalog::text(item.state);
  for (auto& page : catalog::pages_of(database, item.id))
    if (!page.text.empty()) document.pages.push_back({page.number, std::move(page.text)});
  return document;
}

}  // namespace

std::size_t index_pending(Archive& archive, indexer::IndexWriter& writer) {
  std::size_t count = 0;
  for (;;) {
    const auto rows = catalog::pending_indexing(archive.database(), kOutboxBatch);
    if (rows.empty()) return count;
    for (const auto& row : rows) {
      const auto item = row.remove ? std::nullopt : catalog::find_item(archive.database(), row.item_id);
      if (item && catalog::is_present(item->state)) writer.put(document_of(archive.profile(), archive.database(), *item));
      else writer.remove(row.item_id);
    }
    writer.commit();
    // Only what the index holds durably is forgotten; a crash before this replays it.
    catalog::Transaction transaction(archive.database(), archive.actor(), archive.clock());
    catalog::forget_indexing(transaction, rows.back().id);
    transaction.commit();
    count += rows.size();
  }
}

std::size_t index_pending(Archive& archive) {
  if (archive.indexing_rests() || catalog::count_pending_indexing(archive.database()) == 0) return 0;
  indexer::IndexWriter writer(archive.layout().index());
  return index_pending(archive, writer);
}

namespace {

// From a connection of its own, so that others may write meanwhile.
std::size_t put_all(const Archive& archive, indexer::IndexRebuild& rebuild, std::uint64_t total, ProgressSink& progress) {
  const catalog::Database database(archive.layout().catalogue(), catalog::Database::Mode::ReadOnly);
  std::size_t count = 0;
  catalog::each_item(database, [&](const catalog::Item& item) {
    if (progress.cancelled()) throw Error(ErrorKind::Cancelled, msg("work.cancelled"));
    progress.report({"progress.indexing", ++count, total, item.title});
    if (catalog::is_present(item.state)) rebuild.put(document_of(archive.profile(), database, item));
  });
  return count;
}

}  // namespace

std::size_t reindex(Archive& archive, ProgressSink& progress) {
  const auto total = static_cast<std::uint64_t>(catalog::count_items(archive.database()));
  // What is queued up to here is read below; what is queued later stays for the outbox.
  const auto pending = catalog::pending_indexing(archive.database(), static_cast<std::size_t>(-1) >> 1U);
  indexer::IndexRebuild rebuild(archive.layout().index());
  std::size_t count = 0;
  {
    const IndexingRest rest(archive);
    aside(progress, [&] { count = put_all(archive, rebuild, total, progress); });
    rebuild.finish();
  }
  if (!pending.empty()) {
    catalog::Transaction transaction(archive.database(), archive.actor(), archive.clock());
    catalog::forget_indexing(transaction, pending.back().id);
    transaction.commit();
  }
  index_pending(archive);
  return count;
}

}  // namespace twofold::archive
