#pragma once
// Shelf locations and containers: where the paper is. Every placing and moving refreshes both catalogues' notes (R28), is an
// event, and keeps its history.

#include "catalog/volumes.h"

namespace twofold::catalog {

// Places a volume that has no place. The location is made when new. A volume that stands elsewhere: Error{Refused,
// "shelf.already_placed"}; an occupied slot: Error{Refused, "shelf.occupied"}; destroyed or on loan: Error{Refused}.
// A bound volume becomes shelved.
void place_volume(Transaction& transaction, const VolumeCode& volume, const ShelfCode& place);
void move_volume(Transaction& transaction, const VolumeCode& volume, const ShelfCode& place);

struct ShelfRow {
  ShelfCode place;
  std::optional<VolumeCode> volume;
  std::string title, state, container;
};
// In shelf order; `prefix` such as "K1-02" narrows. Paged by the last place seen.
std::vector<ShelfRow> list_shelf(const Database& database, std::string_view prefix, std::string_view after_place, std::size_t most);

struct PlacementRow {
  VolumeCode volume;
  ShelfCode place;
  Timestamp since;
  std::optional<Timestamp> until;
};
std::vector<PlacementRow> placements_of(const Database& database, const VolumeCode& volume);

// A new container for volumes of one year, chapter and retention rule; draws BOX-YYYY-nnnn.
ContainerNumber make_container(Transaction& transaction, const VolumeCode& first_volume);
// Refuses a volume of another year, chapter or rule: Error{Refused, "container.mixed"}.
void put_into_container(Transaction& transaction, const VolumeCode& volume, const ContainerNumber& container);

}  // namespace twofold::catalog
