#pragma once
// The loan desk: who may ask, approve, hand out and take back (catalog/loans.h says in what order), each in one transaction.

#include "archive/archive.h"
#include "archive/authority.h"
#include "catalog/loans.h"

namespace twofold::archive {

class LoanDesk {
 public:
  LoanDesk(Archive& archive, Authority& authority) : archive_(archive), authority_(authority) {}

  // For oneself; an archivist asks for others too. Where whoever asks may read the electronic copy it is offered first:
  // Error{Refused, "loan.electronic_first"} unless `paper_needed`. At once approved for who keeps the chapter.
  catalog::Loan request(catalog::NewLoan loan, bool paper_needed);
  catalog::Loan approve(std::int64_t id);
  catalog::Loan refuse(std::int64_t id, const std::string& reason);
  // By the borrower, whoever asked for them, who may decide on it, or the desk.
  catalog::Loan withdraw(std::int64_t id, const std::string& reason);
  catalog::Loan hand_out(const catalog::VolumeCode& volume);
  // Without a request: approved by who hands it out, to somebody else. Nobody approves in another's name (R42, §5): where people are
  // entered PersonRefused "loan.approves_themselves", or Error{Refused, "loan.may_not_approve"}. Alone in an archive one enters what paper says.
  catalog::Loan lend(const catalog::NewLoan& loan, const std::string& approved_by);
  catalog::Loan renew(const catalog::VolumeCode& volume, const Date& due);
  catalog::Loan take_back(const catalog::VolumeCode& volume);
  catalog::Loan inspect(const catalog::VolumeCode& volume, const catalog::ReturnCheck& check);
  catalog::Loan report_lost(const catalog::VolumeCode& volume, const std::string& reason);
  catalog::Loan report_found(const catalog::VolumeCode& volume);
  std::vector<catalog::Loan> remind(std::size_t most);
  // Those of others only for who may see the registers, and those from one's own chapters, on which one decides.
  std::vector<catalog::Loan> list(catalog::LoanFilter filter, std::int64_t after_id, std::size_t most) const;

 private:
  template <class Work>
  auto change(const Work& work) {
    catalog::Transaction transaction(archive_.database(), authority_.actor().name, archive_.clock());
    auto result = work(transaction);
    transaction.commit();
    return result;
  }
  catalog::RecordAccess access_of(const catalog::VolumeCode& volume) const;
  // What a loan tells of its volume, to somebody who may not know of it before it is approved: the code they named.
  catalog::Loan seen(catalog::Loan loan) const;
  // Who may decide this one; to others it is as if there were none.
  void require_decision_on(const catalog::Loan& loan);

  Archive& archive_;
  Authority& authority_;
};

}  // namespace twofold::archive
