#pragma once
// From a question to what Xapian runs, and what is looked for in the text of the hits. For the indexer's sources alone.

#include "indexer/day_range.h"
#include "indexer/question.h"

#include <functional>
#include <xapian.h>

namespace twofold::indexer {

// All: every word must match. Some: any word may, the more the better; filters hold in both.
enum class Mode { All, Some };

struct BuiltQuery {
  Mode mode = Mode::All;
  Xapian::Query query;
  std::vector<std::u32string> phrases;   // folded; each must stand in a hit word for word, on top of the query
  std::vector<std::u32string> needles;   // folded; what snippets show and what hits are compared with
  std::u32string whole;                  // folded; the words as they stand in the question, side by side
  bool may_loosen = false;               // more than a number or a short word: items with some of it may be what is meant
  bool asks = false;                     // Han question words were left out: what is looked for does not stand anywhere as it was asked
};

// What terms alone cannot tell, answered by whoever knows the index.
struct Decide {
  // Exactly the documents among `candidates` that hold the phrase; asked for one that stands within OR or NOT.
  std::function<Xapian::Query(const Xapian::Query& candidates, const std::u32string& phrase)> phrase;
  // The documents of these days.
  std::function<Xapian::Query(const DayRange& days)> days;
  // Whether so many documents have the term that it tells nothing.
  std::function<bool(const std::string& term)> stands_everywhere;
};

BuiltQuery build_query(const Question& question, Mode mode, const Decide& decide, std::vector<std::string>& ignored);

}  // namespace twofold::indexer
