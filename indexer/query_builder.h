#pragma once
// From a question to what Xapian runs, and what is looked for in the text of the hits. For reader.cpp alone.

#include "indexer/question.h"

#include <xapian.h>

namespace twofold::indexer {

struct BuiltQuery {
  Xapian::Query query;
  std::vector<std::u32string> phrases;   // folded; each must stand in a hit word for word
  std::vector<std::u32string> needles;   // folded; what snippets show
};

// Strict: every word must match. Relaxed: any word may, the more the better; filters hold in both.
enum class Mode { Strict, Relaxed };
BuiltQuery build_query(const Question& question, Mode mode, std::vector<std::string>& ignored);

}  // namespace twofold::indexer
