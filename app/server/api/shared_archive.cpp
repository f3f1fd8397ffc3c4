#include "app/server/api/shared_archive.h"

#include "base/error.h"
#include "catalog/log_events.h"

#include <algorithm>
#include <thread>

namespace twofold::app::api {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds kGlance{10};
constexpr std::size_t kReadersPerCore = 2, kMoreReaders = 2;

std::size_t most_readers() {
  return kReadersPerCore * std::max(1U, std::thread::hardware_concurrency()) + kMoreReaders;
}

}  // namespace

bool Turn::take(const std::function<bool()>& give_up) {
  std::unique_lock lock(mutex_);
  const auto mine = waiting_.insert(waiting_.end(), 0);
  while (taken_ || waiting_.begin() != mine) {
    changed_.wait_for(lock, kGlance);
    if ((taken_ || waiting_.begin() != mine) && give_up()) {
      waiting_.erase(mine);
      changed_.notify_all();
      return false;
    }
  }
  waiting_.erase(mine);
  taken_ = true;
  return true;
}

void Turn::give() {
  const std::lock_guard lock(mutex_);
  taken_ = false;
  changed_.notify_all();
}

bool Turn::others_wait() const {
  const std::lock_guard lock(mutex_);
  return !waiting_.empty();
}

SharedArchive::SharedArchive(const std::filesystem::path& root, const std::filesystem::path& worker, const Clock& clock)
    : root_(root),
      worker_(worker),
      clock_(clock),
      writer_(std::make_unique<archive::Archive>(
          root, archive::OpenOptions{archive::OpenOptions::Access::Write, "twofold serve", &clock, worker})) {}

SharedArchive::~SharedArchive() = default;

std::unique_ptr<archive::Archive> SharedArchive::take_reader() {
  std::unique_lock lock(readers_mutex_);
  const auto mine = tickets_++;
  reader_free_.wait(lock, [&] { return served_ == mine && (!idle_.empty() || readers_ < most_readers()); });
  ++served_;
  reader_free_.notify_all();
  if (!idle_.empty()) {
    auto archive = std::move(idle_.back());
    idle_.pop_back();
    return archive;
  }
  ++readers_;
  lock.unlock();
  try {
    return std::make_unique<archive::Archive>(
        root_, archive::OpenOptions{archive::OpenOptions::Access::Read, "", &clock_, worker_});
  } catch (...) {
    lock.lock();
    --readers_;
    reader_free_.notify_all();
    throw;
  }
}

void SharedArchive::give_back(std::unique_ptr<archive::Archive> archive) {
  const std::lock_guard lock(readers_mutex_);
  idle_.push_back(std::move(archive));
  reader_free_.notify_all();
}

SharedArchive::Reading::~Reading() { owner_.give_back(std::move(archive_)); }

SharedArchive::Writing::Writing(SharedArchive& owner, std::string actor, catalog::Origin origin, milliseconds patience)
    : owner_(owner), actor_(std::move(actor)), origin_(std::move(origin)) {
  const auto until = steady_clock::now() + patience;
  if (!owner_.turn_.take([&] { return steady_clock::now() >= until; }))
    throw Error(ErrorKind::Conflict, msg("archive.busy_now"));
  act();
}

SharedArchive::Writing::~Writing() { owner_.turn_.give(); }

void SharedArchive::Writing::act() { owner_.writer_->act_as(actor_, origin_); }

void SharedArchive::Writing::aside(const std::function<void()>& work) {
  owner_.turn_.give();
  // Whatever happens, the turn is one's own again afterwards: the destructor gives it back.
  const auto resume = [&] {
    owner_.turn_.take([] { return false; });
    act();
  };
  try {
    work();
  } catch (...) {
    resume();
    throw;
  }
  resume();
}

void SharedArchive::Writing::log(const archive::LogEntry& entry) {
  catalog::Transaction transaction(owner_.writer_->database(), entry.actor, owner_.clock_);
  catalog::record_event(transaction, entry.event, entry.subject, entry.details);
  transaction.commit();
}

void SharedArchive::write(archive::LogEntry entry) {
  Queued mine{std::move(entry), false, nullptr};
  std::unique_lock lock(log_mutex_);
  queue_.push_back(&mine);
  while (!mine.done) {
    if (writing_log_) {
      log_changed_.wait(lock);
      continue;
    }
    writing_log_ = true;
    lock.unlock();
    // Somebody who holds the turn for long may write it meanwhile.
    const auto written = [&] {
      const std::lock_guard guard(log_mutex_);
      return mine.done;
    };
    if (turn_.take(written)) {
      write_queued();
      turn_.give();
    }
    lock.lock();
    writing_log_ = false;
    log_changed_.notify_all();
  }
  if (mine.error) std::rethrow_exception(mine.error);
}

void SharedArchive::write_queued() {
  std::deque<Queued*> batch;
  {
    const std::lock_guard lock(log_mutex_);
    batch.swap(queue_);
  }
  if (batch.empty()) return;
  auto& database = writer_->database();
  const auto origin = database.origin();
  std::exception_ptr error;
  try {
    catalog::Transaction transaction(database, batch.front()->entry.actor, clock_);
    for (const auto* queued : batch) {
      const auto& entry = queued->entry;
      database.set_origin(entry.origin);
      catalog::record_event_of(transaction, entry.actor, entry.event, entry.subject, entry.details);
    }
    transaction.commit();
  } catch (...) {
    error = std::current_exception();
  }
  database.set_origin(origin);
  const std::lock_guard lock(log_mutex_);
  for (auto* queued : batch) {
    queued->error = error;
    queued->done = true;
  }
  log_changed_.notify_all();
}

}  // namespace twofold::app::api
