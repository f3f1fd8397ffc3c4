#include "archive/loan_desk.h"

#include "base/error.h"
#include "base/person_refused.h"

namespace twofold::archive {

using catalog::Action;
using catalog::Loan;
using catalog::Transaction;
using catalog::VolumeCode;

catalog::RecordAccess LoanDesk::access_of(const VolumeCode& volume) const {
  const auto found = catalog::find_volume(archive_.database(), volume);
  if (!found) throw Error(ErrorKind::NotFound, msg("volume.unknown", volume));
  return catalog::access_of_volume(archive_.database(), found->id);
}

Loan LoanDesk::request(catalog::NewLoan loan, bool paper_needed) {
  authority_.require(Action::RequestLoan);
  const auto& actor = authority_.actor();
  if (loan.borrower.empty()) loan.borrower = actor.name;
  if (!actor.alone && loan.borrower != actor.name) authority_.require(Action::HandOut);
  const auto access = access_of(loan.volume);
  // A spine on the shelf is no secret, every other volume is (decisions/0012).
  if (!authority_.allows(Action::Describe, access) && !catalog::may_be_lent(archive_.database(), loan.volume))
    throw Error(ErrorKind::NotFound, msg("volume.unknown", loan.volume));
  if (!paper_needed && authority_.allows(Action::Read, access) &&
      catalog::has_electronic_copy(archive_.database(), access.volume_id))
    throw Error(ErrorKind::Refused, msg("loan.electronic_first", loan.volume));
  const bool own = actor.manager_id != 0 && access.chapter_keeper == actor.manager_id && loan.borrower == actor.name;
  return seen(change([&](Transaction& transaction) { return catalog::request_loan(transaction, loan, own); }));
}

Loan LoanDesk::seen(Loan loan) const {
  const bool undecided = loan.state == catalog::LoanState::Requested || loan.state == catalog::LoanState::Refused ||
                         loan.state == catalog::LoanState::Withdrawn;
  if (undecided && !authority_.allows(Action::Describe, access_of(loan.what.volume))) loan.title = loan.shelf = "";
  return loan;
}

void LoanDesk::require_decision_on(const Loan& loan) {
  authority_.require(Action::ApproveLoan, access_of(loan.what.volume), msg("loan.unknown", loan.id));
}

Loan LoanDesk::approve(std::int64_t id) {
  require_decision_on(catalog::require_loan(archive_.database(), id));
  return change([&](Transaction& transaction) { return catalog::approve_loan(transaction, id); });
}

Loan LoanDesk::refuse(std::int64_t id, const std::string& reason) {
  require_decision_on(catalog::require_loan(archive_.database(), id));
  return change([&](Transaction& transaction) { return catalog::refuse_loan(transaction, id, reason); });
}

Loan LoanDesk::withdraw(std::int64_t id, const std::string& reason) {
  authority_.require(Action::RequestLoan);
  const Loan loan = catalog::require_loan(archive_.database(), id);
  const auto& actor = authority_.actor();
  const bool theirs = loan.what.borrower == actor.name || loan.requested_by == actor.name;
  if (!theirs && !authority_.everywhere(Action::HandOut)) require_decision_on(loan);
  return seen(change([&](Transaction& transaction) { return catalog::withdraw_loan(transaction, id, reason); }));
}

Loan LoanDesk::hand_out(const VolumeCode& volume) {
  authority_.require(Action::HandOut);
  return change([&](Transaction& transaction) { return catalog::hand_out(transaction, volume); });
}

Loan LoanDesk::lend(const catalog::NewLoan& loan, const std::string& approved_by) {
  authority_.require(Action::HandOut);
  const auto& actor = authority_.actor();
  if (!actor.alone && approved_by != actor.name)
    throw PersonRefused(msg("loan.approves_themselves", approved_by, loan.volume, actor.name));
  if (!authority_.allows(Action::ApproveLoan, access_of(loan.volume)))
    throw Error(ErrorKind::Refused, msg("loan.may_not_approve", approved_by, loan.volume));
  return change([&](Transaction& transaction) { return catalog::lend_volume(transaction, loan, approved_by); });
}

Loan LoanDesk::renew(const VolumeCode& volume, const Date& due) {
  authority_.require(Action::HandOut);
  return change([&](Transaction& transaction) { return catalog::renew_loan(transaction, volume, due); });
}

Loan LoanDesk::take_back(const VolumeCode& volume) {
  authority_.require(Action::HandOut);
  return change([&](Transaction& transaction) { return catalog::return_volume(transaction, volume); });
}

Loan LoanDesk::inspect(const VolumeCode& volume, const catalog::ReturnCheck& check) {
  authority_.require(Action::HandOut);
  return change([&](Transaction& transaction) { return catalog::inspect_return(transaction, volume, check); });
}

Loan LoanDesk::report_lost(const VolumeCode& volume, const std::string& reason) {
  authority_.require(Action::HandOut);
  return change([&](Transaction& transaction) { return catalog::report_lost(transaction, volume, reason); });
}

Loan LoanDesk::report_found(const VolumeCode& volume) {
  authority_.require(Action::HandOut);
  return change([&](Transaction& transaction) { return catalog::report_found(transaction, volume); });
}

std::vector<Loan> LoanDesk::remind(std::size_t most) {
  authority_.require(Action::HandOut);
  return change([&](Transaction& transaction) { return catalog::remind_overdue(transaction, most); });
}

std::vector<Loan> LoanDesk::list(catalog::LoanFilter filter, std::int64_t after_id, std::size_t most) const {
  if (!authority_.everywhere(Action::SeeRegisters)) {
    filter.borrower = authority_.actor().name;
    const bool keeps = authority_.actor().roles.holds(catalog::Role::AccountManager);
    filter.manager_id = keeps ? authority_.actor().manager_id : 0;
  }
  auto loans = catalog::list_loans(archive_.database(), filter, after_id, most);
  for (auto& loan : loans) loan = seen(std::move(loan));
  return loans;
}

}  // namespace twofold::archive
