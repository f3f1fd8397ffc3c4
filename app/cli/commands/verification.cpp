#include "app/cli/commands.h"
#include "app/cli/commands/records.h"
#include "app/cli/context.h"
#include "base/text.h"
#include "catalog/cross_reference.h"
#include "catalog/events.h"

#include <charconv>

namespace twofold::app {
namespace {

// "418:9f86…": what a printed closing form shows of the chain.
std::optional<catalog::ChainHead> expected_head(const Arguments& arguments) {
  if (!arguments.has("expect")) return std::nullopt;
  const auto parts = split(arguments.get("expect"), ':');
  catalog::ChainHead head;
  const auto& seq = parts[0];
  const auto [end, error] = std::from_chars(seq.data(), seq.data() + seq.size(), head.seq);
  if (parts.size() != 2 || error != std::errc() || end != seq.data() + seq.size())
    throw Error(ErrorKind::Usage, msg("audit.head_malformed", arguments.get("expect")));
  head.hash = Sha256::parse(parts[1]);
  return head;
}

}  // namespace

int run_xref_verify(Context& context) {
  Array faults;
  std::size_t count = 0;
  const auto checked = catalog::verify_cross_references(context.reading().database(), [&](const catalog::LinkFault& fault) {
    ++count;
    const std::string text = context.words(fault.reason);
    context.say(fault.number + ": " + text + (fault.detail.empty() ? "" : " (" + fault.detail + ")"));
    if (!context.json()) return;
    Object record = ordered_object();
    record.set("number", fault.number);
    record.set("reason", fault.reason);
    record.set("message", text);
    record.set("detail", fault.detail);
    faults.add(record);
  });
  context.say(msg("xref.checked", checked, count));
  Object answer = ordered_object();
  answer.set("checked", checked);
  answer.set("faults", faults);
  context.answer(answer);
  return count == 0 ? 0 : 1;
}

int run_audit_verify(Context& context) {
  const auto& database = context.reading().database();
  const auto head = catalog::chain_head(database);
  const auto fault = catalog::verify_chain(database, expected_head(context.arguments()));
  Object answer = ordered_object();
  answer.set("events", head.seq);
  answer.set("head", head.hash.text());
  answer.set("sound", !fault.has_value());
  if (fault) {
    answer.set("first_bad_event", fault->seq);
    answer.set("reason", fault->reason);
    context.say(msg("audit.broken", fault->seq, context.words(fault->reason)));
  } else {
    context.say(msg("audit.sound", head.seq, head.hash));
  }
  context.answer(answer);
  return fault ? 1 : 0;
}

int run_audit_list(Context& context) {
  const auto& arguments = context.arguments();
  const std::string subject = arguments.operands.empty() ? "" : arguments.operands[0];
  const auto events = catalog::list_events(context.reading().database(), subject, arguments.number("after").value_or(0),
                                           arguments.limit(50));
  Array list;
  std::vector<std::vector<std::string>> rows;
  for (const auto& event : events) {
    Object record = ordered_object();
    record.set("seq", event.seq);
    record.set("at", event.at.text());
    record.set("actor", event.actor);
    record.set("action", event.action);
    record.set("subject", event.subject);
    record.set("hash", event.hash.text());
    list.add(record);
    rows.push_back({std::to_string(event.seq), event.at.text(), event.actor, event.action, event.subject});
  }
  context.table({context.words("field.seq"), context.words("field.at"), context.words("field.actor"),
                 context.words("field.action"), context.words("field.subject")},
                rows);
  Object answer = ordered_object();
  answer.set("events", list);
  context.answer(answer);
  return 0;
}

}  // namespace twofold::app
