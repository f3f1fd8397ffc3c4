#pragma once
// The proofread mark, the three signatures and the filing (R9, R10). Who may do so is decided elsewhere.

#include "catalog/items.h"

namespace twofold::catalog {

enum class SignatureKind { Proofread, Customer, Waiver, Handler, Leader };
std::string text(SignatureKind kind);
std::optional<SignatureKind> try_parse_signature_kind(std::string_view text);

struct Signature {
  SignatureKind kind;
  std::string person;
  Timestamp at;
};

// Records one. A waiver only where the category has no customer, or with the reason as `person`. Signing before the proofread
// mark: Error{Refused, "filing.not_proofread"}; twice: Error{Refused, "filing.already_signed"}; as leader
// over one's own proofreading or handling: Error{Refused, "filing.own_approval"}; a bound item: Error{Refused,
// "item.bound"}. Moves the state on to proofed and signed.
void sign_item(Transaction& transaction, std::int64_t item_id, SignatureKind kind, const std::string& person);
// Error{Refused, "filing.lacks_signatures"} names what is missing.
void file_item(Transaction& transaction, std::int64_t item_id);
std::vector<Signature> signatures_of(const Database& database, std::int64_t item_id);

}  // namespace twofold::catalog
