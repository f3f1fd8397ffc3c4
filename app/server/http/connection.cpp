#include "app/server/http/connection.h"

#include <algorithm>
#include <unistd.h>

namespace twofold::app::http {
namespace {

constexpr std::size_t kPiece = 128 << 10;
constexpr int kPiecesInARow = 8;  // then others have their turn

// False where the file is shorter than it was.
bool refill(std::string& out, FilePart& part) {
  out.resize(static_cast<std::size_t>(std::min<std::uint64_t>(part.remaining, kPiece)));
  const auto got = ::pread(part.file.descriptor(), out.data(), out.size(), static_cast<off_t>(part.offset));
  if (got <= 0) return false;
  out.resize(static_cast<std::size_t>(got));
  part.offset += static_cast<std::uint64_t>(got);
  part.remaining -= static_cast<std::uint64_t>(got);
  return true;
}

}  // namespace

Progress Connection::flush() {
  for (int piece = 0; piece < kPiecesInARow; ++piece) {
    while (sent < out.size()) {
      const auto progress = transport.send(std::string_view(out).substr(sent));
      if (progress.bytes == 0) return progress;
      sent += progress.bytes;
      transferred += progress.bytes;
    }
    out.clear();
    sent = 0;
    if (!file || file->remaining == 0) break;
    if (!refill(out, *file)) return {.ended = true};
  }
  if (has_output()) return {.wants = Wants::Output};
  file.reset();
  if (out.capacity() > kPiece) out.shrink_to_fit();
  return {};
}

}  // namespace twofold::app::http
