// What is kept of a customer beside their files.

#include "catalog/custody.h"
#include "catalog/customer_records.h"

#include "app/commands.h"
#include "app/commands/records.h"
#include "app/commands/upkeep_records.h"
#include "archive/ingest.h"

#include <cmath>

namespace twofold::app {
namespace {

// The customer that the first operand names, as whoever acts may keep it.
catalog::Customer kept_customer(Context& context) {
  const std::string& named = context.arguments().operands[0];
  const auto& database = context.writing().database();
  auto customer = require_customer(database, named);
  context.authority().require(catalog::Action::KeepCustomers, catalog::access_of_customer(database, customer.id), named);
  return customer;
}

template <class Work>
int change(Context& context, const catalog::Customer& customer, const Work& work) {
  auto& archive = context.writing();
  catalog::Transaction transaction(archive.database(), context.actor(), context.clock());
  work(transaction);
  transaction.commit();
  const auto now = *catalog::find_customer(archive.database(), customer.id);
  context.say(msg("customer.recorded", now.number, now.name));
  Object record = ordered_object();
  record.set("number", now.number);
  record.set("name", now.name);
  record.set("class", catalog::class_on(archive.database(), archive.profile(), now, context.clock().today()));
  Object fields = ordered_object();
  for (const auto& [key, value] : now.fields) fields.set(key, value);
  record.set("fields", fields);
  context.answer(record);
  return 0;
}

// 1234.50 as cents.
std::int64_t cents_of(const std::string& text) {
  std::size_t used = 0;
  double yuan = 0;
  try {
    yuan = std::stod(text, &used);
  } catch (const std::exception&) {
    used = 0;
  }
  if (used == 0 || used != text.size() || std::abs(yuan) > 1e12) throw Error(ErrorKind::Usage, msg("customer.bad_amount", text));
  return std::llround(yuan * 100);
}

// All that a manager keeps, or with --customer one customer.
catalog::HandedOver hand_over(Context& context, catalog::Transaction& transaction) {
  const auto& operands = context.arguments().operands;
  const std::string named = context.arguments().get("customer");
  if (named.empty()) return catalog::hand_over(transaction, operands[0], operands[1]);
  return catalog::hand_over_customer(transaction, require_customer(transaction.database(), named), operands[0], operands[1]);
}

}  // namespace

int run_customer_set(Context& context) {
  const auto& operands = context.arguments().operands;
  const auto customer = kept_customer(context);
  return change(context, customer, [&](catalog::Transaction& transaction) {
    catalog::set_customer_field(transaction, context.writing().profile(), customer, operands[1], operands.size() > 2 ? operands[2] : "");
  });
}

int run_customer_spend(Context& context) {
  const auto customer = kept_customer(context);
  const auto cents = cents_of(context.arguments().operands[1]);
  return change(context, customer, [&](catalog::Transaction& transaction) {
    catalog::record_spending(transaction, context.writing().profile(), customer, day_given(context), cents, context.arguments().get("reason"));
  });
}

int run_customer_discharge(Context& context) {
  const auto customer = kept_customer(context);
  return change(context, customer, [&](catalog::Transaction& transaction) {
    catalog::record_discharge(transaction, customer, day_given(context));
  });
}

int run_customer_call(Context& context) {
  const auto customer = kept_customer(context);
  return change(context, customer, [&](catalog::Transaction& transaction) {
    catalog::record_call(transaction, customer, day_given(context), context.arguments().get("outcome"));
  });
}

int run_customer_certificate(Context& context) {
  const auto& operands = context.arguments().operands;
  const auto customer = kept_customer(context);
  return change(context, customer, [&](catalog::Transaction& transaction) {
    catalog::record_certificate_of(transaction, customer, operands[1], operands[2], *context.arguments().date("until"));
  });
}

int run_customer_classes(Context& context) {
  const std::string& named = context.arguments().operands[0];
  auto& archive = context.reading();
  const auto customer = require_customer(archive.database(), named);
  context.authority().require(catalog::Action::Describe, catalog::access_of_customer(archive.database(), customer.id), named);
  context.authority().note("record.read", named);
  Array changes;
  std::vector<std::vector<std::string>> rows;
  const auto classes = catalog::classes_on(archive.profile(), context.clock().today());
  for (const auto& [change, before, decided_by, period] : catalog::class_changes_of(archive.database(), customer.id, classes)) {
    const std::string reason = render(Message{"class_reason." + change.reason, {period}}, context.language());
    const std::string valid_until = change.valid_until ? change.valid_until->text() : "";
    Object record = ordered_object();
    record.set("day", change.day.text());
    record.set("before", before);
    record.set("after", change.after);
    record.set("valid_until", valid_until);
    record.set("reason", reason);
    record.set("decided_by", decided_by);
    changes.add(record);
    rows.push_back({change.day.text(), before, change.after, valid_until, reason, decided_by});
  }
  std::vector<std::string> heading;
  for (const auto* field : {"date", "before", "after_change", "until", "reason", "decided_by"})
    heading.push_back(context.words("field." + std::string(field)));
  context.table(heading, rows);
  Object answer = ordered_object();
  answer.set("number", customer.number);
  answer.set("class", catalog::class_on(archive.database(), archive.profile(), customer, context.clock().today()));
  answer.set("changes", changes);
  context.answer(answer);
  return 0;
}

int run_list_chapters(Context& context) {
  const auto& operands = context.arguments().operands;
  context.authority().note("list.read", "", {{"list", "chapters"}});
  const auto found = catalog::list_custody(context.reading().database(), operands.empty() ? "" : operands[0], after_id(context),
                                           context.arguments().limit(100));
  Array list;
  std::vector<std::vector<std::string>> rows;
  for (const auto& custody : found) {
    const std::string until = custody.until ? custody.until->text() : "";
    Object record = ordered_object();
    record.set("category", custody.category);
    record.set("chapter", custody.chapter.text());
    record.set("manager", custody.manager);
    record.set("since", custody.since.text());
    record.set("until", until);
    list.add(record);
    rows.push_back({std::to_string(custody.category), custody.chapter.text(), custody.manager, custody.since.text(), until});
  }
  std::vector<std::string> heading;
  for (const auto* field : {"category", "chapter", "manager", "since", "kept_until"})
    heading.push_back(context.words("field." + std::string(field)));
  context.table(heading, rows);
  Object answer = ordered_object();
  answer.set("chapters", list);
  answer.set("next", found.empty() ? 0 : found.back().row);
  context.answer(answer);
  return 0;
}

int run_user_handover(Context& context) {
  const auto& operands = context.arguments().operands;
  auto& archive = context.writing();
  catalog::Transaction transaction(archive.database(), context.actor(), context.clock());
  const auto done = hand_over(context, transaction);
  transaction.commit();
  archive::index_pending(archive);
  context.say(msg("custody.handed_over", operands[0], operands[1], done.customers, done.chapters));
  Object answer = ordered_object();
  answer.set("from", operands[0]);
  answer.set("to", operands[1]);
  answer.set("customers", done.customers);
  answer.set("chapters", done.chapters);
  context.answer(answer);
  return 0;
}

}  // namespace twofold::app
