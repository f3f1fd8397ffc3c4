#include "catalog/holds.h"

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
    case HoldScope::Question: return "question";
  }
  return {};
}

HoldScope parse_scope(const std::string& name) {
  for (const auto scope : {HoldScope::Item, HoldScope::Volume, HoldScope::Customer, HoldScope::Question})
    if (text(scope) == name) return scope;
  throw Error(ErrorKind::Corrupt, msg("hold.bad_scope", name));
}

constexpr std::string_view kSelectHold =
    "SELECT h.id, h.scope, CASE h.scope WHEN 'volume' THEN (SELECT code FROM volume WHERE id = h.target_id) "
    "WHEN 'customer' THEN (SELECT number FROM customer WHERE id = h.target_id) WHEN 'question' THEN h.question "
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

struct HoldTarget {
  HoldScope scope;
  std::int64_t id;
};

HoldTarget find_hold_target(const Database& database, std::string_view number) {
  const auto found = look_up(database, number);
  if (found) {
    if (const auto* item = std::get_if<Item>(&*found)) return {HoldScope::Item, item->id};
    if (const auto* volume = std::get_if<Volume>(&*found)) return {HoldScope::Volume, volume->id};
    if (const auto* customer = std::get_if<Customer>(&*found)) return {HoldScope::Customer, customer->id};
  }
  throw Error(ErrorKind::NotFound, msg("hold.unknown_target", number));
}

}  // namespace

Hold place_hold(Transaction& transaction, std::string_view target, const std::string& reason) {
  const Database& database = transaction.database();
  if (trim(reason).empty()) throw Error(ErrorKind::Usage, msg("hold.reason_missing"));
  const HoldTarget found = find_hold_target(database, target);
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

Hold hold_found(Transaction& transaction, const std::string& question, const std::vector<std::int64_t>& items,
                const std::string& reason) {
  const Database& database = transaction.database();
  if (trim(reason).empty()) throw Error(ErrorKind::Usage, msg("hold.reason_missing"));
  if (items.empty()) throw Error(ErrorKind::Usage, msg("hold.nothing_found", question));
  Statement(
      database,
      "INSERT INTO hold(scope, target_id, question, reason, placed_by, placed_at) VALUES ('question', 0, ?, ?, ?, ?)")
      .bind(question)
      .bind(reason)
      .bind(transaction.actor())
      .bind(transaction.now())
      .run();
  const auto id = last_insert_id(database);
  for (const auto item : items)
    Statement(database, "INSERT OR IGNORE INTO held_item(hold_id, item_id) VALUES (?, ?)").bind(id).bind(item).run();
  record_event(transaction, "hold.placed", question,
               {{"hold", std::to_string(id)}, {"items", std::to_string(items.size())}, {"reason", reason}});
  return *find_hold(database, id);
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

std::vector<Hold> list_holds(const Database& database, bool lifted_too, std::int64_t after_id, std::size_t most) {
  Statement row(database, std::string(kSelectHold) + "WHERE h.id > ? " + (lifted_too ? "" : "AND h.lifted_at IS NULL ") +
                              "ORDER BY h.id LIMIT ?");
  row.bind(after_id).bind(static_cast<std::int64_t>(most));
  std::vector<Hold> holds;
  while (row.step()) holds.push_back(read_hold(row));
  return holds;
}

// From the volume to its holds, never through all that there are.
std::vector<Hold> holds_on(const Database& database, std::int64_t volume_id) {
  Statement row(database,
                std::string(kSelectHold) +
                    "WHERE h.lifted_at IS NULL AND h.id IN ("
                    "SELECT v.id FROM hold v WHERE v.scope = 'volume' AND v.target_id = ? AND v.lifted_at IS NULL UNION "
                    "SELECT n.id FROM item i JOIN hold n ON n.scope = 'item' AND n.target_id = i.id AND n.lifted_at IS "
                    "NULL WHERE i.volume_id = ? UNION "
                    "SELECT c.id FROM item i JOIN hold c ON c.scope = 'customer' AND c.target_id = i.customer_id AND "
                    "c.lifted_at IS NULL WHERE i.volume_id = ? UNION "
                    "SELECT q.hold_id FROM item i JOIN held_item q ON q.item_id = i.id WHERE i.volume_id = ?) "
                    "ORDER BY h.id");
  row.bind(volume_id).bind(volume_id).bind(volume_id).bind(volume_id);
  std::vector<Hold> holds;
  while (row.step()) holds.push_back(read_hold(row));
  return holds;
}

bool is_held(const Database& database, const Item& item) {
  Statement row(
      database,
      "SELECT 1 FROM hold WHERE lifted_at IS NULL AND ((scope = 'item' AND target_id = ?) "
      "OR (scope = 'volume' AND target_id = ?) OR (scope = 'customer' AND target_id = ?) OR (scope = 'question' "
      "AND id IN (SELECT hold_id FROM held_item WHERE item_id = ?))) LIMIT 1");
  row.bind(item.id).bind(item.volume_id).bind(item.customer_id).bind(item.id);
  return row.step();
}

}  // namespace twofold::catalog
