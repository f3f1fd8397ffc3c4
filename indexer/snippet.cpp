#include "indexer/snippet.h"

#include "indexer/fold.h"

#include <algorithm>

namespace twofold::indexer {
namespace {

constexpr std::size_t kWindow = 60;   // folded characters
constexpr std::size_t kBefore = 15;   // of them ahead of the first match
constexpr std::size_t kMostMatches = 2000;

struct Match {
  std::size_t begin, end;   // in the folded text
  std::size_t needle;
};

bool continues_word(const std::u32string& text, std::size_t at) {
  return at > 0 && at < text.size() && is_letter_or_digit(text[at - 1]) && is_letter_or_digit(text[at]);
}

void find_all(const std::u32string& text, std::u32string_view needle, std::size_t number, std::vector<Match>& matches) {
  if (needle.empty()) return;
  for (std::size_t at = 0; (at = text.find(needle, at)) != std::u32string::npos && matches.size() < kMostMatches; at += needle.size())
    if (!continues_word(text, at)) matches.push_back({at, at + needle.size(), number});
}

std::vector<Match> matches_in(const std::u32string& text, const std::vector<std::u32string>& needles) {
  std::vector<Match> matches;
  for (std::size_t i = 0; i < needles.size(); ++i) {
    const auto before = matches.size();
    find_all(text, needles[i], i, matches);
    if (matches.size() != before || needles[i].size() < 3) continue;
    // Not there whole: its bigrams for Han, its beginning for words that were found by their stem.
    if (is_han(needles[i][0]))
      for (std::size_t j = 0; j + 1 < needles[i].size(); ++j) find_all(text, std::u32string_view(needles[i]).substr(j, 2), i, matches);
    else if (needles[i].size() > 4)
      find_all(text, std::u32string_view(needles[i]).substr(0, needles[i].size() - 2), i, matches);
  }
  std::ranges::sort(matches, {}, &Match::begin);
  return matches;
}

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
Snippet cut(const PageText& page, const Folded& folded, const std::vector<Match>& matches, const Window& window) {
  const std::size_t length = folded.text.size();
  std::size_t begin = matches[window.first].begin > kBefore ? matches[window.first].begin - kBefore : 0;
  std::size_t end = std::min(length, begin + kWindow);
  while (begin > 0 && continues_word(folded.text, begin)) --begin;
  while (end < length && continues_word(folded.text, end)) ++end;
  const std::uint32_t from = folded.source[begin], to = folded.source[end];
  Snippet snippet{page.number, page.text.substr(from, to - from), {}};
  for (std::size_t i = window.first; i < matches.size() && matches[i].end <= end; ++i) {
    const int at = static_cast<int>(folded.source[matches[i].begin] - from);
    const int stop = static_cast<int>(folded.source[matches[i].end] - from);
    if (!snippet.highlights.empty() && at <= snippet.highlights.back().second)
      snippet.highlights.back().second = std::max(snippet.highlights.back().second, stop);
    else if (stop > at)
      snippet.highlights.emplace_back(at, stop);
  }
  return snippet;
}

}  // namespace

Snippet best_snippet(const std::vector<PageText>& pages, const std::vector<std::u32string>& needles) {
  Snippet best;
  std::size_t best_score = 0;
  for (const auto& page : pages) {
    const Folded folded = fold(page.text);
    const auto matches = matches_in(folded.text, needles);
    if (matches.empty()) continue;
    const Window window = densest(matches, needles);
    if (window.score <= best_score) continue;
    best_score = window.score;
    best = cut(page, folded, matches, window);
  }
  return best;
}

}  // namespace twofold::indexer
