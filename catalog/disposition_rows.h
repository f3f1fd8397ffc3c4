#pragma once
// What the sources of disposition share; used in this folder only.

#include <string_view>
#include <vector>

#include "base/error.h"
#include "catalog/disposition.h"

namespace twofold::catalog {

// Why this volume may not go at that day, as message keys whose one argument is the volume; empty: it may. A live list
// other than `own_list` (0: none) is an obstacle.
std::vector<std::string> obstacles_of(const Database& database, const Volume& volume, const Date& as_of,
                                      std::int64_t own_list);
// Nothing where the volume still has something on that track.
std::optional<Message> lacks_track(const Database& database, const Volume& volume, Track track);
// An item without paper whose electronic object is gone is destroyed; a volume of such items alone is, too.
void settle_states(const Database& database, std::int64_t volume_id);
// Where one may not go at that day: Error{Refused, "disposition.not_eligible"} with the first reason.
void refuse_ineligible(const Database& database, const Volume& volume, const Date& as_of, std::int64_t own_list);
// Error{Refused, "disposition.over"} of a list that is sent back or carried out, else `otherwise`; never returns.
[[noreturn]] void refuse_state(const DispositionList& list, const char* otherwise);
// Throws Error{NotFound, "disposition.unknown_list"}.
DispositionList require_list(const Database& database, std::string_view number);
// Living items alone need their objects; the closings' manifests and forms and the certificates are kept for ever.
// A condition over `candidate.sha256`.
inline constexpr std::string_view kNeededObject =
    "(EXISTS (SELECT 1 FROM item_object io JOIN item i ON i.id = io.item_id LEFT JOIN stub s ON s.item_id = i.id "
    "WHERE io.sha256 = candidate.sha256 AND i.state <> 'destroyed' AND COALESCE(s.track, 'paper') = 'paper') "
    "OR EXISTS (SELECT 1 FROM closing c WHERE c.manifest_sha256 = candidate.sha256 OR c.forms_sha256 = "
    "candidate.sha256) "
    "OR EXISTS (SELECT 1 FROM disposition_list d WHERE d.certificate_sha256 = candidate.sha256))";

}  // namespace twofold::catalog
