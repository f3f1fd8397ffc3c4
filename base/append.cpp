#include "base/append.h"

#include "base/error.h"
#include "base/files.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace twofold {
namespace fs = std::filesystem;

void append_durably(const fs::path& path, std::string_view content) {
  const bool made = !fs::exists(path);
  const int handle = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, S_IRUSR | S_IWUSR);
  int error = handle < 0 ? errno : 0;
  while (error == 0 && !content.empty()) {
    const auto written = ::write(handle, content.data(), content.size());
    if (written > 0) content.remove_prefix(static_cast<std::size_t>(written));
    else if (errno != EINTR) error = errno;
  }
  const bool synced = error == 0 && ::fsync(handle) == 0;
  const int sync_error = errno;
  if (handle >= 0) ::close(handle);
  if (error != 0) throw Error(ErrorKind::Io, msg("file.cannot_write", path.string(), std::strerror(error)));
  if (!synced) throw Error(ErrorKind::Io, msg("file.sync_failed", path.string(), std::strerror(sync_error)));
  if (made) sync_folder(path.has_parent_path() ? path.parent_path() : fs::path("."));
}

}  // namespace twofold
