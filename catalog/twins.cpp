#include "catalog/twins.h"

#include "base/error.h"
#include "catalog/events.h"
#include "catalog/outbox.h"
#include "catalog/sql.h"
#include "catalog/volume_rows.h"

#include <fmt/format.h>

namespace twofold::catalog {
namespace {

// The row of the paper catalogue and the note of the electronic one; the volume must still take sheets.
void begin_paper_track(Transaction& transaction, const Item& item) {
  const Database& database = transaction.database();
  if (item.state == ItemState::Bound) throw Error(ErrorKind::Refused, msg("item.bound", item.number()));
  if (!item.volume_id) throw Error(ErrorKind::Refused, msg("pair.no_volume", item.number()));
  Statement place(database, "SELECT i.position, COALESCE(l.code, '') FROM item i JOIN volume v ON v.id = i.volume_id "
                            "LEFT JOIN shelf_location l ON l.id = v.location_id WHERE i.id = ?");
  place.bind(item.id).step();
  const OpenVolume volume{*item.volume_id, place.integer(0), place.text(1)};
  Item on_paper = item;
  on_paper.paper = true;
  Statement(database, "UPDATE item SET paper = 1 WHERE id = ?").bind(item.id).run();
  Statement(database, "DELETE FROM electronic_catalogue WHERE item_id = ?").bind(item.id).run();
  insert_catalogue_rows(database, on_paper, &volume);
  enqueue_indexing(transaction, item.id);
}

}  // namespace

Twin record_twin(Transaction& transaction, const Item& item, const Sha256& original, const StoredObject& printed,
                 const std::vector<TwinMark>& marks) {
  const Database& database = transaction.database();
  if (!is_present(item.state)) throw Error(ErrorKind::Refused, msg("item.gone", item.number()));
  if (!item.paper) begin_paper_track(transaction, item);
  Statement(database, "INSERT INTO twin(item_id, original, printed_by, printed_on) VALUES (?, ?, ?, ?)")
      .bind(item.id)
      .bind(original.text())
      .bind(transaction.actor())
      .bind(transaction.today())
      .run();
  const auto id = last_insert_id(database);
  register_object(transaction, printed);
  Statement(database, "INSERT INTO item_object(item_id, role, sha256) VALUES (?, ?, ?)")
      .bind(item.id)
      .bind(fmt::format("twin.{}", id))
      .bind(printed.sha256.text())
      .run();
  for (const auto& mark : marks)
    Statement(database, "INSERT INTO twin_mark(twin_id, page, left_edge, top_edge, width, height) VALUES (?, ?, ?, ?, ?, ?)")
        .bind(id)
        .bind(mark.page)
        .bind(mark.left)
        .bind(mark.top)
        .bind(mark.width)
        .bind(mark.height)
        .run();
  Statement copies(database, "SELECT COUNT(*) FROM twin WHERE item_id = ?");
  copies.bind(item.id).step();
  const Twin twin{id, original, printed, static_cast<int>(copies.integer(0)), marks};
  record_event(transaction, "item.twin_printed", item.number(), {{"copy", std::to_string(twin.copy)}, {"sha256", printed.sha256.text()}});
  return twin;
}

std::optional<Twin> twin_of(const Database& database, const Item& item) {
  Statement row(database, "SELECT t.id, t.original, (SELECT COUNT(*) FROM twin other WHERE other.item_id = t.item_id AND other.id <= t.id) "
                          "FROM twin t JOIN item_object io ON io.item_id = t.item_id AND io.role = 'original' AND io.sha256 = t.original "
                          "WHERE t.item_id = ? ORDER BY t.id DESC LIMIT 1");
  row.bind(item.id);
  if (!row.step()) return std::nullopt;
  const auto id = row.integer(0);
  const auto printed = object_of(database, item.id, fmt::format("twin.{}", id));
  if (!printed) return std::nullopt;
  Twin twin{id, Sha256::parse(row.text(1)), *printed, static_cast<int>(row.integer(2)), {}};
  Statement marks(database, "SELECT page, left_edge, top_edge, width, height FROM twin_mark WHERE twin_id = ? ORDER BY page, top_edge, left_edge");
  marks.bind(id);
  const auto whole = [&](int column) { return static_cast<int>(marks.integer(column)); };
  while (marks.step()) twin.marks.push_back({whole(0), whole(1), whole(2), whole(3), whole(4)});
  return twin;
}

}  // namespace twofold::catalog
