#pragma once
// From folded text to what is indexed and asked: Han runs, words, and codes such as 2020-00123, 3.14 or A001-KH.02.2024.

#include "indexer/fold.h"

#include <functional>

namespace twofold::indexer {

struct Piece {
  enum class Kind { Han, Word, Code };
  Kind kind;
  std::u32string_view text;  // of the folded text it was cut from
};

std::vector<Piece> pieces_of(const Folded& folded);
std::vector<Piece> pieces_of(Folded&&) = delete;  // pieces look into the folded text

// Terms of a piece, as UTF-8, each at most kMostTermBytes long.
inline constexpr std::size_t kMostTermBytes = 80;
std::vector<std::string> han_bigrams(std::u32string_view run);  // of a run of one: that character
std::string stem_term(std::u32string_view word);                // "Z" + English stem; empty where a word has digits
std::string compact_code(std::u32string_view code);             // letters and digits alone
std::string compact_text(std::string_view utf8);                // the same of any text, Han kept
std::vector<std::string> code_parts(std::u32string_view code);  // a001, kh, 02 … and letters apart from digits

// Calls add(term) for everything that makes the text findable.
void index_terms(const Folded& folded, const std::function<void(const std::string&)>& add);

}  // namespace twofold::indexer
