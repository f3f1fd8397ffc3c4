#include "scanner/worker/page/view.h"

#include "scanner/worker/page/encode.h"
#include "scanner/worker/page/image.h"
#include "scanner/worker/page/straight_page.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace twofold::scanner {
namespace {

constexpr int kQuality = 80;
constexpr double kFiner = 1.2;   // what is turned by degrees is this much wider than what is shown, so that it stays sharp
constexpr double kLevel = 0.1;   // degrees that straight_picture() leaves as they are

int across(const cv::Mat& picture, int quarter_turns) { return quarter_turns % 2 != 0 ? picture.rows : picture.cols; }

// A page of a PDF: as most are A4, drawn once at what that asks for; a narrower one is drawn once more.
PageImage drawn(const Job& job, double width) {
  constexpr double kPaperInches = 8.27, kLeast = 75, kNearly = 0.98;
  const double dpi = std::clamp(width / kPaperInches, kLeast, kRenderDpi);
  PageImage image = render_pdf_page(job.source, job.page, job.limits, dpi);
  const int got = across(image.pixels, job.view.quarter_turns);
  if (got >= width * kNearly || image.dpi >= kRenderDpi) return image;
  return render_pdf_page(job.source, job.page, job.limits, std::min(kRenderDpi, dpi * width / got));
}

cv::Mat no_wider(const cv::Mat& picture, double width, int quarter_turns = 0) {
  const int wide = across(picture, quarter_turns);
  const double factor = width / wide;
  if (factor >= 1) return picture;
  if (factor < 0.5) return shrunk(picture, factor);
  // Down to half its size every pixel still counts, and this takes a tenth of the time.
  cv::Mat small;
  cv::resize(picture, small, {}, factor, factor, cv::INTER_LINEAR);
  return small;
}

}  // namespace

Answer view_page(const Job& job) {
  const PageView& view = job.view;
  const double width = std::abs(view.degrees) < kLevel ? view.width : view.width * kFiner;
  PageImage image = job.type == FileType::Pdf
                        ? drawn(job, width)
                        : decode_image(job.source, job.type, job.page, job.limits, static_cast<int>(std::ceil(width)));
  image.pixels = no_wider(image.pixels, width, view.quarter_turns);
  const cv::Mat upright = straight_picture(image, view.degrees, view.quarter_turns);
  const cv::Mat shown = no_wider(upright, view.width);
  write_picture_file(view_path(job.scratch), encode_jpeg(shown, kQuality));
  return {};
}

}  // namespace twofold::scanner
