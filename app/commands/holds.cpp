#include "catalog/holds.h"

#include "app/commands.h"
#include "app/commands/records.h"
#include "app/commands/upkeep_records.h"
#include "archive/search.h"
#include "catalog/disposition.h"


namespace twofold::app {
namespace {

const char* scope_text(catalog::HoldScope scope) {
  switch (scope) {
    case catalog::HoldScope::Item: return "item";
    case catalog::HoldScope::Volume: return "volume";
    case catalog::HoldScope::Customer: return "customer";
    case catalog::HoldScope::Question: break;
  }
  return "question";
}

Object record_of(const catalog::Hold& hold) {
  Object record = ordered_object();
  record.set("id", hold.id);
  record.set("scope", scope_text(hold.scope));
  record.set("target", hold.target);
  record.set("reason", hold.reason);
  record.set("placed_by", hold.placed_by);
  record.set("placed_at", hold.placed_at.text());
  record.set("lifted_at", hold.lifted_at ? hold.lifted_at->text() : "");
  return record;
}

// Of those who may not see the register: whoever may place holds is told of those on what they may place them on, and of their own where
// they may still know what these are on. Of a question nobody else is told: it names more than what is theirs.
bool is_told(Context& context, const catalog::Hold& hold) {
  const auto& authority = context.authority();
  const bool own = hold.placed_by == authority.actor().name;
  if (hold.scope == catalog::HoldScope::Question) return own;
  const auto access = catalog::access_of_number(context.reading().database(), hold.target);
  return authority.allows(catalog::Action::PlaceHold, access) || (own && authority.allows(catalog::Action::Describe, access));
}

std::vector<catalog::Hold> holds_told(Context& context) {
  const auto& database = context.reading().database();
  const bool lifted_too = context.arguments().has("all"), all = context.authority().everywhere(catalog::Action::SeeRegisters);
  const std::size_t most = context.arguments().limit(100);
  std::int64_t after = after_id(context);
  if (all) return catalog::list_holds(database, lifted_too, after, most);
  context.authority().require(catalog::Action::PlaceHold);
  std::vector<catalog::Hold> told;
  for (;;) {
    const auto page = catalog::list_holds(database, lifted_too, after, most);
    for (const auto& hold : page)
      if (told.size() < most && is_told(context, hold)) told.push_back(hold);
    if (page.size() < most || told.size() == most) return told;
    after = page.back().id;
  }
}

}  // namespace

int run_hold_place(Context& context) {
  const std::string& target = context.arguments().operands[0];
  context.authority().require(catalog::Action::PlaceHold,
                              catalog::access_of_number(context.writing().database(), target), target);
  catalog::Transaction transaction(context.writing().database(), context.actor(), context.clock());
  const auto hold = catalog::place_hold(transaction, target, context.arguments().get("reason"));
  transaction.commit();
  context.say(msg("hold.placed", hold.id, hold.target));
  context.answer(record_of(hold));
  return 0;
}

int run_hold_question(Context& context) {
  const auto& arguments = context.arguments();
  std::string question;
  for (const auto& word : arguments.operands) question += (question.empty() ? "" : " ") + word;
  auto& archive = context.writing();
  archive::Searcher searcher(archive, context.authority().rights(archive.database()));
  indexer::Query query;
  query.text = question;
  std::vector<std::int64_t> items;
  // What has some of the words alone is not what was asked for.
  if (!searcher.search(query).some_words_only)
    searcher.each_hit(query, context.progress(),
                      [&](const archive::SearchHit& hit) { items.push_back(hit.hit.item_id); });
  catalog::Transaction transaction(archive.database(), context.actor(), context.clock());
  const auto hold = catalog::hold_found(transaction, question, items, arguments.get("reason"));
  transaction.commit();
  context.say(msg("hold.placed_on_found", hold.id, items.size(), question));
  Object answer = record_of(hold);
  answer.set("items", items.size());
  context.answer(answer);
  return 0;
}

int run_hold_lift(Context& context) {
  const auto id = id_operand(context, 0);
  catalog::Transaction transaction(context.writing().database(), context.actor(), context.clock());
  catalog::lift_hold(transaction, id, context.arguments().get("reason"));
  transaction.commit();
  context.say(msg("hold.lifted", id));
  Object answer = ordered_object();
  answer.set("lifted", id);
  context.answer(answer);
  return 0;
}

int run_hold_list(Context& context) {
  Array holds;
  std::vector<std::vector<std::string>> rows;
  const auto found = holds_told(context);
  for (const auto& hold : found) {
    holds.add(record_of(hold));
    rows.push_back({std::to_string(hold.id), hold.target, hold.reason, hold.placed_by,
                    hold.placed_at.date().text(), hold.lifted_at ? hold.lifted_at->date().text() : ""});
  }
  context.table({"ID", context.words("field.target"), context.words("field.reason"), context.words("field.actor"),
                 context.words("field.at"), context.words("field.lifted_at")},
                rows);
  Object answer = ordered_object();
  answer.set("holds", holds);
  answer.set("next", found.empty() ? 0 : found.back().id);
  context.answer(answer);
  return 0;
}

int run_debt_settle(Context& context) {
  const std::string& named = context.arguments().operands[0];
  const Date settled_on = *context.arguments().date("date");
  auto& database = context.writing().database();
  const auto customer = require_customer(database, named);
  context.authority().require(catalog::Action::RecordSettlement, catalog::access_of_customer(database, customer.id),
                              named);
  catalog::Transaction transaction(database, context.actor(), context.clock());
  catalog::record_settlement(transaction, customer.id, settled_on);
  transaction.commit();
  context.say(msg("debt.settled", customer.name, settled_on));
  Object answer = ordered_object();
  answer.set("customer", customer.number);
  answer.set("settled_on", settled_on.text());
  context.answer(answer);
  return 0;
}

}  // namespace twofold::app
