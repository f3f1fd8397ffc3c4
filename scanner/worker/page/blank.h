#pragma once
// Whether anything is written on a page.

#include "scanner/worker/page/image.h"
#include "scanner/worker/page/ink.h"

namespace twofold::scanner {

// `glyphs` are those of the page made ready for reading, `bed` what find_bed() found. A single line, stamp or signature counts.
bool is_blank(const PageImage& image, const Glyphs& glyphs, const cv::Mat& bed);

// The same, from the page alone.
bool is_blank(const PageImage& image);

}  // namespace twofold::scanner
