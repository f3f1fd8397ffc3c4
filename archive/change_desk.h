#pragma once
// Amendments, removals and promotions with who may do them (R16–R18, R21): each one transaction, then what follows from it in the
// store and the index. A crash in between is finished by the next opening for writing.

#include "archive/archive.h"
#include "archive/authority.h"
#include "catalog/amendments.h"
#include "catalog/descriptions.h"
#include "catalog/promotion.h"
#include "catalog/removals.h"

namespace twofold::archive {

class ChangeDesk {
 public:
  ChangeDesk(Archive& archive, Authority& authority) : archive_(archive), authority_(authority) {}

  // `named`: what whoever asks called the item; what is hidden from them is not told by another of its numbers.
  catalog::Amendment ask_to_amend(const catalog::Item& item, std::string_view named, const catalog::WantedFields& wanted,
                                  const std::string& reason);
  catalog::Amendment consent_to_amendment(std::int64_t id);
  catalog::Amendment refuse_amendment(std::int64_t id, const std::string& reason);

  catalog::Removal ask_to_remove(const catalog::Item& item, std::string_view named, catalog::RemovalCause cause,
                                 const std::string& reason);
  catalog::Removal consent_to_removal(std::int64_t id);
  catalog::Removal refuse_removal(std::int64_t id, const std::string& reason);
  catalog::Removal restore(std::int64_t id);
  // The bytes are gone from the store when it returns.
  catalog::Removal confirm_removal(std::int64_t id);

  // Of an item that is not filed yet; see catalog/descriptions.h. Type and customer by key, number or name. Errors besides: Usage
  // "manifest.unknown_type", NotFound "lookup.nothing" for a customer.
  struct Words {
    std::optional<std::string> title, document_number, responsible, type, customer;
    std::optional<std::optional<Date>> date;
  };
  catalog::Item describe(const catalog::Item& item, std::string_view named, const Words& words);

  struct Wish {
    std::string document_type;     // by key or name; says the category
    std::string customer, manager; // may be empty: as the record has them
    bool paper = false;
  };
  // Errors: Usage "manifest.unknown_type" | "promotion.no_category", Refused "manifest.customer_missing".
  catalog::Item promote(const catalog::Item& item, std::string_view named, const Wish& wish);
  void mark_important(const catalog::Item& item, std::string_view named);

 private:
  template <class Work>
  auto change(const Work& work) {
    catalog::Transaction transaction(archive_.database(), authority_.actor().name, archive_.clock());
    auto result = work(transaction);
    transaction.commit();
    return result;
  }
  void require(catalog::Action action, const catalog::Item& item, std::string_view named);

  Archive& archive_;
  Authority& authority_;
};

}  // namespace twofold::archive
