#pragma once
// Files that are there after a power cut, and plain reading. Every write of the archive goes through here: write a
// temporary file, fsync, rename, fsync the folder. A failed fsync is never retried: it throws Error{Io, "file.sync_failed"}.

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace twofold {

// Whole content; throws Error{Io, "file.cannot_read"}.
std::string read_file(const std::filesystem::path& path);
// Calls `take` with consecutive pieces of at most 1 MiB; throws as read_file.
void read_in_pieces(const std::filesystem::path& path, const std::function<void(std::string_view)>& take);

// Replaces `path` durably and at once: a reader sees the old content or the new, never a mixture.
void write_durably(const std::filesystem::path& path, std::string_view content);
// As write_durably, but for what may be lost: after a power cut the file may be absent, old, or torn.
void write_at_once(const std::filesystem::path& path, std::string_view content);
// Moves an already written file into place durably: fsync(from), rename, fsync of both folders.
void move_durably(const std::filesystem::path& from, const std::filesystem::path& to);
// Removes a file durably; absent is fine. Returns whether it was there.
bool remove_durably(const std::filesystem::path& path);
// Creates missing folders and makes each new entry durable in its parent.
void create_folders_durably(const std::filesystem::path& path);
void sync_folder(const std::filesystem::path& path);
void sync_file(const std::filesystem::path& path);

// A folder of its own below `parent`, removed with its content when the value goes.
class ScratchFolder {
 public:
  explicit ScratchFolder(const std::filesystem::path& parent);
  ~ScratchFolder();
  ScratchFolder(ScratchFolder&& other) noexcept;
  ScratchFolder& operator=(ScratchFolder&& other) noexcept;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// An exclusive advisory lock on a file, held while the value lives. Used for "one writer".
class FileLock {
 public:
  // Nothing when another process holds it.
  static std::optional<FileLock> try_lock(const std::filesystem::path& path);
  ~FileLock();
  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&& other) noexcept;

 private:
  explicit FileLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_ = -1;
};

}  // namespace twofold
