#include "bench/search/engines/engine.h"

#include <xapian.h>

namespace twofold::bench {
namespace {

constexpr unsigned kTitleWeight = 5;

class XapianEngine final : public Engine {
 public:
  XapianEngine(std::filesystem::path folder, Joined joined) : folder_(std::move(folder)), joined_(joined) {}
  std::string name() const override { return joined_ == Joined::And ? "xapian ngrams and" : "xapian ngrams or"; }

  void index(const std::vector<Paper>& papers) override {
    Xapian::WritableDatabase database(folder_.string(), Xapian::DB_CREATE_OR_OVERWRITE);
    Xapian::TermGenerator generator;
    generator.set_flags(Xapian::TermGenerator::FLAG_CJK_NGRAM);
    generator.set_stemmer(Xapian::Stem("english"));
    for (const auto& paper : papers) {
      Xapian::Document document;
      generator.set_document(document);
      generator.index_text(paper.document.title, kTitleWeight);
      generator.increase_termpos();
      generator.index_text(text_of(paper));
      database.replace_document(static_cast<Xapian::docid>(paper.document.item_id), document);
    }
    database.commit();
  }

  std::vector<std::int64_t> search(const std::string& question, std::size_t most) override {
    if (!database_) database_.emplace(folder_.string());
    Xapian::QueryParser parser;
    parser.set_stemmer(Xapian::Stem("english"));
    parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
    parser.set_database(*database_);
    parser.set_default_op(joined_ == Joined::And ? Xapian::Query::OP_AND : Xapian::Query::OP_OR);
    std::vector<std::int64_t> ids;
    try {
      Xapian::Enquire enquire(*database_);
      enquire.set_query(
          parser.parse_query(question, Xapian::QueryParser::FLAG_DEFAULT | Xapian::QueryParser::FLAG_CJK_NGRAM));
      const auto matches = enquire.get_mset(0, static_cast<Xapian::doccount>(most));
      for (auto match = matches.begin(); match != matches.end(); ++match) ids.push_back(*match);
    } catch (const Xapian::QueryParserError&) {
      return {};
    }
    return ids;
  }

 private:
  std::filesystem::path folder_;
  Joined joined_;
  std::optional<Xapian::Database> database_;
};

}  // namespace

std::unique_ptr<Engine> xapian_engine(const std::filesystem::path& folder, Joined joined) {
  return std::make_unique<XapianEngine>(folder, joined);
}

}  // namespace twofold::bench
