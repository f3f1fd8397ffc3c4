#include "scanner/worker/compare/usual.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <vector>

namespace twofold::scanner {
namespace {

constexpr int kTones = 8, kCores = 4, kDirections = 3, kDensities = 4;
constexpr std::size_t kKinds = kTones * kCores * kDirections * kDensities;
constexpr double kMostTaught = 0.5;                 // by one pixel: a change must not make itself usual
constexpr double kAssumed = 0.02, kAssumedBy = 30;  // of a kind that is rare on this page

cv::Mat mean_of(const cv::Mat& map, int window) {
  cv::Mat mean;
  cv::boxFilter(map, mean, CV_32F, {window, window});
  return mean;
}

// Tone, how bold the stroke is, whether it runs across or down (printers thin them unequally), and how much ink stands around it.
class Kinds {
 public:
  explicit Kinds(const cv::Mat& expected) : density_(mean_of(expected, 9)) {
    cv::GaussianBlur(expected, tone_, {}, 1.0);
    cv::Sobel(tone_, across_, CV_32F, 1, 0);
    cv::Sobel(tone_, down_, CV_32F, 0, 1);
    across_ = mean_of(across_.mul(across_), 5);
    down_ = mean_of(down_.mul(down_), 5);
    cv::erode(expected, core_, cv::Mat::ones(3, 3, CV_8U));
    cv::dilate(core_, core_, cv::Mat::ones(7, 7, CV_8U));
  }

  // Of the pixels of row `y`.
  void of_row(int y, std::vector<std::size_t>& kinds) const {
    const auto *tone = tone_.ptr<float>(y), *core = core_.ptr<float>(y), *density = density_.ptr<float>(y);
    const auto *across = across_.ptr<float>(y), *down = down_.ptr<float>(y);
    const auto step = [](float value, float scale, int steps) { return std::min(steps - 1, static_cast<int>(value * scale)); };
    for (int x = 0; x < tone_.cols; ++x) {
      const int direction = across[x] > 2 * down[x] ? 0 : down[x] > 2 * across[x] ? 1 : 2;
      const int kind = ((step(tone[x], 8, kTones) * kCores + step(core[x], 4, kCores)) * kDirections + direction) * kDensities +
                       step(density[x], 6, kDensities);
      kinds[static_cast<std::size_t>(x)] = static_cast<std::size_t>(kind);
    }
  }

 private:
  cv::Mat density_, tone_, across_, down_, core_;
};

}  // namespace

cv::Mat usual_of(const cv::Mat& expected, const cv::Mat& off, const cv::Mat& counts) {
  const Kinds kinds(expected);
  std::array<double, kKinds> sum{}, count{};
  std::vector<std::size_t> row(static_cast<std::size_t>(expected.cols));
  for (int y = 0; y < expected.rows; ++y) {
    kinds.of_row(y, row);
    const auto* by = off.ptr<float>(y);
    const auto* taught = counts.ptr<unsigned char>(y);
    for (int x = 0; x < expected.cols; ++x) {
      if (taught[x] == 0) continue;
      const std::size_t kind = row[static_cast<std::size_t>(x)];
      sum[kind] += std::min<double>(by[x] * by[x], kMostTaught);
      ++count[kind];
    }
  }
  std::array<float, kKinds> mean{};
  for (std::size_t i = 0; i < kKinds; ++i) mean[i] = static_cast<float>((sum[i] + kAssumed * kAssumedBy) / (count[i] + kAssumedBy));
  cv::Mat usual(expected.size(), CV_32F);
  for (int y = 0; y < expected.rows; ++y) {
    kinds.of_row(y, row);
    auto* to = usual.ptr<float>(y);
    for (int x = 0; x < expected.cols; ++x) to[x] = mean[row[static_cast<std::size_t>(x)]];
  }
  return usual;
}

}  // namespace twofold::scanner
