#include "catalog/shelf.h"

#include "base/error.h"
#include "catalog/stacks/standing.h"
#include "catalog/volume_rows.h"

namespace twofold::catalog {
namespace {

ShelfRow read_shelf_row(const Statement& row) {
  return ShelfRow{.place = ShelfCode::parse(row.text(0)),
                  .volume = VolumeCode::try_parse(row.text(1)),
                  .title = row.text(2),
                  .state = row.text(3),
                  .container = row.text(4)};
}

bool is_missing(const Database& database, std::int64_t volume_id) {
  Statement row(database, "SELECT 1 FROM volume WHERE id = ? AND missing_since IS NOT NULL");
  row.bind(volume_id);
  return row.step();
}

constexpr std::string_view kSelectPlacement =
    "SELECT p.id, v.code, v.title, l.code, p.since, p.until FROM placement p JOIN volume v ON v.id = p.volume_id "
    "JOIN shelf_location l ON l.id = p.location_id ";

std::vector<PlacementRow> placements(Statement& row) {
  std::vector<PlacementRow> rows;
  while (row.step()) {
    PlacementRow placed{.id = row.integer(0),
                        .volume = VolumeCode::parse(row.text(1)),
                        .title = row.text(2),
                        .place = ShelfCode::parse(row.text(3)),
                        .since = Timestamp{row.integer(4)},
                        .until = {}};
    if (!row.is_null(5)) placed.until = Timestamp{row.integer(5)};
    rows.push_back(std::move(placed));
  }
  return rows;
}

}  // namespace

void place_volume(Transaction& transaction, const VolumeCode& volume, const ShelfCode& place) {
  const Volume found = require_volume(transaction.database(), volume);
  if (!found.shelf.empty()) throw Error(ErrorKind::Refused, msg("shelf.already_placed", volume, found.shelf));
  carry(transaction, carried_with(transaction.database(), found), place);
}

void move_volume(Transaction& transaction, const VolumeCode& volume, const ShelfCode& place) {
  const Volume found = require_volume(transaction.database(), volume);
  if (found.shelf.empty()) throw Error(ErrorKind::Refused, msg("shelf.not_placed", volume));
  if (found.shelf == place.text() && !is_missing(transaction.database(), found.id))
    throw Error(ErrorKind::Refused, msg("shelf.already_placed", volume, found.shelf));
  carry(transaction, carried_with(transaction.database(), found), place);
}

std::vector<ShelfRow> list_shelf(const Database& database, std::string_view prefix, std::string_view after_place,
                                 std::size_t most) {
  const auto keys = ShelfPrefix::parse(prefix).keys(ShelfPrefix::kPlace);
  const auto after = ShelfCode::try_parse(after_place);
  // The limit counts places, so that a box of several volumes never falls apart between two pages.
  Statement row(database,
                "SELECT l.code, v.code, v.title, v.state, c.number FROM (SELECT id, code, sort_key FROM shelf_location "
                "WHERE sort_key > ? AND sort_key >= ? AND sort_key < ? ORDER BY sort_key LIMIT ?) l "
                "LEFT JOIN volume v ON v.location_id = l.id LEFT JOIN container c ON c.location_id = l.id "
                "ORDER BY l.sort_key, v.code");
  row.bind(after ? ShelfPrefix(*after).key() : std::string()).bind(keys.low).bind(keys.high);
  row.bind(static_cast<std::int64_t>(most));
  std::vector<ShelfRow> rows;
  while (row.step()) rows.push_back(read_shelf_row(row));
  return rows;
}

std::vector<PlacementRow> placements_of(const Database& database, const VolumeCode& volume, std::int64_t after_id,
                                        std::size_t most) {
  Statement row(database,
                std::string(kSelectPlacement) +
                    "WHERE p.volume_id = (SELECT id FROM volume WHERE code = ?) AND p.id > ? ORDER BY p.id LIMIT ?");
  row.bind(volume.text()).bind(after_id).bind(static_cast<std::int64_t>(most));
  return placements(row);
}

std::vector<PlacementRow> placements_at(const Database& database, const ShelfCode& place, std::int64_t after_id,
                                        std::size_t most) {
  Statement row(
      database,
      std::string(kSelectPlacement) +
          "WHERE p.location_id = (SELECT id FROM shelf_location WHERE code = ?) AND p.id > ? ORDER BY p.id LIMIT ?");
  row.bind(place.text()).bind(after_id).bind(static_cast<std::int64_t>(most));
  return placements(row);
}

}  // namespace twofold::catalog
