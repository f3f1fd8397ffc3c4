#include "bench/search/engines/engine.h"
#include "bench/search/engines/sqlite.h"

namespace twofold::bench {
namespace {

class Fts5Engine final : public Engine {
 public:
  Fts5Engine(const std::filesystem::path& folder, Grams grams) : grams_(grams) {
    std::filesystem::create_directories(folder);
    database_.emplace(folder / "fts.sqlite");
    database_->run(std::string("CREATE VIRTUAL TABLE papers USING fts5(title, body, tokenize='") +
                   (grams == Grams::Two ? "unicode61" : "trigram") + "')");
  }
  std::string name() const override { return grams_ == Grams::Two ? "fts5 bigrams" : "fts5 trigrams"; }

  void index(const std::vector<Paper>& papers) override {
    database_->run("BEGIN");
    auto insert = database_->prepare("INSERT INTO papers(rowid, title, body) VALUES(?, ?, ?)");
    for (const auto& paper : papers) {
      insert.bind(1, paper.document.item_id).bind(2, prepared(paper.document.title)).bind(3, prepared(text_of(paper)));
      insert.step();
      insert.reset();
    }
    database_->run("COMMIT");
  }

  std::vector<std::int64_t> search(const std::string& question, std::size_t most) override {
    const std::string asked = grams_ == Grams::Two ? bigram_question(question, " OR ") : trigram_question(question);
    std::vector<std::int64_t> ids;
    if (asked.empty()) return ids;
    auto select =
        database_->prepare("SELECT rowid FROM papers WHERE papers MATCH ? ORDER BY bm25(papers, 5.0, 1.0) LIMIT ?");
    select.bind(1, asked).bind(2, static_cast<std::int64_t>(most));
    while (select.step()) ids.push_back(select.number(0));
    return ids;
  }

 private:
  std::string prepared(const std::string& text) const { return grams_ == Grams::Two ? in_bigrams(text) : text; }

  Grams grams_;
  std::optional<Sqlite> database_;
};

}  // namespace

std::unique_ptr<Engine> fts5_engine(const std::filesystem::path& folder, Grams grams) {
  return std::make_unique<Fts5Engine>(folder, grams);
}

}  // namespace twofold::bench
