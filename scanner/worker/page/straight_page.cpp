#include "scanner/worker/page/straight_page.h"

#include "scanner/worker/page/clean.h"
#include "scanner/worker/page/deskew.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace twofold::scanner {
namespace {

constexpr double kSoftensAnyway = 0.8;  // shrinking by so much smooths as well
constexpr double kLevelEnough = 0.1;  // degrees left as they are: the warp costs more than it helps

// Where a box of the crooked page is on the straight one, near enough to find dense places.
cv::Rect moved(const cv::Rect& box, double degrees, const cv::Size& from, const cv::Size& to) {
  const double angle = degrees * CV_PI / 180;
  const double x = box.x + box.width / 2.0 - from.width / 2.0, y = box.y + box.height / 2.0 - from.height / 2.0;
  const double turned_x = std::cos(angle) * x - std::sin(angle) * y;
  const double turned_y = std::sin(angle) * x + std::cos(angle) * y;
  return {static_cast<int>(turned_x + to.width / 2.0 - box.width / 2.0),
          static_cast<int>(turned_y + to.height / 2.0 - box.height / 2.0), box.width, box.height};
}

cv::Mat turned(const cv::Mat& image, int quarter_turns) {
  constexpr int kCodes[] = {0, cv::ROTATE_90_CLOCKWISE, cv::ROTATE_180, cv::ROTATE_90_COUNTERCLOCKWISE};
  cv::Mat result;
  cv::rotate(image, result, kCodes[quarter_turns]);
  return result;
}

}  // namespace

cv::Rect scaled(const cv::Rect& box, double by) {
  return {static_cast<int>(std::lround(box.x * by)), static_cast<int>(std::lround(box.y * by)),
          std::max(1, static_cast<int>(std::lround(box.width * by))),
          std::max(1, static_cast<int>(std::lround(box.height * by)))};
}

StraightPage make_straight(const PageImage& image, cv::Mat reading, const Glyphs& glyphs, double degrees) {
  StraightPage result;
  const bool turn = std::abs(degrees) >= kLevelEnough;
  result.picture = turn ? straighten(image.pixels, degrees, paper_colour(image.pixels)) : image.pixels;
  despeckle(reading, glyphs, image.dpi);
  result.scale = reading_scale(glyphs, image.dpi);
  if (result.scale < 0.95) reading = shrunk(reading, result.scale);
  else result.scale = 1;
  if (turn) reading = straighten(reading, degrees, cv::Scalar(255));
  if (image.bilevel && result.scale > kSoftensAnyway) soften_bits(reading);
  result.reading = reading;
  result.reading_dpi = image.dpi * result.scale;
  const cv::Rect whole({}, reading.size());
  for (const cv::Rect& box : glyphs.boxes) {
    const cv::Rect place = turn ? moved(box, degrees, image.pixels.size(), result.picture.size()) : box;
    const cv::Rect inside = scaled(place, result.scale) & whole;
    if (inside.area() > 0) result.letters.push_back(inside);
  }
  return result;
}

cv::Mat straight_picture(const PageImage& image, double degrees, int quarter_turns) {
  const bool turn = std::abs(degrees) >= kLevelEnough;
  const cv::Mat picture = turn ? straighten(image.pixels, degrees, paper_colour(image.pixels)) : image.pixels;
  return quarter_turns == 0 ? picture : turned(picture, quarter_turns);
}

void turn_clockwise(StraightPage& page, int quarter_turns) {
  if (quarter_turns == 0) return;
  const cv::Size before = page.reading.size();
  page.picture = turned(page.picture, quarter_turns);
  page.reading = turned(page.reading, quarter_turns);
  for (cv::Rect& box : page.letters) {
    const int from_right = before.width - box.x - box.width, from_below = before.height - box.y - box.height;
    if (quarter_turns == 1) box = {from_below, box.x, box.height, box.width};
    if (quarter_turns == 2) box = {from_right, from_below, box.width, box.height};
    if (quarter_turns == 3) box = {box.y, from_right, box.height, box.width};
  }
}

}  // namespace twofold::scanner
