#pragma once
// From a question to what Xapian runs, and what is looked for in the text of the hits. For the indexer's sources alone.

#include "indexer/question.h"

#include <functional>
#include <xapian.h>

namespace twofold::indexer {

// All: every word must match. Some: any word may, the more the better; filters hold in both.
enum class Mode { All, Some };

struct BuiltQuery {
  Xapian::Query query;
  std::vector<std::u32string> phrases;   // folded; each must stand in a hit word for word, on top of the query
  std::vector<std::u32string> needles;   // folded; what snippets show and what hits are compared with
};

// A phrase that stands within OR or NOT is decided before the search; the caller answers with a query for exactly the documents
// among `candidates` that hold it.
using DecidePhrase = std::function<Xapian::Query(const Xapian::Query& candidates, const std::u32string& phrase)>;

BuiltQuery build_query(const Question& question, Mode mode, const DecidePhrase& decide, std::vector<std::string>& ignored);

}  // namespace twofold::indexer
