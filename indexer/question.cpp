#include "indexer/question.h"

#include "indexer/question_tokens.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace twofold::indexer {
namespace {

constexpr int kMostDepth = 50;  // of brackets and negations; deeper brackets are read as if they were not there

using Token = QuestionToken;

class Parser {
 public:
  Parser(std::vector<Token> tokens, std::vector<std::string>& ignored)
      : tokens_(std::move(tokens)), ignored_(ignored) {}

  Question read() {
    Question whole;
    while (!done()) {
      if (auto part = alternatives(0)) whole.parts.push_back(*std::move(part));
      if (!done()) ignore(tokens_[at_++]);  // a closing bracket that nothing opened
    }
    if (whole.parts.size() == 1 && whole.parts[0].kind == Question::Kind::And) return Question(whole.parts[0]);
    return whole;
  }

 private:
  bool done() const { return at_ >= tokens_.size(); }
  bool next_is(Token::Kind kind) const { return !done() && tokens_[at_].kind == kind; }
  void ignore(const Token& token) { ignored_.push_back(token.typed); }

  std::optional<Question> alternatives(int depth) {
    Question any{Question::Kind::Or, "", nullptr, {}};
    const Token* joint = nullptr;  // an OR that waits for its second side
    for (;; ++at_) {
      if (auto next = together(depth)) any.parts.push_back(*std::move(next));
      else if (joint != nullptr) ignore(*joint);
      if (!next_is(Token::Kind::Or)) break;
      joint = any.parts.empty() ? nullptr : &tokens_[at_];
      if (joint == nullptr) ignore(tokens_[at_]);
    }
    if (any.parts.empty()) return std::nullopt;
    if (any.parts.size() == 1) return Question(any.parts.front());
    return any;
  }

  std::optional<Question> together(int depth) {
    Question all;
    const Token* joint = nullptr;  // an AND that waits for its second side
    while (!done() && !next_is(Token::Kind::Or)) {
      if (next_is(Token::Kind::Close)) {
        if (skipped_ == 0) break;
        --skipped_;
        ++at_;
      } else if (next_is(Token::Kind::And)) {
        if (all.parts.empty() || joint != nullptr) ignore(tokens_[at_]);
        else joint = &tokens_[at_];
        ++at_;
      } else if (auto part = single(depth)) {
        all.parts.push_back(*std::move(part));
        if (std::exchange(joint, nullptr) != nullptr) all.written = true;
      }
    }
    if (joint != nullptr) ignore(*joint);
    if (all.parts.empty()) return std::nullopt;
    if (all.parts.size() == 1) return Question(all.parts.front());
    return all;
  }

  std::optional<Question> single(int depth) {
    const Token& token = tokens_[at_++];
    switch (token.kind) {
      case Token::Kind::Not: return negated(token, depth);
      case Token::Kind::Open: return bracketed(token, depth);
      case Token::Kind::Field: return field(token);
      case Token::Kind::Phrase: return Question{Question::Kind::Phrase, token.text, nullptr, {}};
      case Token::Kind::Prefix: return Question{Question::Kind::Prefix, token.text, nullptr, {}};
      default: return Question{Question::Kind::Word, token.text, nullptr, {}};
    }
  }

  static Question field(const Token& token) {
    Question any{Question::Kind::Or, "", nullptr, {}};
    for (const auto& value : token.values) any.parts.push_back({Question::Kind::Field, value, token.field, {}});
    return any.parts.size() == 1 ? Question(any.parts.front()) : any;
  }

  std::optional<Question> negated(const Token& token, int depth) {
    const bool joint = next_is(Token::Kind::And) || next_is(Token::Kind::Or);
    if (!done() && !joint && !next_is(Token::Kind::Close) && depth < kMostDepth)
      if (auto inner = single(depth + 1)) return Question{Question::Kind::Not, "", nullptr, {*std::move(inner)}};
    ignore(token);
    return std::nullopt;
  }

  std::optional<Question> bracketed(const Token& token, int depth) {
    if (next_is(Token::Kind::Close)) {
      ignored_.push_back(token.typed + tokens_[at_++].typed);
      return std::nullopt;
    }
    if (depth >= kMostDepth) {
      ++skipped_;
      ignore(token);
      return std::nullopt;
    }
    auto inner = alternatives(depth + 1);
    if (!next_is(Token::Kind::Close)) {
      ignore(token);
      return inner;
    }
    ++at_;
    if (inner && inner->kind == Question::Kind::And) inner->written = true;
    return inner;
  }

  const std::vector<Token> tokens_;
  std::vector<std::string>& ignored_;
  std::size_t at_ = 0;
  int skipped_ = 0;  // brackets that are deeper than is read, and still open
};

}  // namespace

Question read_question(std::string_view text, std::vector<std::string>& ignored) {
  auto tokens = question_tokens(text, ignored);
  return Parser(std::move(tokens), ignored).read();
}

bool is_filter(const Question& question) {
  if (question.kind == Question::Kind::Field) return true;
  return !question.parts.empty() && std::ranges::all_of(question.parts, is_filter);
}

bool is_strict(const Question& question) {
  switch (question.kind) {
    case Question::Kind::Phrase:
    case Question::Kind::Prefix: return true;
    case Question::Kind::Word:
    case Question::Kind::Field: return false;
    case Question::Kind::Or:
    case Question::Kind::Not: return !is_filter(question);
    case Question::Kind::And: break;
  }
  if (question.written && !is_filter(question)) return true;
  // Quotes within a sentence are the sentence's; alone or among fields they are the question's.
  const bool has_words = std::ranges::find(question.parts, Question::Kind::Word, &Question::kind) != question.parts.end();
  return std::ranges::any_of(question.parts, [&](const Question& part) {
    return is_strict(part) && !(has_words && part.kind == Question::Kind::Phrase);
  });
}

}  // namespace twofold::indexer
