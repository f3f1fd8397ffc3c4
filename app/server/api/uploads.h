#pragma once
// Files on their way in: kept under their digest, each person's apart, until an ingest takes them or a week has passed.
// One that breaks off goes on from where it was. Thread-safe.

#include "base/digest.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <set>
#include <span>
#include <string>

namespace twofold::app::api {

class Uploads {
 public:
  explicit Uploads(std::filesystem::path root);  // forgets what is a week old

  struct State {
    std::uint64_t received = 0;
    bool complete = false;
  };
  State state(const std::string& person, const Sha256& digest) const;

  // Takes the bytes from `offset` on, as `read` gives them (0: the end); what came before a failure is kept. With
  // `total` bytes there the digest is checked. Throws Error{Conflict, "upload.offset" | "upload.busy"}, Error{Invalid,
  // "upload.digest_differs" | "upload.too_long"}, Error{Io}.
  State receive(const std::string& person, const Sha256& digest, std::uint64_t offset, std::uint64_t total,
                const std::function<std::size_t(std::span<char>)>& read);
  void forget(const std::string& person, const Sha256& digest);
  // Where a complete one lies; Error{NotFound, "upload.unknown"}.
  std::filesystem::path require(const std::string& person, const Sha256& digest) const;

 private:
  std::filesystem::path folder_of(const std::string& person) const;

  const std::filesystem::path root_;
  std::mutex mutex_;
  std::set<std::filesystem::path> busy_;
};

}  // namespace twofold::app::api
