#include "indexer/these_documents.h"

#include <algorithm>

namespace twofold::indexer {
namespace {

constexpr auto kBeforeFirst = static_cast<std::size_t>(-1);

class These final : public Xapian::PostingSource {
 public:
  explicit These(std::vector<Xapian::docid> ids) : ids_(std::move(ids)) {}

  Xapian::doccount get_termfreq_min() const override { return count(); }
  Xapian::doccount get_termfreq_est() const override { return count(); }
  Xapian::doccount get_termfreq_max() const override { return count(); }
  void init(const Xapian::Database&) override { at_ = kBeforeFirst; }
  void next(double) override { ++at_; }
  void skip_to(Xapian::docid id, double) override {
    if (at_ == kBeforeFirst) at_ = 0;
    at_ = static_cast<std::size_t>(std::lower_bound(ids_.begin() + static_cast<std::ptrdiff_t>(at_), ids_.end(), id) - ids_.begin());
  }
  bool at_end() const override { return at_ != kBeforeFirst && at_ >= ids_.size(); }
  Xapian::docid get_docid() const override { return ids_[at_]; }

 private:
  Xapian::doccount count() const { return static_cast<Xapian::doccount>(ids_.size()); }
  std::vector<Xapian::docid> ids_;
  std::size_t at_ = kBeforeFirst;
};

}  // namespace

Xapian::Query these_documents(std::vector<Xapian::docid> ids) {
  std::ranges::sort(ids);
  return Xapian::Query((new These(std::move(ids)))->release());
}

}  // namespace twofold::indexer
