#include "indexer/database_files.h"

#include "base/error.h"
#include "base/files.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <stdio.h>

namespace twofold::indexer {
namespace fs = std::filesystem;
namespace {

// Both stand there at every moment: a reader that comes meanwhile finds the one or the other.
bool exchanged(const fs::path& one, const fs::path& other) {
  if (::renameat2(AT_FDCWD, one.c_str(), AT_FDCWD, other.c_str(), RENAME_EXCHANGE) == 0) return true;
  if (errno == EINVAL || errno == ENOSYS || errno == ENOTSUP) return false;
  throw Error(ErrorKind::Io, msg("file.cannot_write", other.string(), std::strerror(errno)));
}

}  // namespace

void swap_in(const fs::path& folder) {
  const fs::path fresh = folder.string() + ".new", old = folder.string() + ".old";
  for (const auto& entry : fs::directory_iterator(fresh)) sync_file(entry.path());
  sync_folder(fresh);
  fs::remove_all(old);
  if (!fs::exists(folder)) {
    fs::rename(fresh, folder);
  } else if (!exchanged(fresh, folder)) {
    fs::rename(folder, old);
    fs::rename(fresh, folder);
  }
  sync_folder(folder.parent_path());
  fs::remove_all(fresh);
  fs::remove_all(old);
}

void recover_swap(const fs::path& folder) {
  const fs::path fresh = folder.string() + ".new", old = folder.string() + ".old";
  if (!fs::exists(folder) && fs::exists(old)) fs::rename(old, folder);
  fs::remove_all(old);
  fs::remove_all(fresh);
}

}  // namespace twofold::indexer
