#include "app/commands.h"
#include "app/commands/records.h"
#include "app/context.h"
#include "archive/audit_log.h"
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

namespace {

// What a person knows of the archive from elsewhere: keys/signing.public, or a copy of it.
std::optional<std::string> known_key(const Arguments& arguments) {
  if (!arguments.has("key")) return std::nullopt;
  return std::string(trim(read_file(arguments.get("key"))));
}

int report_chain(const Context& context, const catalog::ChainHead& head, const std::optional<catalog::ChainFault>& fault,
                 Object answer) {
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

int verify_log(const Context& context, const std::filesystem::path& log) {
  const auto& arguments = context.arguments();
  const auto checked = archive::verify_audit_log(log, expected_head(arguments), known_key(arguments));
  Object answer = ordered_object();
  answer.set("file", log.string());
  answer.set("public_key", checked.public_key);
  const int code = report_chain(context, checked.head, checked.fault, answer);
  if (!checked.fault && !arguments.has("key")) context.say(msg("audit.key_unknown", checked.public_key));
  return code;
}

}  // namespace

int run_audit_verify(Context& context) {
  if (!context.arguments().operands.empty()) return verify_log(context, context.arguments().operands[0]);
  const auto& database = context.reading().database();
  return report_chain(context, catalog::chain_head(database),
                      catalog::verify_chain(database, expected_head(context.arguments())), ordered_object());
}

int run_audit_export(Context& context) {
  const std::string& target = context.arguments().operands[0];
  const auto head = archive::export_audit_log(context.reading(), target);
  context.say(msg("audit.exported", head.seq, target, head.hash));
  Object answer = ordered_object();
  answer.set("events", head.seq);
  answer.set("head", head.hash.text());
  answer.set("file", target);
  context.answer(answer);
  return 0;
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
