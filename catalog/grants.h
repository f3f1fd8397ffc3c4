#pragma once
// Access grants (R13): what somebody may read beyond their own customers, given by the general or the sales manager with a
// reason and a last day. Who may give one is decided in access.h.

#include "catalog/access.h"
#include "catalog/database.h"
#include "catalog/items.h"

namespace twofold::catalog {

struct AccessGrant {
  std::int64_t id = 0;
  std::string person;
  std::string scope;        // "everything", "customer", "volume", "item"
  std::string target;       // number as shown to people; empty with everything
  std::string reason, granted_by;
  Date expires_on;          // the last day on which it counts
  bool revoked = false;
};

// `target`: a customer number, volume code or any number of an item; empty: everything. Nobody grants to themselves: Error{Refused,
// "grant.to_oneself"}. Error{NotFound, "people.unknown" | "grant.unknown_target"}, Error{Usage, "grant.reason_missing" |
// "grant.ended_already"}. Event "grant.given".
AccessGrant give_grant(Transaction& transaction, std::string_view person, std::string_view target, const std::string& reason,
                       const Date& expires_on);
// Counts from the next request on. Error{NotFound, "grant.unknown"}, Error{Refused, "grant.already_revoked"}. Event "grant.revoked".
void revoke_grant(Transaction& transaction, std::int64_t id, const std::string& reason);
std::vector<AccessGrant> list_grants(const Database& database, bool ended_too, const Date& today, std::int64_t after_id, std::size_t most);

struct AccessRequest {
  std::int64_t id = 0;
  std::string person, target, reason;
  Date until;
  std::string state;        // "requested", "granted", "refused"
  std::string decided_by, refusal;
  std::int64_t grant_id = 0;
};
// The target is not looked up: whoever asks learns nothing of what there is. Usage "grant.reason_missing" | "grant.ended_already".
AccessRequest request_access(Transaction& transaction, const std::string& target, const std::string& reason, const Date& until);
// Gives the grant; not to oneself. Refused "grant.decided", NotFound "grant.unknown_request" and those of give_grant.
AccessRequest grant_request(Transaction& transaction, std::int64_t id);
AccessRequest refuse_request(Transaction& transaction, std::int64_t id, const std::string& reason);
// Open ones of everybody, or all of one person's.
std::vector<AccessRequest> list_requests(const Database& database, const std::optional<std::string>& person, std::int64_t after_id, std::size_t most);

// What the decision must know of a record.
RecordAccess access_of(const Database& database, const Item& item);
RecordAccess access_of_volume(const Database& database, std::int64_t volume_id);
RecordAccess access_of_customer(const Database& database, std::int64_t customer_id);
// Of whatever a number names; nothing of what names nothing.
RecordAccess access_of_number(const Database& database, std::string_view number);

// The ids that an actor may read, for filters: chapters and customers they keep, what was granted.
struct Readable {
  std::vector<std::int64_t> chapters, customers, items;   // ascending
};
Readable readable_by(const Database& database, const Actor& actor);

}  // namespace twofold::catalog
