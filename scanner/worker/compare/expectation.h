#pragma once
// What the scan of a page should look like: the electronic page as softly and as darkly as this printer and this scanner show it,
// learnt from the page itself.

#include "scanner/worker/compare/sheet.h"

#include <opencv2/core.hpp>

namespace twofold::scanner {

struct Expectation {
  cv::Mat expected, seen;  // CV_32F: 0 paper … 1 ink; the page as it should look, the scan as it looks
  double likeness = 0;     // their correlation where something is printed
};

// `laid` is the scan over `electronic`; places that are not 0 in `untold` teach nothing.
Expectation expect(const cv::Mat& electronic, const cv::Mat& laid, const cv::Mat& untold);

}  // namespace twofold::scanner
