#pragma once
// What time and a scanner do to a sheet. Angles in degrees, positive: the content is turned counter-clockwise.

#include "samples/random.h"

#include <opencv2/core.hpp>

namespace twofold::samples {

struct Wear {
  double angle = 0;
  bool upside_down = false;
  double noise = 0.5;  // share of the strongest grain
  double blur = 0;     // sigma in pixels
  double fade = 0;     // 0 fresh … 1 gone
  double bleed = 0;    // share of the reverse that shines through
  bool dark_border = false;
  bool specks = false;  // dust and toner
};

// Most sheets lie nearly straight and clean; some carry every kind of wear.
Wear draw_wear(Random& random);

// `sheet` and `reverse` have one channel or three, 8 bits, equal sizes; `reverse` may be empty.
cv::Mat degrade(const cv::Mat& sheet, const cv::Mat& reverse, const Wear& wear, Random& random);

}  // namespace twofold::samples
