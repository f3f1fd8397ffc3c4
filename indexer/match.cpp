#include "indexer/match.h"

#include "indexer/likeness.h"
#include "indexer/phrases.h"

#include <algorithm>

namespace twofold::indexer {
namespace {

// Measured with the rest of the ranking, on questions with known answers.
constexpr double kK1 = 0.9, kB = 0.5, kLeastNormalisedLength = 0.5;
// How many of the best hits are compared. Where some of the words are enough, the right one may stand further down.
constexpr std::size_t kCompared = 50, kComparedOfSome = 150;
constexpr std::size_t kMostComparedBytes = 2'000'000;

// Hides what may not be seen and what lacks a phrase.
class Allowed final : public Xapian::MatchDecider {
 public:
  Allowed(const View& view, const std::vector<std::u32string>& phrases) : view_(view), phrases_(phrases) {}
  bool needed() const { return !view_.sight.sees_all() || !phrases_.empty(); }
  bool operator()(const Xapian::Document& document) const override {
    const auto id = document.get_docid();
    if (!view_.sight.sees(id, view_.columns.row(id))) return false;
    return phrases_.empty() || holds_phrases(read_record(document.get_data()), phrases_);
  }

 private:
  const View& view_;
  const std::vector<std::u32string>& phrases_;
};

class Count final : public Xapian::MatchSpy {
 public:
  Count(const ColumnReader& columns, FacetCounter* counter) : columns_(columns), counter_(counter) {}
  void operator()(const Xapian::Document& document, double) override { counter_->count(columns_.row(document.get_docid())); }

 private:
  const ColumnReader& columns_;
  FacetCounter* const counter_;
};

class ByDate final : public Xapian::KeyMaker {
 public:
  ByDate(const ColumnReader& columns, Order order) : columns_(columns), order_(order) {}
  std::string operator()(const Xapian::Document& document) const override {
    const std::uint32_t date = columns_.row(document.get_docid()).date;
    // Keys ascend: the newest first is the complement; what has no date is last either way.
    const std::uint32_t key = date == 0 ? ~0U : order_ == Order::Newest ? ~0U - date : date;
    return {static_cast<char>(key >> 24U), static_cast<char>(key >> 16U), static_cast<char>(key >> 8U), static_cast<char>(key)};
  }

 private:
  const ColumnReader& columns_;
  const Order order_;
};

// The best hits once more, by what stands in them as it was asked.
void compare_texts(std::vector<Ranked>& hits, const BuiltQuery& built, std::size_t most) {
  const auto count = static_cast<std::ptrdiff_t>(std::min(most, hits.size()));
  const double best = hits.empty() ? 0 : hits.front().score;
  const Wanted wanted(built.needles, built.whole, built.asks);
  std::size_t budget = kMostComparedBytes;
  for (auto hit = hits.begin(); hit != hits.begin() + count; ++hit)
    hit->score = (best > 0 ? hit->score / best : 0) + wanted.likeness(hit->record, budget);
  std::ranges::stable_sort(hits.begin(), hits.begin() + count, std::ranges::greater(), &Ranked::score);
}

// Looking at everything makes totals and facets exact.
enum class Depth { Everything, TheBest };
constexpr std::size_t kCountedOfTheBest = 500;  // for facets

struct Range {
  std::size_t first = 0, most = 0;
};

Found run(const View& view, const BuiltQuery& built, Order order, Range range, Depth depth, FacetCounter* facets) {
  Found found;
  if (built.query.empty()) return found;
  Xapian::Enquire enquire(view.database);
  enquire.set_weighting_scheme(Xapian::BM25Weight(kK1, 0, 1, kB, kLeastNormalisedLength));
  enquire.set_query(built.query);
  const Allowed allowed(view, built.phrases);
  ByDate by_date(view.columns, order);
  if (order != Order::Relevance) enquire.set_sort_by_key_then_relevance(&by_date, false);
  Count count(view.columns, facets);
  const bool everything = depth == Depth::Everything;
  if (facets != nullptr && everything) enquire.add_matchspy(&count);
  // The best are compared together, whichever page of them is shown, so that pages never overlap.
  const std::size_t compared = built.mode == Mode::All ? kCompared : kComparedOfSome;
  const bool compares = order == Order::Relevance && range.first < compared && range.most > 0 && !built.needles.empty();
  const std::size_t counted = facets != nullptr && !everything ? kCountedOfTheBest : 0;
  const std::size_t from = compares || counted > 0 ? 0 : range.first;
  const std::size_t until = compares ? std::max(compared, range.first + range.most) : range.first + range.most;
  const auto set = enquire.get_mset(static_cast<Xapian::doccount>(from),
                                    static_cast<Xapian::doccount>(std::max(until - from, counted)),
                                    everything ? view.database.get_doccount() : 0, nullptr, allowed.needed() ? &allowed : nullptr);
  found.total = set.get_matches_estimated();
  for (auto hit = set.begin(); hit != set.end(); ++hit) {
    if (counted > 0) facets->count(view.columns.row(*hit));
    if (found.hits.size() < until - from) found.hits.push_back({*hit, hit.get_weight(), read_record(hit.get_document().get_data())});
  }
  if (compares) compare_texts(found.hits, built, compared);
  const auto skipped = static_cast<std::ptrdiff_t>(std::min(range.first - from, found.hits.size()));
  found.hits.erase(found.hits.begin(), found.hits.begin() + skipped);
  if (found.hits.size() > range.most) found.hits.resize(range.most);
  return found;
}

}  // namespace

Found match(const View& view, const BuiltQuery& built, Order order, std::size_t first, std::size_t most, FacetCounter* facets) {
  // How many items have some word of a question tells nobody anything: there the best are enough, which takes a tenth
  // of the time.
  const bool best_only = built.mode == Mode::Some && order == Order::Relevance;
  return run(view, built, order, {first, most}, best_only ? Depth::TheBest : Depth::Everything, facets);
}

Found best_matches(const View& view, const BuiltQuery& built, std::size_t most) {
  return run(view, built, Order::Relevance, {0, most}, Depth::TheBest, nullptr);
}

}  // namespace twofold::indexer
