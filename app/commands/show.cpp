#include "app/commands.h"
#include "app/commands/change_records.h"
#include "app/commands/gap_records.h"
#include "app/commands/records.h"
#include "app/commands/search_answer.h"
#include "app/context.h"
#include "app/cli/terminal.h"
#include "catalog/completeness.h"
#include "catalog/customer_records.h"
#include "catalog/pairs.h"
#include "catalog/promotion.h"
#include "catalog/filing.h"
#include "catalog/known_records.h"
#include "catalog/lookup.h"
#include "catalog/text_revisions.h"

#include <set>

namespace twofold::app {
namespace {

constexpr std::size_t kListed = 100;

using Rows = std::vector<std::vector<std::string>>;

std::string value_of(const Object& record, const std::string& key) {
  return record.has(key) ? record.get(key).convert<std::string>() : std::string();
}

// Fields of both tracks, line by line side by side.
void say_tracks(const Context& context, const Object& paper, const Object& electronic) {
  const std::vector<std::string> left = {"number", "volume", "sequence", "first_page", "shelf", "container", "borrower",
                                         "note_storage_id", "note_address"};
  const std::vector<std::string> right = {"storage_id", "address", "format", "size", "sha256", "note_number", "note_shelf"};
  const auto cell = [&](const Object& track, const std::vector<std::string>& keys, std::size_t i) -> std::string {
    if (i >= keys.size() || value_of(track, keys[i]).empty()) return "";
    if (keys[i] == "first_page" && value_of(track, keys[i]) == "0") return "";  // numbered at closing
    std::string value = value_of(track, keys[i]);
    if (keys[i] == "volume" && value_of(track, "volume_state") == "transferred")
      value += " (" + context.words("state.transferred") + ")";
    return context.words("field." + keys[i]) + ": " + cut_to_width(value, 44);
  };
  Rows rows;
  for (std::size_t i = 0; i < left.size(); ++i) {
    const std::string paper_cell = value_of(paper, "exists") == "true" ? cell(paper, left, i) : "";
    const std::string electronic_cell = cell(electronic, right, i);
    if (!paper_cell.empty() || !electronic_cell.empty()) rows.push_back({paper_cell, electronic_cell});
  }
  const std::string paper_heading =
      context.words(value_of(paper, "exists") == "true" ? "show.paper" : "show.no_paper");
  const std::string electronic_heading =
      context.words(value_of(electronic, "exists") == "true" ? "show.electronic" : "show.no_electronic");
  context.table({paper_heading, electronic_heading}, rows);
}

// Whose text it is, and which older texts there are.
void tell_texts(const Context& context, const catalog::Database& database, const catalog::Item& item, Object& record) {
  std::set<std::string> recognisers;
  for (const auto& page : catalog::pages_of(database, item.id))
    if (!page.recogniser.empty()) recognisers.insert(page.recogniser);
  Array engines, older;
  for (const auto& recogniser : recognisers) {
    engines.add(recogniser);
    context.say(context.words("field.recogniser") + ": " + recogniser);
  }
  for (const auto& revision : catalog::text_revisions_of(database, item.id)) {
    Object entry = ordered_object();
    entry.set("revision", revision.revision);
    entry.set("page", revision.page);
    entry.set("recogniser", revision.recogniser);
    entry.set("confidence", revision.confidence);
    entry.set("replaced_at", revision.replaced_at.text());
    older.add(entry);
    context.say(msg("show.older_text", revision.revision, revision.page, revision.recogniser,
                    revision.replaced_at.date().text()));
  }
  record.set("recognisers", engines);
  record.set("older_texts", older);
}

// A field as it is read: states, types and categories by their names in the reader's language.
std::string told(Context& context, const Object& record, const std::string& key) {
  const auto value = value_of(record, key);
  if (key == "state") return context.words("state." + value);
  if (key == "category") return value + " " + name_of_category(context, record.getValue<int>(key));
  if (key == "document_type") return name_of_type(context, value);
  return value;
}

int show_item(Context& context, const catalog::Database& database, const catalog::Item& item) {
  Object record = item_record(database, item);
  const Object paper = paper_track(database, item), electronic = electronic_track(database, item);
  for (const char* key : {"title", "customer", "number", "provisional", "category", "document_type", "document_number",
                          "responsible", "date", "retention", "state", "pages"})
    if (!value_of(record, key).empty()) context.say(context.words(std::string("field.") + key) + ": " + told(context, record, key));
  Array signatures;
  for (const auto& signature : catalog::signatures_of(database, item.id)) {
    Object entry = ordered_object();
    entry.set("kind", catalog::text(signature.kind));
    entry.set("person", signature.person);
    entry.set("at", signature.at.text());
    entry.set("page", signature.evidence.page);
    entry.set("reason", signature.evidence.reason);
    signatures.add(entry);
    context.say(context.words("signature." + catalog::text(signature.kind)) + ": " + signature.person + "  " +
                signature.at.date().text() +
                (signature.evidence.page > 0 ? "  " + context.words("field.page") + " " + std::to_string(signature.evidence.page) : "") +
                (signature.evidence.reason.empty() ? "" : "  " + signature.evidence.reason));
  }
  if (const auto from = catalog::provenance_of(database, item.id)) {
    record.set("promoted_from", from->document_type);
    context.say(context.words("field.promoted_from") + ": " + name_of_type(context, from->document_type) + "  " + from->promoted_by + "  " +
                from->promoted_at.date().text());
  }
  if (const auto removal = catalog::removal_of(database, item.id)) {
    record.set("removal", removal_record(*removal));
    context.say(msg("show.removal", removal->id, state_words(context, *removal), removal->requested_by, removal->reason));
    if (removal->keep_until) context.say(context.words("field.keep_until") + ": " + removal->keep_until->text());
  }
  if (item.paper) {
    const auto pair = catalog::pair_of(database, item);
    record.set("pair", catalog::text(pair.state));
    record.set("pair_checked_by", pair.checked_by);
    record.set("pair_checked_on", pair.checked_on ? pair.checked_on->text() : "");
    context.say(context.words("field.pair") + ": " + context.words("pair_state." + catalog::text(pair.state)));
  }
  tell_texts(context, database, item, record);
  context.say("");
  say_tracks(context, paper, electronic);
  record.set("kind", "item");
  record.set("signatures", signatures);
  record.set("paper", paper);
  record.set("electronic", electronic);
  context.answer(record);
  return 0;
}

// A page of the members that whoever acts may know of.
std::vector<catalog::Item> members_of(Context& context, const catalog::Database& database, const catalog::ItemFilter& filter,
                                      std::int64_t after_id, std::size_t most) {
  const auto& authority = context.authority();
  if (authority.everywhere(catalog::Action::Describe)) return catalog::list_items(database, filter, after_id, most);
  return catalog::list_known_items(database, catalog::readable_by(database, authority.actor()), filter, after_id, most);
}

// Members with both places in a line each, and how they go on.
Array say_members(const Context& context, const catalog::Database& database, const std::vector<catalog::Item>& items) {
  Array members;
  Rows rows;
  for (const auto& item : items) {
    Object record = item_record(database, item);
    const Object paper = paper_track(database, item), electronic = electronic_track(database, item);
    record.set("paper", paper);
    record.set("electronic", electronic);
    members.add(record);
    rows.push_back({item.number(), cut_to_width(item.title, 40), item.date ? item.date->text() : "",
                    context.words("state." + catalog::text(item.state)),
                    value_of(paper, "shelf"), item.storage_id.text()});
  }
  context.table({context.words("field.number"), context.words("field.title"), context.words("field.date"),
                 context.words("field.state"), context.words("field.shelf"), context.words("field.storage_id")},
                rows);
  if (items.size() == kListed) context.say(msg("list.more", items.back().id));
  return members;
}

int show_volume(Context& context, const catalog::Database& database, const catalog::Volume& volume) {
  Object record = volume_record(volume);
  for (const char* key : {"volume", "title", "state", "items", "pages", "first_date", "last_date", "shelf", "container"})
    if (!value_of(record, key).empty()) context.say(context.words(std::string("field.") + key) + ": " + told(context, record, key));
  if (waits_for_checker(volume)) context.say(msg("close.waits", volume.code));
  else if (!volume.checked_by.empty())
    context.say(context.words("form.checked_by") + ": " + volume.checked_by + "  " + value_of(record, "checked_on"));
  context.say("");
  catalog::ItemFilter filter;
  filter.volume_id = volume.id;
  record.set("kind", "volume");
  record.set("members", say_members(context, database, members_of(context, database, filter, 0, kListed)));
  context.answer(record);
  return 0;
}

int show_customer(Context& context, const catalog::Database& database, const catalog::Customer& customer) {
  Object record = ordered_object();
  record.set("kind", "customer");
  record.set("customer_number", customer.number);
  record.set("customer", customer.name);
  record.set("manager", customer.manager);
  const auto& profile = context.reading().profile();
  const Date today = context.clock().today();
  record.set("class", catalog::class_on(database, profile, customer, today));
  Object fields = ordered_object();
  for (const auto& [key, value] : customer.fields) fields.set(key, value);
  record.set("fields", fields);
  for (const char* key : {"customer_number", "customer", "manager", "class"})
    context.say(context.words(std::string("field.") + key) + ": " + value_of(record, key));
  context.say("");
  catalog::ItemFilter filter;
  filter.customer_id = customer.id;
  record.set("gaps", gap_records(context, profile, catalog::gaps_of(database, profile, customer, today)));
  record.set("members", say_members(context, database, members_of(context, database, filter, 0, kListed)));
  context.answer(record);
  return 0;
}

}  // namespace

int run_show(Context& context) {
  const auto& database = context.reading().database();
  const std::string& number = context.arguments().operands[0];
  const auto found = catalog::look_up(database, number);
  if (!found) throw Error(ErrorKind::NotFound, msg("lookup.nothing", number));
  auto& authority = context.authority();
  const auto check = [&](const catalog::RecordAccess& record) {
    authority.require(catalog::Action::Describe, record, number);
    authority.note("record.read", number);
  };
  if (const auto* item = std::get_if<catalog::Item>(&*found)) {
    check(catalog::access_of(database, *item));
    return show_item(context, database, *item);
  }
  if (const auto* volume = std::get_if<catalog::Volume>(&*found)) {
    check(catalog::access_of_volume(database, volume->id));
    return show_volume(context, database, *volume);
  }
  if (const auto* customer = std::get_if<catalog::Customer>(&*found)) {
    check(catalog::access_of_customer(database, customer->id));
    return show_customer(context, database, *customer);
  }
  const auto& place = std::get<catalog::ShelfRow>(*found);
  if (place.volume)
    if (const auto volume = catalog::find_volume(database, *place.volume)) {
      check(catalog::access_of_volume(database, volume->id));
      return show_volume(context, database, *volume);
    }
  if (!authority.everywhere(catalog::Action::Describe)) throw Error(ErrorKind::NotFound, msg("lookup.nothing", number));
  throw Error(ErrorKind::NotFound, msg("lookup.empty_place", place.place));
}

int run_list(Context& context) {
  const auto& arguments = context.arguments();
  const auto& database = context.reading().database();
  catalog::ItemFilter filter;
  filter.category = arguments.number("category");
  filter.year = arguments.number("year");
  if (arguments.has("state")) {
    filter.state = catalog::try_parse_item_state(arguments.get("state"));
    if (!filter.state || !catalog::is_present(*filter.state)) throw Error(ErrorKind::Usage, msg("list.unknown_state", arguments.get("state")));
  }
  auto& authority = context.authority();
  if (arguments.has("volume")) {
    filter.volume_id = require_volume(database, arguments.get("volume")).id;
    authority.require(catalog::Action::Describe, catalog::access_of_volume(database, *filter.volume_id), arguments.get("volume"));
  }
  if (arguments.has("customer")) {
    filter.customer_id = require_customer(database, arguments.get("customer")).id;
    authority.require(catalog::Action::Describe, catalog::access_of_customer(database, *filter.customer_id), arguments.get("customer"));
  }
  authority.note("list.read", arguments.get("volume", arguments.get("customer")), {{"list", "items"}});
  const auto items = members_of(context, database, filter, arguments.number("after").value_or(0), arguments.limit(kListed));
  Object answer = ordered_object();
  answer.set("items", say_members(context, database, items));
  answer.set("next", items.empty() ? 0 : items.back().id);
  context.answer(answer);
  return 0;
}

}  // namespace twofold::app
