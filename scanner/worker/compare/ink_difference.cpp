#include "scanner/worker/compare/ink_difference.h"

#include "scanner/worker/compare/expectation.h"
#include "scanner/worker/compare/letter_contest.h"
#include "scanner/worker/compare/usual.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace twofold::scanner {
namespace {

constexpr double kMillimetre = kCompareDpi / 25.4;
constexpr int kEdge = static_cast<int>(5 * kMillimetre);      // printers and scanners do not reach it
constexpr int kTogether = static_cast<int>(1.5 * kMillimetre) | 1;
constexpr std::array kWindows{7, 25};     // a stroke, and a letter: breaks of strokes are strong in the one, changes in both
constexpr int kNeighbourhood = 41;      // is shifted together
constexpr double kPaperUnrest = 0.012;  // edges that even empty paper is granted
constexpr double kLeastUsual = 3e-4;    // no scan is trusted more
constexpr double kMostShift = 3, kShiftStep = 0.5;
constexpr double kTintMayBe = 0.35;     // so much lighter or darker than expected
constexpr double kMostlyGrey = 0.3;     // of a place: a photograph, which a person has to look at
constexpr int kMostSpeck = 8;           // pixels across, softened: dust of some 0.5 mm
constexpr int kMostRelaid = 200'000;    // pixels of one place that is laid again
constexpr std::size_t kMostPlaces = 150;

cv::Mat softened(const cv::Mat& map) {
  cv::Mat soft;
  cv::GaussianBlur(map, soft, {}, 1.0);
  return soft;
}

// How much would change if the page lay a pixel off: the square of it at each place.
cv::Mat steepness_of(const cv::Mat& expected) {
  const cv::Mat soft = softened(expected);
  cv::Mat across, down;
  cv::Sobel(soft, across, CV_32F, 1, 0, 3, 1 / 8.0);
  cv::Sobel(soft, down, CV_32F, 0, 1, 3, 1 / 8.0);
  return across.mul(across) + down.mul(down);
}

cv::Mat mean_around(const cv::Mat& map, int window) {
  cv::Mat mean;
  cv::boxFilter(map, mean, CV_32F, {window, window});
  return mean;
}

// The median difference where something is printed, as a share of the edges.
double unrest_of(const cv::Mat& energy, const cv::Mat& edges) {
  constexpr int kStep = 5;
  constexpr float kPrinted = 0.003F;
  std::vector<float> shares;
  for (int y = 0; y < energy.rows; y += kStep) {
    for (int x = 0; x < energy.cols; x += kStep) {
      const float edge = edges.at<float>(y, x);
      if (edge > kPrinted) shares.push_back(energy.at<float>(y, x) / (edge + static_cast<float>(kPaperUnrest)));
    }
  }
  if (shares.empty()) return 0;
  const auto middle = shares.begin() + static_cast<std::ptrdiff_t>(shares.size() / 2);
  std::ranges::nth_element(shares, middle);
  return static_cast<double>(*middle);
}

class Places {
 public:
  Places(const Sheet& electronic, const cv::Mat& laid, bool bilevel, const std::vector<cv::Rect>& left_out)
      : limits_(Thresholds::of(bilevel)), tints_(tints_of(electronic.ink)),
        page_(expect(electronic.ink, laid, bilevel ? tints_ : cv::Mat::zeros(laid.size(), CV_8U))), counts_(laid.size(), CV_8U, cv::Scalar(0)) {
    const cv::Rect all({}, laid.size());
    counts_(cv::Rect(kEdge, kEdge, laid.cols - 2 * kEdge, laid.rows - 2 * kEdge) & all).setTo(255);
    for (const auto& box : left_out) counts_(box & all).setTo(0);
    if (bilevel) counts_.setTo(0, tints_);
    const cv::Mat off = difference(page_.seen, all), usual = usual_of(page_.expected, off, counts_);
    for (std::size_t i = 0; i < usual_.size(); ++i) usual_.at(i) = mean_around(usual, kWindows.at(i)) + kLeastUsual;
    unrest_ = unrest_of(mean_around(off.mul(off), kWindows[0]), mean_around(steepness_of(page_.expected), kWindows[0]));
    strength_ = strength(off, all);
  }

  double unrest() const { return unrest_; }

  std::vector<InkDifference> find() const {
    cv::Mat near, labels, stats, centroids;
    cv::dilate(strength_ > limits_.doubtful, near, cv::Mat::ones(kTogether, kTogether, CV_8U));
    const int count = cv::connectedComponentsWithStats(near, labels, stats, centroids, 8, CV_32S);
    std::vector<InkDifference> found;
    for (int i = 1; i < count && found.size() < kMostPlaces; ++i) {
      const cv::Rect box(stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP), stats.at<int>(i, cv::CC_STAT_WIDTH),
                         stats.at<int>(i, cv::CC_STAT_HEIGHT));
      if (const auto place = judge(box); place.strength > limits_.doubtful) found.push_back(place);
    }
    std::ranges::sort(found, std::ranges::greater(), &InkDifference::strength);
    return found;
  }

 private:
  // Of `seen`, the scan within `box`, however it was shifted there.
  cv::Mat difference(const cv::Mat& seen, const cv::Rect& box) const {
    cv::Mat off = softened(seen - page_.expected(box));
    off.setTo(0, counts_(box) == 0);
    const cv::Mat clear = cv::max(off - kTintMayBe, 0) + cv::min(off + kTintMayBe, 0);
    clear.copyTo(off, tints_(box));
    return off;
  }

  // Of the difference `off` within `box`: how many times the usual, as a stroke and as a letter.
  cv::Mat strength(const cv::Mat& off, const cv::Rect& box) const {
    const cv::Mat energy = off.mul(off);
    cv::Mat product(box.size(), CV_32F, cv::Scalar(1)), both;
    for (std::size_t i = 0; i < usual_.size(); ++i) product = product.mul(mean_around(energy, kWindows.at(i)) / usual_.at(i)(box));
    cv::sqrt(product, both);
    return both;
  }

  // A rule may lie a pixel off where nothing beside it tells: each neighbourhood is shifted to where it fits best.
  cv::Mat relaid(const cv::Rect& box) const {
    cv::Mat best(box.size(), CV_32F, cv::Scalar(1e9)), off(box.size(), CV_32F, cv::Scalar(0)), moved;
    for (double dy = -kMostShift; dy <= kMostShift; dy += kShiftStep) {
      for (double dx = -kMostShift; dx <= kMostShift; dx += kShiftStep) {
        const cv::Matx23d shift(1, 0, dx, 0, 1, dy);
        cv::warpAffine(page_.seen(box), moved, shift, box.size(), cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
        const cv::Mat one = difference(moved, box), around = mean_around(one.mul(one), kNeighbourhood);
        const cv::Mat better = around < best;
        around.copyTo(best, better);
        one.copyTo(off, better);
      }
    }
    return off;
  }

  InkDifference judge(const cv::Rect& place) const {
    const int margin = kNeighbourhood / 2;
    const cv::Rect box = cv::Rect(place.x - margin, place.y - margin, place.width + 2 * margin, place.height + 2 * margin) &
                         cv::Rect({}, strength_.size());
    const cv::Mat off = box.area() > kMostRelaid ? difference(page_.seen(box), box) : relaid(box);
    InkDifference result;
    const cv::Mat strong = strength(off, box);
    const cv::Rect inner(place.x - box.x, place.y - box.y, place.width, place.height);
    cv::minMaxLoc(strong(inner), nullptr, &result.strength);
    // Dust on empty paper is round where it lies; beside a rule only once the rule has been laid right.
    if (is_speck(off(inner)) || is_speck(difference(page_.seen(place), place))) result.strength = 0;
    const double grey = cv::countNonZero(tints_(place)) / static_cast<double>(place.area());
    if (result.strength > limits_.doubtful && grey < kMostlyGrey) result.sure = result.strength > limits_.sure || is_another_letter(place);
    const cv::Mat high = strong(inner) > limits_.doubtful;
    const cv::Rect tight = cv::boundingRect(high);
    result.box = {place.x + tight.x, place.y + tight.y, tight.width, tight.height};
    const double added = cv::sum(cv::max(off(inner), 0))[0], missing = -cv::sum(cv::min(off(inner), 0))[0];
    result.change = added < missing / 5 ? Change::Missing : missing < added / 5 ? Change::Added : Change::Exchanged;
    return result;
  }

  // Not the one that should stand there, broken: another one of the page explains what stands there far better.
  bool is_another_letter(const cv::Rect& place) const {
    constexpr double kLike = 0.85, kFarBetter = 0.2;
    const LetterContest contest = contest_letter(page_.expected, page_.seen, place);
    return contest.other > kLike && contest.other > contest.own + kFarBetter;
  }

  // One small round spot more, and everything else as it should be.
  static bool is_speck(const cv::Mat& off) {
    constexpr double kVisible = 0.12, kNearlyAll = 0.8;
    double all = 0, heaviest = 0;
    cv::Rect spot;
    for (const bool added : {true, false}) {
      cv::Mat labels, stats, centroids;
      const cv::Mat visible = added ? off > kVisible : off < -kVisible;
      const int count = cv::connectedComponentsWithStats(visible, labels, stats, centroids, 8, CV_32S);
      for (int i = 1; i < count; ++i) {
        cv::Mat piece;
        off.copyTo(piece, labels == i);
        const double weight = piece.dot(piece);
        all += weight;
        if (weight <= heaviest) continue;
        heaviest = weight;
        spot = added ? cv::Rect(0, 0, stats.at<int>(i, cv::CC_STAT_WIDTH), stats.at<int>(i, cv::CC_STAT_HEIGHT)) : cv::Rect();
      }
    }
    return spot.area() > 0 && std::max(spot.width, spot.height) <= kMostSpeck && heaviest > kNearlyAll * all;
  }

  Thresholds limits_;
  cv::Mat tints_;
  Expectation page_;
  cv::Mat counts_, strength_;
  std::array<cv::Mat, kWindows.size()> usual_;
  double unrest_ = 0;
};

}  // namespace

InkComparison compare_ink(const Sheet& electronic, const cv::Mat& laid, bool bilevel, const std::vector<cv::Rect>& left_out) {
  const Places places(electronic, laid, bilevel, left_out);
  return {places.find(), places.unrest()};
}

}  // namespace twofold::scanner
