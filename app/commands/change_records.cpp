#include "app/commands/change_records.h"

#include "app/commands/records.h"

namespace twofold::app {

Object removal_record(const catalog::Removal& removal) {
  Object record = ordered_object();
  record.set("id", removal.id);
  record.set("number", removal.number);
  record.set("title", removal.title);
  record.set("state", catalog::text(removal.state));
  record.set("cause", catalog::text(removal.cause));
  record.set("reason", removal.reason);
  record.set("requested_by", removal.requested_by);
  record.set("decided_by", removal.decided_by);
  record.set("refusal", removal.refusal);
  record.set("keep_until", removal.keep_until ? removal.keep_until->text() : "");
  record.set("ended_by", removal.ended_by);
  return record;
}

std::string state_words(const Context& context, const catalog::Removal& removal) {
  const bool over = removal.state == catalog::RemovalState::Hold && *removal.keep_until < context.clock().today();
  return context.words(over ? "removal_state.hold_over" : "removal_state." + catalog::text(removal.state));
}

std::optional<catalog::Concerned> concerned(Context& context) {
  const auto& authority = context.authority();
  if (authority.everywhere(catalog::Action::SeeRegisters)) return std::nullopt;
  const bool keeps = authority.actor().roles.holds(catalog::Role::AccountManager);
  return catalog::Concerned{authority.actor().name, keeps ? authority.actor().manager_id : 0};
}

}  // namespace twofold::app
