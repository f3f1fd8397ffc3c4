#include "catalog/volume_changes.h"

#include "catalog/inspections.h"
#include "catalog/sql.h"

#include <algorithm>
#include <limits>

namespace twofold::catalog {
namespace {

// Each selects day, number, what, person; the volume is the one parameter.
constexpr std::string_view kAmendments =
    "SELECT date(a.decided_at / 1000, 'unixepoch', 'localtime'), i.reference_code, (SELECT group_concat(f.field || ': ' || f.before || "
    "' → ' || f.after, '; ') FROM amended_field f WHERE f.amendment_id = a.id) || '; ' || a.reason, a.decided_by "
    "FROM amendment a JOIN item i ON i.id = a.item_id WHERE i.volume_id = ? AND a.bound = 1 ORDER BY a.decided_at, a.id";
constexpr std::string_view kAdditions =
    "SELECT date(c.at / 1000, 'unixepoch', 'localtime'), s.code, s.title, c.closed_by FROM volume v JOIN volume s ON s.chapter_id = "
    "v.chapter_id AND s.year = v.year AND s.retention = v.retention AND s.supplementary = 1 AND s.number > v.number "
    "JOIN closing c ON c.volume_id = s.id WHERE v.id = ? ORDER BY s.number";
constexpr std::string_view kRemovals =
    "SELECT date(r.ended_at / 1000, 'unixepoch', 'localtime'), i.reference_code, r.cause || ': ' || r.reason, r.ended_by "
    "FROM removal r JOIN item i ON i.id = r.item_id WHERE i.volume_id = ? AND r.state = 'destroyed' "
    "AND i.reference_code IS NOT NULL ORDER BY r.ended_at, r.id";

void add_damages(const Database& database, const Volume& volume, Language language, std::vector<VolumeChange>& changes) {
  std::vector<ConditionInspection> found = list_inspections(database, volume.code, 0, std::numeric_limits<std::int32_t>::max());
  std::erase_if(found, [](const auto& each) { return each.what.damages.empty() && !each.what.miscount; });
  std::ranges::stable_sort(found, {}, [](const auto& each) { return each.what.day; });
  for (const auto& [id, what, resolved_on, resolved_by, resolution] : found) {
    std::string told = what.treatment;
    if (resolved_on && !told.empty()) told += "; ";
    if (resolved_on) told += resolved_on->text() + " " + resolution;
    changes.push_back({VolumeChangeKind::Damage, what.day, volume.code.text(),
                       condition_words(what.damages, what.miscount, told, language), what.inspector});
  }
}

}  // namespace

std::vector<VolumeChange> changes_of(const Database& database, const Volume& volume, Language language) {
  std::vector<VolumeChange> changes;
  add_damages(database, volume, language, changes);
  for (const auto& [kind, sql] : {std::pair{VolumeChangeKind::Amendment, kAmendments}, {VolumeChangeKind::Addition, kAdditions},
                                  {VolumeChangeKind::Removal, kRemovals}}) {
    Statement row(database, sql);
    row.bind(volume.id);
    while (row.step()) changes.push_back({kind, Date::parse(row.text(0)), row.text(1), row.text(2), row.text(3)});
  }
  return changes;
}

}  // namespace twofold::catalog
