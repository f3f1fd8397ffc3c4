#pragma once
// A scan laid exactly over the electronic page it was printed from: turned, straightened, scaled, shifted, and at last bent as
// far as the feeder bent it.

#include "scanner/worker/compare/sheet.h"

#include <opencv2/core.hpp>

namespace twofold::scanner {

struct Registered {
  cv::Mat ink;            // of the scan, as large as the electronic page; 0 where the scan does not reach
  double likeness = 0;    // correlation of the two, a little blurred: about 1 for the same page, below 0.5 for another
  int quarter_turns = 0;  // clockwise, made to the scan
  double degrees = 0;     // then turned clockwise
  double scale = 1;       // of the print: 0.97 where a printer has shrunk it to fit
};

// The angles are how far the lines of each are from level, as find_skew() tells.
Registered lay_over(const Sheet& electronic, double electronic_degrees, const Sheet& scan, double scan_degrees);

}  // namespace twofold::scanner
