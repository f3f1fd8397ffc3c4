#include "app/server/api/uploads.h"

#include "base/error.h"
#include "base/files.h"

#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>
#include <vector>

namespace twofold::app::api {
namespace fs = std::filesystem;
namespace {

constexpr auto kKept = std::chrono::hours(7 * 24);
constexpr std::size_t kUploadPiece = 256 << 10;

fs::path part_of(const fs::path& whole) { return whole.string() + ".part"; }

std::uint64_t size_or_none(const fs::path& file) {
  std::error_code none;
  const auto size = fs::file_size(file, none);
  return none ? 0 : size;
}

// A file that grows at its end.
class Growing {
 public:
  explicit Growing(const fs::path& file)
      : file_(file), descriptor_(::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600)) {
    if (descriptor_ < 0) fail();
  }
  ~Growing() { ::close(descriptor_); }
  Growing(const Growing&) = delete;
  Growing& operator=(const Growing&) = delete;

  void write(std::span<const char> bytes) {
    while (!bytes.empty()) {
      const auto wrote = ::write(descriptor_, bytes.data(), bytes.size());
      if (wrote < 0 && errno == EINTR) continue;
      if (wrote < 0) fail();
      bytes = bytes.subspan(static_cast<std::size_t>(wrote));
    }
  }

 private:
  [[noreturn]] void fail() const {
    if (errno == ENOSPC || errno == EDQUOT) throw Error(ErrorKind::Io, msg("upload.no_space"));
    throw Error(ErrorKind::Io, msg("file.cannot_write", file_.string(), std::generic_category().message(errno)));
  }

  const fs::path file_;
  const int descriptor_;
};

// The right to write one file, held by one request at a time.
class Held {
 public:
  Held(std::mutex& mutex, std::set<fs::path>& busy, fs::path file)
      : mutex_(mutex), busy_(busy), file_(std::move(file)) {
    const std::lock_guard lock(mutex_);
    if (!busy_.insert(file_).second) throw Error(ErrorKind::Refused, msg("upload.busy"));
  }
  ~Held() {
    const std::lock_guard lock(mutex_);
    busy_.erase(file_);
  }
  Held(const Held&) = delete;
  Held& operator=(const Held&) = delete;

 private:
  std::mutex& mutex_;
  std::set<fs::path>& busy_;
  const fs::path file_;
};

}  // namespace

Uploads::Uploads(fs::path root) : root_(std::move(root)) {
  create_folders_durably(root_);
  std::error_code ignored;
  for (const auto& entry : fs::recursive_directory_iterator(root_, ignored)) {
    if (!entry.is_regular_file(ignored)) continue;
    if (fs::file_time_type::clock::now() - entry.last_write_time(ignored) > kKept) fs::remove(entry.path(), ignored);
  }
}

fs::path Uploads::folder_of(const std::string& person) const { return root_ / sha256(person).text().substr(0, 16); }

Uploads::State Uploads::state(const std::string& person, const Sha256& digest) const {
  const auto whole = folder_of(person) / digest.text();
  if (fs::exists(whole)) return {size_or_none(whole), true};
  return {size_or_none(part_of(whole)), false};
}

Uploads::State Uploads::receive(const std::string& person, const Sha256& digest, std::uint64_t offset,
                                std::uint64_t total, const std::function<std::size_t(std::span<char>)>& read) {
  const auto whole = folder_of(person) / digest.text(), part = part_of(whole);
  const Held held(mutex_, busy_, whole);
  if (fs::exists(whole)) return {size_or_none(whole), true};
  create_folders_durably(whole.parent_path());
  std::uint64_t received = size_or_none(part);
  if (offset != received) throw Error(ErrorKind::Refused, msg("upload.offset", offset, received));
  {
    Growing file(part);
    std::vector<char> piece(kUploadPiece);
    for (std::size_t got = 0; (got = read(piece)) > 0;) {
      if (received + got > total) throw Error(ErrorKind::Invalid, msg("upload.too_long", total));
      file.write(std::span(piece).first(got));
      received += got;
    }
  }
  if (received < total) return {received, false};
  if (sha256_file(part) != digest) {
    remove_durably(part);
    throw Error(ErrorKind::Invalid, msg("upload.digest_differs", digest));
  }
  move_durably(part, whole);
  return {received, true};
}

void Uploads::forget(const std::string& person, const Sha256& digest) {
  const auto whole = folder_of(person) / digest.text();
  const Held held(mutex_, busy_, whole);
  remove_durably(whole);
  remove_durably(part_of(whole));
}

fs::path Uploads::require(const std::string& person, const Sha256& digest) const {
  auto whole = folder_of(person) / digest.text();
  if (!fs::exists(whole)) throw Error(ErrorKind::NotFound, msg("upload.unknown", digest));
  return whole;
}

}  // namespace twofold::app::api
