#pragma once
// What is usual on a page: how much ink of each kind differs between the paper and the file though nothing was changed. A hairline that
// a bad scan breaks everywhere is of another kind than the foot of a bold letter.

#include <opencv2/core.hpp>

namespace twofold::scanner {

// CV_32F: for each pixel the mean square of `off` over the pixels of its kind. `expected` is the page as it should look, `off` how far
// the scan differs from that; pixels where `counts` is 0 teach nothing.
cv::Mat usual_of(const cv::Mat& expected, const cv::Mat& off, const cv::Mat& counts);

}  // namespace twofold::scanner
