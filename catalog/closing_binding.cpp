// Binding: the order, the split into volumes, the final numbers. Set-based, since a chapter may hold 10,000 items.

#include "base/error.h"
#include "base/person_refused.h"
#include "base/nested_message.h"
#include "catalog/closing.h"
#include "catalog/events.h"
#include "catalog/sql.h"
#include "catalog/volume_rows.h"

namespace twofold::catalog {
namespace {

constexpr int kMostItems = 9999;   // 件号 has four digits
constexpr int kMostVolumes = 999;  // 案卷号 has three

// From, to: positions in the sorted open volume that become one bound volume; both count.
struct Slice {
  int from = 0, to = 0;
};

void refuse_unready(const Transaction& transaction, const Profile& profile, const Volume& volume) {
  if (volume.state != VolumeState::Open && volume.state != VolumeState::Closing)
    throw Error(ErrorKind::Refused, msg("closing.already_bound", volume.code));
  std::optional<Blocker> first;
  const auto count = each_blocker_of(transaction.database(), profile, volume, transaction.today(),
                                     [&first](const Blocker& blocker) { first = first ? first : blocker; });
  if (first)
    throw Error(ErrorKind::Refused,
                msg("closing.blocked", volume.code, count, first->rule,
                    nested(first->message)));
}

// R3. Receipt numbers grow beyond six digits, so the shorter one comes first.
void sort_items(const Database& database, const Volume& volume, bool signing_order) {
  Statement(
      database,
      "DELETE FROM paper_catalogue WHERE item_id IN (SELECT id FROM item WHERE volume_id = ? AND state = 'struck')")
      .bind(volume.id)
      .run();
  Statement(database, "UPDATE item SET position = NULL WHERE volume_id = ? AND state = 'struck'").bind(volume.id).run();
  const std::string order = signing_order ? "date, document_number, length(provisional), provisional"
                                          : "date, length(provisional), provisional";
  Statement(database, "UPDATE item SET position = r.n FROM (SELECT id, row_number() OVER (ORDER BY " + order +
                          ") AS n FROM item WHERE volume_id = ? AND state = 'filed') r WHERE item.id = r.id")
      .bind(volume.id)
      .run();
}

std::vector<Slice> split_pages(const Database& database, const Volume& volume, int pages_per_volume) {
  Statement row(database,
                "SELECT position, page_count FROM item WHERE volume_id = ? AND state = 'filed' ORDER BY position");
  row.bind(volume.id);
  std::vector<Slice> slices;
  std::int64_t pages = 0;
  while (row.step()) {
    const int position = static_cast<int>(row.integer(0));
    const bool full =
        !slices.empty() && (pages + row.integer(1) > pages_per_volume || position - slices.back().from >= kMostItems);
    if (slices.empty() || full) {
      slices.push_back({.from = position, .to = position});
      pages = 0;
    }
    slices.back().to = position;
    pages += row.integer(1);
  }
  return slices;
}

// The next volume of the same chapter, year and rule.
Volume add_volume(const Database& database, const Volume& first) {
  Statement last(database, "SELECT MAX(number) FROM volume WHERE chapter_id = ? AND year = ? AND retention = ?");
  last.bind(first.chapter_id).bind(first.code.year).bind(text(first.code.retention)).step();
  VolumeCode code = first.code;
  code.number = static_cast<int>(last.integer(0)) + 1;
  if (code.number > kMostVolumes) throw Error(ErrorKind::Refused, msg("closing.too_many_volumes", first.code));
  Statement(database,
            "INSERT INTO volume(code, chapter_id, category, year, retention, number, supplementary, state) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, 'closing')")
      .bind(code.text())
      .bind(first.chapter_id)
      .bind(code.category)
      .bind(code.year)
      .bind(text(code.retention))
      .bind(code.number)
      .bind(first.supplementary)
      .run();
  return *find_volume(database, last_insert_id(database));
}

void move_slice(const Database& database, const Volume& from, const Volume& to, const Slice& slice) {
  Statement(database,
            "UPDATE item SET volume_id = ?, position = position - ? WHERE volume_id = ? AND position BETWEEN ? AND ?")
      .bind(to.id)
      .bind(slice.from - 1)
      .bind(from.id)
      .bind(slice.from)
      .bind(slice.to)
      .run();
}

// 件号 and 档号, then the paper catalogue: its running number and page counts only what is on paper.
void number_items(const Database& database, const Volume& volume) {
  Statement(database,
            "UPDATE item SET item_number = position, reference_code = ? || printf('-%04d', position), state = 'bound' "
            "WHERE volume_id = ? AND state = 'filed'")
      .bind(volume.code.text())
      .bind(volume.id)
      .run();
  Statement(
      database,
      "UPDATE paper_catalogue SET volume_id = ?, sequence = r.n, first_page = r.first FROM (SELECT id, "
      "row_number() OVER (ORDER BY position) AS n, 1 + SUM(page_count) OVER (ORDER BY position) - page_count AS first "
      "FROM item WHERE volume_id = ? AND state = 'bound' AND paper = 1) r WHERE paper_catalogue.item_id = r.id")
      .bind(volume.id)
      .bind(volume.id)
      .run();
}

std::string manager_of(const Database& database, const Volume& volume) {
  const auto chapter = find_chapter(database, volume.chapter_id);
  return chapter ? chapter->manager : std::string();
}

void freeze(Transaction& transaction, const Profile& profile, const Volume& volume) {
  const Database& database = transaction.database();
  // The title is the archive's own language, whoever closes the year.
  const std::string title =
      render(msg("volume.title", volume.code.year, profile.category(volume.code.category).name.chinese,
                 manager_of(database, volume)),
             Language::Chinese);
  Statement(database,
            "UPDATE volume SET title = ?, state = CASE WHEN location_id IS NULL THEN 'bound' ELSE 'shelved' END, "
            "item_count = r.items, page_count = r.pages, first_date = r.first, last_date = r.last FROM (SELECT "
            "COUNT(*) AS items, "
            "SUM(page_count) AS pages, MIN(date) AS first, MAX(date) AS last FROM item WHERE volume_id = ? AND state = "
            "'bound') r "
            "WHERE volume.id = ?")
      .bind(title)
      .bind(volume.id)
      .bind(volume.id)
      .run();
  refresh_notes(transaction, volume.id);
  enqueue_volume(transaction, volume.id);
}

Volume record_bound(Transaction& transaction, std::int64_t volume_id) {
  Volume bound = *find_volume(transaction.database(), volume_id);
  record_event(transaction, "volume.bound", bound.code.text(),
               {{"title", bound.title},
                {"items", std::to_string(bound.item_count)},
                {"pages", std::to_string(bound.page_count)},
                {"first_date", bound.first_date ? bound.first_date->text() : ""},
                {"last_date", bound.last_date ? bound.last_date->text() : ""}});
  return bound;
}

}  // namespace

std::vector<Volume> bind_volume(Transaction& transaction, const Profile& profile, std::int64_t volume_id) {
  const Database& database = transaction.database();
  const auto volume = find_volume(database, volume_id);
  if (!volume) throw Error(ErrorKind::NotFound, msg("volume.unknown", volume_id));
  refuse_unready(transaction, profile, *volume);
  sort_items(database, *volume, profile.category(volume->code.category).signing_order);
  const auto slices = split_pages(database, *volume, profile.pages_per_volume);
  if (slices.empty()) throw Error(ErrorKind::Refused, msg("closing.empty", volume->code));
  std::vector<Volume> volumes = {*volume};
  for (std::size_t i = 1; i < slices.size(); ++i) {
    volumes.push_back(add_volume(database, *volume));
    move_slice(database, *volume, volumes.back(), slices[i]);
  }
  for (auto& each : volumes) {
    number_items(database, each);
    freeze(transaction, profile, each);
    each = record_bound(transaction, each.id);
  }
  return volumes;
}

void record_closing(Transaction& transaction, const ClosingRecord& record, std::uint64_t manifest_size,
                    std::uint64_t forms_size) {
  const Database& database = transaction.database();
  const auto volume = find_volume(database, record.volume_id);
  if (!volume) throw Error(ErrorKind::NotFound, msg("volume.unknown", record.volume_id));
  if (volume->state != VolumeState::Bound && volume->state != VolumeState::Shelved)
    throw Error(ErrorKind::Refused, msg("closing.not_bound", volume->code));
  if (closing_of(database, record.volume_id))
    throw Error(ErrorKind::Refused, msg("closing.already_recorded", volume->code));
  register_object(transaction, {.sha256 = record.manifest_sha256, .size = manifest_size, .format = "json"});
  register_object(transaction, {.sha256 = record.forms_sha256, .size = forms_size, .format = "pdf"});
  Statement(database,
            "INSERT INTO closing(volume_id, year, closed_by, at, manifest_sha256, signature, forms_sha256) VALUES (?, "
            "?, ?, ?, ?, ?, ?)")
      .bind(record.volume_id)
      .bind(record.year)
      .bind(record.closed_by)
      .bind(record.at)
      .bind(record.manifest_sha256.text())
      .bind(record.signature)
      .bind(record.forms_sha256.text())
      .run();
  record_event(transaction, "volume.closed", volume->code.text(),
               {{"closed_by", record.closed_by},
                {"manifest", record.manifest_sha256.text()},
                {"signature", record.signature},
                {"forms", record.forms_sha256.text()}});
}

std::optional<ClosingRecord> closing_of(const Database& database, std::int64_t volume_id) {
  Statement row(
      database,
      "SELECT year, closed_by, at, manifest_sha256, signature, forms_sha256, checked_by, checked_on FROM closing WHERE volume_id = ?");
  row.bind(volume_id);
  if (!row.step()) return std::nullopt;
  return ClosingRecord{.volume_id = volume_id,
                       .year = static_cast<int>(row.integer(0)),
                       .closed_by = row.text(1),
                       .at = Timestamp{row.integer(2)},
                       .manifest_sha256 = Sha256::parse(row.text(3)),
                       .signature = row.text(4),
                       .forms_sha256 = Sha256::parse(row.text(5)),
                       .checked_by = row.text(6),
                       .checked_on = row.date(7)};
}

void check_closing(Transaction& transaction, const VolumeCode& code) {
  const Database& database = transaction.database();
  const Volume volume = require_volume(database, code);
  const auto closing = closing_of(database, volume.id);
  if (!closing) throw Error(ErrorKind::Refused, msg("closing.not_bound", code));
  if (volume.state == VolumeState::Transferred || volume.state == VolumeState::Destroyed)
    throw Error(ErrorKind::Refused, msg("disposition.gone", code));
  if (!closing->checked_by.empty()) throw Error(ErrorKind::Refused, msg("closing.checked_already", code, closing->checked_by));
  if (closing->closed_by == transaction.actor()) throw PersonRefused(msg("closing.own_check", code, transaction.actor()));
  Statement(database, "UPDATE closing SET checked_by = ?, checked_on = ? WHERE volume_id = ?")
      .bind(transaction.actor())
      .bind(transaction.today())
      .bind(volume.id)
      .run();
  record_event(transaction, "volume.checked", code.text(), {{"checked_by", transaction.actor()}});
}

}  // namespace twofold::catalog
