// The audit trail: checked, exported, anchored, read.

#include "archive/audit_log.h"

#include "app/cli/terminal.h"
#include "app/commands.h"
#include "app/commands/records.h"
#include "app/commands/role_names.h"
#include "app/context.h"
#include "base/text.h"
#include "catalog/events.h"
#include "catalog/lookup.h"

#include <Poco/JSON/Parser.h>
#include <algorithm>
#include <charconv>
#include <functional>
#include <set>

namespace twofold::app {
namespace {

// "418:9f86…": what a printed closing form shows of the chain.
catalog::ChainHead head_of(const std::string& text) {
  const auto parts = split(text, ':');
  catalog::ChainHead head;
  const auto& seq = parts[0];
  const auto [end, error] = std::from_chars(seq.data(), seq.data() + seq.size(), head.seq);
  if (parts.size() != 2 || error != std::errc() || end != seq.data() + seq.size())
    throw Error(ErrorKind::Usage, msg("audit.head_malformed", text));
  head.hash = Sha256::parse(parts[1]);
  return head;
}

// What a person knows of the archive from elsewhere: keys/signing.public, or a copy of it.
std::optional<std::string> known_key(const Arguments& arguments) {
  if (!arguments.has("key")) return std::nullopt;
  return std::string(trim(read_file(arguments.get("key"))));
}

catalog::KnownHeads known_heads(const Arguments& arguments, const std::optional<std::string>& key) {
  catalog::KnownHeads heads;
  if (arguments.has("anchors")) heads = archive::read_anchors(arguments.get("anchors"), key);
  if (arguments.has("expect")) heads.push_back(head_of(arguments.get("expect")));
  std::ranges::sort(heads, {}, &catalog::ChainHead::seq);
  return heads;
}

int report_chain(const Context& context, const catalog::ChainHead& head,
                 const std::optional<catalog::ChainFault>& fault, Object answer) {
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
  const auto key = known_key(arguments);
  const auto checked = archive::verify_audit_log(log, known_heads(arguments, key), key);
  Object answer = ordered_object();
  answer.set("file", log.string());
  answer.set("public_key", checked.public_key);
  const int code = report_chain(context, checked.head, checked.fault, answer);
  if (!checked.fault && !key) context.say(msg("audit.key_unknown", checked.public_key));
  return code;
}

Object head_record(const catalog::ChainHead& head, const std::string& file) {
  Object record = ordered_object();
  record.set("events", head.seq);
  record.set("head", head.hash.text());
  record.set("file", file);
  return record;
}

// Who, in which role, from where, with what request; what it was about in detail only for whoever may know of every
// record.
Object record_of(const catalog::Event& event, bool in_detail) {
  Object record = ordered_object();
  record.set("seq", event.seq);
  record.set("at", event.at.text());
  record.set("actor", event.actor);
  record.set("action", event.action);
  record.set("subject", event.subject);
  record.set("hash", event.hash.text());
  Poco::JSON::Parser parser;
  const auto body = parser.parse(event.bytes).extract<Object::Ptr>();
  for (const char* key : {"roles", "address", "request"}) record.set(key, body->optValue<std::string>(key, ""));
  if (in_detail) record.set("details", body->getObject("details"));
  return record;
}

std::string details_line(const Object& record) {
  if (!record.isObject("details")) return "";
  std::string line;
  const auto details = record.getObject("details");
  for (const auto& key : details->getNames())
    line += (line.empty() ? "" : " ") + key + "=" + details->getValue<std::string>(key);
  return line;
}

// However the number is spelled, and whatever an item was called before: events tell of it by the number that it had then.
std::set<std::string> subjects_of(const catalog::Database& database, const std::string& typed) {
  std::set<std::string> names = {typed};
  if (const auto found = catalog::look_up(database, typed)) {
    if (const auto* volume = std::get_if<catalog::Volume>(&*found)) names.insert(volume->code.text());
    if (const auto* customer = std::get_if<catalog::Customer>(&*found)) names.insert(customer->number);
    if (const auto* item = std::get_if<catalog::Item>(&*found)) {
      names.insert({item->number(), item->storage_id.text()});
      if (item->provisional) names.insert(item->provisional->text());
    }
  }
  const auto as_filed = names;
  for (const auto& name : as_filed) names.insert(replace_all(name, "·", "."));
  return names;
}

// The newest of all that tell of it, before that event.
std::vector<catalog::Event> events_of(const catalog::Database& database, const std::string& subject, std::int64_t before,
                                      std::size_t most) {
  if (subject.empty()) return catalog::list_events(database, "", before, most);
  std::vector<catalog::Event> events;
  for (const auto& name : subjects_of(database, subject))
    for (auto& event : catalog::list_events(database, name, before, most)) events.push_back(std::move(event));
  std::ranges::sort(events, std::greater(), &catalog::Event::seq);
  if (events.size() > most) events.erase(events.begin() + static_cast<std::ptrdiff_t>(most), events.end());
  return events;
}

}  // namespace

int run_audit_verify(Context& context) {
  const auto& arguments = context.arguments();
  if (!arguments.operands.empty()) return verify_log(context, arguments.operands[0]);
  auto& archive = context.reading();
  auto key = known_key(arguments);
  if (!key && arguments.has("anchors")) key = archive::archive_key(archive);
  return report_chain(context, catalog::chain_head(archive.database()),
                      catalog::verify_chain_against(archive.database(), known_heads(arguments, key)), ordered_object());
}

int run_audit_export(Context& context) {
  const std::string& target = context.arguments().operands[0];
  context.authority().note("audit.exported", "");
  const auto head = archive::export_audit_log(context.reading(), target);
  context.say(msg("audit.exported", head.seq, target, head.hash));
  context.answer(head_record(head, target));
  return 0;
}

int run_audit_anchor(Context& context) {
  const std::string& target = context.arguments().operands[0];
  context.authority().note("audit.anchored", "");
  const auto head = archive::anchor_audit(context.reading(), target);
  context.say(msg("audit.anchored", head.seq, head.hash, target));
  context.answer(head_record(head, target));
  return 0;
}

int run_audit_list(Context& context) {
  const auto& arguments = context.arguments();
  const std::string subject = arguments.operands.empty() ? "" : arguments.operands[0];
  context.authority().note("audit.read", subject);
  const auto events = events_of(context.reading().database(), subject, arguments.number("after").value_or(0), arguments.limit(50));
  const bool in_detail = context.authority().everywhere(catalog::Action::Describe);
  Array list;
  std::vector<std::vector<std::string>> rows;
  for (const auto& event : events) {
    const Object record = record_of(event, in_detail);
    list.add(record);
    rows.push_back({std::to_string(event.seq), event.at.text(), event.actor, role_names(context, record.getValue<std::string>("roles")),
                    event.action, event.subject, cut_to_width(details_line(record), 60)});
  }
  std::vector<std::string> heading;
  for (const auto* field : {"seq", "at", "actor", "roles", "action", "subject", "details"})
    heading.push_back(context.words("field." + std::string(field)));
  context.table(heading, rows);
  Object answer = ordered_object();
  answer.set("events", list);
  set_next(answer, list, "seq");
  context.answer(answer);
  return 0;
}

}  // namespace twofold::app
