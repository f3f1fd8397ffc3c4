#include "catalog/filing.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/person_refused.h"
#include "base/nested_message.h"
#include "base/text.h"
#include "catalog/events.h"
#include "catalog/outbox.h"
#include "catalog/people.h"
#include "catalog/sql.h"

namespace twofold::catalog {
namespace {

struct KindName {
  SignatureKind kind;
  std::string_view name;
};
constexpr std::array kKindNames = {
    KindName{SignatureKind::Proofread, "proofread"}, KindName{SignatureKind::Customer, "customer"},
    KindName{SignatureKind::Waiver, "waiver"},       KindName{SignatureKind::Handler, "handler"},
    KindName{SignatureKind::Leader, "leader"},
};

constexpr int kFirstCategoryWithoutCustomer = 5;  // R10

Item require_open_item(const Database& database, std::int64_t item_id) {
  auto item = find_item(database, item_id);
  if (!item) throw Error(ErrorKind::NotFound, msg("item.unknown", item_id));
  if (item->state == ItemState::Bound) throw Error(ErrorKind::Refused, msg("item.bound", item->number()));
  if (!is_present(item->state))
    throw Error(ErrorKind::Refused, msg("item.gone", item->number()));
  if (item->category == 0) throw Error(ErrorKind::Refused, msg("filing.daily_record", item->number()));
  return *std::move(item);
}

bool holds(const std::vector<Signature>& signatures, SignatureKind kind) {
  return std::any_of(signatures.begin(), signatures.end(), [kind](const Signature& s) { return s.kind == kind; });
}

// What R9 and R10 still ask for.
std::vector<Message> lacking(const std::vector<Signature>& signatures) {
  std::vector<Message> list;
  if (!holds(signatures, SignatureKind::Proofread)) list.push_back(msg("filing.lack_proofread"));
  if (!holds(signatures, SignatureKind::Customer) && !holds(signatures, SignatureKind::Waiver))
    list.push_back(msg("filing.lack_customer"));
  if (!holds(signatures, SignatureKind::Handler)) list.push_back(msg("filing.lack_handler"));
  if (!holds(signatures, SignatureKind::Leader)) list.push_back(msg("filing.lack_leader"));
  return list;
}

void set_state(Transaction& transaction, const Item& item, ItemState state) {
  if (item.state == state) return;
  Statement(transaction.database(), "UPDATE item SET state = ? WHERE id = ?").bind(text(state)).bind(item.id).run();
  enqueue_indexing(transaction, item.id);
}

std::string signer(const Transaction& transaction, const Item& item, SignatureKind kind, const std::string& person) {
  const std::string name(trim(person));
  if (!name.empty()) return name;
  if (kind != SignatureKind::Waiver) throw Error(ErrorKind::Usage, msg("filing.signer_missing", item.number()));
  return transaction.actor();
}

bool is_scan(const Database& database, std::int64_t item_id) {
  Statement row(database, "SELECT 1 FROM page WHERE item_id = ? AND recognised = 1 LIMIT 1");
  return row.bind(item_id).step();
}

// The page on which the customer's signature stands; 0 where it need not be named.
int signed_page(const Database& database, const Item& item, const Evidence& given) {
  if (given.page < 0 || given.page > item.page_count)
    throw Error(ErrorKind::Refused, msg("filing.no_such_page", item.number(), given.page, item.page_count));
  if (given.page > 0 || item.page_count < 2) return item.page_count == 1 ? 1 : given.page;
  if (!given.in_manifest && is_scan(database, item.id))
    throw Error(ErrorKind::Refused, msg("filing.page_missing", item.number(), item.page_count));
  return 0;
}

Evidence checked(const Database& database, const Item& item, SignatureKind kind, const Evidence& given) {
  Evidence evidence;
  const bool has_customer = item.category < kFirstCategoryWithoutCustomer;
  if (kind == SignatureKind::Waiver) evidence.reason = trim(given.reason);
  if (kind == SignatureKind::Waiver && evidence.reason.empty() && has_customer)
    throw Error(ErrorKind::Refused, msg("filing.waiver_needs_reason", item.number()));
  if (kind == SignatureKind::Customer && !has_customer) throw Error(ErrorKind::Refused, msg("filing.no_customer", item.number()));
  if (kind == SignatureKind::Customer) evidence.page = signed_page(database, item, given);
  return evidence;
}

// A waiver stands in for the customer's signature: one of the two, so that the record says which it was.
void refuse_both(const Item& item, const std::vector<Signature>& signatures, SignatureKind added) {
  if (added == SignatureKind::Customer && holds(signatures, SignatureKind::Waiver))
    throw Error(ErrorKind::Refused, msg("filing.waived", item.number()));
  if (added == SignatureKind::Waiver && holds(signatures, SignatureKind::Customer))
    throw Error(ErrorKind::Refused, msg("filing.customer_signed", item.number()));
}

// Whoever handles an item for the house does not stand for its customer, too.
void refuse_handler_as_customer(const Database& database, const Item& item, const std::vector<Signature>& signatures,
                                const Signature& added) {
  for (const auto& given : signatures) {
    const bool both = (added.kind == SignatureKind::Customer && given.kind == SignatureKind::Handler) ||
                      (added.kind == SignatureKind::Handler && given.kind == SignatureKind::Customer);
    if (both && given.person == added.person && find_person(database, added.person))
      throw PersonRefused(msg("filing.handler_as_customer", item.number(), added.person));
  }
}

Details details_of(const Signature& signature) {
  Details details = {{"kind", text(signature.kind)}, {"person", signature.person}};
  if (signature.evidence.page > 0) details.emplace_back("page", std::to_string(signature.evidence.page));
  if (!signature.evidence.reason.empty()) details.emplace_back("reason", signature.evidence.reason);
  return details;
}

// The leader approves what others have proofread and handled, never their own work.
void refuse_own_approval(const Item& item, const std::vector<Signature>& signatures, const Signature& added) {
  const auto is_work = [](SignatureKind kind) { return kind == SignatureKind::Proofread || kind == SignatureKind::Handler; };
  for (const auto& given : signatures) {
    const bool approval = (added.kind == SignatureKind::Leader && is_work(given.kind)) ||
                          (given.kind == SignatureKind::Leader && is_work(added.kind));
    if (approval && given.person == added.person)
      throw PersonRefused(msg("filing.own_approval", item.number(), added.person));
  }
}

}  // namespace

std::string text(SignatureKind kind) {
  for (const auto& entry : kKindNames)
    if (entry.kind == kind) return std::string(entry.name);
  return {};
}

std::optional<SignatureKind> try_parse_signature_kind(std::string_view text) {
  for (const auto& entry : kKindNames)
    if (entry.name == text) return entry.kind;
  return std::nullopt;
}

void sign_item(Transaction& transaction, std::int64_t item_id, SignatureKind kind, const std::string& person,
               const Evidence& evidence) {
  const Database& database = transaction.database();
  const Item item = require_open_item(database, item_id);
  auto signatures = signatures_of(database, item_id);
  if (holds(signatures, kind)) throw Error(ErrorKind::Refused, msg("filing.already_signed", item.number(), nested(Message{"signature." + text(kind), {}})));
  if (kind != SignatureKind::Proofread && !holds(signatures, SignatureKind::Proofread))
    throw Error(ErrorKind::Refused, msg("filing.not_proofread", item.number()));
  const Signature signature{.kind = kind,
                            .person = signer(transaction, item, kind, person),
                            .at = transaction.now(),
                            .evidence = checked(database, item, kind, evidence)};
  refuse_both(item, signatures, kind);
  refuse_own_approval(item, signatures, signature);
  refuse_handler_as_customer(database, item, signatures, signature);
  Statement(database, "INSERT INTO signature(item_id, kind, person, at, page, reason) VALUES (?, ?, ?, ?, ?, ?)")
      .bind(item_id)
      .bind(text(kind))
      .bind(signature.person)
      .bind(signature.at)
      .bind(signature.evidence.page)
      .bind(signature.evidence.reason)
      .run();
  signatures.push_back(signature);
  record_event(transaction, "item.signed", item.number(), details_of(signature));
  if (item.state != ItemState::Filed)
    set_state(transaction, item, lacking(signatures).empty() ? ItemState::Signed : ItemState::Proofed);
}

void file_item(Transaction& transaction, std::int64_t item_id) {
  const Item item = require_open_item(transaction.database(), item_id);
  if (item.state == ItemState::Filed) throw Error(ErrorKind::Refused, msg("filing.already_filed", item.number()));
  const auto missing = lacking(signatures_of(transaction.database(), item_id));
  if (!missing.empty()) throw Error(ErrorKind::Refused, msg("filing.lacks_signatures", item.number(), nested(missing)));
  set_state(transaction, item, ItemState::Filed);
  Statement(transaction.database(), "UPDATE item SET filed_on = ? WHERE id = ?").bind(transaction.today()).bind(item.id).run();
  record_event(transaction, "item.filed", item.number());
}

void take_back_signatures(Transaction& transaction, std::int64_t item_id) {
  Statement(transaction.database(), "DELETE FROM signature WHERE item_id = ?").bind(item_id).run();
  Statement(transaction.database(), "UPDATE item SET state = 'draft', filed_on = NULL WHERE id = ?").bind(item_id).run();
}

std::vector<Signature> signatures_of(const Database& database, std::int64_t item_id) {
  Statement row(database, "SELECT kind, person, at, page, reason FROM signature WHERE item_id = ? ORDER BY at, kind");
  row.bind(item_id);
  std::vector<Signature> signatures;
  while (row.step()) {
    const auto kind = try_parse_signature_kind(row.text(0));
    if (!kind) throw Error(ErrorKind::Corrupt, msg("filing.bad_signature", item_id, row.text(0)));
    signatures.push_back({.kind = *kind,
                          .person = row.text(1),
                          .at = Timestamp{row.integer(2)},
                          .evidence = {static_cast<int>(row.integer(3)), row.text(4)}});
  }
  return signatures;
}

}  // namespace twofold::catalog
