#pragma once
// Where the words of a question stand in a text. For the indexer's sources alone.

#include "indexer/fold.h"

#include <string>
#include <vector>

namespace twofold::indexer {

// Whether the characters on both sides of `at` belong to one word of letters and digits.
bool continues_word(std::u32string_view text, std::size_t at);

struct Match {
  std::size_t begin = 0, end = 0;  // in the folded text
  std::size_t needle = 0;          // which of the needles
};

// In the order of the text. A needle that does not stand there whole is looked for by its Han pairs, or as a word of
// the same stem.
std::vector<Match> find_needles(const std::u32string& text, const std::vector<std::u32string>& needles);

}  // namespace twofold::indexer
