#include "catalog/saved_searches.h"

#include "base/error.h"
#include "base/text.h"
#include "catalog/events.h"
#include "catalog/sql.h"

namespace twofold::catalog {
namespace {

constexpr std::string_view kSelectSearch =
    "SELECT owner, name, question, sort, created_at FROM saved_search WHERE owner = ? ";

SavedSearch read_saved(const Statement& row) {
  return {row.text(0), row.text(1), row.text(2), row.text(3), Timestamp{row.integer(4)}};
}

}  // namespace

SavedSearch save_search(Transaction& transaction, std::string_view name, const std::string& question,
                        const std::string& sort) {
  const std::string kept(trim(name));
  if (kept.empty()) throw Error(ErrorKind::Usage, msg("search.name_missing"));
  if (trim(question).empty()) throw Error(ErrorKind::Usage, msg("search.question_missing", kept));
  const Database& database = transaction.database();
  if (const auto known = find_saved_search(database, transaction.actor(), kept))
    throw Error(ErrorKind::Refused, msg("search.name_taken", kept, known->question));
  Statement(database, "INSERT INTO saved_search(owner, name, question, sort, created_at) VALUES(?, ?, ?, ?, ?)")
      .bind(transaction.actor())
      .bind(kept)
      .bind(question)
      .bind(sort)
      .bind(transaction.now())
      .run();
  record_event(transaction, "search.saved", kept, {{"question", question}, {"sort", sort}});
  return {transaction.actor(), kept, question, sort, transaction.now()};
}

void remove_saved_search(Transaction& transaction, std::string_view name) {
  const std::string kept(trim(name));
  const auto removed = Statement(transaction.database(), "DELETE FROM saved_search WHERE owner = ? AND name = ?")
                           .bind(transaction.actor())
                           .bind(kept)
                           .run();
  if (removed == 0) throw Error(ErrorKind::NotFound, msg("search.not_saved", kept));
  record_event(transaction, "search.removed", kept);
}

std::optional<SavedSearch> find_saved_search(const Database& database, std::string_view owner, std::string_view name) {
  Statement row(database, std::string(kSelectSearch) + "AND name = ?");
  row.bind(owner).bind(trim(name));
  if (!row.step()) return std::nullopt;
  return read_saved(row);
}

std::vector<SavedSearch> list_saved_searches(const Database& database, std::string_view owner) {
  Statement row(database, std::string(kSelectSearch) + "ORDER BY name");
  row.bind(owner);
  std::vector<SavedSearch> saved;
  while (row.step()) saved.push_back(read_saved(row));
  return saved;
}

}  // namespace twofold::catalog
