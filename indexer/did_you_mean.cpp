#include "indexer/did_you_mean.h"

#include "base/text.h"
#include "indexer/likeness.h"
#include "indexer/names.h"
#include "indexer/pinyin.h"
#include "indexer/these_documents.h"
#include "indexer/tokens.h"

#include <algorithm>
#include <map>

namespace twofold::indexer {
namespace {

constexpr std::size_t kMost = 3;
constexpr std::size_t kLeastHan = 2, kMostHan = 12, kLeastLetters = 4;
constexpr std::size_t kMostTerms = 200'000, kMostClients = 200;

void collect_words(const Question& question, std::vector<std::string>& words) {
  if (question.kind == Question::Kind::Word || question.kind == Question::Kind::Phrase) words.push_back(question.text);
  if (question.kind == Question::Kind::Not) return;
  for (const auto& part : question.parts) collect_words(part, words);
}

std::vector<std::string> same_sound(const View& view, std::u32string_view run) {
  std::vector<std::string> names;
  std::size_t looked_at = 0;
  for (const auto& pinyin : pinyins_of(to_utf8(run)))
    each_client(view.database, pinyin.full, [&](std::uint32_t ordinal) {
      const auto name = to_code_points(client_by_ordinal(view.database, ordinal).name);
      // The name may go on: what sounds the same is its beginning.
      if (name.size() >= run.size()) names.push_back(to_utf8(std::u32string_view(name).substr(0, run.size())));
      return ++looked_at < kMostClients;
    });
  return names;
}

std::vector<std::string> same_letters(const View& view, std::u32string_view word) {
  const std::size_t allowed = word.size() < 6 ? 1 : 2;
  std::multimap<std::pair<std::size_t, Xapian::doccount>, std::string> near;
  std::size_t looked_at = 0;
  const std::string first = to_utf8(word.substr(0, 1));
  for (auto term = view.database.allterms_begin(first); term != view.database.allterms_end(first); ++term) {
    if (++looked_at > kMostTerms) break;
    const auto letters = to_code_points(*term);
    if (letters.size() + allowed < word.size() || letters.size() > word.size() + allowed) continue;
    const std::size_t distance = distance_within(letters, word) + (letters.size() > word.size() ? letters.size() - word.size() : 0);
    // The nearest first, then the most frequent.
    if (distance > 0 && distance <= allowed) near.emplace(std::pair{distance, ~Xapian::doccount{0} - term.get_termfreq()}, *term);
    if (near.size() > kMost) near.erase(std::prev(near.end()));
  }
  std::vector<std::string> words;
  for (const auto& [rank, text] : near) words.push_back(text);
  return words;
}

std::vector<std::string> alternatives(const View& view, const Piece& piece) {
  if (piece.kind == Piece::Kind::Han && piece.text.size() >= kLeastHan && piece.text.size() <= kMostHan) return same_sound(view, piece.text);
  if (piece.kind == Piece::Kind::Word && piece.text.size() >= kLeastLetters && !is_digit(piece.text[0])) return same_letters(view, piece.text);
  return {};
}

bool finds_something(const View& view, const std::string& text) {
  std::vector<std::string> ignored;
  const Decide undecided{[](const Xapian::Query& candidates, const std::u32string&) { return candidates; },
                         [&](const DayRange& days) { return documents_of_days(view.columns, days); }};
  return match(view, build_query(read_question(text, ignored), Mode::All, undecided, ignored), Order::Relevance, 0, 0, nullptr).total > 0;
}

}  // namespace

std::vector<std::string> did_you_mean(const View& view, const std::string& text, const Question& question) {
  std::vector<std::string> words, meant;
  collect_words(question, words);
  for (const auto& word : words) {
    const Folded folded = fold(word);
    for (const auto& piece : pieces_of(folded)) {
      const auto begin = static_cast<std::size_t>(piece.text.data() - folded.text.data());
      const std::size_t from = folded.source[begin], to = folded.source[begin + piece.text.size()];
      for (const auto& other : alternatives(view, piece)) {
        const std::string candidate = replace_all(text, word, word.substr(0, from) + other + word.substr(to));
        if (candidate == text || std::ranges::find(meant, candidate) != meant.end() || !finds_something(view, candidate)) continue;
        meant.push_back(candidate);
        if (meant.size() == kMost) return meant;
      }
    }
  }
  return meant;
}

}  // namespace twofold::indexer
