#include "scanner/nesting.h"

#include "scanner/reader.h"

#include <algorithm>
#include <atomic>

namespace twofold::scanner {

struct Nesting::Account {
  std::uint64_t packed = 0;  // of the outermost file
  std::atomic<std::uint64_t> entries = 0, bytes = 0;

  std::uint64_t most_bytes(const ReaderLimits& limits) const {
    const auto ratio = static_cast<std::uint64_t>(limits.most_ratio);
    if (packed > limits.most_unpacked_bytes / ratio) return limits.most_unpacked_bytes;
    return std::min(limits.most_unpacked_bytes, std::max(kFreeOfRatio, packed * ratio));
  }
};

Nesting Nesting::inside(std::uint64_t file_bytes) const {
  Nesting inner = *this;
  ++inner.depth_;
  if (inner.account_) return inner;
  inner.account_ = std::make_shared<Account>();
  inner.account_->packed = file_bytes;
  return inner;
}

ReaderLimits Nesting::left_of(ReaderLimits limits) const {
  if (!account_) return limits;
  const std::uint64_t most_bytes = account_->most_bytes(limits);
  limits.most_entries -= std::min(limits.most_entries, account_->entries.load());
  limits.most_unpacked_bytes = most_bytes - std::min(most_bytes, account_->bytes.load());
  return limits;
}

bool Nesting::charge(std::uint64_t entries, std::uint64_t bytes, const ReaderLimits& limits) const {
  if (!account_) return true;
  const std::uint64_t all_entries = account_->entries += entries, all_bytes = account_->bytes += bytes;
  return all_entries <= limits.most_entries && all_bytes <= account_->most_bytes(limits);
}

}  // namespace twofold::scanner
