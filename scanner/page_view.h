#pragma once
// How a page is shown to people.

namespace twofold::scanner {

// Pixels across of the picture that people are shown first, which reading leaves: see Pictures in reader_options.h.
inline constexpr int kShownWidth = 1000;

// Upright and straight, as a JPEG.
struct PageView {
  int width = kShownWidth;  // pixels at most
  double degrees = 0;     // the angle that was found, to be undone
  int quarter_turns = 0;  // to be undone, clockwise
};

}  // namespace twofold::scanner
