#include "scanner/worker/compare/expectation.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>

namespace twofold::scanner {
namespace {

constexpr std::array kSoftness{0.0, 0.6, 0.9, 1.3};  // pixels
constexpr int kPrinted = 60;

// The mean tone of the scan for each tone of the page; never falling, smoothed over neighbouring tones.
cv::Mat tones(const cv::Mat& page, const cv::Mat& laid, const cv::Mat& near) {
  std::array<double, 256> sum{}, count{};
  for (int y = 0; y < page.rows; ++y) {
    const auto *from = page.ptr<unsigned char>(y), *to = laid.ptr<unsigned char>(y), *counts = near.ptr<unsigned char>(y);
    for (int x = 0; x < page.cols; ++x) {
      if (counts[x] == 0) continue;
      sum.at(from[x]) += to[x];
      ++count.at(from[x]);
    }
  }
  constexpr int kReach = 4;
  constexpr double kFewest = 20;
  cv::Mat table(1, 256, CV_8U);
  double darkest = 0;
  for (int tone = 0; tone < 256; ++tone) {
    double dark = 0, seen = 0;
    const int reach = tone == 0 ? 0 : kReach;  // empty paper is a tone of its own
    for (int other = std::max(0, tone - reach); other <= std::min(255, tone + reach); ++other) {
      const double weight = 1.0 / (1 + (other - tone) * (other - tone));
      dark += weight * sum.at(static_cast<std::size_t>(other));
      seen += weight * count.at(static_cast<std::size_t>(other));
    }
    if (seen > kFewest) darkest = std::max(darkest, dark / seen);
    table.at<unsigned char>(tone) = cv::saturate_cast<unsigned char>(darkest);
  }
  return table;
}

double correlation(const cv::Mat& a, const cv::Mat& b, const cv::Mat& where) {
  cv::Scalar mean_a, mean_b, deviation_a, deviation_b;
  cv::meanStdDev(a, mean_a, deviation_a, where);
  cv::meanStdDev(b, mean_b, deviation_b, where);
  cv::Mat only;
  a.copyTo(only, where);
  const double pixels = cv::countNonZero(where), spread = deviation_a[0] * deviation_b[0];
  return pixels == 0 || spread < 1e-6 ? 0 : (only.dot(b) / pixels - mean_a[0] * mean_b[0]) / spread;
}

}  // namespace

Expectation expect(const cv::Mat& electronic, const cv::Mat& laid) {
  cv::Mat near, best, soft, shown;
  cv::dilate(electronic > kPrinted, near, cv::Mat::ones(9, 9, CV_8U));
  Expectation result;
  result.likeness = -1;
  for (const double softness : kSoftness) {
    if (softness > 0) cv::GaussianBlur(electronic, soft, {}, softness);
    else soft = electronic.clone();
    cv::LUT(soft, tones(soft, laid, near), shown);
    const double likeness = correlation(shown, laid, near);
    if (likeness <= result.likeness) continue;
    result.likeness = likeness;
    best = shown.clone();
  }
  best.convertTo(result.expected, CV_32F, 1 / 255.0);
  laid.convertTo(result.seen, CV_32F, 1 / 255.0);
  return result;
}

}  // namespace twofold::scanner
