#pragma once
// From the recogniser's words to running text: which words have a space between them.

#include "scanner/reader.h"

#include <string>
#include <utility>
#include <vector>

namespace twofold::scanner {

// Han characters, kana, and the punctuation and full-width forms set among them: nothing of it is parted by spaces.
bool is_wide(char32_t character);

// How many characters of a word are wide, and how many it has.
std::pair<double, double> wide_letters(const Word& word);

// The share of wide characters among all of the words, 0 … 1.
template <class AnyWord>
double han_share(const std::vector<AnyWord>& words) {
  double wide = 0, all = 0;
  for (const Word& word : words) {
    const auto [some, of] = wide_letters(word);
    wide += some;
    all += of;
  }
  return all > 0 ? wide / all : 0;
}

// Spaces between wide characters vanish from the recogniser's output inside one word as well.
std::string without_spaces_between_wide(const std::string& utf8);

// Punctuation that the recogniser took for its narrow twin beside a wide character becomes wide: 编号: → 编号：.
void widen_punctuation(std::vector<Word>& words);

// Whether a space belongs between two neighbours on one line: always between Latin words, never between wide
// characters, and between the two kinds only where the gap is that of a column.
bool parted(const Word& left, const Word& right);

// The words as lines of text, each ended by '\n'.
std::string page_text(const std::vector<Word>& words);

}  // namespace twofold::scanner
