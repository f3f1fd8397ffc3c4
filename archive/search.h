#pragma once
// Search as a user meets it: the index's hits with what the catalogue knows just now.

#include "archive/archive.h"
#include "base/progress.h"
#include "indexer/index.h"

#include <functional>

namespace twofold::archive {

struct SearchHit {
  indexer::Hit hit;
  std::string shelf;       // from the catalogue, now
  std::string borrower;    // who has the volume; empty when nobody
};
struct SearchAnswer {
  std::size_t total = 0;
  bool some_words_only = false;
  std::vector<SearchHit> hits;
  std::vector<std::string> ignored, did_you_mean;
  std::vector<indexer::FacetTable> facets;
};

// One per thread. `rights` hold for every question; none: everything may be seen.
class Searcher {
 public:
  explicit Searcher(Archive& archive, std::optional<indexer::Rights> rights = {});
  ~Searcher();
  SearchAnswer search(indexer::Query query);
  // What speaks of the same things as an item; the question's words do not count.
  SearchAnswer similar(std::int64_t item_id, indexer::Query range);
  std::vector<indexer::Suggestion> suggest(std::string_view beginning, std::size_t most);
  // Every hit of a question in its order, read in batches; how many there were. Those that only fill up a first page are
  // left out. Error{Cancelled, "search.stopped"} where the user stops it.
  std::size_t each_hit(indexer::Query query, ProgressSink& progress,
                       const std::function<void(const SearchHit&)>& take);

 private:
  SearchAnswer told(indexer::Answer found) const;

  Archive& archive_;
  std::optional<indexer::Rights> rights_;
  std::unique_ptr<indexer::IndexReader> reader_;
};

}  // namespace twofold::archive
