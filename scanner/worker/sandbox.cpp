#include "scanner/worker/sandbox.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <memory>
#include <poll.h>
#include <pthread.h>
#include <seccomp.h>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <type_traits>
#include <unistd.h>

namespace twofold::scanner {
namespace {

constexpr std::uint64_t kFileMargin = 64U << 20U;
constexpr std::size_t kWatcherStack = 256U << 10U;

void limit(__rlimit_resource what, std::uint64_t value) {
  const rlimit both{value, value};
  if (setrlimit(what, &both) != 0) throw std::runtime_error("a resource limit cannot be set");
}

struct ReleaseFilter {
  void operator()(void* filter) const { seccomp_release(filter); }
};
using Filter = std::unique_ptr<std::remove_pointer_t<scmp_filter_ctx>, ReleaseFilter>;

void forbid(const Filter& filter, int call) {
  const int result = seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(EPERM), call, 0);
  if (result != 0 && result != -EDOM) throw std::runtime_error("a system call cannot be forbidden");
}

void load_filter(bool may_execute) {
  const Filter filter(seccomp_init(SCMP_ACT_ALLOW));
  if (!filter) throw std::runtime_error("no filter for system calls");
  static constexpr std::array kForbidden{
      SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev), SCMP_SYS(mount), SCMP_SYS(umount2),
      SCMP_SYS(pivot_root), SCMP_SYS(chroot), SCMP_SYS(unshare), SCMP_SYS(setns), SCMP_SYS(bpf), SCMP_SYS(keyctl),
      SCMP_SYS(add_key), SCMP_SYS(request_key), SCMP_SYS(perf_event_open), SCMP_SYS(userfaultfd),
      SCMP_SYS(io_uring_setup), SCMP_SYS(init_module), SCMP_SYS(finit_module), SCMP_SYS(kexec_load), SCMP_SYS(reboot),
      SCMP_SYS(swapon), SCMP_SYS(settimeofday), SCMP_SYS(clock_settime)};
  for (const int call : kForbidden) forbid(filter, call);
  if (!may_execute) {
    forbid(filter, SCMP_SYS(execve));
    forbid(filter, SCMP_SYS(execveat));
  }
  // Sockets of this machine are harmless and the office suite makes one for itself; everything else is network.
  if (seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(EPERM), SCMP_SYS(socket), 1,
                       SCMP_A0(SCMP_CMP_NE, AF_UNIX)) != 0 ||
      seccomp_load(filter.get()) != 0) {
    throw std::runtime_error("the filter for system calls is refused");
  }
}

void* watch(void* channel) {
  pollfd entry{*static_cast<int*>(channel), 0, 0};
  while (poll(&entry, 1, -1) <= 0) {
  }
  _exit(1);
}

}  // namespace

void enter_sandbox(const SandboxLimits& limits) {
  // The office suite maps far more than it uses; its bound is wider.
  limit(RLIMIT_AS, limits.converter ? limits.memory_bytes * 3 : limits.memory_bytes);
  limit(RLIMIT_FSIZE, limits.file_bytes + kFileMargin);
  limit(RLIMIT_NOFILE, 512);
  limit(RLIMIT_CORE, 0);
  std::signal(SIGXFSZ, SIG_IGN);
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) throw std::runtime_error("privileges cannot be given up");
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  load_filter(limits.converter);
}

void die_with(int channel) {
  static int watched = channel;
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, kWatcherStack);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_t thread{};
  const int result = pthread_create(&thread, &attributes, watch, &watched);
  pthread_attr_destroy(&attributes);
  if (result != 0) throw std::runtime_error("no thread to watch the channel");
}

}  // namespace twofold::scanner
