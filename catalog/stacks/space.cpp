#include "catalog/stacks/space.h"

#include "base/error.h"
#include "catalog/stacks/standing.h"
#include "catalog/volume_rows.h"

#include <limits>
#include <set>

namespace twofold::catalog {
namespace {

// Looks for the first run along the shelves. Once something stands in between it begins anew: a run that begins later
// on the same free stretch ends no sooner, so that one pass is enough.
class RunSeeker {
 public:
  RunSeeker(const std::vector<int>& thicknesses, bool on_one_shelf)
      : thicknesses_(thicknesses), on_one_shelf_(on_one_shelf) {}

  // False once the run is complete.
  bool take(const Shelf& shelf) {
    if (on_one_shelf_ || (!run_.empty() && run_.front().room != shelf.code.room())) run_.clear();
    const int room = shelf.measured() ? shelf.capacity_mm - shelf.used_mm() : std::numeric_limits<int>::max();
    int left = room;
    for (const auto& place : shelf.places) {
      if (!place.free()) {
        run_.clear();
        left = room;
        continue;
      }
      // Too thick for what is left: it waits for the next shelf, unless something stands in between. A thickness may be
      // 0, and a full shelf takes none of these either.
      if (left <= 0 || thicknesses_[run_.size()] > left) continue;
      left -= thicknesses_[run_.size()];
      run_.push_back(place.code);
      if (run_.size() == thicknesses_.size()) return false;
    }
    return true;
  }
  bool complete() const { return run_.size() == thicknesses_.size(); }
  const std::vector<ShelfCode>& run() const { return run_; }

 private:
  const std::vector<int>& thicknesses_;
  bool on_one_shelf_;
  std::vector<ShelfCode> run_;
};

// Volumes of one box once.
std::vector<Carried> carried_in_order(const Database& database, const std::vector<VolumeCode>& volumes) {
  std::vector<Carried> all;
  std::set<std::string> known;
  for (const auto& code : volumes) {
    Carried what = carried_with(database, require_volume(database, code));
    if (known.insert(what.name()).second) all.push_back(std::move(what));
  }
  return all;
}

std::vector<ShelfCode> require_run(const Database& database, const ShelfPrefix& within,
                                   const std::vector<Carried>& all) {
  std::vector<int> thicknesses;
  int sum = 0;
  for (const auto& what : all) {
    thicknesses.push_back(what.thickness_mm);
    sum += what.thickness_mm;
  }
  if (auto run = find_run(database, within, thicknesses)) return *std::move(run);
  throw Error(ErrorKind::Refused, msg("shelf.no_run", all.size(), sum, within.text()));
}

std::vector<PlacedRow> rows_of(const std::vector<Carried>& all, const std::vector<ShelfCode>& run) {
  std::vector<PlacedRow> rows;
  for (std::size_t i = 0; i < all.size(); ++i) rows.push_back({all[i].name(), all[i].shelf(), run[i]});
  return rows;
}

}  // namespace

std::vector<FillRow> fill_of(const Database& database, const ShelfPrefix& within, std::string_view after,
                             std::size_t most) {
  const std::size_t depth = std::min(within.depth() + 1, ShelfPrefix::kShelf);
  const std::string after_key = ShelfPrefix::parse(after).key();
  std::vector<FillRow> rows;
  walk_shelves(database, within, "", [&](Shelf&& shelf) {
    const ShelfPrefix part = shelf.code.cut(depth);
    if (part.key() <= after_key) return true;
    if (rows.empty() || rows.back().part.key() != part.key()) {
      if (rows.size() == most) return false;
      rows.push_back({.part = part});
    }
    FillRow& row = rows.back();
    ++row.shelves;
    row.places += static_cast<int>(shelf.places.size());
    row.taken += shelf.taken();
    if (!shelf.measured()) return true;
    ++row.measured_shelves;
    row.capacity_mm += shelf.capacity_mm;
    row.used_mm += shelf.used_mm();
    return true;
  });
  return rows;
}

std::optional<std::vector<ShelfCode>> find_run(const Database& database, const ShelfPrefix& within,
                                               const std::vector<int>& thicknesses_mm) {
  if (thicknesses_mm.empty()) return std::vector<ShelfCode>{};
  for (const bool on_one_shelf : {true, false}) {
    RunSeeker seeker(thicknesses_mm, on_one_shelf);
    walk_shelves(database, within, "", [&](Shelf&& shelf) { return seeker.take(shelf); });
    if (seeker.complete()) return seeker.run();
  }
  return std::nullopt;
}

std::vector<PlacedRow> run_for(const Database& database, const ShelfPrefix& within,
                               const std::vector<VolumeCode>& volumes) {
  const auto all = carried_in_order(database, volumes);
  return rows_of(all, require_run(database, within, all));
}

std::vector<PlacedRow> place_run(Transaction& transaction, const ShelfPrefix& within,
                                 const std::vector<VolumeCode>& volumes) {
  const auto all = carried_in_order(transaction.database(), volumes);
  for (const auto& what : all)
    if (!what.shelf().empty()) throw Error(ErrorKind::Refused, msg("shelf.already_placed", what.name(), what.shelf()));
  const auto run = require_run(transaction.database(), within, all);
  for (std::size_t i = 0; i < all.size(); ++i) carry(transaction, all[i], run[i]);
  return rows_of(all, run);
}

}  // namespace twofold::catalog
