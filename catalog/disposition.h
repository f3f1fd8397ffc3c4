#pragma once
// Retention and its end (R43, R42, domain page §3 and §5): what is due, the list, the second person, the waiting time, the
// stub. Nothing is destroyed by a default or a date alone.

#include "catalog/profile.h"
#include "catalog/volumes.h"

namespace twofold::catalog {

// 1 January of year + N + 1; nothing for permanent.
std::optional<Date> eligible_from(int year, Retention retention);

struct DueVolume {
  Volume volume;
  Date eligible_since;
  std::vector<std::string> obstacles;  // message keys: "disposition.on_loan", "disposition.held", "disposition.debt_unsettled" …; empty: may be listed
};
std::vector<DueVolume> list_due(const Database& database, const Date& as_of, std::int64_t after_volume_id, std::size_t most);

// The customer owes nothing from documents dated up to that day. Twice for one day: Error{Refused, "settlement.already_recorded"}.
void record_settlement(Transaction& transaction, std::int64_t customer_id, const Date& settled_on);
// Whether every customer of a category-3 volume has settled on or after his last document in it; true for other categories.
bool is_settled(const Database& database, const Volume& volume);
// The same of one item.
bool is_settled(const Database& database, const Item& item);

enum class Track { Both, Paper, Electronic };
std::string text(Track track);
std::optional<Track> try_parse_track(std::string_view text);

struct DispositionRow {
  Volume volume;
  Track track = Track::Both;
  std::string state, note;
};
struct DispositionList {
  std::int64_t id = 0;
  std::string number;   // DL-2035-0001
  Date as_of;
  std::string drawn_by, approved_by, executed_by, state;
  std::optional<Date> approved_on, drawn_on, executed_on;
  std::optional<Sha256> certificate;                // in the store, once all is gone
  std::vector<std::string> appraisers, witnesses;   // who have signed for themselves
  std::vector<std::string> witnessed_by;            // the two who saw it destroyed
  std::vector<DispositionRow> rows;
};

// Lists the given volumes. Error{Refused, "disposition.not_eligible"} where one is not eligible at as_of or has an obstacle, Error{Usage,
// "disposition.in_future"} where that day is yet to come: what is due then is looked at then.
DispositionList draw_list(Transaction& transaction, const Date& as_of, const std::vector<VolumeCode>& volumes, Track track);
// For a `witness` only what they may sign as one (see sign_list) and what they have signed or seen carried out, without the volumes that
// went back: nobody signs unseen, and nobody sees the register for it.
using ForWitness = std::optional<std::string>;
std::optional<DispositionList> find_list(const Database& database, std::string_view number, const ForWitness& witness = {});
// In the order in which they were drawn; `state` empty: all.
std::vector<DispositionList> list_dispositions(const Database& database, std::string_view state = "", std::int64_t after_id = 0,
                                               std::size_t most = 1000, const ForWitness& witness = {});
// For oneself, as a member of the appraisal group (of a listed one) or as one of the two who will see it destroyed (of an approved
// one, by another than who approved). Whoever drew the list leads the group (鉴定组长): they may sign as one of it, execute the list or
// witness it; §5 keeps apart who asks and who approves, who executes and who witnesses, and no others. Error{Refused,
// "disposition.signed_already" | "disposition.not_listed" | "disposition.not_approved" | "disposition.over"}, PersonRefused
// "disposition.witness_approved".
enum class DispositionRole { Appraiser, Witness };
void sign_list(Transaction& transaction, std::string_view number, DispositionRole role);
// Two of the group besides whoever approves, where people are entered.
inline constexpr std::size_t kFewestAppraisers = 2;
// By another person than the one who drew it: PersonRefused "disposition.same_person"; none of the group: "disposition.approver_appraised".
// Error{Refused}: before two of them have signed, where people are entered, "disposition.lacks_appraisers"; where a volume may not go today
// "disposition.not_eligible".
void approve_list(Transaction& transaction, std::string_view number, const std::string& approver);
// The whole list, or one volume, back with a review date.
void refuse_rows(Transaction& transaction, std::string_view number, const std::optional<VolumeCode>& volume, const Date& review_after,
                 const std::string& reason);

// A volume that is due is kept longer, until that day. Error{Refused, "disposition.not_bound" | "disposition.gone" | "loan.listed"}.
void extend_retention(Transaction& transaction, const VolumeCode& volume, const Date& review_after, const std::string& reason);

// From when on an approved list may be carried out: profile.cooling_months after its approval, a month at least.
std::optional<Date> cooled_on(const DispositionList& list, const Profile& profile);
// Who carries a list out, and the two who see it (两监销人).
struct Execution {
  std::string executor;
  std::vector<std::string> witnesses;
};
// Whether it may be carried out now: approved, cooled, executor ≠ approver, two witnesses, neither of them executor nor approver
// (who have signed, where people are entered), still eligible, no hold, loan, debt. Throws Error{Refused} naming the first obstacle.
void require_executable(const Database& database, const Profile& profile, const DispositionList& list, const Execution& execution,
                        const Date& today);
// Asks that again, inside the transaction. Then writes the stubs, marks items and volumes destroyed in the tracks decided, queues the
// objects that no other item needs, enqueues removal from the index when the electronic track goes, frees the shelf when the paper
// goes; event "volume.destroyed" each.
void execute_list(Transaction& transaction, const Profile& profile, std::string_view number, const Execution& execution);
// Objects whose bytes are to be removed, and the mark that they are gone.
std::vector<Sha256> destruction_queue(const Database& database, std::size_t most);
void mark_destroyed(Transaction& transaction, const std::vector<Sha256>& objects);
void record_certificate(Transaction& transaction, std::string_view list_number, const Sha256& certificate, std::uint64_t size);

}  // namespace twofold::catalog
