#pragma once
// The map of a stack as a picture (SVG) for browser and print: every shelf of every bay with its fill, what is lent or
// missing, and the gaps; in 中文 and English side by side. Pointing at a place shows what stands there.

#include "catalog/stacks/places.h"

#include <filesystem>

namespace twofold::archive {

struct DrawnMap {
  int shelves = 0, places = 0;
};
// At most 20,000 places: Error{Usage, "stack_map.too_large"}. Error{NotFound, "shelf.nothing_there"}. The file is
// written whole or not at all.
DrawnMap draw_stack_map(const catalog::Database& database, const catalog::ShelfPrefix& part,
                        const std::filesystem::path& file);

}  // namespace twofold::archive
