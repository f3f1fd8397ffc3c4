#include "indexer/question.h"

#include "base/text.h"

#include <optional>

namespace twofold::indexer {
namespace {

constexpr int kMostDepth = 50;  // of brackets; deeper ones are read as if they were not there

// One writing for quotes, brackets, colons and blanks, whichever keyboard they came from.
std::string normalised(std::string_view text) {
  std::string out = scrub_utf8(text);
  constexpr std::pair<std::string_view, std::string_view> kSame[] = {
      {"“", "\""}, {"”", "\""}, {"「", "\""}, {"」", "\""}, {"『", "\""}, {"』", "\""}, {"＂", "\""},
      {"（", "("}, {"）", ")"}, {"：", ":"},  {"　", " "},  {"－", "-"},  {"＊", "*"}};
  for (const auto& [from, to] : kSame) out = replace_all(out, from, to);
  for (char& c : out)
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  return out;
}

struct Token {
  enum class Kind { Word, Phrase, Open, Close, And, Or, Not };
  Kind kind;
  std::string text;
  std::string field;  // "customer" of customer:…
};

class Lexer {
 public:
  explicit Lexer(std::string text) : text_(std::move(text)) {}

  std::vector<Token> tokens() {
    while (at_ < text_.size()) read_one();
    return std::move(tokens_);
  }

 private:
  void read_one() {
    const char c = text_[at_];
    if (c == ' ') ++at_;
    else if (c == '(' || c == ')') tokens_.push_back({c == '(' ? Token::Kind::Open : Token::Kind::Close, text_.substr(at_++, 1), ""});
    else if (c == '"') tokens_.push_back({Token::Kind::Phrase, quoted(), ""});
    else if (c == '-' && at_ + 1 < text_.size() && text_[at_ + 1] != ' ' && (at_ == 0 || text_[at_ - 1] == ' ' || text_[at_ - 1] == '('))
      tokens_.push_back({Token::Kind::Not, text_.substr(at_++, 1), ""});
    else read_word();
  }

  std::string quoted() {
    const auto end = text_.find('"', ++at_);
    const std::string inner = text_.substr(at_, end == std::string::npos ? end : end - at_);
    at_ = end == std::string::npos ? text_.size() : end + 1;
    return inner;
  }

  void read_word() {
    const auto end = text_.find_first_of(" ()\"", at_);
    std::string word = text_.substr(at_, end == std::string::npos ? end : end - at_);
    at_ = end == std::string::npos ? text_.size() : end;
    if (word == "AND") return tokens_.push_back({Token::Kind::And, word, ""});
    if (word == "OR") return tokens_.push_back({Token::Kind::Or, word, ""});
    if (word == "NOT") return tokens_.push_back({Token::Kind::Not, word, ""});
    const auto colon = word.find(':');
    if (colon != std::string::npos && find_field(word.substr(0, colon))) {
      Token token{Token::Kind::Word, word.substr(colon + 1), word.substr(0, colon)};
      if (token.text.empty() && at_ < text_.size() && text_[at_] == '"') token.text = quoted();
      return tokens_.push_back(std::move(token));
    }
    tokens_.push_back({Token::Kind::Word, std::move(word), ""});
  }

  std::string text_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
};

class Parser {
 public:
  Parser(std::vector<Token> tokens, std::vector<std::string>& ignored) : tokens_(std::move(tokens)), ignored_(ignored) {}

  Question read() {
    Question whole{Question::Kind::And, "", nullptr, {}};
    while (at_ < tokens_.size()) {
      if (auto part = alternatives(0)) whole.parts.push_back(*std::move(part));
      if (at_ < tokens_.size()) ignored_.push_back(tokens_[at_++].text);  // a closing bracket that nothing opened
    }
    return whole;
  }

 private:
  bool next_is(Token::Kind kind) const { return at_ < tokens_.size() && tokens_[at_].kind == kind; }

  std::optional<Question> alternatives(int depth) {
    Question any{Question::Kind::Or, "", nullptr, {}};
    if (auto first = together(depth)) any.parts.push_back(*std::move(first));
    while (next_is(Token::Kind::Or)) {
      const std::string word = tokens_[at_++].text;
      auto next = together(depth);
      if (!next || any.parts.empty()) ignored_.push_back(word);
      if (next) any.parts.push_back(*std::move(next));
    }
    if (any.parts.empty()) return std::nullopt;
    if (any.parts.size() == 1) return std::move(any.parts.front());
    return any;
  }

  std::optional<Question> together(int depth) {
    Question all{Question::Kind::And, "", nullptr, {}};
    while (at_ < tokens_.size() && !next_is(Token::Kind::Or) && !next_is(Token::Kind::Close)) {
      if (next_is(Token::Kind::And)) {
        const std::string word = tokens_[at_++].text;
        if (all.parts.empty() || at_ >= tokens_.size()) ignored_.push_back(word);
        continue;
      }
      if (auto part = single(depth)) all.parts.push_back(*std::move(part));
    }
    if (all.parts.empty()) return std::nullopt;
    return all;
  }

  std::optional<Question> single(int depth) {
    Token token = tokens_[at_++];
    if (token.kind == Token::Kind::Not) return negated(token, depth);
    if (token.kind == Token::Kind::Open) return bracketed(token, depth);
    if (token.kind == Token::Kind::Phrase) return Question{Question::Kind::Phrase, token.text, nullptr, {}};
    if (!token.field.empty()) {
      if (trim(token.text).empty()) {
        ignored_.push_back(token.field + ":");
        return std::nullopt;
      }
      return Question{Question::Kind::Field, token.text, find_field(token.field), {}};
    }
    if (token.text.size() > 1 && token.text.ends_with('*')) {
      token.text.pop_back();
      return Question{Question::Kind::Prefix, token.text, nullptr, {}};
    }
    return Question{Question::Kind::Word, token.text, nullptr, {}};
  }

  std::optional<Question> negated(const Token& token, int depth) {
    if (at_ < tokens_.size() && !next_is(Token::Kind::Close) && !next_is(Token::Kind::And) && !next_is(Token::Kind::Or) && depth < kMostDepth)
      if (auto inner = single(depth + 1)) return Question{Question::Kind::Not, "", nullptr, {*std::move(inner)}};
    ignored_.push_back(token.text);
    return std::nullopt;
  }

  std::optional<Question> bracketed(const Token& token, int depth) {
    if (depth >= kMostDepth) {
      ignored_.push_back(token.text);
      return std::nullopt;
    }
    auto inner = alternatives(depth + 1);
    if (next_is(Token::Kind::Close)) ++at_;
    else ignored_.push_back(token.text);
    return inner;
  }

  std::vector<Token> tokens_;
  std::vector<std::string>& ignored_;
  std::size_t at_ = 0;
};

}  // namespace

Question read_question(std::string_view text, std::vector<std::string>& ignored) {
  return Parser(Lexer(normalised(text)).tokens(), ignored).read();
}

}  // namespace twofold::indexer
