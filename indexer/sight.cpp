#include "indexer/sight.h"

#include <algorithm>

namespace twofold::indexer {
namespace {

std::vector<bool> set_of(const std::vector<std::int64_t>& ids) {
  std::vector<bool> set;
  for (const auto id : ids) {
    if (id <= 0 || id > std::numeric_limits<std::uint32_t>::max()) continue;
    const auto at = static_cast<std::size_t>(id);
    if (at >= set.size()) set.resize(at + 1);
    set[at] = true;
  }
  return set;
}

}  // namespace

Sight::Sight(const std::optional<Rights>& rights) : all_(!rights) {
  if (!rights) return;
  chapters_ = set_of(rights->chapters);
  customers_ = set_of(rights->customers);
  items_ = rights->items;
  std::ranges::sort(items_);
}

bool Sight::holds_item(std::uint32_t id) const { return std::ranges::binary_search(items_, static_cast<std::int64_t>(id)); }

}  // namespace twofold::indexer
