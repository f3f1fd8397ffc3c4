#pragma once
// The searches whose cost is measured, and what each is in Twofold's words and in FTS5's.

#include "bench/search/customer_files.h"
#include "indexer/index.h"

#include <string>
#include <vector>

namespace twofold::bench {

struct Search {
  indexer::Query ours;
  std::string fts;         // MATCH of bigrams; empty where FTS5 has no such thing
  std::string conditions;  // SQL about the columns of `facts`; may be empty
  bool rights = false;     // seen by somebody with 1,667 customers
  bool facets = false, by_date = false;
};

struct SearchKind {
  std::string name;
  std::vector<Search> searches;
};

constexpr int kGroups = 1667;  // that one person may see
indexer::Rights rights_of_groups(const CustomerFiles& files, std::uint64_t seed);

// `reader` tells which words are frequent enough for the ranked ones: about one paper in thirty.
std::vector<SearchKind> searches_over(const CustomerFiles& files, int documents, std::size_t of_each,
                                      std::uint64_t seed, indexer::IndexReader& reader);

}  // namespace twofold::bench
