#include "bench/search/engines/engine.h"
#include "indexer/index.h"

namespace twofold::bench {
namespace {

class TwofoldEngine final : public Engine {
 public:
  explicit TwofoldEngine(std::filesystem::path folder) : folder_(std::move(folder)), reader_(folder_) {}
  std::string name() const override { return "twofold"; }
  void index(const std::vector<Paper>& papers) override {
    indexer::IndexWriter writer(folder_);
    for (const auto& paper : papers) writer.put(paper.document);
    writer.commit();
  }
  std::vector<std::int64_t> search(const std::string& question, std::size_t most) override {
    indexer::Query query;
    query.text = question;
    query.most = most;
    std::vector<std::int64_t> ids;
    for (const auto& hit : reader_.search(query).hits) ids.push_back(hit.item_id);
    return ids;
  }

 private:
  std::filesystem::path folder_;
  indexer::IndexReader reader_;
};

}  // namespace

std::unique_ptr<Engine> twofold_engine(const std::filesystem::path& folder) {
  return std::make_unique<TwofoldEngine>(folder);
}

}  // namespace twofold::bench
