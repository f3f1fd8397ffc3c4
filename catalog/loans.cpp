#include "catalog/loans.h"

#include "base/error.h"
#include "base/person_refused.h"
#include "base/text.h"
#include "catalog/events.h"
#include "catalog/volume_rows.h"

#include <algorithm>
#include <array>

namespace twofold::catalog {
namespace {

constexpr int kMostRenewals = 2;

constexpr std::array<std::string_view, 9> kLoanStates = {"requested", "refused", "withdrawn", "approved", "out",
                                                     "returned",  "closed",  "damaged",   "lost"};

constexpr std::string_view kSelectLoan =
    "SELECT n.id, v.code, n.borrower, n.department, n.reason, n.due, n.state, n.requested_by, n.decided_by, n.refusal, "
    "n.renewals, n.reminders, n.out_at, n.returned_at, n.inspected_by, n.condition, v.title, l.code, "
    "c.damages, c.pages_counted, c.pages_expected "
    "FROM loan n JOIN volume v ON v.id = n.volume_id LEFT JOIN shelf_location l ON l.id = v.location_id "
    "LEFT JOIN inspection c ON c.id = n.inspection_id ";

Loan read_loan(const Statement& row) {
  Loan loan{.id = row.integer(0),
            .what = {VolumeCode::parse(row.text(1)), row.text(2), row.text(3), row.text(4), Date::parse(row.text(5))},
            .state = *try_parse_loan_state(row.text(6)),
            .requested_by = row.text(7),
            .decided_by = row.text(8),
            .refusal = row.text(9),
            .renewals = static_cast<int>(row.integer(10)),
            .reminders = static_cast<int>(row.integer(11)),
            .out_at = {},
            .returned_at = {},
            .inspected_by = row.text(14),
            .damages = damages_stored(row.text(18)),
            .miscount = miscount_stored(row, 19),
            .condition = row.text(15),
            .title = row.text(16),
            .shelf = row.text(17)};
  if (!row.is_null(12)) loan.out_at = Timestamp{row.integer(12)};
  if (!row.is_null(13)) loan.returned_at = Timestamp{row.integer(13)};
  return loan;
}

std::vector<Loan> read_loans(Statement& row) {
  std::vector<Loan> loans;
  while (row.step()) loans.push_back(read_loan(row));
  return loans;
}

// Why this volume is not lent to anybody.
std::optional<Message> hindrance(const Database& database, const Volume& volume) {
  switch (volume.state) {
    case VolumeState::Bound:
    case VolumeState::Shelved: break;
    case VolumeState::Open:
    case VolumeState::Closing: return msg("loan.open", volume.code);
    case VolumeState::Listed: return msg("loan.listed", volume.code);
    case VolumeState::Transferred:
    case VolumeState::Destroyed: return msg("loan.gone", volume.code);
  }
  Statement paper(database, "SELECT 1 FROM item i LEFT JOIN stub s ON s.item_id = i.id "
                            "WHERE i.volume_id = ? AND i.paper = 1 AND COALESCE(s.track, 'electronic') = 'electronic' LIMIT 1");
  paper.bind(volume.id);
  return paper.step() ? std::nullopt : std::optional(msg("loan.no_paper", volume.code));
}

void refuse_unlendable(const Database& database, const Volume& volume) {
  if (const auto why = hindrance(database, volume)) throw Error(ErrorKind::Refused, *why);
}

void refuse_held(const Database& database, const Volume& volume) {
  const auto live = live_loan(database, volume.id);
  if (!live) return;
  switch (live->state) {
    case LoanState::Returned: throw Error(ErrorKind::Refused, msg("loan.not_inspected", volume.code));
    case LoanState::Lost: throw Error(ErrorKind::Refused, msg("loan.is_lost", volume.code, live->what.borrower));
    default: throw Error(ErrorKind::Refused, msg("loan.already_lent", volume.code, live->what.borrower, live->what.due));
  }
}

void check_wish(const Transaction& transaction, const NewLoan& loan) {
  if (trim(loan.borrower).empty()) throw Error(ErrorKind::Usage, msg("loan.person_missing", loan.volume));
  if (loan.due < transaction.today()) throw Error(ErrorKind::Usage, msg("loan.due_in_past", loan.due));
}

Loan insert(Transaction& transaction, const Volume& volume, const NewLoan& loan, LoanState state,
            const std::string& decided_by) {
  Statement(transaction.database(),
            "INSERT INTO loan(volume_id, state, borrower, department, reason, due, requested_by, requested_at, decided_by, "
            "out_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .bind(volume.id)
      .bind(text(state))
      .bind(loan.borrower)
      .bind(loan.department)
      .bind(loan.reason)
      .bind(loan.due)
      .bind(transaction.actor())
      .bind(transaction.now())
      .bind(decided_by)
      .bind(state == LoanState::Out ? std::optional(transaction.now()) : std::nullopt)
      .run();
  return *find_loan(transaction.database(), last_insert_id(transaction.database()));
}

void note(Transaction& transaction, std::string_view action, const Loan& loan, Details details = {}) {
  details.insert(details.begin(), {{"loan", std::to_string(loan.id)}, {"borrower", loan.what.borrower}});
  record_event(transaction, action, loan.what.volume.text(), details);
}

Loan require_requested(const Database& database, std::int64_t id) {
  Loan loan = require_loan(database, id);
  if (loan.state != LoanState::Requested) throw Error(ErrorKind::Refused, msg("loan.decided", id));
  return loan;
}

// Nobody can be given what they wanted until a day that is past.
void refuse_lapsed(const Loan& loan, const Date& today) {
  if (loan.what.due < today) throw Error(ErrorKind::Refused, msg("loan.lapsed", loan.id, loan.what.borrower, loan.what.due));
}

Loan require_live(const Database& database, const VolumeCode& volume, LoanState state, std::string_view otherwise) {
  auto loan = live_loan(database, require_volume(database, volume).id);
  if (!loan || loan->state != state) throw Error(ErrorKind::Refused, msg(std::string(otherwise), volume));
  return *std::move(loan);
}

Loan change_state(Transaction& transaction, const Loan& loan, LoanState state) {
  Statement(transaction.database(), "UPDATE loan SET state = ? WHERE id = ?").bind(text(state)).bind(loan.id).run();
  return *find_loan(transaction.database(), loan.id);
}

void decide(Transaction& transaction, std::int64_t id, const std::string& refusal) {
  Statement(transaction.database(), "UPDATE loan SET decided_by = ?, refusal = ? WHERE id = ?")
      .bind(transaction.actor())
      .bind(refusal)
      .bind(id)
      .run();
}

}  // namespace

std::string text(LoanState state) { return std::string(kLoanStates[static_cast<std::size_t>(state)]); }

std::optional<LoanState> try_parse_loan_state(std::string_view text) {
  const auto found = std::ranges::find(kLoanStates, text);
  if (found == kLoanStates.end()) return std::nullopt;
  return static_cast<LoanState>(found - kLoanStates.begin());
}

Loan require_loan(const Database& database, std::int64_t id) {
  auto loan = find_loan(database, id);
  if (!loan) throw Error(ErrorKind::NotFound, msg("loan.unknown", id));
  return *std::move(loan);
}

bool is_overdue(const Loan& loan, const Date& today) { return loan.state == LoanState::Out && loan.what.due < today; }

bool may_be_lent(const Database& database, const VolumeCode& volume) {
  return !hindrance(database, require_volume(database, volume));
}

Loan request_loan(Transaction& transaction, const NewLoan& loan, bool at_once) {
  const Volume volume = require_volume(transaction.database(), loan.volume);
  refuse_unlendable(transaction.database(), volume);
  check_wish(transaction, loan);
  if (trim(loan.reason).empty()) throw Error(ErrorKind::Usage, msg("loan.reason_missing", loan.volume));
  const Loan made = insert(transaction, volume, loan, at_once ? LoanState::Approved : LoanState::Requested,
                           at_once ? transaction.actor() : "");
  note(transaction, at_once ? "loan.approved" : "loan.requested", made,
       {{"reason", loan.reason}, {"due", loan.due.text()}, {"at_once", at_once ? "yes" : "no"}});
  return made;
}

Loan approve_loan(Transaction& transaction, std::int64_t id) {
  const Loan loan = require_requested(transaction.database(), id);
  if (transaction.actor() == loan.requested_by || transaction.actor() == loan.what.borrower)
    throw PersonRefused(msg("loan.own_request", id));
  refuse_lapsed(loan, transaction.today());
  refuse_unlendable(transaction.database(), require_volume(transaction.database(), loan.what.volume));
  decide(transaction, id, "");
  note(transaction, "loan.approved", loan);
  return change_state(transaction, loan, LoanState::Approved);
}

Loan refuse_loan(Transaction& transaction, std::int64_t id, const std::string& reason) {
  const Loan loan = require_requested(transaction.database(), id);
  if (trim(reason).empty()) throw Error(ErrorKind::Usage, msg("loan.reason_missing", loan.what.volume));
  decide(transaction, id, reason);
  note(transaction, "loan.refused", loan, {{"reason", reason}});
  return change_state(transaction, loan, LoanState::Refused);
}

Loan withdraw_loan(Transaction& transaction, std::int64_t id, const std::string& reason) {
  const Loan loan = require_loan(transaction.database(), id);
  if (loan.state != LoanState::Requested && loan.state != LoanState::Approved)
    throw Error(ErrorKind::Refused, msg("loan.not_waiting", id));
  Statement(transaction.database(), "UPDATE loan SET refusal = ? WHERE id = ?").bind(reason).bind(id).run();
  note(transaction, "loan.withdrawn", loan, {{"reason", reason}});
  return change_state(transaction, loan, LoanState::Withdrawn);
}

Loan hand_out(Transaction& transaction, const VolumeCode& volume) {
  const Database& database = transaction.database();
  const Volume found = require_volume(database, volume);
  refuse_unlendable(database, found);
  refuse_held(database, found);
  Statement row(database, std::string(kSelectLoan) + "WHERE n.volume_id = ? AND n.state = 'approved' ORDER BY n.due < ?, n.id LIMIT 1");
  row.bind(found.id).bind(transaction.today());
  if (!row.step()) throw Error(ErrorKind::Refused, msg("loan.not_approved", volume));
  const Loan loan = read_loan(row);
  refuse_lapsed(loan, transaction.today());
  Statement(database, "UPDATE loan SET out_at = ? WHERE id = ?").bind(transaction.now()).bind(loan.id).run();
  note(transaction, "volume.lent", loan, {{"approved_by", loan.decided_by}, {"due", loan.what.due.text()}});
  return change_state(transaction, loan, LoanState::Out);
}

Loan lend_volume(Transaction& transaction, const NewLoan& loan, const std::string& approved_by) {
  const Database& database = transaction.database();
  const Volume volume = require_volume(database, loan.volume);
  refuse_unlendable(database, volume);
  refuse_held(database, volume);
  check_wish(transaction, loan);
  if (trim(approved_by).empty()) throw Error(ErrorKind::Usage, msg("loan.person_missing", loan.volume));
  if (approved_by == loan.borrower) throw PersonRefused(msg("loan.own_approval", approved_by));
  const Loan made = insert(transaction, volume, loan, LoanState::Out, approved_by);
  note(transaction, "volume.lent", made,
       {{"department", loan.department}, {"reason", loan.reason}, {"approved_by", approved_by}, {"due", loan.due.text()}});
  return made;
}

Loan renew_loan(Transaction& transaction, const VolumeCode& volume, const Date& due) {
  const Database& database = transaction.database();
  const Loan loan = require_live(database, volume, LoanState::Out, "loan.not_lent");
  if (due <= loan.what.due || due < transaction.today())
    throw Error(ErrorKind::Usage, msg("loan.not_later", due, loan.what.due));
  if (loan.renewals >= kMostRenewals) throw Error(ErrorKind::Refused, msg("loan.renewed_enough", volume, loan.renewals));
  Statement waiting(database, "SELECT w.borrower FROM loan w JOIN loan n ON n.volume_id = w.volume_id "
                              "WHERE n.id = ? AND w.state IN ('requested', 'approved') AND w.borrower <> n.borrower "
                              "AND w.due >= ? ORDER BY w.id LIMIT 1");
  waiting.bind(loan.id).bind(transaction.today());
  if (waiting.step()) throw Error(ErrorKind::Refused, msg("loan.awaited", volume, waiting.text(0)));
  Statement(database, "UPDATE loan SET due = ?, renewals = renewals + 1 WHERE id = ?").bind(due).bind(loan.id).run();
  note(transaction, "loan.renewed", loan, {{"before", loan.what.due.text()}, {"due", due.text()}});
  return *find_loan(database, loan.id);
}

Loan return_volume(Transaction& transaction, const VolumeCode& volume) {
  const Loan loan = require_live(transaction.database(), volume, LoanState::Out, "loan.not_lent");
  Statement(transaction.database(), "UPDATE loan SET returned_at = ? WHERE id = ?")
      .bind(transaction.now())
      .bind(loan.id)
      .run();
  note(transaction, "volume.returned", loan);
  return change_state(transaction, loan, LoanState::Returned);
}

Loan inspect_return(Transaction& transaction, const VolumeCode& volume, const ReturnCheck& check) {
  const Database& database = transaction.database();
  const Loan loan = require_live(database, volume, LoanState::Returned, "loan.not_returned");
  if (transaction.actor() == loan.what.borrower) throw PersonRefused(msg("loan.own_return", volume));
  const int expected = require_volume(database, volume).page_count;
  const bool miscounted = check.pages != 0 && check.pages != expected;
  const bool sound = check.damages.empty() && !miscounted;
  std::optional<std::int64_t> inspection;
  if (!sound)
    inspection = inspect_volume(transaction, {volume, transaction.today(), check.damages, check.treatment, transaction.actor(),
                                              check.follow_up, miscounted ? std::optional(Miscount{check.pages, expected}) : std::nullopt})
                     .id;
  Statement(database, "UPDATE loan SET inspected_by = ?, inspection_id = ?, condition = ? WHERE id = ?")
      .bind(transaction.actor())
      .bind(inspection)
      .bind(trim(check.treatment))
      .bind(loan.id)
      .run();
  Details details = {{"treatment", check.treatment}};
  if (inspection) details.push_back({"inspection", std::to_string(*inspection)});
  note(transaction, sound ? "loan.closed" : "loan.damaged", loan, std::move(details));
  return change_state(transaction, loan, sound ? LoanState::Closed : LoanState::Damaged);
}

Loan report_lost(Transaction& transaction, const VolumeCode& volume, const std::string& reason) {
  const Loan loan = require_live(transaction.database(), volume, LoanState::Out, "loan.not_lent");
  if (trim(reason).empty()) throw Error(ErrorKind::Usage, msg("loan.reason_missing", volume));
  Statement(transaction.database(), "UPDATE loan SET condition = ? WHERE id = ?").bind(reason).bind(loan.id).run();
  note(transaction, "loan.lost", loan, {{"reason", reason}});
  return change_state(transaction, loan, LoanState::Lost);
}

Loan report_found(Transaction& transaction, const VolumeCode& volume) {
  const Loan loan = require_live(transaction.database(), volume, LoanState::Lost, "loan.not_lost");
  Statement(transaction.database(), "UPDATE loan SET returned_at = ? WHERE id = ?")
      .bind(transaction.now())
      .bind(loan.id)
      .run();
  note(transaction, "loan.found", loan);
  return change_state(transaction, loan, LoanState::Returned);
}

std::vector<Loan> remind_overdue(Transaction& transaction, std::size_t most) {
  auto loans = list_overdue(transaction.database(), transaction.today(), most);
  for (auto& loan : loans) {
    Statement(transaction.database(), "UPDATE loan SET reminders = reminders + 1 WHERE id = ?").bind(loan.id).run();
    loan.reminders += 1;
    note(transaction, "loan.reminded", loan, {{"reminders", std::to_string(loan.reminders)}});
  }
  return loans;
}

std::optional<Loan> live_loan(const Database& database, std::int64_t volume_id) {
  Statement row(database, std::string(kSelectLoan) + "WHERE n.volume_id = ? AND n.state IN ('out', 'returned', 'lost')");
  row.bind(volume_id);
  if (!row.step()) return std::nullopt;
  return read_loan(row);
}

std::optional<Loan> find_loan(const Database& database, std::int64_t id) {
  Statement row(database, std::string(kSelectLoan) + "WHERE n.id = ?");
  row.bind(id);
  if (!row.step()) return std::nullopt;
  return read_loan(row);
}

bool has_electronic_copy(const Database& database, std::int64_t volume_id) {
  Statement row(database, "SELECT 1 FROM item i LEFT JOIN stub s ON s.item_id = i.id WHERE i.volume_id = ? "
                          "AND i.state <> 'destroyed' AND COALESCE(s.track, 'paper') = 'paper' LIMIT 1");
  row.bind(volume_id);
  return row.step();
}

std::vector<Loan> list_loans(const Database& database, const LoanFilter& filter, std::int64_t after_id, std::size_t most) {
  std::string condition = "WHERE n.id > ?";
  if (filter.overdue_on) condition += " AND n.state = 'out' AND n.due < ?";
  else if (filter.state) condition += " AND n.state = '" + text(*filter.state) + "'";
  else if (!filter.ended_too) condition += " AND n.state IN ('requested', 'approved', 'out', 'returned', 'lost')";
  if (!filter.borrower.empty())
    condition += filter.manager_id == 0
                     ? " AND n.borrower = ?"
                     : " AND (n.borrower = ? OR n.volume_id IN (SELECT kept.id FROM chapter_custody k JOIN volume kept ON "
                       "kept.chapter_id = k.chapter_id WHERE k.manager_id = ? AND k.until IS NULL))";
  Statement row(database, std::string(kSelectLoan) + condition + " ORDER BY n.id LIMIT ?");
  row.bind(after_id);
  if (filter.overdue_on) row.bind(*filter.overdue_on);
  if (!filter.borrower.empty()) row.bind(filter.borrower);
  if (!filter.borrower.empty() && filter.manager_id != 0) row.bind(filter.manager_id);
  row.bind(static_cast<std::int64_t>(most));
  return read_loans(row);
}

std::vector<Loan> pick_list(const Database& database, const Date& today, std::size_t most) {
  Statement row(database, std::string(kSelectLoan) +
                              "WHERE n.state = 'approved' AND n.due >= ? AND NOT EXISTS (SELECT 1 FROM loan h WHERE h.volume_id = "
                              "n.volume_id AND h.state IN ('out', 'returned', 'lost')) ORDER BY l.code, n.id LIMIT ?");
  row.bind(today).bind(static_cast<std::int64_t>(most));
  return read_loans(row);
}

std::vector<Loan> list_overdue(const Database& database, const Date& today, std::size_t most) {
  Statement row(database, std::string(kSelectLoan) + "WHERE n.state = 'out' AND n.due < ? ORDER BY n.due, n.id LIMIT ?");
  row.bind(today).bind(static_cast<std::int64_t>(most));
  return read_loans(row);
}

}  // namespace twofold::catalog
