#include "catalog/events.h"

#include "base/error.h"
#include "catalog/log_events.h"
#include "catalog/sql.h"

#include <Poco/JSON/Object.h>
#include <limits>
#include <sstream>

namespace twofold::catalog {
namespace {

Sha256 hash_from(const std::string& blob) {
  std::array<std::uint8_t, Sha256::kBytes> bytes{};
  if (blob.size() != bytes.size()) return {};
  std::copy(blob.begin(), blob.end(), bytes.begin());
  return Sha256(bytes);
}

std::string_view bytes_of(const Sha256& hash) {
  return {reinterpret_cast<const char*>(hash.bytes().data()), hash.bytes().size()};
}

Sha256 chained(const Sha256& previous, std::int64_t seq, std::string_view bytes) {
  std::string number(8, '\0');
  for (std::size_t i = 0; i < 8; ++i) number[i] = static_cast<char>(static_cast<std::uint64_t>(seq) >> (56 - 8 * i));
  Hasher hasher;
  hasher.update(bytes_of(previous));
  hasher.update(number);
  hasher.update(bytes);
  return hasher.finish();
}

// All that the columns say is in the hashed bytes too, so that no column can be changed unseen.
std::string body_of(std::int64_t at, std::string_view actor, std::string_view action, std::string_view subject,
                    const Details& details, const Origin& origin) {
  Poco::JSON::Object body(Poco::JSON_PRESERVE_KEY_ORDER), fields(Poco::JSON_PRESERVE_KEY_ORDER);
  body.set("at", at);
  body.set("actor", std::string(actor));
  body.set("action", std::string(action));
  body.set("subject", std::string(subject));
  for (const auto& [key, value] : details) fields.set(key, value);
  body.set("details", fields);
  for (const auto& [key, value] : {std::pair{"roles", origin.roles}, {"address", origin.address}, {"request", origin.request}})
    if (!value.empty()) body.set(key, value);
  std::ostringstream out;
  body.stringify(out);
  return out.str();
}

Event event_at(const Statement& row) {
  return {row.integer(0), Timestamp{row.integer(1)}, row.text(2), row.text(3), row.text(4), row.blob(5), hash_from(row.blob(6))};
}

// A time that is no whole number would be cut to one when it is read, and so look untouched.
constexpr std::string_view kEventColumns = "seq, iif(typeof(at) = 'integer', at, -1), actor, action, subject, bytes, hash";

bool fields_agree(const Event& event) {
  // The bytes begin with the four fields exactly as body_of wrote them.
  const std::string head = body_of(event.at.milliseconds, event.actor, event.action, event.subject, {}, {});
  const auto details = head.rfind("\"details\"");
  return event.bytes.compare(0, details, head, 0, details) == 0;
}

}  // namespace

void record_event(Transaction& transaction, std::string_view action, std::string_view subject, const Details& details) {
  record_event_of(transaction, transaction.actor(), action, subject, details);
}

void record_event_of(Transaction& transaction, const std::string& actor, std::string_view action, std::string_view subject,
                     const Details& details) {
  const auto head = chain_head(transaction.database());
  const std::int64_t seq = head.seq + 1;
  const std::string bytes = body_of(transaction.now().milliseconds, actor, action, subject, details, transaction.database().origin());
  const Sha256 hash = chained(head.hash, seq, bytes);
  Statement(transaction.database(), "INSERT INTO event(seq, at, actor, action, subject, bytes, hash) VALUES(?, ?, ?, ?, ?, ?, ?)")
      .bind(seq)
      .bind(transaction.now())
      .bind(actor)
      .bind(action)
      .bind(subject)
      .bind_blob(bytes)
      .bind_blob(bytes_of(hash))
      .run();
}

ChainHead chain_head(const Database& database) {
  Statement row(database, "SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1");
  if (!row.step()) return {};
  return {row.integer(0), hash_from(row.blob(1))};
}

std::optional<ChainFault> verify_chain(const Database& database, const std::optional<ChainHead>& expected) {
  Statement row(database, "SELECT " + std::string(kEventColumns) + " FROM event ORDER BY seq");
  ChainCheck chain;
  while (row.step()) {
    const Event event = event_at(row);
    if (auto fault = chain.take(event.seq, event.bytes, event.hash)) return fault;
    if (!fields_agree(event)) return ChainFault{event.seq, "audit.fields_differ"};
    if (expected && expected->seq == event.seq && expected->hash != event.hash)
      return ChainFault{event.seq, "audit.hash_differs"};
  }
  if (expected && expected->seq > chain.head().seq) return ChainFault{chain.head().seq + 1, "audit.truncated"};
  return std::nullopt;
}

std::optional<ChainFault> ChainCheck::take(std::int64_t seq, std::string_view bytes, const Sha256& hash) {
  const std::int64_t due = head_.seq + 1;
  if (seq != due) return ChainFault{due, "audit.gap"};
  if (chained(head_.hash, seq, bytes) != hash) return ChainFault{due, "audit.hash_differs"};
  head_ = {seq, hash};
  return std::nullopt;
}

void each_event(const Database& database, const std::function<void(const Event&)>& take) {
  Statement row(database, "SELECT " + std::string(kEventColumns) + " FROM event ORDER BY seq");
  while (row.step()) take(event_at(row));
}

std::vector<Event> list_events(const Database& database, std::string_view subject, std::int64_t before_seq, std::size_t most) {
  const std::string where = subject.empty() ? "" : " AND subject = ?";
  Statement row(database,
                "SELECT " + std::string(kEventColumns) + " FROM event WHERE seq < ?" + where + " ORDER BY seq DESC LIMIT ?");
  row.bind(before_seq == 0 ? std::numeric_limits<std::int64_t>::max() : before_seq);
  if (!subject.empty()) row.bind(subject);
  row.bind(static_cast<std::int64_t>(most));
  std::vector<Event> events;
  while (row.step()) events.push_back(event_at(row));
  return events;
}

}  // namespace twofold::catalog
