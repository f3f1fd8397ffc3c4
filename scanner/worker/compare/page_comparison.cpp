#include "scanner/worker/compare/page_comparison.h"

#include "scanner/worker/compare/ink_difference.h"
#include "scanner/worker/compare/registration.h"
#include "scanner/worker/page/deskew.h"
#include "scanner/worker/page/encode.h"
#include "scanner/worker/page/recogniser.h"

#include <opencv2/imgproc.hpp>

#include <cmath>

namespace twofold::scanner {
namespace {

constexpr double kPixelsPerMillimetre = kCompareDpi / 25.4;

cv::Mat grey_of(const PageImage& image) {
  if (image.pixels.channels() == 1) return image.pixels;
  cv::Mat grey;
  cv::cvtColor(image.pixels, grey, cv::COLOR_BGR2GRAY);
  return grey;
}

double skew_of(const PageImage& image) { return find_skew(grey_of(image), image.dpi).degrees; }

cv::Rect pixels_of(const Area& area) {
  const auto pixels = [](double millimetres) { return static_cast<int>(std::lround(millimetres * kPixelsPerMillimetre)); };
  return {pixels(area.left), pixels(area.top), pixels(area.width), pixels(area.height)};
}

Area area_of(const cv::Rect& box) {
  return {box.x / kPixelsPerMillimetre, box.y / kPixelsPerMillimetre, box.width / kPixelsPerMillimetre, box.height / kPixelsPerMillimetre};
}

// Left the electronic page, right the scan laid over it; red frames stand about the same places of both.
void write_picture(const std::filesystem::path& where, const cv::Mat& electronic, const cv::Mat& laid,
                   const std::vector<InkDifference>& differences) {
  constexpr int kAway = 24, kFrame = 3, kGap = 20, kQuality = 80;
  const cv::Scalar red(40, 30, 220), between(190, 190, 190);
  std::vector<cv::Mat> sides;
  for (const cv::Mat& ink : {electronic, laid}) {
    cv::Mat side;
    cv::cvtColor(255 - ink, side, cv::COLOR_GRAY2BGR);
    for (const auto& difference : differences) {
      const cv::Rect box = difference.box;
      cv::rectangle(side, {box.x - kAway, box.y - kAway, box.width + 2 * kAway, box.height + 2 * kAway}, red, kFrame);
    }
    if (!sides.empty()) sides.emplace_back(side.rows, kGap, CV_8UC3, between);
    sides.push_back(side);
  }
  cv::Mat both;
  cv::hconcat(sides, both);
  write_picture_file(where, encode_jpeg(shrunk(both, 0.75), kQuality));
}

}  // namespace

ComparedPage compare_images(const PageImage& electronic, const PageImage& scan, const std::vector<Area>& left_out,
                            const std::filesystem::path& picture) {
  const Sheet sheet = electronic_sheet(electronic), other = scanned_sheet(scan);
  const Registered laid = lay_over(sheet, skew_of(electronic), other, skew_of(scan));
  std::vector<cv::Rect> boxes;
  for (const Area& area : left_out) boxes.push_back(pixels_of(area));
  const InkComparison ink = compare_ink(sheet, laid.ink, scan.bilevel, boxes);
  ComparedPage page;
  page.likeness = std::max(0.0, laid.likeness);
  page.unrest = ink.unrest;
  page.quarter_turns = laid.quarter_turns;
  page.degrees = laid.degrees;
  page.scale = laid.scale;
  for (const auto& difference : ink.differences)
    page.differences.push_back({area_of(difference.box), difference.change, difference.strength, difference.sure});
  if (!picture.empty()) write_picture(picture, sheet.ink, laid.ink, ink.differences);
  return page;
}

Answer compare_pages(const Job& job) {
  const double before = thread_milliseconds();
  const PageImage electronic = page_image(job.other, job.other_type, job.other_page, job.limits);
  const PageImage scan = page_image(job.source, job.type, job.page, job.limits);
  const auto picture = job.pictures != Pictures::None ? picture_path(job.scratch, job.page, PictureKind::Compared) : std::filesystem::path();
  ComparedPage page = compare_images(electronic, scan, job.left_out, picture);
  page.electronic = job.other_page;
  page.scanned = job.page;
  page.cpu_milliseconds = thread_milliseconds() - before;
  Answer answer;
  answer.compared = page;
  return answer;
}

}  // namespace twofold::scanner
