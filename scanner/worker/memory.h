#pragma once
// Whether memory ran out. Decoders in C take a failed allocation for a damaged file, or crash on it: the answer of
// malloc itself is the only reliable witness.

#include <atomic>

namespace twofold::scanner {

// A sanitiser brings an allocator of its own, which nobody watches, and reserves terabytes, which no limit survives.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kSanitised = true;
#else
inline constexpr bool kSanitised = false;
#define TWOFOLD_WATCHES_MALLOC 1
#endif

// From now on, `witness` becomes true when an allocation of this process fails. It must outlive the process.
void watch_allocations(std::atomic<bool>& witness);

}  // namespace twofold::scanner
