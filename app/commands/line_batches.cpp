#include "app/commands/line_batches.h"

#include "base/error.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <iostream>
#include <poll.h>
#include <unistd.h>

namespace twofold::app {
namespace {

constexpr std::size_t kAtOnce = 65'536;
constexpr int kPauseMilliseconds = 1000;     // longer than between two beeps of a scanner in a hurry
constexpr std::size_t kLongestLine = 4096;   // longer ones are handed on in pieces, so that a file without lines stays small

int open_for_reading(const std::string& file) {
  if (file == "-") return STDIN_FILENO;
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) throw Error(ErrorKind::Io, msg("file.cannot_read", file, std::strerror(errno)));
  return descriptor;
}

}  // namespace

LineBatches::LineBatches(const std::string& file, std::function<void()> pausing)
    : file_(file), pausing_(std::move(pausing)), descriptor_(open_for_reading(file)) {}

LineBatches::~LineBatches() {
  if (descriptor_ != STDIN_FILENO) ::close(descriptor_);
}

void LineBatches::wait() const {
  pollfd input{descriptor_, POLLIN, 0};
  if (::poll(&input, 1, kPauseMilliseconds) == 0) pausing_();
}

std::vector<std::string> LineBatches::next() {
  std::vector<std::string> lines;
  std::string buffer(kAtOnce, '\0');
  while (lines.empty() && !ended_) {
    std::cout.flush();
    wait();
    const auto got = ::read(descriptor_, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw Error(ErrorKind::Io, msg("file.cannot_read", file_, std::strerror(errno)));
    ended_ = got == 0;
    if (std::memchr(buffer.data(), '\0', static_cast<std::size_t>(got)) != nullptr)
      throw Error(ErrorKind::Usage, msg("file.not_text", file_));
    for (const char c : std::string_view(buffer.data(), static_cast<std::size_t>(got))) {
      // Scanners end a line with either or both.
      if (c != '\n' && c != '\r' && rest_.size() < kLongestLine) rest_ += c;
      else if (!rest_.empty()) lines.push_back(std::exchange(rest_, {}));
    }
    if (ended_ && !rest_.empty()) lines.push_back(std::exchange(rest_, {}));
  }
  return lines;
}

}  // namespace twofold::app
