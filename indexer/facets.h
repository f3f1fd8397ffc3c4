#pragma once
// Exact counts over everything that a search finds. For the indexer's sources alone.

#include "indexer/answer.h"
#include "indexer/columns.h"

#include <array>
#include <xapian.h>

namespace twofold::indexer {

inline constexpr std::array kFacets = {Facet::Category, Facet::Year,  Facet::Manager, Facet::Type,
                                       Facet::Customer, Facet::Place, Facet::State};

class FacetCounter {
 public:
  void count(const Row& row);
  std::vector<FacetTable> tables(const Xapian::Database& names, std::size_t most) const;

 private:
  std::array<std::vector<std::uint32_t>, kFacets.size()> counts_;  // by ordinal
};

}  // namespace twofold::indexer
