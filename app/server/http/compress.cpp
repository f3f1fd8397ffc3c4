#include "app/server/http/compress.h"

#include "base/error.h"

#include <algorithm>
#include <zlib.h>

namespace twofold::app::http {

bool is_worth_compressing(std::string_view media_type, std::size_t bytes) {
  static constexpr std::string_view kText[] = {
      "text/",         "application/json",          "application/problem+json", "application/javascript",
      "image/svg+xml", "application/manifest+json", "application/xml",          "application/wasm"};
  return bytes >= 1024 && bytes <= 4 << 20 &&
         std::ranges::any_of(kText, [&](auto start) { return media_type.starts_with(start); });
}

std::string gzip(std::string_view bytes) {
  z_stream stream{};
  constexpr int kGzipWindow = 15 + 16, kQuick = 4;
  if (deflateInit2(&stream, kQuick, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    throw Error(ErrorKind::Internal, msg("cli.internal", "deflateInit2"));
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib does not write there
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

}  // namespace twofold::app::http
