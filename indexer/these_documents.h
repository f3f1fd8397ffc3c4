#pragma once
// Queries for documents that are told otherwise than by terms. For the indexer's sources alone.

#include "indexer/columns.h"
#include "indexer/day_range.h"

#include <vector>
#include <xapian.h>

namespace twofold::indexer {

Xapian::Query these_documents(std::vector<Xapian::docid> ids);

// Those with a date within the days. `columns` must outlive the search.
Xapian::Query documents_of_days(const ColumnReader& columns, const DayRange& days);

}  // namespace twofold::indexer
