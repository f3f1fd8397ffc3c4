#include "catalog/known_heads.h"

namespace twofold::catalog {

std::optional<ChainFault> verify_chain_against(const Database& database, const KnownHeads& known) {
  auto first = verify_chain(database);
  const std::int64_t last = chain_head(database).seq;
  for (const auto& head : known) {
    if (first && first->seq <= head.seq) return first;
    if (head.seq > last) return ChainFault{last + 1, "audit.truncated"};
    const auto events = list_events(database, "", head.seq + 1, 1);
    if (head.seq > 0 && (events.empty() || events.front().hash != head.hash)) return ChainFault{head.seq, "audit.hash_differs"};
  }
  return first;
}

}  // namespace twofold::catalog
