#include "app/server/http/common_headers.h"

#include "app/server/http/target.h"

namespace twofold::app::http {
namespace {

constexpr std::string_view kPagePolicy =
    "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; form-action 'self'; "
    "img-src 'self' data: blob:; worker-src 'self' blob:";
// Stored files are shown inside our pages, never run as pages of their own.
constexpr std::string_view kDataPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

}  // namespace

void add_common_headers(Headers& headers, bool api, bool secure) {
  headers.set_if_absent("Content-Security-Policy", std::string(api ? kDataPolicy : kPagePolicy));
  headers.set_if_absent("X-Content-Type-Options", "nosniff");
  headers.set_if_absent("Referrer-Policy", "same-origin");
  headers.set_if_absent("X-Frame-Options", "DENY");
  headers.set_if_absent("Cross-Origin-Opener-Policy", "same-origin");
  headers.set_if_absent("Cross-Origin-Resource-Policy", "same-origin");
  headers.set_if_absent("Permissions-Policy", "camera=(self), geolocation=(), microphone=(), payment=(), usb=()");
  if (api) headers.set_if_absent("Cache-Control", "no-store");
  if (secure) headers.set_if_absent("Strict-Transport-Security", "max-age=31536000");
}

std::string attachment(std::string_view name) {
  std::string plain;
  for (const char c : name) {
    const bool safe = c >= 0x20 && c < 0x7f && c != '"' && c != '\\' && c != '%' && c != '/';
    if (safe) plain += c;
    else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) plain += '_';  // one for each character, not for each byte
  }
  return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + percent_encode(name);
}

}  // namespace twofold::app::http
