#include "catalog/stacks/space.h"

#include "base/error.h"
#include "catalog/events.h"
#include "catalog/stacks/standing.h"
#include "catalog/volume_rows.h"

#include <map>

namespace twofold::catalog {
namespace {

// The places below a part that can take something, with the length left on their shelves.
class Destination {
 public:
  Destination(const Database& database, const ShelfPrefix& within) {
    walk_shelves(database, within, "", [this](Shelf&& shelf) {
      const std::size_t index = left_.size();
      left_.push_back(shelf.measured() ? shelf.capacity_mm - shelf.used_mm() : kUnmeasured);
      lengths_.push_back(shelf.capacity_mm);
      for (auto& place : shelf.places) {
        order_.push_back(place.code);
        Spot& spot = spots_[ShelfPrefix(place.code).key()];
        spot = {index, std::move(place)};
      }
      return true;
    });
  }

  // Takes that place for something so thick; else why not.
  std::optional<Message> take(const ShelfCode& code, const Place& what) {
    const auto found = spots_.find(ShelfPrefix(code).key());
    if (found == spots_.end()) return msg("shelf.no_place", code, code.room);
    const Place& there = found->second.place;
    if (!there.free())
      return msg("shelf.occupied", code, there.container.empty() ? there.volumes.front().code.text() : there.container);
    int& left = left_[found->second.shelf];
    if (left == kUnmeasured) return std::nullopt;
    if (what.used_mm() > left)
      return msg("shelf.full", ShelfPrefix(code).cut(ShelfPrefix::kShelf), name_of(what), what.used_mm(), left,
                 lengths_[found->second.shelf]);
    left -= what.used_mm();
    return std::nullopt;
  }
  // The next free one, in order, that has the room; nothing at the end.
  std::optional<ShelfCode> next(const Place& what) {
    while (at_ < order_.size()) {
      const ShelfCode& code = order_[at_++];
      if (!take(code, what)) return code;
    }
    return std::nullopt;
  }
  static std::string name_of(const Place& what) {
    return what.container.empty() ? what.volumes.front().code.text() : what.container;
  }

 private:
  static constexpr int kUnmeasured = -1'000'000;
  struct Spot {
    std::size_t shelf = 0;
    Place place;
  };
  std::vector<int> left_, lengths_;   // of each shelf
  std::vector<ShelfCode> order_;
  std::map<std::string, Spot> spots_;
  std::size_t at_ = 0;
};

std::vector<Place> taken_places(const Database& database, const ShelfPrefix& within) {
  std::vector<Place> taken;
  walk_shelves(database, within, "", [&](Shelf&& shelf) {
    for (auto& place : shelf.places)
      if (!place.free()) taken.push_back(std::move(place));
    return true;
  });
  return taken;
}

ShelfMove plan(const Database& database, const std::vector<Place>& taken, const ShelfPrefix& from,
               const ShelfPrefix& to, bool close_gaps) {
  Destination destination(database, to);
  ShelfMove move;
  for (const auto& place : taken) {
    const std::string name = Destination::name_of(place);
    if (close_gaps) {
      if (const auto code = destination.next(place)) move.moved.push_back({name, place.code.text(), *code});
      else move.obstacles.push_back(msg("shelf.no_run", 1, place.used_mm(), to.text()));
      continue;
    }
    const ShelfCode code = *ShelfPrefix(place.code).moved(from, to).place();
    if (auto obstacle = destination.take(code, place)) move.obstacles.push_back(*std::move(obstacle));
    else move.moved.push_back({name, place.code.text(), code});
  }
  return move;
}

Carried carried_from(const Database& database, const Place& place) {
  if (!place.container.empty()) return carried_box(database, ContainerNumber::parse(place.container));
  return carried_with(database, require_volume(database, place.volumes.front().code));
}

}  // namespace

ShelfMove move_shelves(Transaction& transaction, const ShelfPrefix& from, const ShelfPrefix& to, bool close_gaps) {
  const Database& database = transaction.database();
  if (!close_gaps && from.depth() != to.depth()) throw Error(ErrorKind::Usage, msg("shelf.depth_differs", from, to));
  if (from.overlaps(to)) throw Error(ErrorKind::Usage, msg("shelf.move_into_itself", from, to));
  const auto taken = taken_places(database, from);
  if (taken.empty()) throw Error(ErrorKind::NotFound, msg("shelf.nothing_there", from));
  ShelfMove move = plan(database, taken, from, to, close_gaps);
  if (!move.obstacles.empty()) {
    move.moved.clear();
    return move;
  }
  // A lent volume's place is kept for it: it goes along, so that who brings it back finds it beside its neighbours.
  for (std::size_t i = 0; i < taken.size(); ++i)
    stand_at(transaction, carried_from(database, taken[i]), move.moved[i].to);
  record_event(transaction, "shelf.moved", from.text(), {{"to", to.text()}, {"moved", std::to_string(taken.size())}});
  return move;
}

}  // namespace twofold::catalog
