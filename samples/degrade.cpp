#include "samples/degrade.h"

#include <opencv2/imgproc.hpp>

namespace twofold::samples {
namespace {

constexpr int kGrainWidth = 2900, kGrainHeight = 3900;

// Made once: drawing grain anew for each sheet would take longer than all the rest.
const cv::Mat& grain() {
  static const cv::Mat sheet = [] {
    cv::Mat made(kGrainHeight, kGrainWidth, CV_8SC1);
    cv::RNG generator(20240101);
    generator.fill(made, cv::RNG::NORMAL, 0, 9);
    return made;
  }();
  return sheet;
}

void add_grain(cv::Mat& sheet, double strength, Random& random) {
  const cv::Rect part(random.between(0, kGrainWidth - sheet.cols), random.between(0, kGrainHeight - sheet.rows),
                      sheet.cols, sheet.rows);
  cv::Mat noise;
  grain()(part).convertTo(noise, CV_8S, strength);
  if (sheet.channels() == 3) cv::merge(std::vector<cv::Mat>{noise, noise, noise}, noise);
  cv::add(sheet, noise, sheet, cv::noArray(), sheet.type());
}

void add_specks(cv::Mat& sheet, Random& random) {
  for (int i = random.between(40, 160); i > 0; --i) {
    const cv::Point at(random.between(0, sheet.cols - 1), random.between(0, sheet.rows - 1));
    cv::circle(sheet, at, random.between(0, 3), cv::Scalar::all(random.between(20, 140)), cv::FILLED);
  }
}

void darken_border(cv::Mat& sheet, Random& random) {
  const int left = random.between(10, 60);
  const int top = random.between(0, 45);
  sheet.colRange(0, left).setTo(cv::Scalar::all(random.between(10, 50)));
  if (top > 8) sheet.rowRange(0, top).setTo(cv::Scalar::all(random.between(10, 50)));
  if (random.chance(0.4)) sheet.colRange(sheet.cols - random.between(8, 30), sheet.cols).setTo(cv::Scalar::all(30));
}

}  // namespace

Wear draw_wear(Random& random) {
  Wear wear;
  const double steepness = random.chance(0.15) ? 8 : (random.chance(0.4) ? 3 : 1);
  wear.angle = random.real(-steepness, steepness);
  wear.upside_down = random.chance(0.04);
  wear.noise = random.real(0.15, 0.6);
  if (random.chance(0.3)) wear.blur = random.real(0.6, 1.2);
  if (random.chance(0.2)) wear.fade = random.real(0.25, 0.5);
  if (random.chance(0.25)) wear.bleed = random.real(0.06, 0.14);
  wear.dark_border = random.chance(0.2);
  wear.specks = random.chance(0.35);
  return wear;
}

cv::Mat degrade(const cv::Mat& sheet, const cv::Mat& reverse, const Wear& wear, Random& random) {
  cv::Mat worn = sheet.clone();
  if (!reverse.empty() && wear.bleed > 0) {
    cv::Mat back;
    cv::flip(reverse, back, 1);
    cv::GaussianBlur(back, back, cv::Size(7, 7), 0);
    cv::subtract(cv::Scalar::all(255), back, back);
    cv::scaleAdd(back, -wear.bleed, worn, worn);
  }
  // Paper is never quite white, faded print never quite black.
  const double depth = 1 - wear.fade;
  worn.convertTo(worn, -1, depth * 0.96, 255 * 0.96 * (1 - depth) + 4);
  if (wear.angle != 0) {
    const cv::Point2f middle(static_cast<float>(worn.cols) / 2, static_cast<float>(worn.rows) / 2);
    const cv::Mat turn = cv::getRotationMatrix2D(middle, wear.angle, 1);
    const auto bed = cv::Scalar::all(wear.dark_border ? 40 : 249);
    cv::warpAffine(worn, worn, turn, worn.size(), cv::INTER_LINEAR, cv::BORDER_CONSTANT, bed);
  }
  if (wear.specks) add_specks(worn, random);
  if (wear.blur > 0) cv::GaussianBlur(worn, worn, cv::Size(0, 0), wear.blur);
  add_grain(worn, wear.noise, random);
  if (wear.dark_border) darken_border(worn, random);
  if (wear.upside_down) cv::rotate(worn, worn, cv::ROTATE_180);
  return worn;
}

}  // namespace twofold::samples
