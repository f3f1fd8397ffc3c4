#include "scanner/worker/print/find_room.h"

#include <opencv2/imgproc.hpp>

#include <cmath>

namespace twofold::scanner {
namespace {

constexpr double kEdge = 8, kApart = 1.5, kStep = 1;  // millimetres
constexpr int kPaper = 245;                           // anything darker may be content

// Counts of what is printed, one cell for each millimetre.
class Occupied {
 public:
  explicit Occupied(const PageImage& page) {
    cv::Mat grey = page.pixels;
    if (grey.channels() == 3) cv::cvtColor(page.pixels, grey, cv::COLOR_BGR2GRAY);
    width_ = grey.cols * 25.4 / page.dpi;
    height_ = grey.rows * 25.4 / page.dpi;
    cells_ = cv::Mat::zeros(static_cast<int>(std::ceil(height_)), static_cast<int>(std::ceil(width_)), CV_8U);
    const double pixels = page.dpi / 25.4;
    for (int y = 0; y < cells_.rows; ++y) {
      for (int x = 0; x < cells_.cols; ++x) {
        const cv::Rect cell = cv::Rect(static_cast<int>(x * pixels), static_cast<int>(y * pixels), static_cast<int>(pixels) + 1,
                                       static_cast<int>(pixels) + 1) & cv::Rect({}, grey.size());
        double darkest = 255;
        if (!cell.empty()) cv::minMaxLoc(grey(cell), &darkest);
        cells_.at<unsigned char>(y, x) = darkest < kPaper ? 1 : 0;
      }
    }
  }

  double width() const { return width_; }
  double height() const { return height_; }

  // The free place nearest to the corner (0 or 1 across, 0 or 1 down); it is taken from then on.
  std::optional<Area> take(double width, double height, double across, double down) {
    std::optional<Area> best;
    double nearest = 0;
    for (double y = kEdge; y + height + kEdge <= height_; y += kStep) {
      for (double x = kEdge; x + width + kEdge <= width_; x += kStep) {
        if (!is_free(x, y, width, height)) continue;
        const double off_x = (across > 0 ? width_ - x - width : x), off_y = (down > 0 ? height_ - y - height : y);
        const double distance = off_x + 2 * off_y;  // rather along the edge than into the page
        if (best && distance >= nearest) continue;
        best = Area{x, y, width, height};
        nearest = distance;
      }
    }
    if (best) cells_(cells_of(*best)).setTo(1);
    return best;
  }

 private:
  cv::Rect cells_of(const Area& area) const {
    const int left = static_cast<int>(area.left - kApart), top = static_cast<int>(area.top - kApart);
    const int right = static_cast<int>(std::ceil(area.left + area.width + kApart)), bottom = static_cast<int>(std::ceil(area.top + area.height + kApart));
    return cv::Rect(left, top, right - left, bottom - top) & cv::Rect({}, cells_.size());
  }
  bool is_free(double x, double y, double width, double height) const {
    return cv::countNonZero(cells_(cells_of({x, y, width, height}))) == 0;
  }

  cv::Mat cells_;
  double width_ = 0, height_ = 0;
};

}  // namespace

PrintRoom find_room(const PageImage& page, bool with_stamp) {
  Occupied occupied(page);
  PrintRoom room{occupied.width(), occupied.height(), {}, {}, {}};
  if (with_stamp) room.stamp = occupied.take(kStampRoomWidth, kStampRoomHeight, 1, 0);
  room.number = occupied.take(kNumberRoomWidth, kNumberRoomHeight, 1, 1);
  room.code = occupied.take(kCodeRoom, kCodeRoom, 0, 1);
  return room;
}

}  // namespace twofold::scanner
