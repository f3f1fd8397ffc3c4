#pragma once
// The proofread mark, the three signatures and the filing (R9, R10). Who may do so is decided elsewhere.

#include "catalog/items.h"

namespace twofold::catalog {

enum class SignatureKind { Proofread, Customer, Waiver, Handler, Leader };
std::string text(SignatureKind kind);
std::optional<SignatureKind> try_parse_signature_kind(std::string_view text);

// What somebody else's signature rests on: the customer's stands on a page, a waiver has its reason.
struct Evidence {
  int page = 0;               // 0: not named; the one page there is, where there is one
  std::string reason;
  bool in_manifest = false;   // it comes with a whole binder, whose manifest names no pages
};
struct Signature {
  SignatureKind kind;
  std::string person;
  Timestamp at;
  Evidence evidence;
};

// Records one, or throws Error{Refused}. A waiver is its recorder's: without a reason only where the category has no customer
// ("filing.waiver_needs_reason"). The customer's signature: where the category has none "filing.no_customer", beside a waiver
// "filing.waived" (and a waiver beside it "filing.customer_signed"), on a page that is not there "filing.no_such_page", on a scan of
// several without naming the page "filing.page_missing". Signing before the proofread mark: "filing.not_proofread"; twice:
// "filing.already_signed"; a bound item: "item.bound". PersonRefused: as leader over one's own proofreading or handling
// "filing.own_approval"; somebody of the house as the customer of what they handle "filing.handler_as_customer". Moves the state on to
// proofed and signed.
void sign_item(Transaction& transaction, std::int64_t item_id, SignatureKind kind, const std::string& person,
               const Evidence& evidence = {});
// Error{Refused, "filing.lacks_signatures"} names what is missing.
void file_item(Transaction& transaction, std::int64_t item_id);
// Of an item that is not filed and says something else now: whoever signed has signed for what it said before. It is a draft again.
void take_back_signatures(Transaction& transaction, std::int64_t item_id);
std::vector<Signature> signatures_of(const Database& database, std::int64_t item_id);

}  // namespace twofold::catalog
