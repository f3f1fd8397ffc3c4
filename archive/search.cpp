#include "archive/search.h"

#include "catalog/holds_and_loans.h"
#include "catalog/items.h"

namespace twofold::archive {

Searcher::Searcher(Archive& archive)
    : archive_(archive), reader_(std::make_unique<indexer::IndexReader>(archive.layout().index())) {}

Searcher::~Searcher() = default;

SearchAnswer Searcher::search(const indexer::Query& query) {
  const auto& database = archive_.database();
  auto found = reader_->search(query);
  SearchAnswer answer{found.total, {}, std::move(found.ignored)};
  for (auto& hit : found.hits) {
    SearchHit row{std::move(hit), "", ""};
    row.shelf = row.hit.shelf;
    // The place and the holder as the catalogue has them now, also where the index is a moment behind.
    const auto item = catalog::find_item(database, row.hit.item_id);
    if (item && item->paper && item->volume_id) {
      if (const auto volume = catalog::find_volume(database, *item->volume_id)) row.shelf = volume->shelf;
      if (const auto loan = catalog::live_loan(database, *item->volume_id)) row.borrower = loan->borrower;
    }
    answer.hits.push_back(std::move(row));
  }
  return answer;
}

}  // namespace twofold::archive
