#include "catalog/shelf.h"

#include <fmt/format.h>

#include "base/error.h"
#include "base/text.h"
#include "catalog/cross_reference.h"
#include "catalog/events.h"
#include "catalog/volume_rows.h"

namespace twofold::catalog {
namespace {

// Orders as a person walks: row 2 before row 10. '-' sorts before every letter and digit, so rooms stay together.
std::string sort_key(const ShelfCode& place) {
  return fmt::format("{}-{:04}-{:04}-{:04}-{:04}", place.room, place.row, place.bay, place.shelf, place.slot);
}

// The key that all places of "K1-02" begin with; numbers may be written with or without leading zeros.
std::string key_of_prefix(std::string_view prefix) {
  const auto parts = split(trim(prefix), '-');
  std::string key;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    std::string part = parts[i];
    for (char& c : part)
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (i > 0 && part.size() < 4) part.insert(0, 4 - part.size(), '0');
    if (part.empty()) continue;
    key += key.empty() ? part : '-' + part;
  }
  return key;
}

std::int64_t ensure_location(Transaction& transaction, const ShelfCode& place) {
  Statement found(transaction.database(), "SELECT id FROM shelf_location WHERE code = ?");
  found.bind(place.text());
  if (found.step()) return found.integer(0);
  Statement made(transaction.database(), "INSERT INTO shelf_location(code, sort_key) VALUES (?, ?)");
  made.bind(place.text()).bind(sort_key(place)).run();
  return last_insert_id(transaction.database());
}

void refuse_unmovable(const Database& database, const Volume& volume) {
  if (volume.state == VolumeState::Destroyed) throw Error(ErrorKind::Refused, msg("shelf.destroyed", volume.code));
  if (volume.state == VolumeState::Transferred) throw Error(ErrorKind::Refused, msg("shelf.transferred", volume.code));
  Statement lent(database, "SELECT borrower FROM loan WHERE volume_id = ? AND state IN ('out', 'lost')");
  lent.bind(volume.id);
  if (lent.step()) throw Error(ErrorKind::Refused, msg("shelf.on_loan", volume.code, lent.text(0)));
}

// The volumes that move with this one: a box is carried whole.
std::vector<Volume> box_of(const Database& database, const Volume& volume) {
  if (volume.container.empty()) return {volume};
  Statement row(database, std::string(kSelectVolume) + "WHERE c.number = ? ORDER BY v.id");
  row.bind(volume.container);
  std::vector<Volume> volumes;
  while (row.step()) volumes.push_back(read_volume(row));
  return volumes;
}

void refuse_occupied(const Database& database, const Volume& volume, std::int64_t location_id, const ShelfCode& place) {
  Statement row(database,
                "SELECT v.code FROM volume v LEFT JOIN container c ON c.id = v.container_id "
                "WHERE v.location_id = ? AND v.id <> ? AND (c.number IS NULL OR c.number <> ?)");
  row.bind(location_id).bind(volume.id).bind(volume.container);
  if (row.step()) throw Error(ErrorKind::Refused, msg("shelf.occupied", place, row.text(0)));
}

// One volume's place, its history and the notes of both catalogues (R28).
void stand_at(Transaction& transaction, const Volume& volume, std::int64_t location_id, const ShelfCode& place) {
  const Database& database = transaction.database();
  Statement(database, "UPDATE placement SET until = ? WHERE volume_id = ? AND until IS NULL")
      .bind(transaction.now())
      .bind(volume.id)
      .run();
  Statement(database, "INSERT INTO placement(volume_id, location_id, since) VALUES (?, ?, ?)")
      .bind(volume.id)
      .bind(location_id)
      .bind(transaction.now())
      .run();
  Statement(
      database,
      "UPDATE volume SET location_id = ?, state = CASE state WHEN 'bound' THEN 'shelved' ELSE state END WHERE id = ?")
      .bind(location_id)
      .bind(volume.id)
      .run();
  refresh_notes(transaction, volume.id);
  enqueue_volume(transaction, volume.id);
  record_event(transaction, volume.shelf.empty() ? "volume.placed" : "volume.moved", volume.code.text(),
               {{"from", volume.shelf}, {"to", place.text()}});
}

void carry(Transaction& transaction, const Volume& volume, const ShelfCode& place) {
  const std::int64_t location_id = ensure_location(transaction, place);
  const auto box = box_of(transaction.database(), volume);
  for (const auto& each : box) refuse_unmovable(transaction.database(), each);
  refuse_occupied(transaction.database(), volume, location_id, place);
  for (const auto& each : box)
    if (each.shelf != place.text()) stand_at(transaction, each, location_id, place);
  Statement(transaction.database(), "UPDATE container SET location_id = ? WHERE number = ?")
      .bind(location_id)
      .bind(volume.container)
      .run();
}

ShelfRow read_shelf_row(const Statement& row) {
  return ShelfRow{.place = ShelfCode::parse(row.text(0)),
                  .volume = VolumeCode::try_parse(row.text(1)),
                  .title = row.text(2),
                  .state = row.text(3),
                  .container = row.text(4)};
}

}  // namespace

void place_volume(Transaction& transaction, const VolumeCode& volume, const ShelfCode& place) {
  const Volume found = require_volume(transaction.database(), volume);
  if (!found.shelf.empty()) throw Error(ErrorKind::Refused, msg("shelf.already_placed", volume, found.shelf));
  carry(transaction, found, place);
}

void move_volume(Transaction& transaction, const VolumeCode& volume, const ShelfCode& place) {
  const Volume found = require_volume(transaction.database(), volume);
  if (found.shelf.empty()) throw Error(ErrorKind::Refused, msg("shelf.not_placed", volume));
  if (found.shelf == place.text()) throw Error(ErrorKind::Refused, msg("shelf.already_placed", volume, found.shelf));
  carry(transaction, found, place);
}

std::vector<ShelfRow> list_shelf(const Database& database, std::string_view prefix, std::string_view after_place,
                                 std::size_t most) {
  const std::string key = key_of_prefix(prefix);
  const auto after = ShelfCode::try_parse(after_place);
  // The limit counts places, so that a box of several volumes never falls apart between two pages.
  std::string sql =
      "SELECT l.code, v.code, v.title, v.state, c.number FROM (SELECT id, code, sort_key FROM shelf_location "
      "WHERE sort_key > ? ";
  if (!key.empty()) sql += "AND (sort_key = ? OR (sort_key >= ? AND sort_key < ?)) ";
  sql +=
      "ORDER BY sort_key LIMIT ?) l LEFT JOIN volume v ON v.location_id = l.id "
      "LEFT JOIN container c ON c.id = v.container_id ORDER BY l.sort_key, v.code";
  Statement row(database, sql);
  row.bind(after ? sort_key(*after) : std::string());
  if (!key.empty()) row.bind(key).bind(key + '-').bind(key + '.');
  row.bind(static_cast<std::int64_t>(most));
  std::vector<ShelfRow> rows;
  while (row.step()) rows.push_back(read_shelf_row(row));
  return rows;
}

std::vector<PlacementRow> placements_of(const Database& database, const VolumeCode& volume) {
  Statement row(database,
                "SELECT l.code, p.since, p.until FROM placement p JOIN volume v ON v.id = p.volume_id "
                "JOIN shelf_location l ON l.id = p.location_id WHERE v.code = ? ORDER BY p.id");
  row.bind(volume.text());
  std::vector<PlacementRow> rows;
  while (row.step()) {
    PlacementRow placed{
        .volume = volume, .place = ShelfCode::parse(row.text(0)), .since = Timestamp{row.integer(1)}, .until = {}};
    if (!row.is_null(2)) placed.until = Timestamp{row.integer(2)};
    rows.push_back(placed);
  }
  return rows;
}

ContainerNumber make_container(Transaction& transaction, const VolumeCode& first_volume) {
  const Volume volume = require_volume(transaction.database(), first_volume);
  if (!volume.container.empty())
    throw Error(ErrorKind::Refused, msg("container.already_in", first_volume, volume.container));
  const auto serial = transaction.draw("container-" + std::to_string(volume.code.year));
  const ContainerNumber number{.year = volume.code.year, .serial = static_cast<int>(serial)};
  Statement(transaction.database(),
            "INSERT INTO container(number, year, chapter_id, retention, location_id) "
            "SELECT ?, year, chapter_id, retention, location_id FROM volume WHERE id = ?")
      .bind(number.text())
      .bind(volume.id)
      .run();
  record_event(transaction, "container.made", number.text(), {{"volume", first_volume.text()}});
  put_into_container(transaction, first_volume, number);
  return number;
}

void put_into_container(Transaction& transaction, const VolumeCode& volume, const ContainerNumber& container) {
  const Database& database = transaction.database();
  const Volume found = require_volume(database, volume);
  refuse_unmovable(database, found);
  if (!found.container.empty()) throw Error(ErrorKind::Refused, msg("container.already_in", volume, found.container));
  Statement box(database,
                "SELECT c.id, c.year, c.chapter_id, c.retention, l.code FROM container c "
                "LEFT JOIN shelf_location l ON l.id = c.location_id WHERE c.number = ?");
  box.bind(container.text());
  if (!box.step()) throw Error(ErrorKind::NotFound, msg("container.unknown", container));
  if (box.integer(1) != volume.year || box.integer(2) != found.chapter_id || box.text(3) != text(volume.retention))
    throw Error(ErrorKind::Refused, msg("container.mixed", volume, container));
  const std::string place = box.text(4);
  Statement(database, "UPDATE volume SET container_id = ? WHERE id = ?").bind(box.integer(0)).bind(found.id).run();
  record_event(transaction, "volume.boxed", volume.text(), {{"container", container.text()}});
  // A volume stands where its box stands; a box without a place takes that of the volume.
  const std::string target = place.empty() ? found.shelf : place;
  if (!target.empty()) carry(transaction, require_volume(database, volume), ShelfCode::parse(target));
}

}  // namespace twofold::catalog
