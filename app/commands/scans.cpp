#include "app/commands/scans.h"

#include "app/commands/records.h"
#include "app/cli/terminal.h"
#include "archive/sources.h"
#include "base/text.h"

#include <algorithm>
#include <deque>
#include <future>
#include <iostream>
#include <thread>
#include <unistd.h>

namespace twofold::app {
namespace fs = std::filesystem;

void Scan::fail(std::string why, Message message) {
  reason = std::move(why);
  trouble = std::move(message);
}

void Scan::fail(const Error& error) {
  fail(error.message().key, error.message());
  broken = error.kind() != ErrorKind::Refused;
}

namespace {

// A file to read, or a container that has been opened already.
struct Waiting {
  Scan scan;
  scanner::Nesting nesting;
  std::shared_ptr<ScratchFolder> keeps;  // where it was unpacked, until it has been read
  bool settled = false;                  // nothing is left to do
};

// The readers tell of single pages; with several files the bar counts files, and only the wish to stop goes through.
class StopOnly final : public ProgressSink {
 public:
  explicit StopOnly(const ProgressSink& outer) : outer_(outer) {}
  void report(const Progress&) override {}
  bool cancelled() const override { return outer_.cancelled(); }

 private:
  const ProgressSink& outer_;
};

class ScanRun {
 public:
  ScanRun(scanner::ReaderOptions options, ScanWork work, ProgressSink& progress)
      : reader_(std::move(options)), work_(work), progress_(progress) {}

  // Reads one file and, after it, what a mail or a container within it encloses.
  void read(std::vector<Scan>& scans, Waiting waiting) {
    if (!waiting.settled) examine(waiting.scan, waiting.nesting);
    const bool opened = waiting.settled;
    scans.push_back(std::move(waiting.scan));
    if (opened) return;
    for (auto& member : members_of(scans.back())) read(scans, std::move(member));
  }

  // A fault of the machine becomes the file's trouble: the other files may still go well.
  void examine(Scan& scan, const scanner::Nesting& nesting) {
    try {
      try_to_examine(scan, nesting);
    } catch (const Error& error) {
      if (error.kind() == ErrorKind::Cancelled) throw;
      scan.fail(error);
    }
  }

  static std::vector<Waiting> members_of(const Scan& scan) {
    std::vector<Waiting> members;
    for (const auto& enclosed : scan.reading.enclosed) {
      if (archive::is_left_out(fs::path(enclosed.name))) continue;
      Waiting member;
      member.scan.path = enclosed.path;
      member.scan.shown = scan.shown + "!/" + enclosed.name;
      member.nesting = scan.reading.inside;
      member.keeps = scan.scratch;
      members.push_back(std::move(member));
    }
    return members;
  }

 private:
  void try_to_examine(Scan& scan, const scanner::Nesting& nesting) {
    if (fs::is_directory(scan.path)) return scan.fail("scan.is_folder", msg("scan.is_folder", scan.shown));
    if (!fs::exists(scan.path)) return scan.fail("scan.no_such_file", msg("scan.no_such_file", scan.shown));
    scan.scratch = std::make_shared<ScratchFolder>(fs::temp_directory_path());
    const fs::path& folder = scan.scratch->path();
    scan.reading = work_ == ScanWork::Deskew ? reader_.deskew(scan.path, folder, progress_)
                                             : reader_.read(scan.path, folder, progress_, nesting);
    auto& failure = scan.reading.failure;
    if (!failure && scan.reading.container() && scan.reading.enclosed.empty()) failure = scanner::Failure::Empty;
    if (!failure) return;
    const std::string name(scanner::name_of(*failure));
    scan.fail(name, Message{"failure." + name, {scan.shown}});
  }

  scanner::Reader reader_;
  const ScanWork work_;
  ProgressSink& progress_;
};

// The files in order. A container at the front is opened, so that its members are read at once like any others.
class ScanQueue {
 public:
  ScanQueue(ScanRun& run, const std::vector<std::string>& operands) : run_(run) {
    for (const auto& operand : operands) {
      Waiting waiting;
      waiting.scan.path = operand;
      waiting.scan.shown = scrub_utf8(operand);
      waiting_.push_back(std::move(waiting));
    }
  }

  bool empty() const { return waiting_.empty(); }
  std::size_t size() const { return waiting_.size(); }

  Waiting next() {
    Waiting front = std::move(waiting_.front());
    waiting_.pop_front();
    const bool file = fs::is_regular_file(front.scan.path);
    if (!file || !archive::is_container(scanner::Reader::detect(front.scan.path))) return front;
    run_.examine(front.scan, front.nesting);
    auto members = ScanRun::members_of(front.scan);
    waiting_.insert(waiting_.begin(), std::make_move_iterator(members.begin()), std::make_move_iterator(members.end()));
    front.settled = true;
    return front;
  }

 private:
  ScanRun& run_;
  std::deque<Waiting> waiting_;
};

void complain(const Context& context, const Scan& scan) {
  clear_progress_line();
  context.warn(scan.shown, *scan.trouble);
}

// A few more files than cores are in hand, so that a slow one at the front does not leave cores idle.
std::size_t files_at_once() { return 4 * std::max(1U, std::thread::hardware_concurrency()); }

void hand_over(Context& context, std::vector<Scan> scans, ScanTally& tally, const std::function<void(Scan&)>& take) {
  for (Scan& scan : scans) {
    take(scan);
    ++tally.done;
    if (!scan.trouble) continue;
    ++tally.failed;
    tally.broken = tally.broken || scan.broken;
    complain(context, scan);
  }
}

}  // namespace

ScanTally read_scans(Context& context, ScanWork work, scanner::ReaderOptions options, const std::function<void(Scan&)>& take) {
  const auto& operands = context.arguments().operands;
  StopOnly stop(context.progress());
  const bool one = operands.size() == 1 && !archive::is_container(scanner::Reader::detect(operands.front()));
  ScanRun run(std::move(options), work, one ? context.progress() : stop);
  ScanQueue queue(run, operands);
  ScanTally tally;
  std::deque<std::future<std::vector<Scan>>> in_hand;
  try {
    std::size_t told = 0;
    while (!queue.empty() || !in_hand.empty()) {
      while (!queue.empty() && in_hand.size() < files_at_once())
        in_hand.push_back(std::async(std::launch::async, [&run, waiting = queue.next()]() mutable {
          std::vector<Scan> scans;
          run.read(scans, std::move(waiting));
          return scans;
        }));
      std::vector<Scan> scans = in_hand.front().get();
      in_hand.pop_front();
      ++told;
      if (!one)
        context.progress().report({"progress.files", told, told + in_hand.size() + queue.size(), scans.front().shown});
      hand_over(context, std::move(scans), tally, take);
    }
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::Cancelled) throw;
    tally.cancelled = true;
  }
  clear_progress_line();
  if (tally.cancelled) context.warn(msg("scan.cancelled"));
  return tally;
}

scanner::Accuracy accuracy_of(const Arguments& arguments) {
  const std::string wanted = arguments.get("accuracy", "fast");
  for (const auto accuracy : {scanner::Accuracy::Fast, scanner::Accuracy::Best})
    if (wanted == scanner::name_of(accuracy)) return accuracy;
  throw Error(ErrorKind::Usage, msg("scan.unknown_accuracy", wanted));
}

void place_new(const fs::path& from, const fs::path& to) {
  std::error_code failure;
  if (fs::exists(fs::symlink_status(to))) throw Error(ErrorKind::Refused, msg("scan.target_exists", to.string()));
  fs::copy_file(from, to, failure);
  if (!failure) return;
  if (failure == std::errc::file_exists) throw Error(ErrorKind::Refused, msg("scan.target_exists", to.string()));
  std::error_code ignored;
  fs::remove(to, ignored);
  throw Error(ErrorKind::Io, msg("file.cannot_write", to.string(), failure.message()));
}

void make_folder(const fs::path& folder) {
  std::error_code failure;
  fs::create_directories(folder, failure);
  if (failure) throw Error(ErrorKind::Io, msg("file.cannot_write", folder.string(), failure.message()));
}

std::string stem_of(const std::string& shown) {
  const std::size_t inner = shown.find("!/");
  if (inner == std::string::npos) return fs::path(shown).stem().string();
  std::string stem = fs::path(shown.substr(0, inner)).stem().string() + '-';
  const fs::path member = replace_all(shown.substr(inner + 2), "!/", "/");
  stem += replace_all((member.parent_path() / member.stem()).string(), "/", "-");
  return stem;
}

void clear_progress_line() {
  if (is_terminal(STDERR_FILENO)) std::cerr << "\r\033[K" << std::flush;
}

void FileStream::add(const Poco::JSON::Object& file) {
  if (!context_.json()) return;
  context_.print((begun_ ? ",\n" : "{\"files\":[\n") + json_text(file));
  begun_ = true;
}

void FileStream::finish(const ScanTally& tally) {
  if (!context_.json()) return;
  Object summary = ordered_object();
  summary.set("files", tally.done);
  summary.set("failed", tally.failed);
  summary.set("cancelled", tally.cancelled);
  context_.print((begun_ ? "\n" : "{\"files\":[") + ("],\"summary\":" + json_text(summary)) + "}\n");
}

Object scan_record(const Scan& scan, Language language) {
  Object record = ordered_object();
  record.set("path", scan.shown);
  record.set("type", std::string(scanner::name_of(scan.reading.type)));
  record.set("reason", scan.reason);
  record.set("message", scan.trouble ? render(*scan.trouble, language) : "");
  record.set("remedy", scan.trouble ? render_remedy(*scan.trouble, language) : "");
  return record;
}

}  // namespace twofold::app
