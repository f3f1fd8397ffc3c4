#include "archive/loan_desk.h"

#include "app/commands.h"
#include "app/commands/damages.h"
#include "app/commands/records.h"
#include "app/commands/upkeep_records.h"

namespace twofold::app {
namespace {

using catalog::Loan;

std::string condition_of(const Context& context, const Loan& loan) {
  return catalog::condition_words(loan.damages, loan.miscount, loan.condition, context.language());
}

Object record_of(const Context& context, const Loan& loan) {
  Object record = ordered_object();
  record.set("id", loan.id);
  record.set("volume", loan.what.volume.text());
  record.set("title", loan.title);
  record.set("shelf", loan.shelf);
  record.set("state", catalog::text(loan.state));
  record.set("borrower", loan.what.borrower);
  record.set("department", loan.what.department);
  record.set("reason", loan.what.reason);
  record.set("requested_by", loan.requested_by);
  record.set("approved_by", loan.state == catalog::LoanState::Refused ? "" : loan.decided_by);
  record.set("refusal", loan.refusal);
  record.set("due", loan.what.due.text());
  record.set("overdue", catalog::is_overdue(loan, context.clock().today()));
  record.set("renewals", loan.renewals);
  record.set("reminders", loan.reminders);
  record.set("out_at", loan.out_at ? loan.out_at->text() : "");
  record.set("returned_at", loan.returned_at ? loan.returned_at->text() : "");
  record.set("inspected_by", loan.inspected_by);
  record.set("condition", condition_of(context, loan));
  return record;
}

int tell(const Context& context, std::string_view key, const Loan& loan) {
  context.say(msg(std::string(key), loan.what.volume, loan.what.borrower, loan.what.due, loan.id));
  context.answer(record_of(context, loan));
  return 0;
}

int show(const Context& context, const std::vector<Loan>& loans) {
  const Date today = context.clock().today();
  Array records;
  std::vector<std::vector<std::string>> rows;
  for (const auto& loan : loans) {
    records.add(record_of(context, loan));
    const std::string state = catalog::is_overdue(loan, today) ? "overdue" : catalog::text(loan.state);
    rows.push_back({std::to_string(loan.id), loan.what.volume.text(), loan.shelf, context.words("loan_state." + state),
                    loan.what.borrower, loan.what.department, loan.what.due.text(),
                    loan.returned_at ? loan.returned_at->date().text() : ""});
  }
  std::vector<std::string> heading = {"ID"};
  for (const auto* field : {"volume", "shelf", "state", "borrower", "department", "due", "returned_at"})
    heading.push_back(context.words("field." + std::string(field)));
  context.table(heading, rows);
  Object answer = ordered_object();
  answer.set("loans", records);
  answer.set("next", loans.empty() ? 0 : loans.back().id);
  context.answer(answer);
  return 0;
}

catalog::VolumeCode volume_named(const Context& context) {
  return catalog::VolumeCode::parse(context.arguments().operands[0]);
}

archive::LoanDesk desk_of_loans(Context& context) { return {context.writing(), context.authority()}; }

}  // namespace

int run_loan_request(Context& context) {
  const auto& arguments = context.arguments();
  const catalog::NewLoan wish{volume_named(context), arguments.get("borrower"), arguments.get("department"),
                              arguments.get("reason"), *arguments.date("due")};
  const Loan loan = desk_of_loans(context).request(wish, arguments.has("paper"));
  return tell(context, loan.state == catalog::LoanState::Approved ? "loan.approved_at_once" : "loan.requested", loan);
}

int run_loan_approve(Context& context) {
  return tell(context, "loan.approved", desk_of_loans(context).approve(id_operand(context, 0)));
}

int run_loan_refuse(Context& context) {
  return tell(context, "loan.refused", desk_of_loans(context).refuse(id_operand(context, 0), context.arguments().get("reason")));
}

int run_loan_cancel(Context& context) {
  return tell(context, "loan.withdrawn", desk_of_loans(context).withdraw(id_operand(context, 0), context.arguments().get("reason")));
}

int run_loan_out(Context& context) {
  const auto& arguments = context.arguments();
  auto desk = desk_of_loans(context);
  if (!arguments.has("borrower")) return tell(context, "loan.out", desk.hand_out(volume_named(context)));
  for (const char* needed : {"approved-by", "due", "reason"})
    if (!arguments.has(needed)) throw Error(ErrorKind::Usage, msg("cli.option_missing", needed, "loan out --borrower"));
  const catalog::NewLoan loan{volume_named(context), arguments.get("borrower"), arguments.get("department"),
                              arguments.get("reason"), *arguments.date("due")};
  return tell(context, "loan.out", desk.lend(loan, arguments.get("approved-by")));
}

int run_loan_renew(Context& context) {
  return tell(context, "loan.renewed", desk_of_loans(context).renew(volume_named(context), *context.arguments().date("due")));
}

int run_loan_return(Context& context) {
  return tell(context, "loan.returned", desk_of_loans(context).take_back(volume_named(context)));
}

int run_loan_inspect(Context& context) {
  const auto& arguments = context.arguments();
  const catalog::ReturnCheck check{damages_given(context), arguments.number("pages").value_or(0), arguments.get("treatment"),
                                   arguments.date("due")};
  const Loan loan = desk_of_loans(context).inspect(volume_named(context), check);
  return tell(context, loan.state == catalog::LoanState::Closed ? "loan.closed" : "loan.came_back_damaged", loan);
}

int run_loan_lost(Context& context) {
  return tell(context, "loan.lost", desk_of_loans(context).report_lost(volume_named(context), context.arguments().get("reason")));
}

int run_loan_found(Context& context) {
  return tell(context, "loan.returned", desk_of_loans(context).report_found(volume_named(context)));
}

int run_loan_remind(Context& context) {
  const auto loans = desk_of_loans(context).remind(context.arguments().limit(1000));
  if (loans.empty()) context.say(msg("loan.nobody_overdue"));
  for (const auto& loan : loans)
    context.say(msg("loan.notice", loan.what.borrower, loan.what.volume, loan.title, loan.what.due, loan.reminders));
  Array records;
  for (const auto& loan : loans) records.add(record_of(context, loan));
  Object answer = ordered_object();
  answer.set("loans", records);
  context.answer(answer);
  return 0;
}

int run_loan_picks(Context& context) {
  return show(context, catalog::pick_list(context.reading().database(), context.clock().today(),
                                         context.arguments().limit(1000)));
}

int run_loan_list(Context& context) {
  const auto& arguments = context.arguments();
  catalog::LoanFilter filter{.borrower = arguments.get("borrower"), .ended_too = arguments.has("all")};
  if (arguments.get("state") == "overdue") {
    filter.overdue_on = context.clock().today();
  } else if (arguments.has("state")) {
    filter.state = catalog::try_parse_loan_state(arguments.get("state"));
    if (!filter.state) throw Error(ErrorKind::Usage, msg("loan.unknown_state", arguments.get("state")));
  }
  const archive::LoanDesk desk(context.reading(), context.authority());
  return show(context, desk.list(filter, after_id(context), arguments.limit(100)));
}

}  // namespace twofold::app
