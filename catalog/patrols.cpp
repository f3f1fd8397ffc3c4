#include "catalog/patrols.h"

#include "base/error.h"
#include "base/text.h"
#include "catalog/events.h"
#include "catalog/sql.h"

#include <algorithm>
#include <array>

namespace twofold::catalog {
namespace {

struct PatrolKindName {
  std::string_view key, chinese;
};
constexpr std::array kPatrolKinds = {PatrolKindName{"pest", "防虫"}, PatrolKindName{"light", "防光"},
                                     PatrolKindName{"fire", "防火"}, PatrolKindName{"theft", "防盗"}};

constexpr std::string_view kSelectPatrol =
    "SELECT id, room, kind, at, finding, measure, person, resolved_on, COALESCE(resolved_by, ''), COALESCE(resolution, '') FROM patrol ";

Patrol read_patrol(const Statement& row) {
  return {row.integer(0),
          {row.text(1), *try_parse_patrol_kind(row.text(2)), LocalTime::parse(row.text(3)), row.text(4), row.text(5), row.text(6), 0},
          row.date(7),
          row.text(8),
          row.text(9)};
}

std::optional<Patrol> find_where(const Database& database, const NewPatrol& patrol) {
  Statement row(database, std::string(kSelectPatrol) + "WHERE room = ? AND kind = ? AND at = ?");
  row.bind(patrol.room).bind(text(patrol.kind)).bind(patrol.at.text());
  if (!row.step()) return std::nullopt;
  return read_patrol(row);
}

Patrol find_by_id(const Database& database, std::int64_t id) {
  Statement row(database, std::string(kSelectPatrol) + "WHERE id = ?");
  row.bind(id);
  if (!row.step()) throw Error(ErrorKind::NotFound, msg("patrol.unknown", id));
  return read_patrol(row);
}

std::optional<Message> fault_of(const Transaction& transaction, const NewPatrol& patrol) {
  if (trim(patrol.room).empty()) return msg("patrol.no_room");
  if (trim(patrol.person).empty()) return msg("patrol.no_person");
  if (patrol.at.day > transaction.today()) return msg("patrol.in_future", patrol.at.text());
  const auto known = find_where(transaction.database(), patrol);
  if (known && (known->what.finding != patrol.finding || known->what.measure != patrol.measure || known->what.person != patrol.person))
    return msg("patrol.recorded_already", patrol.room, patrol.at.text());
  return std::nullopt;
}

std::int64_t insert(const Database& database, const NewPatrol& patrol) {
  Statement(database, "INSERT INTO patrol(room, kind, at, finding, measure, person) VALUES (?, ?, ?, ?, ?, ?)")
      .bind(patrol.room)
      .bind(text(patrol.kind))
      .bind(patrol.at.text())
      .bind(trim(patrol.finding))
      .bind(patrol.measure)
      .bind(patrol.person)
      .run();
  return last_insert_id(database);
}

}  // namespace

std::string text(PatrolKind kind) { return std::string(kPatrolKinds[static_cast<std::size_t>(kind)].key); }

std::optional<PatrolKind> try_parse_patrol_kind(std::string_view name) {
  for (std::size_t i = 0; i < kPatrolKinds.size(); ++i)
    if (kPatrolKinds[i].key == name || kPatrolKinds[i].chinese == name) return static_cast<PatrolKind>(i);
  return std::nullopt;
}

Patrol record_patrol(Transaction& transaction, const NewPatrol& patrol) {
  const Database& database = transaction.database();
  if (const auto fault = fault_of(transaction, patrol)) throw Error(ErrorKind::Usage, *fault);
  if (const auto known = find_where(database, patrol)) return *known;
  const auto id = insert(database, patrol);
  record_event(transaction, "patrol.recorded", patrol.room,
               {{"kind", text(patrol.kind)}, {"at", patrol.at.text()}, {"finding", patrol.finding}, {"person", patrol.person}});
  return find_by_id(database, id);
}

ImportResult import_patrols(Transaction& transaction, const std::vector<NewPatrol>& patrols) {
  ImportResult result;
  for (const auto& patrol : patrols) {
    if (const auto fault = fault_of(transaction, patrol)) {
      result.faults.push_back({patrol.line, *fault});
    } else if (find_where(transaction.database(), patrol)) {
      ++result.unchanged;
    } else {
      insert(transaction.database(), patrol);
      ++result.added;
    }
  }
  if (result.faults.empty() && result.added > 0)
    record_event(transaction, "patrol.imported", "", {{"rows", std::to_string(result.added)}});
  return result;
}

Patrol resolve_patrol(Transaction& transaction, std::int64_t id, const std::string& resolution) {
  const Patrol patrol = find_by_id(transaction.database(), id);
  if (patrol.what.finding.empty()) throw Error(ErrorKind::Refused, msg("patrol.nothing_found", id));
  if (patrol.resolved_on) throw Error(ErrorKind::Refused, msg("patrol.resolved_already", id, *patrol.resolved_on));
  if (trim(resolution).empty()) throw Error(ErrorKind::Usage, msg("patrol.no_measure"));
  Statement(transaction.database(), "UPDATE patrol SET resolved_on = ?, resolved_by = ?, resolution = ? WHERE id = ?")
      .bind(transaction.today())
      .bind(transaction.actor())
      .bind(resolution)
      .bind(id)
      .run();
  record_event(transaction, "patrol.resolved", patrol.what.room, {{"patrol", std::to_string(id)}, {"resolution", resolution}});
  return find_by_id(transaction.database(), id);
}

std::vector<Patrol> list_patrols(const Database& database, bool open_only, std::int64_t after_id, std::size_t most) {
  Statement row(database, std::string(kSelectPatrol) + (open_only ? "WHERE finding <> '' AND resolved_on IS NULL AND id > ? " : "WHERE id > ? ") +
                              "ORDER BY id LIMIT ?");
  row.bind(after_id).bind(static_cast<std::int64_t>(most));
  std::vector<Patrol> patrols;
  while (row.step()) patrols.push_back(read_patrol(row));
  return patrols;
}

}  // namespace twofold::catalog
