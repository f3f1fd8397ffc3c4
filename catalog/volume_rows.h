#pragma once
// How volumes are read from their table; used by the sources of this folder only.

#include "catalog/sql.h"
#include "catalog/customers.h"
#include "catalog/volumes.h"

namespace twofold::catalog {

// Every column that read_volume() takes, from `volume v` with its place and container; a WHERE may follow.
inline constexpr std::string_view kSelectVolume =
    "SELECT v.id, v.code, v.chapter_id, v.supplementary, v.state, v.title, v.item_count, v.page_count, v.first_date, "
    "v.last_date, l.code, c.number, closed.checked_by, closed.checked_on FROM volume v "
    "LEFT JOIN shelf_location l ON l.id = v.location_id LEFT JOIN container c ON c.id = v.container_id "
    "LEFT JOIN closing closed ON closed.volume_id = v.id ";

// Of the statement's current row. Throws Error{Corrupt} where a number or state is none.
Volume read_volume(const Statement& row);
// Throws Error{NotFound, "volume.unknown"}.
Volume require_volume(const Database& database, const VolumeCode& code);
// What went to another keeper with its volume is theirs to change: Error{Refused, "item.transferred"}.
void refuse_transferred(const Database& database, const Item& item);
// An index entry of every item of the volume becomes due; `remove` takes them out of the index.
void enqueue_volume(Transaction& transaction, std::int64_t volume_id, bool remove = false);

struct OpenVolume {
  std::int64_t id;
  std::int64_t next_position;
  std::string shelf;
};
// The loose-leaf volume of (chapter, year, retention), made where there is none; a supplementary one once the year's volumes are bound.
OpenVolume open_volume(Transaction& transaction, const FondsCode& fonds, const Chapter& chapter, int year, Retention retention);
// The rows of both catalogues, pointing at each other; without a volume the electronic one alone.
void insert_catalogue_rows(const Database& database, const Item& item, const OpenVolume* volume);

// The object is in the store from now on, also where its bytes had been destroyed before.
void register_object(Transaction& transaction, const StoredObject& object);

}  // namespace twofold::catalog
