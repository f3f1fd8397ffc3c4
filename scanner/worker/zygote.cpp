#include "scanner/worker/zygote.h"

#include "scanner/job_time.h"
#include "scanner/worker/jobs.h"
#include "scanner/worker/memory.h"
#include "scanner/worker/relay.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <fcntl.h>
#include <new>
#include <stdexcept>
#include <string_view>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace twofold::scanner {
namespace {

constexpr char kReady = '+';
constexpr const char* kOutOfMemory = "more memory needed than a worker may have";
constexpr std::size_t kBlock = 64U << 10U;
constexpr std::uint64_t kFileMargin = 64U << 20U;
constexpr std::uint64_t kMostMade = 1ULL << 30U;  // of a file made by any job but unpacking

// What ends this process and the job's: their process group is theirs alone.
[[noreturn]] void end_all() {
  kill(0, SIGKILL);
  _exit(1);
}

void send_answer(int channel, const Answer& answer) {
  if (!send_all(channel, encode(answer) + '\n')) end_all();
}

// What the libraries look up: fonts and their cache, the time zone, what kinds of files there are.
constexpr std::array kLookedUp{"/etc/fonts", "/var/cache/fontconfig", "/etc/ld.so.cache", "/etc/localtime",
                               "/etc/magic"};
// What the suite looks up: its settings and extensions, and whose home it would be.
constexpr std::array kLookedUpBySuite{"/etc/libreoffice", "/var/spool/libreoffice", "/etc/passwd",
                                      "/etc/nsswitch.conf"};

std::vector<Grant> granted(const Job& job, MayStart may_start) {
  const bool suite = may_start == MayStart::OfficeSuite;
  std::vector<Grant> all{{job.scratch, Access::Write}, {job.source, Access::Read}, {"/dev/null", Access::Write},
                         {"/dev/urandom", Access::Read}};
  if (!job.other.empty()) all.push_back({job.other, Access::Read});
  const auto grant = [&all](const auto& paths, Access access) {
    for (const char* path : paths) all.push_back({path, access});
  };
  grant(std::array{"/usr", "/lib", "/lib64"}, suite ? Access::Execute : Access::Read);
  grant(kLookedUp, Access::Read);
  if (suite) grant(kLookedUpBySuite, Access::Read);
  if (!job.cache.empty()) all.push_back({job.cache, Access::Read});
  if (const char* models = std::getenv("TESSDATA_PREFIX")) all.push_back({models, Access::Read});
  return all;
}

JobLimits limits_of(const Job& job, MayStart may_start) {
  JobLimits limits;
  limits.memory_bytes = job.limits.worker_memory_bytes;
  limits.file_bytes = job.kind == JobKind::Unpack ? job.limits.most_unpacked_bytes + kFileMargin : kMostMade;
  limits.cpu_seconds = seconds_for(job);
  limits.may_start = may_start;
  limits.files = granted(job, may_start);
  return limits;
}

class Pipe {
 public:
  Pipe() {
    if (pipe2(ends_.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe for the answer");
  }
  ~Pipe() {
    close_end(0);
    close_end(1);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  int reading() const { return ends_[0]; }
  int writing() const { return ends_[1]; }
  void close_reading() { close_end(0); }
  void close_writing() { close_end(1); }

 private:
  void close_end(std::size_t which) {
    if (ends_.at(which) >= 0) close(ends_.at(which));
    ends_.at(which) = -1;
  }
  std::array<int, 2> ends_{-1, -1};
};

class Zygote {
 public:
  Zygote(int channel, MayStart may_start) : channel_(channel), may_start_(may_start) {
    void* shared = mmap(nullptr, sizeof(std::atomic<bool>), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED) throw std::runtime_error("no shared memory");
    ran_out_ = new (shared) std::atomic<bool>(false);
  }

  void take(std::string_view line) {
    const auto job = decode_job(line);
    if (!job) return send_answer(channel_, failed(Failure::Crashed, "a malformed job"));
    try {
      desk_.prepare(job->kind);
      run(*job);
    } catch (const std::exception& error) {
      send_answer(channel_, failed(Failure::Crashed, error.what()));
    }
  }

 private:
  void run(const Job& job) {
    Pipe answer;
    ran_out_->store(false);
    const pid_t parent = getpid(), child = fork();
    if (child < 0) throw std::runtime_error(std::string("no process for the job: ") + std::strerror(errno));
    if (child == 0) {
      answer.close_reading();
      do_job(job, answer.writing(), parent);
    }
    answer.close_writing();
    const Relayed relayed = relay(answer.reading(), channel_);
    if (relayed == Relayed::Torn || relayed == Relayed::Unheard) end_all();
    kill(child, SIGKILL);  // one that has answered or closed the pipe has nothing left to do
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (relayed == Relayed::Nothing) send_answer(channel_, death(status));
  }

  // In the job's own process.
  [[noreturn]] void do_job(const Job& job, int out, pid_t parent) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(1);
    close(channel_);
    watch_allocations(*ran_out_);
    std::string line;
    try {
      enter_sandbox(limits_of(job, may_start_));
      line = encode(checked(job, desk_.work(job)));
    } catch (const std::bad_alloc&) {
      line = encode(failed(Failure::TooLarge, "the text is too long"));
    } catch (const std::exception& error) {
      line = encode(failed(Failure::Crashed, error.what()));
    }
    line += '\n';
    _exit(write_answer(out, line) ? 0 : 1);
  }

  // A decoder that was refused memory may call its file damaged, or leave something out and say nothing; so may the suite.
  Answer checked(const Job& job, Answer answer) const {
    const bool short_of_memory = ran_out_->load() || (answer.failure && suite_came_near(job.limits.worker_memory_bytes));
    if (!short_of_memory || answer.failure == Failure::TooLarge) return answer;
    return failed(Failure::TooLarge, kOutOfMemory);
  }

  // The suite is a program of its own, whose allocations nobody watches: how large it grew must tell.
  static bool suite_came_near(std::uint64_t memory_bytes) {
    rusage usage{};
    if (getrusage(RUSAGE_CHILDREN, &usage) != 0) return false;
    return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024 > memory_bytes / 5 * 4;
  }

  Answer death(int status) const {
    if (ran_out_->load()) return failed(Failure::TooLarge, kOutOfMemory);
    if (!WIFSIGNALED(status)) {
      return failed(Failure::Crashed, "the worker left with status " + std::to_string(WEXITSTATUS(status)));
    }
    if (WTERMSIG(status) == SIGXCPU) return failed(Failure::TimedOut, "no answer within the limit of CPU time");
    return failed(Failure::Crashed, "the worker was ended by signal " + std::to_string(WTERMSIG(status)));
  }

  int channel_;
  MayStart may_start_;
  Desk desk_;
  std::atomic<bool>* ran_out_ = nullptr;  // shared with the job's process, for the life of this one
};

}  // namespace

void serve(int channel, MayStart may_start) {
  Zygote zygote(channel, may_start);
  std::string waiting;
  std::array<char, kBlock> buffer{};
  if (!send_all(channel, std::string_view(&kReady, 1))) return;
  for (;;) {
    const ssize_t got = recv(channel, buffer.data(), buffer.size(), 0);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return;
    waiting.append(buffer.data(), static_cast<std::size_t>(got));
    for (auto end = waiting.find('\n'); end != std::string::npos; end = waiting.find('\n')) {
      const std::string line = waiting.substr(0, end);
      waiting.erase(0, end + 1);
      zygote.take(line);
    }
  }
}

}  // namespace twofold::scanner
