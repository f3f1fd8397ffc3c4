#pragma once
// How far a page's lines are from level, and the one warp that makes it straight.

#include "scanner/worker/page/ink.h"

#include <opencv2/core.hpp>

namespace twofold::scanner {

struct SkewEstimate {
  double degrees = 0;      // positive: the content is turned counter-clockwise; within ±45
  double confidence = 0;   // 0 … 1
  bool abstained = true;   // nothing on the page tells: `degrees` is 0
};

// From a CV_8UC1 page or from its ink, when the caller has it already. The lines may run either way (a page on its side
// has an angle too). Pure; about 15 ms for A4 at 300 dpi.
SkewEstimate find_skew(const cv::Mat& grey, double dpi);
SkewEstimate find_skew(const Ink& ink);

// The page turned by -degrees about its centre, on a canvas large enough to lose no corner, filled with `paper`.
cv::Mat straighten(const cv::Mat& image, double degrees, const cv::Scalar& paper);

// The most frequent bright colour of an image (CV_8UC1 or CV_8UC3).
cv::Scalar paper_colour(const cv::Mat& image);

}  // namespace twofold::scanner
