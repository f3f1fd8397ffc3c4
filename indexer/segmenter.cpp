#include "indexer/segmenter.h"

#include "base/text.h"
#include "indexer/dictionary/dictionary.h"

#include <array>
#include <limits>

namespace twofold::indexer {
namespace {

constexpr std::size_t kMostWordsAtOnePlace = 32;
constexpr std::size_t kLongestPart = 2000;  // characters cut at a time; a run without any punctuation has an end

void cut(std::u32string_view run, std::vector<std::u32string_view>& words) {
  const Dictionary& dictionary = Dictionary::shared();
  const std::string utf8 = to_utf8(run);
  std::vector<std::uint32_t> begin(run.size() + 1);  // of each character, in bytes
  std::uint32_t at = 0;
  for (std::size_t i = 0; i < run.size(); ++i) {
    begin[i] = at;
    at += run[i] < 0x800 ? 2 : run[i] < 0x10000 ? 3 : 4;
  }
  begin[run.size()] = at;
  std::vector<std::int64_t> cost(run.size() + 1, 0);
  std::vector<std::uint32_t> length(run.size(), 1);
  std::array<Dictionary::Found, kMostWordsAtOnePlace> found;
  for (std::size_t i = run.size(); i-- > 0;) {
    cost[i] = Dictionary::kUnknown + cost[i + 1];
    const std::size_t count = dictionary.beginning_at(std::string_view(utf8).substr(begin[i]), found);
    for (std::size_t k = 0, end = i + 1; k < count; ++k) {
      while (begin[end] < begin[i] + found[k].bytes) ++end;
      const std::int64_t whole = found[k].cost + cost[end];
      if (whole > cost[i]) continue;
      cost[i] = whole;
      length[i] = static_cast<std::uint32_t>(end - i);
    }
  }
  for (std::size_t i = 0; i < run.size(); i += length[i]) words.push_back(run.substr(i, length[i]));
}

}  // namespace

std::vector<std::u32string_view> words_of(std::u32string_view run) {
  std::vector<std::u32string_view> words;
  for (std::size_t at = 0; at < run.size(); at += kLongestPart) cut(run.substr(at, kLongestPart), words);
  return words;
}

}  // namespace twofold::indexer
