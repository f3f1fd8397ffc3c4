#include "indexer/question_tokens.h"

#include "base/text.h"
#include "indexer/day_range.h"
#include "indexer/question.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <unicode/uchar.h>
#include <utility>

namespace twofold::indexer {
namespace {

using Kind = QuestionToken::Kind;

constexpr std::size_t kMostBytes = 16'384;           // of the text that are looked at
constexpr std::size_t kMostTokens = 4 * kMostWords;  // whatever they are: a thousand brackets are no question
constexpr std::size_t kLongestNamed = 40;            // characters of what is left out because it is too much

// One sign for quotes of a kind, whichever side they stand on; 0 for everything else. Either quote opens and closes.
char32_t quote_of(char32_t c) {
  if (c < 0x80) return c == U'"' ? c : 0;
  constexpr std::u32string_view kKinds[] = {U"\"“”„‟〝〞〟", U"「」﹁﹂｢｣", U"『』﹃﹄", U"«»", U"‘’‚‛", U"‹›"};
  for (const auto kind : kKinds)
    if (kind.find(c) != std::u32string_view::npos) return kind[0];
  return 0;
}
constexpr char32_t kApostrophe = U'‘';  // a quote only before a word, and if there is a second one: O’Neil

// One sign for blanks, brackets, colons, commas and quotes, whichever keyboard they came from.
char32_t plain(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;  // full width
  const bool invisible = c < 0x20 || c == 0x7F || c == 0xFEFF || c == 0x200B;
  if (invisible || u_isUWhiteSpace(static_cast<UChar32>(c))) return U' ';
  if (c == U'﹕' || c == U'∶') return U':';
  if (c == U'、' || c == U'﹐') return U',';
  if (c == U'−' || c == U'–') return U'-';
  const char32_t quote = quote_of(c);
  return quote == 0 ? c : quote;
}

bool is_quote(char32_t c) { return c != kApostrophe && c >= 0x22 && quote_of(c) == c; }
// Several values may be listed with blanks between where none of them can hold a blank itself.
bool blanks_part(FieldKind kind) {
  return kind == FieldKind::Exact || kind == FieldKind::Code || kind == FieldKind::Year;
}

class Lexer {
 public:
  Lexer(std::string_view text, std::vector<std::string>& ignored)
      : text_(scrub_utf8(beginning(text))), cut_(text.size() > kMostBytes), ignored_(ignored) {
    const std::u32string points = to_code_points(text_);
    signs_.reserve(points.size());
    source_.reserve(points.size() + 1);
    std::size_t at = 0;
    for (const char32_t c : points) {
      signs_ += plain(c);
      source_.push_back(at);
      at += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    }
    source_.push_back(at);
    end_ = cut_ ? signs_.size() - kLongestNamed : signs_.size();
    find_pairs();
  }

  std::vector<QuestionToken> tokens() {
    for (std::size_t steps = 0; skip_blanks() && words_ < kMostWords && steps < kMostTokens; ++steps) read_one();
    if (skip_blanks() || cut_) ignored_.push_back(shortened(at_));
    return std::move(tokens_);
  }

 private:
  // As much of the text as is looked at, cut between two characters.
  static std::string_view beginning(std::string_view text) {
    if (text.size() <= kMostBytes) return text;
    std::size_t end = kMostBytes;
    while (end > kMostBytes - 3 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return text.substr(0, end);
  }

  // Where the last quote of each kind stands, and which brackets are closed before the next blank or quote.
  void find_pairs() {
    closing_bracket_.assign(signs_.size(), 0);
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < signs_.size(); ++i) {
      const char32_t c = signs_[i];
      if (c == U' ' || is_quote(c)) open.clear();
      if (c == U'(') open.push_back(i);
      if (c == U')' && !open.empty()) {
        closing_bracket_[open.back()] = i;
        open.pop_back();
      }
      if (closes(i, c)) last_quote_[kind_index(c)] = i;
    }
  }
  static std::size_t kind_index(char32_t quote) { return std::u32string_view(U"\"「『«‘‹").find(quote); }

  bool done() const { return at_ >= end_; }
  char32_t sign(std::size_t at) const { return at < end_ ? signs_[at] : U' '; }
  std::string typed(std::size_t begin, std::size_t end) const {
    return text_.substr(source_[begin], source_[end] - source_[begin]);
  }

  bool skip_blanks() {
    while (!done() && signs_[at_] == U' ') ++at_;
    return !done();
  }

  std::string shortened(std::size_t begin) const {
    const std::size_t end = std::min(signs_.size(), begin + kLongestNamed);
    return cut_ || end < signs_.size() ? typed(begin, end).append("…") : std::string(trim(typed(begin, end)));
  }

  void take(Kind kind, std::size_t begin, std::string text = {}) {
    if (kind == Kind::Word || kind == Kind::Phrase || kind == Kind::Prefix) ++words_;
    tokens_.push_back({kind, typed(begin, at_), std::move(text), nullptr, {}});
  }

  // at_ stands before something that is not a blank.
  void read_one() {
    const std::size_t begin = at_;
    const char32_t c = signs_[at_];
    if (c == U'+' && sign(at_ + 1) != U' ') {
      ++at_;  // "must be there" is what a word means anyway
    } else if (c == U'(' || c == U')') {
      ++at_;
      take(c == U'(' ? Kind::Open : Kind::Close, begin);
    } else if (c == U'-' && negates()) {
      ++at_;
      take(Kind::Not, begin);
    } else if (quotation_begins()) {
      read_phrase();
    } else {
      read_word();
    }
  }

  bool negates() const {
    const char32_t next = sign(at_ + 1);
    const bool before_word = next != U' ' && next != U'-' && next != U')';
    return before_word && (at_ == 0 || sign(at_ - 1) == U' ' || sign(at_ - 1) == U'(');
  }

  // A quote of this kind, and not the apostrophe of O’Neil.
  bool closes(std::size_t at, char32_t quote) const {
    constexpr char32_t kLastLatin = 0x24F;
    const char32_t next = sign(at + 1);
    const bool in_word = quote == kApostrophe && next <= kLastLatin && u_isalnum(static_cast<UChar32>(next));
    return signs_[at] == quote && quote_of(quote) != 0 && !in_word;
  }

  bool quotation_begins() const {
    const char32_t c = sign(at_);
    return quote_of(c) != 0 && (c != kApostrophe || last_quote_[kind_index(c)] > at_);
  }

  // What stands between quotes of one kind; else up to any quote; else up to the end.
  std::string quoted() {
    const char32_t quote = signs_[at_];
    const bool has_its_own = last_quote_[kind_index(quote)] > at_;
    const std::size_t begin = ++at_;
    while (!done() && (has_its_own ? !closes(at_, quote) : !is_quote(signs_[at_]))) ++at_;
    const std::size_t end = at_;
    if (!done()) ++at_;
    return std::string(trim(typed(begin, end)));
  }

  void read_phrase() {
    const std::size_t begin = at_;
    std::string text = quoted();
    if (text.empty()) ignored_.push_back(typed(begin, at_));
    else take(Kind::Phrase, begin, std::move(text));
  }

  // To the end of a word. Brackets that open and close within it belong to it: 王府（北京）公司.
  void skip_word(bool comma_ends) {
    for (const std::size_t begin = at_; !done(); ++at_) {
      const char32_t c = signs_[at_];
      if (c == U' ' || c == U')' || is_quote(c) || (comma_ends && c == U',')) return;
      if (c != U'(') continue;
      if (closing_bracket_[at_] == 0 || operator_of(begin)) return;
      at_ = closing_bracket_[at_];
    }
  }

  std::optional<Kind> operator_of(std::size_t begin) const {
    const auto word = std::u32string_view(signs_).substr(begin, at_ - begin);
    if (word == U"AND") return Kind::And;
    if (word == U"OR") return Kind::Or;
    if (word == U"NOT") return Kind::Not;
    return std::nullopt;
  }

  void read_word() {
    const std::size_t begin = at_;
    if (const auto* field = field_at(begin)) return read_field(*field, begin);
    skip_word(false);
    if (const auto kind = operator_of(begin)) return take(*kind, begin);
    std::size_t end = at_;
    while (end > begin && signs_[end - 1] == U'*') --end;
    if (end == begin) ignored_.push_back(typed(begin, at_));
    else take(end < at_ ? Kind::Prefix : Kind::Word, begin, typed(begin, end));
  }

  // The field whose name and colon stand here; at_ is then behind the colon.
  const FieldRow* field_at(std::size_t begin) {
    constexpr std::size_t kLongestField = 20;
    const auto colon = std::u32string_view(signs_).substr(begin, kLongestField).find_first_of(U":( )\"");
    if (colon == std::u32string_view::npos || signs_[begin + colon] != U':') return nullptr;
    const auto* field = find_field(typed(begin, begin + colon));
    if (field != nullptr) at_ = begin + colon + 1;
    return field;
  }

  void read_field(const FieldRow& field, std::size_t begin) {
    const std::string name = typed(begin, at_);
    std::vector<std::string> values;
    bool sound = true;
    if (sign(at_) == U'(') sound = read_bracketed_values(field, values);
    else read_values(values);
    words_ += values.size();
    QuestionToken token{Kind::Field, typed(begin, at_), "", &field, {}};
    const bool of_days = field.kind == FieldKind::Date || field.kind == FieldKind::Year;
    const auto understood = [&](const std::string& value) { return sound && (!of_days || read_days(value)); };
    std::ranges::copy_if(values, std::back_inserter(token.values), understood);
    if (token.values.empty()) return ignored_.push_back(token.typed);
    for (const auto& value : values)
      if (!understood(value)) ignored_.push_back(name + value);
    tokens_.push_back(std::move(token));
  }

  // One value, or several with commas between.
  void read_values(std::vector<std::string>& values) {
    for (;; ++at_) {
      const std::size_t begin = at_;
      if (quotation_begins()) {
        add(quoted(), values);
      } else {
        skip_word(true);
        add(typed(begin, at_), values);
      }
      if (sign(at_) != U',' || words_ + values.size() >= kMostWords) return;
    }
  }

  static void add(std::string value, std::vector<std::string>& values) {
    if (!trim(value).empty()) values.push_back(std::move(value));
  }

  // Values in brackets, with OR or commas between, and blanks where no value can hold one. False where there is a NOT:
  // leaving it out would say the opposite.
  bool read_bracketed_values(const FieldRow& field, std::vector<std::string>& values) {
    const std::size_t open = at_++;
    std::string value;
    const auto finish = [&] { add(std::exchange(value, {}), values); };
    bool sound = true;
    for (int depth = 1; depth > 0 && words_ + values.size() < kMostWords;) {
      if (!skip_blanks()) {
        ignored_.push_back(typed(open, open + 1));
        break;
      }
      const std::size_t begin = at_;
      const char32_t c = signs_[at_];
      if (c == U'(' || c == U')') {
        depth += c == U'(' ? 1 : -1;
        ++at_;
      } else if (c == U',') {
        ++at_;
        finish();
      } else if (quotation_begins()) {
        append(value, quoted());
        if (blanks_part(field.kind)) finish();
      } else {
        if (c == U'-' && negates()) sound = false;
        skip_word(true);
        if (at_ == begin) ++at_;
        const auto kind = operator_of(begin);
        if (kind == Kind::Not) sound = false;
        if (!kind) append(value, typed(begin, at_));
        if (kind == Kind::Or || blanks_part(field.kind)) finish();
      }
    }
    finish();
    return sound;
  }

  static void append(std::string& value, const std::string& word) {
    if (!value.empty()) value += ' ';
    value += word;
  }

  const std::string text_;
  const bool cut_;                             // more was typed
  std::vector<std::string>& ignored_;
  std::u32string signs_;                       // each character of the text, plain
  std::vector<std::size_t> source_;            // where each begins in the text, and where the last one ends
  std::vector<std::size_t> closing_bracket_;   // 0: none
  std::size_t last_quote_[6] = {};
  std::size_t end_ = 0;                        // of what is read; behind it stands what is only named, where more was typed
  std::size_t at_ = 0, words_ = 0;
  std::vector<QuestionToken> tokens_;
};

}  // namespace

std::vector<QuestionToken> question_tokens(std::string_view text, std::vector<std::string>& ignored) {
  return Lexer(text, ignored).tokens();
}

}  // namespace twofold::indexer
