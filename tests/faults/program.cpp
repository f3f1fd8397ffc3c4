#include "tests/faults/program.h"

#include "base/files.h"

#include <cstdlib>
#include <fcntl.h>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace twofold::faults {
namespace fs = std::filesystem;
namespace {

void send_to(const fs::path& file, int descriptor) {
  const int opened = ::open(file.c_str(), O_CREAT | O_TRUNC | O_WRONLY, 0644);
  if (opened < 0 || ::dup2(opened, descriptor) < 0) ::_exit(126);
  ::close(opened);
}

[[noreturn]] void become(std::vector<std::string> words, const fs::path& folder, const Command& command, long kill_at) {
  send_to(folder / "answer", STDOUT_FILENO);
  send_to(folder / "complaint", STDERR_FILENO);
  ::setenv("TWOFOLD_TODAY", command.today.text().c_str(), 1);
  ::setenv("LC_ALL", "C.UTF-8", 1);
  if (kill_at != kNoShim) {
    ::setenv("LD_PRELOAD", TWOFOLD_KILL_SHIM, 1);
    ::setenv("TWOFOLD_KILL_AT", std::to_string(kill_at).c_str(), 1);
    ::setenv("TWOFOLD_KILL_COUNT", (folder / "calls").c_str(), 1);
  }
  std::vector<char*> arguments;
  for (auto& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  ::execv(arguments.front(), arguments.data());
  ::_exit(127);
}

}  // namespace

Ended run_program(const fs::path& archive, const fs::path& folder, const Command& command, long kill_at) {
  std::vector<std::string> words = {TWOFOLD_BINARY_DIR "/bin/twofold"};
  words.insert(words.end(), command.words.begin(), command.words.end());
  if (command.words.front() != "init") words.insert(words.end(), {"--archive", archive.string()});
  words.insert(words.end(), {"--actor", command.actor, "--json"});
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("fork fails");
  if (child == 0) become(std::move(words), folder, command, kill_at);
  int status = 0;
  ::waitpid(child, &status, 0);
  Ended ended;
  ended.killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
  ended.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  ended.answer = read_file(folder / "answer");
  ended.complaint = read_file(folder / "complaint");
  return ended;
}

Ended must_end(const fs::path& archive, const fs::path& folder, const Command& command, int code) {
  auto ended = run_program(archive, folder, command);
  if (ended.code == code) return ended;
  std::string words;
  for (const auto& word : command.words) words += word + ' ';
  throw std::runtime_error(words + "ended with " + std::to_string(ended.code) + ": " + ended.complaint + ended.answer);
}

}  // namespace twofold::faults
