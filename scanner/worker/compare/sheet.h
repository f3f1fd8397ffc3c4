#pragma once
// A page made ready for comparing: what is printed or written on it, as darkness, at one resolution. Internal to the worker.

#include "scanner/worker/page/image.h"

#include <opencv2/core.hpp>

namespace twofold::scanner {

inline constexpr double kCompareDpi = 200;  // both sides are compared at

struct Sheet {
  cv::Mat ink;           // CV_8UC1: 0 paper … 255 black
  bool bilevel = false;  // it knew no tones between
};

// An electronic page: white is its paper.
Sheet electronic_sheet(const PageImage& image);
// A scanned page: its paper may be shaded and grey, its ink pale.
Sheet scanned_sheet(const PageImage& image);

// Not 0 where a page is flat grey. Printers and scanners show that as anything, black and white not at all.
cv::Mat tints_of(const cv::Mat& electronic);

}  // namespace twofold::scanner
