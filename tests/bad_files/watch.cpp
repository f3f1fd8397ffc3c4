#include "tests/bad_files/watch.h"

#include "base/files.h"
#include "base/digest.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <set>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace twofold::bad_files {
namespace fs = std::filesystem;
namespace {

struct Process {
  pid_t id = 0, parent = 0;
  std::string name;
  char state = '?';
};

std::vector<Process> all_processes() {
  std::vector<Process> all;
  for (const auto& entry : fs::directory_iterator("/proc")) {
    const std::string id = entry.path().filename();
    if (!std::ranges::all_of(id, [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; })) continue;
    std::ifstream stat(entry.path() / "stat");
    std::string line;
    std::getline(stat, line);
    const auto open = line.find('('), close = line.rfind(')');
    if (close == std::string::npos || close + 4 > line.size()) continue;
    Process one{static_cast<pid_t>(std::stol(id)), 0, line.substr(open + 1, close - open - 1), line[close + 2]};
    one.parent = static_cast<pid_t>(std::stol(line.substr(close + 4)));
    all.push_back(std::move(one));
  }
  return all;
}

std::vector<Process> family() {
  const std::vector<Process> all = all_processes();
  std::set<pid_t> known{getpid()};
  std::vector<Process> found;
  for (bool grown = true; grown;) {
    grown = false;
    for (const Process& one : all) {
      if (known.contains(one.id) || !known.contains(one.parent)) continue;
      known.insert(one.id);
      found.push_back(one);
      grown = true;
    }
  }
  return found;
}

bool is_worker(const Process& one) { return one.name.starts_with("twofold-reader"); }

std::string described(const fs::path& path) {
  struct stat status {};
  if (lstat(path.c_str(), &status) != 0) return "gone";
  std::string text = fmt::format("{:o} {} {} {}.{}", status.st_mode, status.st_size, status.st_nlink,
                                 status.st_mtim.tv_sec, status.st_mtim.tv_nsec);
  if (S_ISREG(status.st_mode)) text += ' ' + sha256_file(path).text();
  return text;
}

// Words and numbers of the reader's own; the names of the tricks are none of these.
bool is_plain(const std::string& name) {
  static constexpr std::array kWords{"enclosed", "embedded", "pieces", "pictures", "reading-copy.pdf"};
  return std::ranges::find(kWords, name) != kWords.end() || name.starts_with("source-") ||
         std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

WatchedFolder::WatchedFolder(fs::path root) : root_(std::move(root)), target_(root_ / "target 目标") {
  fs::create_directories(target_ / "way");
  for (const fs::path& place : {root_, target_, target_ / "way"}) {
    std::ofstream(place / "canary") << "nobody may change me\n";
    std::ofstream(place / "0") << "nor me\n";
  }
  known_ = look({});
}

std::map<std::string, std::string> WatchedFolder::look(const fs::path& apart) const {
  std::map<std::string, std::string> seen{{".", "folder"}};
  for (auto at = fs::recursive_directory_iterator(root_); at != fs::recursive_directory_iterator(); ++at) {
    if (at->path() == apart) {
      at.disable_recursion_pending();
      continue;
    }
    seen[at->path().lexically_relative(root_)] = described(at->path());
  }
  return seen;
}

std::vector<std::string> WatchedFolder::changes(const fs::path& apart) {
  const auto now = look(apart);
  std::vector<std::string> told;
  for (const auto& [path, what] : now) {
    const auto before = known_.find(path);
    if (before == known_.end()) told.push_back("new: " + path);
    else if (before->second != what) told.push_back("changed: " + path);
  }
  for (const auto& [path, what] : known_)
    if (!now.contains(path)) told.push_back("gone: " + path);
  known_ = now;
  return told;
}

std::vector<std::string> strangers_in(const fs::path& scratch) {
  std::vector<std::string> strange;
  for (const auto& entry : fs::recursive_directory_iterator(scratch)) {
    const fs::path inner = entry.path().lexically_relative(scratch);
    const std::string name = inner.filename().string();
    const bool folder = fs::is_directory(entry.symlink_status()), file = fs::is_regular_file(entry.symlink_status());
    const bool ours = folder ? inner.parent_path().empty() && is_plain(name) : file && is_plain(name);
    if (!ours) strange.push_back("in the scratch folder: " + inner.string());
  }
  return strange;
}

void adopt_orphans() { prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0); }

std::vector<std::string> descendants(bool workers_too) {
  std::vector<std::string> names;
  for (const Process& one : family()) {
    if (one.state == 'Z' && one.parent == getpid() && !is_worker(one)) {
      waitpid(one.id, nullptr, WNOHANG);
      continue;
    }
    if (one.state == 'Z' || (is_worker(one) && !workers_too)) continue;
    names.push_back(fmt::format("{} ({})", one.name, one.id));
  }
  return names;
}

std::uint64_t resident_kib(pid_t process) {
  std::ifstream statm(fmt::format("/proc/{}/statm", process));
  std::uint64_t total = 0, resident = 0;
  statm >> total >> resident;
  return resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE)) / 1024;
}

WorkerGauge::WorkerGauge() : thread_([this] { watch(); }) {}

WorkerGauge::~WorkerGauge() {
  stop_ = true;
  thread_.join();
}

void WorkerGauge::watch() {
  while (!stop_) {
    std::uint64_t largest = 0;
    for (const Process& one : family())
      if (is_worker(one)) largest = std::max(largest, resident_kib(one.id));
    for (auto& peak : peaks_)
      if (largest > peak) peak = largest;
    std::this_thread::sleep_for(std::chrono::milliseconds(25));
  }
}

}  // namespace twofold::bad_files
