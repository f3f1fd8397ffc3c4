#include "base/files.h"

#include "base/error.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace twofold {
namespace fs = std::filesystem;
namespace {

[[noreturn]] void fail_read(const fs::path& path, int error) {
  throw Error(ErrorKind::Io, msg("file.cannot_read", path.string(), std::strerror(error)));
}
[[noreturn]] void fail_write(const fs::path& path, int error) {
  throw Error(ErrorKind::Io, msg("file.cannot_write", path.string(), std::strerror(error)));
}

class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return value_; }

 private:
  int value_;
};

void sync(const fs::path& path, int flags) {
  const Descriptor file(::open(path.c_str(), flags | O_CLOEXEC));
  if (file.get() < 0) fail_read(path, errno);
  if (::fsync(file.get()) != 0) throw Error(ErrorKind::Io, msg("file.sync_failed", path.string(), std::strerror(errno)));
}

fs::path folder_of(const fs::path& path) { return path.has_parent_path() ? path.parent_path() : fs::path("."); }

void write_all(int descriptor, std::string_view content, const fs::path& path) {
  while (!content.empty()) {
    const auto written = ::write(descriptor, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail_write(path, errno);
    content.remove_prefix(static_cast<std::size_t>(written));
  }
}

// A new file in the same folder; nothing is left of one that could not be written.
fs::path write_beside(const fs::path& path, std::string_view content) {
  std::string pattern = path.string() + ".XXXXXX";
  const Descriptor file(::mkostemp(pattern.data(), O_CLOEXEC));
  if (file.get() < 0) fail_write(path, errno);
  ::fchmod(file.get(), 0644);
  try {
    write_all(file.get(), content, path);
  } catch (...) {
    ::unlink(pattern.c_str());
    throw;
  }
  return pattern;
}

}  // namespace

void read_in_pieces(const fs::path& path, const std::function<void(std::string_view)>& take) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) fail_read(path, errno);
  std::vector<char> buffer(1U << 20U);
  for (;;) {
    const auto got = ::read(file.get(), buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail_read(path, errno);
    if (got == 0) return;
    take({buffer.data(), static_cast<std::size_t>(got)});
  }
}

std::string read_file(const fs::path& path) {
  std::string content;
  read_in_pieces(path, [&](std::string_view piece) { content += piece; });
  return content;
}

void sync_folder(const fs::path& path) { sync(path, O_RDONLY | O_DIRECTORY); }
void sync_file(const fs::path& path) { sync(path, O_RDONLY); }

void create_folders_durably(const fs::path& path) {
  if (path.empty() || fs::is_directory(path)) return;
  create_folders_durably(folder_of(path) == path ? fs::path() : folder_of(path));
  std::error_code error;
  fs::create_directory(path, error);
  if (error) fail_write(path, error.value());
  sync_folder(folder_of(path));
}

void write_durably(const fs::path& path, std::string_view content) { move_durably(write_beside(path, content), path); }

void write_at_once(const fs::path& path, std::string_view content) {
  const fs::path written = write_beside(path, content);
  if (::rename(written.c_str(), path.c_str()) == 0) return;
  const int error = errno;
  ::unlink(written.c_str());
  fail_write(path, error);
}

void move_durably(const fs::path& from, const fs::path& to) {
  sync_file(from);
  if (::rename(from.c_str(), to.c_str()) != 0) fail_write(to, errno);
  sync_folder(folder_of(to));
  if (folder_of(from) != folder_of(to)) sync_folder(folder_of(from));
}

bool remove_durably(const fs::path& path) {
  if (::unlink(path.c_str()) != 0) {
    if (errno == ENOENT) return false;
    fail_write(path, errno);
  }
  sync_folder(folder_of(path));
  return true;
}

ScratchFolder::ScratchFolder(const fs::path& parent) {
  std::string pattern = (parent / "work-XXXXXX").string();
  if (!::mkdtemp(pattern.data())) fail_write(parent, errno);
  path_ = pattern;
}
ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
}
ScratchFolder::ScratchFolder(ScratchFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}
ScratchFolder& ScratchFolder::operator=(ScratchFolder&& other) noexcept {
  std::swap(path_, other.path_);
  return *this;
}

std::optional<FileLock> FileLock::try_lock(const fs::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (descriptor < 0) fail_write(path, errno);
  FileLock lock(descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) return std::nullopt;
  return lock;
}
FileLock::~FileLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}
FileLock::FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
FileLock& FileLock::operator=(FileLock&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

}  // namespace twofold
