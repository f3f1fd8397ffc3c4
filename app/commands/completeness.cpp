// What is still missing, unverified, unlike or unchecked.

#include "catalog/completeness.h"

#include "app/commands.h"
#include "app/commands/gap_records.h"
#include "app/commands/records.h"
#include "app/commands/upkeep_records.h"
#include "catalog/known_records.h"

#include <fmt/format.h>

namespace twofold::app {
namespace {

Object record_of(const catalog::Pair& pair) {
  Object record = ordered_object();
  record.set("number", pair.item.number());
  record.set("title", pair.item.title);
  record.set("state", catalog::text(pair.state));
  record.set("note", pair.note);
  record.set("checked_by", pair.checked_by);
  record.set("checked_on", pair.checked_on ? pair.checked_on->text() : "");
  return record;
}

// The item that the first operand names, on which whoever acts may do this.
catalog::Item permitted_item(Context& context, catalog::Action action) {
  const std::string& number = context.arguments().operands[0];
  const auto& database = context.writing().database();
  const auto item = require_item(database, number);
  context.authority().require(action, catalog::access_of(database, item), number);
  return item;
}

catalog::PairState state_of(const std::string& name) {
  const auto state = catalog::try_parse_pair_state(name);
  if (!state) throw Error(ErrorKind::Usage, msg("pair.unknown_state", name));
  return *state;
}

std::vector<catalog::Pair> known_pairs(Context& context, const catalog::Database& database, catalog::PairState state) {
  const auto& authority = context.authority();
  const std::size_t most = context.arguments().limit(100);
  if (authority.everywhere(catalog::Action::Describe)) return catalog::list_pairs(database, state, after_id(context), most);
  return catalog::list_known_pairs(database, catalog::readable_by(database, authority.actor()), state, after_id(context), most);
}

}  // namespace

int run_list_gaps(Context& context) {
  context.authority().note("list.read", "", {{"list", "gaps"}});
  auto& archive = context.reading();
  Array customers;
  std::vector<std::vector<std::string>> rows;
  std::string next;
  for (const auto& [customer, gaps] : catalog::list_gaps(archive.database(), archive.profile(), context.authority().customers(),
                                                         context.clock().today(), context.arguments().get("after"), context.arguments().limit(100))) {
    next = customer.number;
    Object record = ordered_object();
    record.set("number", customer.number);
    record.set("name", customer.name);
    for (const auto& gap : gaps)
      rows.push_back({customer.number, customer.name, context.words("gap." + catalog::text(gap.kind)),
                      name_of_gap(context, archive.profile(), gap), gap.number});
    record.set("gaps", gap_records(context, archive.profile(), gaps));
    customers.add(record);
  }
  std::vector<std::string> heading;
  for (const auto* field : {"customer_number", "customer", "kind", "missing", "number"}) heading.push_back(context.words("field." + std::string(field)));
  context.table(heading, rows);
  Object answer = ordered_object();
  answer.set("customers", customers);
  answer.set("next", next);
  context.answer(answer);
  return 0;
}

int run_list_mismatches(Context& context) {
  context.authority().note("list.read", "", {{"list", "mismatches"}});
  Array mismatches;
  std::vector<std::vector<std::string>> rows;
  std::int64_t next = 0;
  for (const auto& each : catalog::list_mismatches(context.reading().database(), context.authority().customers(), after_id(context),
                                                   context.arguments().limit(100))) {
    next = each.item_id;
    Object record = ordered_object();
    record.set("customer_number", each.customer_number);
    record.set("customer", each.customer);
    record.set("number", each.item);
    record.set("field", each.key);
    record.set("says", each.says);
    record.set("expected", each.expected);
    mismatches.add(record);
    rows.push_back({each.customer_number, each.customer, each.item, each.key, each.says, each.expected});
  }
  std::vector<std::string> heading;
  for (const auto* field : {"customer_number", "customer", "number", "amended", "says", "expected"})
    heading.push_back(context.words("field." + std::string(field)));
  context.table(heading, rows);
  Object answer = ordered_object();
  answer.set("mismatches", mismatches);
  answer.set("next", next);
  context.answer(answer);
  return 0;
}

int run_list_pairs(Context& context) {
  context.authority().note("list.read", "", {{"list", "pairs"}});
  const auto& operands = context.arguments().operands;
  const auto state = operands.empty() ? catalog::PairState::Unchecked : state_of(operands[0]);
  const auto& database = context.reading().database();
  Array pairs;
  std::vector<std::vector<std::string>> rows;
  const auto page = known_pairs(context, database, state);
  for (const auto& pair : page) {
    pairs.add(record_of(pair));
    rows.push_back({pair.item.number(), pair.item.title, context.words("pair_state." + catalog::text(pair.state)), pair.note, pair.checked_by,
                    pair.checked_on ? pair.checked_on->text() : ""});
  }
  std::vector<std::string> heading;
  for (const auto* field : {"number", "title", "state", "note", "person", "date"}) heading.push_back(context.words("field." + std::string(field)));
  context.table(heading, rows);
  Object answer = ordered_object();
  answer.set("pairs", pairs);
  answer.set("next", page.empty() ? 0 : page.back().item.id);
  context.answer(answer);
  return 0;
}

int run_pair_check(Context& context) {
  const auto item = permitted_item(context, catalog::Action::Inspect);
  const auto result = state_of(context.arguments().get("result"));
  if (result == catalog::PairState::Unchecked) throw Error(ErrorKind::Usage, msg("pair.unknown_state", context.arguments().get("result")));
  catalog::Transaction transaction(context.writing().database(), context.actor(), context.clock());
  const auto pair = catalog::record_pair_check(transaction, item, result, context.arguments().get("note"));
  transaction.commit();
  context.say(msg("pair.recorded", item.number(), context.words("pair_state." + catalog::text(pair.state))));
  context.answer(record_of(pair));
  return 0;
}

int run_copy_verify(Context& context) {
  const auto item = permitted_item(context, catalog::Action::KeepCustomers);
  catalog::Transaction transaction(context.writing().database(), context.actor(), context.clock());
  catalog::verify_copy(transaction, context.writing().profile(), item);
  transaction.commit();
  context.say(msg("copy.verified", item.number(), context.actor()));
  Object answer = ordered_object();
  answer.set("number", item.number());
  answer.set("verified_by", context.actor());
  context.answer(answer);
  return 0;
}

int run_customer_fact(Context& context) {
  const auto item = permitted_item(context, catalog::Action::KeepCustomers);
  const auto& operands = context.arguments().operands;
  const std::string value = operands.size() > 2 ? operands[2] : "";
  catalog::Transaction transaction(context.writing().database(), context.actor(), context.clock());
  catalog::record_fact(transaction, context.writing().profile(), item, operands[1], value);
  transaction.commit();
  context.say(msg("fact.recorded", item.number(), operands[1], value));
  Object answer = ordered_object();
  answer.set("number", item.number());
  answer.set("field", operands[1]);
  answer.set("value", value);
  context.answer(answer);
  return 0;
}

int run_stats_built(Context& context) {
  auto& archive = context.reading();
  const Date today = context.clock().today(), day = context.arguments().date("as-of").value_or(today);
  if (day > today) throw Error(ErrorKind::Usage, msg("stats.in_future", day, today));
  const auto rate = catalog::built_rate(archive.database(), archive.profile(), day);
  const std::string percent =
      rate.qualified == 0 ? "—" : fmt::format("{:.1f} %", 100.0 * static_cast<double>(rate.built) / static_cast<double>(rate.qualified));
  context.say(msg("stats.built", day, rate.built, rate.qualified, percent));
  Object answer = ordered_object();
  answer.set("as_of", day.text());
  answer.set("qualified", rate.qualified);
  answer.set("built", rate.built);
  context.answer(answer);
  return 0;
}

}  // namespace twofold::app
