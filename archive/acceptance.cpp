#include "archive/acceptance.h"

#include "archive/quarantine.h"
#include "base/error.h"
#include "catalog/customers.h"
#include "catalog/events.h"
#include "catalog/filing.h"
#include "catalog/removals.h"
#include "catalog/shelf.h"

#include <algorithm>

namespace twofold::archive {
namespace {

using std::chrono::steady_clock;

constexpr std::size_t kBatch = 64;
constexpr auto kBatchAge = std::chrono::milliseconds(500);
constexpr auto kIndexAge = std::chrono::milliseconds(1000);

catalog::ItemPage page_of(const scanner::Page& page, const std::string& recogniser) {
  catalog::ItemPage record;
  record.number = page.number;
  record.text = page.text;
  record.width = page.width;
  record.height = page.height;
  record.dpi = page.dpi;
  record.skew = page.skew_degrees;
  record.quarter_turns = page.quarter_turns;
  record.blank = page.blank;
  record.recognised = page.recognised;
  record.confidence = page.confidence;
  if (page.recognised) record.recogniser = recogniser;
  record.picture_hash = page.picture_hash;
  return record;
}

std::string title_of(const Arrival& arrival) {
  if (!arrival.description.title.empty()) return arrival.description.title;
  if (!arrival.reading.title.empty()) return arrival.reading.title;
  return std::filesystem::path(arrival.source_name).stem().string();
}

// Where the document type does not say: the longest that any type of the category asks for.
catalog::Retention retention_of(const catalog::Profile& profile, const Description& description) {
  if (const auto* type = profile.document_type(description.document_type)) return type->retention;
  auto longest = catalog::Retention::Years10;
  for (const auto& type : profile.document_types)
    if (type.category == description.category) longest = std::min(longest, type.retention);
  return longest;
}

// The account manager whose chapter takes it: the one named, else the customer's, else whoever files it.
std::string manager_of(const Description& description, const std::optional<catalog::Customer>& customer, const std::string& actor) {
  if (!description.manager.empty()) return description.manager;
  return customer && !customer->manager.empty() ? customer->manager : actor;
}

}  // namespace

std::string text(Outcome outcome) {
  switch (outcome) {
    case Outcome::Draft: return "draft";
    case Outcome::Duplicate: return "duplicate";
    case Outcome::Quarantined: break;
  }
  return "quarantined";
}

Acceptance::Acceptance(Archive& archive, const std::function<void(const FileResult&)>& take)
    : archive_(archive),
      take_(take),
      rest_(archive),
      writer_(std::make_unique<indexer::IndexWriter>(archive.layout().index())),
      begun_(steady_clock::now()),
      indexed_(begun_) {}

catalog::Item Acceptance::receive(catalog::Transaction& transaction, const Arrival& arrival) {
  const auto& description = arrival.description;
  catalog::NewItem item;
  std::optional<catalog::Customer> customer;
  if (!description.customer.empty() || !description.customer_number.empty())
    customer = catalog::ensure_customer(transaction, description.customer_number, description.customer, description.manager);
  if (customer) item.customer_id = customer->id;
  item.category = description.category;
  if (item.category != 0)
    item.chapter_id = catalog::ensure_chapter(transaction, item.category, manager_of(description, customer, archive_.actor()),
                                              description.chapter)
                          .id;
  item.document_type = description.document_type;
  item.title = title_of(arrival);
  item.document_number = description.document_number;
  item.responsible = description.responsible;
  item.date = description.date;
  item.year = description.date ? description.date->year() : transaction.today().year();
  item.retention = retention_of(archive_.profile(), description);
  item.paper = description.paper;
  item.source_name = arrival.source_name;
  item.original = arrival.original;
  item.reading_copy = arrival.reading_copy;
  item.words = arrival.words;
  const auto recogniser = scanner::recogniser_version(archive_.reader_options().accuracy);
  for (const auto& page : arrival.reading.pages) item.pages.push_back(page_of(page, recogniser));
  return catalog::receive_item(transaction, item);
}

// The manifest's place is where the open volume stands. One that stands elsewhere already stays there.
std::optional<Message> Acceptance::place_paper(catalog::Transaction& transaction, const catalog::Item& item,
                                               const Description& description) {
  if (!description.shelf || !item.volume_id) return std::nullopt;
  const auto volume = catalog::find_volume(transaction.database(), *item.volume_id);
  if (!volume || !volume->shelf.empty()) return std::nullopt;
  try {
    catalog::place_volume(transaction, volume->code, *description.shelf);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::Refused) throw;
    return error.message();
  }
  return std::nullopt;
}

FileResult Acceptance::file(catalog::Transaction& transaction, const Arrival& arrival) {
  FileResult result;
  result.path = arrival.shown;
  const auto item = receive(transaction, arrival);
  for (const auto& [kind, person, reason] : arrival.description.signatures)
    catalog::sign_item(transaction, item.id, kind, person, {.reason = reason, .in_manifest = true});
  const auto& pages = arrival.reading.pages;
  if (const auto unplaced = place_paper(transaction, item, arrival.description)) result.message = *unplaced;
  else if (!pages.empty() && std::ranges::all_of(pages, &scanner::Page::blank)) result.message = msg("ingest.all_blank");
  result.number = item.number();
  result.storage_id = item.storage_id.text();
  result.pages = item.page_count;
  catalog::add_receipt(transaction, {0, arrival.shown, arrival.original.sha256, arrival.original.size, "draft", "", "", item.id});
  return result;
}

// Not an item, so not a result: its members are. Its own bytes stay in the store.
void Acceptance::record_container(catalog::Transaction& transaction, const Arrival& arrival) {
  const auto last = catalog::find_receipt(transaction.database(), arrival.original.sha256);
  if (last && last->path == arrival.shown) return;
  catalog::add_receipt(transaction, {0, arrival.shown, arrival.original.sha256, arrival.original.size, "unpacked", "", "", {}});
  catalog::record_event(transaction, "container.unpacked", arrival.original.sha256.text(), {{"source", arrival.shown}});
}

FileResult Acceptance::link(catalog::Transaction& transaction, const Arrival& arrival, const catalog::Item& item) {
  FileResult result;
  result.path = arrival.shown;
  result.outcome = Outcome::Duplicate;
  result.number = item.number();
  result.storage_id = item.storage_id.text();
  result.pages = item.page_count;
  result.message = msg("ingest.duplicate", item.number());
  if (const auto removal = catalog::removal_of(transaction.database(), item.id); removal && item.state == catalog::ItemState::Removed) {
    result.twin_removed = true;
    result.message = msg("ingest.duplicate_removed", item.number(), removal->id, *removal->keep_until);
  }
  // Seen again from the same place it is the rerun of an ingest, not news.
  const auto last = catalog::find_receipt(transaction.database(), arrival.original.sha256);
  if (last && last->path == arrival.shown) return result;
  catalog::add_receipt(transaction, {0, arrival.shown, arrival.original.sha256, arrival.original.size, "duplicate", "", "", item.id});
  catalog::record_event(transaction, "item.duplicate", item.number(), {{"source", arrival.shown}});
  return result;
}

FileResult Acceptance::quarantine(catalog::Transaction& transaction, const Arrival& arrival, const std::string& reason,
                                  const Message& message) {
  FileResult result;
  result.path = arrival.shown;
  result.outcome = Outcome::Quarantined;
  result.reason = reason;
  result.message = message;
  put_into_quarantine(archive_, arrival, message);
  catalog::add_receipt(transaction, {0, arrival.shown, arrival.original.sha256, arrival.original.size, "quarantined", reason,
                                     arrival.reading.detail, std::nullopt});
  catalog::record_event(transaction, "file.quarantined", arrival.original.sha256.text(),
                        {{"source", arrival.shown}, {"reason", reason}, {"detail", arrival.reading.detail}});
  return result;
}

void Acceptance::accept(Arrival arrival) {
  if (!transaction_) {
    transaction_.emplace(archive_.database(), archive_.actor(), archive_.clock());
    begun_ = steady_clock::now();
  }
  if (arrival.container) return record_container(*transaction_, arrival);
  FileResult result;
  if (const auto known = catalog::find_item_by_content(archive_.database(), arrival.original.sha256)) {
    result = link(*transaction_, arrival, *known);
  } else if (arrival.set_aside) {
    result = quarantine(*transaction_, arrival, arrival.set_aside->reason, arrival.set_aside->message);
  } else if (arrival.known) {
    // Its twin earlier in this run could not be read; what held for that one holds for this one.
    const auto twin = catalog::find_receipt(archive_.database(), arrival.original.sha256);
    result = quarantine(*transaction_, arrival, twin ? twin->reason : "crashed",
                        Message{"failure." + (twin ? twin->reason : std::string("crashed")), {arrival.shown}});
  } else if (arrival.reading.failure) {
    const std::string reason(scanner::name_of(*arrival.reading.failure));
    result = quarantine(*transaction_, arrival, reason, Message{"failure." + reason, {arrival.shown}});
  } else {
    try {
      result = file(*transaction_, arrival);
    } catch (const Error& error) {
      // A rule refuses this file (a customer's name that differs, another manager's chapter): it alone is put aside. The rules
      // are checked before anything of the item is written.
      if (error.kind() != ErrorKind::Refused && error.kind() != ErrorKind::Usage) throw;
      result = quarantine(*transaction_, arrival, "refused", error.message());
    }
  }
  unreported_.push_back(std::move(result));
  settle();
}

void Acceptance::settle() {
  const auto now = steady_clock::now();
  if (transaction_ && (unreported_.size() >= kBatch || now - begun_ >= kBatchAge)) commit();
  if (now - indexed_ >= kIndexAge) {
    commit();
    index();
  }
}

void Acceptance::commit() {
  if (!transaction_) return;
  transaction_->commit();
  transaction_.reset();
  for (const auto& result : unreported_) {
    summary_.drafts += result.outcome == Outcome::Draft ? 1 : 0;
    summary_.duplicates += result.outcome == Outcome::Duplicate ? 1 : 0;
    summary_.quarantined += result.outcome == Outcome::Quarantined ? 1 : 0;
    summary_.pages += static_cast<std::size_t>(result.pages);
    take_(result);
  }
  unreported_.clear();
}

void Acceptance::index() {
  index_pending(archive_, *writer_);
  indexed_ = steady_clock::now();
}

void Acceptance::finish() {
  commit();
  index();
  writer_->compact_when_worth_it();
}

}  // namespace twofold::archive
