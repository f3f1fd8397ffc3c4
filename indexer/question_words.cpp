#include "indexer/question_words.h"

#include <algorithm>
#include <array>

namespace twofold::indexer {
namespace {

// Folded; a longer one before those it contains.
constexpr std::array<std::u32string_view, 46> kHan = {
    U"什么时候", U"为什么",   U"是什么",   U"有什么", U"叫什么", U"什么样", U"什么", U"多长时间", U"多少钱", U"是多少", U"有多少", U"为多少",
    U"多少",     U"有哪些",   U"是哪些",   U"哪些",   U"是哪个", U"哪一个", U"哪一", U"哪个",     U"哪份",   U"哪家",   U"哪位",   U"哪年",
    U"在哪里",   U"哪里",     U"哪几",     U"怎么样", U"怎么办", U"怎么",   U"怎样", U"如何",     U"是谁",   U"由谁",   U"是否",   U"有没有",
    U"能否",     U"可否",     U"请问",     U"请告诉我", U"我想知道", U"我要找", U"几时", U"何时", U"吗",   U"呢"};
constexpr std::array<std::u32string_view, 40> kLatin = {
    U"a",  U"an", U"and", U"are", U"at",  U"be",   U"by",  U"can",  U"did", U"do",   U"does",  U"for",  U"from", U"has",
    U"have", U"how", U"i", U"in", U"is", U"it", U"many", U"me", U"much", U"of", U"on", U"or", U"please", U"that",
    U"the", U"there", U"to", U"was", U"were", U"what", U"when", U"where", U"which", U"who", U"why", U"with"};

// Cuts a run of Han at its question words.
void add_telling(std::vector<Piece>& pieces, std::u32string_view run) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= run.size();) {
    const auto found = std::ranges::find_if(kHan, [&](std::u32string_view word) { return run.substr(at).starts_with(word); });
    if (at != run.size() && found == kHan.end()) {
      ++at;
      continue;
    }
    if (at > begin) pieces.push_back({Piece::Kind::Han, run.substr(begin, at - begin)});
    begin = at + (at == run.size() ? 1 : found->size());
    at = begin;
  }
}

}  // namespace

std::vector<Piece> telling_pieces(const Folded& question) {
  auto pieces = pieces_of(question);
  std::vector<Piece> telling;
  for (const auto& piece : pieces) {
    if (piece.kind == Piece::Kind::Han) add_telling(telling, piece.text);
    else if (std::ranges::find(kLatin, piece.text) == kLatin.end()) telling.push_back(piece);
  }
  return telling.empty() ? pieces : telling;
}

}  // namespace twofold::indexer
