#pragma once
// Where a volume's paper stands. Every placing and moving refreshes both catalogues' notes (R28), is an event, and keeps its history. A box
// is carried with all its volumes. Rooms, boxes, moves of whole shelves and stocktakes: catalog/stacks/.

#include "catalog/stacks/shelf_prefix.h"
#include "catalog/volumes.h"

namespace twofold::catalog {

// Places a volume that has no place. A volume that stands elsewhere: Error{Refused, "shelf.already_placed"}; an occupied place:
// Error{Refused, "shelf.occupied"}; a shelf without room for it: Error{Refused, "shelf.full"}; no such place in a room that has been
// laid out: Error{NotFound, "shelf.no_place"}; destroyed or on loan: Error{Refused}. A bound volume becomes shelved.
void place_volume(Transaction& transaction, const VolumeCode& volume, const ShelfCode& place);
// Likewise, from where it stands. To where it stands only when it was missing: then it is found.
void move_volume(Transaction& transaction, const VolumeCode& volume, const ShelfCode& place);

struct ShelfRow {
  ShelfCode place;
  std::optional<VolumeCode> volume;
  std::string title, state, container;
};
// In shelf order; `prefix` such as "K1-02" narrows. Paged by the last place seen.
std::vector<ShelfRow> list_shelf(const Database& database, std::string_view prefix, std::string_view after_place, std::size_t most);

struct PlacementRow {
  std::int64_t id = 0;
  VolumeCode volume;
  std::string title;
  ShelfCode place;
  Timestamp since;
  std::optional<Timestamp> until;
};
// Where a volume has stood, and what has stood at a place; oldest first, paged by the last row seen.
std::vector<PlacementRow> placements_of(const Database& database, const VolumeCode& volume, std::int64_t after_id = 0,
                                        std::size_t most = 1000);
std::vector<PlacementRow> placements_at(const Database& database, const ShelfCode& place, std::int64_t after_id, std::size_t most);

}  // namespace twofold::catalog
