#include "indexer/words.h"

#include "indexer/tokens.h"

#include <algorithm>

namespace twofold::indexer {
namespace {

constexpr std::size_t kMostMatches = 2000;

void find_whole(const std::u32string& text, std::u32string_view needle, std::size_t number, std::vector<Match>& matches) {
  for (std::size_t at = 0; (at = text.find(needle, at)) != std::u32string::npos && matches.size() < kMostMatches; at += needle.size())
    if (!continues_word(text, at)) matches.push_back({at, at + needle.size(), number});
}

bool is_letters(std::u32string_view text) {
  return std::ranges::all_of(text, [](char32_t c) { return is_letter_or_digit(c) && !is_digit(c); });
}

// Words of the text with the stem of the needle: contracts for contract.
void find_stem(const std::u32string& text, std::u32string_view needle, std::size_t number, std::vector<Match>& matches) {
  const std::string stem = stem_term(needle);
  const char32_t first = needle.front();
  for (std::size_t at = 0; (at = text.find(first, at)) != std::u32string::npos && matches.size() < kMostMatches; ++at) {
    if (continues_word(text, at)) continue;
    std::size_t end = at;
    while (end < text.size() && is_letter_or_digit(text[end])) ++end;
    if (stem_term(std::u32string_view(text).substr(at, end - at)) == stem) matches.push_back({at, end, number});
    at = end - 1;
  }
}

}  // namespace

bool continues_word(std::u32string_view text, std::size_t at) {
  return at > 0 && at < text.size() && is_letter_or_digit(text[at - 1]) && is_letter_or_digit(text[at]);
}

std::vector<Match> find_needles(const std::u32string& text, const std::vector<std::u32string>& needles) {
  std::vector<Match> matches;
  for (std::size_t i = 0; i < needles.size(); ++i) {
    const std::u32string_view needle = needles[i];
    if (needle.empty()) continue;
    const auto before = matches.size();
    find_whole(text, needle, i, matches);
    if (matches.size() != before) continue;
    if (is_han(needle[0]))
      for (std::size_t j = 0; j + 2 < needle.size() + (needle.size() > 2 ? 1 : 0); ++j) find_whole(text, needle.substr(j, 2), i, matches);
    else if (is_letters(needle))
      find_stem(text, needle, i, matches);
  }
  std::ranges::sort(matches, [](const Match& a, const Match& b) { return a.begin != b.begin ? a.begin < b.begin : a.end < b.end; });
  return matches;
}

}  // namespace twofold::indexer
