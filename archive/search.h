#pragma once
// Search as a user meets it: the index's hits with what the catalogue knows just now.

#include "archive/archive.h"
#include "indexer/index.h"

namespace twofold::archive {

struct SearchHit {
  indexer::Hit hit;
  std::string shelf;       // from the catalogue, now
  std::string borrower;    // who has the volume; empty when nobody
};
struct SearchAnswer {
  std::size_t total = 0;
  std::vector<SearchHit> hits;
  std::vector<std::string> ignored;
};

class Searcher {
 public:
  explicit Searcher(Archive& archive);
  ~Searcher();
  SearchAnswer search(const indexer::Query& query);

 private:
  Archive& archive_;
  std::unique_ptr<indexer::IndexReader> reader_;
};

}  // namespace twofold::archive
