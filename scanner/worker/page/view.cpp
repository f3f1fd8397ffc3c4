#include "scanner/worker/page/view.h"

#include "scanner/worker/page/image.h"
#include "scanner/worker/page/straight_page.h"

#include <opencv2/imgcodecs.hpp>

#include <algorithm>
#include <stdexcept>

namespace twofold::scanner {
namespace {

constexpr int kQuality = 80;
constexpr double kFiner = 1.5;  // what is turned is this much wider than what is shown, so that turning does not blur it

// A page of paper is about so wide; where it is wider the picture is larger than need be, and made smaller anyway.
double dpi_for(int width) {
  constexpr double kPaperInches = 8.27, kLeast = 75;
  return std::clamp(width * kFiner / kPaperInches, kLeast, kRenderDpi);
}

cv::Mat no_wider(const cv::Mat& picture, double width, int across) {
  return across > width ? shrunk(picture, width / across) : picture;
}

}  // namespace

Answer view_page(const Job& job) {
  const PageView& view = job.view;
  PageImage image = page_image(job.source, job.type, job.page, job.limits, dpi_for(view.width));
  const bool on_its_side = view.quarter_turns % 2 != 0;
  const int across = on_its_side ? image.pixels.rows : image.pixels.cols;
  image.pixels = no_wider(image.pixels, view.width * kFiner, across);
  const cv::Mat upright = straight_picture(image, view.degrees, view.quarter_turns);
  const cv::Mat shown = no_wider(upright, view.width, upright.cols);
  if (!cv::imwrite(view_path(job.scratch).string(), shown, {cv::IMWRITE_JPEG_QUALITY, kQuality}))
    throw std::runtime_error("the picture of the page cannot be written");
  return {};
}

}  // namespace twofold::scanner
