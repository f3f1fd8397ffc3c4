#pragma once
// The thickness of `volume v` in SQL, for the sources of this folder. Says the same as estimated_thickness_mm().

#include <string_view>

namespace twofold::catalog {

// Page counts of volumes are kept from binding on; an open one grows with its items.
inline constexpr std::string_view kThickness =
    "COALESCE(v.thickness_mm, 3 + ((CASE WHEN v.page_count > 0 THEN v.page_count ELSE "
    "(SELECT COALESCE(SUM(t.page_count), 0) FROM item t WHERE t.volume_id = v.id AND t.paper = 1) END) + 9) / 10)";

}  // namespace twofold::catalog
