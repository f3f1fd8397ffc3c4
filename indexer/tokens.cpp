#include "indexer/tokens.h"

#include "base/text.h"
#include "indexer/fields.h"

#include <algorithm>
#include <xapian.h>

namespace twofold::indexer {
namespace {

bool is_joiner(char32_t c) { return c == U'-' || c == U'.' || c == U'/' || c == U'_'; }

std::string term(std::string text) {
  if (text.size() > kMostTermBytes) {
    text.resize(kMostTermBytes);
    while (!text.empty() && !is_utf8(text)) text.pop_back();
  }
  return text;
}

bool has_digit(std::u32string_view text) { return std::ranges::any_of(text, is_digit); }
bool all_digits(std::u32string_view text) { return std::ranges::all_of(text, is_digit); }

std::size_t run_end(std::u32string_view text, std::size_t at, bool (*belongs)(char32_t)) {
  while (at < text.size() && belongs(text[at])) ++at;
  return at;
}

// Letters and digits that joiners tie together, from `at` on.
std::size_t joined_end(std::u32string_view text, std::size_t at) {
  std::size_t end = run_end(text, at, is_letter_or_digit);
  while (end + 1 < text.size() && is_joiner(text[end]) && is_letter_or_digit(text[end + 1]))
    end = run_end(text, end + 1, is_letter_or_digit);
  return end;
}

void add_joined(std::vector<Piece>& pieces, std::u32string_view joined) {
  const bool single = std::ranges::none_of(joined, is_joiner);
  const bool code = has_digit(joined) && !(single && all_digits(joined));
  if (code || single) {
    pieces.push_back({code ? Piece::Kind::Code : Piece::Kind::Word, joined});
    return;
  }
  // Words that only a hyphen or a full stop ties together stay words.
  for (std::size_t at = 0; at < joined.size();) {
    const std::size_t end = run_end(joined, at, is_letter_or_digit);
    pieces.push_back({Piece::Kind::Word, joined.substr(at, end - at)});
    at = end + 1;
  }
}

}  // namespace

std::vector<Piece> pieces_of(const Folded& folded) {
  std::vector<Piece> pieces;
  const std::u32string_view text = folded.text;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    if (is_han(text[at])) {
      end = run_end(text, at, is_han);
      pieces.push_back({Piece::Kind::Han, text.substr(at, end - at)});
    } else if (is_letter_or_digit(text[at])) {
      end = joined_end(text, at);
      add_joined(pieces, text.substr(at, end - at));
    }
    at = end;
  }
  return pieces;
}

std::vector<std::string> han_bigrams(std::u32string_view run) {
  std::vector<std::string> bigrams;
  if (run.size() == 1) bigrams.push_back(to_utf8(run));
  for (std::size_t i = 0; i + 1 < run.size(); ++i) bigrams.push_back(to_utf8(run.substr(i, 2)));
  return bigrams;
}

std::string stem_term(std::u32string_view word) {
  if (has_digit(word)) return {};
  thread_local const Xapian::Stem stem("english");
  return term("Z" + stem(to_utf8(word)));
}

std::string compact_code(std::u32string_view code) {
  std::u32string compact;
  for (const char32_t c : code)
    if (!is_joiner(c)) compact += c;
  return term(to_utf8(compact));
}

std::string compact_text(std::string_view utf8) {
  const Folded folded = fold(utf8);
  std::string compact;
  for (const auto& piece : pieces_of(folded)) compact += compact_code(piece.text);
  return term(std::move(compact));
}

std::vector<std::string> code_parts(std::u32string_view code) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < code.size();) {
    const std::size_t end = run_end(code, at, is_letter_or_digit);
    const auto part = code.substr(at, end - at);
    if (!part.empty()) parts.push_back(term(to_utf8(part)));
    if (has_digit(part) && !all_digits(part)) {
      for (std::size_t i = 0; i < part.size();) {
        const bool digits = is_digit(part[i]);
        std::size_t stop = i;
        while (stop < part.size() && is_digit(part[stop]) == digits) ++stop;
        parts.push_back(term(to_utf8(part.substr(i, stop - i))));
        i = stop;
      }
    }
    at = end + 1;
  }
  return parts;
}

void index_terms(const Folded& folded, const std::function<void(const std::string&)>& add) {
  for (const auto& piece : pieces_of(folded)) {
    switch (piece.kind) {
      case Piece::Kind::Han:
        for (const auto& bigram : han_bigrams(piece.text)) add(bigram);
        // Every other character begins a bigram; with this one each is findable alone.
        if (piece.text.size() > 1) add(to_utf8(piece.text.substr(piece.text.size() - 1)));
        break;
      case Piece::Kind::Word:
        add(term(to_utf8(piece.text)));
        if (const auto stemmed = stem_term(piece.text); !stemmed.empty()) add(stemmed);
        break;
      case Piece::Kind::Code:
        add(std::string(kCodePrefix) + compact_code(piece.text));
        for (const auto& part : code_parts(piece.text)) add(part);
        break;
    }
  }
}

}  // namespace twofold::indexer
