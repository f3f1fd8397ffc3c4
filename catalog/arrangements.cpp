#include "catalog/arrangements.h"

#include "base/error.h"
#include "catalog/arranged_rows.h"
#include "catalog/events.h"
#include "catalog/outbox.h"
#include "catalog/sql.h"
#include "catalog/volumes.h"

#include <algorithm>
#include <array>

namespace twofold::catalog {
namespace {

constexpr std::array<std::string_view, 4> kArrangementKinds = {"split", "merge", "rotate", "reorder"};
constexpr std::string_view kKept = "kept", kMade = "made", kAbsorbed = "absorbed";

ArrangementKind kind_named(std::string_view name) {
  const auto found = std::ranges::find(kArrangementKinds, name);
  if (found == kArrangementKinds.end()) throw Error(ErrorKind::Corrupt, msg("item.bad_state", name));
  return static_cast<ArrangementKind>(found - kArrangementKinds.begin());
}

Item require_item(const Database& database, std::int64_t id) {
  auto item = find_item(database, id);
  if (!item) throw Error(ErrorKind::NotFound, msg("item.unknown", id));
  return *std::move(item);
}

std::vector<std::int64_t> items_in(const Database& database, std::int64_t arrangement, std::string_view part) {
  Statement row(database, "SELECT item_id FROM arrangement_item WHERE arrangement_id = ? AND part = ? ORDER BY item_id");
  row.bind(arrangement).bind(part);
  std::vector<std::int64_t> items;
  while (row.step()) items.push_back(row.integer(0));
  return items;
}

std::vector<std::string> numbers_in(const Database& database, std::int64_t arrangement, std::string_view part) {
  std::vector<std::string> numbers;
  for (const auto id : items_in(database, arrangement, part)) numbers.push_back(require_item(database, id).number());
  return numbers;
}

void add_item(const Database& database, std::int64_t arrangement, std::int64_t item, std::string_view part) {
  Statement(database, "INSERT INTO arrangement_item(arrangement_id, item_id, part) VALUES(?, ?, ?)")
      .bind(arrangement)
      .bind(item)
      .bind(part)
      .run();
}

NewItem described_as(const Item& item, const ArrangedContent& content) {
  NewItem made;
  made.customer_id = item.customer_id;
  made.category = item.category;
  made.chapter_id = item.chapter_id;
  made.document_type = item.document_type;
  made.title = item.title;
  made.document_number = item.document_number;
  made.responsible = item.responsible;
  made.date = item.date;
  made.year = item.year;
  made.retention = item.retention;
  made.paper = item.paper;
  made.source_name = item.source_name;
  made.original = content.original;
  made.reading_copy = content.reading_copy;
  made.words = content.words;
  made.pages = content.pages;
  return made;
}

std::string joined(const std::vector<std::string>& numbers) {
  std::string all;
  for (const auto& number : numbers) all += (all.empty() ? "" : " ") + number;
  return all;
}

void note(Transaction& transaction, std::string_view event, const Arrangement& arrangement, Details details = {}) {
  details.insert(details.begin(), {{"arrangement", std::to_string(arrangement.id)},
                                   {"kind", text(arrangement.kind)},
                                   {"made", joined(arrangement.made)},
                                   {"absorbed", joined(arrangement.absorbed)}});
  record_event(transaction, event, arrangement.kept.front(), details);
}

// Undoing goes backwards: nothing later may have touched an item of it.
void require_last(const Database& database, std::int64_t id) {
  Statement later(database,
                  "SELECT a.id FROM arrangement a JOIN arrangement_item ai ON ai.arrangement_id = a.id WHERE a.id > ? AND a.undone_at IS NULL "
                  "AND ai.item_id IN (SELECT item_id FROM arrangement_item WHERE arrangement_id = ?) ORDER BY a.id DESC LIMIT 1");
  later.bind(id).bind(id);
  if (later.step()) throw Error(ErrorKind::Refused, msg("arrange.not_the_last", id, later.integer(0)));
}

void require_open_volume(const Database& database, const Item& item) {
  if (!item.volume_id) return;
  const auto volume = find_volume(database, *item.volume_id);
  if (volume && volume->state != VolumeState::Open) throw Error(ErrorKind::Refused, msg("arrange.volume_closed", volume->code));
}

}  // namespace

std::string text(ArrangementKind kind) { return std::string(kArrangementKinds[static_cast<std::size_t>(kind)]); }

void require_arrangeable(const Database& database, const Item& item) {
  if (item.state != ItemState::Draft) throw Error(ErrorKind::Refused, msg("arrange.not_a_draft", item.number()));
  Statement signature(database, "SELECT 1 FROM signature WHERE item_id = ? LIMIT 1");
  signature.bind(item.id);
  if (signature.step()) throw Error(ErrorKind::Refused, msg("arrange.signed", item.number()));
  Statement revision(database, "SELECT 1 FROM page_text_revision WHERE item_id = ? LIMIT 1");
  revision.bind(item.id);
  if (revision.step()) throw Error(ErrorKind::Refused, msg("arrange.read_again", item.number()));
  require_open_volume(database, item);
}

Arrangement record_arrangement(Transaction& transaction, const ArrangementPlan& plan) {
  const Database& database = transaction.database();
  const Item kept = require_item(database, plan.item_id);
  require_arrangeable(database, kept);
  Statement(database, "INSERT INTO arrangement(kind, actor, at) VALUES(?, ?, ?)")
      .bind(text(plan.kind))
      .bind(transaction.actor())
      .bind(transaction.now())
      .run();
  const auto id = last_insert_id(database);
  const auto before = object_of(database, kept.id, "original");
  add_item(database, id, kept.id, kKept);
  put_aside(transaction, kept.id, id);
  put_content(transaction, kept.id, plan.content);
  for (const auto& content : plan.made) add_item(database, id, receive_item(transaction, described_as(kept, content)).id, kMade);
  for (const auto absorbed : plan.absorbed) {
    const Item item = require_item(database, absorbed);
    require_arrangeable(database, item);
    if (item.customer_id != kept.customer_id || item.volume_id != kept.volume_id || item.category != kept.category) {
      throw Error(ErrorKind::Refused, msg("arrange.of_two_files", item.number(), kept.number()));
    }
    add_item(database, id, absorbed, kAbsorbed);
    take_out(transaction, item);
  }
  const auto made = *find_arrangement(database, id);
  note(transaction, "pages.arranged", made,
       {{"before", before ? before->sha256.text() : ""}, {"after", plan.content.original.sha256.text()}});
  return made;
}

Arrangement undo_arrangement(Transaction& transaction, std::int64_t id) {
  const Database& database = transaction.database();
  const auto arrangement = find_arrangement(database, id);
  if (!arrangement) throw Error(ErrorKind::NotFound, msg("arrange.unknown", id));
  if (arrangement->undone) throw Error(ErrorKind::Refused, msg("arrange.undone", id));
  require_last(database, id);
  for (const auto kept : items_in(database, id, kKept)) {
    require_arrangeable(database, require_item(database, kept));
    put_back(transaction, kept, id);
  }
  for (const auto made : items_in(database, id, kMade)) {
    const Item item = require_item(database, made);
    require_arrangeable(database, item);
    take_out(transaction, item);
  }
  for (const auto absorbed : items_in(database, id, kAbsorbed)) {
    const Item item = require_item(database, absorbed);
    require_open_volume(database, item);
    bring_back(transaction, item);
  }
  Statement(database, "UPDATE arrangement SET undone_by = ?, undone_at = ? WHERE id = ?")
      .bind(transaction.actor())
      .bind(transaction.now())
      .bind(id)
      .run();
  note(transaction, "pages.arrangement_undone", *arrangement);
  return *find_arrangement(database, id);
}

namespace {

constexpr std::string_view kSelectArrangement = "SELECT id, kind, actor, at, undone_at FROM arrangement ";

Arrangement arrangement_at(const Database& database, const Statement& row) {
  const auto id = row.integer(0);
  return {id, kind_named(row.text(1)), row.text(2), Timestamp{row.integer(3)}, !row.is_null(4),
          numbers_in(database, id, kKept), numbers_in(database, id, kMade), numbers_in(database, id, kAbsorbed)};
}

}  // namespace

std::optional<Arrangement> find_arrangement(const Database& database, std::int64_t id) {
  Statement row(database, std::string(kSelectArrangement) + "WHERE id = ?");
  row.bind(id);
  if (!row.step()) return std::nullopt;
  return arrangement_at(database, row);
}

std::vector<Arrangement> list_arrangements(const Database& database, std::int64_t after_id, std::size_t most) {
  Statement row(database, std::string(kSelectArrangement) + "WHERE id > ? ORDER BY id LIMIT ?");
  row.bind(after_id).bind(static_cast<std::int64_t>(most));
  std::vector<Arrangement> all;
  while (row.step()) all.push_back(arrangement_at(database, row));
  return all;
}

std::int64_t item_kept_by(const Database& database, std::int64_t arrangement_id) {
  const auto kept = items_in(database, arrangement_id, kKept);
  if (kept.empty()) throw Error(ErrorKind::NotFound, msg("arrange.unknown", arrangement_id));
  return kept.front();
}

}  // namespace twofold::catalog
