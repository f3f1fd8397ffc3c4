#pragma once
// Sheets that part documents, drawn as the archive prints them (two codes of 52 mm in opposite corners), and what scanning does.

#include "base/sheet_code.h"

#include <opencv2/core.hpp>

namespace twofold::scanner::testing {

// An A4 page, CV_8UC1.
cv::Mat drawn_sheet(const SheetCode& code, double dpi = 300);
// Any text as one QR code of `millimetres` in the middle of a page.
cv::Mat drawn_code(const std::string& text, double millimetres, double dpi = 300);
// Bars of 60 mm across the top, or down the side.
cv::Mat drawn_patch_t(double dpi = 300, bool down_the_side = false);

struct SheetDamage {
  double degrees = 0;        // positive counter-clockwise; with 180 upside down
  double dpi = 300;          // scanned at
  int paper = 255, ink = 0;  // grey; close together: faint
  double noise = 0;          // standard deviation
  double blur = 0;           // of the lens, in pixels
  int jpeg_quality = 0;      // 0: none
  int torn_corner = -1;      // 0 … 3, clockwise from the top left; -1: whole
  double torn_mm = 0;        // along both edges
};
// From a page drawn at 300 dpi.
cv::Mat scanned(const cv::Mat& page, const SheetDamage& damage, std::uint64_t seed = 1);

}  // namespace twofold::scanner::testing
