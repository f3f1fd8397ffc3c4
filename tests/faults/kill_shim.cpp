// Preloaded into a process to kill it at a write. Counts the calls that change files; at the n-th it carries out half
// of a write, or nothing of any other call, and raises SIGKILL. Environment: TWOFOLD_KILL_AT (0: count only) and
// TWOFOLD_KILL_COUNT (a file that takes the number of calls at the end). Children of the process are left alone.

#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <string>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

std::atomic<long> calls{0};
long kill_at = 0;
bool counting = false;
pid_t counted_process = 0;

std::string& count_file() {
  static std::string file;
  return file;
}

template <class Function>
Function next(const char* name) {
  return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

// Whether this call is the one at which the process dies.
bool is_last() {
  if (!counting || ::getpid() != counted_process) return false;
  return ++calls == kill_at;
}

[[noreturn]] void die() {
  std::raise(SIGKILL);
  std::abort();
}

template <class Function, class... Args>
auto pass(const char* name, Args... args) {
  if (is_last()) die();
  return next<Function>(name)(args...);
}

__attribute__((constructor)) void begin() {
  const char* at = std::getenv("TWOFOLD_KILL_AT");
  if (!at) return;
  kill_at = std::strtol(at, nullptr, 10);
  if (const char* file = std::getenv("TWOFOLD_KILL_COUNT")) count_file() = file;
  counted_process = ::getpid();
  ::unsetenv("LD_PRELOAD");
  ::unsetenv("TWOFOLD_KILL_AT");
  counting = true;
}

__attribute__((destructor)) void finish() {
  if (!counting || ::getpid() != counted_process || count_file().empty()) return;
  counting = false;
  if (std::FILE* out = std::fopen(count_file().c_str(), "w")) {
    std::fprintf(out, "%ld\n", calls.load());
    std::fclose(out);
  }
}

}  // namespace

extern "C" {

// NOLINTBEGIN: the names and signatures are libc's
ssize_t write(int descriptor, const void* bytes, size_t size) {
  const auto real = next<ssize_t (*)(int, const void*, size_t)>("write");
  if (is_last()) {
    [[maybe_unused]] const auto half = real(descriptor, bytes, size / 2);
    die();
  }
  return real(descriptor, bytes, size);
}
ssize_t pwrite(int descriptor, const void* bytes, size_t size, off_t offset) {
  const auto real = next<ssize_t (*)(int, const void*, size_t, off_t)>("pwrite");
  if (is_last()) {
    [[maybe_unused]] const auto half = real(descriptor, bytes, size / 2, offset);
    die();
  }
  return real(descriptor, bytes, size, offset);
}
ssize_t pwrite64(int descriptor, const void* bytes, size_t size, off64_t offset) {
  return pwrite(descriptor, bytes, size, offset);
}
ssize_t writev(int descriptor, const iovec* pieces, int count) {
  return pass<ssize_t (*)(int, const iovec*, int)>("writev", descriptor, pieces, count);
}
ssize_t pwritev(int descriptor, const iovec* pieces, int count, off_t offset) {
  return pass<ssize_t (*)(int, const iovec*, int, off_t)>("pwritev", descriptor, pieces, count, offset);
}
int fsync(int descriptor) { return pass<int (*)(int)>("fsync", descriptor); }
int fdatasync(int descriptor) { return pass<int (*)(int)>("fdatasync", descriptor); }
int ftruncate(int descriptor, off_t size) noexcept { return pass<int (*)(int, off_t)>("ftruncate", descriptor, size); }
int ftruncate64(int descriptor, off64_t size) noexcept { return ftruncate(descriptor, size); }
int rename(const char* from, const char* to) noexcept {
  return pass<int (*)(const char*, const char*)>("rename", from, to);
}
int renameat(int from_folder, const char* from, int to_folder, const char* to) noexcept {
  return pass<int (*)(int, const char*, int, const char*)>("renameat", from_folder, from, to_folder, to);
}
int unlink(const char* path) noexcept { return pass<int (*)(const char*)>("unlink", path); }
int unlinkat(int folder, const char* path, int flags) noexcept {
  return pass<int (*)(int, const char*, int)>("unlinkat", folder, path, flags);
}
int remove(const char* path) noexcept { return pass<int (*)(const char*)>("remove", path); }
int mkdir(const char* path, mode_t mode) noexcept { return pass<int (*)(const char*, mode_t)>("mkdir", path, mode); }
int link(const char* from, const char* to) noexcept {
  return pass<int (*)(const char*, const char*)>("link", from, to);
}
// NOLINTEND

}  // extern "C"
