#include "catalog/text_revisions.h"

#include "catalog/events.h"
#include "catalog/outbox.h"
#include "catalog/sql.h"
#include "catalog/volume_rows.h"

#include <fmt/format.h>

namespace twofold::catalog {
namespace {

constexpr std::string_view kReadOtherwise = "FROM page WHERE recognised = 1 AND recogniser <> ? AND tried <> ? ";

int next_revision(const Database& database, std::int64_t item_id) {
  Statement row(database, "SELECT coalesce(max(revision), 0) + 1 FROM page_text_revision WHERE item_id = ?");
  row.bind(item_id).step();
  return static_cast<int>(row.integer(0));
}

void keep_older(Transaction& transaction, std::int64_t item_id, int page, int revision) {
  Statement(transaction.database(),
            "INSERT INTO page_text_revision(item_id, number, revision, text, confidence, recogniser, replaced_at) "
            "SELECT item_id, number, ?, text, confidence, recogniser, ? FROM page WHERE item_id = ? AND number = ?")
      .bind(revision)
      .bind(transaction.now())
      .bind(item_id)
      .bind(page)
      .run();
}

void put_newer(const Database& database, std::int64_t item_id, std::string_view recogniser, const NewText& newer) {
  Statement(database,
            "UPDATE page SET text = ?, confidence = ?, recogniser = ?, tried = '', "
            "picture_hash = CASE WHEN ? <> '' THEN ? ELSE picture_hash END WHERE item_id = ? AND number = ?")
      .bind(newer.text)
      .bind(newer.confidence)
      .bind(recogniser)
      .bind(newer.picture_hash)
      .bind(newer.picture_hash)
      .bind(item_id)
      .bind(newer.page)
      .run();
}

void replace_words(Transaction& transaction, std::int64_t item_id, int revision, const StoredObject& words) {
  const Database& database = transaction.database();
  register_object(transaction, words);
  Statement(database, "UPDATE item_object SET role = ? WHERE item_id = ? AND role = 'words'")
      .bind(fmt::format("words.{}", revision))
      .bind(item_id)
      .run();
  Statement(database, "INSERT INTO item_object(item_id, role, sha256) VALUES(?, 'words', ?)")
      .bind(item_id)
      .bind(words.sha256.text())
      .run();
}

std::string numbers_of(const std::vector<NewText>& texts) {
  std::string all;
  for (const auto& text : texts) all += (all.empty() ? "" : ",") + std::to_string(text.page);
  return all;
}

}  // namespace

std::vector<std::int64_t> items_read_otherwise(const Database& database, std::string_view recogniser, std::int64_t after_item_id,
                                               std::size_t most) {
  Statement row(database, "SELECT DISTINCT item_id " + std::string(kReadOtherwise) + "AND item_id > ? ORDER BY item_id LIMIT ?");
  row.bind(recogniser).bind(recogniser).bind(after_item_id).bind(static_cast<std::int64_t>(most));
  std::vector<std::int64_t> items;
  while (row.step()) items.push_back(row.integer(0));
  return items;
}

std::int64_t count_items_read_otherwise(const Database& database, std::string_view recogniser) {
  Statement row(database, "SELECT count(DISTINCT item_id) " + std::string(kReadOtherwise));
  row.bind(recogniser).bind(recogniser).step();
  return row.integer(0);
}

std::vector<int> pages_read_otherwise(const Database& database, std::int64_t item_id, std::string_view recogniser) {
  Statement row(database, "SELECT number " + std::string(kReadOtherwise) + "AND item_id = ? ORDER BY number");
  row.bind(recogniser).bind(recogniser).bind(item_id);
  std::vector<int> pages;
  while (row.step()) pages.push_back(static_cast<int>(row.integer(0)));
  return pages;
}

int record_new_texts(Transaction& transaction, const Item& item, std::string_view recogniser,
                     const std::vector<NewText>& replaced, const std::vector<int>& kept,
                     const std::optional<StoredObject>& words) {
  const Database& database = transaction.database();
  for (const int page : kept)
    Statement(database, "UPDATE page SET tried = ? WHERE item_id = ? AND number = ?")
        .bind(recogniser)
        .bind(item.id)
        .bind(page)
        .run();
  if (replaced.empty()) return 0;
  const int revision = next_revision(database, item.id);
  for (const auto& newer : replaced) {
    keep_older(transaction, item.id, newer.page, revision);
    put_newer(database, item.id, recogniser, newer);
  }
  if (words) replace_words(transaction, item.id, revision, *words);
  enqueue_indexing(transaction, item.id);
  record_event(transaction, "item.recognised_again", item.number(),
               {{"storage_id", item.storage_id.text()},
                {"revision", std::to_string(revision)},
                {"pages", numbers_of(replaced)},
                {"recogniser", std::string(recogniser)},
                {"words", words ? words->sha256.text() : ""}});
  return revision;
}

std::vector<TextRevision> text_revisions_of(const Database& database, std::int64_t item_id, std::optional<int> revision) {
  std::string sql = "SELECT number, revision, text, recogniser, confidence, replaced_at FROM page_text_revision WHERE item_id = ? ";
  if (revision) sql += "AND revision = ? ";
  Statement row(database, sql + "ORDER BY revision DESC, number");
  row.bind(item_id);
  if (revision) row.bind(*revision);
  std::vector<TextRevision> revisions;
  while (row.step())
    revisions.push_back({static_cast<int>(row.integer(0)), static_cast<int>(row.integer(1)), row.text(2), row.text(3), row.real(4),
                         Timestamp{row.integer(5)}});
  return revisions;
}

bool is_picture_needed(const Database& database, std::string_view picture_hash) {
  Statement row(database, "SELECT 1 FROM page WHERE picture_hash = ? AND picture_hash <> '' LIMIT 1");
  row.bind(picture_hash);
  return row.step();
}

}  // namespace twofold::catalog
