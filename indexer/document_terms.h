#pragma once
// What a document is found by, as Xapian takes it. For the indexer's sources alone; docs/index-format.md lists the
// terms.

#include "indexer/document.h"

#include <xapian.h>

namespace twofold::indexer {

// Behind the prefix of the number field: the beginning of a number up to the end of one of its parts.
inline constexpr std::string_view kBeginningPrefix = "B";

Xapian::Document document_terms(const Document& document);

}  // namespace twofold::indexer
