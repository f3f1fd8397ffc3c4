#include "catalog/stacks/places.h"

#include "base/error.h"
#include "catalog/events.h"
#include "catalog/stacks/thickness.h"
#include "catalog/volume_rows.h"

#include <algorithm>

namespace twofold::catalog {
namespace {

constexpr int kCovers = 3, kPagesPerMillimetre = 10, kThickest = 300;

std::string walk_sql() {
  return "SELECT l.id, l.code, s.code, s.capacity_mm, v.id, v.code, v.title, v.state, " + std::string(kThickness) +
         ", v.thickness_mm IS NOT NULL, n.state, n.borrower, n.due, v.missing_since IS NOT NULL, c.number, c.width_mm "
         "FROM shelf_location l JOIN shelf s ON s.id = l.shelf_id LEFT JOIN volume v ON v.location_id = l.id "
         "LEFT JOIN container c ON c.location_id = l.id "
         "LEFT JOIN loan n ON n.volume_id = v.id AND n.state IN ('out', 'returned', 'lost') "
         "WHERE l.sort_key >= ? AND l.sort_key < ? ORDER BY l.sort_key, v.code";
}

StandingVolume read_standing(const Statement& row) {
  const auto code = VolumeCode::try_parse(row.text(5));
  if (!code) throw Error(ErrorKind::Corrupt, msg("volume.bad_code", row.text(5)));
  return StandingVolume{.id = row.integer(4),
                        .code = *code,
                        .title = row.text(6),
                        .state = row.text(7),
                        .thickness_mm = static_cast<int>(row.integer(8)),
                        .measured = row.integer(9) != 0,
                        .loan = row.text(10),
                        .borrower = row.text(11),
                        .due = row.text(12),
                        .missing = row.integer(13) != 0};
}

// The first key to look at: the beginning of the part, or what follows the shelf that was seen last.
std::string first_key(const ShelfPrefix& within, std::string_view after) {
  const std::string low = within.keys(ShelfPrefix::kPlace).low;
  if (after.empty()) return low;
  return std::max(low, ShelfPrefix::parse(after).cut(ShelfPrefix::kShelf).keys(ShelfPrefix::kPlace).high);
}

// Joins the rows of places into shelves.
class ShelfBuilder {
 public:
  explicit ShelfBuilder(const std::function<bool(Shelf&&)>& take) : take_(take) {}

  bool add(const Statement& row) {
    if (const std::string shelf = row.text(2); shelf != code_) {
      if (!end()) return false;
      code_ = shelf;
      shelf_.emplace(
          Shelf{.code = ShelfPrefix::parse(shelf), .capacity_mm = static_cast<int>(row.integer(3)), .places = {}});
    }
    auto& places = shelf_->places;
    if (places.empty() || places.back().id != row.integer(0))
      places.push_back(Place{.id = row.integer(0),
                             .code = ShelfCode::parse(row.text(1)),
                             .volumes = {},
                             .container = row.text(14),
                             .container_mm = static_cast<int>(row.integer(15))});
    if (!row.is_null(4)) places.back().volumes.push_back(read_standing(row));
    return true;
  }
  bool end() { return !shelf_ || take_(*std::exchange(shelf_, std::nullopt)); }

 private:
  const std::function<bool(Shelf&&)>& take_;
  std::string code_;
  std::optional<Shelf> shelf_;
};

}  // namespace

int Place::used_mm() const {
  if (!container.empty()) return container_mm;
  int used = 0;
  for (const auto& volume : volumes) used += volume.thickness_mm;
  return used;
}

int Shelf::used_mm() const {
  int used = 0;
  for (const auto& place : places) used += place.used_mm();
  return used;
}

int Shelf::taken() const {
  return static_cast<int>(std::ranges::count_if(places, [](const Place& place) { return !place.free(); }));
}

void walk_shelves(const Database& database, const ShelfPrefix& within, std::string_view after,
                  const std::function<bool(Shelf&&)>& take) {
  Statement row(database, walk_sql());
  row.bind(first_key(within, after)).bind(within.keys(ShelfPrefix::kPlace).high);
  ShelfBuilder builder(take);
  while (row.step())
    if (!builder.add(row)) return;
  builder.end();
}

std::vector<Shelf> list_shelves(const Database& database, const ShelfPrefix& within, std::string_view after,
                                std::size_t most) {
  std::vector<Shelf> shelves;
  if (most == 0) return shelves;
  walk_shelves(database, within, after, [&](Shelf&& shelf) {
    shelves.push_back(std::move(shelf));
    return shelves.size() < most;
  });
  return shelves;
}

int estimated_thickness_mm(std::int64_t pages) {
  return kCovers + static_cast<int>((pages + kPagesPerMillimetre - 1) / kPagesPerMillimetre);
}

Thickness thickness_of(const Database& database, const VolumeCode& volume) {
  Statement row(database,
                "SELECT " + std::string(kThickness) + ", v.thickness_mm IS NOT NULL FROM volume v WHERE v.code = ?");
  row.bind(volume.text());
  if (!row.step()) throw Error(ErrorKind::NotFound, msg("volume.unknown", volume));
  return {static_cast<int>(row.integer(0)), row.integer(1) != 0};
}

void set_thickness(Transaction& transaction, const VolumeCode& volume, std::optional<int> millimetres) {
  if (millimetres && (*millimetres < 1 || *millimetres > kThickest))
    throw Error(ErrorKind::Usage, msg("shelf.bad_thickness", *millimetres, kThickest));
  const Volume found = require_volume(transaction.database(), volume);
  Statement(transaction.database(), "UPDATE volume SET thickness_mm = ? WHERE id = ?")
      .bind(millimetres)
      .bind(found.id)
      .run();
  record_event(transaction, "volume.measured", volume.text(),
               {{"thickness_mm", millimetres ? std::to_string(*millimetres) : "estimated"}});
}

}  // namespace twofold::catalog
