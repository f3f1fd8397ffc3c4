#pragma once
// The archive as a server holds it: one connection that does all the writing, in turns, and a few that read beside it.
// Thread-safe.

#include "archive/archive.h"
#include "archive/logbook.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <vector>

namespace twofold::app::api {

// First come, first served.
class Turn {
 public:
  // Waits until it is one's turn; false as soon as `give_up` says so, which is asked every few milliseconds.
  bool take(const std::function<bool()>& give_up);
  void give();
  bool others_wait() const;

 private:
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  bool taken_ = false;
  std::list<int> waiting_;  // their order alone counts
};

class SharedArchive final : public archive::Logbook {
 public:
  // Takes the archive's lock for as long as it lives and recovers, as every writer does: see archive/archive.h for what
  // it throws.
  SharedArchive(const std::filesystem::path& root, const std::filesystem::path& worker, const Clock& clock);
  ~SharedArchive() override;

  // One of the reading archives, given back when the value goes.
  class Reading {
   public:
    Reading(SharedArchive& owner, std::unique_ptr<archive::Archive> archive)
        : owner_(owner), archive_(std::move(archive)) {}
    ~Reading();
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;
    archive::Archive& archive() { return *archive_; }

   private:
    SharedArchive& owner_;
    std::unique_ptr<archive::Archive> archive_;
  };
  std::unique_ptr<archive::Archive> take_reader();  // waits where all are in use

  // The writing one, on behalf of somebody, until the value goes. Throws Error{Conflict, "archive.busy_now"} where its
  // turn has not come within `patience`.
  class Writing {
   public:
    Writing(SharedArchive& owner, std::string actor, catalog::Origin origin, std::chrono::milliseconds patience);
    ~Writing();
    Writing(const Writing&) = delete;
    Writing& operator=(const Writing&) = delete;
    archive::Archive& archive() { return *owner_.writer_; }
    // Lets others write while `work` runs, which must leave the archive's connection alone.
    void aside(const std::function<void()>& work);
    // An entry through the connection that one holds.
    void log(const archive::LogEntry& entry);

   private:
    void act();

    SharedArchive& owner_;
    const std::string actor_;
    const catalog::Origin origin_;
  };

  // Entries that come in at the same time share a transaction.
  void write(archive::LogEntry entry) override;
  // For whoever holds the turn, outside of transactions: writes what waits.
  void write_queued();
  bool others_wait() const { return turn_.others_wait(); }

  // For those at the machine's own command line.
  void announce(const std::string& address) { writer_->announce(address); }
  const archive::Layout& layout() const { return writer_->layout(); }
  const archive::Config& config() const { return writer_->config(); }
  const catalog::Profile& profile() const { return writer_->profile(); }
  const std::vector<Message>& findings() const { return writer_->findings(); }
  scanner::ReaderOptions reader_options() const { return writer_->reader_options(); }
  const Clock& clock() const { return clock_; }

 private:
  struct Queued {
    archive::LogEntry entry;
    bool done = false;
    std::exception_ptr error;
  };
  void give_back(std::unique_ptr<archive::Archive> archive);

  const std::filesystem::path root_, worker_;
  const Clock& clock_;
  std::unique_ptr<archive::Archive> writer_;
  Turn turn_;

  std::mutex readers_mutex_;
  std::condition_variable reader_free_;
  std::vector<std::unique_ptr<archive::Archive>> idle_;
  std::size_t readers_ = 0;
  std::uint64_t tickets_ = 0, served_ = 0;  // first come, first served

  std::mutex log_mutex_;
  std::condition_variable log_changed_;
  std::deque<Queued*> queue_;
  bool writing_log_ = false;
};

}  // namespace twofold::app::api
