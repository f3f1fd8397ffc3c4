#include "scanner/worker/compare/expectation.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <vector>

namespace twofold::scanner {
namespace {

// What printer and scanner do to a page: toner fills what is darker than so much and spreads or shrinks by that, 0 for a print as the
// page is; then it is seen so softly, in pixels.
struct Look {
  int toner;
  double softness;
};
constexpr std::array kLooks{Look{0, 0.0},   Look{0, 0.6},   Look{0, 0.9},   Look{0, 1.3},   Look{60, 0.5},  Look{60, 0.9},
                            Look{60, 1.3},  Look{95, 0.5},  Look{95, 0.9},  Look{95, 1.3},  Look{130, 0.5}, Look{130, 0.9},
                            Look{130, 1.3}, Look{165, 0.5}, Look{165, 0.9}, Look{165, 1.3}};
constexpr int kPrinted = 60;
constexpr int kTile = 128, kTilesAcross = 6;  // a look is chosen by a sample of the page

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

// As it should look in the tones of the scan.
cv::Mat shown(const cv::Mat& page, const cv::Mat& laid, const cv::Mat& near, const Look& look) {
  constexpr double kTonerSpreads = 0.55, kTonerIsHard = 3;
  cv::Mat print = page, soft, result;
  if (look.toner > 0) {
    cv::Mat spread;
    cv::GaussianBlur(page, spread, {}, kTonerSpreads);
    print = cv::Mat();
    spread.convertTo(print, -1, kTonerIsHard, 127 - kTonerIsHard * look.toner);
  }
  if (look.softness > 0) cv::GaussianBlur(print, soft, {}, look.softness);
  else soft = print;
  cv::LUT(soft, tones(soft, laid, near), result);
  return result;
}

// Tiles on which something is printed, from all over the page.
struct Sample {
  cv::Mat page, laid, near;
};

Sample sample_of(const cv::Mat& page, const cv::Mat& laid, const cv::Mat& near) {
  std::vector<cv::Rect> tiles;
  for (int y = 0; y + kTile <= page.rows; y += kTile)
    for (int x = 0; x + kTile <= page.cols; x += kTile)
      if (const cv::Rect tile(x, y, kTile, kTile); cv::countNonZero(near(tile)) > kTile * kTile / 10) tiles.push_back(tile);
  constexpr std::size_t kMost = kTilesAcross * kTilesAcross;
  if (tiles.size() <= kMost) return {page, laid, near};
  Sample sample;
  for (cv::Mat* part : {&sample.page, &sample.laid, &sample.near}) part->create(kTilesAcross * kTile, kTilesAcross * kTile, CV_8U);
  for (std::size_t i = 0; i < kMost; ++i) {
    const cv::Rect& from = tiles[i * tiles.size() / kMost];
    const cv::Rect to(static_cast<int>(i) % kTilesAcross * kTile, static_cast<int>(i) / kTilesAcross * kTile, kTile, kTile);
    page(from).copyTo(sample.page(to));
    laid(from).copyTo(sample.laid(to));
    near(from).copyTo(sample.near(to));
  }
  return sample;
}

}  // namespace

Expectation expect(const cv::Mat& electronic, const cv::Mat& laid, const cv::Mat& untold) {
  cv::Mat near;
  cv::dilate(electronic > kPrinted, near, cv::Mat::ones(9, 9, CV_8U));
  near.setTo(0, untold);
  const Sample sample = sample_of(electronic, laid, near);
  double likeness = -1;
  const Look* look = kLooks.data();
  for (const Look& one : kLooks) {
    const double now = correlation(shown(sample.page, sample.laid, sample.near, one), sample.laid, sample.near);
    if (now <= likeness) continue;
    likeness = now;
    look = &one;
  }
  const cv::Mat whole = shown(electronic, laid, near, *look);
  Expectation result;
  result.likeness = correlation(whole, laid, near);
  whole.convertTo(result.expected, CV_32F, 1 / 255.0);
  laid.convertTo(result.seen, CV_32F, 1 / 255.0);
  return result;
}

}  // namespace twofold::scanner
