#include "bench/search/questions.h"

#include "base/text.h"
#include "samples/random.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>

namespace twofold::bench {
namespace {

using samples::Random;

constexpr std::size_t kMostAnswers = 3, kMostTries = 60;

bool is_han(char32_t c) { return c >= 0x4e00 && c <= 0x9fff; }
bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_code(char32_t c) { return is_digit(c) || (c >= 'A' && c <= 'Z') || c == '-' || c == ',' || c == '.'; }
std::size_t han_in(const std::u32string& text) { return static_cast<std::size_t>(std::ranges::count_if(text, is_han)); }

std::vector<std::u32string> sentences_of(const std::string& text) {
  std::vector<std::u32string> sentences{U""};
  for (const char32_t c : to_code_points(text)) {
    if (c == U'。' || c == U'；' || c == U';' || c == U'!' || c == U'！' || c == U'？' || c == U'?' || c == U'\n')
      sentences.emplace_back();
    else sentences.back() += c;
  }
  std::erase_if(sentences, [](const std::u32string& sentence) { return sentence.size() < 8; });
  return sentences;
}

std::string joined_pages(const Paper& paper) {
  std::string text;
  for (const auto& page : paper.document.pages) text += page.text + "\n";
  return text;
}

class Maker {
 public:
  Maker(const std::vector<Paper>& papers, std::uint64_t seed) : papers_(papers), random_(seed, "questions") {
    for (const auto& paper : papers) {
      texts_.push_back(text_of(paper));
      by_source_[paper.source + (paper.english ? " english" : "")].push_back(&paper);
      for (const auto& fact : paper.facts)
        for (const auto& question : fact.questions) answers_[question].insert(paper.document.item_id);
    }
  }

  using Make = std::optional<Question> (Maker::*)(const Paper&);
  void add(std::vector<Question>& questions, const std::string& kind, const std::string& source, Make make,
           std::size_t wanted) {
    const auto papers = by_source_.find(source);
    if (papers == by_source_.end()) return;
    for (std::size_t tries = wanted * kMostTries; wanted > 0 && tries > 0; --tries) {
      const Paper& paper = *random_.pick(papers->second);
      auto question = (this->*make)(paper);
      if (!question || question->expected.empty() || question->expected.size() > kMostAnswers ||
          !asked_.insert(question->text).second)
        continue;
      question->kind = kind;
      question->source = paper.source;
      questions.push_back(std::move(*question));
      --wanted;
    }
  }

  std::optional<Question> about_fact(const Paper& paper) {
    const auto& fact = random_.pick(paper.facts);
    const auto& text = random_.pick(fact.questions);
    const auto& right = answers_[text];
    return Question{{}, {}, text, {right.begin(), right.end()}};
  }

  // 出资人不得抽回出资 … becomes 出资人不得抽回什么？
  std::optional<Question> with_a_hole(const Paper& paper) {
    const auto sentences = sentences_of(joined_pages(paper));
    if (sentences.empty()) return {};
    std::u32string text = random_.pick(sentences);
    if (han_in(text) < 10) return {};
    const auto answers = holding({to_utf8(text)});
    if (text.size() > 36) text = text.substr(text.size() % 7, 36);
    const auto length = static_cast<std::size_t>(random_.between(2, 5));
    const auto at = static_cast<std::size_t>(random_.between(4, static_cast<int>(text.size() - length)));
    const bool number =
        std::any_of(text.begin() + static_cast<long>(at), text.begin() + static_cast<long>(at + length), is_digit);
    static const std::vector<std::u32string> words{U"什么", U"哪些", U"什么", U"怎样的", U"哪个"};
    text.replace(at, length, number ? U"多少" : random_.pick(words));
    return Question{{}, {}, to_utf8(text) + "？", answers};
  }

  // 信用额度 350,000.00元 in a form is asked as 王府集团的信用额度是多少？
  std::optional<Question> about_field(const Paper& paper) {
    std::vector<std::pair<std::string, std::string>> fields;
    for (const auto& line : split(joined_pages(paper), '\n')) {
      const auto parts = split(trim(line), ' ');
      if (parts.size() == 2 && parts[0].size() >= 9 && parts[0].size() <= 30 && is_han(to_code_points(parts[0])[0]))
        fields.emplace_back(parts[0], parts[1]);
    }
    if (fields.empty() || paper.document.customer_name.empty()) return {};
    const auto& [label, value] = random_.pick(fields);
    const bool number = is_digit(to_code_points(value)[0]);
    return Question{{},
                    {},
                    paper.document.customer_name + "的" + label + (number ? "是多少？" : "是什么？"),
                    holding({paper.document.customer_name, "\n" + label + " "})};
  }

  std::optional<Question> title_and_customer(const Paper& paper) {
    const auto& made = paper.document;
    if (made.customer_name.empty()) return {};
    const std::string text =
        random_.chance(0.5) ? made.customer_name + " " + made.title : made.title + " " + made.customer_name;
    return Question{{}, {}, text, where([&](const Paper& other) {
                      return other.document.title == made.title && other.document.customer_name == made.customer_name;
                    })};
  }

  std::optional<Question> title_and_answer(const Paper& paper) {
    const auto piece = fragment(paper, 3, 8);
    if (!piece || han_in(to_code_points(paper.document.title)) < 3) return {};
    return Question{{}, {}, paper.document.title + " " + *piece, where([&](const Paper& other) {
                      return other.document.title == paper.document.title &&
                             joined_pages(other).find(*piece) != std::string::npos;
                    })};
  }

  std::optional<Question> of_fragment(const Paper& paper) {
    const auto piece = fragment(paper, 6, 20);
    if (!piece) return {};
    return Question{{}, {}, *piece, holding({*piece})};
  }

  std::optional<Question> of_number(const Paper& paper) {
    std::vector<std::string> numbers{paper.document.document_number, paper.document.storage_id, paper.document.number};
    std::u32string run;
    for (const char32_t c : to_code_points(joined_pages(paper)) + U" ") {
      if (is_code(c)) run += c;
      else {
        if (std::ranges::count_if(run, is_digit) >= 6 && is_digit(run.back())) numbers.push_back(to_utf8(run));
        run.clear();
      }
    }
    const std::string number = random_.pick(numbers);
    if (number.empty()) return {};
    const bool bare = number.find(',') != std::string::npos && random_.chance(0.5);
    return Question{{}, {}, bare ? replace_all(number, ",", "") : number, holding({number})};
  }

  std::optional<Question> of_words(const Paper& paper) {
    const auto words = split(replace_all(joined_pages(paper), "\n", " "), ' ');
    const auto length = static_cast<std::size_t>(random_.between(3, 7));
    if (words.size() <= length) return {};
    const std::size_t at = random_.next() % (words.size() - length);
    std::string text = words[at];
    for (std::size_t i = 1; i < length; ++i) text += " " + words[at + i];
    if (text.find('"') != std::string::npos) return {};
    return Question{{}, {}, text, holding({text})};
  }

  std::optional<Question> of_everything(const Paper& paper) {
    const auto& made = paper.document;
    switch (random_.between(0, 3)) {
      case 0:
        return Question{{}, {}, made.customer_number + " " + made.title, same_customer(made, [&](const auto& other) {
                          return other.title == made.title;
                        })};
      case 1:
        return Question{{},
                        {},
                        made.customer_name + std::to_string(made.year) + "年" + made.document_type_name,
                        same_customer(made, [&](const auto& other) {
                          return other.year == made.year && other.document_type == made.document_type;
                        })};
      case 2:
        if (made.document_number.empty()) return {};
        return Question{{}, {}, "合同 " + made.document_number + " " + made.customer_name, {made.item_id}};
      default:
        break;
    }
    const auto piece = fragment(paper, 4, 8);
    if (!piece) return {};
    return Question{{}, {}, made.customer_number + " " + *piece, same_customer(made, [&](const auto& other) {
                      return std::ranges::any_of(
                          other.pages, [&](const auto& page) { return page.text.find(*piece) != std::string::npos; });
                    })};
  }

 private:
  // Of one line of the text, beginning and ending in Han.
  std::optional<std::string> fragment(const Paper& paper, int least, int most) {
    const auto text = to_code_points(joined_pages(paper));
    const auto length = static_cast<std::size_t>(random_.between(least, most));
    if (text.size() <= length) return {};
    const auto piece = text.substr(random_.next() % (text.size() - length), length);
    if (!is_han(piece.front()) || !is_han(piece.back()) || piece.find_first_of(U"\n\"“”") != piece.npos) return {};
    if (han_in(piece) * 2 < piece.size()) return {};
    return to_utf8(piece);
  }

  std::vector<std::int64_t> holding(const std::vector<std::string>& needles) const {
    std::vector<std::int64_t> ids;
    for (std::size_t i = 0; i < papers_.size() && ids.size() <= kMostAnswers; ++i)
      if (std::ranges::all_of(needles,
                              [&](const std::string& needle) { return texts_[i].find(needle) != std::string::npos; }))
        ids.push_back(papers_[i].document.item_id);
    return ids;
  }
  std::vector<std::int64_t> where(const std::function<bool(const Paper&)>& holds) const {
    std::vector<std::int64_t> ids;
    for (const auto& paper : papers_)
      if (holds(paper)) ids.push_back(paper.document.item_id);
    return ids;
  }
  std::vector<std::int64_t> same_customer(const indexer::Document& made,
                                          const std::function<bool(const indexer::Document&)>& holds) const {
    return where([&](const Paper& other) {
      return other.document.customer_number == made.customer_number && holds(other.document);
    });
  }

  const std::vector<Paper>& papers_;
  Random random_;
  std::vector<std::string> texts_;
  std::map<std::string, std::vector<const Paper*>> by_source_;
  std::map<std::string, std::set<std::int64_t>> answers_;
  std::set<std::string> asked_;
};

}  // namespace

std::vector<Question> questions_about(const std::vector<Paper>& papers, std::size_t wanted, std::uint64_t seed) {
  Maker maker(papers, seed);
  std::vector<Question> questions;
  const std::size_t share = std::max<std::size_t>(1, wanted / 15);
  maker.add(questions, "question", "files", &Maker::about_fact, share * 2);
  maker.add(questions, "question", "paragraphs", &Maker::with_a_hole, share * 2);
  maker.add(questions, "question", "samples", &Maker::about_field, share);
  maker.add(questions, "title", "files", &Maker::title_and_customer, share);
  maker.add(questions, "title", "paragraphs", &Maker::title_and_answer, share);
  maker.add(questions, "title", "samples", &Maker::title_and_customer, share);
  maker.add(questions, "fragment", "files", &Maker::of_fragment, share);
  maker.add(questions, "fragment", "paragraphs", &Maker::of_fragment, share);
  maker.add(questions, "fragment", "samples", &Maker::of_fragment, share);
  maker.add(questions, "number", "files", &Maker::of_number, share);
  maker.add(questions, "english", "files english", &Maker::about_fact, share);
  maker.add(questions, "english", "files english", &Maker::of_words, share);
  maker.add(questions, "mixed", "files", &Maker::of_everything, share);
  return questions;
}

}  // namespace twofold::bench
