#pragma once
// How much is read from the catalogue at once where there may be very many, so that memory stays flat.

#include <cstddef>

namespace twofold::archive {

inline constexpr std::size_t kItemsAtOnce = 500;

}  // namespace twofold::archive
