#pragma once
// The one analyser for indexing and asking. Folding makes equal what a person means by the same letters: widths, case, accents,
// traditional and simplified, Kangxi radicals and compatibility forms, either middle dot; white space between Han vanishes.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace twofold::indexer {

struct Folded {
  std::u32string text;
  std::vector<std::uint32_t> source;  // for each character, and one past the end: the byte of the original it comes from
};

Folded fold(std::string_view utf8);

bool is_han(char32_t c);
bool is_letter_or_digit(char32_t c);  // after folding, and not Han
bool is_digit(char32_t c);

}  // namespace twofold::indexer
