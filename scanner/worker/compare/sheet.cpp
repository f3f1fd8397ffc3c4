#include "scanner/worker/compare/sheet.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace twofold::scanner {
namespace {

constexpr double kDarkestPaper = 0.6;  // of the page's brightest paper: what is darker is printed so
constexpr int kPaperShrink = 16, kPaperWindow = 13;  // the paper is the brightest within some 25 mm

cv::Mat grey_at_compare_dpi(const PageImage& image) {
  cv::Mat grey = image.pixels;
  if (grey.channels() == 3) cv::cvtColor(image.pixels, grey, cv::COLOR_BGR2GRAY);
  const double factor = kCompareDpi / image.dpi;
  if (factor < 1) return shrunk(grey, factor);
  if (factor == 1) return grey;
  cv::Mat larger;
  cv::resize(grey, larger, {}, factor, factor, cv::INTER_LINEAR);
  return larger;
}

// How bright the empty paper is at each place.
cv::Mat paper_of(const cv::Mat& grey) {
  cv::Mat small = shrunk(grey, 1.0 / kPaperShrink), paper;
  cv::medianBlur(small, small, 3);
  cv::dilate(small, paper, cv::getStructuringElement(cv::MORPH_RECT, {kPaperWindow, kPaperWindow}));
  cv::GaussianBlur(paper, paper, {}, kPaperWindow / 3.0);
  double brightest = 0;
  cv::minMaxLoc(paper, nullptr, &brightest);
  paper = cv::max(paper, brightest * kDarkestPaper);
  cv::resize(paper, paper, grey.size(), 0, 0, cv::INTER_LINEAR);
  return paper;
}

}  // namespace

cv::Mat tints_of(const cv::Mat& electronic) {
  cv::Mat between;
  cv::inRange(electronic, cv::Scalar(10), cv::Scalar(200), between);
  cv::morphologyEx(between, between, cv::MORPH_OPEN, cv::Mat::ones(7, 7, CV_8U));
  cv::dilate(between, between, cv::Mat::ones(5, 5, CV_8U));
  return between;
}

Sheet electronic_sheet(const PageImage& image) { return {255 - grey_at_compare_dpi(image), image.bilevel}; }

Sheet scanned_sheet(const PageImage& image) {
  const cv::Mat grey = grey_at_compare_dpi(image), paper = paper_of(grey);
  cv::Mat brightness;
  cv::divide(grey, paper, brightness, 255);  // saturates: nothing is brighter than its paper
  return {255 - brightness, image.bilevel};
}

}  // namespace twofold::scanner
