#include "catalog/purge_replay.h"

#include "catalog/cross_reference.h"
#include "catalog/disposition_rows.h"
#include "catalog/events.h"
#include "catalog/outbox.h"
#include "catalog/sql.h"

namespace twofold::catalog {
namespace {

bool takes(Track track, Track part) { return track == Track::Both || track == part; }

struct FoundItem {
  std::int64_t id = 0;
  std::optional<std::int64_t> volume_id;
  std::optional<Track> gone;   // by the stub that stands here
};

std::optional<FoundItem> find(const Database& database, const StorageId& storage_id) {
  Statement row(database, "SELECT i.id, i.volume_id, s.track FROM item i LEFT JOIN stub s ON s.item_id = i.id WHERE i.storage_id = ?");
  row.bind(storage_id.text());
  if (!row.step()) return std::nullopt;
  FoundItem found{row.integer(0), {}, {}};
  if (!row.is_null(1)) found.volume_id = row.integer(1);
  if (!row.is_null(2)) found.gone = try_parse_track(row.text(2));
  return found;
}

void write_stub(const Database& database, std::int64_t item_id, Track track, Timestamp at) {
  Statement(database, "INSERT INTO stub(item_id, list_id, track, metadata, destroyed_at, journaled) SELECT id, NULL, ?, json_object('number', "
                      "COALESCE(reference_code, provisional), 'storage_id', storage_id, 'title', title, 'document_type', document_type, "
                      "'date', date, 'year', year, 'pages', page_count), ?, 1 FROM item WHERE id = ? "
                      "ON CONFLICT(item_id) DO UPDATE SET track = excluded.track, destroyed_at = excluded.destroyed_at")
      .bind(text(track))
      .bind(at)
      .bind(item_id)
      .run();
}

void take_electronic_of_item(Transaction& transaction, std::int64_t item_id) {
  const Database& database = transaction.database();
  for (const char* table : {"electronic_catalogue", "page_text_revision", "page"})
    Statement(database, "DELETE FROM " + std::string(table) + " WHERE item_id = ?").bind(item_id).run();
  enqueue_indexing(transaction, item_id, true);
  Statement(database, "INSERT OR IGNORE INTO destruction_queue(sha256, list_id) SELECT DISTINCT candidate.sha256, NULL FROM item_object candidate "
                      "JOIN object o ON o.sha256 = candidate.sha256 WHERE candidate.item_id = ? AND o.state = 'present' AND NOT " +
                          std::string(kNeededObject))
      .bind(item_id)
      .run();
}

}  // namespace

std::vector<std::pair<std::int64_t, Destruction>> unjournaled(const Database& database, std::size_t most) {
  Statement row(database, "SELECT s.item_id, i.storage_id, s.track, i.state, s.destroyed_at FROM stub s JOIN item i ON i.id = s.item_id "
                          "WHERE s.journaled = 0 ORDER BY s.item_id LIMIT ?");
  row.bind(static_cast<std::int64_t>(most));
  std::vector<std::pair<std::int64_t, Destruction>> found;
  while (row.step())
    found.push_back({row.integer(0), {StorageId::parse(row.text(1)), *try_parse_track(row.text(2)), row.text(3), Timestamp{row.integer(4)}}});
  return found;
}

void mark_journaled(Transaction& transaction, const std::vector<std::int64_t>& items) {
  for (const auto id : items) Statement(transaction.database(), "UPDATE stub SET journaled = 1 WHERE item_id = ?").bind(id).run();
}

bool replay_destruction(Transaction& transaction, const Destruction& destruction) {
  const Database& database = transaction.database();
  const auto found = find(database, destruction.item);
  if (!found || (found->gone && (*found->gone == Track::Both || *found->gone == destruction.track))) return false;
  write_stub(database, found->id, found->gone ? Track::Both : destruction.track, destruction.at);
  if (takes(destruction.track, Track::Paper)) {
    if (destruction.state != "struck") Statement(database, "DELETE FROM paper_catalogue WHERE item_id = ?").bind(found->id).run();
    Statement(database, "UPDATE item SET paper = 0 WHERE id = ?").bind(found->id).run();
  }
  if (destruction.state == "struck" || destruction.state == "destroyed")
    Statement(database, "UPDATE item SET state = ? WHERE id = ?").bind(destruction.state).bind(found->id).run();
  if (takes(destruction.track, Track::Electronic)) take_electronic_of_item(transaction, found->id);
  if (found->volume_id && destruction.state != "struck") settle_states(database, *found->volume_id);
  if (found->volume_id) refresh_notes(transaction, *found->volume_id);
  record_event(transaction, "item.purge_replayed", destruction.item.text(), {{"track", text(destruction.track)}, {"at", destruction.at.text()}});
  return true;
}

}  // namespace twofold::catalog
