#pragma once
// Which documents the binder holds: all categories, two years, every carrier.

#include "samples/document.h"

#include <cstdint>

namespace twofold::samples {

// At least `pages_at_least` scanned pages; the same list for the same arguments. Documents of 2024 are all signed off.
std::vector<Document> plan_binder(std::uint64_t seed, int pages_at_least);

}  // namespace twofold::samples
