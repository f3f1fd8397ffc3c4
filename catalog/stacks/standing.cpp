#include "catalog/stacks/standing.h"

#include "base/error.h"
#include "catalog/cross_reference.h"
#include "catalog/events.h"
#include "catalog/stacks/layout.h"
#include "catalog/stacks/thickness.h"
#include "catalog/volume_rows.h"

namespace twofold::catalog {
namespace {

// Ends the placement that counts now.
void end_placement(Transaction& transaction, std::int64_t volume_id) {
  Statement(transaction.database(), "UPDATE placement SET until = ? WHERE volume_id = ? AND until IS NULL")
      .bind(transaction.now())
      .bind(volume_id)
      .run();
}

void note_place(Transaction& transaction, const Volume& volume) {
  refresh_notes(transaction, volume.id);
  enqueue_volume(transaction, volume.id);
}

void stand_volume(Transaction& transaction, const Volume& volume, std::int64_t location_id, const ShelfCode& place) {
  const Database& database = transaction.database();
  end_placement(transaction, volume.id);
  Statement(database, "INSERT INTO placement(volume_id, location_id, since) VALUES (?, ?, ?)")
      .bind(volume.id)
      .bind(location_id)
      .bind(transaction.now())
      .run();
  Statement(database,
            "UPDATE volume SET location_id = ?, missing_since = NULL, "
            "state = CASE state WHEN 'bound' THEN 'shelved' ELSE state END WHERE id = ?")
      .bind(location_id)
      .bind(volume.id)
      .run();
  note_place(transaction, volume);
  record_event(transaction, volume.shelf.empty() ? "volume.placed" : "volume.moved", volume.code.text(),
               {{"from", volume.shelf}, {"to", place.text()}});
}

struct ShelfLength {
  int capacity_mm = 0, used_mm = 0;
};

ShelfLength shelf_of(const Database& database, const ShelfCode& place) {
  Statement row(
      database,
      "SELECT s.capacity_mm, "
      "(SELECT COALESCE(SUM(" +
          std::string(kThickness) +
          "), 0) FROM shelf_location l JOIN volume v "
          "ON v.location_id = l.id WHERE l.shelf_id = s.id AND v.container_id IS NULL) + "
          "(SELECT COALESCE(SUM(c.width_mm), 0) FROM shelf_location l JOIN container c ON c.location_id = l.id "
          "WHERE l.shelf_id = s.id) FROM shelf s WHERE s.code = ?");
  row.bind(ShelfPrefix(place).cut(ShelfPrefix::kShelf).text());
  if (!row.step()) return {};
  return {static_cast<int>(row.integer(0)), static_cast<int>(row.integer(1))};
}

bool on_same_shelf(const std::string& one, const ShelfCode& other) {
  const auto code = ShelfCode::try_parse(one);
  return code && ShelfPrefix(*code).cut(ShelfPrefix::kShelf).key() == ShelfPrefix(other).cut(ShelfPrefix::kShelf).key();
}

std::string place_of_box(const Database& database, std::int64_t container_id) {
  Statement row(database,
                "SELECT l.code FROM container c JOIN shelf_location l ON l.id = c.location_id WHERE c.id = ?");
  row.bind(container_id);
  return row.step() ? row.text(0) : std::string();
}

// What else stands there.
std::optional<std::string> occupant(const Database& database, const Carried& what, const ShelfCode& place) {
  Statement row(
      database,
      "SELECT COALESCE(c.number, v.code) FROM shelf_location l LEFT JOIN container c ON c.location_id = l.id "
      "LEFT JOIN volume v ON v.location_id = l.id WHERE l.code = ? AND COALESCE(c.number, v.code) IS NOT NULL");
  row.bind(place.text());
  while (row.step())
    if (row.text(0) != what.name()) return row.text(0);
  return std::nullopt;
}

// The shelf, where it has no room for it.
std::optional<ShelfLength> too_short(const Database& database, const Carried& what, const ShelfCode& place) {
  const std::string from = what.container_id == 0 ? what.shelf() : place_of_box(database, what.container_id);
  if (on_same_shelf(from, place)) return std::nullopt;
  const ShelfLength shelf = shelf_of(database, place);
  if (shelf.capacity_mm == 0 || shelf.used_mm + what.thickness_mm <= shelf.capacity_mm) return std::nullopt;
  return shelf;
}

}  // namespace

std::string Carried::shelf() const { return volumes.empty() ? std::string() : volumes.front().shelf; }

Carried carried_box(const Database& database, const ContainerNumber& number) {
  Statement box(database, "SELECT id, width_mm FROM container WHERE number = ?");
  box.bind(number.text());
  if (!box.step()) throw Error(ErrorKind::NotFound, msg("container.unknown", number));
  Carried what{.volumes = {},
               .container_id = box.integer(0),
               .container = number.text(),
               .thickness_mm = static_cast<int>(box.integer(1))};
  Statement row(database, std::string(kSelectVolume) + "WHERE v.container_id = ? ORDER BY v.id");
  row.bind(what.container_id);
  while (row.step()) what.volumes.push_back(read_volume(row));
  return what;
}

Carried carried_with(const Database& database, const Volume& volume) {
  if (!volume.container.empty()) return carried_box(database, ContainerNumber::parse(volume.container));
  return Carried{.volumes = {volume},
                 .container_id = 0,
                 .container = {},
                 .thickness_mm = thickness_of(database, volume.code).millimetres};
}

void refuse_unmovable(const Database& database, const Carried& what) {
  for (const auto& volume : what.volumes) {
    if (volume.state == VolumeState::Destroyed) throw Error(ErrorKind::Refused, msg("shelf.destroyed", volume.code));
    if (volume.state == VolumeState::Transferred)
      throw Error(ErrorKind::Refused, msg("shelf.transferred", volume.code));
    Statement lent(database, "SELECT borrower FROM loan WHERE volume_id = ? AND state IN ('out', 'lost')");
    lent.bind(volume.id);
    if (lent.step()) throw Error(ErrorKind::Refused, msg("shelf.on_loan", volume.code, lent.text(0)));
  }
}

void refuse_occupied(const Database& database, const Carried& what, const ShelfCode& place) {
  if (const auto other = occupant(database, what, place))
    throw Error(ErrorKind::Refused, msg("shelf.occupied", place, *other));
}

void refuse_full(const Database& database, const Carried& what, const ShelfCode& place) {
  const auto shelf = too_short(database, what, place);
  if (!shelf) return;
  throw Error(ErrorKind::Refused, msg("shelf.full", ShelfPrefix(place).cut(ShelfPrefix::kShelf), what.name(),
                                      what.thickness_mm, shelf->capacity_mm - shelf->used_mm, shelf->capacity_mm));
}

bool fits(const Database& database, const Carried& what, const ShelfCode& place) {
  return !occupant(database, what, place) && !too_short(database, what, place);
}

void stand_at(Transaction& transaction, const Carried& what, const ShelfCode& place) {
  const std::int64_t location_id = location_at(transaction, place);
  for (const auto& volume : what.volumes) stand_volume(transaction, volume, location_id, place);
  if (what.container_id == 0) return;
  Statement(transaction.database(), "UPDATE container SET location_id = ? WHERE id = ?")
      .bind(location_id)
      .bind(what.container_id)
      .run();
  record_event(transaction, "container.placed", what.container, {{"to", place.text()}});
}

void lift(Transaction& transaction, const Carried& what, std::string_view event) {
  const Database& database = transaction.database();
  for (const auto& volume : what.volumes) {
    end_placement(transaction, volume.id);
    Statement(database,
              "UPDATE volume SET location_id = NULL, state = CASE state WHEN 'shelved' THEN 'bound' ELSE state END "
              "WHERE id = ?")
        .bind(volume.id)
        .run();
    note_place(transaction, volume);
    record_event(transaction, event, volume.code.text(), {{"from", volume.shelf}});
  }
  Statement(database, "UPDATE container SET location_id = NULL WHERE id = ?").bind(what.container_id).run();
}

void carry(Transaction& transaction, const Carried& what, const ShelfCode& place) {
  refuse_unmovable(transaction.database(), what);
  refuse_occupied(transaction.database(), what, place);
  refuse_full(transaction.database(), what, place);
  stand_at(transaction, what, place);
}

}  // namespace twofold::catalog
