// What is due, and what keeps it (R42, R43).

#include <array>

#include "base/text.h"
#include "catalog/disposition_rows.h"
#include "catalog/events.h"
#include "catalog/holds.h"
#include "catalog/loans.h"
#include "catalog/references.h"
#include "catalog/sql.h"
#include "catalog/volume_rows.h"

namespace twofold::catalog {
namespace {

constexpr int kDebtCategory = 3;

std::optional<int> years(Retention retention) {
  switch (retention) {
    case Retention::Permanent: return std::nullopt;
    case Retention::Years30: return 30;
    case Retention::Years10: return 10;
  }
  return std::nullopt;
}

bool on_other_list(const Database& database, std::int64_t volume_id, std::int64_t own_list) {
  Statement row(database,
                "SELECT 1 FROM disposition_row r JOIN disposition_list d ON d.id = r.list_id WHERE r.volume_id = ? "
                "AND r.state = 'listed' AND d.state IN ('listed', 'approved') AND d.id <> ?");
  row.bind(volume_id).bind(own_list);
  return row.step();
}

bool on_transfer(const Database& database, std::int64_t volume_id) {
  Statement row(database, "SELECT 1 FROM transfer t JOIN transfer_volume v ON v.transfer_id = t.id WHERE v.volume_id = ? AND t.state = 'drawn'");
  row.bind(volume_id);
  return row.step();
}

std::optional<Date> review_after(const Database& database, std::int64_t volume_id) {
  Statement row(database, "SELECT review_after FROM volume WHERE id = ?");
  row.bind(volume_id);
  return row.step() ? row.date(0) : std::nullopt;
}

const char* state_obstacle(VolumeState state) {
  switch (state) {
    case VolumeState::Open:
    case VolumeState::Closing: return "disposition.not_bound";
    case VolumeState::Transferred:
    case VolumeState::Destroyed: return "disposition.gone";
    case VolumeState::Bound:
    case VolumeState::Shelved:
    case VolumeState::Listed: return nullptr;
  }
  return nullptr;
}

}  // namespace

std::optional<Date> eligible_from(int year, Retention retention) {
  const auto kept = years(retention);
  if (!kept) return std::nullopt;
  return Date(year + *kept + 1, 1, 1);
}

void record_settlement(Transaction& transaction, std::int64_t customer_id, const Date& settled_on) {
  const Database& database = transaction.database();
  const auto customer = find_customer(database, customer_id);
  if (!customer) throw Error(ErrorKind::NotFound, msg("settlement.unknown_customer", customer_id));
  if (settled_on > transaction.today()) throw Error(ErrorKind::Usage, msg("settlement.in_future", settled_on));
  Statement known(database, "SELECT 1 FROM settlement WHERE customer_id = ? AND settled_on = ?");
  known.bind(customer_id).bind(settled_on);
  if (known.step()) throw Error(ErrorKind::Refused, msg("settlement.already_recorded", customer->number, settled_on));
  Statement(database, "INSERT INTO settlement(customer_id, settled_on, recorded_by, at) VALUES (?, ?, ?, ?)")
      .bind(customer_id)
      .bind(settled_on)
      .bind(transaction.actor())
      .bind(transaction.now())
      .run();
  record_event(transaction, "customer.settled", customer->number, {{"settled_on", settled_on.text()}});
}

bool is_settled(const Database& database, const Volume& volume) {
  if (volume.code.category != kDebtCategory) return true;
  // An item of no known customer, or of no date, cannot be shown to be settled.
  Statement row(database,
                "SELECT 1 FROM item i WHERE i.volume_id = ? AND i.state NOT IN ('struck', 'destroyed') AND NOT EXISTS "
                "(SELECT 1 FROM settlement s WHERE s.customer_id = i.customer_id AND s.settled_on >= i.date) LIMIT 1");
  row.bind(volume.id);
  return !row.step();
}

bool is_settled(const Database& database, const Item& item) {
  if (item.category != kDebtCategory) return true;
  Statement row(database, "SELECT 1 FROM settlement WHERE customer_id = ? AND settled_on >= ? LIMIT 1");
  return row.bind(item.customer_id).bind(item.date).step();
}

std::vector<std::string> obstacles_of(const Database& database, const Volume& volume, const Date& as_of,
                                      std::int64_t own_list) {
  std::vector<std::string> keys;
  const auto eligible = eligible_from(volume.code.year, volume.code.retention);
  if (!eligible) keys.push_back("disposition.permanent");
  if (eligible && as_of < *eligible) keys.push_back("disposition.not_yet");
  const auto review = review_after(database, volume.id);
  if (review && as_of < *review) keys.push_back("disposition.under_review");
  if (const char* key = state_obstacle(volume.state)) keys.push_back(key);
  if (on_other_list(database, volume.id, own_list)) keys.push_back("disposition.already_listed");
  if (on_transfer(database, volume.id)) keys.push_back("disposition.on_transfer");
  if (live_loan(database, volume.id)) keys.push_back("disposition.on_loan");
  if (!holds_on(database, volume.id).empty()) keys.push_back("disposition.held");
  if (!is_settled(database, volume)) keys.push_back("disposition.debt_unsettled");
  if (is_in_fonds_file(database, volume)) keys.push_back("disposition.in_fonds_file");
  if (proves_open_rectification(database, volume)) keys.push_back("disposition.proves_rectification");
  return keys;
}

void extend_retention(Transaction& transaction, const VolumeCode& code, const Date& review_after, const std::string& reason) {
  const Volume volume = require_volume(transaction.database(), code);
  if (const char* key = state_obstacle(volume.state)) throw Error(ErrorKind::Refused, msg(key, code));
  if (volume.state == VolumeState::Listed) throw Error(ErrorKind::Refused, msg("loan.listed", code));
  if (trim(reason).empty()) throw Error(ErrorKind::Usage, msg("disposition.reason_missing", code));
  if (review_after <= transaction.today()) throw Error(ErrorKind::Usage, msg("disposition.review_in_past", review_after));
  Statement(transaction.database(), "UPDATE volume SET review_after = ? WHERE id = ?").bind(review_after).bind(volume.id).run();
  record_event(transaction, "volume.retention_extended", code.text(), {{"review_after", review_after.text()}, {"reason", reason}});
}

std::vector<DueVolume> list_due(const Database& database, const Date& as_of, std::int64_t after_volume_id,
                                std::size_t most) {
  Statement row(
      database,
      std::string(kSelectVolume) +
          "WHERE v.id > ? AND v.state NOT IN ('destroyed', 'transferred') AND ((v.retention = 'D10' AND v.year < ?) "
          "OR (v.retention = 'D30' AND v.year < ?)) AND EXISTS (SELECT 1 FROM item i WHERE i.volume_id = v.id) "
          "ORDER BY v.id LIMIT ?");
  row.bind(after_volume_id).bind(as_of.year() - 10).bind(as_of.year() - 30).bind(static_cast<std::int64_t>(most));
  std::vector<DueVolume> due;
  while (row.step()) {
    Volume volume = read_volume(row);
    const auto since = eligible_from(volume.code.year, volume.code.retention);
    auto obstacles = obstacles_of(database, volume, as_of, 0);
    due.push_back(
        {.volume = std::move(volume), .eligible_since = since.value_or(as_of), .obstacles = std::move(obstacles)});
  }
  return due;
}

std::optional<Message> lacks_track(const Database& database, const Volume& volume, Track track) {
  const char* living =
      track == Track::Paper ? "SELECT 1 FROM item WHERE volume_id = ? AND state <> 'destroyed' AND paper = 1 LIMIT 1"
      : track == Track::Electronic ? "SELECT 1 FROM item i LEFT JOIN stub s ON s.item_id = i.id WHERE i.volume_id = ? "
                                     "AND i.state <> 'destroyed' AND COALESCE(s.track, 'paper') = 'paper' LIMIT 1"
                                   : "SELECT 1 FROM item WHERE volume_id = ? AND state <> 'destroyed' LIMIT 1";
  Statement row(database, living);
  row.bind(volume.id);
  if (row.step()) return std::nullopt;
  return msg("disposition.no_such_track", volume.code, text(track));
}

}  // namespace twofold::catalog
