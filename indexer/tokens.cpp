#include "indexer/tokens.h"

#include "base/text.h"
#include "indexer/segmenter.h"

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

// One of two characters is its bigram; one beyond the longest term is none that anybody asks for.
bool is_long_word(std::u32string_view word) { return word.size() > 2 && word.size() * 4 < kMostTermBytes; }

// Whether a comma at `at` parts thousands: one to three digits stand before it and exactly three after.
bool parts_thousands(std::u32string_view text, std::size_t begin, std::size_t at) {
  const std::size_t last = text.substr(begin, at - begin).rfind(U',');
  const std::size_t digits = last == std::u32string_view::npos ? at - begin : at - begin - last - 1;
  return all_digits(text.substr(at - digits, digits)) && digits > 0 && digits <= 3 && text.size() > at + 3 &&
         all_digits(text.substr(at + 1, 3)) && (text.size() == at + 4 || !is_letter_or_digit(text[at + 4]));
}

// Letters and digits that joiners tie together, from `at` on.
std::size_t joined_end(std::u32string_view text, std::size_t at) {
  const std::size_t begin = at;
  std::size_t end = run_end(text, at, is_letter_or_digit);
  while (end < text.size() && text[end] == U',' && parts_thousands(text, begin, end)) end += 4;
  while (end + 1 < text.size() && is_joiner(text[end]) && is_letter_or_digit(text[end + 1]))
    end = run_end(text, end + 1, is_letter_or_digit);
  return end;
}

void add_joined(std::vector<Piece>& pieces, std::u32string_view joined) {
  const bool single = std::ranges::none_of(joined, is_joiner);
  const bool number = single && std::ranges::all_of(joined, [](char32_t c) { return is_digit(c) || c == U','; });
  const bool code = has_digit(joined) && !number;
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

std::vector<std::string> han_words(std::u32string_view run) {
  std::vector<std::string> words;
  for (const auto word : words_of(run))
    if (is_long_word(word)) words.push_back(term(std::string(kWordPrefix) + to_utf8(word)));
  return words;
}

std::string stem_term(std::u32string_view word) {
  if (has_digit(word)) return {};
  thread_local const Xapian::Stem stem("english");
  return term("Z" + stem(to_utf8(word)));
}

std::string compact_code(std::u32string_view code) {
  std::u32string compact;
  for (const char32_t c : code)
    if (!is_joiner(c) && c != U',') compact += c;
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

std::vector<std::string> code_pairs(std::u32string_view code) {
  std::vector<std::string> pairs;
  std::u32string_view before;
  for (std::size_t at = 0; at < code.size();) {
    const std::size_t end = run_end(code, at, is_letter_or_digit);
    const auto part = code.substr(at, end - at);
    if (!before.empty() && !part.empty()) pairs.push_back(term(std::string(kPairPrefix) + to_utf8(before) + to_utf8(part)));
    if (!part.empty()) before = part;
    at = end + 1;
  }
  return pairs;
}

std::string mixed_term(const Piece& before, const Piece& after) {
  if (before.text.data() + before.text.size() != after.text.data()) return {};
  if (before.kind == Piece::Kind::Han && after.kind != Piece::Kind::Han)
    return term(to_utf8(before.text.substr(before.text.size() - 1)) + compact_code(after.text));
  if (before.kind != Piece::Kind::Han && after.kind == Piece::Kind::Han)
    return term(compact_code(before.text) + to_utf8(after.text.substr(0, 1)));
  return {};
}

namespace {

// A run as UTF-8, where every pair and every word is a piece of the whole: nothing is built for each.
void index_han(std::u32string_view run, const std::function<void(std::string_view)>& add) {
  thread_local std::vector<std::size_t> begin;
  begin.clear();
  std::string prefixed(kWordPrefix);
  const std::string whole = to_utf8(run);
  for (std::size_t at = 0; at < whole.size(); ++at)
    if ((static_cast<unsigned char>(whole[at]) & 0xC0U) != 0x80) begin.push_back(at);
  begin.push_back(whole.size());
  const auto piece = [&](std::size_t from, std::size_t count) {
    return std::string_view(whole).substr(begin[from], begin[from + count] - begin[from]);
  };
  for (std::size_t i = 0; i + 1 < run.size(); ++i) add(piece(i, 2));
  // Every other character begins a bigram; with this one each is findable alone.
  add(piece(run.size() - 1, 1));
  std::size_t at = 0;
  for (const auto word : words_of(run)) {
    if (is_long_word(word)) {
      prefixed.resize(kWordPrefix.size());
      add(prefixed.append(piece(at, word.size())));
    }
    at += word.size();
  }
}

void index_word(std::u32string_view word, const std::function<void(std::string_view)>& add) {
  add(compact_code(word));
  // 50,000 is found by 50 too, as somebody types who has read half of it.
  if (word.find(U',') != std::u32string_view::npos)
    for (const auto& part : code_parts(word)) add(part);
  if (const auto stemmed = stem_term(word); !stemmed.empty()) add(stemmed);
}

void index_code(std::u32string_view code, const std::function<void(std::string_view)>& add) {
  add(std::string(kCodePrefix) + compact_code(code));
  for (const auto& part : code_parts(code)) add(part);
  for (const auto& pair : code_pairs(code)) add(pair);
}

}  // namespace

void index_terms(const Folded& folded, const std::function<void(std::string_view)>& add) {
  const auto pieces = pieces_of(folded);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    if (i > 0)
      if (const auto mixed = mixed_term(pieces[i - 1], piece); !mixed.empty()) add(mixed);
    switch (piece.kind) {
      case Piece::Kind::Han: index_han(piece.text, add); break;
      case Piece::Kind::Word: index_word(piece.text, add); break;
      case Piece::Kind::Code: index_code(piece.text, add); break;
    }
  }
}

}  // namespace twofold::indexer
