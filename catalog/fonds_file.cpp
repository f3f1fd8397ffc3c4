#include "catalog/fonds_file.h"

#include "base/error.h"
#include "base/text.h"
#include "catalog/events.h"
#include "catalog/lookup.h"
#include "catalog/sql.h"

#include <algorithm>
#include <array>

namespace twofold::catalog {
namespace {

constexpr std::array<std::string_view, 8> kDocumentKinds = {"history",      "collecting", "arrangement", "appraisal",
                                                    "preservation", "statistics", "use",         "transfer"};

// A closing arranges a volume, a list appraises, a transfer transfers. A list far down is read up to its page: what is
// shown of a row is made for the page alone, `at` in milliseconds orders it.
constexpr std::string_view kAllDocuments =
    "SELECT kind, number, title, day, item_number, recorded_by, unixepoch(day) * 1000 AS at, 0 AS volume_id FROM fonds_document "
    "UNION ALL SELECT 'arrangement', 0, '', NULL, '', closed_by, at, volume_id FROM closing "
    "UNION ALL SELECT 'appraisal', 0, number, NULL, '', drawn_by, drawn_at, 0 FROM disposition_list "
    "UNION ALL SELECT 'transfer', 0, number, NULL, '', drawn_by, drawn_at, 0 FROM transfer";
constexpr std::string_view kPage =
    "SELECT kind, number, CASE volume_id WHEN 0 THEN title ELSE (SELECT code FROM volume v WHERE v.id = volume_id) END, "
    "COALESCE(day, date(at / 1000, 'unixepoch', 'localtime')), item_number, recorded_by FROM (SELECT * FROM (";
const std::string kOrder = "kind, at, number, volume_id, title";

}  // namespace

std::string text(FondsDocumentKind kind) { return std::string(kDocumentKinds[static_cast<std::size_t>(kind)]); }

std::optional<FondsDocumentKind> try_parse_fonds_document_kind(std::string_view text) {
  const auto found = std::ranges::find(kDocumentKinds, text);
  if (found == kDocumentKinds.end()) return std::nullopt;
  return static_cast<FondsDocumentKind>(found - kDocumentKinds.begin());
}

FondsDocument add_fonds_document(Transaction& transaction, FondsDocumentKind kind, const std::string& title, const Date& day,
                                 const std::string& item) {
  const Database& database = transaction.database();
  std::string item_number;   // as the records spell it
  if (trim(title).empty()) throw Error(ErrorKind::Usage, msg("fonds_file.title_missing"));
  if (!item.empty()) {
    const auto holding = look_up_item(database, item);
    if (!holding) throw Error(ErrorKind::NotFound, msg("fonds_file.unknown_item", item));
    item_number = holding->number();
  }
  const int number = static_cast<int>(transaction.draw("fonds-file-" + text(kind)));
  Statement(database, "INSERT INTO fonds_document(kind, number, title, day, item_number, recorded_by) VALUES (?, ?, ?, ?, ?, ?)")
      .bind(text(kind))
      .bind(number)
      .bind(title)
      .bind(day)
      .bind(item_number)
      .bind(transaction.actor())
      .run();
  record_event(transaction, "fonds_file.added", text(kind), {{"number", std::to_string(number)}, {"title", title}, {"item", item_number}});
  return {kind, number, title, day, item_number, transaction.actor()};
}

std::vector<FondsDocument> list_fonds_file(const Database& database, const std::optional<FondsDocumentKind>& kind, std::size_t skip,
                                           std::size_t most) {
  const auto wanted = kind ? std::optional(text(*kind)) : std::nullopt;
  Statement row(database, std::string(kPage) + std::string(kAllDocuments) +
                              ") WHERE (?1 IS NULL OR kind = ?1) ORDER BY " + kOrder + " LIMIT ?2 OFFSET ?3) ORDER BY " + kOrder);
  row.bind(wanted).bind(static_cast<std::int64_t>(most)).bind(static_cast<std::int64_t>(skip));
  std::vector<FondsDocument> documents;
  while (row.step())
    documents.push_back({*try_parse_fonds_document_kind(row.text(0)), static_cast<int>(row.integer(1)), row.text(2),
                         Date::parse(row.text(3)), row.text(4), row.text(5)});
  return documents;
}

}  // namespace twofold::catalog
