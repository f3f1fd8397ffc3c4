#include "catalog/stacks/stocktake.h"

#include "base/error.h"
#include "base/text.h"
#include "catalog/events.h"
#include "catalog/sql.h"

#include <array>
#include <fmt/format.h>

namespace twofold::catalog {
namespace {

constexpr std::string_view kSelectStocktake =
    "SELECT id, number, part, state, started_by, started_at, finished_by, finished_at, at_label, lines FROM stocktake ";

Stocktake read_stocktake(const Statement& row) {
  Stocktake stocktake{.id = row.integer(0),
                      .number = row.text(1),
                      .part = ShelfPrefix::parse(row.text(2)),
                      .open = row.text(3) == "open",
                      .started_by = row.text(4),
                      .finished_by = row.text(6),
                      .started_at = Timestamp{row.integer(5)},
                      .finished_at = {},
                      .at_label = row.text(8),
                      .lines = row.integer(9)};
  if (!row.is_null(7)) stocktake.finished_at = Timestamp{row.integer(7)};
  return stocktake;
}

void refuse_overlap(const Database& database, const ShelfPrefix& part) {
  Statement row(database, std::string(kSelectStocktake) + "WHERE state = 'open' ORDER BY id");
  while (row.step())
    if (const auto other = read_stocktake(row); other.part.overlaps(part))
      throw Error(ErrorKind::Refused, msg("stocktake.overlaps", other.number, other.part));
}

void require_places(const Database& database, const ShelfPrefix& part) {
  const auto keys = part.keys(ShelfPrefix::kPlace);
  Statement row(database, "SELECT 1 FROM shelf_location WHERE sort_key >= ? AND sort_key < ? LIMIT 1");
  row.bind(keys.low).bind(keys.high);
  if (!row.step()) throw Error(ErrorKind::NotFound, msg("shelf.nothing_there", part));
}

}  // namespace

Stocktake start_stocktake(Transaction& transaction, const ShelfPrefix& part) {
  require_places(transaction.database(), part);
  refuse_overlap(transaction.database(), part);
  const int year = transaction.today().year();
  const std::string number = fmt::format("ST-{}-{:04}", year, transaction.draw("stocktake-" + std::to_string(year)));
  Statement(transaction.database(), "INSERT INTO stocktake(number, part, started_by, started_at) VALUES (?, ?, ?, ?)")
      .bind(number)
      .bind(part.text())
      .bind(transaction.actor())
      .bind(transaction.now())
      .run();
  record_event(transaction, "stocktake.started", number, {{"part", part.text()}});
  return require_stocktake(transaction.database(), number);
}

Stocktake require_stocktake(const Database& database, std::string_view number) {
  std::string wanted(trim(number));
  for (char& c : wanted)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  Statement row(database, std::string(kSelectStocktake) + "WHERE number = ?");
  row.bind(wanted);
  if (!row.step()) throw Error(ErrorKind::NotFound, msg("stocktake.unknown", number));
  return read_stocktake(row);
}

std::vector<Stocktake> list_stocktakes(const Database& database, std::int64_t before_id, std::size_t most) {
  Statement row(database, std::string(kSelectStocktake) + "WHERE (? = 0 OR id < ?) ORDER BY id DESC LIMIT ?");
  row.bind(before_id).bind(before_id).bind(static_cast<std::int64_t>(most));
  std::vector<Stocktake> list;
  while (row.step()) list.push_back(read_stocktake(row));
  return list;
}

void finish_stocktake(Transaction& transaction, Stocktake& stocktake) {
  if (!stocktake.open) throw Error(ErrorKind::Refused, msg("stocktake.finished", stocktake.number));
  const auto summary = summary_of(transaction.database(), stocktake);
  Statement(transaction.database(),
            "UPDATE stocktake SET state = 'finished', finished_by = ?, finished_at = ? WHERE id = ?")
      .bind(transaction.actor())
      .bind(transaction.now())
      .bind(stocktake.id)
      .run();
  record_event(transaction, "stocktake.finished", stocktake.number,
               {{"walked", fmt::format("{}/{}", summary.walked, summary.shelves)},
                {"expected", std::to_string(summary.expected)},
                {"seen", std::to_string(summary.seen)},
                {"missing", std::to_string(summary.missing)},
                {"misplaced", std::to_string(summary.misplaced + summary.unexpected)}});
  stocktake = require_stocktake(transaction.database(), stocktake.number);
}

std::string_view text(Sight sight) {
  constexpr std::array<std::string_view, 11> names = {"shelf",      "as_recorded", "again",   "found",
                                                      "misplaced",  "unexpected",  "on_loan", "gone",
                                                      "two_places", "place_taken", "unread"};
  return names[static_cast<std::size_t>(sight)];
}

std::string_view text(Finding::Kind kind) {
  constexpr std::array<std::string_view, 6> names = {"missing", "misplaced", "unexpected",
                                                     "on_loan", "found",     "unread"};
  return names[static_cast<std::size_t>(kind)];
}

std::string_view text(Mended::Kind kind) {
  constexpr std::array<std::string_view, 5> names = {"moved", "marked_missing", "returned", "found", "left"};
  return names[static_cast<std::size_t>(kind)];
}

}  // namespace twofold::catalog
