#include "scanner/comparison.h"

#include <algorithm>
#include <array>

namespace twofold::scanner {

std::string_view name_of(Change change) {
  constexpr std::array names{"missing", "added", "exchanged"};
  return names.at(static_cast<std::size_t>(change));
}

bool ComparedPage::legible() const {
  constexpr double kMostUnrest = 0.075;
  return unrest <= kMostUnrest;
}

bool ComparedPage::doubtful() const {
  const bool sure = std::ranges::any_of(differences, &PageDifference::sure);
  return electronic != 0 && !alike() && (!legible() || !sure);
}

bool Comparison::in_order() const {
  return std::ranges::all_of(pages, [](const ComparedPage& page) { return page.electronic == page.scanned; });
}

bool Comparison::same() const {
  return !failure && missing.empty() && in_order() && std::ranges::all_of(pages, &ComparedPage::alike);
}

bool Comparison::undecided() const {
  return !failure && missing.empty() && in_order() && !same() &&
         std::ranges::all_of(pages, [](const ComparedPage& page) { return page.alike() || page.doubtful(); });
}

}  // namespace twofold::scanner
