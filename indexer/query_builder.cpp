#include "indexer/query_builder.h"

#include "base/clock.h"
#include "base/text.h"
#include "indexer/tokens.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace twofold::indexer {
namespace {

using Xapian::Query;

constexpr double kBigramWeight = 0.7;
constexpr Xapian::termcount kMostExpansion = 10'000'000;  // all: a total that leaves some out is wrong

Query wildcard(const std::string& beginning) {
  return {Query::OP_WILDCARD, beginning, kMostExpansion, Query::WILDCARD_LIMIT_MOST_FREQUENT, Query::OP_SYNONYM};
}

Query joined(Query::op op, const std::vector<Query>& parts) { return {op, parts.begin(), parts.end()}; }

// The first day of what a person wrote: 2024, 2024-03, 2024年3月, 2024-03-15.
std::optional<Date> first_day(std::string_view text) {
  if (const auto day = Date::try_parse(text)) return day;
  std::string month = replace_all(replace_all(std::string(text), "年", "-"), "月", "");
  for (char& c : month)
    if (c == '/' || c == '.') c = '-';
  if (month.ends_with('-')) month.pop_back();
  if (const auto day = Date::try_parse(month + "-1")) return day;
  return Date::try_parse(month + "-1-1");
}

std::optional<int> year_of(std::string_view text) {
  if (text.ends_with("年")) text.remove_suffix(std::string_view("年").size());
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (error != std::errc() || end != text.data() + text.size() || year < 1000 || year > 9999) return std::nullopt;
  return year;
}

class Builder {
 public:
  Builder(Mode mode, std::vector<std::string>& ignored) : mode_(mode), ignored_(ignored) {}

  BuiltQuery build(const Question& question) {
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
      case Question::Kind::Word: return words(question.text, Mode::Strict == mode_);
      case Question::Kind::Phrase: return phrase(question.text, certain);
      case Question::Kind::Prefix: return beginning(question.text);
      case Question::Kind::Field: break;
    }
    const Query filter = field(question);
    return filter.empty() ? filter : Query(Query::OP_FILTER, Query::MatchAll, filter);
  }

  Query all(const Question& question, bool certain) {
    std::vector<Query> positive, filters;
    for (const auto& part : question.parts) {
      if (part.kind == Question::Kind::Not) continue;
      Query query = part.kind == Question::Kind::Field ? field(part) : any(part, certain);
      if (query.empty()) continue;
      (part.kind == Question::Kind::Field ? filters : positive).push_back(std::move(query));
    }
    Query result = positive.empty() ? Query() : joined(mode_ == Mode::Strict ? Query::OP_AND : Query::OP_OR, positive);
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
    // What must not be there is neither shown nor checked.
    Builder inner(Mode::Strict, ignored_);
    const auto built = inner.build(negation.parts.front());
    return built.query.empty() ? base : Query(Query::OP_AND_NOT, base, built.query);
  }

  Query words(const std::string& text, bool strict) {
    const Folded folded = fold(text);
    std::vector<Query> parts;
    for (const auto& piece : pieces_of(folded)) {
      built_.needles.emplace_back(piece.text);
      parts.push_back(word(piece, strict));
    }
    if (parts.empty()) {
      if (!trim(text).empty()) ignored_.push_back(text);
      return {};
    }
    return joined(strict ? Query::OP_AND : Query::OP_OR, parts);
  }

  static Query word(const Piece& piece, bool strict) {
    switch (piece.kind) {
      case Piece::Kind::Han: return han(piece.text, strict);
      case Piece::Kind::Word: {
        const auto stemmed = stem_term(piece.text);
        return Query(stemmed.empty() ? compact_code(piece.text) : stemmed);
      }
      case Piece::Kind::Code: break;
    }
    const auto parts = code_parts(piece.text);
    std::vector<Query> exact;
    for (const auto& part : parts) exact.emplace_back(part);
    return {Query::OP_OR, joined(Query::OP_AND, exact), wildcard(std::string(kCodePrefix) + compact_code(piece.text))};
  }

  static Query han(std::u32string_view run, bool strict) {
    if (run.size() == 1) return wildcard(to_utf8(run));
    std::vector<Query> bigrams;
    for (const auto& bigram : han_bigrams(run)) bigrams.emplace_back(bigram);
    const Query query = joined(strict ? Query::OP_AND : Query::OP_OR, bigrams);
    return strict ? query : Query(Query::OP_SCALE_WEIGHT, query, kBigramWeight);
  }

  Query phrase(const std::string& text, bool certain) {
    const Query query = words(text, true);
    const Folded folded = fold(trim(text));
    // Two Han are one bigram and one word is one term: nothing is left to check.
    const bool single = pieces_of(folded).size() == 1 && (folded.text.size() <= 2 || !is_han(folded.text[0]));
    if (!query.empty() && certain && !single) built_.phrases.push_back(folded.text);
    if (!query.empty()) built_.needles.push_back(folded.text);
    return query;
  }

  Query beginning(const std::string& text) {
    const Folded folded = fold(text);
    auto pieces = pieces_of(folded);
    if (pieces.empty()) {
      ignored_.push_back(text + "*");
      return {};
    }
    std::vector<Query> parts;
    const Piece last = pieces.back();
    pieces.pop_back();
    for (const auto& piece : pieces) parts.push_back(word(piece, true));
    // Han words have no ends to leave open; the run itself is what is asked.
    if (last.kind == Piece::Kind::Han) parts.push_back(han(last.text, true));
    else
      parts.emplace_back(Query::OP_OR, wildcard(compact_code(last.text)), wildcard(std::string(kCodePrefix) + compact_code(last.text)));
    built_.needles.emplace_back(last.text);
    return joined(Query::OP_AND, parts);
  }

  Query field(const Question& question) {
    const auto& row = *question.field;
    Query query;
    switch (row.kind) {
      case FieldKind::Text: query = text_field(row, question.text); break;
      case FieldKind::Exact: query = Query(std::string(row.prefix) + compact_text(question.text)); break;
      case FieldKind::Code: query = code_field(row, question.text); break;
      case FieldKind::Year: query = years(row, question.text); break;
      case FieldKind::Date: query = dates(row, question.text); break;
    }
    if (query.empty()) ignored_.push_back(std::string(row.name) + ":" + question.text);
    return query;
  }

  static Query code_field(const FieldRow& row, const std::string& text) {
    const std::string compact = compact_text(text);
    return compact.empty() ? Query() : wildcard(std::string(row.prefix) + compact);
  }

  static Query text_field(const FieldRow& row, const std::string& text) {
    const Folded folded = fold(text);
    std::vector<Query> parts;
    for (const auto& piece : pieces_of(folded)) {
      const std::string prefix(row.prefix);
      if (piece.kind == Piece::Kind::Han && piece.text.size() == 1) parts.push_back(wildcard(prefix + to_utf8(piece.text)));
      else if (piece.kind == Piece::Kind::Han)
        for (const auto& bigram : han_bigrams(piece.text)) parts.emplace_back(prefix + bigram);
      else if (piece.kind == Piece::Kind::Word) parts.emplace_back(prefix + compact_code(piece.text));
      else parts.push_back(wildcard(prefix + std::string(kCodePrefix) + compact_code(piece.text)));
    }
    return parts.empty() ? Query() : joined(Query::OP_AND, parts);
  }

  static Query years(const FieldRow& row, const std::string& text) {
    const auto dots = text.find("..");
    const auto first = year_of(text.substr(0, dots));
    const auto last = dots == std::string::npos ? first : year_of(text.substr(dots + 2));
    if (!first || !last || *last < *first || *last - *first > 500) return {};
    std::vector<Query> parts;
    for (int year = *first; year <= *last; ++year) parts.emplace_back(std::string(row.prefix) + std::to_string(year));
    return joined(Query::OP_OR, parts);
  }

  static Query dates(const FieldRow& row, const std::string& text) {
    const auto day = first_day(text);
    if (!day) return {};
    if (row.field == Field::After) return {Query::OP_VALUE_GE, kDateSlot, day->compact()};
    // Without a date there is nothing to be before.
    return {Query::OP_VALUE_RANGE, kDateSlot, "0", day->plus_days(-1).compact()};
  }

  const Mode mode_;
  std::vector<std::string>& ignored_;
  BuiltQuery built_;
};

}  // namespace

BuiltQuery build_query(const Question& question, Mode mode, std::vector<std::string>& ignored) {
  return Builder(mode, ignored).build(question);
}

}  // namespace twofold::indexer
