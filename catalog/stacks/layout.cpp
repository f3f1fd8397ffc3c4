#include "catalog/stacks/layout.h"

#include "base/error.h"
#include "base/text.h"
#include "catalog/events.h"
#include "catalog/sql.h"

#include <charconv>

namespace twofold::catalog {
namespace {

constexpr int kMostNumber = 999, kLongestShelf = 20'000;
constexpr std::int64_t kMostPlaces = 200'000;

std::int64_t count(const NumberRange& range) { return range.last - range.first + 1; }

void require_sound(const RoomLayout& layout) {
  if (layout.room.depth() != 1) throw Error(ErrorKind::Usage, msg("shelf.not_a_room", layout.room));
  if (layout.capacity_mm < 1 || layout.capacity_mm > kLongestShelf)
    throw Error(ErrorKind::Usage, msg("shelf.bad_capacity", layout.capacity_mm, kLongestShelf));
  const std::int64_t places = count(layout.rows) * count(layout.bays) * count(layout.shelves) * count(layout.slots);
  if (places > kMostPlaces) throw Error(ErrorKind::Usage, msg("shelf.too_many_places", places, kMostPlaces));
}

struct ShelfId {
  std::int64_t id;
  bool made;
};

ShelfId ensure_shelf(const Database& database, const ShelfPrefix& shelf) {
  Statement found(database, "SELECT id FROM shelf WHERE code = ?");
  found.bind(shelf.text());
  if (found.step()) return {found.integer(0), false};
  Statement(database, "INSERT INTO shelf(code, sort_key) VALUES (?, ?)").bind(shelf.text()).bind(shelf.key()).run();
  return {last_insert_id(database), true};
}

void lay_shelf(const Database& database, const RoomLayout& layout, const ShelfPrefix& shelf, LayoutResult& result) {
  const auto [id, made] = ensure_shelf(database, shelf);
  const auto changed = Statement(database, "UPDATE shelf SET capacity_mm = ? WHERE id = ? AND capacity_mm <> ?")
                           .bind(layout.capacity_mm)
                           .bind(id)
                           .bind(layout.capacity_mm)
                           .run();
  ++result.shelves;
  if (made) ++result.new_shelves;
  else result.remeasured += static_cast<int>(changed);
  for (int slot = layout.slots.first; slot <= layout.slots.last; ++slot) {
    const ShelfPrefix place = shelf.below(slot);
    Statement insert(
        database, "INSERT INTO shelf_location(code, sort_key, shelf_id) VALUES (?, ?, ?) ON CONFLICT(code) DO NOTHING");
    result.new_places += static_cast<int>(insert.bind(place.text()).bind(place.key()).bind(id).run());
    ++result.places;
    if (result.first.empty()) result.first = place.text();
    result.last = place.text();
  }
}

bool laid_out(const Database& database, const ShelfPrefix& room) {
  const auto keys = room.keys(ShelfPrefix::kShelf);
  Statement row(database, "SELECT 1 FROM shelf WHERE sort_key >= ? AND sort_key < ? AND capacity_mm > 0 LIMIT 1");
  row.bind(keys.low).bind(keys.high);
  return row.step();
}

void refuse_used(const Database& database, const ShelfPrefix::Keys& keys) {
  Statement row(database,
                "SELECT l.code FROM shelf_location l WHERE l.sort_key >= ? AND l.sort_key < ? AND "
                "(EXISTS (SELECT 1 FROM placement p WHERE p.location_id = l.id) OR "
                "EXISTS (SELECT 1 FROM container c WHERE c.location_id = l.id)) LIMIT 1");
  row.bind(keys.low).bind(keys.high);
  if (row.step()) throw Error(ErrorKind::Refused, msg("shelf.in_use", row.text(0)));
}

}  // namespace

NumberRange NumberRange::parse(std::string_view text) {
  const auto parts = split(trim(text), '-');
  const auto number = [](const std::string& part) {
    int value = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
    return error == std::errc() && end == part.data() + part.size() ? value : 0;
  };
  const NumberRange range{number(parts.front()), number(parts.back())};
  if (parts.size() > 2 || range.first < 1 || range.last > kMostNumber || range.first > range.last)
    throw Error(ErrorKind::Usage, msg("shelf.bad_range", text, kMostNumber));
  return range;
}

NumberRange NumberRange::up_to(std::string_view text) {
  NumberRange range = parse(text);
  if (range.first == range.last) range.first = 1;
  return range;
}

LayoutResult lay_out(Transaction& transaction, const RoomLayout& layout) {
  require_sound(layout);
  LayoutResult result;
  for (int row = layout.rows.first; row <= layout.rows.last; ++row)
    for (int bay = layout.bays.first; bay <= layout.bays.last; ++bay)
      for (int shelf = layout.shelves.first; shelf <= layout.shelves.last; ++shelf)
        lay_shelf(transaction.database(), layout, layout.room.below(row).below(bay).below(shelf), result);
  record_event(transaction, "shelf.laid_out", layout.room.text(),
               {{"first", result.first},
                {"last", result.last},
                {"new_places", std::to_string(result.new_places)},
                {"capacity_mm", std::to_string(layout.capacity_mm)}});
  return result;
}

int remove_places(Transaction& transaction, const ShelfPrefix& within) {
  const Database& database = transaction.database();
  const auto keys = within.keys(ShelfPrefix::kPlace);
  refuse_used(database, keys);
  const auto removed = Statement(database, "DELETE FROM shelf_location WHERE sort_key >= ? AND sort_key < ?")
                           .bind(keys.low)
                           .bind(keys.high)
                           .run();
  if (removed == 0) throw Error(ErrorKind::NotFound, msg("shelf.nothing_there", within));
  const auto shelves = within.keys(ShelfPrefix::kShelf);
  Statement(database,
            "DELETE FROM shelf WHERE sort_key >= ? AND sort_key < ? AND "
            "NOT EXISTS (SELECT 1 FROM shelf_location l WHERE l.shelf_id = shelf.id)")
      .bind(shelves.low)
      .bind(shelves.high)
      .run();
  record_event(transaction, "shelf.removed", within.text(), {{"places", std::to_string(removed)}});
  return static_cast<int>(removed);
}

std::set<std::string> rooms_laid_out(const Database& database) {
  std::set<std::string> rooms;
  Statement measured(database, "SELECT 1 FROM shelf WHERE capacity_mm > 0 LIMIT 1");
  if (!measured.step()) return rooms;
  Statement next(database, "SELECT DISTINCT substr(code, 1, instr(code, '-') - 1) FROM shelf");
  while (next.step()) rooms.insert(next.text(0));
  return rooms;
}

std::int64_t location_at(Transaction& transaction, const ShelfCode& place) {
  const Database& database = transaction.database();
  Statement found(database, "SELECT id FROM shelf_location WHERE code = ?");
  found.bind(place.text());
  if (found.step()) return found.integer(0);
  const ShelfPrefix prefix(place);
  if (laid_out(database, prefix.cut(1))) throw Error(ErrorKind::NotFound, msg("shelf.no_place", place, place.room));
  const auto shelf = ensure_shelf(database, prefix.cut(ShelfPrefix::kShelf));
  Statement(database, "INSERT INTO shelf_location(code, sort_key, shelf_id) VALUES (?, ?, ?)")
      .bind(place.text())
      .bind(prefix.key())
      .bind(shelf.id)
      .run();
  return last_insert_id(database);
}

}  // namespace twofold::catalog
