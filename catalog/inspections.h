#pragma once
// Condition inspections (R44): what a volume suffers, what was done, who looked, and when somebody must look again.

#include "base/message.h"
#include "catalog/volumes.h"

#include <set>

namespace twofold::catalog {

class Statement;

enum class Damage { Water, Mould, Sticking, Fading, Insects, Rodents };  // 水浸 霉变 粘连 褪色 虫蛀 鼠咬
std::string text(Damage damage);
// By its key or its Chinese name.
std::optional<Damage> try_parse_damage(std::string_view name);

struct Miscount {
  int counted = 0, expected = 0;  // pages
};
// "water,mould" as it is stored; a name that is no damage is Error{Corrupt, "inspection.unknown_damage"}.
std::set<Damage> damages_stored(const std::string& stored);
// Of two columns, the counted and the expected pages; nothing where they are NULL.
std::optional<Miscount> miscount_stored(const Statement& row, std::size_t column);
// What was found and done, in the reader's language; empty where there is nothing to tell.
std::string condition_words(const std::set<Damage>& damages, const std::optional<Miscount>& miscount,
                            const std::string& treatment, Language language);

struct NewInspection {
  VolumeCode volume;
  Date day;
  std::set<Damage> damages;  // empty: none of the six
  std::string treatment;
  std::string inspector;
  std::optional<Date> follow_up;
  std::optional<Miscount> miscount;
};
struct ConditionInspection {
  std::int64_t id = 0;
  NewInspection what;
  std::optional<Date> resolved_on;  // of the follow-up
  std::string resolved_by, resolution;
};

// A damage and a miscount need their follow-up date. Errors: Usage "inspection.…", NotFound "volume.unknown", Refused "inspection.gone"
// for a volume that is no longer here.
ConditionInspection inspect_volume(Transaction& transaction, const NewInspection& what);
// The follow-up was made: once, not before the inspection, with what was found and done.
ConditionInspection resolve_follow_up(Transaction& transaction, std::int64_t id, const Date& day, const std::string& person,
                                      const std::string& resolution);

// In the order they were recorded, after that id; of one volume or of all.
std::vector<ConditionInspection> list_inspections(const Database& database, const std::optional<VolumeCode>& volume,
                                                  std::int64_t after, std::size_t most);
// Open follow-ups by their date, after that inspection; with `due_by` those due up to that day alone.
std::vector<ConditionInspection> list_follow_ups(const Database& database, const std::optional<Date>& due_by,
                                                 std::int64_t after, std::size_t most);

}  // namespace twofold::catalog
