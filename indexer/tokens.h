#pragma once
// From folded text to what is indexed and asked: Han runs, words, and codes such as 2020-00123, 3.14 or
// A001-KH.02.2024.

#include "indexer/fold.h"

#include <functional>

namespace twofold::indexer {

struct Piece {
  enum class Kind { Han, Word, Code };
  Kind kind;
  std::u32string_view text;  // of the folded text it was cut from
};

// 50,000 is a word of digits alone: 50000.
std::vector<Piece> pieces_of(const Folded& folded);
std::vector<Piece> pieces_of(Folded&&) = delete;  // pieces look into the folded text

// Prefixes of terms beside those of the field table (indexer/fields.h); words and Han bigrams have none.
inline constexpr std::string_view kWordPrefix = "W";     // a dictionary word of three or more Han: one of two is its bigram
inline constexpr std::string_view kCodePrefix = "XC";    // a code without its joiners
inline constexpr std::string_view kPairPrefix = "XB";    // two neighbouring parts of a code: what a part of a number is found by
inline constexpr std::string_view kPinyinPrefix = "XP";  // of the customer's name, in full and by initials

// Terms of a piece, as UTF-8, each at most kMostTermBytes long.
inline constexpr std::size_t kMostTermBytes = 80;
std::vector<std::string> han_bigrams(std::u32string_view run);  // of a run of one: that character
std::vector<std::string> han_words(std::u32string_view run);    // with their prefix
std::string stem_term(std::u32string_view word);                // "Z" + English stem; empty where a word has digits
std::string compact_code(std::u32string_view code);             // letters and digits alone
std::string compact_text(std::string_view utf8);                // the same of any text, Han kept
std::vector<std::string> code_parts(std::u32string_view code);  // a001, kh, 02 … and letters apart from digits
std::vector<std::string> code_pairs(std::u32string_view code);  // a001kh, kh02 …; none of a code without joiners
// Digits together with the Han beside them: 2020年, 第3. Empty where they do not touch or are no such pair.
std::string mixed_term(const Piece& before, const Piece& after);

// Calls add(term) for everything that makes the text findable, once for each time it stands there.
void index_terms(const Folded& folded, const std::function<void(std::string_view)>& add);

}  // namespace twofold::indexer
