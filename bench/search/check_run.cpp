#include "bench/search/check_run.h"

#include "base/files.h"
#include "base/text.h"
#include "bench/search/customer_files.h"
#include "bench/search/quality.h"
#include "bench/search/questions.h"
#include "indexer/index.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <set>

namespace twofold::bench {
namespace fs = std::filesystem;
namespace {

using indexer::Facet;

constexpr double kLeastMrr = 0.9;
constexpr int kPapersOfOneCustomer = 10;
constexpr std::size_t kEveryValue = 100'000;

bool is_han(char32_t c) { return c >= 0x4e00 && c <= 0x9fff; }

// Blanks among Han say nothing; a word of two Han stands in a paper when it stands in one of its fields or pages.
std::vector<std::string> fields_of(const indexer::Document& made) {
  std::vector<std::string> fields{made.title, made.customer_name, made.manager, made.document_type_name, made.number};
  for (const auto& page : made.pages) fields.push_back(page.text);
  for (auto& field : fields)
    for (const auto* blank : {" ", "\n", "　"}) field = replace_all(std::move(field), blank, "");
  return fields;
}

std::string value_of(const indexer::Document& made, Facet facet) {
  switch (facet) {
    case Facet::Category:
      return std::to_string(made.category);
    case Facet::Year:
      return std::to_string(made.year);
    case Facet::Manager:
      return made.manager;
    case Facet::Type:
      return made.document_type;
    case Facet::Customer:
      return made.customer_name;
    case Facet::Place:
      return made.shelf.substr(0, made.shelf.find('-', made.shelf.find('-') + 1));
    case Facet::State:
      return made.state;
  }
  return {};
}

class Check {
 public:
  Check(const CheckOptions& options, const fs::path& folder, std::ostream& out)
      : options_(options), out_(out), random_(options.seed, "check"), folder_(folder) {
    const CustomerFiles files(options.seed, std::max(1, options.documents / kPapersOfOneCustomer));
    for (int id = 1; id <= options.documents; ++id) papers_.push_back(files.paper(id));
    for (const auto& paper : papers_) fields_.push_back(fields_of(paper.document));
    for (int i = 0; i < 40; ++i)
      rights_.customers.push_back(random_.between(1, static_cast<int>(files.clients().size())));
  }

  int run() {
    questions();
    indexer::IndexReader reader(folder_);
    for (std::size_t i = 0; i < options_.words; ++i) {
      const std::string word = any_word();
      word_by_hand(reader, word, {});
      word_by_hand(reader, word, rights_);
    }
    return wrong_;
  }

 private:
  void questions() {
    const auto engine = twofold_engine(folder_);
    engine->index(papers_);
    const auto asked = questions_about(papers_, options_.questions, options_.seed);
    const auto result = ask(*engine, asked, [](const Question& question) { return question.text; });
    const Score& all = result.scores.at("all");
    out_ << fmt::format("{} questions over {} papers: MRR@10 {:.3f}\n", all.asked, papers_.size(), all.mrr());
    if (all.mrr() < kLeastMrr) complain(fmt::format("MRR@10 is below {}", kLeastMrr));
  }

  std::string any_word() {
    for (;;) {
      const auto text = to_code_points(random_.pick(random_.pick(papers_).document.pages).text);
      const std::size_t at = random_.next() % text.size();
      const auto word = text.substr(at, 2);
      if (word.size() == 2 && std::ranges::all_of(word, is_han)) return to_utf8(word);
    }
  }

  // The total and every facet, counted here once more.
  void word_by_hand(indexer::IndexReader& reader, const std::string& word,
                    const std::optional<indexer::Rights>& rights) {
    indexer::Query query;
    query.text = word;
    query.rights = rights;
    query.most_facet_values = kEveryValue;
    const auto answer = reader.search(query);
    std::size_t total = 0;
    std::map<Facet, std::map<std::string, std::size_t>> counts;
    for (std::size_t i = 0; i < papers_.size(); ++i) {
      const auto& made = papers_[i].document;
      const bool seen = !rights || std::ranges::find(rights->customers, made.customer_id) != rights->customers.end();
      if (!seen || !holds(i, word)) continue;
      ++total;
      for (const auto& table : answer.facets) ++counts[table.facet][value_of(made, table.facet)];
    }
    const std::size_t found = answer.some_words_only ? 0 : answer.total;
    if (found != total) complain(fmt::format("{}: {} found, {} by hand", word, found, total));
    if (total > 0 && answer.facets.size() != 7) complain(fmt::format("{}: {} facets", word, answer.facets.size()));
    for (const auto& table : answer.facets) same_counts(word, table, counts[table.facet]);
  }

  bool holds(std::size_t paper, const std::string& word) const {
    return std::ranges::any_of(fields_[paper],
                               [&](const std::string& field) { return field.find(word) != std::string::npos; });
  }

  void same_counts(const std::string& word, const indexer::FacetTable& table,
                   const std::map<std::string, std::size_t>& by_hand) {
    std::map<std::string, std::size_t> counted;
    for (const auto& [value, count] : table.counts) counted[value] = count;
    if (counted != by_hand)
      complain(fmt::format("{}: the facet {} is not what is counted by hand", word, name_of(table.facet)));
  }

  void complain(const std::string& what) {
    out_ << "WRONG: " << what << "\n";
    ++wrong_;
  }

  const CheckOptions& options_;
  std::ostream& out_;
  samples::Random random_;
  fs::path folder_;
  std::vector<Paper> papers_;
  std::vector<std::vector<std::string>> fields_;
  indexer::Rights rights_;
  int wrong_ = 0;
};

}  // namespace

int run_check(const CheckOptions& options, std::ostream& out) {
  const ScratchFolder scratch(fs::temp_directory_path());
  return Check(options, scratch.path() / "index 索引", out).run();
}

}  // namespace twofold::bench
