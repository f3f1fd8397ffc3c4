#pragma once
// Phrases are looked for in the stored text, word for word: positions are not indexed. For the indexer's sources alone.

#include "indexer/record.h"

#include <xapian.h>

namespace twofold::indexer {

// Whether each phrase (folded) stands in a page, in the title or in another field.
bool holds_phrases(const Record& record, const std::vector<std::u32string>& phrases);

// Exactly the documents among the candidates that hold the phrase.
Xapian::Query decide_phrase(const Xapian::Database& database, const Xapian::Query& candidates, const std::u32string& phrase);

}  // namespace twofold::indexer
