#include "app/commands/gap_records.h"

namespace twofold::app {

std::string name_of_gap(const Context& context, const catalog::Profile& profile, const catalog::Gap& gap) {
  const bool chinese = context.language() == Language::Chinese;
  if (gap.kind == catalog::Gap::Kind::Field) {
    for (const auto& field : profile.customer_fields)
      if (field.key == gap.key) return chinese ? field.name.chinese : field.name.english;
  } else if (const auto* type = profile.document_type(gap.key)) {
    return chinese ? type->name.chinese : type->name.english;
  }
  return gap.key;
}

Array gap_records(const Context& context, const catalog::Profile& profile, const std::vector<catalog::Gap>& gaps) {
  Array list;
  for (const auto& gap : gaps) {
    Object record = ordered_object();
    record.set("kind", catalog::text(gap.kind));
    record.set("key", gap.key);
    record.set("name", name_of_gap(context, profile, gap));
    record.set("number", gap.number);
    list.add(record);
  }
  return list;
}

}  // namespace twofold::app
