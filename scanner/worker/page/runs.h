#pragma once
// Light and dark runs along the lines of a page, and the two patterns of runs that sheets are known by. Internal to the worker.

#include <opencv2/core.hpp>

#include <vector>

namespace twofold::scanner {

// `grey` (CV_8UC1) with its dark parts 255, the others 0, whatever the light: compared with its surroundings of a few centimetres.
cv::Mat dark_parts(const cv::Mat& grey, double dpi);

struct CornerMark {
  cv::Point centre;
  double module = 0;    // pixels
  bool ringed = false;  // a dark square in a light ring in a dark one, all around; small or poor ones are not seen so well
};

// Corner marks of QR codes (1:1:3:1:1, seen along rows and columns), with modules of at least `module` pixels.
std::vector<CornerMark> find_corner_marks(const cv::Mat& dark, double module);

// Whether two that are ringed can belong to one code: of one size, and as far apart as corners of a code are.
bool two_of_one_code(const std::vector<CornerMark>& marks);

// Whether there is a Patch-T: four bars, narrow-wide-narrow-wide from either side, 20 mm across and at least 15 mm long, along
// either side of the page. Read from the other side it is a Patch 3, so one is taken for the other.
bool has_patch_t(const cv::Mat& dark, double dpi);

}  // namespace twofold::scanner
