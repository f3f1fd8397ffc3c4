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

int run_xref_repair(Context& context) {
  const std::string& number = context.arguments().operands[0];
  auto& database = context.writing().database();
  const auto item = require_item(database, number);
  catalog::Transaction transaction(database, context.actor(), context.clock());
  catalog::repair_notes(transaction, item);
  transaction.commit();
  context.say(msg("xref.repaired", item.number()));
  Object answer = item_record(database, item);
  answer.set("paper", paper_track(database, item));
  answer.set("electronic", electronic_track(database, item));
  context.answer(answer);
  return 0;
}

}  // namespace twofold::app
