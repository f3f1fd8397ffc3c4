#pragma once
// How a page is shown to people.

namespace twofold::scanner {

// Upright and straight, as a JPEG.
struct PageView {
  int width = 1000;       // pixels at most
  double degrees = 0;     // the angle that was found, to be undone
  int quarter_turns = 0;  // to be undone, clockwise
};

}  // namespace twofold::scanner
