#include "archive/search.h"

#include "base/error.h"
#include "catalog/whereabouts.h"

namespace twofold::archive {
namespace {

constexpr std::size_t kHitsAtOnce = 1000;  // hits held at once by each_hit()

}  // namespace

Searcher::Searcher(Archive& archive, std::optional<indexer::Rights> rights)
    : archive_(archive),
      rights_(std::move(rights)),
      reader_(std::make_unique<indexer::IndexReader>(archive.layout().index())) {}

Searcher::~Searcher() = default;

// The place and the holder are the catalogue's, also where the index is a moment behind.
SearchAnswer Searcher::told(indexer::Answer found) const {
  std::vector<std::int64_t> ids;
  for (const auto& hit : found.hits) ids.push_back(hit.item_id);
  auto places = catalog::whereabouts_of(archive_.database(), ids);
  SearchAnswer answer{found.total, found.some_words_only, {}, std::move(found.ignored), std::move(found.did_you_mean),
                      std::move(found.facets)};
  for (auto& hit : found.hits) {
    const auto place = places.find(hit.item_id);
    SearchHit row{std::move(hit), "", ""};
    if (place != places.end()) {
      row.shelf = place->second.shelf;
      row.borrower = place->second.borrower;
    }
    answer.hits.push_back(std::move(row));
  }
  return answer;
}

SearchAnswer Searcher::search(indexer::Query query) {
  query.rights = rights_;
  return told(reader_->search(query));
}

SearchAnswer Searcher::similar(std::int64_t item_id, indexer::Query range) {
  range.rights = rights_;
  return told(reader_->similar(item_id, range));
}

std::vector<indexer::Suggestion> Searcher::suggest(std::string_view beginning, std::size_t most) {
  return reader_->suggest(beginning, most, rights_);
}

std::size_t Searcher::each_hit(indexer::Query query, ProgressSink& progress,
                               const std::function<void(const SearchHit&)>& take) {
  query.most = kHitsAtOnce;
  std::size_t count = 0;
  for (;;) {
    query.first = count;
    const auto answer = search(query);
    std::size_t taken = 0;
    for (const auto& hit : answer.hits) {
      if (progress.cancelled()) throw Error(ErrorKind::Cancelled, msg("search.stopped"));
      if (hit.hit.some_words_only && !answer.some_words_only) break;
      take(hit);
      progress.report({"progress.hits", count + ++taken, answer.total, hit.hit.number});
    }
    count += taken;
    if (taken < kHitsAtOnce) return count;
  }
}

}  // namespace twofold::archive
