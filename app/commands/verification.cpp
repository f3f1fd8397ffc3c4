#include "app/commands.h"
#include "app/commands/records.h"
#include "app/context.h"
#include "catalog/cross_reference.h"

namespace twofold::app {

int run_xref_verify(Context& context) {
  const std::size_t most = context.arguments().limit(1000);
  Array faults;
  std::size_t count = 0;
  const auto take = [&](const catalog::LinkFault& fault) {
    if (++count > most) return;
    const std::string text = context.words(fault.reason);
    context.say(fault.number + ": " + text + (fault.detail.empty() ? "" : " (" + fault.detail + ")"));
    if (!context.json()) return;
    Object record = ordered_object();
    record.set("number", fault.number);
    record.set("reason", fault.reason);
    record.set("message", text);
    record.set("detail", fault.detail);
    faults.add(record);
  };
  const auto checked = catalog::verify_cross_references(context.reading().database(), take, &context.progress());
  if (count > most) context.say(msg("xref.more", count - most));
  context.say(msg("xref.checked", checked, count));
  Object answer = ordered_object();
  answer.set("checked", checked);
  answer.set("fault_count", count);
  answer.set("faults", faults);
  context.answer(answer);
  return count == 0 ? 0 : 1;
}

}  // namespace twofold::app
