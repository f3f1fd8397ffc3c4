#pragma once
// ETags of single records, and changes that go through only while the record is as it was read (If-Match).

#include "app/server/api/call.h"

namespace twofold::app::api {

// Whether the route answers with a single record that a change may name.
bool has_etag(const Route& route);
std::string etag_of(const Poco::JSON::Object& record);  // with its quotes
// Whether a change must carry If-Match: it overwrites what somebody else may have written.
bool needs_condition(const Route& route);

// Of the record that was changed on that condition, as it is now; empty for other routes.
std::string etag_after(Call& call);

// Compares If-Match, where it is given, with the record that the path names, which stays as it is until the face ends.
// Throws Error{Conflict, "api.changed_meanwhile" | "api.condition_missing"}.
void require_unchanged(Call& call);

}  // namespace twofold::app::api
