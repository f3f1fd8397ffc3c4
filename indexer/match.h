#pragma once
// Runs a query: which documents, in which order, how many, with what counted. For the indexer's sources alone.

#include "indexer/columns.h"
#include "indexer/facets.h"
#include "indexer/query_builder.h"
#include "indexer/record.h"
#include "indexer/sight.h"

namespace twofold::indexer {

// One state of the index, and who looks at it.
struct View {
  const Xapian::Database& database;
  const ColumnReader& columns;
  const Sight& sight;
};

struct Ranked {
  Xapian::docid id = 0;
  double score = 0;
  Record record;
};

struct Found {
  std::size_t total = 0;       // exact; an estimate for the best of Mode::Some
  std::vector<Ranked> hits;    // [first, first + most)
};

// `facets` may be null. Ties stand in the order of the ids.
Found match(const View& view, const BuiltQuery& built, Order order, std::size_t first, std::size_t most, FacetCounter* facets);

// The best hits by relevance alone; what cannot be among them is not looked at, and `total` says nothing.
Found best_matches(const View& view, const BuiltQuery& built, std::size_t most);

}  // namespace twofold::indexer
