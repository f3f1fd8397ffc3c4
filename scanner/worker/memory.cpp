#include "scanner/worker/memory.h"

#include <cerrno>
#include <cstddef>
#include <cstdlib>

namespace twofold::scanner {
namespace {

std::atomic<bool>* at_hand = nullptr;

#ifdef TWOFOLD_WATCHES_MALLOC
void* seen(void* block) {
  if (block == nullptr && at_hand != nullptr) at_hand->store(true, std::memory_order_relaxed);
  return block;
}
#endif

}  // namespace

void watch_allocations(std::atomic<bool>& witness) { at_hand = &witness; }

}  // namespace twofold::scanner

#ifdef TWOFOLD_WATCHES_MALLOC

// The program's own definitions come before the C library's for every library in it, and hand over to it by its inner
// names.
extern "C" {

void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* block, std::size_t size);
void* __libc_memalign(std::size_t alignment, std::size_t size);

void* malloc(std::size_t size) noexcept { return twofold::scanner::seen(__libc_malloc(size)); }

void* calloc(std::size_t count, std::size_t size) noexcept {
  return twofold::scanner::seen(__libc_calloc(count, size));
}

void* realloc(void* block, std::size_t size) noexcept {
  void* const moved = __libc_realloc(block, size);
  return size == 0 ? moved : twofold::scanner::seen(moved);  // of size nothing it frees
}

void* memalign(std::size_t alignment, std::size_t size) noexcept {
  return twofold::scanner::seen(__libc_memalign(alignment, size));
}

void* aligned_alloc(std::size_t alignment, std::size_t size) noexcept { return memalign(alignment, size); }

int posix_memalign(void** block, std::size_t alignment, std::size_t size) noexcept {
  if (alignment % sizeof(void*) != 0 || alignment == 0 || (alignment & (alignment - 1)) != 0) return EINVAL;
  void* const made = memalign(alignment, size);
  if (made == nullptr) return ENOMEM;
  *block = made;
  return 0;
}

}  // extern "C"

#endif
