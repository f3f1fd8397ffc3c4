#include "scanner/worker/compare/letter_contest.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace twofold::scanner {
namespace {

constexpr double kInk = 0.3;
constexpr int kWidest = 30, kHighest = 24;  // pixels a letter is followed from the place to each side
constexpr int kMayLieOff = 4;
constexpr int kLargest = 80;                // pixels across: no letter is, and looking for larger ones is slow
constexpr double kLeastSpread = 0.02;       // nothing at all is explained by everything

// The rows of `ink` from `from` to before `to`, and those beside them as far as the first that is empty.
cv::Range grown(const cv::Mat& ink, cv::Range rows, int most) {
  const cv::Range first = rows;
  const auto empty = [&](int row) { return row < 0 || row >= ink.rows || cv::countNonZero(ink.row(row)) == 0; };
  while (!empty(rows.start - 1) && first.start - rows.start < most) --rows.start;
  while (!empty(rows.end) && rows.end - first.end < most) ++rows.end;
  return rows;
}

cv::Rect letter_at(const cv::Mat& expected, const cv::Mat& seen, const cv::Rect& place) {
  constexpr int kLine = 12;
  const cv::Rect all({}, expected.size());
  const cv::Rect around = cv::Rect(place.x - kWidest - 1, place.y - kHighest, place.width + 2 * (kWidest + 1), place.height + 2 * kHighest) & all;
  const cv::Rect inside = place - around.tl();
  const cv::Mat ink = cv::max(expected(around), seen(around)) > kInk;
  const cv::Range line(std::max(0, inside.y - kLine), std::min(ink.rows, inside.y + inside.height + kLine));
  const cv::Range columns = grown(ink.rowRange(line).t(), {inside.x, inside.x + inside.width}, kWidest);
  const cv::Range rows = grown(ink.colRange(columns), {inside.y, inside.y + inside.height}, kHighest);
  return cv::Rect(around.x + columns.start - 1, around.y + rows.start - 1, columns.size() + 2, rows.size() + 2) & all;
}

double best_of(const cv::Mat& scores) {
  double best = 0;
  cv::minMaxLoc(scores, nullptr, &best);
  return best;
}

}  // namespace

LetterContest contest_letter(const cv::Mat& expected, const cv::Mat& seen, const cv::Rect& place) {
  const cv::Rect letter = letter_at(expected, seen, place);
  cv::Scalar mean, deviation;
  cv::meanStdDev(seen(letter), mean, deviation);
  if (std::max(letter.width, letter.height) > kLargest || deviation[0] < kLeastSpread) return {};
  cv::Mat scores;
  cv::matchTemplate(expected, seen(letter), scores, cv::TM_CCOEFF_NORMED);
  const cv::Rect all({}, scores.size());
  LetterContest contest;
  contest.own = best_of(scores(cv::Rect(letter.x - kMayLieOff, letter.y - kMayLieOff, 2 * kMayLieOff + 1, 2 * kMayLieOff + 1) & all));
  scores(cv::Rect(letter.x - letter.width / 2, letter.y - letter.height / 2, letter.width, letter.height) & all).setTo(-1);
  contest.other = best_of(scores);
  return contest;
}

}  // namespace twofold::scanner
