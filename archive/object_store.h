#pragma once
// Content-addressed bytes: store/ab/cd/abcd… under their SHA-256. Local folder; the seam for others is these few calls.

#include "base/digest.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>

namespace twofold::archive {

struct StoredBytes {
  Sha256 sha256;
  std::uint64_t size = 0;
  bool was_there = false;
};

class ObjectStore {
 public:
  ObjectStore(std::filesystem::path root, std::filesystem::path tmp);

  // Copies the file in: tmp/, hash while copying, fsync, rename, fsync of the folder and of new parents. Identical bytes are
  // stored once. Durable on return; throws Error{Io}.
  StoredBytes put_file(const std::filesystem::path& source);
  StoredBytes put_bytes(std::string_view bytes);

  std::filesystem::path path_of(const Sha256& sha256) const;
  std::optional<std::uint64_t> size_of(const Sha256& sha256) const;  // nothing when absent
  // Irrevocable; absent is fine. Called by purge alone, for objects the catalogue has queued.
  bool destroy(const Sha256& sha256);

 private:
  std::filesystem::path root_, tmp_;
};

}  // namespace twofold::archive
