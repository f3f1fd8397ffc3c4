#include "indexer/facets.h"

#include "indexer/names.h"

#include <algorithm>

namespace twofold::indexer {
namespace {

std::uint32_t ordinal_of(const Row& row, Facet facet) {
  switch (facet) {
    case Facet::Category: return row.category;
    case Facet::Year: return row.year;
    case Facet::Manager: return row.manager;
    case Facet::Type: return row.type;
    case Facet::Customer: return row.customer;
    case Facet::Place: return row.place;
    case Facet::State: return row.state;
  }
  return 0;
}

std::string value_of(const Xapian::Database& names, Facet facet, std::uint32_t ordinal) {
  switch (facet) {
    case Facet::Category:
    case Facet::Year: return std::to_string(ordinal);
    case Facet::Manager: return name_by_ordinal(names, NameKind::Manager, ordinal);
    case Facet::Type: return name_by_ordinal(names, NameKind::Type, ordinal);
    case Facet::Customer: return name_by_ordinal(names, NameKind::Customer, ordinal);
    case Facet::Place: return name_by_ordinal(names, NameKind::Place, ordinal);
    case Facet::State: return name_by_ordinal(names, NameKind::State, ordinal);
  }
  return {};
}

// Category 0 is the daily records; of the others 0 says that there is none.
std::uint32_t first_ordinal(Facet facet) { return facet == Facet::Category ? 0 : 1; }

FacetTable table_of(const Xapian::Database& names, Facet facet, const std::vector<std::uint32_t>& counts, std::size_t most) {
  FacetTable table;
  table.facet = facet;
  std::vector<std::uint32_t> present;
  for (std::uint32_t ordinal = first_ordinal(facet); ordinal < counts.size(); ++ordinal)
    if (counts[ordinal] > 0) present.push_back(ordinal);
  table.different = present.size();
  const auto kept = std::min(most, present.size());
  std::ranges::partial_sort(present, present.begin() + static_cast<std::ptrdiff_t>(kept), [&](std::uint32_t a, std::uint32_t b) {
    return counts[a] != counts[b] ? counts[a] > counts[b] : a < b;
  });
  present.resize(kept);
  for (const std::uint32_t ordinal : present) table.counts.push_back({value_of(names, facet, ordinal), counts[ordinal]});
  std::ranges::sort(table.counts, [](const FacetCount& a, const FacetCount& b) {
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  });
  return table;
}

}  // namespace

void FacetCounter::count(const Row& row) {
  for (std::size_t i = 0; i < kFacets.size(); ++i) {
    const std::uint32_t ordinal = ordinal_of(row, kFacets[i]);
    auto& counts = counts_[i];
    if (ordinal >= counts.size()) counts.resize(std::max<std::size_t>(ordinal + 1, counts.size() * 2));
    ++counts[ordinal];
  }
}

std::vector<FacetTable> FacetCounter::tables(const Xapian::Database& names, std::size_t most) const {
  std::vector<FacetTable> tables;
  for (std::size_t i = 0; i < kFacets.size(); ++i) tables.push_back(table_of(names, kFacets[i], counts_[i], most));
  return tables;
}

std::string_view name_of(Facet facet) {
  constexpr std::array<std::string_view, kFacets.size()> kNames = {"category", "year", "manager", "type", "customer", "place", "state"};
  return kNames.at(static_cast<std::size_t>(facet));
}

}  // namespace twofold::indexer
