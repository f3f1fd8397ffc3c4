#include "catalog/amendments.h"

#include "base/error.h"
#include "base/person_refused.h"
#include "base/text.h"
#include "catalog/events.h"
#include "catalog/filing.h"
#include "catalog/outbox.h"
#include "catalog/volume_rows.h"

namespace twofold::catalog {
namespace {

constexpr std::string_view kSelectAmendment =
    "SELECT a.id, a.item_id, COALESCE(i.reference_code, i.provisional, i.storage_id), a.state, a.reason, a.requested_by, "
    "a.decided_by, a.refusal, a.requested_at, a.decided_at, a.revision, i.title FROM amendment a JOIN item i ON i.id = a.item_id ";

std::vector<AmendedField> fields_of(const Database& database, std::int64_t id) {
  Statement row(database, "SELECT field, before, after FROM amended_field WHERE amendment_id = ? ORDER BY field");
  row.bind(id);
  std::vector<AmendedField> fields;
  while (row.step()) fields.push_back({row.text(0), row.text(1), row.text(2)});
  return fields;
}

Amendment read_amendment(const Database& database, const Statement& row) {
  Amendment amendment{.id = row.integer(0),
                      .item_id = row.integer(1),
                      .number = row.text(2),
                      .title = row.text(11),
                      .state = row.text(3),
                      .reason = row.text(4),
                      .requested_by = row.text(5),
                      .decided_by = row.text(6),
                      .refusal = row.text(7),
                      .requested_at = Timestamp{row.integer(8)},
                      .decided_at = {},
                      .revision = static_cast<int>(row.integer(10)),
                      .fields = fields_of(database, row.integer(0))};
  if (!row.is_null(9)) amendment.decided_at = Timestamp{row.integer(9)};
  return amendment;
}

std::string value_of(const Item& item, std::string_view field) {
  if (field == "title") return item.title;
  if (field == "document_number") return item.document_number;
  if (field == "responsible") return item.responsible;
  return item.date ? item.date->text() : "";
}

Item require_present(const Database& database, std::int64_t item_id) {
  auto item = find_item(database, item_id);
  if (!item) throw Error(ErrorKind::NotFound, msg("item.unknown", item_id));
  if (!is_present(item->state)) throw Error(ErrorKind::Refused, msg("item.gone", item->number()));
  refuse_transferred(database, *item);
  return *std::move(item);
}

std::vector<AmendedField> changes_of(const Item& item, const WantedFields& wanted) {
  if (wanted.title && trim(*wanted.title).empty()) throw Error(ErrorKind::Usage, msg("amendment.bad_value", "title"));
  if (wanted.date && item.category != 0 && wanted.date->year() != item.year)
    throw Error(ErrorKind::Refused, msg("amendment.other_year", item.number(), item.year));
  std::vector<AmendedField> fields;
  const auto add = [&](const char* field, const std::optional<std::string>& after) {
    if (after && *after != value_of(item, field)) fields.push_back({field, value_of(item, field), *after});
  };
  add("title", wanted.title);
  add("document_number", wanted.document_number);
  add("responsible", wanted.responsible);
  if (wanted.date) add("date", wanted.date->text());
  if (fields.empty()) throw Error(ErrorKind::Usage, msg("amendment.nothing", item.number()));
  return fields;
}

Details details_of(const Amendment& amendment) {
  Details details = {{"amendment", std::to_string(amendment.id)}, {"reason", amendment.reason}};
  for (const auto& [field, before, after] : amendment.fields) {
    details.emplace_back(field + ".before", before);
    details.emplace_back(field + ".after", after);
  }
  return details;
}

// Bound volumes keep their first and last dates; a changed one may move them.
void refresh_dates(const Database& database, std::int64_t volume_id) {
  Statement(database, "UPDATE volume SET first_date = (SELECT MIN(date) FROM item WHERE volume_id = volume.id), "
                      "last_date = (SELECT MAX(date) FROM item WHERE volume_id = volume.id) WHERE id = ?")
      .bind(volume_id)
      .run();
}

void apply(Transaction& transaction, const Item& item, const Amendment& amendment) {
  const Database& database = transaction.database();
  for (const auto& [field, before, after] : amendment.fields) {
    if (value_of(item, field) != before) throw Error(ErrorKind::Refused, msg("amendment.overtaken", amendment.id, field));
    Statement(database, "UPDATE item SET " + field + " = ? WHERE id = ?").bind(after).bind(item.id).run();
    if (field == "date" && item.state == ItemState::Bound) refresh_dates(database, *item.volume_id);
  }
  Statement(database, "UPDATE amendment SET state = 'applied', decided_by = ?, decided_at = ?, bound = ?, revision = "
                      "(SELECT MAX(revision) + 1 FROM amendment WHERE item_id = ?) WHERE id = ?")
      .bind(transaction.actor())
      .bind(transaction.now())
      .bind(item.state == ItemState::Bound)
      .bind(item.id)
      .bind(amendment.id)
      .run();
  enqueue_indexing(transaction, item.id);
  record_event(transaction, "item.amended", item.number(), details_of(amendment));
}

Amendment require_open(const Database& database, std::int64_t id) {
  auto amendment = find_amendment(database, id);
  if (!amendment) throw Error(ErrorKind::NotFound, msg("amendment.unknown", id));
  if (amendment->state != "requested") throw Error(ErrorKind::Refused, msg("amendment.decided", id));
  return *std::move(amendment);
}

}  // namespace

Amendment request_amendment(Transaction& transaction, std::int64_t item_id, const WantedFields& wanted, const std::string& reason) {
  const Database& database = transaction.database();
  const Item item = require_present(database, item_id);
  if (trim(reason).empty()) throw Error(ErrorKind::Usage, msg("amendment.reason_missing"));
  const auto fields = changes_of(item, wanted);
  Statement(database, "INSERT INTO amendment(item_id, state, reason, requested_by, requested_at) VALUES (?, 'requested', ?, ?, ?)")
      .bind(item_id)
      .bind(reason)
      .bind(transaction.actor())
      .bind(transaction.now())
      .run();
  const auto id = last_insert_id(database);
  for (const auto& [field, before, after] : fields)
    Statement(database, "INSERT INTO amended_field(amendment_id, field, before, after) VALUES (?, ?, ?, ?)")
        .bind(id)
        .bind(field)
        .bind(before)
        .bind(after)
        .run();
  const bool in_archive = item.state == ItemState::Filed || item.state == ItemState::Bound;
  if (in_archive) {
    record_event(transaction, "item.amendment_requested", item.number(), details_of(*find_amendment(database, id)));
  } else {
    apply(transaction, item, *find_amendment(database, id));
    take_back_signatures(transaction, item.id);
  }
  return *find_amendment(database, id);
}

Amendment consent_to_amendment(Transaction& transaction, std::int64_t id) {
  const Amendment amendment = require_open(transaction.database(), id);
  if (amendment.requested_by == transaction.actor()) throw PersonRefused(msg("amendment.own_request", id));
  apply(transaction, require_present(transaction.database(), amendment.item_id), amendment);
  return *find_amendment(transaction.database(), id);
}

Amendment refuse_amendment(Transaction& transaction, std::int64_t id, const std::string& reason) {
  const Amendment amendment = require_open(transaction.database(), id);
  if (trim(reason).empty()) throw Error(ErrorKind::Usage, msg("amendment.reason_missing"));
  Statement(transaction.database(), "UPDATE amendment SET state = 'refused', decided_by = ?, decided_at = ?, refusal = ? WHERE id = ?")
      .bind(transaction.actor())
      .bind(transaction.now())
      .bind(reason)
      .bind(id)
      .run();
  record_event(transaction, "item.amendment_refused", amendment.number, {{"amendment", std::to_string(id)}, {"reason", reason}});
  return *find_amendment(transaction.database(), id);
}

std::optional<Amendment> find_amendment(const Database& database, std::int64_t id) {
  Statement row(database, std::string(kSelectAmendment) + "WHERE a.id = ?");
  row.bind(id);
  if (!row.step()) return std::nullopt;
  return read_amendment(database, row);
}

std::vector<Amendment> amendments_of(const Database& database, std::int64_t item_id) {
  Statement row(database, std::string(kSelectAmendment) + "WHERE a.item_id = ? ORDER BY a.id");
  row.bind(item_id);
  std::vector<Amendment> amendments;
  while (row.step()) amendments.push_back(read_amendment(database, row));
  return amendments;
}

std::vector<Amendment> list_open_amendments(const Database& database, std::int64_t after_id, std::size_t most,
                                            const std::optional<Concerned>& whose) {
  Statement row(database, std::string(kSelectAmendment) + "WHERE " + std::string(kConcerns) +
                              "AND a.state = 'requested' AND a.id > ? ORDER BY a.id LIMIT ?");
  bind_concerned(row, whose).bind(after_id).bind(static_cast<std::int64_t>(most));
  std::vector<Amendment> amendments;
  while (row.step()) amendments.push_back(read_amendment(database, row));
  return amendments;
}

}  // namespace twofold::catalog
