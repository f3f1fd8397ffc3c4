#include "scanner/worker/page/runs.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <vector>

namespace twofold::scanner {
namespace {

constexpr double kMillimetresPerInch = 25.4;

// Ends of the runs of one row; the first run is light and may be empty, then dark and light take turns.
void ends_of_runs(const uchar* row, int width, std::vector<int>& ends) {
  ends.clear();
  uchar current = 0;
  for (int x = 0; x < width; ++x) {
    if (row[x] == current) continue;
    ends.push_back(x);
    current = row[x];
  }
  ends.push_back(width);
}

int start_of(const std::vector<int>& ends, std::size_t run) { return run == 0 ? 0 : ends[run - 1]; }
int length_of(const std::vector<int>& ends, std::size_t run) { return ends[run] - start_of(ends, run); }

double module_of(const std::array<int, 5>& runs) { return std::accumulate(runs.begin(), runs.end(), 0) / 7.0; }

// 1:1:3:1:1 within half a module.
bool is_corner(const std::array<int, 5>& runs, double least_module) {
  const double module = module_of(runs);
  if (module < least_module) return false;
  constexpr std::array<double, 5> wanted{1, 1, 3, 1, 1};
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (std::abs(runs.at(i) - wanted.at(i) * module) > module * (wanted.at(i) > 1 ? 0.9 : 0.55)) return false;
  }
  return true;
}

// The five runs of the column through (x, y), y within the middle one.
bool is_corner_down(const cv::Mat& dark, int x, int y, double least_module, int& centre) {
  std::array<int, 5> runs{};
  const auto at = [&](int row) { return dark.at<uchar>(row, x) != 0; };
  int up = y, down = y;
  while (up >= 0 && at(up)) --up, ++runs[2];
  while (down + 1 < dark.rows && at(down + 1)) ++down, ++runs[2];
  centre = (up + down) / 2;
  ++down;
  while (up >= 0 && !at(up)) --up, ++runs[1];
  while (up >= 0 && at(up)) --up, ++runs[0];
  while (down < dark.rows && !at(down)) ++down, ++runs[3];
  while (down < dark.rows && at(down)) ++down, ++runs[4];
  return is_corner(runs, least_module);
}

// A dark square within a light ring within a dark one, as far as a sheet may lie askew; letters such as 国 have gaps and strokes there.
bool is_ringed(const cv::Mat& dark, const CornerMark& mark) {
  constexpr double kMostWrong = 3;
  struct Spot {
    double x, y;  // modules
    bool dark;
  };
  constexpr std::array<Spot, 20> kSpots{{{1, 1, true},      {1, -1, true},     {-1, 1, true},      {-1, -1, true},   {2, 0, false},
                                         {-2, 0, false},    {0, 2, false},     {0, -2, false},     {2, 2, false},    {2, -2, false},
                                         {-2, 2, false},    {-2, -2, false},   {3, 1.5, true},     {3, -1.5, true},  {-3, 1.5, true},
                                         {-3, -1.5, true},  {1.5, 3, true},    {-1.5, 3, true},    {1.5, -3, true},  {-1.5, -3, true}}};
  int wrong = 0;
  for (const Spot& spot : kSpots) {
    const cv::Point at(cvRound(mark.centre.x + spot.x * mark.module), cvRound(mark.centre.y + spot.y * mark.module));
    const bool is_dark = cv::Rect({}, dark.size()).contains(at) && dark.at<uchar>(at) != 0;
    wrong += is_dark == spot.dark ? 0 : 1;
  }
  return wrong <= kMostWrong;
}

// Narrow-wide-narrow-wide within seven runs, from whichever end; the bars' share of the whole is .1 or .25.
bool is_patch_t(const std::vector<int>& ends, std::size_t first, double per_millimetre) {
  const double whole = ends[first + 6] - start_of(ends, first);
  if (whole < 18 * per_millimetre || whole > 25 * per_millimetre) return false;
  const auto fits = [&](std::size_t run, double share) {
    return std::abs(length_of(ends, first + run) / whole - share) < (share > 0.2 ? 0.055 : 0.04);
  };
  const auto matches = [&](std::array<double, 4> bars) {
    for (std::size_t i = 0; i < bars.size(); ++i) {
      if (!fits(2 * i, bars.at(i)) || (i < 3 && !fits(2 * i + 1, 0.1))) return false;
    }
    return true;
  };
  return matches({0.1, 0.25, 0.1, 0.25}) || matches({0.25, 0.1, 0.25, 0.1});
}

// Where a pattern was last seen, and how often one row after the other.
struct Track {
  double centre = 0;
  int row = 0, seen = 0;
};

bool has_patch_across(const cv::Mat& dark, double dpi) {
  constexpr int kStep = 3, kMostMissed = 3;
  constexpr double kSteepest = 0.4, kLeastLength = 15;
  const double per_millimetre = dpi / kMillimetresPerInch;
  std::vector<Track> tracks;
  std::vector<int> ends;
  for (int y = 0; y < dark.rows; y += kStep) {
    ends_of_runs(dark.ptr<uchar>(y), dark.cols, ends);
    for (std::size_t run = 1; run + 7 < ends.size(); run += 2) {
      const bool quiet = length_of(ends, run - 1) >= 2 * per_millimetre && length_of(ends, run + 7) >= 2 * per_millimetre;
      if (!quiet || !is_patch_t(ends, run, per_millimetre)) continue;
      const double centre = (start_of(ends, run) + ends[run + 6]) / 2.0;
      auto track = std::ranges::find_if(tracks, [&](const Track& one) {
        return y - one.row <= kMostMissed * kStep && std::abs(one.centre - centre) <= 2 + kSteepest * (y - one.row);
      });
      if (track == tracks.end()) track = tracks.insert(tracks.end(), Track{});
      *track = {centre, y, track->seen + 1};
      if (track->seen * kStep >= kLeastLength * per_millimetre) return true;
    }
  }
  return false;
}

}  // namespace

cv::Mat dark_parts(const cv::Mat& grey, double dpi) {
  constexpr double kSurroundings = 30, kDarker = 9;   // millimetres, of 255
  const int side = 2 * cvRound(kSurroundings * dpi / kMillimetresPerInch / 2) + 1;
  cv::Mat dark;
  cv::adaptiveThreshold(grey, dark, 255, cv::ADAPTIVE_THRESH_MEAN_C, cv::THRESH_BINARY_INV, side, kDarker);
  return dark;
}

std::vector<CornerMark> find_corner_marks(const cv::Mat& dark, double module) {
  constexpr int kStep = 2;
  std::vector<CornerMark> found;
  std::vector<int> ends;
  for (int y = 0; y < dark.rows; y += kStep) {
    ends_of_runs(dark.ptr<uchar>(y), dark.cols, ends);
    for (std::size_t run = 1; run + 5 <= ends.size(); run += 2) {
      std::array<int, 5> runs{};
      for (std::size_t i = 0; i < runs.size(); ++i) runs.at(i) = length_of(ends, run + i);
      if (!is_corner(runs, module)) continue;
      const int x = (start_of(ends, run + 2) + ends[run + 2]) / 2;
      int centre = y;
      if (!is_corner_down(dark, x, y, module, centre)) continue;
      CornerMark here{{x, centre}, module_of(runs)};
      here.ringed = is_ringed(dark, here);
      const auto again = [&](const CornerMark& one) { return cv::norm(one.centre - here.centre) < 5 * here.module; };
      if (std::ranges::none_of(found, again)) found.push_back(here);
    }
  }
  return found;
}

bool two_of_one_code(const std::vector<CornerMark>& marks) {
  constexpr double kMostUnlike = 1.3;                    // modules of one code, turned and blurred
  constexpr double kNearest = 12, kFarthest = 80;        // modules: a side of the smallest code, across one of 60
  for (std::size_t i = 0; i < marks.size(); ++i) {
    for (std::size_t other = 0; other < i; ++other) {
      if (!marks[i].ringed || !marks[other].ringed) continue;
      const auto [small, large] = std::minmax(marks[i].module, marks[other].module);
      const double apart = cv::norm(marks[i].centre - marks[other].centre) / ((small + large) / 2);
      if (large <= kMostUnlike * small && apart >= kNearest && apart <= kFarthest) return true;
    }
  }
  return false;
}

bool has_patch_t(const cv::Mat& dark, double dpi) {
  cv::Mat turned;
  cv::transpose(dark, turned);
  return has_patch_across(dark, dpi) || has_patch_across(turned, dpi);
}

}  // namespace twofold::scanner
