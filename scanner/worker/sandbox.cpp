#include "scanner/worker/sandbox.h"

#include "scanner/worker/memory.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fstream>
#include <memory>
#include <sched.h>
#include <seccomp.h>
#include <span>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <type_traits>
#include <unistd.h>

namespace twofold::scanner {
namespace {

constexpr rlim_t kMostDescriptors = 512;

// Of the office suite, which maps far more than it uses.
constexpr std::uint64_t kSuiteMaps = 4ULL << 30U;

void limit(__rlimit_resource what, rlim_t value, rlim_t grace = 0) {
  const rlimit both{value, value + grace};
  if (setrlimit(what, &both) != 0) throw std::runtime_error("a resource limit cannot be set");
}

struct ReleaseFilter {
  void operator()(void* filter) const { seccomp_release(filter); }
};

// A filter of system calls that refuses some and lets the others pass.
class Filter {
 public:
  Filter() : filter_(seccomp_init(SCMP_ACT_ALLOW)) {
    if (!filter_) throw std::runtime_error("no filter for system calls");
  }

  void forbid(std::span<const int> calls) {
    for (const int call : calls) add(EPERM, call, {});
  }
  void forbid_when(int call, const scmp_arg_cmp& argument) { add(EPERM, call, {&argument, 1}); }
  // Says that the kernel does not know the call, so that the C library takes the older one.
  void hide(int call) { add(ENOSYS, call, {}); }

  // Says that the call went well, and does nothing.
  void pretend(int call) { add(0, call, {}); }

  void load() {
    if (seccomp_load(filter_.get()) != 0) throw std::runtime_error("the filter for system calls is refused");
  }

 private:
  void add(std::uint16_t error, int call, std::span<const scmp_arg_cmp> arguments) {
    const int result = seccomp_rule_add_array(filter_.get(), SCMP_ACT_ERRNO(error), call,
                                              static_cast<unsigned>(arguments.size()), arguments.data());
    if (result != 0 && result != -EDOM) throw std::runtime_error("a system call cannot be forbidden");
  }

  std::unique_ptr<std::remove_pointer_t<scmp_filter_ctx>, ReleaseFilter> filter_;
};

constexpr std::array kNeverNeeded{
    SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev), SCMP_SYS(process_madvise),
    SCMP_SYS(mount), SCMP_SYS(umount2), SCMP_SYS(open_tree), SCMP_SYS(move_mount), SCMP_SYS(fsopen),
    SCMP_SYS(pivot_root), SCMP_SYS(chroot), SCMP_SYS(unshare), SCMP_SYS(setns), SCMP_SYS(bpf), SCMP_SYS(keyctl),
    SCMP_SYS(add_key), SCMP_SYS(request_key), SCMP_SYS(perf_event_open), SCMP_SYS(userfaultfd),
    SCMP_SYS(io_uring_setup), SCMP_SYS(io_uring_enter), SCMP_SYS(io_uring_register), SCMP_SYS(init_module),
    SCMP_SYS(finit_module), SCMP_SYS(delete_module), SCMP_SYS(kexec_load), SCMP_SYS(kexec_file_load), SCMP_SYS(reboot),
    SCMP_SYS(swapon), SCMP_SYS(swapoff), SCMP_SYS(settimeofday), SCMP_SYS(clock_settime), SCMP_SYS(adjtimex),
    SCMP_SYS(clock_adjtime), SCMP_SYS(acct), SCMP_SYS(quotactl), SCMP_SYS(open_by_handle_at),
    SCMP_SYS(name_to_handle_at), SCMP_SYS(fanotify_init), SCMP_SYS(pidfd_getfd), SCMP_SYS(setsid), SCMP_SYS(setpgid)};

// A decoder needs memory and its files; of processes, only itself.
constexpr std::array kNeedlessForDecoders{
    SCMP_SYS(socket), SCMP_SYS(socketpair), SCMP_SYS(connect), SCMP_SYS(bind), SCMP_SYS(listen), SCMP_SYS(accept),
    SCMP_SYS(accept4), SCMP_SYS(sendto), SCMP_SYS(sendmsg), SCMP_SYS(sendmmsg), SCMP_SYS(fork), SCMP_SYS(vfork),
    SCMP_SYS(kill), SCMP_SYS(tkill), SCMP_SYS(rt_sigqueueinfo), SCMP_SYS(rt_tgsigqueueinfo), SCMP_SYS(pidfd_open),
    SCMP_SYS(pidfd_send_signal), SCMP_SYS(memfd_create), SCMP_SYS(memfd_secret), SCMP_SYS(shmget), SCMP_SYS(shmat),
    SCMP_SYS(msgget), SCMP_SYS(semget), SCMP_SYS(mq_open), SCMP_SYS(inotify_init), SCMP_SYS(inotify_init1),
    SCMP_SYS(personality), SCMP_SYS(seccomp)};

// Threads may be made, processes and namespaces not; signals reach this process alone.
void load_decoders_filter() {
  Filter filter;
  filter.forbid(kNeedlessForDecoders);
  filter.hide(SCMP_SYS(clone3));
  filter.forbid_when(SCMP_SYS(clone), SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0));
  filter.forbid_when(SCMP_SYS(tgkill), SCMP_A0(SCMP_CMP_NE, static_cast<scmp_datum_t>(getpid())));
  filter.forbid_when(SCMP_SYS(prlimit64), SCMP_A0(SCMP_CMP_NE, 0));
  filter.load();
}

// The suite insists on a socket in /tmp for a second one of its kind to talk to; it may believe that it has one.
void load_suites_filter() {
  Filter filter;
  for (const int call : {SCMP_SYS(bind), SCMP_SYS(listen)}) filter.pretend(call);
  filter.forbid(std::array{SCMP_SYS(connect)});
  filter.load();
}

std::uint64_t mapped_bytes() {
  std::ifstream statm("/proc/self/statm");
  std::uint64_t pages = 0;
  statm >> pages;
  return pages * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

}  // namespace

void give_up_privileges(MayStart may_start) {
  limit(RLIMIT_NOFILE, kMostDescriptors);
  limit(RLIMIT_CORE, 0);
  std::signal(SIGXFSZ, SIG_IGN);
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) throw std::runtime_error("privileges cannot be given up");
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  Filter filter;
  filter.forbid(kNeverNeeded);
  if (may_start == MayStart::Nothing) filter.forbid(std::array{SCMP_SYS(execve), SCMP_SYS(execveat)});
  // Sockets of this machine are harmless and the office suite makes one for itself; everything else is network.
  filter.forbid_when(SCMP_SYS(socket), SCMP_A0(SCMP_CMP_NE, AF_UNIX));
  filter.load();
}

void enter_sandbox(const JobLimits& limits) {
  const bool suite = limits.may_start == MayStart::OfficeSuite;
  if (!kSanitised) {
    limit(RLIMIT_AS, limits.memory_bytes + (suite ? kSuiteMaps : mapped_bytes()));
    limit(RLIMIT_DATA, limits.memory_bytes);
  }
  limit(RLIMIT_FSIZE, limits.file_bytes);
  limit(RLIMIT_CPU, static_cast<rlim_t>(limits.cpu_seconds), 1);  // the signal first, then the end
  confine_files(limits.files);
  if (suite) load_suites_filter();
  else load_decoders_filter();
}

}  // namespace twofold::scanner
