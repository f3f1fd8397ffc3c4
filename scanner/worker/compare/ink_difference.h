#pragma once
// Where two sheets that lie over each other differ: ink that is missing from the scan, that only the scan has, or both.

#include "scanner/comparison.h"
#include "scanner/worker/compare/sheet.h"

#include <opencv2/core.hpp>

#include <vector>

namespace twofold::scanner {


struct InkDifference {
  cv::Rect box;             // pixels of the electronic sheet
  Change change = Change::Exchanged;
  bool sure = false;
  double strength = 0;      // how many times more than ink of its kind differs elsewhere on this page
};

struct InkComparison {
  std::vector<InkDifference> differences;  // strongest first
  double unrest = 0;    // how much the edges of letters differ: below 0.02 on a good scan
};

// Below the first nothing counts. What stands between the two a person has to look at unless another letter of the page explains it: one
// that a bad scan has broken is as strong as a digit that was changed. See docs/decisions/0016. A scan without tones breaks letters more easily.
struct Thresholds {
  double doubtful = 6, sure = 14;
  static Thresholds of(bool bilevel) { return bilevel ? Thresholds{10, 28} : Thresholds{}; }
};

// `laid` is the scan over `electronic`, `bilevel` when it knows no tones. Nothing within `left_out` counts, nor within 5 mm of the
// edge, nor a single speck of dust.
InkComparison compare_ink(const Sheet& electronic, const cv::Mat& laid, bool bilevel, const std::vector<cv::Rect>& left_out);

}  // namespace twofold::scanner
