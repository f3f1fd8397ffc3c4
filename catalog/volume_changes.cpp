#include "catalog/volume_changes.h"

#include "catalog/sql.h"

namespace twofold::catalog {
namespace {

// Each selects day, number, what, person; the volume is the one parameter.
constexpr std::string_view kDamages =
    "SELECT n.day, v.code, n.damages || CASE n.treatment WHEN '' THEN '' ELSE '; ' || n.treatment END || "
    "COALESCE('; ' || n.resolved_on || ' ' || n.resolution, ''), n.inspector "
    "FROM inspection n JOIN volume v ON v.id = n.volume_id WHERE v.id = ? AND n.damages <> '' ORDER BY n.day, n.id";
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

}  // namespace

std::vector<VolumeChange> changes_of(const Database& database, const Volume& volume) {
  std::vector<VolumeChange> changes;
  for (const auto& [kind, sql] : {std::pair{VolumeChangeKind::Damage, kDamages}, {VolumeChangeKind::Amendment, kAmendments},
                                  {VolumeChangeKind::Addition, kAdditions}, {VolumeChangeKind::Removal, kRemovals}}) {
    Statement row(database, sql);
    row.bind(volume.id);
    while (row.step()) changes.push_back({kind, Date::parse(row.text(0)), row.text(1), row.text(2), row.text(3)});
  }
  return changes;
}

}  // namespace twofold::catalog
