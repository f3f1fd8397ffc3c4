#include "scanner/worker_process.h"

#include "base/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace twofold::scanner {
namespace {

constexpr int kChannel = 3;              // the worker's end
constexpr std::size_t kMostAnswer = 256U << 20U;
constexpr int kPollMilliseconds = 50;    // how soon a cancellation is noticed
constexpr auto kStartSeconds = std::chrono::seconds(30);
constexpr char kReady = '+';

// The attributes and actions of posix_spawn, freed whatever happens.
struct SpawnPlan {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  SpawnPlan() {
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
  }
  ~SpawnPlan() {
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
  }
  SpawnPlan(const SpawnPlan&) = delete;
  SpawnPlan& operator=(const SpawnPlan&) = delete;
};

void plan_spawn(SpawnPlan& plan, int channel) {
  posix_spawn_file_actions_adddup2(&plan.actions, channel, kChannel);
  posix_spawn_file_actions_addopen(&plan.actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&plan.actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&plan.actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addclosefrom_np(&plan.actions, kChannel + 1);
  // A process group of its own: Ctrl-C in a terminal is for the owner, and a kill takes the converter along.
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_setpgroup(&plan.attributes, 0);
  posix_spawnattr_setsigmask(&plan.attributes, &none);
  posix_spawnattr_setsigdefault(&plan.attributes, &all);
  posix_spawnattr_setflags(&plan.attributes,
                           POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
}

// Nothing of the owner's environment but where the recogniser's models are.
std::vector<std::string> worker_environment() {
  std::vector<std::string> environment{"PATH=/usr/bin:/bin", "LANG=C.UTF-8", "LC_ALL=C.UTF-8", "HOME=/nonexistent",
                                       "OMP_THREAD_LIMIT=1", "OMP_NUM_THREADS=1", "MALLOC_ARENA_MAX=1"};
  const char* models = std::getenv("TESSDATA_PREFIX");
  if (models) environment.push_back(std::string("TESSDATA_PREFIX=") + models);
  return environment;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> all;
  for (std::string& one : texts) all.push_back(one.data());
  all.push_back(nullptr);
  return all;
}

bool readable(int descriptor, int milliseconds) {
  pollfd entry{descriptor, POLLIN, 0};
  return poll(&entry, 1, milliseconds) > 0;
}

Error no_worker(const std::filesystem::path& program, const std::string& why) {
  return Error(ErrorKind::Io, msg("scanner.no_worker", program.string(), why));
}

}  // namespace

WorkerProcess::WorkerProcess(const std::filesystem::path& program, WorkerKind kind) {
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
    throw no_worker(program, std::strerror(errno));
  }
  channel_ = ends[0];
  SpawnPlan plan;
  plan_spawn(plan, ends[1]);
  std::vector<std::string> arguments{program.string()};
  if (kind == WorkerKind::Converter) arguments.emplace_back("--converter");
  std::vector<std::string> environment = worker_environment();
  const int result = posix_spawn(&process_, program.c_str(), &plan.actions, &plan.attributes,
                                 pointers(arguments).data(), pointers(environment).data());
  close(ends[1]);
  if (result != 0) {
    process_ = -1;
    close(channel_);
    throw no_worker(program, std::strerror(result));
  }
  char sign = 0;
  const int patience = static_cast<int>(std::chrono::milliseconds(kStartSeconds).count());
  if (!readable(channel_, patience) || recv(channel_, &sign, 1, 0) != 1 || sign != kReady) {
    const std::string ended = end();
    throw no_worker(program, ended);
  }
}

WorkerProcess::~WorkerProcess() { end(); }

std::string WorkerProcess::end() {
  if (channel_ >= 0) close(channel_);
  channel_ = -1;
  if (process_ < 0) return "the worker is gone";
  // The group goes first, while its number cannot belong to anyone else; a worker that has died keeps its own status.
  kill(-process_, SIGKILL);
  int status = 0;
  while (waitpid(process_, &status, 0) < 0 && errno == EINTR) {
  }
  process_ = -1;
  if (WIFSIGNALED(status)) return fmt::format("the worker was ended by signal {}", WTERMSIG(status));
  return fmt::format("the worker left with status {}", WEXITSTATUS(status));
}

Answer WorkerProcess::lost(Failure failure, const std::string& why) {
  Answer answer;
  answer.failure = failure;
  answer.detail = why;
  return answer;
}

bool WorkerProcess::send(const std::string& line) {
  std::string_view rest = line;
  while (!rest.empty()) {
    const ssize_t written = ::send(channel_, rest.data(), rest.size(), MSG_NOSIGNAL);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

Answer WorkerProcess::run(const Job& job, TimeBudget& budget, const ProgressSink& progress) {
  JobClock clock(process_, std::min<double>(seconds_for(job), budget.left()));
  Answer answer = answer_to(job, clock, progress);
  budget.spend(clock.seconds());
  return answer;
}

Answer WorkerProcess::answer_to(const Job& job, JobClock& clock, const ProgressSink& progress) {
  if (!send(encode(job) + '\n')) return lost(Failure::Crashed, end());
  std::string line;
  std::vector<char> buffer(1U << 16U);
  while (line.empty() || line.back() != '\n') {
    if (progress.cancelled()) {
      end();
      throw Error(ErrorKind::Cancelled, msg("work.cancelled"));
    }
    if (clock.expired()) {
      end();
      return lost(Failure::TimedOut, "no answer within the time limit");
    }
    if (!readable(channel_, kPollMilliseconds)) continue;
    const ssize_t got = recv(channel_, buffer.data(), buffer.size(), 0);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return lost(Failure::Crashed, end());
    line.append(buffer.data(), static_cast<std::size_t>(got));
    if (line.size() > kMostAnswer) {
      end();
      return lost(Failure::TooLarge, "the answer is too long");
    }
  }
  line.pop_back();
  if (auto answer = decode_answer(line)) return std::move(*answer);
  end();
  return lost(Failure::Crashed, "the worker gave a malformed answer");
}

bool WorkerProcess::good_for_more() const {
  // An idle worker has nothing to say: what can be read is the end of a channel whose worker has died meanwhile.
  return process_ >= 0 && !readable(channel_, 0);
}

}  // namespace twofold::scanner
