#include "catalog/removals.h"

#include "base/error.h"
#include "base/person_refused.h"
#include "base/nested_message.h"
#include "base/text.h"
#include "catalog/disposition_rows.h"
#include "catalog/events.h"
#include "catalog/holds.h"
#include "catalog/loans.h"
#include "catalog/outbox.h"
#include "catalog/references.h"
#include "catalog/volume_rows.h"

#include <algorithm>
#include <array>

namespace twofold::catalog {
namespace {

constexpr std::array<std::string_view, 3> kCauses = {"erroneous", "outdated", "dead"};
constexpr std::array<std::string_view, 5> kRemovalStates = {"requested", "refused", "hold", "restored", "destroyed"};

constexpr std::string_view kSelectRemoval =
    "SELECT r.id, r.item_id, COALESCE(i.reference_code, i.provisional, i.storage_id), i.title, r.state, r.cause, r.reason, "
    "r.requested_by, r.decided_by, r.refusal, r.ended_by, r.keep_until, r.state_before, "
    "r.requested_at, r.decided_at, r.ended_at "
    "FROM removal r JOIN item i ON i.id = r.item_id ";

Removal read_removal(const Statement& row) {
  const auto moment = [&](std::size_t column) { return row.is_null(column) ? std::nullopt : std::optional(Timestamp{row.integer(column)}); };
  return {.id = row.integer(0),
          .item_id = row.integer(1),
          .number = row.text(2),
          .title = row.text(3),
          .state = *try_parse_removal_state(row.text(4)),
          .cause = *try_parse_removal_cause(row.text(5)),
          .reason = row.text(6),
          .requested_by = row.text(7),
          .decided_by = row.text(8),
          .refusal = row.text(9),
          .ended_by = row.text(10),
          .requested_at = Timestamp{row.integer(13)},
          .decided_at = moment(14),
          .ended_at = moment(15),
          .keep_until = row.date(11)};
}

std::vector<Removal> read_removals(Statement& row) {
  std::vector<Removal> removals;
  while (row.step()) removals.push_back(read_removal(row));
  return removals;
}

Removal require_in(const Database& database, std::int64_t id, RemovalState state, const char* otherwise) {
  auto removal = find_removal(database, id);
  if (!removal) throw Error(ErrorKind::NotFound, msg("removal.unknown", id));
  if (removal->state != state)
    throw Error(ErrorKind::Refused, msg(otherwise, id, nested(Message{"removal_state." + text(removal->state), {}})));
  return *std::move(removal);
}

// `state`: of the item before it was removed. What was never filed is no record of a debt yet.
void refuse_kept(const Database& database, const Item& item, ItemState state) {
  const bool filed = state == ItemState::Filed || state == ItemState::Bound;
  if (is_held(database, item)) throw Error(ErrorKind::Refused, msg("removal.held", item.number()));
  if (filed && !is_settled(database, item)) throw Error(ErrorKind::Refused, msg("removal.debt_unsettled", item.number()));
  if (is_in_fonds_file(database, item)) throw Error(ErrorKind::Refused, msg("removal.in_fonds_file", item.number()));
  if (const auto id = rectification_proved_by(database, item))
    throw Error(ErrorKind::Refused, msg("removal.proves", item.number(), *id));
}

// Nobody takes a leaf out of a volume that is not there, or that stands on a list.
void refuse_out_of_reach(const Database& database, const Item& item) {
  const auto volume = item.volume_id ? find_volume(database, *item.volume_id) : std::nullopt;
  if (!volume) return;
  if (volume->state == VolumeState::Listed) throw Error(ErrorKind::Refused, msg("removal.listed", item.number(), volume->code));
  const auto loan = live_loan(database, volume->id);
  if (loan) throw Error(ErrorKind::Refused, msg("removal.lent", item.number(), volume->code, loan->what.borrower));
}

void refuse_to_go(const Database& database, const Item& item, ItemState state) {
  refuse_transferred(database, item);
  refuse_kept(database, item, state);
  refuse_out_of_reach(database, item);
}

std::string state_before(const Database& database, std::int64_t id) {
  Statement row(database, "SELECT state_before FROM removal WHERE id = ?");
  row.bind(id).step();
  return row.text(0);
}

void note(Transaction& transaction, std::string_view event, const Removal& removal, Details details = {}) {
  details.insert(details.begin(), {"removal", std::to_string(removal.id)});
  record_event(transaction, event, removal.number, details);
}

void set_item_state(Transaction& transaction, std::int64_t item_id, std::string_view state, bool gone) {
  Statement(transaction.database(), "UPDATE item SET state = ? WHERE id = ?").bind(state).bind(item_id).run();
  enqueue_indexing(transaction, item_id, gone);
}

Removal end(Transaction& transaction, const Removal& removal, RemovalState state) {
  Statement(transaction.database(), "UPDATE removal SET state = ?, ended_by = ?, ended_at = ? WHERE id = ?")
      .bind(text(state))
      .bind(transaction.actor())
      .bind(transaction.now())
      .bind(removal.id)
      .run();
  return *find_removal(transaction.database(), removal.id);
}

void write_stub(const Transaction& transaction, std::int64_t item_id) {
  Statement(transaction.database(),
            "INSERT INTO stub(item_id, list_id, track, metadata, destroyed_at) SELECT i.id, NULL, 'both', json_object("
            "'number', COALESCE(i.reference_code, i.provisional), 'storage_id', i.storage_id, 'title', i.title, "
            "'document_type', i.document_type, 'customer', c.name, 'date', i.date, 'year', i.year, 'pages', i.page_count, "
            "'objects', (SELECT json_group_object(io.role, io.sha256) FROM item_object io WHERE io.item_id = i.id)), ? "
            "FROM item i LEFT JOIN customer c ON c.id = i.customer_id WHERE i.id = ? "
            "ON CONFLICT(item_id) DO UPDATE SET track = 'both', destroyed_at = excluded.destroyed_at, journaled = 0")
      .bind(transaction.now())
      .bind(item_id)
      .run();
}

void take_content(Transaction& transaction, const Item& item, bool bound) {
  const Database& database = transaction.database();
  for (const char* table : {"electronic_catalogue", "page_text_revision", "arranged_page", "page"})
    Statement(database, "DELETE FROM " + std::string(table) + " WHERE item_id = ?").bind(item.id).run();
  if (!bound) {
    Statement(database, "DELETE FROM paper_catalogue WHERE item_id = ?").bind(item.id).run();
    Statement(database, "UPDATE item SET position = NULL WHERE id = ?").bind(item.id).run();
  }
  Statement(database, "INSERT OR IGNORE INTO destruction_queue(sha256, list_id) SELECT DISTINCT candidate.sha256, NULL "
                      "FROM item_object candidate JOIN object o ON o.sha256 = candidate.sha256 "
                      "WHERE candidate.item_id = ? AND o.state = 'present' AND NOT " + std::string(kNeededObject))
      .bind(item.id)
      .run();
}

}  // namespace

std::string text(RemovalCause cause) { return std::string(kCauses[static_cast<std::size_t>(cause)]); }

std::optional<RemovalCause> try_parse_removal_cause(std::string_view text) {
  const auto found = std::ranges::find(kCauses, text);
  if (found == kCauses.end()) return std::nullopt;
  return static_cast<RemovalCause>(found - kCauses.begin());
}

std::string text(RemovalState state) { return std::string(kRemovalStates[static_cast<std::size_t>(state)]); }

std::optional<RemovalState> try_parse_removal_state(std::string_view text) {
  const auto found = std::ranges::find(kRemovalStates, text);
  if (found == kRemovalStates.end()) return std::nullopt;
  return static_cast<RemovalState>(found - kRemovalStates.begin());
}

Removal request_removal(Transaction& transaction, std::int64_t item_id, RemovalCause cause, const std::string& reason) {
  const Database& database = transaction.database();
  const auto item = find_item(database, item_id);
  if (!item) throw Error(ErrorKind::NotFound, msg("item.unknown", item_id));
  if (trim(reason).empty()) throw Error(ErrorKind::Usage, msg("removal.reason_missing"));
  Statement live(database, "SELECT id FROM removal WHERE item_id = ? AND state IN ('requested', 'hold')");
  live.bind(item_id);
  if (live.step()) throw Error(ErrorKind::Refused, msg("removal.under_way", item->number(), live.integer(0)));
  if (!is_present(item->state)) throw Error(ErrorKind::Refused, msg("item.gone", item->number()));
  refuse_to_go(database, *item, item->state);
  Statement(database, "INSERT INTO removal(item_id, state, cause, reason, requested_by, requested_at) VALUES (?, 'requested', ?, ?, ?, ?)")
      .bind(item_id)
      .bind(text(cause))
      .bind(reason)
      .bind(transaction.actor())
      .bind(transaction.now())
      .run();
  const Removal removal = *find_removal(database, last_insert_id(database));
  note(transaction, "item.removal_requested", removal, {{"cause", text(cause)}, {"reason", reason}});
  return removal;
}

Removal consent_to_removal(Transaction& transaction, std::int64_t id, int months_of_grace) {
  const Database& database = transaction.database();
  const Removal removal = require_in(database, id, RemovalState::Requested, "removal.decided");
  if (removal.requested_by == transaction.actor()) throw PersonRefused(msg("removal.own_request", id));
  const Item item = *find_item(database, removal.item_id);
  if (!is_present(item.state)) throw Error(ErrorKind::Refused, msg("item.gone", item.number()));
  refuse_to_go(database, item, item.state);
  const Date keep_until = transaction.today().plus_months(std::max(1, months_of_grace));
  Statement(database, "UPDATE removal SET state = 'hold', decided_by = ?, decided_at = ?, keep_until = ?, state_before = ? WHERE id = ?")
      .bind(transaction.actor())
      .bind(transaction.now())
      .bind(keep_until)
      .bind(text(item.state))
      .bind(id)
      .run();
  set_item_state(transaction, item.id, text(ItemState::Removed), true);
  note(transaction, "item.removed", removal, {{"keep_until", keep_until.text()}});
  return *find_removal(database, id);
}

Removal refuse_removal(Transaction& transaction, std::int64_t id, const std::string& reason) {
  const Removal removal = require_in(transaction.database(), id, RemovalState::Requested, "removal.decided");
  if (trim(reason).empty()) throw Error(ErrorKind::Usage, msg("removal.reason_missing"));
  Statement(transaction.database(), "UPDATE removal SET state = 'refused', decided_by = ?, decided_at = ?, refusal = ? WHERE id = ?")
      .bind(transaction.actor())
      .bind(transaction.now())
      .bind(reason)
      .bind(id)
      .run();
  note(transaction, "item.removal_refused", removal, {{"reason", reason}});
  return *find_removal(transaction.database(), id);
}

Removal restore_removed(Transaction& transaction, std::int64_t id) {
  const Database& database = transaction.database();
  const Removal removal = require_in(database, id, RemovalState::Hold, "removal.not_in_hold");
  // Its volume may have been destroyed around it meanwhile.
  if (find_item(database, removal.item_id)->state != ItemState::Removed)
    throw Error(ErrorKind::Refused, msg("item.gone", removal.number));
  set_item_state(transaction, removal.item_id, state_before(database, id), false);
  note(transaction, "item.restored", removal);
  return end(transaction, removal, RemovalState::Restored);
}

Removal confirm_removal(Transaction& transaction, std::int64_t id) {
  const Database& database = transaction.database();
  const Removal removal = require_in(database, id, RemovalState::Hold, "removal.not_in_hold");
  const Item item = *find_item(database, removal.item_id);
  if (item.state != ItemState::Removed) throw Error(ErrorKind::Refused, msg("item.gone", item.number()));
  if (transaction.today() <= *removal.keep_until)
    throw Error(ErrorKind::Refused, msg("removal.in_grace", item.number(), *removal.keep_until));
  if (removal.requested_by == transaction.actor()) throw PersonRefused(msg("removal.own_request", id));
  refuse_to_go(database, item, *try_parse_item_state(state_before(database, id)));
  const bool bound = item.reference_code.has_value();
  write_stub(transaction, item.id);
  set_item_state(transaction, item.id, text(bound ? ItemState::Struck : ItemState::Destroyed), true);
  take_content(transaction, item, bound);
  note(transaction, "item.destroyed", removal, {{"storage_id", item.storage_id.text()}, {"cause", text(removal.cause)}});
  return end(transaction, removal, RemovalState::Destroyed);
}

std::optional<Removal> find_removal(const Database& database, std::int64_t id) {
  Statement row(database, std::string(kSelectRemoval) + "WHERE r.id = ?");
  row.bind(id);
  if (!row.step()) return std::nullopt;
  return read_removal(row);
}

std::optional<Removal> removal_of(const Database& database, std::int64_t item_id) {
  Statement row(database, std::string(kSelectRemoval) + "WHERE r.item_id = ? AND r.state IN ('requested', 'hold', 'destroyed')");
  row.bind(item_id);
  if (!row.step()) return std::nullopt;
  return read_removal(row);
}

std::vector<Removal> list_removals(const Database& database, const std::optional<RemovalState>& state, std::int64_t after_id,
                                   std::size_t most, const std::optional<Concerned>& whose) {
  Statement row(database, std::string(kSelectRemoval) + "WHERE " + std::string(kConcerns) +
                              "AND r.id > ? AND (? IS NULL OR r.state = ?) ORDER BY r.id LIMIT ?");
  const auto wanted = state ? std::optional(text(*state)) : std::nullopt;
  bind_concerned(row, whose).bind(after_id).bind(wanted).bind(wanted).bind(static_cast<std::int64_t>(most));
  return read_removals(row);
}

std::vector<Removal> list_removals_due(const Database& database, const Date& by, std::int64_t after_id, std::size_t most,
                                       const std::optional<Concerned>& whose) {
  Statement row(database, std::string(kSelectRemoval) + "WHERE " + std::string(kConcerns) + "AND r.state = 'hold' AND r.keep_until < ? AND (? = 0 OR (r.keep_until, r.id) > "
                                                 "(SELECT keep_until, id FROM removal WHERE id = ?)) "
                                                 "ORDER BY r.keep_until, r.id LIMIT ?");
  bind_concerned(row, whose).bind(by).bind(after_id).bind(after_id).bind(static_cast<std::int64_t>(most));
  return read_removals(row);
}

}  // namespace twofold::catalog
