#pragma once
// What must not happen around the reader: files that change outside, processes that stay, memory that grows.

#include <sys/types.h>

#include <array>
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <thread>
#include <vector>

namespace twofold::bad_files {

// A folder with canaries in it. Everything below it is known by kind, size, times, links and digest.
class WatchedFolder {
 public:
  explicit WatchedFolder(std::filesystem::path root);
  const std::filesystem::path& target() const { return target_; }  // where path tricks aim
  // What has changed since the start, but for what lies below `apart`; each change is told once.
  std::vector<std::string> changes(const std::filesystem::path& apart);

 private:
  std::map<std::string, std::string> look(const std::filesystem::path& apart) const;
  std::filesystem::path root_, target_;
  std::map<std::string, std::string> known_;
};

// What a reader leaves in its scratch folder after a success is named by it, never by the file: no links, no devices,
// no other names. Anything else is told.
std::vector<std::string> strangers_in(const std::filesystem::path& scratch);

// Living processes that descend from this one, "name (pid)"; orphans count, because this process takes them over.
void adopt_orphans();
std::vector<std::string> descendants(bool workers_too);

std::uint64_t resident_kib(pid_t process);

// The largest worker since the last question, looked up often by a thread of its own.
class WorkerGauge {
 public:
  WorkerGauge();
  ~WorkerGauge();
  WorkerGauge(const WorkerGauge&) = delete;
  WorkerGauge& operator=(const WorkerGauge&) = delete;
  std::uint64_t peak_kib(int lane) { return peaks_.at(static_cast<std::size_t>(lane)).exchange(0); }

 private:
  void watch();
  std::array<std::atomic<std::uint64_t>, 2> peaks_{};
  std::atomic<bool> stop_ = false;
  std::thread thread_;
};

}  // namespace twofold::bad_files
