#pragma once
// What belongs to the scanner and the binder, not to the page: the dark bed along its edges, and punch holes.

#include <opencv2/core.hpp>

namespace twofold::scanner {

// A mask as large as `grey` (CV_8UC1, about 75 dpi): 255 where the bed or a hole shows, with a narrow margin. Empty when
// there is nothing of the kind. White writing on a dark band, and pages that are black as a whole, are no bed.
cv::Mat find_bed(const cv::Mat& grey, double dpi);

// Paints the bed over with the paper around it. `picture` has any size; the mask is stretched to it.
void cover_bed(cv::Mat& picture, const cv::Mat& bed, const cv::Scalar& paper);

}  // namespace twofold::scanner
