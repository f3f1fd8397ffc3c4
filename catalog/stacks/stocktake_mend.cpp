#include "catalog/stacks/stocktake.h"

#include "base/error.h"
#include "catalog/events.h"
#include "catalog/loans.h"
#include "catalog/stacks/label.h"
#include "catalog/stacks/standing.h"
#include "catalog/volume_rows.h"

#include <algorithm>
#include <map>

namespace twofold::catalog {
namespace {

// One thing that stands elsewhere than on record, and where.
struct Stray {
  Carried what;
  std::string at, belongs;
};

class Mender {
 public:
  Mender(Transaction& transaction, const Stocktake& stocktake) : transaction_(transaction), stocktake_(stocktake) {}

  std::vector<Mended> mend() {
    std::vector<Finding> findings;
    each_finding(transaction_.database(), stocktake_, [&](const Finding& finding) { findings.push_back(finding); });
    for (const auto& finding : findings) mend_record(finding);
    // Two that were exchanged can only change places once both have left theirs.
    const auto strays = strays_among(findings);
    for (const auto& stray : strays)
      if (!stray.belongs.empty()) lift(transaction_, stray.what, "volume.lifted");
    for (const auto& stray : strays) set_down(stray);
    return std::move(done_);
  }

 private:
  void mend_record(const Finding& finding) {
    switch (finding.kind) {
      case Finding::Kind::Missing: return mark_missing(finding);
      case Finding::Kind::OnLoan: return take_back(finding);
      case Finding::Kind::Found: return mark_found(finding);
      case Finding::Kind::Unread:
        return leave(finding.name, finding.at, why_unread(finding, stocktake_));
      case Finding::Kind::Misplaced:
      case Finding::Kind::Unexpected: return;
    }
  }

  void mark_missing(const Finding& finding) {
    const auto marked =
        Statement(transaction_.database(), "UPDATE volume SET missing_since = ? WHERE id = ? AND missing_since IS NULL")
            .bind(transaction_.now())
            .bind(finding.volume_id)
            .run();
    if (marked == 0) return;
    record_event(transaction_, "volume.missing", finding.name,
                 {{"place", finding.belongs}, {"stocktake", stocktake_.number}});
    done_.push_back({Mended::Kind::MarkedMissing, finding.name, finding.belongs, "",
                     msg("stocktake.marked_missing", finding.name, finding.belongs)});
  }

  void mark_found(const Finding& finding) {
    Statement(transaction_.database(), "UPDATE volume SET missing_since = NULL WHERE id = ?")
        .bind(finding.volume_id)
        .run();
    record_event(transaction_, "volume.found", finding.name,
                 {{"place", finding.belongs}, {"stocktake", stocktake_.number}});
    done_.push_back({Mended::Kind::Found, finding.name, finding.belongs, finding.belongs,
                     msg("stocktake.found", finding.name, finding.at)});
  }

  void take_back(const Finding& finding) {
    const auto code = VolumeCode::parse(finding.name);
    if (finding.loan == "lost") report_found(transaction_, code);
    else return_volume(transaction_, code);
    done_.push_back({Mended::Kind::Returned, finding.name, finding.holder, finding.at,
                     msg("stocktake.returned", finding.name, finding.holder)});
    if (stands_at(finding.belongs, finding.at)) return;
    returned_.push_back(finding);
  }

  void leave(const std::string& name, const std::string& at, Message why) {
    done_.push_back({Mended::Kind::Left, name, at, "", std::move(why)});
  }

  // Volumes and whole boxes to be set down elsewhere. One of a box that was seen apart from the others cannot move
  // alone.
  std::vector<Stray> strays_among(const std::vector<Finding>& findings) {
    std::vector<Stray> strays;
    std::map<std::string, std::vector<const Finding*>> boxes;
    const auto take = [&](const Finding& finding) {
      if (!finding.container.empty()) boxes[finding.container].push_back(&finding);
      else if (const auto volume = *find_volume(transaction_.database(), finding.volume_id);
               volume.state == VolumeState::Destroyed || volume.state == VolumeState::Transferred)
        leave(finding.name, finding.at, msg("stocktake.gone", finding.name, finding.at));
      else strays.push_back({carried_with(transaction_.database(), volume), finding.at, finding.belongs});
    };
    for (const auto& finding : findings)
      if (finding.kind == Finding::Kind::Misplaced || finding.kind == Finding::Kind::Unexpected) take(finding);
    for (const auto& finding : returned_) take(finding);
    for (const auto& [number, members] : boxes) {
      const Carried box = carried_box(transaction_.database(), ContainerNumber::parse(number));
      const std::string& at = members.front()->at;
      const bool together = members.size() + lent(box) == box.volumes.size() &&
                            std::ranges::all_of(members, [&](const Finding* member) { return member->at == at; });
      if (together) strays.push_back({box, at, members.front()->belongs});
      else
        for (const auto* member : members)
          leave(member->name, member->at, msg("stocktake.apart_from_box", member->name, number, member->at));
    }
    return strays;
  }

  std::size_t lent(const Carried& box) const {
    return static_cast<std::size_t>(std::ranges::count_if(
        box.volumes, [&](const Volume& volume) { return live_loan(transaction_.database(), volume.id).has_value(); }));
  }

  // At the place scanned, or at the first free one of its shelf: the paper is there, whatever the shelf's length says.
  void set_down(const Stray& stray) {
    if (const auto place = free_place(stray); place && place->text() != stray.belongs) {
      stand_at(transaction_, stray.what, *place);
      done_.push_back({Mended::Kind::Moved, stray.what.name(), stray.belongs, place->text(),
                       msg("stocktake.moved", stray.what.name(), *place)});
      return;
    }
    const auto before = ShelfCode::try_parse(stray.belongs);
    if (before && !occupied(*before)) stand_at(transaction_, stray.what, *before);
    leave(stray.what.name(), stray.at, msg("stocktake.no_room", stray.what.name(), stray.at));
  }

  std::optional<ShelfCode> free_place(const Stray& stray) {
    if (const auto place = ShelfCode::try_parse(stray.at)) {
      make_way(*place);
      if (!occupied(*place)) return place;
    }
    const auto shelf = ShelfPrefix::parse(stray.at).cut(ShelfPrefix::kShelf);
    for (const auto& each : list_shelves(transaction_.database(), shelf, "", 1))
      for (const auto& place : each.places)
        if (place.free()) return place.code;
    return std::nullopt;
  }

  bool occupied(const ShelfCode& place) const {
    const auto shelves = list_shelves(transaction_.database(), ShelfPrefix(place), "", 1);
    return !shelves.empty() && !shelves.front().places.front().free();
  }

  // What is missing keeps its place only until something else stands there.
  void make_way(const ShelfCode& place) {
    for (const auto& shelf : list_shelves(transaction_.database(), ShelfPrefix(place), "", 1))
      for (const auto& volume : shelf.places.front().volumes)
        if (volume.missing && shelf.places.front().container.empty())
          lift(transaction_, carried_with(transaction_.database(), *find_volume(transaction_.database(), volume.id)),
               "volume.lifted");
  }

  Transaction& transaction_;
  const Stocktake& stocktake_;
  std::vector<Finding> returned_;  // and not at their place
  std::vector<Mended> done_;
};

}  // namespace

std::vector<Mended> mend(Transaction& transaction, const Stocktake& stocktake) {
  if (!stocktake.open) throw Error(ErrorKind::Refused, msg("stocktake.finished", stocktake.number));
  auto done = Mender(transaction, stocktake).mend();
  record_event(transaction, "stocktake.mended", stocktake.number, {{"changes", std::to_string(done.size())}});
  return done;
}

}  // namespace twofold::catalog
