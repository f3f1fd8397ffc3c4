#include "app/commands/records.h"

#include "base/error.h"
#include "catalog/cross_reference.h"
#include "catalog/holds.h"
#include "catalog/loans.h"
#include "catalog/lookup.h"

#include <sstream>

namespace twofold::app {

Object ordered_object() { return Object(Poco::JSON_PRESERVE_KEY_ORDER); }

std::string json_text(const Object& object) {
  std::ostringstream out;
  object.stringify(out);
  return out.str();
}

void set_next(Object& answer, const Array& rows, const std::string& key, const Poco::Dynamic::Var& nothing) {
  answer.set("next", rows.size() == 0 ? nothing : rows.get(static_cast<unsigned>(rows.size() - 1)).extract<Object>().get(key));
}

Object item_record(const catalog::Database& database, const catalog::Item& item) {
  Object record = ordered_object();
  record.set("number", item.number());
  record.set("reference_code", item.reference_code ? item.reference_code->text() : "");
  record.set("provisional", item.provisional ? item.provisional->text() : "");
  record.set("storage_id", item.storage_id.text());
  record.set("title", item.title);
  const auto customer = item.customer_id ? catalog::find_customer(database, *item.customer_id) : std::nullopt;
  record.set("customer_number", customer ? customer->number : "");
  record.set("customer", customer ? customer->name : "");
  record.set("category", item.category);
  record.set("document_type", item.document_type);
  record.set("document_number", item.document_number);
  record.set("responsible", item.responsible);
  record.set("date", item.date ? item.date->text() : "");
  record.set("year", item.year);
  record.set("retention", catalog::text(item.retention));
  record.set("state", catalog::text(item.state));
  record.set("pages", item.page_count);
  record.set("source_name", item.source_name);
  return record;
}

Array array_of(const std::vector<std::string>& texts) {
  Array array;
  for (const auto& text : texts) array.add(text);
  return array;
}

Object volume_record(const catalog::Volume& volume) {
  Object record = ordered_object();
  record.set("volume", volume.code.text());
  record.set("title", volume.title);
  record.set("state", catalog::text(volume.state));
  record.set("year", volume.code.year);
  record.set("category", volume.code.category);
  record.set("chapter", volume.code.chapter.text());
  record.set("retention", catalog::text(volume.code.retention));
  record.set("supplementary", volume.supplementary);
  record.set("items", volume.item_count);
  record.set("pages", volume.page_count);
  record.set("first_date", volume.first_date ? volume.first_date->text() : "");
  record.set("last_date", volume.last_date ? volume.last_date->text() : "");
  record.set("shelf", volume.shelf);
  record.set("container", volume.container);
  record.set("checked_by", volume.checked_by);
  record.set("checked_on", volume.checked_on ? volume.checked_on->text() : "");
  return record;
}

bool waits_for_checker(const catalog::Volume& volume) {
  using catalog::VolumeState;
  return volume.checked_by.empty() && (volume.state == VolumeState::Bound || volume.state == VolumeState::Shelved);
}

Object paper_track(const catalog::Database& database, const catalog::Item& item) {
  Object track = ordered_object();
  const auto row = catalog::paper_row_of(database, item.id);
  const auto volume = item.volume_id ? catalog::find_volume(database, *item.volume_id) : std::nullopt;
  track.set("exists", row.has_value());
  if (!row || !volume) return track;
  const auto loan = catalog::live_loan(database, volume->id);
  track.set("number", row->number);
  track.set("volume", volume->code.text());
  track.set("sequence", row->sequence);
  track.set("first_page", row->first_page);
  track.set("pages", row->page_count);
  track.set("shelf", volume->shelf);
  track.set("container", volume->container);
  track.set("volume_state", catalog::text(volume->state));
  track.set("borrower", loan && loan->state != catalog::LoanState::Returned ? loan->what.borrower : "");
  track.set("note_storage_id", row->note_storage_id);
  track.set("note_address", row->note_address);
  return track;
}

Object electronic_track(const catalog::Database& database, const catalog::Item& item) {
  Object track = ordered_object();
  const auto row = catalog::electronic_row_of(database, item.id);
  track.set("exists", row.has_value());
  if (!row) return track;
  track.set("storage_id", row->storage_id);
  track.set("address", row->address);
  track.set("format", row->format);
  track.set("size", row->size);
  track.set("sha256", row->sha256.text());
  track.set("note_number", row->note_number);
  track.set("note_shelf", row->note_shelf);
  return track;
}

catalog::Item require_item(const catalog::Database& database, const std::string& number) {
  auto item = catalog::look_up_item(database, number);
  if (!item) throw Error(ErrorKind::NotFound, msg("lookup.nothing", number));
  return *std::move(item);
}

catalog::Customer require_customer(const catalog::Database& database, const std::string& named) {
  auto customer = catalog::find_customer(database, named);
  if (!customer) throw Error(ErrorKind::NotFound, msg("lookup.nothing", named));
  return *std::move(customer);
}

catalog::Volume require_volume(const catalog::Database& database, const std::string& code) {
  const auto volume = catalog::find_volume(database, catalog::VolumeCode::parse(code));
  if (!volume) throw Error(ErrorKind::NotFound, msg("lookup.nothing", code));
  return *volume;
}

}  // namespace twofold::app
