#include "catalog/holds_and_loans.h"

#include "base/error.h"
#include "base/text.h"
#include "catalog/events.h"
#include "catalog/lookup.h"
#include "catalog/volume_rows.h"

namespace twofold::catalog {
namespace {

std::string text(HoldScope scope) {
  switch (scope) {
    case HoldScope::Item: return "item";
    case HoldScope::Volume: return "volume";
    case HoldScope::Customer: return "customer";
  }
  return {};
}

HoldScope parse_scope(const std::string& name) {
  for (const auto scope : {HoldScope::Item, HoldScope::Volume, HoldScope::Customer})
    if (text(scope) == name) return scope;
  throw Error(ErrorKind::Corrupt, msg("hold.bad_scope", name));
}

constexpr std::string_view kSelectHold =
    "SELECT h.id, h.scope, CASE h.scope WHEN 'volume' THEN (SELECT code FROM volume WHERE id = h.target_id) "
    "WHEN 'customer' THEN (SELECT number FROM customer WHERE id = h.target_id) "
    "ELSE (SELECT COALESCE(reference_code, provisional, storage_id) FROM item WHERE id = h.target_id) END, "
    "h.reason, h.placed_by, h.placed_at, h.lifted_at FROM hold h ";

Hold read_hold(const Statement& row) {
  Hold hold{.id = row.integer(0),
            .scope = parse_scope(row.text(1)),
            .target = row.text(2),
            .reason = row.text(3),
            .placed_by = row.text(4),
            .placed_at = Timestamp{row.integer(5)},
            .lifted_at = {}};
  if (!row.is_null(6)) hold.lifted_at = Timestamp{row.integer(6)};
  return hold;
}

std::optional<Hold> find_hold(const Database& database, std::int64_t id) {
  Statement row(database, std::string(kSelectHold) + "WHERE h.id = ?");
  row.bind(id);
  if (!row.step()) return std::nullopt;
  return read_hold(row);
}

struct Target {
  HoldScope scope;
  std::int64_t id;
};

Target find_target(const Database& database, std::string_view number) {
  const auto found = look_up(database, number);
  if (found) {
    if (const auto* item = std::get_if<Item>(&*found)) return {HoldScope::Item, item->id};
    if (const auto* volume = std::get_if<Volume>(&*found)) return {HoldScope::Volume, volume->id};
    if (const auto* customer = std::get_if<Customer>(&*found)) return {HoldScope::Customer, customer->id};
  }
  throw Error(ErrorKind::NotFound, msg("hold.unknown_target", number));
}

constexpr std::string_view kSelectLoan =
    "SELECT n.id, v.code, n.borrower, n.department, n.reason, n.approved_by, n.out_at, n.due, n.returned_at "
    "FROM loan n JOIN volume v ON v.id = n.volume_id ";

Loan read_loan(const Statement& row) {
  Loan loan{.id = row.integer(0),
            .volume = VolumeCode::parse(row.text(1)),
            .borrower = row.text(2),
            .department = row.text(3),
            .reason = row.text(4),
            .approved_by = row.text(5),
            .out_at = Timestamp{row.integer(6)},
            .due = Date::parse(row.text(7)),
            .returned_at = {}};
  if (!row.is_null(8)) loan.returned_at = Timestamp{row.integer(8)};
  return loan;
}

void refuse_unlendable(const Database& database, const Volume& volume) {
  switch (volume.state) {
    case VolumeState::Bound:
    case VolumeState::Shelved: break;
    case VolumeState::Open:
    case VolumeState::Closing: throw Error(ErrorKind::Refused, msg("loan.open", volume.code));
    case VolumeState::Listed: throw Error(ErrorKind::Refused, msg("loan.listed", volume.code));
    case VolumeState::Transferred:
    case VolumeState::Destroyed: throw Error(ErrorKind::Refused, msg("loan.gone", volume.code));
  }
  if (const auto live = live_loan(database, volume.id))
    throw Error(ErrorKind::Refused, msg("loan.already_lent", volume.code, live->borrower, live->due));
  Statement paper(database, "SELECT 1 FROM item WHERE volume_id = ? AND paper = 1 LIMIT 1");
  paper.bind(volume.id);
  if (!paper.step()) throw Error(ErrorKind::Refused, msg("loan.no_paper", volume.code));
}

}  // namespace

Hold place_hold(Transaction& transaction, std::string_view target, const std::string& reason) {
  const Database& database = transaction.database();
  if (trim(reason).empty()) throw Error(ErrorKind::Usage, msg("hold.reason_missing"));
  const Target found = find_target(database, target);
  Statement(database, "INSERT INTO hold(scope, target_id, reason, placed_by, placed_at) VALUES (?, ?, ?, ?, ?)")
      .bind(text(found.scope))
      .bind(found.id)
      .bind(reason)
      .bind(transaction.actor())
      .bind(transaction.now())
      .run();
  const Hold hold = *find_hold(database, last_insert_id(database));
  record_event(transaction, "hold.placed", hold.target, {{"hold", std::to_string(hold.id)}, {"reason", reason}});
  return hold;
}

void lift_hold(Transaction& transaction, std::int64_t id, const std::string& reason) {
  const auto hold = find_hold(transaction.database(), id);
  if (!hold) throw Error(ErrorKind::NotFound, msg("hold.unknown", id));
  if (hold->lifted_at) throw Error(ErrorKind::Refused, msg("hold.already_lifted", id));
  if (trim(reason).empty()) throw Error(ErrorKind::Usage, msg("hold.reason_missing"));
  Statement(transaction.database(), "UPDATE hold SET lifted_by = ?, lifted_at = ? WHERE id = ?")
      .bind(transaction.actor())
      .bind(transaction.now())
      .bind(id)
      .run();
  record_event(transaction, "hold.lifted", hold->target, {{"hold", std::to_string(id)}, {"reason", reason}});
}

std::vector<Hold> list_holds(const Database& database, bool lifted_too) {
  Statement row(database,
                std::string(kSelectHold) + (lifted_too ? "" : "WHERE h.lifted_at IS NULL ") + "ORDER BY h.id");
  std::vector<Hold> holds;
  while (row.step()) holds.push_back(read_hold(row));
  return holds;
}

std::vector<Hold> holds_on(const Database& database, std::int64_t volume_id) {
  Statement row(
      database,
      std::string(kSelectHold) +
          "WHERE h.lifted_at IS NULL AND ((h.scope = 'volume' AND h.target_id = ?) "
          "OR (h.scope = 'item' AND EXISTS (SELECT 1 FROM item i WHERE i.id = h.target_id AND i.volume_id = ?)) "
          "OR (h.scope = 'customer' AND EXISTS (SELECT 1 FROM item i WHERE i.volume_id = ? AND i.customer_id = "
          "h.target_id))) "
          "ORDER BY h.id");
  row.bind(volume_id).bind(volume_id).bind(volume_id);
  std::vector<Hold> holds;
  while (row.step()) holds.push_back(read_hold(row));
  return holds;
}

Loan lend_volume(Transaction& transaction, const VolumeCode& volume, const std::string& borrower,
                 const std::string& department, const std::string& reason, const std::string& approved_by,
                 const Date& due) {
  const Database& database = transaction.database();
  const Volume found = require_volume(database, volume);
  refuse_unlendable(database, found);
  if (trim(borrower).empty() || trim(approved_by).empty())
    throw Error(ErrorKind::Usage, msg("loan.person_missing", volume));
  if (due < transaction.today()) throw Error(ErrorKind::Usage, msg("loan.due_in_past", due));
  Statement(database,
            "INSERT INTO loan(volume_id, borrower, department, reason, approved_by, out_at, due) VALUES (?, ?, ?, ?, "
            "?, ?, ?)")
      .bind(found.id)
      .bind(borrower)
      .bind(department)
      .bind(reason)
      .bind(approved_by)
      .bind(transaction.now())
      .bind(due)
      .run();
  record_event(transaction, "volume.lent", volume.text(),
               {{"borrower", borrower},
                {"department", department},
                {"reason", reason},
                {"approved_by", approved_by},
                {"due", due.text()}});
  return *live_loan(database, found.id);
}

void return_volume(Transaction& transaction, const VolumeCode& volume) {
  const Volume found = require_volume(transaction.database(), volume);
  const auto loan = live_loan(transaction.database(), found.id);
  if (!loan) throw Error(ErrorKind::Refused, msg("loan.not_lent", volume));
  Statement(transaction.database(), "UPDATE loan SET returned_at = ? WHERE id = ?")
      .bind(transaction.now())
      .bind(loan->id)
      .run();
  record_event(transaction, "volume.returned", volume.text(), {{"borrower", loan->borrower}});
}

std::optional<Loan> live_loan(const Database& database, std::int64_t volume_id) {
  Statement row(database, std::string(kSelectLoan) + "WHERE n.volume_id = ? AND n.returned_at IS NULL");
  row.bind(volume_id);
  if (!row.step()) return std::nullopt;
  return read_loan(row);
}

std::vector<Loan> list_loans(const Database& database, bool returned_too) {
  Statement row(database,
                std::string(kSelectLoan) + (returned_too ? "" : "WHERE n.returned_at IS NULL ") + "ORDER BY n.id");
  std::vector<Loan> loans;
  while (row.step()) loans.push_back(read_loan(row));
  return loans;
}

}  // namespace twofold::catalog
