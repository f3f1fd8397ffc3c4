#include "app/commands/upkeep_records.h"

#include "app/commands/records.h"

#include <charconv>

namespace twofold::app {

std::int64_t id_operand(const Context& context, std::size_t index) {
  const std::string& text = context.arguments().operands.at(index);
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  if (error != std::errc() || end != text.data() + text.size())
    throw Error(ErrorKind::Usage, msg("cli.not_a_number", "ID", text));
  return id;
}

std::int64_t after_id(const Context& context) { return context.arguments().number("after").value_or(0); }

Date day_given(const Context& context) { return context.arguments().date("date").value_or(context.clock().today()); }

std::string person_given(const Context& context) { return context.arguments().get("person", context.actor()); }

int end_of_import(const Context& context, const catalog::ImportResult& result) {
  const bool sound = result.faults.empty();
  Object answer = ordered_object();
  answer.set("added", sound ? result.added : 0);
  answer.set("unchanged", sound ? result.unchanged : 0);
  Array faults;
  for (const auto& fault : result.faults) {
    const std::string reason = render(fault.reason, context.language());
    context.say(msg("upkeep.row_fault", fault.line, reason));
    Object record = ordered_object();
    record.set("line", fault.line);
    record.set("code", fault.reason.key);
    record.set("reason", reason);
    faults.add(record);
  }
  answer.set("faults", faults);
  context.say(sound ? msg("upkeep.imported", result.added, result.unchanged) : msg("upkeep.bad_rows", result.faults.size()));
  context.answer(answer);
  return sound ? 0 : 1;
}

}  // namespace twofold::app
