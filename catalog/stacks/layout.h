#pragma once
// Laying a stack room out: rows, bays, shelves and places made in one go. A room that has been laid out knows its
// places, and nothing is put where there is none; in a room that has not, a place is made when something is first put
// there.

#include "catalog/database.h"
#include "catalog/stacks/shelf_prefix.h"

#include <set>

namespace twofold::catalog {

struct NumberRange {
  int first = 1, last = 1;                          // 1 … 999
  static NumberRange parse(std::string_view text);  // "1-4", or "3" alone; Error{Usage, "shelf.bad_range"}
  static NumberRange up_to(std::string_view text);  // "5" is 1-5
};
struct RoomLayout {
  ShelfPrefix room;  // a room alone: Error{Usage, "shelf.not_a_room"}
  NumberRange rows, bays, shelves, slots;
  int capacity_mm = 0;  // of each shelf, 1 … 20,000; Error{Usage, "shelf.bad_capacity"}
};
struct LayoutResult {
  std::string first, last;  // places
  int shelves = 0, places = 0;
  int new_shelves = 0, new_places = 0;
  int remeasured = 0;  // shelves that had another length
};
// What is there already stays and takes the length given, so that a room can grow and be measured again. At most
// 200,000 places at once: Error{Usage, "shelf.too_many_places"}.
LayoutResult lay_out(Transaction& transaction, const RoomLayout& layout);

// Takes away shelves and places on which nothing stands or ever stood; how many places. Error{Refused, "shelf.in_use"}
// names one, Error{NotFound, "shelf.nothing_there"}.
int remove_places(Transaction& transaction, const ShelfPrefix& within);

// The rooms in which there are places, where any room has been laid out; in an archive that lays none out, none.
std::set<std::string> rooms_laid_out(const Database& database);

// The place's row. Made in a room that has not been laid out; in one that has, Error{NotFound, "shelf.no_place"}.
std::int64_t location_at(Transaction& transaction, const ShelfCode& place);

}  // namespace twofold::catalog
