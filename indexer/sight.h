#pragma once
// Who sees which rows. For the indexer's sources alone.

#include "indexer/answer.h"
#include "indexer/columns.h"

namespace twofold::indexer {

class Sight {
 public:
  // Without rights everything is seen.
  explicit Sight(const std::optional<Rights>& rights);
  bool sees_all() const { return all_; }
  bool sees(std::uint32_t id, const Row& row) const {
    return all_ || holds(chapters_, row.chapter_id) || holds(customers_, row.customer_id) || holds_item(id);
  }

 private:
  static bool holds(const std::vector<bool>& set, std::uint32_t id) { return id != 0 && id < set.size() && set[id]; }
  bool holds_item(std::uint32_t id) const;

  bool all_;
  std::vector<bool> chapters_, customers_;  // by id
  std::vector<std::int64_t> items_;         // sorted
};

}  // namespace twofold::indexer
