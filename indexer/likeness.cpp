#include "indexer/likeness.h"

#include "indexer/fold.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace twofold::indexer {
namespace {

constexpr std::size_t kMostLetters = 64;  // of a needle; one machine word
constexpr std::size_t kLeastLetters = 2;

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

struct Needle {
  std::u32string_view text;
  Masks masks;
  double nearest = 0;  // 0 … 1
};

std::vector<Needle> long_enough(const std::vector<std::u32string>& needles) {
  std::vector<Needle> kept;
  for (const auto& needle : needles) {
    const auto text = std::u32string_view(needle).substr(0, kMostLetters);
    if (text.size() >= kLeastLetters) kept.push_back({text, Masks(text), 0});
  }
  return kept;
}

void compare(const std::string& text, std::vector<Needle>& needles, std::size_t& budget) {
  if (text.empty() || text.size() > budget) return;
  budget -= text.size();
  const std::u32string folded = fold(text).text;
  for (auto& needle : needles) {
    if (needle.nearest >= 1) continue;
    const double length = static_cast<double>(needle.text.size());
    const double near = 1 - static_cast<double>(least_distance(folded, needle.masks, needle.text.size())) / length;
    needle.nearest = std::max(needle.nearest, near);
  }
}

}  // namespace

std::size_t distance_within(const std::u32string& text, std::u32string_view wanted) {
  return least_distance(text, Masks(wanted), wanted.size());
}

double likeness(const Record& record, const std::vector<std::u32string>& needles, std::size_t& budget) {
  auto wanted = long_enough(needles);
  if (wanted.empty()) return 0;
  compare(record.title, wanted, budget);
  compare(record.customer_name, wanted, budget);
  for (const auto& page : record.pages) compare(page.text, wanted, budget);
  double sum = 0, weight = 0;
  for (const auto& needle : wanted) {
    const double length = static_cast<double>(needle.text.size());
    // Half of the letters are found in any text: what counts begins there.
    const double beyond = std::max(0.0, 2 * needle.nearest - 1);
    sum += length * beyond * beyond;
    weight += length;
  }
  return sum / weight;
}

}  // namespace twofold::indexer
