#include "archive/change_desk.h"

#include "archive/ingest.h"
#include "archive/purge.h"
#include "base/error.h"
#include "catalog/customers.h"

namespace twofold::archive {

using catalog::Action;
using catalog::Amendment;
using catalog::Item;
using catalog::Removal;
using catalog::Transaction;

void ChangeDesk::require(Action action, const Item& item, std::string_view named) {
  authority_.require(action, catalog::access_of(archive_.database(), item), named);
}

Amendment ChangeDesk::ask_to_amend(const Item& item, std::string_view named, const catalog::WantedFields& wanted,
                                   const std::string& reason) {
  require(Action::RequestChange, item, named);
  const auto made = change([&](Transaction& t) { return catalog::request_amendment(t, item.id, wanted, reason); });
  index_pending(archive_);
  return made;
}

Amendment ChangeDesk::consent_to_amendment(std::int64_t id) {
  authority_.require(Action::ConsentToChange);
  const auto made = change([&](Transaction& t) { return catalog::consent_to_amendment(t, id); });
  index_pending(archive_);
  return made;
}

Amendment ChangeDesk::refuse_amendment(std::int64_t id, const std::string& reason) {
  authority_.require(Action::ConsentToChange);
  return change([&](Transaction& t) { return catalog::refuse_amendment(t, id, reason); });
}

Removal ChangeDesk::ask_to_remove(const Item& item, std::string_view named, catalog::RemovalCause cause,
                                  const std::string& reason) {
  require(Action::RequestChange, item, named);
  return change([&](Transaction& t) { return catalog::request_removal(t, item.id, cause, reason); });
}

Removal ChangeDesk::consent_to_removal(std::int64_t id) {
  authority_.require(Action::ConsentToChange);
  const auto made =
      change([&](Transaction& t) { return catalog::consent_to_removal(t, id, archive_.profile().removal_hold_months); });
  index_pending(archive_);
  return made;
}

Removal ChangeDesk::refuse_removal(std::int64_t id, const std::string& reason) {
  authority_.require(Action::ConsentToChange);
  return change([&](Transaction& t) { return catalog::refuse_removal(t, id, reason); });
}

Removal ChangeDesk::restore(std::int64_t id) {
  const Message absent = msg("removal.unknown", id);
  const auto removal = catalog::find_removal(archive_.database(), id);
  if (!removal) throw Error(ErrorKind::NotFound, absent);
  const auto item = *catalog::find_item(archive_.database(), removal->item_id);
  authority_.require(Action::RestoreRemoved, catalog::access_of(archive_.database(), item), absent);
  const auto made = change([&](Transaction& t) { return catalog::restore_removed(t, id); });
  index_pending(archive_);
  return made;
}

Removal ChangeDesk::confirm_removal(std::int64_t id) {
  authority_.require(Action::ConfirmRemoval);
  const auto made = change([&](Transaction& t) { return catalog::confirm_removal(t, id); });
  finish_destruction(archive_);
  index_pending(archive_);
  return made;
}

Item ChangeDesk::describe(const Item& item, std::string_view named, const Words& words) {
  require(Action::RequestChange, item, named);
  catalog::NewDescription wanted{words.title, words.document_number, words.responsible, words.date, {}, {}};
  if (words.type) {
    const auto* type = archive_.profile().find_document_type(*words.type);
    if (!type) throw Error(ErrorKind::Usage, msg("manifest.unknown_type", *words.type));
    wanted.type = {type->key, type->category, type->retention, type->voucher};
  }
  if (words.customer) {
    const auto& database = archive_.database();
    const auto customer = catalog::find_customer(database, *words.customer);
    if (!customer) throw Error(ErrorKind::NotFound, msg("lookup.nothing", *words.customer));
    authority_.require(Action::Describe, catalog::access_of_customer(database, customer->id), *words.customer);
    wanted.customer_id = customer->id;
  }
  const auto described = change([&](Transaction& t) { return catalog::describe_item(t, item.id, wanted); });
  index_pending(archive_);
  return described;
}

Item ChangeDesk::promote(const Item& item, std::string_view named, const Wish& wish) {
  require(Action::Promote, item, named);
  const auto* type = archive_.profile().find_document_type(wish.document_type);
  if (!type) throw Error(ErrorKind::Usage, msg("manifest.unknown_type", wish.document_type));
  if (type->category == 0) throw Error(ErrorKind::Usage, msg("promotion.no_category", type->key));
  const auto promoted = change([&](Transaction& transaction) {
    std::optional<catalog::Customer> customer;
    if (item.customer_id) customer = catalog::find_customer(archive_.database(), *item.customer_id);
    if (!wish.customer.empty()) customer = catalog::ensure_customer(transaction, "", wish.customer, wish.manager);
    if (!customer && archive_.profile().category(type->category).has_customer)
      throw Error(ErrorKind::Refused, msg("manifest.customer_missing", type->category));
    std::string manager = wish.manager;
    if (manager.empty() && customer) manager = customer->manager;
    if (manager.empty()) manager = authority_.actor().name;
    catalog::Promotion promotion{.document_type = type->key,
                                 .category = type->category,
                                 .chapter_id = catalog::ensure_chapter(transaction, type->category, manager).id,
                                 .customer_id = {},
                                 .retention = type->retention,
                                 .paper = wish.paper || type->voucher};
    if (customer) promotion.customer_id = customer->id;
    return catalog::promote_item(transaction, item.id, promotion);
  });
  index_pending(archive_);
  return promoted;
}

void ChangeDesk::mark_important(const Item& item, std::string_view named) {
  require(Action::Promote, item, named);
  change([&](Transaction& transaction) {
    catalog::mark_important(transaction, item.id);
    return true;
  });
}

}  // namespace twofold::archive
