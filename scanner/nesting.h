#pragma once
// Containers within containers: how deep a file lies, and what has come out of the outermost one over all its nesting.

#include <cstdint>
#include <memory>

namespace twofold::scanner {

struct ReaderLimits;

// So much may come out of any container, however small it is; beyond, the ratio counts.
inline constexpr std::uint64_t kFreeOfRatio = 10ULL << 20U;

// Where a file lies. Handed on from the reading of a file to the readings of what it encloses; all copies share the
// account of the outermost file, also between threads.
class Nesting {
 public:
  Nesting() = default;  // in no other file
  int depth() const { return depth_; }

  // Of the files that one lying here, of so many bytes, encloses.
  Nesting inside(std::uint64_t file_bytes) const;
  // The same limits, less what has come out of the outermost file.
  ReaderLimits left_of(ReaderLimits limits) const;
  // Books what came out of one file; false when that makes it more than the limits allow.
  bool charge(std::uint64_t entries, std::uint64_t bytes, const ReaderLimits& limits) const;

 private:
  struct Account;
  int depth_ = 0;
  std::shared_ptr<Account> account_;  // none in the outermost file
};

}  // namespace twofold::scanner
