#pragma once
// Annual closing, the part that concerns the records: what blocks it, the order, the final numbers (R3–R6, domain page §3, §5).

#include "base/message.h"
#include "catalog/cross_reference.h"
#include "catalog/profile.h"

namespace twofold::catalog {

struct ClosingScope {
  int year = 0;
  std::optional<int> category;
  std::optional<std::string> manager;
  std::optional<Date> today;  // documents dated later are in the future; absent: this machine's day
};

struct Blocker {
  std::string rule;      // "R4", "R9", "R10", "R22", "R28", "pages", "date" …
  std::string number;    // of the item or volume
  Message message;
};
// Everything that blocks, streamed in the order of volume and position; how many. Includes open volumes alone; 0 for a
// year that has nothing open.
std::int64_t each_blocker(const Database& database, const Profile& profile, const ClosingScope& scope,
                          const std::function<void(const Blocker&)>& take);

std::int64_t each_blocker_of(const Database& database, const Profile& profile, const Volume& volume, const Date& today,
                             const std::function<void(const Blocker&)>& take);

// The open volumes to close, empty ones left out, in code order.
std::vector<Volume> volumes_to_close(const Database& database, const ClosingScope& scope);

struct ClosedItem {
  std::int64_t item_id = 0;
  ReferenceCode reference_code;
  int first_page = 0, page_count = 0;
};
// Inside the caller's transaction: re-checks blockers of this volume, sorts (R3: signing date, contract number, receipt; other
// categories by date, receipt), splits at profile.pages_per_volume into further volumes, gives 件号 and 档号, counts pages, rewrites both
// catalogues, freezes. Returns the bound volumes (the first is `volume_id`). Event "volume.bound" each; outbox rows for every item.
std::vector<Volume> bind_volume(Transaction& transaction, const Profile& profile, std::int64_t volume_id);

struct ClosingRecord {
  std::int64_t volume_id = 0;
  int year = 0;
  std::string closed_by;
  Timestamp at;
  Sha256 manifest_sha256;
  std::string signature;
  Sha256 forms_sha256;
  std::string checked_by = {};   // who has signed the closing note as its checker; empty: nobody yet
  std::optional<Date> checked_on = {};
};
// Stored with the event "volume.closed"; both objects are registered as present.
void record_closing(Transaction& transaction, const ClosingRecord& record, std::uint64_t manifest_size, std::uint64_t forms_size);
std::optional<ClosingRecord> closing_of(const Database& database, std::int64_t volume_id);
// The checker (检查人) signs the closing note of a volume that is still here. PersonRefused "closing.own_check" for whoever closed it;
// Error{Refused, "closing.not_bound" | "closing.checked_already" | "disposition.gone"}; NotFound "volume.unknown". Event "volume.checked".
void check_closing(Transaction& transaction, const VolumeCode& volume);

}  // namespace twofold::catalog
