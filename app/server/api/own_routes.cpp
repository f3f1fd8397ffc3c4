#include "app/server/api/own_routes.h"

#include "app/server/api/first_run.h"
#include "app/server/api/page_handlers.h"
#include "app/server/api/profile.h"
#include "app/server/api/session.h"
#include "app/server/api/work_handlers.h"
#include "base/error.h"

#include <array>

namespace twofold::app::api {
namespace {

constexpr std::string_view kJson = "application/json", kBytes = "application/octet-stream";
// A file that lies there: also a part of it, or nothing where the client has it.
constexpr std::string_view kFile = "200 206 304";

constexpr auto kOwn = std::to_array<OwnRoute>({
    {"GET", "/session", get_session},
    {"POST", "/session", sign_in, "200", kJson, "credentials"},
    {"DELETE", "/session", sign_out, "204", ""},
    {"POST", "/first-run", make_administrator, "200", kJson, "first_administrator"},
    {"GET", "/profile", get_profile},
    {"GET", "/items/{number}/pages", list_pages},
    {"GET", "/items/{number}/pages/{page}/image", page_image, kFile, "image/jpeg", "", "width"},
    {"GET", "/items/{number}/pages/{page}/thumbnail", page_thumbnail, kFile, "image/jpeg"},
    {"GET", "/items/{number}/pages/{page}/words", page_words},
    {"GET", "/items/{number}/original", original_file, kFile, kBytes},
    {"GET", "/items/{number}/reading-copy", reading_copy_file, kFile, kBytes},
    {"POST", "/uploads/known", known_uploads, "200", kJson, "digests"},
    {"GET", "/uploads/{sha256}", get_upload},
    {"PUT", "/uploads/{sha256}", put_upload, "201 202", kJson, "*"},
    {"DELETE", "/uploads/{sha256}", delete_upload, "204", ""},
    {"POST", "/ingest", start_ingest, "202", kJson, "ingest", "", "ingested"},
    {"GET", "/jobs", list_jobs, "200", kJson, "", "limit after all"},
    {"GET", "/jobs/{id}", get_job},
    {"DELETE", "/jobs/{id}", cancel_job, "202"},
    {"POST", "/jobs/{id}/restart", restart_job, "202"},
    {"GET", "/jobs/{id}/file", job_file, "200", "application/x-tar"},
    {"GET", "/events", follow_events, "200 204", "text/event-stream", "", "after"},
});

}  // namespace

const OwnRoute& own_route(const Route& route) {
  for (const auto& row : kOwn)
    if (row.method == route.method && row.path == route.path) return row;
  throw Error(ErrorKind::Internal, msg("api.bad_route", route.path, "own"));
}

}  // namespace twofold::app::api
