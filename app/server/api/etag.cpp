#include "app/server/api/etag.h"

#include "app/commands/records.h"
#include "base/digest.h"
#include "base/text.h"

#include <algorithm>
#include <array>

namespace twofold::app::api {
namespace {

// The beginnings of paths that name a record, and the command that shows it.
struct Shown {
  std::string_view beginning, command;
};
constexpr std::array kShown = {Shown{"/items/{number}", "show"}, Shown{"/volumes/{volume}", "show"},
                               Shown{"/customers/{number}", "show"}, Shown{"/dispositions/{list}", "dispose list"},
                               Shown{"/rectifications/{id}", "rectify show"}};

constexpr std::array<std::string_view, 4> kOverwriting = {"/items/{number}/description", "/items/{number}/facts/{field}",
                                                          "/items/{number}/amendments",
                                                          "/customers/{number}/fields/{field}"};

const Shown* shown_by(const Route& route) {
  const auto found =
      std::ranges::find_if(kShown, [&](const Shown& shown) { return route.path.starts_with(shown.beginning); });
  return found == kShown.end() ? nullptr : &*found;
}

// The record as it is now. Looked up for the server's sake: nobody reads it.
std::string current_etag(Call& call, const Shown& shown) {
  Arguments arguments;
  arguments.command = shown.command;
  arguments.operands = {call.named()};
  call.face.log_readings(false);
  Context context(arguments, call.request.language, call.face);
  find_command(shown.command)->execute(context);
  call.face.log_readings(true);
  return etag_of(*call.face.answered());
}

}  // namespace

bool has_etag(const Route& route) {
  const auto* shown = is_reading(route) ? shown_by(route) : nullptr;
  return shown && route.path == shown->beginning;
}

std::string etag_of(const Poco::JSON::Object& record) {
  return '"' + sha256(json_text(record)).text().substr(0, 32) + '"';
}

bool needs_condition(const Route& route) {
  return !is_reading(route) && std::ranges::find(kOverwriting, route.path) != kOverwriting.end();
}

std::string etag_after(Call& call) {
  const auto* shown = needs_condition(call.route) ? shown_by(call.route) : nullptr;
  return shown ? current_etag(call, *shown) : "";
}

void require_unchanged(Call& call) {
  const auto* shown = shown_by(call.route);
  if (is_reading(call.route) || !shown) return;
  const auto condition = call.request.headers.get("If-Match");
  if (condition.empty() && needs_condition(call.route)) throw Error(ErrorKind::Conflict, msg("api.condition_missing"));
  if (condition.empty()) return;
  call.face.writing();  // from here on nobody else changes it
  const std::string current = current_etag(call, *shown);
  if (trim(condition) == "*") return;
  for (const auto& tag : split(condition, ','))
    if (trim(tag) == current) return;
  throw Error(ErrorKind::Conflict, msg("api.changed_meanwhile"));
}

}  // namespace twofold::app::api
