#pragma once
// What stands where: the shelves with their places, in the order of a walk, streamed. Fill, free places, moves and the
// map all look through here.

#include "catalog/stacks/shelf_prefix.h"
#include "catalog/volumes.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace twofold::catalog {

struct StandingVolume {
  std::int64_t id = 0;
  VolumeCode code;
  std::string title, state;
  int thickness_mm = 0;
  bool measured = false;  // else estimated from its pages
  std::string loan;       // state of its live loan; empty: it should be there
  std::string borrower;
  std::string due;
  bool missing = false;  // not found by a stocktake
};
struct Place {
  std::int64_t id = 0;
  ShelfCode code;
  std::vector<StandingVolume> volumes;  // several in a box alone
  std::string container;                // number of the box; empty: none
  int container_mm = 0;

  bool free() const { return volumes.empty() && container.empty(); }
  int used_mm() const;  // a box takes its width, however full
};
struct Shelf {
  ShelfPrefix code;     // K1-02-05-3
  int capacity_mm = 0;  // 0: not measured
  std::vector<Place> places;

  int used_mm() const;
  int taken() const;  // places
  bool measured() const { return capacity_mm > 0; }
};

// Those that have a place within `within`, after the shelf `after` ("": from the first), whole: also where `within` is
// one place, which then is the only one. Ends early when `take` answers false.
void walk_shelves(const Database& database, const ShelfPrefix& within, std::string_view after,
                  const std::function<bool(Shelf&&)>& take);
std::vector<Shelf> list_shelves(const Database& database, const ShelfPrefix& within, std::string_view after,
                                std::size_t most);

// How thick a volume without a measure is taken for: its covers and a tenth of a millimetre for each page, a sheet
// each.
int estimated_thickness_mm(std::int64_t pages);
struct Thickness {
  int millimetres = 0;
  bool measured = false;
};
Thickness thickness_of(const Database& database, const VolumeCode& volume);
// 1 … 300 mm; nothing: estimated again. Error{Usage, "shelf.bad_thickness"}.
void set_thickness(Transaction& transaction, const VolumeCode& volume, std::optional<int> millimetres);

}  // namespace twofold::catalog
