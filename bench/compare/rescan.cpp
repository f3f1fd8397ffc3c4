#include "bench/compare/rescan.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <cmath>

namespace twofold::bench {
namespace {

using samples::Random;

constexpr double kPrinted = 300;  // dpi of what comes in

// Where each pixel of the scan lay on the sheet.
cv::Mat fed(const cv::Mat& page, double dpi, Random& random) {
  const double factor = kPrinted / dpi, angle = random.real(-2, 2) * CV_PI / 180;
  const double fit = random.chance(0.15) ? 0.97 : random.real(0.997, 1.003);
  const double shift_x = random.real(-20, 20), shift_y = random.real(-20, 20);
  const double bend = random.real(0, 1.5), phase = random.real(0, 6), wave = random.real(900, 2500);
  const cv::Size size(cvRound(page.cols / factor), cvRound(page.rows / factor));
  cv::Mat source = page, from(size, CV_32FC2);
  if (factor > 1.2) cv::GaussianBlur(page, source, {}, 0.4 * factor);
  const double c = std::cos(angle), s = std::sin(angle);
  for (int y = 0; y < size.height; ++y) {
    const double v = (y * factor - page.rows / 2.0 - shift_y) / fit;
    const double bent_across = bend * std::sin(v / wave * 6.28 + phase), bent_down = bend * std::cos(v / wave * 6.28 + phase);
    for (int x = 0; x < size.width; ++x) {
      const double u = (x * factor - page.cols / 2.0 - shift_x) / fit;
      const double across = u * c + v * s + page.cols / 2.0 + bent_across;
      const double down = -u * s + v * c + page.rows / 2.0 + bent_down;
      from.at<cv::Vec2f>(y, x) = {static_cast<float>(across), static_cast<float>(down)};
    }
  }
  cv::Mat result;
  cv::remap(source, result, from, cv::noArray(), cv::INTER_LINEAR, cv::BORDER_CONSTANT, cv::Scalar::all(255));
  return result;
}

void dust(cv::Mat& page, Random& random) {
  for (int i = random.between(0, 40); i > 0; --i) {
    const cv::Point at(random.between(0, page.cols - 1), random.between(0, page.rows - 1));
    cv::circle(page, at, random.between(0, 1), cv::Scalar::all(random.between(30, 150)), cv::FILLED);
  }
}

// Uneven light, the paper's tone, the toner's depth, grain.
void expose(cv::Mat& page, Random& random) {
  const double dark = random.real(5, 70), paper = random.real(220, 252);
  page.convertTo(page, -1, (paper - dark) / 255, dark);
  cv::Mat light(page.rows / 16 + 1, page.cols / 16 + 1, CV_32F);
  const double across = random.real(-0.08, 0.08), down = random.real(-0.08, 0.08);
  for (int y = 0; y < light.rows; ++y)
    for (int x = 0; x < light.cols; ++x)
      light.at<float>(y, x) = static_cast<float>(0.95 + across * (static_cast<double>(x) / light.cols - 0.5) +
                                                 down * (static_cast<double>(y) / light.rows - 0.5));
  cv::resize(light, light, page.size(), 0, 0, cv::INTER_LINEAR);
  cv::multiply(page, light, page, 1, CV_8U);
  cv::RNG generator(random.next());
  cv::Mat noise(page.size(), CV_8SC1);
  generator.fill(noise, cv::RNG::NORMAL, 0, random.real(1, 8));
  cv::add(page, noise, page, cv::noArray(), CV_8U);
}

}  // namespace

Rescanned rescan(const cv::Mat& page, Random& random) {
  Rescanned result;
  result.dpi = random.chance(0.5) ? 200 : 300;
  result.bilevel = random.chance(0.25);
  cv::Mat grey = page;
  if (page.channels() == 3) cv::cvtColor(page, grey, cv::COLOR_BGR2GRAY);
  // The printer's dots spread, or the toner is thin; a print whose fine strokes are gone altogether is printed again.
  if (random.chance(0.5)) {
    cv::GaussianBlur(grey, grey, {}, 0.8);
    const double threshold = random.real(115, 190);
    grey.convertTo(grey, -1, 3, 127 - 3 * threshold);
  }
  cv::Mat scan = fed(grey, result.dpi, random);
  cv::GaussianBlur(scan, scan, {}, random.real(0.4, 1.0));
  dust(scan, random);
  expose(scan, random);
  if (random.chance(0.15)) cv::rotate(scan, scan, cv::ROTATE_180);
  const int dpi = static_cast<int>(result.dpi);
  if (result.bilevel) {
    cv::threshold(scan, scan, random.between(120, 170), 255, cv::THRESH_BINARY);
    cv::imencode(".tif", scan, result.bytes,
                 {cv::IMWRITE_TIFF_COMPRESSION, 5, cv::IMWRITE_TIFF_RESUNIT, 2, cv::IMWRITE_TIFF_XDPI, dpi, cv::IMWRITE_TIFF_YDPI, dpi});
  } else {
    cv::imencode(".jpg", scan, result.bytes, {cv::IMWRITE_JPEG_QUALITY, random.between(60, 90)});
  }
  return result;
}

}  // namespace twofold::bench
