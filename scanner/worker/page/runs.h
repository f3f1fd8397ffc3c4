#pragma once
// Light and dark runs along the lines of a page, and the two patterns of runs that sheets are known by. Internal to the worker.

#include <opencv2/core.hpp>

namespace twofold::scanner {

// `grey` (CV_8UC1) with its dark parts 255, the others 0, whatever the light: compared with its surroundings of a few centimetres.
cv::Mat dark_parts(const cv::Mat& grey, double dpi);

// How many corner marks of QR codes there are (1:1:3:1:1, seen along rows and columns), with modules of at least `module` pixels.
int count_corner_marks(const cv::Mat& dark, double module);

// Whether there is a Patch-T: four bars, narrow-wide-narrow-wide from either side, 20 mm across and at least 15 mm long, along
// either side of the page. Read from the other side it is a Patch 3, so one is taken for the other.
bool has_patch_t(const cv::Mat& dark, double dpi);

}  // namespace twofold::scanner
