#pragma once
// Idempotency-Key: a creation that is sent twice, because its answer was lost, is done once.

#include "app/server/api/call.h"

#include <filesystem>
#include <functional>

namespace twofold::app::api {

// Runs `work`, or gives the answer that the same person's same request got before; `file` is its body where that has
// been kept. Only POST takes a key. The archive is not given back between the work and the note that it is done. Throws Error{Conflict,
// "api.key_reused" | "api.key_unsettled"}, Error{Usage, "api.bad_key"}.
http::Response keyed(Call& call, const std::filesystem::path& file, const std::function<http::Response()>& work);

}  // namespace twofold::app::api
