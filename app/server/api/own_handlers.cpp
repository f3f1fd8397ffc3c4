// The routes that are no command, one row each.

#include "app/server/api/first_run.h"
#include "app/server/api/page_handlers.h"
#include "app/server/api/profile.h"
#include "app/server/api/session.h"
#include "app/server/api/work_handlers.h"

#include <array>

namespace twofold::app::api {
namespace {

struct Own {
  std::string_view method, path;
  OwnHandler handler;
};

constexpr auto kOwn = std::to_array<Own>({
    {"GET", "/session", get_session},
    {"POST", "/session", sign_in},
    {"DELETE", "/session", sign_out},
    {"POST", "/first-run", make_administrator},
    {"GET", "/profile", get_profile},
    {"GET", "/items/{number}/pages", list_pages},
    {"GET", "/items/{number}/pages/{page}/image", page_image},
    {"GET", "/items/{number}/pages/{page}/thumbnail", page_thumbnail},
    {"GET", "/items/{number}/pages/{page}/words", page_words},
    {"GET", "/items/{number}/original", original_file},
    {"GET", "/items/{number}/reading-copy", reading_copy_file},
    {"POST", "/uploads/known", known_uploads},
    {"GET", "/uploads/{sha256}", get_upload},
    {"PUT", "/uploads/{sha256}", put_upload},
    {"DELETE", "/uploads/{sha256}", delete_upload},
    {"POST", "/ingest", start_ingest},
    {"GET", "/jobs", list_jobs},
    {"GET", "/jobs/{id}", get_job},
    {"DELETE", "/jobs/{id}", cancel_job},
    {"POST", "/jobs/{id}/restart", restart_job},
    {"GET", "/jobs/{id}/file", job_file},
    {"GET", "/events", follow_events},
});

}  // namespace

OwnHandler own_handler(const Route& route) {
  for (const auto& [method, path, handler] : kOwn)
    if (method == route.method && path == route.path) return handler;
  return nullptr;
}

}  // namespace twofold::app::api
