#pragma once
// Customers offered while somebody types. For the indexer's sources alone.

#include "indexer/match.h"

namespace twofold::indexer {

std::vector<Suggestion> suggest_clients(const View& view, std::string_view beginning, std::size_t most);

}  // namespace twofold::indexer
