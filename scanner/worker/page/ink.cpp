#include "scanner/worker/page/ink.h"

#include "scanner/worker/page/bed.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace twofold::scanner {
namespace {

constexpr double kFineDpi = 150;
constexpr double kFineKernel = 19.0 / 150, kCoarseKernel = 11.0 / 75;  // inches
constexpr double kPaperGrain = 12, kFullInk = 96;
constexpr double kFaintest = 40;      // contrast above the grain of paper, and above most bleed-through
constexpr double kLetterEdge = 0.35;  // of the page's black, so that blurred neighbours do not run together

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

// Along the very edge the hat takes the slivers of a dark bed for lines of writing: nothing counts as ink there.
cv::Mat clipped(const cv::Mat& contrast, int length) {
  cv::Mat ink;
  cv::min(contrast, kFullInk, ink);
  cv::subtract(ink, kPaperGrain, ink);
  const int edge = length / 2 + 1;
  for (const cv::Mat& side : {ink.rowRange(0, std::min(edge, ink.rows)), ink.rowRange(std::max(0, ink.rows - edge), ink.rows),
                              ink.colRange(0, std::min(edge, ink.cols)), ink.colRange(std::max(0, ink.cols - edge), ink.cols)}) {
    cv::Mat(side).setTo(0);
  }
  return ink;
}

using Histogram = std::array<long, 256>;

Histogram histogram_of(const cv::Mat& grey) {
  Histogram counts{};
  for (int y = 0; y < grey.rows; ++y) {
    const auto* row = grey.ptr<unsigned char>(y);
    for (int x = 0; x < grey.cols; ++x) counts[row[x]] += 1;
  }
  return counts;
}

// The shade that `share` of the picture are at least as bright as.
int shade_reached_by(const Histogram& counts, double share, std::size_t total) {
  const auto wanted = static_cast<long>(share * static_cast<double>(total));
  int shade = 255;
  for (long sum = counts[255]; shade > 0 && sum < wanted; sum += counts[static_cast<std::size_t>(shade)]) --shade;
  return shade;
}

// The contrast that the darkest hundredth of the page has.
double black_of(const cv::Mat& contrast) { return shade_reached_by(histogram_of(contrast), 0.01, contrast.total()); }

// White on black: most of the page is near its darkest, and something stands out brightly. An underexposed page is dark too,
// but most of it is near its brightest.
bool is_inverse(const cv::Mat& grey) {
  constexpr int kStandsOut = 60;
  const Histogram counts = histogram_of(grey);
  const int bright = shade_reached_by(counts, 0.002, grey.total()), middle = shade_reached_by(counts, 0.5, grey.total()),
            dark = shade_reached_by(counts, 0.998, grey.total());
  return bright - middle > kStandsOut && bright - middle > middle - dark;
}

// The middle height when each piece counts as much as it is high: letters outweigh dots, accents and the parts of Han
// characters, and a few large headings do not outweigh the text.
double typical_height(std::vector<int> heights) {
  constexpr std::size_t kFewest = 12;
  if (heights.size() < kFewest) return 0;
  std::sort(heights.begin(), heights.end());
  const long total = std::accumulate(heights.begin(), heights.end(), 0L);
  long sum = 0;
  for (const int height : heights) {
    sum += height;
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
  const bool inverse = is_inverse(result.small);
  const cv::Mat coarse = hat(result.small, inverse ? cv::MORPH_TOPHAT : cv::MORPH_BLACKHAT, coarse_length);
  result.inverse = inverse;
  const int fine_length = odd_length(kFineKernel, fine_dpi);
  const cv::Mat contrast = hat(fine, inverse ? cv::MORPH_TOPHAT : cv::MORPH_BLACKHAT, fine_length);
  result.fine = {clipped(contrast, fine_length), contrast, fine_dpi, factor};
  result.coarse = {clipped(coarse, coarse_length), {}, coarse_dpi, factor * halving};
  return result;
}

namespace {

Glyphs glyphs_above(double threshold, const InkLevel& level, const cv::Size& page, const cv::Mat& bed) {
  constexpr int kThinnest = 8;      // lengths to a thickness
  constexpr double kStroke = 0.17;  // inches: a piece as large is a stroke of a pen or a part of a stamp
  cv::Mat written = level.contrast > threshold, labels, boxes, centres;
  cover_bed(written, bed, cv::Scalar(0));
  const int count = cv::connectedComponentsWithStats(written, labels, boxes, centres, 8, CV_32S);
  const int least = std::max(4, static_cast<int>(level.dpi * 0.035)), most = static_cast<int>(level.dpi * 0.6);
  Glyphs glyphs;
  std::vector<int> heights;
  for (int i = 1; i < count; ++i) {
    const int* box = boxes.ptr<int>(i);
    const int left = box[0], top = box[1], width = box[2], height = box[3];
    if (height < least && width < least) {
      glyphs.specks += 1;
    } else if (height > most || width > 3 * most) {
      const bool at_border =
          left <= 2 || top <= 2 || left + width >= written.cols - 2 || top + height >= written.rows - 2;
      if (!at_border && height >= least && width >= least) glyphs.written += 3;
    } else if (height >= least && width * 12 >= height && height * 8 >= width) {
      glyphs.boxes.push_back(cv::Rect(left * level.factor, top * level.factor, width * level.factor,
                                      height * level.factor) & cv::Rect({}, page));
      // Rules, broken where they cross, are as high as the rows between them; letters are not so thin.
      const int longer = std::max(width, height);
      if (box[4] * kThinnest > longer * longer) heights.push_back(height * level.factor);
      glyphs.written += std::max(width, height) > kStroke * level.dpi ? 3 : 1;
    }
  }
  glyphs.letter_height = typical_height(std::move(heights));
  return glyphs;
}

}  // namespace

Glyphs find_glyphs(const InkLevel& level, const cv::Size& page, const cv::Mat& bed) {
  constexpr std::size_t kFew = 40;
  const double threshold = std::max(kFaintest, kLetterEdge * black_of(level.contrast));
  const Glyphs clear = glyphs_above(threshold, level, page, bed);
  // Faint writing beside something black, a punch hole or an edge.
  if (clear.boxes.size() >= kFew || threshold <= kFaintest) return clear;
  const Glyphs faint = glyphs_above(kFaintest, level, page, bed);
  return faint.boxes.size() > clear.boxes.size() ? faint : clear;
}

}  // namespace twofold::scanner
