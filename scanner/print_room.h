#pragma once
// Where on a page something may be printed without covering what stands there.

#include "scanner/comparison.h"

#include <optional>

namespace twofold::scanner {

inline constexpr double kStampRoomWidth = 45, kStampRoomHeight = 16, kCodeRoom = 14, kNumberRoomWidth = 24, kNumberRoomHeight = 6;

struct PrintRoom {
  double width = 0, height = 0;   // of the page as it is shown, in millimetres
  // Free by 1.5 mm all around, nowhere nearer than 8 mm to the edge, apart from each other; nothing where there is no room.
  std::optional<Area> stamp, code, number;  // 45 × 16 towards the upper right; 14 × 14 to the lower left; 24 × 6 to the lower right
};

}  // namespace twofold::scanner
