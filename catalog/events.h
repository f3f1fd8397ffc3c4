#pragma once
// The audit trail: every change is an event in a hash chain over the exact stored bytes, append-only.

#include "base/digest.h"
#include "catalog/database.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace twofold::catalog {

struct Event {
  std::int64_t seq = 0;
  Timestamp at;
  std::string actor, action, subject, bytes;
  Sha256 hash;
};

using Details = std::vector<std::pair<std::string, std::string>>;

// Actions are dotted names such as "item.received", "volume.bound"; the subject is a number that a person knows
// (档号, storage ID, volume code, customer number). Actor and time come from the transaction.
void record_event(Transaction& transaction, std::string_view action, std::string_view subject, const Details& details = {});

struct ChainHead {
  std::int64_t seq = 0;  // 0: no event yet
  Sha256 hash;
};
ChainHead chain_head(const Database& database);

struct ChainFault {
  std::int64_t seq;
  std::string reason;  // message key: "audit.hash_differs", "audit.gap", "audit.fields_differ"
};
// Recomputes the whole chain, streaming; the first bad event, or nothing. `expected`: a head known from elsewhere (a
// printed form): an event before it that is missing or differs is a fault ("audit.truncated").
std::optional<ChainFault> verify_chain(const Database& database, const std::optional<ChainHead>& expected = {});

// The chain, event by event from the first, wherever the events come from: the catalogue or an exported log.
class ChainCheck {
 public:
  // The fault of this event, which must follow the one before; nothing where it is sound.
  std::optional<ChainFault> take(std::int64_t seq, std::string_view bytes, const Sha256& hash);
  const ChainHead& head() const { return head_; }  // the last sound event

 private:
  ChainHead head_;
};

// Every event, oldest first, streamed.
void each_event(const Database& database, const std::function<void(const Event&)>& take);

// Newest first, at most `most`, those before `before_seq` (0: from the end); for one subject or all.
std::vector<Event> list_events(const Database& database, std::string_view subject, std::int64_t before_seq, std::size_t most);

}  // namespace twofold::catalog
