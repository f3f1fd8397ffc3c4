#include "archive/object_store.h"

#include "base/error.h"
#include "base/files.h"

#include <fstream>

namespace twofold::archive {
namespace fs = std::filesystem;
namespace {

// A name in tmp/ that is removed again unless the file was moved into place.
class TemporaryFile {
 public:
  explicit TemporaryFile(const fs::path& tmp) : folder_(tmp) {}
  fs::path path() const { return folder_.path() / "bytes"; }

 private:
  ScratchFolder folder_;
};

}  // namespace

ObjectStore::ObjectStore(fs::path root, fs::path tmp) : root_(std::move(root)), tmp_(std::move(tmp)) {}

fs::path ObjectStore::path_of(const Sha256& sha256) const {
  const std::string name = sha256.text();
  return root_ / name.substr(0, 2) / name.substr(2, 2) / name;
}

std::optional<std::uint64_t> ObjectStore::size_of(const Sha256& sha256) const {
  std::error_code error;
  const auto size = fs::file_size(path_of(sha256), error);
  if (error) return std::nullopt;
  return size;
}

StoredBytes ObjectStore::put_file(const fs::path& source) {
  const TemporaryFile temporary(tmp_);
  Hasher hasher;
  StoredBytes stored;
  {
    std::ofstream out(temporary.path(), std::ios::binary);
    read_in_pieces(source, [&](std::string_view piece) {
      hasher.update(piece);
      stored.size += piece.size();
      out.write(piece.data(), static_cast<std::streamsize>(piece.size()));
    });
    out.flush();
    if (!out) throw Error(ErrorKind::Io, msg("file.cannot_write", temporary.path().string(), "write"));
  }
  stored.sha256 = hasher.finish();
  const fs::path place = path_of(stored.sha256);
  // A file of another size under this name is the debris of a disk that lied; the good copy replaces it.
  stored.was_there = size_of(stored.sha256) == stored.size;
  if (stored.was_there) return stored;
  create_folders_durably(place.parent_path());
  move_durably(temporary.path(), place);
  return stored;
}

StoredBytes ObjectStore::put_bytes(std::string_view bytes) {
  const TemporaryFile temporary(tmp_);
  {
    std::ofstream out(temporary.path(), std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.flush();
    if (!out) throw Error(ErrorKind::Io, msg("file.cannot_write", temporary.path().string(), "write"));
  }
  return put_file(temporary.path());
}

bool ObjectStore::destroy(const Sha256& sha256) { return remove_durably(path_of(sha256)); }

}  // namespace twofold::archive
