#include "indexer/query_builder.h"

#include "base/text.h"
#include "indexer/document_terms.h"
#include "indexer/question_words.h"
#include "indexer/tokens.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <optional>

namespace twofold::indexer {
namespace {

using Xapian::Query;

// A bigram says less than a word, and a word of the dictionary repeats bigrams. Measured on questions with known
// answers.
constexpr double kBigramWeight = 0.7, kWordWeight = 0.6, kWholeRunWeight = 0.5;
constexpr std::size_t kLeastWholeRun = 3, kMostWholeRun = 12;
// A beginning that more words share stands for the most frequent of them: the cost of a query has a limit.
constexpr Xapian::termcount kMostExpansion = 10'000;
constexpr std::size_t kLeastNumberBeginning = 3;
constexpr unsigned kRarestParts = 2;
constexpr std::size_t kLongestText = 400;  // folded characters of one part of a question; what is beyond is left out
constexpr int kFirstYear = 1900, kLastYear = 2200;

Query joined(Query::op op, const std::vector<Query>& parts) { return {op, parts.begin(), parts.end()}; }
Query scaled(const Query& query, double weight) { return {Query::OP_SCALE_WEIGHT, query, weight}; }

Query beginning_with(const std::string& beginning) {
  return {Query::OP_WILDCARD, beginning, kMostExpansion, Query::WILDCARD_LIMIT_MOST_FREQUENT, Query::OP_SYNONYM};
}
// For numbers, whose ends are many and rare: looking at every one to find the most frequent would cost more than it
// tells.
Query number_beginning_with(const std::string& beginning) {
  return {Query::OP_WILDCARD, beginning, kMostExpansion, Query::WILDCARD_LIMIT_FIRST, Query::OP_SYNONYM};
}

std::vector<Query> terms(const std::vector<std::string>& texts) {
  std::vector<Query> queries;
  for (const auto& text : texts) queries.emplace_back(text);
  return queries;
}

class Builder {
 public:
  Builder(Mode mode, const Decide& decide, std::vector<std::string>& ignored) : mode_(mode), decide_(decide), ignored_(ignored) {}

  BuiltQuery build(const Question& question) {
    built_.mode = mode_;
    built_.query = any(question, true);
    return std::move(built_);
  }

 private:
  // `certain`: whatever stands here must match, so that phrases may be checked word for word afterwards.
  Query any(const Question& question, bool certain) {
    switch (question.kind) {
      case Question::Kind::And: return all(question, certain);
      case Question::Kind::Or: return either(question);
      case Question::Kind::Not: return without(Query::MatchAll, question);
      case Question::Kind::Word: return words(question.text);
      case Question::Kind::Phrase: return mode_ == Mode::All ? phrase(question.text, certain) : words(question.text);
      case Question::Kind::Prefix: return beginning(question.text);
      case Question::Kind::Field: break;
    }
    const Query filter = field(question);
    return filter.empty() ? filter : Query(Query::OP_FILTER, Query::MatchAll, filter);
  }

  // Words one after another as one text: a blank among Han may only be the recogniser's.
  static std::vector<Question> side_by_side(const std::vector<Question>& parts) {
    std::vector<Question> joined_parts;
    for (const auto& part : parts) {
      if (part.kind == Question::Kind::Word && !joined_parts.empty() && joined_parts.back().kind == Question::Kind::Word)
        joined_parts.back().text += " " + part.text;
      else
        joined_parts.push_back(part);
    }
    return joined_parts;
  }

  Query all(const Question& question, bool certain) {
    std::vector<Query> positive, filters;
    for (const auto& part : mode_ == Mode::All ? question.parts : side_by_side(question.parts)) {
      if (part.kind == Question::Kind::Not) continue;
      Query query = part.kind == Question::Kind::Field ? field(part) : any(part, certain);
      if (query.empty()) continue;
      (is_filter(part) ? filters : positive).push_back(std::move(query));
    }
    Query result = positive.empty() ? Query() : joined(mode_ == Mode::All ? Query::OP_AND : Query::OP_OR, positive);
    if (!filters.empty())
      result = Query(Query::OP_FILTER, result.empty() ? Query::MatchAll : result, joined(Query::OP_AND, filters));
    for (const auto& part : question.parts)
      if (part.kind == Question::Kind::Not) result = without(result.empty() ? Query::MatchAll : result, part);
    return result;
  }

  Query either(const Question& question) {
    std::vector<Query> parts;
    for (const auto& part : question.parts)
      if (Query query = any(part, false); !query.empty()) parts.push_back(std::move(query));
    return parts.empty() ? Query() : joined(Query::OP_OR, parts);
  }

  Query without(const Query& base, const Question& negation) {
    // What must not be there is not shown.
    Builder inner(Mode::All, decide_, ignored_);
    const Query unwanted = inner.any(negation.parts.front(), false);
    return unwanted.empty() ? base : Query(Query::OP_AND_NOT, base, unwanted);
  }

  Folded folded(const std::string& text) {
    Folded whole = fold(text);
    if (whole.text.size() <= kLongestText) return whole;
    ignored_.push_back(text.substr(whole.source[kLongestText]));
    return fold(std::string_view(text).substr(0, whole.source[kLongestText]));
  }

  Query words(const std::string& text) {
    const Folded known = folded(text);
    const auto every = pieces_of(known);
    const auto pieces = mode_ == Mode::All ? every : telling_pieces(known);
    built_.asks = built_.asks || han_of(pieces) != han_of(every);
    std::vector<Query> parts, helpful;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      add_needles(pieces[i].text);
      parts.push_back(word(pieces[i]));
      if (i == 0) continue;
      if (const auto mixed = mixed_term(pieces[i - 1], pieces[i]); !mixed.empty()) helpful.emplace_back(mixed);
    }
    if (parts.empty()) {
      if (!trim(text).empty()) ignored_.push_back(text);
      return {};
    }
    add_to_whole(pieces);
    const bool more = std::ranges::any_of(pieces, [](const Piece& piece) { return piece.kind == Piece::Kind::Han && piece.text.size() > 2; });
    built_.may_loosen = more || built_.needles.size() > 1;
    const Query query = joined(mode_ == Mode::All ? Query::OP_AND : Query::OP_OR, parts);
    return helpful.empty() ? query : Query(Query::OP_AND_MAYBE, query, joined(Query::OP_OR, helpful));
  }

  static std::size_t han_of(const std::vector<Piece>& pieces) {
    std::size_t count = 0;
    for (const auto& piece : pieces) count += piece.kind == Piece::Kind::Han ? piece.text.size() : 0;
    return count;
  }

  // 甲公司的信用额度: the customer stands in all his files, so that what is asked of him counts by itself.
  void add_needles(std::u32string_view text) {
    for (auto at = text.find(U'的'); mode_ == Mode::Some && at != std::u32string_view::npos; at = text.find(U'的')) {
      if (at > 0) built_.needles.emplace_back(text.substr(0, at));
      text.remove_prefix(at + 1);
    }
    if (!text.empty()) built_.needles.emplace_back(text);
  }

  void add_to_whole(const std::vector<Piece>& pieces) {
    const char32_t* const begin = pieces.front().text.data();
    const char32_t* const end = pieces.back().text.data() + pieces.back().text.size();
    const bool apart = !built_.whole.empty() && !(is_han(built_.whole.back()) && is_han(*begin));
    if (apart) built_.whole += U' ';
    built_.whole.append(begin, end);
  }

  Query word(const Piece& piece) const {
    switch (piece.kind) {
      case Piece::Kind::Han: return mode_ == Mode::All ? every_bigram(piece.text) : some_bigrams(piece.text);
      case Piece::Kind::Word:
        // Of an amount the thousands may be right where the hundreds were misread.
        return mode_ == Mode::Some && piece.text.find(U',') != std::u32string_view::npos
                   ? Query(Query::OP_OR, latin(piece.text), joined(Query::OP_OR, terms(code_parts(piece.text))))
                   : latin(piece.text);
      case Piece::Kind::Code: break;
    }
    const Query whole = code(piece.text, std::string(kCodePrefix));
    return mode_ == Mode::All ? whole : Query(Query::OP_OR, whole, some_parts(piece.text));
  }

  // A number cut out of a longer one, or misread in part: its rarest parts, and the longest by its beginning. The
  // others stand everywhere.
  static Query some_parts(std::u32string_view text) {
    const auto parts = code_parts(text);
    const auto rarest = terms(parts);
    const Query query(Query::OP_ELITE_SET, rarest.begin(), rarest.end(), kRarestParts);
    const auto longest = std::ranges::max_element(parts.rbegin(), parts.rend(), {}, &std::string::size);
    return longest->size() < kLeastNumberBeginning ? query : Query(Query::OP_OR, query, number_beginning_with(*longest));
  }

  static Query latin(std::u32string_view text) {
    const std::string word = compact_code(text);
    if (std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; })) {
      // A number may be written here without the joiners that it has in the text.
      return word.size() < 4 ? Query(word) : Query(Query::OP_OR, Query(word), number_beginning_with(std::string(kCodePrefix) + word));
    }
    std::vector<Query> writings{Query(word)};
    if (const auto stemmed = stem_term(text); !stemmed.empty()) writings.emplace_back(stemmed);
    if (word.size() > 1) writings.emplace_back(std::string(kPinyinPrefix) + word);
    return joined(Query::OP_OR, writings);
  }

  static Query every_bigram(std::u32string_view run) {
    if (run.size() == 1) return beginning_with(to_utf8(run));
    const Query query = scaled(joined(Query::OP_AND, terms(han_bigrams(run))), kBigramWeight);
    const auto words = terms(han_words(run));
    return words.empty() ? query : Query(Query::OP_AND_MAYBE, query, scaled(joined(Query::OP_OR, words), kWordWeight));
  }

  // Without what stands everywhere, such as 有限 and 公司: to look at each of those documents is what takes long. All, where nothing
  // else is left.
  std::vector<std::string> telling(std::vector<std::string> parts) const {
    const auto rest = std::ranges::partition(parts, [&](const std::string& term) { return !decide_.stands_everywhere(term); });
    if (rest.size() < parts.size()) parts.erase(rest.begin(), rest.end());
    return parts;
  }

  Query some_bigrams(std::u32string_view run) const {
    if (run.size() == 1) return beginning_with(to_utf8(run));
    const auto bigrams = terms(han_bigrams(run));
    std::vector<Query> parts{scaled(joined(Query::OP_OR, terms(telling(han_bigrams(run)))), kBigramWeight)};
    if (const auto words = terms(telling(han_words(run))); !words.empty())
      parts.push_back(scaled(joined(Query::OP_OR, words), kWordWeight));
    const Query query = joined(Query::OP_OR, parts);
    if (run.size() < kLeastWholeRun || run.size() > kMostWholeRun) return query;
    return {Query::OP_AND_MAYBE, query, scaled(joined(Query::OP_AND, bigrams), kWholeRunWeight)};
  }

  // A code as it stands, by its beginning, or by neighbouring parts of it; the last part may be unfinished.
  static Query code(std::u32string_view text, const std::string& prefix) {
    std::vector<Query> ways{number_beginning_with(prefix + compact_code(text))};
    auto pairs = code_pairs(text);
    if (pairs.empty()) {
      ways.push_back(joined(Query::OP_AND, terms(code_parts(text))));
    } else {
      std::vector<Query> parts{number_beginning_with(pairs.back())};
      pairs.pop_back();
      for (const auto& pair : pairs) parts.emplace_back(pair);
      ways.push_back(joined(Query::OP_AND, parts));
    }
    return joined(Query::OP_OR, ways);
  }

  static Query word_as_it_stands(const Piece& piece) {
    if (piece.kind == Piece::Kind::Han && piece.text.size() == 1) return beginning_with(to_utf8(piece.text));
    if (piece.kind == Piece::Kind::Han) return scaled(joined(Query::OP_AND, terms(han_bigrams(piece.text))), kBigramWeight);
    if (piece.kind == Piece::Kind::Word) return Query(compact_code(piece.text));
    return code(piece.text, std::string(kCodePrefix));
  }

  Query phrase(const std::string& text, bool certain) {
    const Folded known = folded(std::string(trim(text)));
    const auto pieces = pieces_of(known);
    if (pieces.empty()) {
      ignored_.push_back("\"" + text + "\"");
      return {};
    }
    std::vector<Query> parts;
    for (const auto& piece : pieces) parts.push_back(word_as_it_stands(piece));
    Query query = joined(Query::OP_AND, parts);
    built_.needles.push_back(known.text);
    // Two Han are one bigram and one word is one term: nothing is left to check.
    if (pieces.size() == 1 && (pieces[0].kind == Piece::Kind::Word || pieces[0].text.size() <= 2)) return query;
    if (certain) built_.phrases.push_back(known.text);
    else query = Query(Query::OP_FILTER, query, decide_.phrase(query, known.text));
    return query;
  }

  Query beginning(const std::string& text) {
    const Folded known = folded(text);
    auto pieces = pieces_of(known);
    if (pieces.empty()) {
      ignored_.push_back(text + "*");
      return {};
    }
    const Piece last = pieces.back();
    built_.needles.emplace_back(last.text);
    pieces.pop_back();
    std::vector<Query> parts;
    for (const auto& piece : pieces) parts.push_back(word_as_it_stands(piece));
    // Han words have no ends to leave open; the run itself is what is asked.
    if (last.kind == Piece::Kind::Han) parts.push_back(every_bigram(last.text));
    else if (last.kind == Piece::Kind::Code) parts.push_back(code(last.text, std::string(kCodePrefix)));
    else
      parts.emplace_back(Query::OP_OR, beginning_with(compact_code(last.text)),
                         number_beginning_with(std::string(kCodePrefix) + compact_code(last.text)));
    return joined(Query::OP_AND, parts);
  }

  Query field(const Question& question) {
    const auto& row = *question.field;
    Query query;
    switch (row.kind) {
      case FieldKind::Text: query = text_field(row, question.text); break;
      case FieldKind::Exact: query = exact_field(row, question.text); break;
      case FieldKind::Code: query = code_field(row, question.text); break;
      case FieldKind::Year: query = years(row, question.text); break;
      case FieldKind::Date: query = dates(row, question.text); break;
    }
    if (query.empty()) ignored_.push_back(std::string(row.name) + ":" + question.text);
    return query;
  }

  static Query exact_field(const FieldRow& row, const std::string& text) {
    const std::string compact = compact_text(text);
    return compact.empty() ? Query() : Query(std::string(row.prefix) + compact);
  }

  static Query code_field(const FieldRow& row, const std::string& text) {
    const std::string compact = compact_text(text), prefix(row.prefix);
    if (compact.empty()) return {};
    if (row.field != Field::Number) return number_beginning_with(prefix + compact);
    // Most beginnings end with a part or within one: few terms stand for however many numbers.
    const Query whole_parts = number_beginning_with(prefix + std::string(kBeginningPrefix) + compact);
    const Query numbered = number_beginning_with(prefix + compact);
    const Folded folded = fold(text);
    const auto pairs = code_pairs(folded.text);
    // A piece out of the middle of a number.
    return pairs.empty() ? Query(Query::OP_OR, whole_parts, numbered)
                         : joined(Query::OP_OR, {whole_parts, numbered, code(folded.text, prefix)});
  }

  Query text_field(const FieldRow& row, const std::string& text) {
    const Folded known = folded(text);
    const std::string prefix(row.prefix);
    std::vector<Query> parts;
    for (const auto& piece : pieces_of(known)) {
      if (piece.kind == Piece::Kind::Code) parts.push_back(number_beginning_with(prefix + std::string(kCodePrefix) + compact_code(piece.text)));
      else if (piece.kind == Piece::Kind::Word) parts.emplace_back(prefix + compact_code(piece.text));
      else if (piece.text.size() == 1) parts.push_back(beginning_with(prefix + to_utf8(piece.text)));
      else
        for (const auto& bigram : han_bigrams(piece.text)) parts.emplace_back(prefix + bigram);
    }
    return parts.empty() ? Query() : joined(Query::OP_AND, parts);
  }

  static Query years(const FieldRow& row, const std::string& text) {
    const auto range = read_days(text);
    if (!range) return {};
    const int first = range->first ? range->first->year() : kFirstYear, last = range->last ? range->last->year() : kLastYear;
    std::vector<Query> parts;
    for (int year = std::max(first, kFirstYear); year <= std::min(last, kLastYear); ++year)
      parts.emplace_back(std::string(row.prefix) + std::to_string(year));
    return parts.empty() ? Query() : joined(Query::OP_OR, parts);
  }

  Query dates(const FieldRow& row, const std::string& text) const {
    auto range = read_days(text);
    if (!range) return {};
    if (row.field == Field::After) range->last.reset();
    if (row.field == Field::Before) range = DayRange{std::nullopt, range->first ? std::optional(range->first->plus_days(-1)) : range->last};
    return decide_.days(*range);
  }

  const Mode mode_;
  const Decide& decide_;
  std::vector<std::string>& ignored_;
  BuiltQuery built_;
};

}  // namespace

BuiltQuery build_query(const Question& question, Mode mode, const Decide& decide, std::vector<std::string>& ignored) {
  return Builder(mode, decide, ignored).build(question);
}

}  // namespace twofold::indexer
