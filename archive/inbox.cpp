// The inbox folder: what has stood still is taken; a source goes only once its bytes have a receipt.

#include "archive/ingest.h"

#include "archive/sources.h"
#include "base/error.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <map>
#include <ranges>
#include <thread>
#include <unistd.h>

namespace twofold::archive {
namespace fs = std::filesystem;
namespace {

using std::chrono::steady_clock;

constexpr auto kPause = std::chrono::milliseconds(200);
constexpr auto kAfterFailure = std::chrono::seconds(5);

// Whether another process has it open for writing: then the kernel grants no read lease. Where it cannot tell (another
// owner's file, a network disk), standing still must do.
bool is_being_written(const fs::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return true;
  const bool refused = ::fcntl(descriptor, F_SETLEASE, F_RDLCK) != 0 && errno == EAGAIN;
  if (!refused) ::fcntl(descriptor, F_SETLEASE, F_UNLCK);
  ::close(descriptor);
  return refused;
}

template <class Take>
void each_file(const fs::path& entry, Take take) {
  if (!fs::is_directory(entry)) return take(entry);
  for (const auto& inner : fs::recursive_directory_iterator(entry))
    if (inner.is_regular_file()) take(inner.path());
}

// Size and time of everything below an entry of the inbox, folded into one value that changes when anything does.
std::string appearance(const fs::path& entry) {
  std::string text;
  each_file(entry, [&](const fs::path& file) {
    std::error_code error;
    const auto size = fs::file_size(file, error);
    const auto time = fs::last_write_time(file, error).time_since_epoch().count();
    text += file.string() + ':' + std::to_string(size) + ':' + std::to_string(time) + '\n';
  });
  return text;
}

struct Seen {
  std::string appearance;
  steady_clock::time_point since;
  bool refused = false;  // not tried again before it has changed
};

class Inbox {
 public:
  explicit Inbox(const Archive& archive)
      : folder_(archive.layout().inbox()), stability_(std::chrono::seconds(archive.config().stability_seconds)) {}

  // Nothing left that will be taken if it only stands still.
  bool empty() const {
    return std::ranges::none_of(fs::directory_iterator(folder_), [&](const auto& entry) {
      const auto seen = seen_.find(entry.path());
      return !is_left_out(entry.path()) && (seen == seen_.end() || !seen->second.refused);
    });
  }

  std::vector<fs::path> settled() {
    std::vector<fs::path> ready;
    std::map<fs::path, Seen> now;
    for (const auto& entry : fs::directory_iterator(folder_)) {
      if (is_left_out(entry.path())) continue;
      Seen seen{appearance(entry.path()), steady_clock::now()};
      const auto before = seen_.find(entry.path());
      if (before != seen_.end() && before->second.appearance == seen.appearance) seen = before->second;
      if (!seen.refused && steady_clock::now() - seen.since >= stability_ && is_complete(entry.path())) ready.push_back(entry.path());
      now.emplace(entry.path(), std::move(seen));
    }
    seen_ = std::move(now);
    std::ranges::sort(ready);
    return ready;
  }

  void refuse(const fs::path& entry) { seen_.at(entry).refused = true; }

 private:
  static bool is_complete(const fs::path& entry) {
    bool complete = true;
    each_file(entry, [&](const fs::path& file) { complete = complete && !is_being_written(file); });
    return complete;
  }

  fs::path folder_;
  steady_clock::duration stability_;
  std::map<fs::path, Seen> seen_;
};

// Takes away every file whose very bytes have a receipt, then what described them, then folders that are empty. A file that
// came or changed meanwhile stays for the next round.
void remove_sources(Archive& archive, const fs::path& entry) {
  std::vector<fs::path> acknowledged, aside, folders;
  bool others = false;
  each_file(entry, [&](const fs::path& file) {
    if (is_left_out(file)) aside.push_back(file);
    else if (catalog::find_receipt(archive.database(), sha256_file(file))) acknowledged.push_back(file);
    else others = true;
  });
  for (const auto& file : acknowledged) remove_durably(file);
  if (others || !fs::is_directory(entry)) return;
  for (const auto& file : aside)
    if (is_litter(file)) remove_durably(file);
  for (const auto& inner : fs::recursive_directory_iterator(entry))
    if (inner.is_directory()) folders.push_back(inner.path());
  folders.insert(folders.begin(), entry);
  std::error_code not_empty;
  for (const auto& folder : folders | std::views::reverse) fs::remove(folder, not_empty);
  sync_folder(entry.parent_path());
}

FileResult refusal(const fs::path& entry, const Error& error) {
  FileResult result;
  result.path = entry.string();
  result.outcome = Outcome::Quarantined;
  result.reason = "refused";
  result.message = error.message();
  return result;
}

// False when the disk failed; nothing is lost by trying again later.
bool take_entry(Archive& archive, Inbox& inbox, const fs::path& entry, bool once, ProgressSink& progress,
                const std::function<void(const FileResult&)>& take) {
  try {
    if (ingest(archive, {entry}, {}, progress, take).cancelled) return true;
    remove_sources(archive, entry);
    if (fs::exists(entry)) inbox.refuse(entry);
    return true;
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::Io && !once) return false;
    if (error.kind() != ErrorKind::Invalid && error.kind() != ErrorKind::Usage) throw;
    inbox.refuse(entry);
    take(refusal(entry, error));
    return true;
  }
}

void pause(ProgressSink& progress, steady_clock::duration time) {
  const auto end = steady_clock::now() + time;
  while (!progress.cancelled() && steady_clock::now() < end) std::this_thread::sleep_for(kPause);
}

}  // namespace

void watch_inbox(Archive& archive, bool once, ProgressSink& progress, const std::function<void(const FileResult&)>& take) {
  Inbox inbox(archive);
  while (!progress.cancelled()) {
    for (const auto& entry : inbox.settled()) {
      if (progress.cancelled()) return;
      if (!take_entry(archive, inbox, entry, once, progress, take)) pause(progress, kAfterFailure);
    }
    if (once && inbox.empty()) return;
    pause(progress, kPause);
  }
}

}  // namespace twofold::archive
