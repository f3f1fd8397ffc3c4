#pragma once
// The one analyser for indexing and asking. Folding makes equal what a person means by the same letters: widths,
// case, accents, traditional and simplified, plain and formal numerals, radicals and compatibility forms, either
// middle dot. What folds to what is a table made at build time (indexer/folding/).

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace twofold::indexer {

struct Folded {
  std::u32string text;
  std::vector<std::uint32_t> source;  // for each character, and one past the end: the byte of the original it comes from; ascending
};

// White space between Han vanishes, any other becomes one space; invisible characters vanish. A word that a hyphen
// parts at a line end is joined; a number or code loses the line end but keeps the hyphen. A broken byte counts as a
// space. Folding twice changes nothing more.
Folded fold(std::string_view utf8);

constexpr bool is_han(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3041 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x4DBF) ||
         (c >= 0x20000 && c <= 0x323AF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2E80 && c <= 0x2FDF) || c == 0x3005 || c == 0x3007;
}
constexpr bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_letter_or_digit(char32_t c);  // after folding, and not Han

}  // namespace twofold::indexer
