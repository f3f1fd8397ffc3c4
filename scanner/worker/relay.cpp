#include "scanner/worker/relay.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <optional>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace twofold::scanner {
namespace {

constexpr std::size_t kBlock = 64U << 10U;

bool write_all(int to, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(to, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// What the job says next, at most so much; empty at its end, nothing when the owner is gone.
std::optional<std::size_t> read_some(int from, int channel, char* to, std::size_t most) {
  for (;;) {
    std::array<pollfd, 2> entries{pollfd{from, POLLIN, 0}, pollfd{channel, 0, 0}};
    if (poll(entries.data(), entries.size(), -1) < 0) continue;
    if (entries[1].revents != 0) return std::nullopt;
    const ssize_t got = read(from, to, most);
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) return 0;
  }
}

}  // namespace

bool write_answer(int to, std::string_view line) {
  const std::uint64_t length = line.size();
  std::array<char, sizeof length> head{};
  std::memcpy(head.data(), &length, sizeof length);
  return write_all(to, {head.data(), head.size()}) && write_all(to, line);
}

bool send_all(int channel, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = send(channel, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

Relayed relay(int from, int channel) {
  std::uint64_t left = 0;
  std::array<char, sizeof left> head{};
  for (std::size_t have = 0; have < head.size();) {
    const auto got = read_some(from, channel, head.data() + have, head.size() - have);
    if (!got) return Relayed::Unheard;
    if (*got == 0) return Relayed::Nothing;
    have += *got;
  }
  std::memcpy(&left, head.data(), sizeof left);
  if (left == 0) return Relayed::Torn;
  std::array<char, kBlock> block{};
  while (left > 0) {
    const auto got = read_some(from, channel, block.data(), std::min<std::uint64_t>(left, block.size()));
    if (!got) return Relayed::Unheard;
    left -= *got;
    const std::string_view bytes(block.data(), *got);
    const std::size_t line_end = bytes.find('\n');
    const bool one_line = left == 0 ? line_end + 1 == bytes.size() : line_end == std::string_view::npos;
    if (bytes.empty() || !one_line) return Relayed::Torn;
    if (!send_all(channel, bytes)) return Relayed::Unheard;
  }
  return Relayed::Whole;
}

}  // namespace twofold::scanner
