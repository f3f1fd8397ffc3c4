#include "scanner/worker/page/ink.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace twofold::scanner {
namespace {

constexpr double kFineDpi = 150;
constexpr double kFineKernel = 19.0 / 150, kCoarseKernel = 11.0 / 75;  // inches
constexpr double kPaperGrain = 12, kFullInk = 96;
constexpr double kInverseVideo = 2.5;
constexpr double kInkThreshold = 28;  // above the grain, and above most bleed-through

cv::Mat shrink(const cv::Mat& image, int factor) {
  if (factor <= 1) return image;
  cv::Mat result;
  const cv::Size size(std::max(1, image.cols / factor), std::max(1, image.rows / factor));
  const cv::Mat whole = image(cv::Rect(0, 0, std::min(image.cols, size.width * factor),
                                       std::min(image.rows, size.height * factor)));
  cv::resize(whole, result, size, 0, 0, cv::INTER_AREA);
  return result;
}

int odd_length(double inches, double dpi) { return std::max(3, static_cast<int>(inches * dpi / 2) * 2 + 1); }

cv::Mat hat(const cv::Mat& grey, int operation, int length) {
  cv::Mat result;
  cv::morphologyEx(grey, result, operation, cv::getStructuringElement(cv::MORPH_RECT, {length, length}));
  return result;
}

void keep_ink(cv::Mat& difference) {
  cv::min(difference, kFullInk, difference);
  cv::subtract(difference, kPaperGrain, difference);
}

// The height that most inked area has: letters outweigh dots and accents, rules and stamps are no letters.
double typical_height(std::vector<std::pair<int, int>> heights_and_areas) {
  constexpr std::size_t kFewest = 12;
  if (heights_and_areas.size() < kFewest) return 0;
  std::sort(heights_and_areas.begin(), heights_and_areas.end());
  long total = 0, sum = 0;
  for (const auto& [height, area] : heights_and_areas) total += area;
  for (const auto& [height, area] : heights_and_areas) {
    sum += area;
    if (sum * 2 >= total) return height;
  }
  return 0;
}

}  // namespace

Ink find_ink(const cv::Mat& grey, double dpi) {
  Ink result;
  const int factor = std::max(1, static_cast<int>(std::lround(dpi / kFineDpi)));
  const cv::Mat fine = shrink(grey, factor);
  const double fine_dpi = dpi / factor;
  const int halving = fine_dpi >= 0.75 * kFineDpi ? 2 : 1;
  result.small = shrink(fine, halving);
  const double coarse_dpi = fine_dpi / halving;
  const int coarse_length = odd_length(kCoarseKernel, coarse_dpi);
  cv::Mat coarse = hat(result.small, cv::MORPH_BLACKHAT, coarse_length);
  const cv::Mat bright = hat(result.small, cv::MORPH_TOPHAT, coarse_length);
  const bool inverse = cv::mean(bright)[0] > kInverseVideo * cv::mean(coarse)[0];
  if (inverse) coarse = bright;
  keep_ink(coarse);
  cv::Mat ink = hat(fine, inverse ? cv::MORPH_TOPHAT : cv::MORPH_BLACKHAT, odd_length(kFineKernel, fine_dpi));
  keep_ink(ink);
  result.fine = {ink, fine_dpi, factor};
  result.coarse = {coarse, coarse_dpi, factor * halving};
  return result;
}

Glyphs find_glyphs(const InkLevel& level, const cv::Size& page) {
  cv::Mat written = level.ink > kInkThreshold, labels, boxes, centres;
  // The parts of a Han character lie above each other: join them, so that its height is that of the character.
  cv::morphologyEx(written, written, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_RECT, {1, 3}));
  const int count = cv::connectedComponentsWithStats(written, labels, boxes, centres, 8, CV_32S);
  const int least = std::max(4, static_cast<int>(level.dpi * 0.035)), most = static_cast<int>(level.dpi * 0.6);
  Glyphs glyphs;
  std::vector<std::pair<int, int>> heights;
  for (int i = 1; i < count; ++i) {
    const int* box = boxes.ptr<int>(i);
    const int left = box[0], top = box[1], width = box[2], height = box[3], area = box[4];
    if (height < least && width < least) {
      glyphs.specks += 1;
    } else if (height > most || width > 3 * most) {
      const bool at_border = left <= 2 || top <= 2 || left + width >= written.cols - 2 || top + height >= written.rows - 2;
      if (!at_border && height >= least && width >= least) glyphs.drawings += 1;
    } else if (height >= least && width * 12 >= height && height * 8 >= width) {
      glyphs.boxes.push_back(cv::Rect(left * level.factor, top * level.factor, width * level.factor,
                                      height * level.factor) & cv::Rect({}, page));
      heights.emplace_back(height * level.factor, area);
    }
  }
  glyphs.letter_height = typical_height(std::move(heights));
  return glyphs;
}

}  // namespace twofold::scanner
