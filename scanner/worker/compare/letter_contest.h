#pragma once
// Whether a letter that looks wrong is the one that should stand there, broken, or another one.

#include <opencv2/core.hpp>

namespace twofold::scanner {

struct LetterContest {
  double own = 0;    // how well the letter that should stand there explains what stands there: correlation
  double other = 0;  // how well the best other place of the page does
};

// Of the letter about `place`. `expected` is the page as it should look, `seen` the scan laid over it, CV_32F.
LetterContest contest_letter(const cv::Mat& expected, const cv::Mat& seen, const cv::Rect& place);

}  // namespace twofold::scanner
