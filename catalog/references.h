#pragma once
// What else in the archive rests on an item, so that it is not taken away from under it.

#include "catalog/volumes.h"

namespace twofold::catalog {

// Whether the fonds file, which is kept for ever (R46), names the item, or one of the volume that is still there.
bool is_in_fonds_file(const Database& database, const Item& item);
bool is_in_fonds_file(const Database& database, const Volume& volume);
// The rectification that the item proves (R33, R48), passed or not.
std::optional<std::int64_t> rectification_proved_by(const Database& database, const Item& item);
// Whether one that is not passed yet rests on an item of the volume.
bool proves_open_rectification(const Database& database, const Volume& volume);

}  // namespace twofold::catalog
