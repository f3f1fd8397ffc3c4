#include "archive/arrangement_desk.h"

#include "archive/ingest.h"
#include "archive/page_content.h"
#include "base/error.h"

#include <algorithm>
#include <numeric>

namespace twofold::archive {

using catalog::Arrangement;
using catalog::ArrangementKind;
using catalog::ArrangementPlan;
using catalog::Item;

namespace {

void require_page(const Item& item, int page) {
  if (page < 1 || page > item.page_count) throw Error(ErrorKind::Usage, msg("arrange.no_such_page", page));
}

std::vector<PlacedPage> pages_of(const Item& item, int first, int last) {
  std::vector<PlacedPage> pages;
  for (int page = first; page <= last; ++page) pages.push_back({item.id, page, 0});
  return pages;
}

}  // namespace

// Refused before any file is made; the transaction asks again.
void ArrangementDesk::require(const Item& item) {
  authority_.require(catalog::Action::File, catalog::access_of(archive_.database(), item), item.number());
  catalog::require_arrangeable(archive_.database(), item);
}

Arrangement ArrangementDesk::record(const ArrangementPlan& plan) {
  catalog::Transaction transaction(archive_.database(), authority_.actor().name, archive_.clock());
  auto made = catalog::record_arrangement(transaction, plan);
  transaction.commit();
  index_pending(archive_);
  return made;
}

Arrangement ArrangementDesk::split(const Item& item, int last_page) {
  require(item);
  require_page(item, last_page);
  require_page(item, last_page + 1);
  return record({ArrangementKind::Split, item.id, compose(archive_, surveyor_, pages_of(item, 1, last_page), progress_),
                 {compose(archive_, surveyor_, pages_of(item, last_page + 1, item.page_count), progress_)}, {}});
}

Arrangement ArrangementDesk::merge(const std::vector<Item>& items) {
  ArrangementPlan plan;
  std::vector<PlacedPage> pages;
  for (const Item& item : items) {
    require(item);
    const bool twice = item.id == plan.item_id || std::ranges::find(plan.absorbed, item.id) != plan.absorbed.end();
    if (twice) throw Error(ErrorKind::Usage, msg("arrange.needs_two"));
    if (plan.item_id == 0) plan.item_id = item.id;
    else plan.absorbed.push_back(item.id);
    std::ranges::copy(pages_of(item, 1, item.page_count), std::back_inserter(pages));
  }
  if (plan.absorbed.empty()) throw Error(ErrorKind::Usage, msg("arrange.needs_two"));
  plan.kind = ArrangementKind::Merge;
  plan.content = compose(archive_, surveyor_, pages, progress_);
  return record(plan);
}

Arrangement ArrangementDesk::rotate(const Item& item, const std::vector<int>& pages, int degrees) {
  require(item);
  if (degrees != 90 && degrees != 180 && degrees != 270) throw Error(ErrorKind::Usage, msg("arrange.not_a_turn", degrees));
  auto placed = pages_of(item, 1, item.page_count);
  for (const int page : pages) {
    require_page(item, page);
    placed[static_cast<std::size_t>(page) - 1].quarter_turns = degrees / 90;
  }
  return record({ArrangementKind::Rotate, item.id, compose(archive_, surveyor_, placed, progress_), {}, {}});
}

Arrangement ArrangementDesk::reorder(const Item& item, const std::vector<int>& order) {
  require(item);
  std::vector<int> all(static_cast<std::size_t>(item.page_count));
  std::iota(all.begin(), all.end(), 1);
  if (!std::ranges::is_permutation(order, all)) throw Error(ErrorKind::Usage, msg("arrange.not_an_order", item.page_count));
  std::vector<PlacedPage> placed;
  for (const int page : order) placed.push_back({item.id, page, 0});
  return record({ArrangementKind::Reorder, item.id, compose(archive_, surveyor_, placed, progress_), {}, {}});
}

Arrangement ArrangementDesk::undo(std::int64_t id) {
  const auto kept = catalog::find_item(archive_.database(), catalog::item_kept_by(archive_.database(), id));
  authority_.require(catalog::Action::File, catalog::access_of(archive_.database(), *kept), kept->number());
  catalog::Transaction transaction(archive_.database(), authority_.actor().name, archive_.clock());
  auto undone = catalog::undo_arrangement(transaction, id);
  transaction.commit();
  index_pending(archive_);
  return undone;
}

}  // namespace twofold::archive
