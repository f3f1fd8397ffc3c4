#include "indexer/snippet.h"

#include "base/text.h"
#include "indexer/words.h"

#include <algorithm>
#include <span>

namespace twofold::indexer {
namespace {

constexpr std::size_t kWindow = 60;   // folded characters
constexpr std::size_t kBefore = 15;   // of them ahead of the first match
struct Window {
  std::size_t first = 0;  // index of its first match
  std::size_t score = 0;
};

// The stretch with the most different needles, then the most matches.
Window densest(const std::vector<Match>& matches, const std::vector<std::u32string>& needles) {
  Window best;
  std::vector<std::size_t> inside(needles.size(), 0);
  std::size_t last = 0, different = 0, characters = 0;
  for (std::size_t first = 0; first < matches.size(); ++first) {
    while (last < matches.size() && matches[last].end <= matches[first].begin + kWindow) {
      different += inside[matches[last].needle]++ == 0 ? 1 : 0;
      characters += matches[last].end - matches[last].begin;
      ++last;
    }
    if (const std::size_t score = different * 1000 + characters; score > best.score) best = {first, score};
    if (last <= first) {
      last = first + 1;
      continue;
    }
    different -= --inside[matches[first].needle] == 0 ? 1 : 0;
    characters -= matches[first].end - matches[first].begin;
  }
  return best;
}

// Cuts the window out of the original, whole words at both ends.
std::vector<std::pair<int, int>> ranges_of(const Folded& folded, std::span<const Match> matches, std::uint32_t from) {
  std::vector<std::pair<int, int>> ranges;
  for (const Match& match : matches) {
    const int at = static_cast<int>(folded.source[match.begin] - from);
    const int stop = static_cast<int>(folded.source[match.end] - from);
    if (!ranges.empty() && at <= ranges.back().second) ranges.back().second = std::max(ranges.back().second, stop);
    else if (stop > at) ranges.emplace_back(at, stop);
  }
  return ranges;
}

Snippet cut(const PageText& page, const Folded& folded, const std::vector<Match>& matches, const Window& window) {
  const std::size_t length = folded.text.size();
  std::size_t begin = matches[window.first].begin > kBefore ? matches[window.first].begin - kBefore : 0;
  std::size_t end = std::min(length, begin + kWindow);
  while (begin > 0 && continues_word(folded.text, begin)) --begin;
  while (end < length && continues_word(folded.text, end)) ++end;
  const std::uint32_t from = folded.source[begin], to = folded.source[end];
  Snippet snippet{page.number, page.text.substr(from, to - from), {}};
  const auto last = std::ranges::find_if(matches.begin() + static_cast<std::ptrdiff_t>(window.first), matches.end(),
                                         [&](const Match& match) { return match.end > end; });
  snippet.highlights = ranges_of(folded, {matches.begin() + static_cast<std::ptrdiff_t>(window.first), last}, from);
  return snippet;
}

}  // namespace

Snippet best_snippet(const std::vector<PageText>& pages, const std::vector<std::u32string>& needles) {
  Snippet best;
  std::size_t best_score = 0;
  for (const auto& page : pages) {
    const Folded folded = fold(page.text);
    const auto matches = find_needles(folded.text, needles);
    if (matches.empty()) continue;
    const Window window = densest(matches, needles);
    if (window.score <= best_score) continue;
    best_score = window.score;
    best = cut(page, folded, matches, window);
  }
  return best;
}

std::vector<std::pair<int, int>> highlights_in(const std::string& text, const std::vector<std::u32string>& needles) {
  const Folded folded = fold(text);
  const auto matches = find_needles(folded.text, needles);
  return ranges_of(folded, matches, 0);
}

}  // namespace twofold::indexer
