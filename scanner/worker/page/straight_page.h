#pragma once
// One page, straight: the picture for the eye, and its copy made ready for the recogniser.

#include "scanner/worker/page/image.h"
#include "scanner/worker/page/ink.h"

#include <opencv2/core.hpp>

#include <vector>

namespace twofold::scanner {

struct StraightPage {
  cv::Mat picture;                // as it came, but straight: nothing is covered or cleaned
  cv::Mat reading;                // CV_8UC1, cleaned, its letters as high as the recogniser likes them
  double scale = 1;               // reading pixels per picture pixel
  double reading_dpi = 0;
  std::vector<cv::Rect> letters;  // in reading pixels, roughly where they are
};

// `reading` is the cleaned grey copy of `image`, as large as it. One warp for each of the two, none below a tenth of a degree.
StraightPage make_straight(const PageImage& image, cv::Mat reading, const Glyphs& glyphs, double degrees);

// The picture alone, as make_straight() and turn_clockwise() leave it.
cv::Mat straight_picture(const PageImage& image, double degrees, int quarter_turns);

void turn_clockwise(StraightPage& page, int quarter_turns);

// `box` with its place and size multiplied, at least one pixel wide and high.
cv::Rect scaled(const cv::Rect& box, double by);

}  // namespace twofold::scanner
