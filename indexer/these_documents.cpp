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

std::uint32_t compact(const Date& date) {
  return static_cast<std::uint32_t>(date.year()) * 10'000 + date.month() * 100 + date.day();
}

// Looks at a row only when the other conditions have let its document pass.
class OfDays final : public Xapian::PostingSource {
 public:
  OfDays(const ColumnReader& columns, const DayRange& days)
      : rows_(columns.rows()), first_(days.first ? compact(*days.first) : 1), last_(days.last ? compact(*days.last) : ~0U) {}

  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return static_cast<Xapian::doccount>(rows_.size()); }
  Xapian::doccount get_termfreq_max() const override { return static_cast<Xapian::doccount>(rows_.size()); }
  void init(const Xapian::Database&) override { at_ = 0; }
  void next(double) override { advance(at_ + 1); }
  void skip_to(Xapian::docid id, double) override { advance(std::max(id, at_)); }
  bool check(Xapian::docid id, double) override {
    at_ = id;
    return id >= rows_.size() || within(id);
  }
  bool at_end() const override { return at_ >= rows_.size() && at_ > 0; }
  Xapian::docid get_docid() const override { return at_; }

 private:
  bool within(Xapian::docid id) const { return rows_[id].date >= first_ && rows_[id].date <= last_; }
  void advance(Xapian::docid to) {
    for (at_ = to; at_ < rows_.size() && !within(at_);) ++at_;
  }

  const std::span<const Row> rows_;
  const std::uint32_t first_, last_;
  Xapian::docid at_ = 0;
};

}  // namespace

Xapian::Query documents_of_days(const ColumnReader& columns, const DayRange& days) {
  return Xapian::Query((new OfDays(columns, days))->release());
}

Xapian::Query these_documents(std::vector<Xapian::docid> ids) {
  std::ranges::sort(ids);
  return Xapian::Query((new These(std::move(ids)))->release());
}

}  // namespace twofold::indexer
