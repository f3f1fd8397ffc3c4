#include "tests/scanner/drawn_sheet.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <qrencode.h>

#include <array>
#include <memory>
#include <stdexcept>

namespace twofold::scanner::testing {
namespace {

int pixels(double millimetres, double dpi) { return cvRound(millimetres * dpi / 25.4); }

cv::Mat blank_page(double dpi) { return cv::Mat(pixels(297, dpi), pixels(210, dpi), CV_8UC1, cv::Scalar(255)); }

struct Free {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

// With its quiet zone of four modules.
cv::Mat qr_modules(const std::string& text) {
  const std::unique_ptr<QRcode, Free> code(QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_Q));
  if (!code) throw std::runtime_error("too long for a QR code");
  cv::Mat modules(code->width + 8, code->width + 8, CV_8UC1, cv::Scalar(255));
  for (int y = 0; y < code->width; ++y) {
    for (int x = 0; x < code->width; ++x) {
      if ((code->data[y * code->width + x] & 1) != 0) modules.at<uchar>(y + 4, x + 4) = 0;
    }
  }
  return modules;
}

void put_code(cv::Mat& page, const std::string& text, double left, double top, double side, double dpi) {
  cv::Mat large;
  cv::resize(qr_modules(text), large, {pixels(side, dpi), pixels(side, dpi)}, 0, 0, cv::INTER_NEAREST);
  large.copyTo(page(cv::Rect(pixels(left, dpi), pixels(top, dpi), large.cols, large.rows)));
}

void tear(cv::Mat& page, int corner, double millimetres, double dpi) {
  const int length = pixels(millimetres, dpi), right = page.cols, bottom = page.rows;
  const std::array<std::array<cv::Point, 3>, 4> corners{{
      {cv::Point(0, 0), {length, 0}, {0, length}},
      {cv::Point(right, 0), {right - length, 0}, {right, length}},
      {cv::Point(right, bottom), {right - length, bottom}, {right, bottom - length}},
      {cv::Point(0, bottom), {length, bottom}, {0, bottom - length}},
  }};
  cv::fillConvexPoly(page, corners.at(static_cast<std::size_t>(corner)), cv::Scalar(30), cv::LINE_AA);
}

}  // namespace

cv::Mat drawn_sheet(const SheetCode& code, double dpi) {
  cv::Mat page = blank_page(dpi);
  put_code(page, code.text(), 26, 26, 52, dpi);
  put_code(page, code.text(), 210 - 26 - 52, 297 - 26 - 52, 52, dpi);
  for (int row = 0; row < 6; ++row) {
    const int y = pixels(102 + 18 * row, dpi);
    cv::line(page, {pixels(26, dpi), y}, {pixels(184, dpi), y}, cv::Scalar(0), std::max(1, pixels(0.3, dpi)));
    cv::putText(page, code.code, {pixels(30, dpi), y - pixels(5, dpi)}, cv::FONT_HERSHEY_SIMPLEX, dpi / 200, cv::Scalar(0),
                std::max(1, pixels(0.4, dpi)), cv::LINE_AA);
  }
  return page;
}

cv::Mat drawn_code(const std::string& text, double millimetres, double dpi) {
  cv::Mat page = blank_page(dpi);
  put_code(page, text, 105 - millimetres / 2, 100, millimetres, dpi);
  return page;
}

cv::Mat drawn_patch_t(double dpi, bool down_the_side) {
  cv::Mat page = blank_page(dpi);
  if (down_the_side) page = page.t();
  double at = 20;
  for (const double bar : {2.03, 5.08, 2.03, 5.08}) {
    page(cv::Rect(pixels(70, dpi), pixels(at, dpi), pixels(60, dpi), pixels(bar, dpi))) = cv::Scalar(0);
    at += bar + 2.03;
  }
  if (down_the_side) page = page.t();
  return page;
}

cv::Mat scanned(const cv::Mat& page, const SheetDamage& damage, std::uint64_t seed) {
  cv::Mat made = page.clone();
  if (damage.torn_corner >= 0) tear(made, damage.torn_corner, damage.torn_mm, 300);
  if (damage.degrees != 0) {
    const cv::Mat turn = cv::getRotationMatrix2D({static_cast<float>(made.cols) / 2, static_cast<float>(made.rows) / 2}, damage.degrees, 1);
    cv::warpAffine(made, made, turn, made.size(), cv::INTER_LINEAR, cv::BORDER_CONSTANT, cv::Scalar(255));
  }
  if (damage.dpi != 300) cv::resize(made, made, {}, damage.dpi / 300, damage.dpi / 300, cv::INTER_AREA);
  if (damage.blur > 0) cv::GaussianBlur(made, made, {}, damage.blur);
  made.convertTo(made, CV_8U, (damage.paper - damage.ink) / 255.0, damage.ink);
  if (damage.noise > 0) {
    cv::Mat noise(made.size(), CV_16S), sum;
    cv::RNG random(seed);
    random.fill(noise, cv::RNG::NORMAL, 0, damage.noise);
    made.convertTo(sum, CV_16S);
    sum += noise;
    sum.convertTo(made, CV_8U);
  }
  if (damage.jpeg_quality > 0) {
    std::vector<uchar> bytes;
    cv::imencode(".jpg", made, bytes, {cv::IMWRITE_JPEG_QUALITY, damage.jpeg_quality});
    made = cv::imdecode(bytes, cv::IMREAD_GRAYSCALE);
  }
  return made;
}

}  // namespace twofold::scanner::testing
