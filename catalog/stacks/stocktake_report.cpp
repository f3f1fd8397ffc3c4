#include "catalog/stacks/stocktake.h"

#include "catalog/sql.h"
#include "catalog/stacks/label.h"

namespace twofold::catalog {
namespace {

// On a walked shelf by the records, not seen, and not lent; nor put there after the shelf was walked.
constexpr std::string_view kMissing =
    "FROM stocktake_shelf w JOIN shelf s ON s.code = w.shelf JOIN shelf_location l ON l.shelf_id = s.id "
    "JOIN volume v ON v.location_id = l.id LEFT JOIN container c ON c.id = v.container_id "
    "LEFT JOIN sighting g ON g.stocktake_id = w.stocktake_id AND g.volume_id = v.id "
    "LEFT JOIN loan n ON n.volume_id = v.id AND n.state IN ('out', 'returned', 'lost') "
    "WHERE w.stocktake_id = ? AND g.volume_id IS NULL AND n.id IS NULL AND NOT EXISTS "
    "(SELECT 1 FROM placement p WHERE p.volume_id = v.id AND p.until IS NULL AND p.since > w.walked_at) ";

void each_missing(const Database& database, const Stocktake& stocktake,
                  const std::function<void(const Finding&)>& take) {
  Statement row(database, "SELECT v.id, v.code, v.title, COALESCE(c.number, ''), l.code " + std::string(kMissing) +
                              "ORDER BY l.sort_key, v.code");
  row.bind(stocktake.id);
  while (row.step())
    take({.kind = Finding::Kind::Missing,
          .volume_id = row.integer(0),
          .name = row.text(1),
          .title = row.text(2),
          .container = row.text(3),
          .at = {},
          .belongs = row.text(4),
          .holder = {},
          .loan = {},
          .reason = {}});
}

// Every sighting that still says something: the volume was neither placed, lent nor taken back since.
constexpr std::string_view kSightings =
    "SELECT v.id, v.code, v.title, COALESCE(c.number, ''), g.at_label, COALESCE(l.code, ''), COALESCE(n.state, ''), "
    "COALESCE(n.borrower, ''), v.state, v.missing_since IS NOT NULL, "
    "EXISTS (SELECT 1 FROM placement p WHERE p.volume_id = v.id AND p.until IS NULL AND p.since > g.seen_at), "
    "COALESCE(n.out_at, 0) > g.seen_at "
    "FROM sighting g JOIN volume v ON v.id = g.volume_id LEFT JOIN shelf_location l ON l.id = v.location_id "
    "LEFT JOIN container c ON c.id = v.container_id "
    "LEFT JOIN loan n ON n.volume_id = v.id AND n.state IN ('out', 'lost') WHERE g.stocktake_id = ? ORDER BY "
    "g.at_label, v.code";

std::optional<Finding::Kind> kind_of(const Statement& row) {
  const std::string place = row.text(5), state = row.text(8);
  const bool moved_since = row.integer(10) != 0, lent_since = row.integer(11) != 0;
  if (state == "destroyed" || state == "transferred") return Finding::Kind::Unexpected;
  if (!row.text(6).empty()) return lent_since ? std::nullopt : std::optional(Finding::Kind::OnLoan);
  if (moved_since) return std::nullopt;
  if (place.empty()) return Finding::Kind::Unexpected;
  if (!stands_at(place, row.text(4))) return Finding::Kind::Misplaced;
  return row.integer(9) != 0 ? std::optional(Finding::Kind::Found) : std::nullopt;
}

void each_sighting(const Database& database, const Stocktake& stocktake,
                   const std::function<void(const Finding&)>& take) {
  Statement row(database, kSightings);
  row.bind(stocktake.id);
  while (row.step())
    if (const auto kind = kind_of(row))
      take({.kind = *kind,
            .volume_id = row.integer(0),
            .name = row.text(1),
            .title = row.text(2),
            .container = row.text(3),
            .at = row.text(4),
            .belongs = row.text(5),
            .holder = row.text(7),
            .loan = row.text(6),
            .reason = {}});
}

void each_unread(const Database& database, const Stocktake& stocktake,
                 const std::function<void(const Finding&)>& take) {
  Statement row(database, "SELECT words, reason, at_label FROM unread_line WHERE stocktake_id = ? ORDER BY id");
  row.bind(stocktake.id);
  while (row.step())
    take({.kind = Finding::Kind::Unread,
          .volume_id = 0,
          .name = row.text(0),
          .title = {},
          .container = {},
          .at = row.text(2),
          .belongs = {},
          .holder = {},
          .loan = {},
          .reason = row.text(1)});
}

std::int64_t count(const Database& database, std::string_view sql, std::int64_t stocktake_id) {
  Statement row(database, sql);
  row.bind(stocktake_id);
  return row.step() ? row.integer(0) : 0;
}

int shelves_of(const Database& database, const ShelfPrefix& part) {
  const auto keys = part.keys(ShelfPrefix::kShelf);
  Statement row(database, "SELECT COUNT(*) FROM shelf WHERE sort_key >= ? AND sort_key < ?");
  row.bind(keys.low).bind(keys.high);
  return row.step() ? static_cast<int>(row.integer(0)) : 0;
}

}  // namespace

Message why_unread(const Finding& finding, const Stocktake& stocktake) {
  return msg(finding.reason, finding.name, stocktake.part_words());
}

void each_finding(const Database& database, const Stocktake& stocktake,
                  const std::function<void(const Finding&)>& take) {
  each_missing(database, stocktake, take);
  each_sighting(database, stocktake, take);
  each_unread(database, stocktake, take);
}

StocktakeSummary summary_of(const Database& database, const Stocktake& stocktake) {
  constexpr std::string_view on_walked =
      "FROM stocktake_shelf w JOIN shelf s ON s.code = w.shelf JOIN shelf_location l ON l.shelf_id = s.id "
      "JOIN volume v ON v.location_id = l.id WHERE w.stocktake_id = ? ";
  StocktakeSummary summary;
  summary.shelves = shelves_of(database, stocktake.part);
  summary.walked =
      static_cast<int>(count(database, "SELECT COUNT(*) FROM stocktake_shelf WHERE stocktake_id = ?", stocktake.id));
  summary.expected = count(database, "SELECT COUNT(*) " + std::string(on_walked), stocktake.id);
  summary.seen = count(database, "SELECT COUNT(*) FROM sighting WHERE stocktake_id = ?", stocktake.id);
  summary.lent = count(
      database,
      "SELECT COUNT(*) " + std::string(on_walked) +
          "AND EXISTS (SELECT 1 FROM loan n WHERE n.volume_id = v.id AND n.state IN ('out', 'returned', 'lost')) AND "
          "NOT EXISTS (SELECT 1 FROM sighting g WHERE g.stocktake_id = w.stocktake_id AND g.volume_id = v.id)",
      stocktake.id);
  each_finding(database, stocktake, [&](const Finding& finding) {
    switch (finding.kind) {
      case Finding::Kind::Missing: ++summary.missing; break;
      case Finding::Kind::Misplaced: ++summary.misplaced; break;
      case Finding::Kind::Unexpected: ++summary.unexpected; break;
      case Finding::Kind::OnLoan: ++summary.on_loan; break;
      case Finding::Kind::Found: ++summary.found; break;
      case Finding::Kind::Unread: ++summary.unread; break;
    }
  });
  return summary;
}

}  // namespace twofold::catalog
