#pragma once
// A query for given documents. For the indexer's sources alone.

#include <vector>
#include <xapian.h>

namespace twofold::indexer {

Xapian::Query these_documents(std::vector<Xapian::docid> ids);

}  // namespace twofold::indexer
