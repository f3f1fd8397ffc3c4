#include "archive/ingest.h"

#include "archive/acceptance.h"
#include "archive/turns.h"
#include "base/error.h"
#include "scanner/reader.h"

#include <condition_variable>
#include <map>
#include <thread>

namespace twofold::archive {
namespace {

// What the reading threads have ready, handed out in the order of the sources, so that numbers are the same on every run.
// Bounded: a thread that is far ahead waits, so that memory stays flat.
class Belt {
 public:
  explicit Belt(std::size_t window) : window_(window) {}

  // False once anything has failed: then nobody reads on.
  bool put(std::size_t index, std::vector<Arrival> arrivals) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return failed_ || index < next_ + window_; });
    if (failed_) return false;
    ready_.emplace(index, std::move(arrivals));
    changed_.notify_all();
    return true;
  }
  void fail(std::exception_ptr error) {
    const std::lock_guard guard(mutex_);
    if (!failed_) failed_ = std::move(error);
    changed_.notify_all();
  }
  void reader_done() {
    const std::lock_guard guard(mutex_);
    --readers_;
    changed_.notify_all();
  }
  void expect_readers(int count) { readers_ = count; }

  // The next in order; nothing when all readers are done, or after `patience` so that the caller can settle.
  enum class Taken { Some, NothingYet, End };
  Taken take(std::vector<Arrival>& arrivals, std::chrono::milliseconds patience) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, patience, [&] { return ready_.contains(next_) || readers_ == 0; });
    const auto found = ready_.find(next_);
    if (found == ready_.end()) return readers_ == 0 ? Taken::End : Taken::NothingYet;
    arrivals = std::move(found->second);
    ready_.erase(found);
    ++next_;
    changed_.notify_all();
    return Taken::Some;
  }
  void rethrow() const {
    if (failed_) std::rethrow_exception(failed_);
  }

 private:
  const std::size_t window_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::size_t, std::vector<Arrival>> ready_;
  std::size_t next_ = 0;
  int readers_ = 0;
  std::exception_ptr failed_;
};

void read_all(Archive& archive, Sources& sources, scanner::Reader& reader, Claims& claims, Belt& belt, ProgressSink& progress) {
  try {
    const catalog::Database database(archive.layout().catalogue(), catalog::Database::Mode::ReadOnly);
    while (auto source = sources.next()) {
      const auto index = source->index;
      if (!belt.put(index, read_source(archive, database, reader, claims, std::move(*source), progress))) break;
    }
  } catch (...) {
    belt.fail(std::current_exception());
  }
  belt.reader_done();
}

// The readers tell of single pages; the bar of an ingest counts files. Only the wish to stop goes through.
class StopOnly final : public ProgressSink {
 public:
  explicit StopOnly(const ProgressSink& outer) : outer_(outer) {}
  void report(const Progress&) override {}
  bool cancelled() const override { return outer_.cancelled(); }

 private:
  const ProgressSink& outer_;
};

IngestSummary accept_all(Archive& archive, const Sources& sources, Belt& belt, ProgressSink& progress,
                         const std::function<void(const FileResult&)>& take) {
  try {
    Acceptance acceptance(archive, take);
    std::vector<Arrival> arrivals;
    std::uint64_t done = 0;
    for (;;) {
      auto taken = Belt::Taken::NothingYet;
      const auto take_next = [&] { taken = belt.take(arrivals, std::chrono::milliseconds(200)); };
      if (acceptance.in_transaction()) take_next();
      else aside(progress, take_next);
      if (taken == Belt::Taken::End) break;
      if (taken == Belt::Taken::Some) {
        progress.report({"progress.reading", ++done, sources.known_total(), arrivals.empty() ? "" : arrivals.front().shown});
        for (auto& arrival : arrivals) acceptance.accept(std::move(arrival));
      }
      acceptance.settle();
      if (others_wait(progress)) acceptance.commit();
    }
    acceptance.finish();
    return acceptance.summary();
  } catch (...) {
    // Without this the reading threads would wait for ever for a place on the belt.
    belt.fail(std::current_exception());
    throw;
  }
}

bool is_cancellation(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const Error& known) {
    return known.kind() == ErrorKind::Cancelled;
  } catch (...) {
    return false;
  }
}

}  // namespace

IngestSummary ingest(Archive& archive, const std::vector<std::filesystem::path>& paths, const IngestDefaults& defaults,
                     ProgressSink& progress, const std::function<void(const FileResult&)>& take) {
  auto options = archive.reader_options();
  options.pictures = scanner::Pictures::Shown;
  scanner::Reader reader(std::move(options));
  StopOnly stop(progress);
  Sources sources(archive, reader, paths, defaults, stop);
  const int cores = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  const int readers = 2 * (archive.config().workers > 0 ? archive.config().workers : cores);
  Claims claims;
  Belt belt(static_cast<std::size_t>(readers) * 4);
  belt.expect_readers(readers);
  std::vector<std::jthread> threads;
  for (int i = 0; i < readers; ++i)
    threads.emplace_back([&] { read_all(archive, sources, reader, claims, belt, stop); });

  auto summary = accept_all(archive, sources, belt, progress, take);
  summary.cancelled = progress.cancelled();
  try {
    belt.rethrow();
  } catch (...) {
    if (!is_cancellation(std::current_exception())) throw;
  }
  return summary;
}

}  // namespace twofold::archive
