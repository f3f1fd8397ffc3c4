#pragma once
// Loans of paper (R42, domain page §5): requested, approved by another person, handed out, renewed or overdue, taken
// back, looked through. One volume never has two holders; the electronic copy is offered before (archive/loan_desk.h).

#include "catalog/inspections.h"

namespace twofold::catalog {

enum class LoanState { Requested, Refused, Withdrawn, Approved, Out, Returned, Closed, Damaged, Lost };
std::string text(LoanState state);  // "requested" …; stable
std::optional<LoanState> try_parse_loan_state(std::string_view text);

struct NewLoan {
  VolumeCode volume;
  std::string borrower, department, reason;
  Date due;                        // wanted until, then to be back by
};
struct Loan {
  std::int64_t id = 0;
  NewLoan what;
  LoanState state = LoanState::Requested;
  std::string requested_by, decided_by, refusal;
  int renewals = 0, reminders = 0;
  std::optional<Timestamp> out_at, returned_at;
  std::string inspected_by;
  std::set<Damage> damages;        // found when it came back
  std::optional<Miscount> miscount;
  std::string condition;           // what was done about it; of a lost one how
  std::string title, shelf;        // of the volume
};

// Handed out, and its day is past. (Domain page §5: a loan that is out is overdue by its date alone.)
bool is_overdue(const Loan& loan, const Date& today);

// Errors of all: NotFound "volume.unknown" | "loan.unknown"; Refused "loan.…" out of order, or by the wrong person. A
// bound volume alone, that is not listed, moved out or without paper.

// `at_once`: the borrower keeps the chapter, which needs nobody's approval.
Loan request_loan(Transaction& transaction, const NewLoan& loan, bool at_once);
// Not by the borrower, nor by who asked: Error{Refused, "loan.own_request"}; not once the day they asked for is past:
// Error{Refused, "loan.lapsed"}.
Loan approve_loan(Transaction& transaction, std::int64_t id);
Loan refuse_loan(Transaction& transaction, std::int64_t id, const std::string& reason);
// Nobody needs it any more, or nobody fetched it: asked for or approved, and not handed out. The reason may be empty.
Loan withdraw_loan(Transaction& transaction, std::int64_t id, const std::string& reason);
// The oldest approved one whose day is not past, now that the volume is free; where all have lapsed, Error{Refused, "loan.lapsed"}.
Loan hand_out(Transaction& transaction, const VolumeCode& volume);
// At the desk, approved on paper.
Loan lend_volume(Transaction& transaction, const NewLoan& loan, const std::string& approved_by);
// Twice at most, to a later day, and not where somebody else waits for it.
Loan renew_loan(Transaction& transaction, const VolumeCode& volume, const Date& due);
Loan return_volume(Transaction& transaction, const VolumeCode& volume);

struct ReturnCheck {
  std::set<Damage> damages;
  int pages = 0;                   // counted; 0: not counted
  std::string treatment;
  std::optional<Date> follow_up;   // needed where there are damages, or pages are missing
};
// Ends the loan as closed or damaged; what was found is an inspection of the volume too. Not by the borrower.
Loan inspect_return(Transaction& transaction, const VolumeCode& volume, const ReturnCheck& check);
// The holder stays on record until it is found; then it is looked through like any that came back.
Loan report_lost(Transaction& transaction, const VolumeCode& volume, const std::string& reason);
Loan report_found(Transaction& transaction, const VolumeCode& volume);
// Those overdue today, by their due day, after that loan; each counts one reminder more.
std::vector<Loan> remind_overdue(Transaction& transaction, std::size_t most);

// Handed out, back but not yet looked through, or lost.
std::optional<Loan> live_loan(const Database& database, std::int64_t volume_id);
std::optional<Loan> find_loan(const Database& database, std::int64_t id);
// Error{NotFound, "loan.unknown"}.
Loan require_loan(const Database& database, std::int64_t id);
// Whether it is bound, where it should be, and has paper.
bool may_be_lent(const Database& database, const VolumeCode& volume);
// Whether there are bytes to read in place of the paper.
bool has_electronic_copy(const Database& database, std::int64_t volume_id);

struct LoanFilter {
  std::optional<LoanState> state;
  std::optional<Date> overdue_on;  // those alone that are overdue on this day
  std::string borrower;            // empty: everybody's
  bool ended_too = false;
  // With a borrower: beside theirs those from the chapters that this manager keeps.
  std::int64_t manager_id = 0;
};
std::vector<Loan> list_loans(const Database& database, const LoanFilter& filter, std::int64_t after_id,
                             std::size_t most);
// Approved ones whose volume is there and whose day is not past, in the order of the shelves: what to fetch.
std::vector<Loan> pick_list(const Database& database, const Date& today, std::size_t most);
// Out past their due day, the longest first.
std::vector<Loan> list_overdue(const Database& database, const Date& today, std::size_t most);

}  // namespace twofold::catalog
