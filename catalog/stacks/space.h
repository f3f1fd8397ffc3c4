#pragma once
// How full the stack is, where a run of volumes finds room, and moves of whole shelves.

#include "base/message.h"
#include "catalog/stacks/places.h"

namespace twofold::catalog {

struct FillRow {
  ShelfPrefix part;  // one step below what was asked for
  int shelves = 0, measured_shelves = 0, places = 0, taken = 0;
  std::int64_t capacity_mm = 0;  // of the measured shelves
  std::int64_t used_mm = 0;      // of those
};
// In the order of a walk, those after `after`; with everything: the rooms.
std::vector<FillRow> fill_of(const Database& database, const ShelfPrefix& within, std::string_view after,
                             std::size_t most);

// The first free places, one for each thickness, with nothing else standing between them: on one shelf where one has
// room, else across shelves of one room. Nothing where there is no such run.
std::optional<std::vector<ShelfCode>> find_run(const Database& database, const ShelfPrefix& within,
                                               const std::vector<int>& thicknesses_mm);

struct PlacedRow {
  std::string name;  // volume or box
  std::string from;  // empty: it had no place
  ShelfCode to;
};
// The places that the volumes, in this order, would take; those of one box take one. Without a run: Error{Refused,
// "shelf.no_run"}.
std::vector<PlacedRow> run_for(const Database& database, const ShelfPrefix& within,
                               const std::vector<VolumeCode>& volumes);
// Puts them there; none may have a place yet. Errors of place_volume().
std::vector<PlacedRow> place_run(Transaction& transaction, const ShelfPrefix& within,
                                 const std::vector<VolumeCode>& volumes);

struct ShelfMove {
  std::vector<PlacedRow> moved;
  std::vector<Message> obstacles;  // each place that cannot take what comes; where there are any, nothing was moved
};
// Everything below `from` to the same places below `to`, or with `close_gaps` in order to the free places there. A
// volume on loan keeps its place in the order. Errors: Usage "shelf.depth_differs" (unless closing gaps),
// "shelf.move_into_itself"; NotFound "shelf.nothing_there".
ShelfMove move_shelves(Transaction& transaction, const ShelfPrefix& from, const ShelfPrefix& to, bool close_gaps);

}  // namespace twofold::catalog
