#pragma once
// Whether memory ran out. Decoders in C take a failed allocation for a damaged file, or crash on it: the answer of
// malloc itself is the only reliable witness.

#include <atomic>

namespace twofold::scanner {

// From now on, `witness` becomes true when an allocation of this process fails. It must outlive the process.
void watch_allocations(std::atomic<bool>& witness);

}  // namespace twofold::scanner
