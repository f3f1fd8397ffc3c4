#include "indexer/likeness.h"

#include "indexer/fold.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace twofold::indexer {
namespace {

constexpr std::size_t kMostLetters = 64;  // of a needle; one machine word
constexpr std::size_t kShortestNeedle = 2;
constexpr double kWordsWeight = 0.5, kWholeWeight = 3, kAskedWeight = 0.75, kTitleCounts = 0.3;

// Which positions of the needle have a letter: a bit mask for each.
class Masks {
 public:
  explicit Masks(std::u32string_view wanted) {
    for (std::size_t i = 0; i < wanted.size(); ++i) masks_[wanted[i]] |= std::uint64_t{1} << i;
    for (const auto& [letter, mask] : masks_) seen_[letter % seen_.size()] = true;
  }
  std::uint64_t operator[](char32_t letter) const {
    // Most letters of a text are not in the needle: one look tells.
    if (!seen_[letter % seen_.size()]) return 0;
    const auto found = masks_.find(letter);
    return found == masks_.end() ? 0 : found->second;
  }

 private:
  std::unordered_map<char32_t, std::uint64_t> masks_;
  std::array<bool, 1024> seen_{};
};

// Myers' bit-parallel approximate matching: one step for each letter of the text.
std::size_t least_distance(const std::u32string& text, const Masks& masks, std::size_t length) {
  const std::uint64_t last = std::uint64_t{1} << (length - 1);
  std::uint64_t positive = ~std::uint64_t{0}, negative = 0;
  std::size_t score = length, best = length;
  for (const char32_t letter : text) {
    const std::uint64_t equal = masks[letter];
    const std::uint64_t vertical = equal | negative;
    const std::uint64_t diagonal = (((equal & positive) + positive) ^ positive) | equal;
    std::uint64_t up = negative | ~(diagonal | positive);
    std::uint64_t down = positive & diagonal;
    if ((up & last) != 0) ++score;
    if ((down & last) != 0) --score;
    best = std::min(best, score);
    up <<= 1U;
    down <<= 1U;
    positive = down | ~(vertical | up);
    negative = up & vertical;
  }
  return best;
}

}  // namespace

struct Wanted::Needle {
  std::size_t length;
  Masks masks;
  bool whole;
};

Wanted::Wanted(const std::vector<std::u32string>& words, const std::u32string& whole, bool asks)
    : whole_weight_(asks ? kAskedWeight : kWholeWeight) {
  auto needles = std::make_shared<std::vector<Needle>>();
  const auto add = [&](std::u32string_view text, bool is_whole) {
    text = text.substr(0, kMostLetters);
    if (text.size() >= kShortestNeedle) needles->push_back({text.size(), Masks(text), is_whole});
  };
  for (const auto& word : words) add(word, false);
  add(whole, true);
  needles_ = std::move(needles);
}

double Wanted::nearness(const std::vector<std::size_t>& least) const {
  double words = 0, letters = 0, whole = 0;
  for (std::size_t i = 0; i < least.size(); ++i) {
    const double length = static_cast<double>((*needles_)[i].length);
    // Half of the letters of a word are found in any text, and a third of those of a question in any file of the
    // customer: what counts begins there.
    const double wrong = static_cast<double>(least[i]) / length;
    const double near = std::max(0.0, 1 - ((*needles_)[i].whole ? 3 : 2) * wrong);
    if ((*needles_)[i].whole) whole = near * near;
    else words += length * near * near, letters += length;
  }
  return (letters > 0 ? kWordsWeight * words / letters : 0) + whole_weight_ * whole;
}

double Wanted::likeness(const Record& record, std::size_t& budget) const {
  std::vector<std::size_t> least;
  for (const Needle& needle : *needles_) least.push_back(needle.length);
  const auto compare = [&](const std::string& text) {
    if (text.empty() || text.size() > budget) return;
    budget -= text.size();
    const std::u32string folded = fold(text).text;
    for (std::size_t i = 0; i < least.size(); ++i)
      if (least[i] > 0) least[i] = std::min(least[i], least_distance(folded, (*needles_)[i].masks, (*needles_)[i].length));
  };
  compare(record.title);
  compare(record.customer_name);
  const double in_title = nearness(least);
  for (const auto& page : record.pages) compare(page.text);
  return nearness(least) + kTitleCounts * in_title;
}

std::size_t distance_within(const std::u32string& text, std::u32string_view wanted) {
  return least_distance(text, Masks(wanted), wanted.size());
}

}  // namespace twofold::indexer
