#pragma once
// What is written on a page, apart from its paper: shading, dark borders and the flat parts of photographs removed.

#include <opencv2/core.hpp>

#include <vector>

namespace twofold::scanner {

struct InkLevel {
  cv::Mat ink;      // CV_8UC1: 0 paper … 84 full ink; photographs and dark edges count no more than letters
  cv::Mat contrast; // CV_8UC1: how much darker than its paper, unclipped; of the fine level only
  double dpi = 0;   // about 150 or 75, as whole-factor shrinking gives it
  int factor = 1;   // full-resolution pixels per pixel here
};

struct Ink {
  InkLevel fine, coarse;  // about 150 and 75 dpi
  cv::Mat small;          // the grey page itself, as large as `coarse`
  bool inverse = false;   // white writing on black
};

// `grey` is CV_8UC1. White writing on black is recognised and counts as ink.
Ink find_ink(const cv::Mat& grey, double dpi);

// Connected pieces of ink of the size of letters, in full-resolution pixels.
struct Glyphs {
  double written = 0;        // how much writing there is: 1 for a letter, more for a stroke of a pen or a stamp
  std::vector<cv::Rect> boxes;
  double letter_height = 0;  // of running text; 0 when there are too few
  int specks = 0;            // pieces far too small for a letter
};
// Nothing within `bed` (a mask of any size, may be empty) counts.
Glyphs find_glyphs(const InkLevel& level, const cv::Size& page, const cv::Mat& bed);

}  // namespace twofold::scanner
