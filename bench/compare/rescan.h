#pragma once
// What a printed page looks like when it has been through a printer and a scanner: the honest ways of looking different.

#include "samples/random.h"

#include <opencv2/core.hpp>

#include <vector>

namespace twofold::bench {

struct Rescanned {
  std::vector<unsigned char> bytes;  // JPEG, or a TIFF in black and white
  bool bilevel = false;
  double dpi = 200;
};

// `page` is a rendering at 300 dpi, grey or colour. At 200 or 300 dpi, turned by up to ±2°, upside down now and then, shrunk to fit
// now and then, bent by the feeder, blurred, noisy, lighter or darker, a little dusty; JPEG of quality 60 to 90, or black and white.
Rescanned rescan(const cv::Mat& page, samples::Random& random);

}  // namespace twofold::bench
