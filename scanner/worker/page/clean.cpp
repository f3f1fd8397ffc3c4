#include "scanner/worker/page/clean.h"

#include "scanner/worker/page/bed.h"
#include "scanner/worker/page/image.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace twofold::scanner {
namespace {

constexpr double kBestLetterHeight = 26, kLeastScale = 0.25;
constexpr int kReddish = 40;
constexpr double kMillimetres = 25.4;

// Compact red shapes, in pixels of `image`.
std::vector<cv::Rect> red_seals(const cv::Mat& image, double dpi) {
  constexpr double kSmallest = 12, kLargest = 60, kSquarish = 1.7, kSearchDpi = 50;
  const double scale = std::min(1.0, kSearchDpi / dpi);
  const cv::Mat small = shrunk(image, scale);
  cv::Mat labels, boxes, centres;
  std::array<cv::Mat, 3> bgr;
  cv::split(small, bgr.data());
  cv::Mat red = bgr[2] - cv::max(bgr[0], bgr[1]) > kReddish;
  cv::morphologyEx(red, red, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_ELLIPSE, {9, 9}));
  const int count = cv::connectedComponentsWithStats(red, labels, boxes, centres, 8, CV_32S);
  std::vector<cv::Rect> seals;
  for (int i = 1; i < count; ++i) {
    const int* box = boxes.ptr<int>(i);
    const double width = box[2] / scale / dpi * kMillimetres, height = box[3] / scale / dpi * kMillimetres;
    if (std::min(width, height) < kSmallest || std::max(width, height) > kLargest) continue;
    if (std::max(width, height) > kSquarish * std::min(width, height)) continue;
    const auto full = [scale](int length) { return static_cast<int>(std::lround(length / scale)); };
    const cv::Rect whole(full(box[0] - 1), full(box[1] - 1), full(box[2] + 2), full(box[3] + 2));
    seals.push_back(whole & cv::Rect({}, image.size()));
  }
  return seals;
}

}  // namespace

cv::Mat grey_for_reading(const cv::Mat& image, double dpi) {
  if (image.channels() == 1) return image;
  cv::Mat grey;
  cv::cvtColor(image, grey, cv::COLOR_BGR2GRAY);
  // Red ink is as bright as paper in the red channel, black writing is not.
  for (const cv::Rect& seal : red_seals(image, dpi)) cv::extractChannel(image(seal), grey(seal), 2);
  return grey;
}

namespace {

constexpr double kWhite = 250, kDeepestShade = 0.65;

// The paper without its writing, as large as ink.small: its light and shade.
cv::Mat paper_under(const Ink& ink, const cv::Mat& small) {
  constexpr double kWidestStroke = 0.22;  // inches
  const int length = std::max(3, static_cast<int>(kWidestStroke * ink.coarse.dpi / 2) * 2 + 1);
  cv::Mat paper;
  cv::morphologyEx(small, paper, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_RECT, {length, length}));
  cv::GaussianBlur(paper, paper, {length, length}, 0);
  // Light falls off by so much at most; darker than that is a picture.
  double brightest = 255;
  cv::minMaxLoc(paper, nullptr, &brightest);
  cv::max(paper, kDeepestShade * brightest, paper);
  return paper;
}

// How dark the writing is, by what stands out from its paper; 0 where hardly anything does.
double black_of_writing(const cv::Mat& contrast) {
  constexpr int kFaintest = 40;
  constexpr long kFewest = 200;
  std::array<long, 256> counts{};
  for (int y = 0; y < contrast.rows; ++y) {
    const auto* row = contrast.ptr<unsigned char>(y);
    for (int x = 0; x < contrast.cols; ++x) counts[row[x]] += 1;
  }
  const long all = std::accumulate(counts.begin() + kFaintest, counts.end(), 0L);
  if (all < kFewest) return 0;
  std::size_t shade = 255;
  for (long sum = counts[shade]; shade > kFaintest && sum * 4 < all; sum += counts[shade]) --shade;
  return static_cast<double>(shade);
}

// Greys near the paper's become paper, those near the writing's black become black.
cv::Mat stretched_levels(double black) {
  constexpr double kLeast = 14, kMost = 34, kShare = 0.16;
  const double top = kWhite - std::clamp(kShare * black, kLeast, kMost), bottom = std::max(0.0, kWhite - 1.05 * black);
  cv::Mat table(1, 256, CV_8UC1);
  for (int i = 0; i < 256; ++i) table.at<unsigned char>(0, i) = cv::saturate_cast<unsigned char>(255 * (i - bottom) / (top - bottom));
  return table;
}

}  // namespace

cv::Mat clean_for_reading(const cv::Mat& grey, bool bilevel, const Ink& ink, const cv::Mat& bed) {
  if (bilevel && !ink.inverse && bed.empty()) return grey;
  cv::Mat result, small = ink.small;
  if (ink.inverse) {
    result = 255 - grey;
    small = 255 - small;
  } else {
    result = grey.clone();
  }
  if (!bilevel) {
    cv::Mat paper;
    cv::resize(paper_under(ink, small), paper, result.size(), 0, 0, cv::INTER_LINEAR);
    cv::divide(result, paper, result, kWhite);
    const double light = std::max(1.0, cv::mean(paper)[0]);
    const double black = black_of_writing(ink.fine.contrast) * kWhite / light;
    if (black > 0) cv::LUT(result, stretched_levels(black), result);
  }
  cover_bed(result, bed, cv::Scalar(255));
  return result;
}

void despeckle(cv::Mat& grey, const Glyphs& glyphs, double dpi) {
  constexpr std::size_t kNoticeable = 400;
  constexpr double kLargest = 0.0155;  // inches: the dots of letters are larger
  const auto specks = static_cast<std::size_t>(glyphs.specks);
  if (specks < kNoticeable || specks < 2 * glyphs.boxes.size()) return;
  cv::Mat labels, boxes, centres, clean = grey.clone();
  const int count = cv::connectedComponentsWithStats(grey < 128, labels, boxes, centres, 8, CV_32S);
  const int largest = std::max(1, static_cast<int>(kLargest * dpi));
  for (int i = 1; i < count; ++i) {
    const int* box = boxes.ptr<int>(i);
    if (std::max(box[2], box[3]) <= largest) clean(cv::Rect(box[0], box[1], box[2], box[3])).setTo(255);
  }
  grey = clean;
}

void soften_bits(cv::Mat& grey) {
  constexpr double kSigma = 0.9;
  cv::Mat soft;
  cv::GaussianBlur(grey, soft, {}, kSigma);
  grey = soft;
}

double reading_scale(const Glyphs& glyphs, double dpi) {
  constexpr double kUsualLetter = 0.1;  // inches, where the page does not tell
  const double height = glyphs.letter_height > 0 ? glyphs.letter_height : kUsualLetter * dpi;
  return std::clamp(kBestLetterHeight / height, kLeastScale, 1.0);
}

cv::Rect densest_part(const std::vector<cv::Rect>& boxes, const cv::Size& page, int width, int height) {
  constexpr int kCell = 64;
  const cv::Size cells(page.width / kCell + 1, page.height / kCell + 1);
  cv::Mat counts = cv::Mat::zeros(cells, CV_32S), sums;
  for (const cv::Rect& box : boxes) {
    counts.at<int>((box.y + box.height / 2) / kCell, (box.x + box.width / 2) / kCell) += 1;
  }
  counts.convertTo(counts, CV_32F);
  cv::integral(counts, sums, CV_64F);
  const int across = std::clamp(width / kCell, 1, cells.width), down = std::clamp(height / kCell, 1, cells.height);
  double most = -1;
  cv::Point best;
  for (int y = 0; y + down <= cells.height; ++y) {
    for (int x = 0; x + across <= cells.width; ++x) {
      const double count = sums.at<double>(y + down, x + across) - sums.at<double>(y, x + across) -
                           sums.at<double>(y + down, x) + sums.at<double>(y, x);
      if (count > most) {
        most = count;
        best = {x, y};
      }
    }
  }
  return cv::Rect(best.x * kCell, best.y * kCell, across * kCell, down * kCell) & cv::Rect({}, page);
}

}  // namespace twofold::scanner
