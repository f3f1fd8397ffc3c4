#include "catalog/pairs.h"

#include "base/error.h"
#include "base/text.h"
#include "catalog/events.h"
#include "catalog/sql.h"
#include "catalog/volume_rows.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace twofold::catalog {
namespace {

constexpr std::array<std::string_view, 4> kPairStates = {"unchecked", "same", "different", "broken"};

constexpr std::string_view kNewest = "(SELECT MAX(id) FROM pair_check WHERE item_id = i.id)";

// Roles sort as their pages do.
std::string picture_role(std::int64_t check, int page) { return fmt::format("comparison.{}.{:06}", check, page); }

void insert_pictures(Transaction& transaction, const Item& item, std::int64_t check, const std::vector<PairPicture>& pictures) {
  for (const auto& picture : pictures) {
    register_object(transaction, picture.object);
    Statement(transaction.database(), "INSERT INTO item_object(item_id, role, sha256) VALUES (?, ?, ?)")
        .bind(item.id)
        .bind(picture_role(check, picture.page))
        .bind(picture.object.sha256.text())
        .run();
  }
}

}  // namespace

std::string text(PairState state) { return std::string(kPairStates[static_cast<std::size_t>(state)]); }

std::optional<PairState> try_parse_pair_state(std::string_view text) {
  const auto found = std::ranges::find(kPairStates, text);
  if (found == kPairStates.end()) return std::nullopt;
  return static_cast<PairState>(found - kPairStates.begin());
}

Pair record_pair_check(Transaction& transaction, const Item& item, PairState result, const std::string& note,
                       const std::vector<PairPicture>& pictures) {
  const Database& database = transaction.database();
  if (!is_present(item.state)) throw Error(ErrorKind::Refused, msg("item.gone", item.number()));
  const auto original = object_of(database, item.id, "original");
  if (!item.paper || !original) throw Error(ErrorKind::Refused, msg("pair.one_track", item.number()));
  if (result != PairState::Same && trim(note).empty()) throw Error(ErrorKind::Usage, msg("pair.note_missing", item.number()));
  Statement(database, "INSERT INTO pair_check(item_id, result, note, sha256, checked_by, checked_on) VALUES (?, ?, ?, ?, ?, ?)")
      .bind(item.id)
      .bind(text(result))
      .bind(note)
      .bind(original->sha256.text())
      .bind(transaction.actor())
      .bind(transaction.today())
      .run();
  insert_pictures(transaction, item, last_insert_id(database), pictures);
  Statement(database, "UPDATE item SET pair_checked = 1 WHERE id = ?").bind(item.id).run();
  record_event(transaction, "item.pair_checked", item.number(), {{"result", text(result)}, {"note", note}});
  return pair_of(database, item);
}

Pair pair_of(const Database& database, const Item& item) {
  Statement row(database, "SELECT p.result, p.note, p.checked_by, p.checked_on FROM item i JOIN pair_check p ON p.id = " +
                              std::string(kNewest) + " WHERE i.id = ? AND i.pair_checked = 1");
  row.bind(item.id);
  if (!row.step()) return {item, PairState::Unchecked, "", "", {}};
  return {item, *try_parse_pair_state(row.text(0)), row.text(1), row.text(2), row.date(3)};
}

std::vector<PairPicture> pictures_of_pair(const Database& database, const Item& item) {
  Statement row(database, "SELECT io.role, o.sha256, o.size, o.format FROM item i JOIN item_object io ON io.item_id = i.id "
                          "JOIN object o ON o.sha256 = io.sha256 WHERE i.id = ? AND i.pair_checked = 1 AND io.role GLOB 'comparison.' || " +
                              std::string(kNewest) + " || '.*' ORDER BY io.role");
  row.bind(item.id);
  std::vector<PairPicture> pictures;
  while (row.step()) {
    const std::string role = row.text(0);
    pictures.push_back({std::stoi(role.substr(role.rfind('.') + 1)),
                        {Sha256::parse(row.text(1)), static_cast<std::uint64_t>(row.integer(2)), row.text(3)}});
  }
  return pictures;
}

std::vector<Pair> list_pairs(const Database& database, PairState state, std::int64_t after_item_id, std::size_t most) {
  const std::string living = "i.paper = 1 AND i.state NOT IN ('removed', 'struck', 'destroyed') AND i.id > ? ";
  const std::string from = state == PairState::Unchecked
                               ? "item i WHERE i.pair_checked = 0 AND " + living
                               : "pair_check c JOIN item i ON i.id = c.item_id WHERE c.result = '" + text(state) + "' AND c.item_id > ? AND " +
                                     living + "AND i.pair_checked = 1 AND c.id = " + std::string(kNewest);
  Statement row(database, "SELECT i.id FROM " + from + (state == PairState::Unchecked ? " ORDER BY i.id LIMIT ?" : " ORDER BY c.item_id LIMIT ?"));
  row.bind(after_item_id);
  if (state != PairState::Unchecked) row.bind(after_item_id);
  row.bind(static_cast<std::int64_t>(most));
  std::vector<Pair> pairs;
  while (row.step()) pairs.push_back(pair_of(database, *find_item(database, row.integer(0))));
  return pairs;
}

}  // namespace twofold::catalog
