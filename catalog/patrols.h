#pragma once
// Checks of the stack rooms for pests, light, fire and theft (R45). A finding stays open until somebody has resolved it.

#include "catalog/upkeep_record.h"
#include "catalog/database.h"

namespace twofold::catalog {

enum class PatrolKind { Pest, Light, Fire, Theft };  // 防虫 防光 防火 防盗
std::string text(PatrolKind kind);
// By its key or its Chinese name.
std::optional<PatrolKind> try_parse_patrol_kind(std::string_view name);

struct NewPatrol {
  std::string room;
  PatrolKind kind = PatrolKind::Pest;
  LocalTime at;
  std::string finding;     // empty: nothing found
  std::string measure, person;
  int line = 0;            // of the file it came from; 0: typed
};
struct Patrol {
  std::int64_t id = 0;
  NewPatrol what;
  std::optional<Date> resolved_on;
  std::string resolved_by, resolution;
};

// Usage "patrol.…"; Refused "patrol.recorded_already" for another one of the same room, kind and time.
Patrol record_patrol(Transaction& transaction, const NewPatrol& patrol);
// All rows or none; the same row again counts as unchanged.
ImportResult import_patrols(Transaction& transaction, const std::vector<NewPatrol>& patrols);
// Once: Refused "patrol.resolved_already" | "patrol.nothing_found".
Patrol resolve_patrol(Transaction& transaction, std::int64_t id, const std::string& resolution);
// In the order they were recorded; with `open_only` those with a finding that nobody has resolved.
std::vector<Patrol> list_patrols(const Database& database, bool open_only, std::int64_t after_id, std::size_t most);

}  // namespace twofold::catalog
