#include "bench/pages/damage.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace twofold::bench {
namespace {

using samples::Random;

void add_noise(cv::Mat& page, double sigma, Random& random) {
  cv::RNG generator(random.next());
  cv::Mat noise(page.size(), CV_8SC1);
  generator.fill(noise, cv::RNG::NORMAL, 0, sigma);
  cv::add(page, noise, page, cv::noArray(), CV_8U);
}

void add_specks(cv::Mat& page, int count, int largest, Random& random) {
  for (int i = 0; i < count; ++i) {
    const cv::Point at(random.between(0, page.cols - 1), random.between(0, page.rows - 1));
    cv::circle(page, at, random.between(0, largest), cv::Scalar(random.between(10, 130)), cv::FILLED);
  }
}

// Black 0 … 255 becomes dark … paper.
void set_levels(cv::Mat& page, double dark, double paper) { page.convertTo(page, -1, (paper - dark) / 255, dark); }

// Light falls off towards one side, and a fold casts a shadow.
void shade(cv::Mat& page, double strength, Random& random) {
  const double across = random.real(-strength, strength), down = random.real(-strength, strength);
  const double fold = random.real(0.2, 0.8) * page.rows;
  cv::Mat light(page.rows / 16 + 1, page.cols / 16 + 1, CV_32F);
  for (int y = 0; y < light.rows; ++y) {
    for (int x = 0; x < light.cols; ++x) {
      const double u = static_cast<double>(x) / light.cols - 0.5, v = static_cast<double>(y) / light.rows - 0.5;
      const double shadow = 0.06 * std::exp(-std::pow((16.0 * y - fold) / 40, 2));
      light.at<float>(y, x) = static_cast<float>(1 - std::abs(across) / 2 - std::abs(down) / 2 + across * u + down * v - shadow);
    }
  }
  cv::resize(light, light, page.size(), 0, 0, cv::INTER_LINEAR);
  cv::multiply(page, light, page, 1, CV_8U);
}

void shine_through(cv::Mat& page, const cv::Mat& reverse, double share) {
  if (reverse.empty()) return;
  cv::Mat back;
  cv::flip(reverse, back, 1);
  cv::GaussianBlur(back, back, {9, 9}, 0);
  cv::subtract(cv::Scalar(255), back, back);
  cv::scaleAdd(back, -share, page, page);
}

void wedge(cv::Mat& page, Random& random) {
  const int side = random.between(0, 3), from = random.between(0, 160), to = random.between(20, 260);
  const int w = page.cols, h = page.rows;
  std::vector<cv::Point> corners;
  if (side == 0) corners = {{0, 0}, {from, 0}, {to, h}, {0, h}};
  if (side == 1) corners = {{w, 0}, {w - from, 0}, {w - to, h}, {w, h}};
  if (side == 2) corners = {{0, 0}, {w, 0}, {w, to}, {0, from}};
  if (side == 3) corners = {{0, h}, {w, h}, {w, h - to}, {0, h - from}};
  cv::fillConvexPoly(page, corners, cv::Scalar(random.between(5, 50)), cv::LINE_AA);
}

void punch_holes(cv::Mat& page, Random& random) {
  const int count = random.pick(std::vector<int>{2, 2, 4}), x = random.between(100, 170), radius = random.between(32, 40);
  const int shade = random.between(0, 60), middle = page.rows / 2 + random.between(-60, 60);
  for (int i = 0; i < count; ++i) {
    const int y = middle + static_cast<int>((i - (count - 1) / 2.0) * 945);
    cv::circle(page, {x, y}, radius, cv::Scalar(shade), cv::FILLED, cv::LINE_AA);
  }
}

void fax(DrawnPage& page, Random& random) {
  constexpr double kFaxDpi = 200;
  cv::resize(page.pixels, page.pixels, {}, kFaxDpi / page.dpi, kFaxDpi / page.dpi, cv::INTER_AREA);
  page.dpi = kFaxDpi;
  add_noise(page.pixels, 28, random);
  cv::threshold(page.pixels, page.pixels, random.between(120, 165), 255, cv::THRESH_BINARY);
  add_specks(page.pixels, random.between(50, 900), 1, random);
  for (int i = random.between(0, 4); i > 0; --i) page.pixels.row(random.between(0, page.pixels.rows - 1)).setTo(255);
  cv::threshold(page.pixels, page.pixels, 127, 255, cv::THRESH_BINARY);
}

void office(cv::Mat& page, Random& random) {
  set_levels(page, random.real(15, 60), random.real(232, 250));
  cv::GaussianBlur(page, page, {}, random.real(0.5, 1.1));
  shade(page, 0.06, random);
  add_specks(page, random.between(0, 120), 2, random);
  add_noise(page, random.real(2, 7), random);
}

void fade(cv::Mat& page, const cv::Mat& reverse, Random& random) {
  shine_through(page, reverse, random.real(0.08, 0.16));
  set_levels(page, random.real(105, 150), random.real(215, 240));
  cv::GaussianBlur(page, page, {}, random.real(0.6, 1.3));
  shade(page, 0.22, random);
  add_noise(page, random.real(3, 8), random);
}

}  // namespace

void damage(DrawnPage& page, const cv::Mat& reverse, Random& random) {
  switch (page.kind.damage) {
    case Damage::Clean: return;
    case Damage::Office:
      shine_through(page.pixels, reverse, random.real(0.03, 0.08));
      return office(page.pixels, random);
    case Damage::Fax: return fax(page, random);
    case Damage::Faded: return fade(page.pixels, reverse, random);
    case Damage::Wedges:
      shine_through(page.pixels, reverse, random.real(0.02, 0.06));
      office(page.pixels, random);
      for (int i = random.between(1, 3); i > 0; --i) wedge(page.pixels, random);
      if (random.chance(0.8)) punch_holes(page.pixels, random);
      return;
    case Damage::Inverse:
      office(page.pixels, random);
      page.pixels = 255 - page.pixels;
      return;
  }
}

}  // namespace twofold::bench
