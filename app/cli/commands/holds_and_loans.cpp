#include "catalog/holds_and_loans.h"

#include "app/cli/commands.h"
#include "app/cli/commands/records.h"
#include "app/cli/context.h"
#include "catalog/disposition.h"

#include <charconv>

namespace twofold::app {
namespace {

const char* scope_text(catalog::HoldScope scope) {
  switch (scope) {
    case catalog::HoldScope::Item: return "item";
    case catalog::HoldScope::Volume: return "volume";
    case catalog::HoldScope::Customer: break;
  }
  return "customer";
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

Object record_of(const catalog::Loan& loan) {
  Object record = ordered_object();
  record.set("id", loan.id);
  record.set("volume", loan.volume.text());
  record.set("borrower", loan.borrower);
  record.set("department", loan.department);
  record.set("reason", loan.reason);
  record.set("approved_by", loan.approved_by);
  record.set("out_at", loan.out_at.text());
  record.set("due", loan.due.text());
  record.set("returned_at", loan.returned_at ? loan.returned_at->text() : "");
  return record;
}

std::int64_t id_of(const std::string& text) {
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  if (error != std::errc() || end != text.data() + text.size()) throw Error(ErrorKind::Usage, msg("cli.not_a_number", "ID", text));
  return id;
}

}  // namespace

int run_hold_place(Context& context) {
  const std::string& target = context.arguments().operands[0];
  context.authority().require(catalog::Action::PlaceHold, catalog::access_of_number(context.writing().database(), target), target);
  catalog::Transaction transaction(context.writing().database(), context.actor(), context.clock());
  const auto hold = catalog::place_hold(transaction, target, context.arguments().get("reason"));
  transaction.commit();
  context.say(msg("hold.placed", hold.id, hold.target));
  context.answer(record_of(hold));
  return 0;
}

int run_hold_lift(Context& context) {
  const auto id = id_of(context.arguments().operands[0]);
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
  for (const auto& hold : catalog::list_holds(context.reading().database(), context.arguments().has("all"))) {
    holds.add(record_of(hold));
    rows.push_back({std::to_string(hold.id), hold.target, hold.reason, hold.placed_by, hold.placed_at.text().substr(0, 10),
                    hold.lifted_at ? hold.lifted_at->text().substr(0, 10) : ""});
  }
  context.table({"ID", context.words("field.target"), context.words("field.reason"), context.words("field.actor"),
                 context.words("field.at"), context.words("field.lifted_at")},
                rows);
  Object answer = ordered_object();
  answer.set("holds", holds);
  context.answer(answer);
  return 0;
}

int run_debt_settle(Context& context) {
  const std::string& named = context.arguments().operands[0];
  const Date settled_on = *context.arguments().date("date");
  auto& database = context.writing().database();
  const auto customer = catalog::find_customer(database, named);
  if (!customer) throw Error(ErrorKind::NotFound, msg("lookup.nothing", named));
  context.authority().require(catalog::Action::RecordSettlement, catalog::access_of_customer(database, customer->id), named);
  catalog::Transaction transaction(database, context.actor(), context.clock());
  catalog::record_settlement(transaction, customer->id, settled_on);
  transaction.commit();
  context.say(msg("debt.settled", customer->name, settled_on));
  Object answer = ordered_object();
  answer.set("customer", customer->number);
  answer.set("settled_on", settled_on.text());
  context.answer(answer);
  return 0;
}

int run_loan_out(Context& context) {
  const auto& arguments = context.arguments();
  const auto code = catalog::VolumeCode::parse(arguments.operands[0]);
  catalog::Transaction transaction(context.writing().database(), context.actor(), context.clock());
  const auto loan = catalog::lend_volume(transaction, code, arguments.get("borrower"), arguments.get("department"),
                                         arguments.get("reason"), arguments.get("approved-by"), *arguments.date("due"));
  transaction.commit();
  context.say(msg("loan.out", loan.volume, loan.borrower, loan.due));
  context.answer(record_of(loan));
  return 0;
}

int run_loan_return(Context& context) {
  const auto code = catalog::VolumeCode::parse(context.arguments().operands[0]);
  catalog::Transaction transaction(context.writing().database(), context.actor(), context.clock());
  catalog::return_volume(transaction, code);
  transaction.commit();
  context.say(msg("loan.returned", code));
  Object answer = ordered_object();
  answer.set("returned", code.text());
  context.answer(answer);
  return 0;
}

int run_loan_list(Context& context) {
  Array loans;
  std::vector<std::vector<std::string>> rows;
  for (const auto& loan : catalog::list_loans(context.reading().database(), context.arguments().has("all"))) {
    loans.add(record_of(loan));
    rows.push_back({loan.volume.text(), loan.borrower, loan.department, loan.due.text(),
                    loan.returned_at ? loan.returned_at->text().substr(0, 10) : ""});
  }
  context.table({context.words("field.volume"), context.words("field.borrower"), context.words("field.department"),
                 context.words("field.due"), context.words("field.returned_at")},
                rows);
  Object answer = ordered_object();
  answer.set("loans", loans);
  context.answer(answer);
  return 0;
}

}  // namespace twofold::app
