#include "catalog/descriptions.h"

#include "base/error.h"
#include "base/text.h"
#include "catalog/events.h"
#include "catalog/filing.h"
#include "catalog/outbox.h"
#include "catalog/sql.h"
#include "catalog/volume_rows.h"

namespace twofold::catalog {
namespace {

Item require_unfiled(const Database& database, std::int64_t item_id) {
  auto item = find_item(database, item_id);
  if (!item) throw Error(ErrorKind::NotFound, msg("item.unknown", item_id));
  if (!is_present(item->state)) throw Error(ErrorKind::Refused, msg("item.gone", item->number()));
  if (item->state == ItemState::Filed || item->state == ItemState::Bound)
    throw Error(ErrorKind::Refused, msg("description.filed", item->number()));
  return *std::move(item);
}

std::string customer_number(const Database& database, const Item& item) {
  const auto customer = item.customer_id ? find_customer(database, *item.customer_id) : std::nullopt;
  return customer ? customer->number : "";
}

void take_type(Item& item, const NewDescription::Type& type) {
  if (type.category != item.category)
    throw Error(ErrorKind::Refused, msg("description.other_category", item.number(), item.category, type.key));
  item.document_type = type.key;
  if (item.category == 0) return;
  item.retention = type.retention;
  item.paper = item.paper || type.voucher;
}

void take_customer(const Database& database, Item& item, std::int64_t customer_id) {
  const auto customer = find_customer(database, customer_id);
  if (!customer) throw Error(ErrorKind::NotFound, msg("lookup.nothing", customer_id));
  const auto chapter = item.chapter_id ? find_chapter(database, *item.chapter_id) : std::nullopt;
  if (chapter && chapter->manager != customer->manager)
    throw Error(ErrorKind::Refused,
                msg("description.other_chapter", item.number(), chapter->manager, customer->number, customer->manager));
  item.customer_id = customer_id;
}

Item described(const Database& database, Item item, const NewDescription& wanted) {
  if (wanted.title && trim(*wanted.title).empty()) throw Error(ErrorKind::Usage, msg("amendment.bad_value", "title"));
  if (wanted.title) item.title = *wanted.title;
  if (wanted.document_number) item.document_number = *wanted.document_number;
  if (wanted.responsible) item.responsible = *wanted.responsible;
  if (wanted.date) item.date = *wanted.date;
  if (item.date) item.year = item.date->year();
  if (wanted.type) take_type(item, *wanted.type);
  if (wanted.customer_id) take_customer(database, item, *wanted.customer_id);
  return item;
}

Details changes(const Database& database, const Item& before, const Item& after) {
  Details details;
  const auto compare = [&](const std::string& field, const std::string& old_value, const std::string& new_value) {
    if (old_value == new_value) return;
    details.emplace_back(field + ".before", old_value);
    details.emplace_back(field + ".after", new_value);
  };
  compare("title", before.title, after.title);
  compare("document_number", before.document_number, after.document_number);
  compare("responsible", before.responsible, after.responsible);
  compare("date", before.date ? before.date->text() : "", after.date ? after.date->text() : "");
  compare("year", std::to_string(before.year), std::to_string(after.year));
  compare("type", before.document_type, after.document_type);
  compare("retention", text(before.retention), text(after.retention));
  compare("customer", customer_number(database, before), customer_number(database, after));
  return details;
}

void write(const Database& database, const Item& item) {
  Statement(database, "UPDATE item SET title = ?, document_number = ?, responsible = ?, date = ?, year = ?, document_type = ?, "
                      "retention = ?, customer_id = ?, paper = ? WHERE id = ?")
      .bind(item.title)
      .bind(item.document_number)
      .bind(item.responsible)
      .bind(item.date)
      .bind(item.year)
      .bind(item.document_type)
      .bind(text(item.retention))
      .bind(item.customer_id)
      .bind(item.paper)
      .bind(item.id)
      .run();
}

// R5: a volume is of one year and one retention rule. The number stays: it names neither.
void move_to_volume(Transaction& transaction, const Item& item) {
  const Database& database = transaction.database();
  const auto volume = open_volume(transaction, FondsCode::parse(database.meta("fonds")),
                                  *find_chapter(database, *item.chapter_id), item.year, item.retention);
  Statement(database, "UPDATE item SET volume_id = ?, position = ? WHERE id = ?")
      .bind(volume.id)
      .bind(volume.next_position)
      .bind(item.id)
      .run();
  for (const char* sql : {"DELETE FROM paper_catalogue WHERE item_id = ?", "DELETE FROM electronic_catalogue WHERE item_id = ?"})
    Statement(database, sql).bind(item.id).run();
  insert_catalogue_rows(database, item, &volume);
}

}  // namespace

Item describe_item(Transaction& transaction, std::int64_t item_id, const NewDescription& wanted) {
  const Database& database = transaction.database();
  const Item before = require_unfiled(database, item_id);
  const Item after = described(database, before, wanted);
  const auto details = changes(database, before, after);
  if (details.empty()) throw Error(ErrorKind::Usage, msg("amendment.nothing", before.number()));
  write(database, after);
  const bool moves = after.year != before.year || after.retention != before.retention || after.paper != before.paper;
  if (moves && after.volume_id) move_to_volume(transaction, after);
  take_back_signatures(transaction, item_id);
  enqueue_indexing(transaction, item_id);
  record_event(transaction, "item.described", before.number(), details);
  return *find_item(database, item_id);
}

}  // namespace twofold::catalog
