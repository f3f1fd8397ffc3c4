#include "scanner/worker/page/bed.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>

namespace twofold::scanner {
namespace {

constexpr double kMillimetres = 25.4;
constexpr double kDark = 0.5;            // of the paper's brightness
constexpr double kMostBed = 0.45;        // of the page; more is a page of its own colour
constexpr double kMostLetters = 0.004;   // of a dark area: bright spots enclosed in it

double paper_of(const cv::Mat& grey) {
  std::array<long, 256> counts{};
  for (int y = 0; y < grey.rows; ++y) {
    const auto* row = grey.ptr<unsigned char>(y);
    for (int x = 0; x < grey.cols; ++x) counts[row[x]] += 1;
  }
  const auto wanted = static_cast<long>(grey.total() / 3);
  std::size_t shade = 255;
  for (long sum = counts[shade]; shade > 0 && sum < wanted; sum += counts[shade]) --shade;
  return static_cast<double>(shade);
}

// A dark disc of the size that punches make, near an edge.
bool is_hole(const int* box, const cv::Size& page, double dpi) {
  constexpr double kSmallest = 4, kLargest = 9, kReach = 32, kFullest = 0.92, kEmptiest = 0.62;
  const double width = box[2] / dpi * kMillimetres, height = box[3] / dpi * kMillimetres;
  if (std::min(width, height) < kSmallest || std::max(width, height) > kLargest) return false;
  if (std::max(box[2], box[3]) > 1.25 * std::min(box[2], box[3])) return false;
  const double filled = static_cast<double>(box[4]) / (box[2] * box[3]);
  if (filled < kEmptiest || filled > kFullest) return false;
  const int x = box[0] + box[2] / 2, y = box[1] + box[3] / 2;
  const int distance = std::min({x, y, page.width - x, page.height - y});
  return distance / dpi * kMillimetres < kReach;
}

bool touches_edge(const int* box, const cv::Size& page) {
  return box[0] <= 1 || box[1] <= 1 || box[0] + box[2] >= page.width - 1 || box[1] + box[3] >= page.height - 1;
}

// Bright spots enclosed in a dark area: letters on a band, never found in a scanner's bed.
bool carries_writing(const cv::Mat& area) {
  cv::Mat padded, outside;
  cv::copyMakeBorder(area, padded, 1, 1, 1, 1, cv::BORDER_CONSTANT, cv::Scalar(0));
  outside = padded.clone();
  cv::floodFill(outside, {0, 0}, cv::Scalar(128));
  const int enclosed = cv::countNonZero(outside == 0);
  return enclosed > kMostLetters * cv::countNonZero(area);
}

}  // namespace

cv::Mat find_bed(const cv::Mat& grey, double dpi) {
  constexpr double kThinnest = 0.8;  // millimetres: narrower than the bed are rules and letters cut by the edge
  const cv::Mat dark = grey < kDark * paper_of(grey);
  cv::Mat thick, labels, boxes, centres;
  const int width = std::max(2, static_cast<int>(kThinnest / kMillimetres * dpi));
  // Framed in black, so that a sliver along the edge counts as thick.
  cv::copyMakeBorder(dark, thick, width, width, width, width, cv::BORDER_CONSTANT, cv::Scalar(255));
  cv::morphologyEx(thick, thick, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_RECT, {width + 1, width + 1}));
  thick = thick(cv::Rect(width, width, dark.cols, dark.rows)).clone();
  const int count = cv::connectedComponentsWithStats(thick, labels, boxes, centres, 4, CV_32S);
  cv::Mat bed = cv::Mat::zeros(grey.size(), CV_8UC1);
  for (int i = 1; i < count; ++i) {
    const int* box = boxes.ptr<int>(i);
    const cv::Rect place(box[0], box[1], box[2], box[3]);
    const cv::Mat area = labels(place) == i;
    const bool hole = is_hole(box, grey.size(), dpi);
    if (!hole && (!touches_edge(box, grey.size()) || carries_writing(area))) continue;
    bed(place).setTo(255, area);
  }
  const int marked = cv::countNonZero(bed);
  if (marked == 0 || marked > kMostBed * static_cast<double>(bed.total())) return {};
  cv::dilate(bed, bed, cv::getStructuringElement(cv::MORPH_RECT, {2 * width + 1, 2 * width + 1}));
  return bed;
}

void cover_bed(cv::Mat& picture, const cv::Mat& bed, const cv::Scalar& paper) {
  if (bed.empty()) return;
  cv::Mat mask;
  cv::resize(bed, mask, picture.size(), 0, 0, cv::INTER_NEAREST);
  picture.setTo(paper, mask);
}

}  // namespace twofold::scanner
