#include "catalog/inspections.h"

#include "base/error.h"
#include "base/text.h"
#include "catalog/events.h"
#include "catalog/volume_rows.h"

#include <array>
#include <fmt/format.h>

namespace twofold::catalog {
namespace {

struct DamageName {
  Damage damage;
  std::string_view key, chinese;
};
constexpr std::array kDamages = {
    DamageName{Damage::Water, "water", "水浸"},     DamageName{Damage::Mould, "mould", "霉变"},
    DamageName{Damage::Sticking, "sticking", "粘连"}, DamageName{Damage::Fading, "fading", "褪色"},
    DamageName{Damage::Insects, "insects", "虫蛀"}, DamageName{Damage::Rodents, "rodents", "鼠咬"},
};

std::string joined(const std::set<Damage>& damages) {
  std::string out;
  for (const auto damage : damages) out += (out.empty() ? "" : ",") + text(damage);
  return out;
}

constexpr std::string_view kSelectInspection =
    "SELECT n.id, v.code, n.day, n.damages, n.treatment, n.inspector, n.follow_up, n.resolved_on, n.resolved_by, "
    "n.resolution, n.pages_counted, n.pages_expected FROM inspection n JOIN volume v ON v.id = n.volume_id ";

ConditionInspection read_inspection(const Statement& row) {
  return ConditionInspection{.id = row.integer(0),
                             .what = {.volume = VolumeCode::parse(row.text(1)),
                                      .day = Date::parse(row.text(2)),
                                      .damages = damages_stored(row.text(3)),
                                      .treatment = row.text(4),
                                      .inspector = row.text(5),
                                      .follow_up = row.date(6),
                                      .miscount = miscount_stored(row, 10)},
                             .resolved_on = row.date(7),
                             .resolved_by = row.text(8),
                             .resolution = row.text(9)};
}

std::vector<ConditionInspection> read_inspections(Statement& row) {
  std::vector<ConditionInspection> inspections;
  while (row.step()) inspections.push_back(read_inspection(row));
  return inspections;
}

ConditionInspection require_inspection(const Database& database, std::int64_t id) {
  Statement row(database, std::string(kSelectInspection) + "WHERE n.id = ?");
  row.bind(id);
  if (!row.step()) throw Error(ErrorKind::NotFound, msg("inspection.unknown", id));
  return read_inspection(row);
}

void refuse_unsound(const NewInspection& what, const Date& today) {
  if (trim(what.inspector).empty()) throw Error(ErrorKind::Usage, msg("upkeep.no_signature"));
  if (what.day > today) throw Error(ErrorKind::Usage, msg("upkeep.in_future", what.day));
  if ((!what.damages.empty() || what.miscount) && !what.follow_up)
    throw Error(ErrorKind::Usage, msg("inspection.no_follow_up", what.volume));
  if (what.follow_up && *what.follow_up <= what.day)
    throw Error(ErrorKind::Usage, msg("inspection.follow_up_too_early", *what.follow_up, what.day));
}

}  // namespace

std::string text(Damage damage) {
  for (const auto& name : kDamages)
    if (name.damage == damage) return std::string(name.key);
  return {};
}

std::optional<Damage> try_parse_damage(std::string_view name) {
  for (const auto& known : kDamages)
    if (known.key == name || known.chinese == name) return known.damage;
  return std::nullopt;
}

std::set<Damage> damages_stored(const std::string& stored) {
  std::set<Damage> damages;
  if (stored.empty()) return damages;
  for (const auto& name : split(stored, ',')) {
    const auto damage = try_parse_damage(name);
    if (!damage) throw Error(ErrorKind::Corrupt, msg("inspection.unknown_damage", name));
    damages.insert(*damage);
  }
  return damages;
}

std::optional<Miscount> miscount_stored(const Statement& row, std::size_t column) {
  if (row.is_null(column)) return std::nullopt;
  return Miscount{static_cast<int>(row.integer(column)), static_cast<int>(row.integer(column + 1))};
}

std::string condition_words(const std::set<Damage>& damages, const std::optional<Miscount>& miscount,
                            const std::string& treatment, Language language) {
  std::vector<std::string> parts;
  for (const auto damage : damages) parts.push_back(render(Message{"damage." + text(damage), {}}, language));
  if (miscount) parts.push_back(render(msg("inspection.miscount", miscount->counted, miscount->expected), language));
  if (!trim(treatment).empty()) parts.emplace_back(trim(treatment));
  return fmt::format("{}", fmt::join(parts, language == Language::Chinese ? "；" : "; "));
}

ConditionInspection inspect_volume(Transaction& transaction, const NewInspection& what) {
  const Database& database = transaction.database();
  refuse_unsound(what, transaction.today());
  const Volume volume = require_volume(database, what.volume);
  if (volume.state == VolumeState::Destroyed || volume.state == VolumeState::Transferred)
    throw Error(ErrorKind::Refused, msg("inspection.gone", volume.code));
  Statement(database,
            "INSERT INTO inspection(volume_id, day, damages, pages_counted, pages_expected, treatment, inspector, follow_up) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
      .bind(volume.id)
      .bind(what.day)
      .bind(joined(what.damages))
      .bind(what.miscount ? std::optional(what.miscount->counted) : std::nullopt)
      .bind(what.miscount ? std::optional(what.miscount->expected) : std::nullopt)
      .bind(what.treatment)
      .bind(what.inspector)
      .bind(what.follow_up)
      .run();
  const auto made = require_inspection(database, last_insert_id(database));
  record_event(transaction, "volume.inspected", volume.code.text(),
               {{"inspection", std::to_string(made.id)},
                {"damages", joined(what.damages)},
                {"pages", what.miscount ? std::to_string(what.miscount->counted) + "/" + std::to_string(what.miscount->expected)
                                        : std::string()},
                {"treatment", what.treatment},
                {"inspector", what.inspector},
                {"follow_up", what.follow_up ? what.follow_up->text() : ""}});
  return made;
}

ConditionInspection resolve_follow_up(Transaction& transaction, std::int64_t id, const Date& day,
                                      const std::string& person, const std::string& resolution) {
  const Database& database = transaction.database();
  const auto found = require_inspection(database, id);
  if (!found.what.follow_up) throw Error(ErrorKind::Refused, msg("inspection.nothing_open", id));
  if (found.resolved_on) throw Error(ErrorKind::Refused, msg("inspection.resolved_before", id, *found.resolved_on));
  if (trim(person).empty()) throw Error(ErrorKind::Usage, msg("upkeep.no_signature"));
  if (trim(resolution).empty()) throw Error(ErrorKind::Usage, msg("inspection.no_treatment", id));
  if (day > transaction.today()) throw Error(ErrorKind::Usage, msg("upkeep.in_future", day));
  if (day < found.what.day) throw Error(ErrorKind::Usage, msg("inspection.follow_up_too_early", day, found.what.day));
  Statement(database, "UPDATE inspection SET resolved_on = ?, resolved_by = ?, resolution = ? WHERE id = ?")
      .bind(day)
      .bind(person)
      .bind(resolution)
      .bind(id)
      .run();
  record_event(transaction, "inspection.resolved", found.what.volume.text(),
               {{"inspection", std::to_string(id)}, {"day", day.text()}, {"person", person}, {"resolution", resolution}});
  return require_inspection(database, id);
}

std::vector<ConditionInspection> list_inspections(const Database& database, const std::optional<VolumeCode>& volume,
                                                  std::int64_t after, std::size_t most) {
  const auto of_volume = volume ? std::optional(require_volume(database, *volume).id) : std::nullopt;
  Statement row(database, std::string(kSelectInspection) + "WHERE n.id > ? " + (of_volume ? "AND n.volume_id = ? " : "") +
                              "ORDER BY n.id LIMIT ?");
  row.bind(after);
  if (of_volume) row.bind(*of_volume);
  row.bind(static_cast<std::int64_t>(most));
  return read_inspections(row);
}

std::vector<ConditionInspection> list_follow_ups(const Database& database, const std::optional<Date>& due_by,
                                                 std::int64_t after, std::size_t most) {
  const auto last = after > 0 ? require_inspection(database, after).what.follow_up : std::nullopt;
  Statement row(database,
                std::string(kSelectInspection) + "WHERE n.resolved_on IS NULL AND n.follow_up IS NOT NULL AND "
                                       "(n.follow_up, n.id) > (?, ?) AND n.follow_up <= ? "
                                       "ORDER BY n.follow_up, n.id LIMIT ?");
  row.bind(last ? last->text() : std::string()).bind(after).bind(due_by ? due_by->text() : "9999-12-31");
  row.bind(static_cast<std::int64_t>(most));
  return read_inspections(row);
}

}  // namespace twofold::catalog
