#include "app/server/http/static_files.h"

#include "app/server/http/problem.h"

#include <algorithm>

namespace twofold::app::http {
namespace {

constexpr std::string_view kUnknownType = "application/octet-stream";

Response page_without_application(const Request& request) {
  const bool chinese = request.language == Language::Chinese;
  const auto text = render(msg("http.no_web"), request.language);
  return text_response(200, "text/html; charset=utf-8",
                       std::string("<!doctype html><html lang=\"") + (chinese ? "zh" : "en") +
                           "\"><meta charset=\"utf-8\"><title>Twofold</title><div id=\"app\"><h1>Twofold</h1><p>" +
                           text + "</p></div></html>\n");
}

Response not_found(const Request& request) {
  return problem(404, msg("http.not_found", request.path()), request.language, request.id);
}

}  // namespace

std::filesystem::path web_folder(const std::filesystem::path& executable_folder) {
  const auto installed = executable_folder.parent_path() / "share" / "twofold" / "web";
  return std::filesystem::exists(installed) ? installed : executable_folder.parent_path() / "web";
}

Response static_file(const std::filesystem::path& folder, const Request& request) {
  std::filesystem::path path = folder;
  for (const auto& segment : request.segments) {
    if (segment.starts_with('.')) return not_found(request);
    path /= segment;
  }
  std::error_code absent;
  const bool is_file = std::filesystem::is_regular_file(path, absent);
  // Numbers of items have dots too, so that an ending alone does not make an address a file.
  const bool names_file =
      media_type_of(path) != kUnknownType || (!request.segments.empty() && request.segments.front() == "assets");
  if (!is_file && names_file) return not_found(request);
  if (!is_file) path = folder / "index.html";
  if (!is_file && !std::filesystem::is_regular_file(path, absent)) return page_without_application(request);
  const bool hashed = is_file && request.segments.front() == "assets";
  return {.headers = {{"Cache-Control", hashed ? "public, max-age=31536000, immutable" : "no-cache"}},
          .body = FileContent{path, std::string(media_type_of(path)), {}}};
}

std::string_view media_type_of(const std::filesystem::path& file) {
  static constexpr std::pair<std::string_view, std::string_view> kTypes[] = {
      {".html", "text/html; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".mjs", "text/javascript; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".json", "application/json"},
      {".map", "application/json"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".jpg", "image/jpeg"},
      {".webp", "image/webp"},
      {".ico", "image/x-icon"},
      {".woff2", "font/woff2"},
      {".woff", "font/woff"},
      {".ttf", "font/ttf"},
      {".wasm", "application/wasm"},
      {".txt", "text/plain; charset=utf-8"},
      {".webmanifest", "application/manifest+json"}};
  const std::string ending = file.extension().string();
  const auto found = std::ranges::find(kTypes, ending, [](const auto& row) { return row.first; });
  return found == std::end(kTypes) ? kUnknownType : found->second;
}

}  // namespace twofold::app::http
