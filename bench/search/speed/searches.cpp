#include "bench/search/speed/searches.h"

#include "base/text.h"
#include "bench/search/engines/sqlite.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace twofold::bench {
namespace {

using samples::Random;

constexpr double kWantedShare = 1.0 / 30;
constexpr std::size_t kFacetValues = 20;

bool is_han(char32_t c) { return c >= 0x4e00 && c <= 0x9fff; }

class Maker {
 public:
  Maker(const CustomerFiles& files, int documents, std::uint64_t seed, indexer::IndexReader& reader)
      : files_(files),
        documents_(documents),
        random_(seed, "searches"),
        reader_(reader),
        rights_(rights_of_groups(files, seed)) {
    find_frequent_pairs();
  }

  Search one_word() { return plain(han(2), " AND "); }
  Search two_words() { return plain(han(2) + " " + han(2), " AND "); }
  Search either() {
    const auto& [one, two] = frequent_[random_.next() % frequent_.size()];
    Search search = plain(one + " OR " + two, " OR ");
    search.fts = bigram_question(one + " " + two, " OR ");
    return search;
  }
  Search phrase() {
    const std::string text = han(6);
    Search search = plain("\"" + text + "\"", "");
    search.fts = "\"" + in_bigrams(text) + "\"";
    return search;
  }
  Search filtered() {
    Search search = plain(han(2), " AND ");
    const int category = random_.between(1, 6), year = random_.between(2012, 2022);
    search.ours.text += fmt::format(" category:{} year:{}..{} after:{}-05", category, year, year + 3, year);
    search.conditions = fmt::format(" AND category = {} AND year BETWEEN {} AND {} AND date > '{}-05-31'", category,
                                    year, year + 3, year);
    return search;
  }
  Search either_filtered_with_rights() {
    Search search = either_with_rights();
    const int category = random_.between(1, 6), year = random_.between(2012, 2022);
    search.ours.text = "(" + search.ours.text + fmt::format(") category:{} year:{}..{}", category, year, year + 3);
    search.conditions = fmt::format(" AND category = {} AND year BETWEEN {} AND {}", category, year, year + 3);
    return search;
  }
  Search either_with_rights() {
    Search search = either();
    search.ours.rights = rights_;
    search.rights = true;
    return search;
  }
  Search either_with_facets() {
    Search search = either();
    search.ours.most_facet_values = kFacetValues;
    search.facets = true;
    return search;
  }
  Search either_with_rights_and_facets() {
    Search search = either_with_rights();
    search.ours.most_facet_values = kFacetValues;
    search.facets = true;
    return search;
  }
  Search either_newest_first() {
    Search search = either();
    search.ours.order = indexer::Order::Newest;
    search.by_date = true;
    return search;
  }
  Search word_beginning() {
    static const std::vector<std::string> words{"agreem", "compl", "cond", "mem", "inter", "out", "rece", "ter"};
    Search search = plain(random_.pick(words) + "*", "");
    search.fts = search.ours.text;
    return search;
  }
  Search one_character() {
    const std::string text = han(1);
    return {query(text), "\"" + text + "\"*", {}, false, false, false};
  }
  Search number_part() {
    const auto paper = any_paper();
    const auto& id = paper.document.storage_id;  // EA001-2019-00001234-L
    return plain("no:" + id.substr(6, 13), "");
  }
  Search contract_number() {
    std::string number;
    while (number.empty()) number = any_paper().document.document_number;
    return {query(number), "\"HT " + number.substr(3, 4) + " " + number.substr(8) + "\"", {}, false, false, false};
  }
  Search natural_question() {
    for (;;) {
      const auto paper = any_paper();
      if (paper.english) continue;
      const std::string text = random_.pick(random_.pick(paper.facts).questions);
      return {query(text), bigram_question(text, " OR "), {}, false, false, false};
    }
  }

 private:
  indexer::Query query(const std::string& text) const {
    indexer::Query asked;
    asked.text = text;
    return asked;
  }
  Search plain(const std::string& text, const std::string& op) const {
    return {query(text), op.empty() ? std::string() : bigram_question(text, op), {}, false, false, false};
  }
  Paper any_paper() { return files_.paper(random_.between(1, documents_)); }

  // So many Han side by side out of some paper.
  std::string han(std::size_t length) {
    for (;;) {
      const auto text = to_code_points(random_.pick(any_paper().document.pages).text);
      if (text.size() <= length) continue;
      const auto piece = text.substr(random_.next() % (text.size() - length), length);
      if (std::ranges::all_of(piece, is_han)) return to_utf8(piece);
    }
  }

  // Pairs of words that one paper in thirty has, or as near as they come.
  void find_frequent_pairs() {
    std::vector<std::pair<double, std::string>> words;
    for (int i = 0; i < 600; ++i) {
      const std::string word = han(2);
      const double share = static_cast<double>(reader_.search(query(word)).total) / documents_;
      words.emplace_back(std::abs(share - kWantedShare / 2), word);
    }
    std::ranges::sort(words);
    const auto last = std::unique(words.begin(), words.end());
    words.erase(last, words.end());
    words.resize(std::min<std::size_t>(words.size(), 24));
    for (std::size_t i = 0; i + 1 < words.size(); ++i)
      for (std::size_t j = i + 1; j < words.size(); ++j) frequent_.emplace_back(words[i].second, words[j].second);
  }

  const CustomerFiles& files_;
  const int documents_;
  Random random_;
  indexer::IndexReader& reader_;
  const indexer::Rights rights_;
  std::vector<std::pair<std::string, std::string>> frequent_;
};

}  // namespace

indexer::Rights rights_of_groups(const CustomerFiles& files, std::uint64_t seed) {
  Random random(seed, "rights");
  indexer::Rights rights;
  for (int i = 0; i < kGroups; ++i)
    rights.customers.push_back(random.between(1, static_cast<int>(files.clients().size())));
  std::ranges::sort(rights.customers);
  const auto repeated = std::ranges::unique(rights.customers);
  rights.customers.erase(repeated.begin(), repeated.end());
  return rights;
}

std::vector<SearchKind> searches_over(const CustomerFiles& files, int documents, std::size_t of_each,
                                      std::uint64_t seed, indexer::IndexReader& reader) {
  using Make = Search (Maker::*)();
  static const std::vector<std::pair<std::string, Make>> kinds{
      {"one word", &Maker::one_word},
      {"two words, AND", &Maker::two_words},
      {"OR, ranked", &Maker::either},
      {"OR, newest first", &Maker::either_newest_first},
      {"phrase of six", &Maker::phrase},
      {"word, three filters", &Maker::filtered},
      {"OR, rights of 1,667 groups", &Maker::either_with_rights},
      {"OR, two filters, rights", &Maker::either_filtered_with_rights},
      {"OR, seven facets", &Maker::either_with_facets},
      {"OR, seven facets, rights", &Maker::either_with_rights_and_facets},
      {"beginning of a word", &Maker::word_beginning},
      {"one character", &Maker::one_character},
      {"part of a number", &Maker::number_part},
      {"contract number", &Maker::contract_number},
      {"question", &Maker::natural_question}};
  Maker maker(files, documents, seed, reader);
  std::vector<SearchKind> made;
  for (const auto& [name, make] : kinds) {
    made.push_back({name, {}});
    for (std::size_t i = 0; i < of_each; ++i) made.back().searches.push_back((maker.*make)());
  }
  return made;
}

}  // namespace twofold::bench
