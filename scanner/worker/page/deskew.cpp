#include "scanner/worker/page/deskew.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <complex>
#include <functional>
#include <numbers>

namespace twofold::scanner {
namespace {

constexpr int kCoarseStrip = 8, kFineStrip = 16;  // pixels of their level
constexpr double kCoarseStep = 0.25, kReach = 45, kUsualReach = 16, kSecondReach = 3;
constexpr double kStrongPeak = 7.0;   // peak over median of the coarse curve: below, look further
constexpr double kWeakPeak = 3.2;
constexpr double kLeastPeak = 2.2;   // below, abstain
constexpr double kRefusedSplit = 0.6; // degrees by which the halves of a page may disagree
constexpr double kLowestFrequency = 0.004, kHighestFrequency = 0.45;  // cycles per pixel at 150 dpi

double radians(double degrees) { return degrees * std::numbers::pi / 180; }

// Row i: the profile (mean over its columns) of the i-th vertical strip.
cv::Mat strips_of(const cv::Mat& ink, int width) {
  const int count = std::max(1, ink.cols / width);
  cv::Mat narrow, profiles;
  const cv::Mat whole = ink(cv::Rect(0, 0, std::min(ink.cols, count * width), ink.rows));
  cv::resize(whole, narrow, cv::Size(count, ink.rows), 0, 0, cv::INTER_AREA);
  cv::transpose(narrow, narrow);
  narrow.convertTo(profiles, CV_32F);
  return profiles;
}

// The same of a page given with its columns as rows, each strip's columns first brought level with its middle one, so
// that lines cross it straight.
cv::Mat levelled_strips_of(const cv::Mat& columns, int width, double degrees) {
  const int count = std::max(1, columns.rows / width), length = columns.cols;
  cv::Mat profiles(count, length, CV_32F);
  std::vector<unsigned short> sum(static_cast<std::size_t>(length));
  for (int i = 0; i < count; ++i) {
    std::ranges::fill(sum, 0);
    for (int j = 0; j < width && i * width + j < columns.rows; ++j) {
      const int shift = static_cast<int>(std::lround((j - (width - 1) / 2.0) * std::tan(radians(degrees))));
      const int from = std::max(0, -shift), to = std::min(length, length - shift);
      const auto* column = columns.ptr<unsigned char>(i * width + j);
      unsigned short* target = sum.data() + shift;
      for (int y = from; y < to; ++y) target[y] = static_cast<unsigned short>(target[y] + column[y]);
    }
    std::ranges::copy(sum, profiles.ptr<float>(i));
  }
  return profiles;
}

// How sharply the sheared strips add up to lines.
double coarse_score(const cv::Mat& strips, double degrees, std::vector<float>& sum) {
  const double slope = std::tan(radians(degrees)) * kCoarseStrip, middle = (strips.rows - 1) / 2.0;
  const int rows = strips.cols;
  sum.assign(static_cast<std::size_t>(rows), 0.0F);
  for (int i = 0; i < strips.rows; ++i) {
    const int shift = static_cast<int>(std::lround((i - middle) * slope));
    const int from = std::max(0, -shift), to = std::min(rows, rows - shift);
    const float* strip = strips.ptr<float>(i);
    float* target = sum.data() + shift;
    for (int y = from; y < to; ++y) target[y] += strip[y];
  }
  float score = 0;
  for (std::size_t y = 1; y < sum.size(); ++y) score += (sum[y] - sum[y - 1]) * (sum[y] - sum[y - 1]);
  return static_cast<double>(score) / std::pow(std::cos(radians(degrees)), 3);
}

// The page's ink, or that of the page laid on its side.
struct Sides {
  cv::Mat coarse, fine;
};

struct Coarse {
  double degrees = 0, peak = 0, prominence = 0;
  bool inner = false;  // not at the edge of what was searched
};

Coarse coarse_search(const cv::Mat& ink, double reach) {
  const cv::Mat strips = strips_of(ink, kCoarseStrip);
  const int steps = static_cast<int>(std::lround(reach / kCoarseStep));
  std::vector<double> scores;
  std::vector<float> sum;
  for (int i = -steps; i <= steps; ++i) scores.push_back(coarse_score(strips, i * kCoarseStep, sum));
  const auto best = std::max_element(scores.begin(), scores.end());
  Coarse result;
  const auto index = static_cast<int>(best - scores.begin());
  result.degrees = (index - steps) * kCoarseStep;
  result.peak = *best;
  result.inner = index > 0 && index < 2 * steps;
  std::nth_element(scores.begin(), scores.begin() + steps, scores.end());
  const double median = scores[static_cast<std::size_t>(steps)];
  result.prominence = median > 0 ? result.peak / median : 0;
  return result;
}

// Vertex of the parabola through three equally spaced points, in steps from the middle one.
double vertex(double left, double middle, double right) {
  const double bend = left - 2 * middle + right;
  return bend < 0 ? std::clamp(0.5 * (left - right) / bend, -1.0, 1.0) : 0;
}

// The strips as spectra: a shift by any fraction of a pixel is then a turn of phase.
class FineScore {
 public:
  // `columns`: the page's columns as rows; `degrees`: about where the angle is.
  FineScore(const cv::Mat& columns, double degrees) {
    const cv::Mat strips = levelled_strips_of(columns, kFineStrip, degrees);
    const int spare = static_cast<int>(std::abs(std::tan(radians(degrees))) * columns.rows / 2) + 1;
    length_ = cv::getOptimalDFTSize(strips.cols + spare);
    cv::Mat padded, spectra;
    cv::copyMakeBorder(strips, padded, 0, 0, 0, length_ - strips.cols, cv::BORDER_CONSTANT, cv::Scalar(0));
    cv::dft(padded, spectra, cv::DFT_ROWS | cv::DFT_COMPLEX_OUTPUT);
    first_ = std::max(1, static_cast<int>(length_ * kLowestFrequency));
    count_ = std::max(1, static_cast<int>(length_ * kHighestFrequency) - first_);
    const cv::Mat used = spectra.colRange(first_, std::min(spectra.cols, first_ + count_));
    count_ = used.cols;
    std::array<cv::Mat, 2> parts;
    cv::split(used, parts.data());
    real_ = parts[0];
    imaginary_ = parts[1];
  }

  double at(double degrees) const { return at(degrees, 0, real_.rows); }
  double left_at(double degrees) const { return at(degrees, 0, real_.rows / 2); }
  double right_at(double degrees) const { return at(degrees, real_.rows / 2, real_.rows); }

 private:
  // Horner's scheme over the strips, all frequencies side by side.
  double at(double degrees, int from, int to) const {
    const double turn = -2 * std::numbers::pi * kFineStrip * std::tan(radians(degrees)) / length_;
    const auto n = static_cast<std::size_t>(count_);
    std::vector<float> cosine(n), sine(n), real(n, 0.0F), imaginary(n, 0.0F);
    for (std::size_t k = 0; k < n; ++k) {
      const double phase = turn * (first_ + static_cast<int>(k));
      cosine[k] = static_cast<float>(std::cos(phase));
      sine[k] = static_cast<float>(std::sin(phase));
    }
    for (int i = to - 1; i >= from; --i) {
      const float* a = real_.ptr<float>(i);
      const float* b = imaginary_.ptr<float>(i);
      for (std::size_t k = 0; k < n; ++k) {
        const float turned = real[k] * cosine[k] - imaginary[k] * sine[k];
        imaginary[k] = real[k] * sine[k] + imaginary[k] * cosine[k] + b[k];
        real[k] = turned + a[k];
      }
    }
    double score = 0;
    for (std::size_t k = 0; k < n; ++k) {
      const double rise = first_ + static_cast<double>(k);
      score += static_cast<double>(real[k] * real[k] + imaginary[k] * imaginary[k]) * rise * rise;
    }
    return score;
  }

  cv::Mat real_, imaginary_;
  int length_ = 0, first_ = 0, count_ = 0;
};

// The best angle near `centre`, tried in `steps` steps to either side.
double climb(const std::function<double(double)>& score, double centre, double step, int steps) {
  std::vector<double> scores;
  for (int i = -steps; i <= steps; ++i) scores.push_back(score(centre + i * step));
  const auto best = static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
  double offset = static_cast<double>(best) - steps;
  if (best > 0 && best + 1 < scores.size()) offset += vertex(scores[best - 1], scores[best], scores[best + 1]);
  return centre + offset * step;
}

SkewEstimate fine_search(const cv::Mat& ink, const Coarse& coarse) {
  cv::Mat columns;
  cv::transpose(ink, columns);
  const FineScore score(columns, coarse.degrees);
  const auto whole = [&](double degrees) { return score.at(degrees); };
  const double found = climb(whole, climb(whole, coarse.degrees, 0.08, 4), 0.02, 3);
  SkewEstimate result;
  result.degrees = found;
  const double left = climb([&](double d) { return score.left_at(d); }, found, 0.2, 3);
  const double right = climb([&](double d) { return score.right_at(d); }, found, 0.2, 3);
  const double split = std::abs(left - right);
  const double sharpness = std::clamp((coarse.prominence - 1) / 6, 0.0, 1.0);
  result.confidence = sharpness * std::clamp(1 - split / (2 * kRefusedSplit), 0.0, 1.0);
  result.abstained = coarse.prominence < kLeastPeak || !coarse.inner ||
                     (split > kRefusedSplit && coarse.prominence < kWeakPeak);
  if (result.abstained) result.degrees = 0;
  return result;
}

// Beyond the usual reach strips would smear the lines: level them roughly first.
SkewEstimate search(const Sides& ink, const Coarse& coarse) {
  if (std::abs(coarse.degrees) <= kUsualReach) return fine_search(ink.fine, coarse);
  Coarse rest = coarse_search(straighten(ink.coarse, coarse.degrees, cv::Scalar(0)), kSecondReach);
  SkewEstimate result = fine_search(straighten(ink.fine, coarse.degrees, cv::Scalar(0)), rest);
  if (!result.abstained) result.degrees += coarse.degrees;
  return result;
}

}  // namespace

SkewEstimate find_skew(const Ink& ink) {
  constexpr double kLeastInk = 0.02;
  if (cv::mean(ink.coarse.ink)[0] < kLeastInk || ink.coarse.ink.cols < 2 * kCoarseStrip) return {};
  const Sides lying{ink.coarse.ink, ink.fine.ink};
  const Coarse level = coarse_search(lying.coarse, kReach);
  const bool usual = std::abs(level.degrees) <= kUsualReach;
  if (usual && level.prominence >= kStrongPeak) return search(lying, level);
  Sides standing;
  cv::rotate(lying.coarse, standing.coarse, cv::ROTATE_90_CLOCKWISE);
  const Coarse upright = coarse_search(standing.coarse, kReach);
  if (upright.prominence <= level.prominence) return search(lying, level);
  cv::rotate(lying.fine, standing.fine, cv::ROTATE_90_CLOCKWISE);
  return search(standing, upright);
}

SkewEstimate find_skew(const cv::Mat& grey, double dpi) { return find_skew(find_ink(grey, dpi)); }

cv::Mat straighten(const cv::Mat& image, double degrees, const cv::Scalar& paper) {
  const double cosine = std::cos(radians(degrees)), sine = std::abs(std::sin(radians(degrees)));
  const cv::Size size(static_cast<int>(std::ceil(image.cols * cosine + image.rows * sine)),
                      static_cast<int>(std::ceil(image.cols * sine + image.rows * cosine)));
  const cv::Point2f centre(static_cast<float>(image.cols - 1) / 2, static_cast<float>(image.rows - 1) / 2);
  cv::Mat turn = cv::getRotationMatrix2D(centre, -degrees, 1);
  turn.at<double>(0, 2) += (size.width - image.cols) / 2.0;
  turn.at<double>(1, 2) += (size.height - image.rows) / 2.0;
  cv::Mat result;
  cv::warpAffine(image, result, turn, size, cv::INTER_LINEAR, cv::BORDER_CONSTANT, paper);
  return result;
}

cv::Scalar paper_colour(const cv::Mat& image) {
  constexpr int kShades = 256, kBright = 96, kAlike = 8;
  cv::Mat small, grey;
  cv::resize(image, small, {std::max(1, image.cols / 8), std::max(1, image.rows / 8)}, 0, 0, cv::INTER_NEAREST);
  if (small.channels() == 3) cv::cvtColor(small, grey, cv::COLOR_BGR2GRAY);
  else grey = small;
  std::array<long, kShades> counts{};
  for (int y = 0; y < grey.rows; ++y) {
    const auto* row = grey.ptr<unsigned char>(y);
    for (int x = 0; x < grey.cols; ++x) counts[row[x]] += 1;
  }
  const auto shade = static_cast<int>(std::max_element(counts.begin() + kBright, counts.end()) - counts.begin());
  cv::Mat alike;
  cv::inRange(grey, cv::Scalar(shade - kAlike), cv::Scalar(shade + kAlike), alike);
  if (cv::countNonZero(alike) == 0) return cv::Scalar::all(255);
  return cv::mean(small, alike);
}

}  // namespace twofold::scanner
