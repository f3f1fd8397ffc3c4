#include "scanner/worker/page/upright.h"

#include "scanner/worker/page/clean.h"
#include "scanner/worker/page/page_text.h"

#include <algorithm>
#include <array>

namespace twofold::scanner {
namespace {

constexpr double kReadsWell = 70;            // mean confidence from which a page is surely upright
constexpr double kTrustedOrientation = 7;
constexpr double kClearlyBetter = 12;        // confidence by which the best side must lead the second
constexpr int kOrientationCrop = 1100;       // pixels of the reading picture
constexpr double kHardlyHan = 0.03;

// How well a side reads: confidence, weighted down where there are hardly any words.
double score_of(const Recognised& sample) {
  constexpr double kEnough = 6;
  double letters = 0;
  for (const Word& word : sample.words) letters += static_cast<double>(word.text.size()) / 2;
  return sample.quarter_turns == 0 ? sample.confidence * std::min(1.0, letters / kEnough) : 0;
}

constexpr int kSampleWidth = 900, kSampleHeight = 192;  // pixels of the reading picture

// A few lines from the densest place tell the script, and whether the page reads at all this way up.
Recognised sample_of(const StraightPage& page, Recogniser& recogniser) {
  const cv::Rect part = densest_part(page.letters, page.reading.size(), kSampleWidth, kSampleHeight);
  return recogniser.read_block(page.reading(part), page.reading_dpi, Script::Han);
}

// The best that reads in the densest places: the very densest may be a photograph.
Recognised best_sample_of(const StraightPage& page, Recogniser& recogniser) {
  constexpr int kPlaces = 3;
  std::vector<cv::Rect> letters = page.letters;
  Recognised best;
  for (int i = 0; i < kPlaces && !letters.empty(); ++i) {
    const cv::Rect part = densest_part(letters, page.reading.size(), kSampleWidth, kSampleHeight);
    Recognised sample = recogniser.read_block(page.reading(part), page.reading_dpi, Script::Han);
    if (score_of(sample) >= score_of(best)) best = std::move(sample);
    std::erase_if(letters, [&](const cv::Rect& letter) { return (letter & part).area() > 0; });
  }
  return best;
}

bool reads_well(const Recognised& sample) { return sample.confidence >= kReadsWell && sample.quarter_turns == 0; }

// Digits and codes belong to both scripts; words in small letters do not.
bool is_latin(const Recognised& sample) {
  constexpr int kEnough = 25;
  long small = 0;
  for (const Word& word : sample.words) small += std::ranges::count_if(word.text, [](char c) { return c >= 'a' && c <= 'z'; });
  return small >= kEnough && han_share(sample.words) < kHardlyHan;
}

// All four sides are read, and the one that reads clearly best wins.
Upright compare_sides(StraightPage& page, Recogniser& recogniser) {
  std::array<double, 4> scores{};
  std::array<bool, 4> latin{};
  for (std::size_t turns = 0; turns < 4; ++turns) {
    StraightPage other = page;
    turn_clockwise(other, static_cast<int>(turns));
    const Recognised sample = best_sample_of(other, recogniser);
    scores.at(turns) = score_of(sample);
    latin.at(turns) = is_latin(sample);
  }
  const auto best = static_cast<std::size_t>(std::ranges::max_element(scores) - scores.begin());
  double second = 0;
  for (std::size_t i = 0; i < 4; ++i) second = i == best ? second : std::max(second, scores.at(i));
  if (scores.at(best) < second + kClearlyBetter) return {0, true, latin[0]};
  turn_clockwise(page, static_cast<int>(best));
  return {static_cast<int>(best), false, latin.at(best)};
}

}  // namespace

Upright turn_upright(StraightPage& page, Recogniser& recogniser) {
  const Recognised sample = sample_of(page, recogniser);
  if (reads_well(sample)) return {0, false, is_latin(sample)};
  const cv::Rect part = densest_part(page.letters, page.reading.size(), kOrientationCrop, kOrientationCrop);
  const Orientation found = recogniser.find_orientation(page.reading(part), page.reading_dpi);
  if (found.confidence < kTrustedOrientation) return compare_sides(page, recogniser);
  if (found.quarter_turns == 0) return {0, false, is_latin(sample)};
  turn_clockwise(page, found.quarter_turns);
  return {found.quarter_turns, false, is_latin(sample_of(page, recogniser))};
}

}  // namespace twofold::scanner
