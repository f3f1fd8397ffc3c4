#include "scanner/worker/compare/registration.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

namespace twofold::scanner {
namespace {

constexpr int kRoughShrink = 4;               // 50 dpi
constexpr double kSurelyTheSame = 0.6;        // rough likeness that needs no other scale to be tried
constexpr std::array kScales{1.0, 0.97, 0.94, 1.03, 0.91, 1.06};  // what printers do to fit a page onto their paper
constexpr double kLeastMatch = 0.5;           // correlation of a block that is found
constexpr int kBlock = 48;                    // pixels of its level
constexpr std::size_t kFewestBlocks = 6;

// Electronic pixels to scan pixels.
cv::Matx33d shift(double x, double y) { return {1, 0, x, 0, 1, y, 0, 0, 1}; }
cv::Matx33d scaling(double by) { return {by, 0, 0, 0, by, 0, 0, 0, 1}; }

cv::Matx33d rotation(double degrees) {
  const double angle = degrees * CV_PI / 180, c = std::cos(angle), s = std::sin(angle);
  return {c, -s, 0, s, c, 0, 0, 0, 1};
}

cv::Mat laid(const cv::Mat& scan, const cv::Matx33d& map, const cv::Size& size) {
  cv::Mat result;
  cv::warpAffine(scan, result, map.get_minor<2, 3>(0, 0), size, cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_CONSTANT, 0);
  return result;
}

double correlation(const cv::Mat& a, const cv::Mat& b) {
  cv::Scalar mean_a, mean_b, deviation_a, deviation_b;
  cv::meanStdDev(a, mean_a, deviation_a);
  cv::meanStdDev(b, mean_b, deviation_b);
  const double spread = deviation_a[0] * deviation_b[0];
  if (spread < 1e-6) return 0;
  return (a.dot(b) / static_cast<double>(a.total()) - mean_a[0] * mean_b[0]) / spread;
}

cv::Mat blurred(const cv::Mat& ink, double sigma) {
  cv::Mat soft;
  cv::GaussianBlur(ink, soft, {}, sigma);
  return soft;
}

struct Rough {
  cv::Matx33d map;
  double likeness = -1;
  int turns = 0;
  double scale = 1;
};

// The scan's middle is turned and scaled onto the page's middle; how it is shifted tells the phase.
class RoughSearch {
 public:
  RoughSearch(const cv::Mat& page, const cv::Mat& scan, double degrees)
      : page_(blurred(shrunk(page, 1.0 / kRoughShrink), 1.5)), scan_(blurred(shrunk(scan, 1.0 / kRoughShrink), 1.5)), degrees_(degrees) {
    page_.convertTo(page_float_, CV_32F);
  }

  void attempt(int turns, double scale) {
    const cv::Matx33d map = shift((scan_.cols - 1) / 2.0, (scan_.rows - 1) / 2.0) * rotation(-90.0 * turns - degrees_) * scaling(scale) *
                            shift(-(page_.cols - 1) / 2.0, -(page_.rows - 1) / 2.0);
    cv::Mat there = laid(scan_, map, page_.size()), there_float;
    there.convertTo(there_float, CV_32F);
    const cv::Point2d by = cv::phaseCorrelate(page_float_, there_float);
    const cv::Matx33d shifted = map * shift(by.x, by.y);
    const double likeness = correlation(page_, laid(scan_, shifted, page_.size()));
    if (likeness > best_.likeness) best_ = {shifted, likeness, turns, scale};
  }

  // In pixels of the full sheets.
  Rough best() const {
    Rough full = best_;
    const double half = (kRoughShrink - 1) / 2.0;
    full.map = shift(half, half) * scaling(kRoughShrink) * best_.map * scaling(1.0 / kRoughShrink) * shift(-half, -half);
    return full;
  }
  const Rough& found() const { return best_; }

 private:
  cv::Mat page_, scan_, page_float_;
  double degrees_;
  Rough best_;
};

std::vector<int> turns_to_try(const cv::Size& page, const cv::Size& scan) {
  const auto shape = [](const cv::Size& size) { return static_cast<double>(size.width) / size.height; };
  const bool square = std::abs(std::log(shape(page))) < 0.1 || std::abs(std::log(shape(scan))) < 0.1;
  if (square) return {0, 2, 1, 3};
  return (shape(page) < 1) == (shape(scan) < 1) ? std::vector{0, 2} : std::vector{1, 3};
}

Rough find_rough(const cv::Mat& page, const cv::Mat& scan, double degrees) {
  RoughSearch search(page, scan, degrees);
  const auto turns = turns_to_try(page.size(), scan.size());
  for (const double scale : kScales) {
    for (const int turn : turns) search.attempt(turn, scale);
    if (search.found().likeness > kSurelyTheSame) break;
  }
  return search.best();
}

// Where a block of the page was found in the scan that lies over it.
struct Match {
  cv::Point2d place, moved;  // the block's middle; by how much
  double weight = 0;
};

double peak_between(float before, float at, float after) {
  const double bend = static_cast<double>(before) - 2.0 * at + after;
  return bend >= 0 ? 0 : std::clamp(0.5 * (static_cast<double>(before) - after) / bend, -0.5, 0.5);
}

std::optional<Match> find_block(const cv::Mat& page, const cv::Mat& there, const cv::Rect& block, int reach) {
  const cv::Mat wanted = page(block);
  cv::Scalar mean, deviation;
  cv::meanStdDev(wanted, mean, deviation);
  if (deviation[0] < 12) return std::nullopt;  // next to nothing is printed here
  const cv::Rect around(block.x - reach, block.y - reach, block.width + 2 * reach, block.height + 2 * reach);
  if ((around & cv::Rect({}, page.size())) != around) return std::nullopt;
  cv::Mat scores;
  cv::matchTemplate(there(around), wanted, scores, cv::TM_CCOEFF_NORMED);
  double best = 0;
  cv::Point at;
  cv::minMaxLoc(scores, nullptr, &best, nullptr, &at);
  const bool inside = at.x > 0 && at.y > 0 && at.x < 2 * reach && at.y < 2 * reach;
  if (best < kLeastMatch || !inside) return std::nullopt;
  const auto score = [&](int dx, int dy) { return scores.at<float>(at.y + dy, at.x + dx); };
  const cv::Point2d moved(at.x - reach + peak_between(score(-1, 0), score(0, 0), score(1, 0)),
                          at.y - reach + peak_between(score(0, -1), score(0, 0), score(0, 1)));
  return Match{{block.x + block.width / 2.0, block.y + block.height / 2.0}, moved, best * best};
}

std::vector<Match> find_blocks(const cv::Mat& page, const cv::Mat& there, int reach) {
  std::vector<Match> matches;
  for (int y = reach; y + kBlock + reach <= page.rows; y += kBlock) {
    for (int x = reach; x + kBlock + reach <= page.cols; x += kBlock) {
      if (const auto match = find_block(page, there, {x, y, kBlock, kBlock}, reach)) matches.push_back(*match);
    }
  }
  return matches;
}

// The affine map that moves the blocks as they were found; blocks that do not go with the others lose their say.
std::optional<cv::Matx33d> moved_together(const std::vector<Match>& matches) {
  if (matches.size() < kFewestBlocks) return std::nullopt;
  cv::Matx33d map = cv::Matx33d::eye();
  double tolerance = 4;
  for (int round = 0; round < 6; ++round) {
    cv::Matx33d normal = cv::Matx33d::zeros();
    cv::Vec3d right_x(0, 0, 0), right_y(0, 0, 0);
    for (const Match& match : matches) {
      const cv::Vec3d place(match.place.x / 1000, match.place.y / 1000, 1);
      const cv::Vec3d error = map * cv::Vec3d(match.place.x, match.place.y, 1) -
                              cv::Vec3d(match.place.x + match.moved.x, match.place.y + match.moved.y, 1);
      const double off = round == 0 ? 0 : std::hypot(error[0], error[1]) / tolerance;
      const double weight = match.weight / (1 + off * off * off * off);
      normal += weight * place * place.t();
      right_x += weight * (match.place.x + match.moved.x) * place;
      right_y += weight * (match.place.y + match.moved.y) * place;
    }
    // Where all blocks stand in one line, the way across it is held by a little stiffness.
    const double stiff = 1e-4 * static_cast<double>(matches.size());
    normal += stiff * cv::Matx33d::eye();
    right_x += stiff * cv::Vec3d(1000, 0, 0);
    right_y += stiff * cv::Vec3d(0, 1000, 0);
    const cv::Vec3d a = normal.inv() * right_x, b = normal.inv() * right_y;
    map = {a[0] / 1000, a[1] / 1000, a[2], b[0] / 1000, b[1] / 1000, b[2], 0, 0, 1};
    tolerance = std::max(1.0, tolerance * 0.6);
  }
  return map;
}

cv::Matx33d refined(const cv::Mat& page, const cv::Mat& scan, cv::Matx33d map) {
  struct Level {
    int shrink, reach, rounds;
  };
  for (const Level level : {Level{4, 6, 2}, Level{2, 4, 1}, Level{1, 4, 1}}) {
    const cv::Mat small = level.shrink == 1 ? page : shrunk(page, 1.0 / level.shrink);
    for (int round = 0; round < level.rounds; ++round) {
      cv::Mat there = laid(scan, map, page.size());
      if (level.shrink > 1) there = shrunk(there, 1.0 / level.shrink);
      const auto together = moved_together(find_blocks(small, there, level.reach));
      if (!together) break;
      const double half = (level.shrink - 1) / 2.0;
      map = map * shift(half, half) * scaling(level.shrink) * *together * scaling(1.0 / level.shrink) * shift(-half, -half);
    }
  }
  return map;
}

// What is left after the whole page lies well: feeders pull unevenly. Smooth, and at most a few pixels.
cv::Mat unbent(const cv::Mat& page, const cv::Mat& scan, const cv::Matx33d& map) {
  constexpr int kReach = 3;
  constexpr double kStiffness = 0.5, kMostBend = 2.5;
  const cv::Size grid(page.cols / kBlock + 1, page.rows / kBlock + 1);
  cv::Mat moved(grid, CV_32FC2, cv::Scalar::all(0)), weight(grid, CV_32F, cv::Scalar::all(0));
  for (const Match& match : find_blocks(page, laid(scan, map, page.size()), kReach)) {
    if (std::hypot(match.moved.x, match.moved.y) > kMostBend) continue;
    const cv::Point cell(static_cast<int>(match.place.x) / kBlock, static_cast<int>(match.place.y) / kBlock);
    const auto heavy = static_cast<float>(match.weight);
    moved.at<cv::Vec2f>(cell) = cv::Vec2f(static_cast<float>(match.moved.x), static_cast<float>(match.moved.y)) * heavy;
    weight.at<float>(cell) = heavy;
  }
  cv::GaussianBlur(moved, moved, {}, 1.2, 0, cv::BORDER_CONSTANT);
  cv::GaussianBlur(weight, weight, {}, 1.2, 0, cv::BORDER_CONSTANT);
  for (int y = 0; y < grid.height; ++y)
    for (int x = 0; x < grid.width; ++x)
      moved.at<cv::Vec2f>(y, x) /= weight.at<float>(y, x) + static_cast<float>(kStiffness) * 0.1F;
  cv::Mat bend;
  cv::resize(moved, bend, {grid.width * kBlock, grid.height * kBlock}, 0, 0, cv::INTER_LINEAR);
  bend = bend({0, 0, page.cols, page.rows});
  cv::Mat from(page.size(), CV_32FC2);
  for (int y = 0; y < page.rows; ++y) {
    const auto* by = bend.ptr<cv::Vec2f>(y);
    auto* to = from.ptr<cv::Vec2f>(y);
    for (int x = 0; x < page.cols; ++x) {
      const double u = x + static_cast<double>(by[x][0]), v = y + static_cast<double>(by[x][1]);
      to[x] = {static_cast<float>(map(0, 0) * u + map(0, 1) * v + map(0, 2)), static_cast<float>(map(1, 0) * u + map(1, 1) * v + map(1, 2))};
    }
  }
  cv::Mat result;
  cv::remap(scan, result, from, cv::noArray(), cv::INTER_LINEAR, cv::BORDER_CONSTANT, 0);
  return result;
}

// Thin toner leaves of a pale page little more than the cores of its boldest letters: it is still that page.
double likeness_of(const cv::Mat& page, const cv::Mat& there) {
  constexpr double kSurely = 0.9;
  constexpr int kCore = 200, kHard = 3;
  const double as_it_is = correlation(blurred(page, 2), there);
  if (as_it_is > kSurely) return as_it_is;
  cv::Mat thin;
  page.convertTo(thin, -1, kHard, 127 - kHard * kCore);
  return std::max(as_it_is, correlation(blurred(thin, 2), there));
}

}  // namespace

Registered lay_over(const Sheet& electronic, double electronic_degrees, const Sheet& scan, double scan_degrees) {
  const double degrees = scan_degrees - electronic_degrees;
  const Rough rough = find_rough(electronic.ink, scan.ink, degrees);
  Registered result;
  result.quarter_turns = rough.turns;
  const cv::Matx33d map = refined(electronic.ink, scan.ink, rough.map);
  result.ink = unbent(electronic.ink, scan.ink, map);
  cv::Mat page = electronic.ink, there = result.ink;
  if (scan.bilevel) {
    const cv::Mat tints = tints_of(page);
    page = page.clone();
    there = there.clone();
    page.setTo(0, tints);
    there.setTo(0, tints);
  }
  result.likeness = likeness_of(page, blurred(there, 2));
  result.degrees = degrees;
  result.scale = 1 / std::sqrt(std::abs(map(0, 0) * map(1, 1) - map(0, 1) * map(1, 0)));
  return result;
}

}  // namespace twofold::scanner
