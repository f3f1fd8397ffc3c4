#pragma once
// An archive on disk, opened. Owns all parts and passes references down; see docs/formats.md for the folder.

#include "archive/directory.h"
#include "archive/object_store.h"
#include "base/files.h"
#include "base/message.h"
#include "catalog/database.h"
#include "catalog/profile.h"
#include "scanner/reader_options.h"

#include <memory>
#include <optional>

namespace twofold::archive {

struct Layout {
  std::filesystem::path root;
  std::filesystem::path config() const { return root / "twofold.toml"; }
  std::filesystem::path profile() const { return root / "profile.toml"; }
  std::filesystem::path catalogue() const { return root / "catalogue.sqlite"; }
  std::filesystem::path store() const { return root / "store"; }
  std::filesystem::path index() const { return root / "index"; }
  std::filesystem::path inbox() const { return root / "inbox"; }
  std::filesystem::path quarantine() const { return root / "quarantine"; }
  std::filesystem::path cache() const { return root / "cache" / "recognition"; }
  std::filesystem::path pictures() const { return root / "cache" / "pictures"; }
  std::filesystem::path uploads() const { return root / "uploads"; }
  std::filesystem::path tmp() const { return root / "tmp"; }
  std::filesystem::path keys() const { return root / "keys"; }
  std::filesystem::path lock() const { return root / "lock"; }
};

// twofold.toml, with a comment at every setting.
struct Config {
  std::string fonds;                 // A001
  std::string fonds_name;            // 全宗名称, on the forms
  int workers = 0;                   // 0: one per core
  int stability_seconds = 5;         // a file in the inbox must have stood still so long
  scanner::ReaderLimits limits;
  DirectorySettings directory;       // for those who have no password here; none by default
  std::string purge_journal;         // a file outside of what backups bring back; empty: purged.log in the archive
  bool rehearsal = false;            // may be told that today is another day; never where real files are kept
};

struct OpenOptions {
  enum class Access { Read, Write };
  Access access = Access::Read;
  std::string actor;                 // who acts, for the events
  const Clock* clock = nullptr;      // null: the system's
  std::filesystem::path worker;      // the twofold-reader binary; needed for ingest alone
};

class Archive {
 public:
  // Makes the folder with everything in it; refuses one that is not empty: Error{Refused, "archive.not_empty"}.
  static void init(const std::filesystem::path& root, const std::string& fonds, const std::string& fonds_name,
                   const std::string& profile_key, const std::string& actor, const Clock& clock, bool rehearsal = false);

  // Writing takes the lock (Error{Conflict, "archive.busy" | "archive.served"}) and recovers: sweeps tmp/, finishes a destruction under way, checks
  // that every object reference exists with its right size, replays the outbox. Error{NotFound, "archive.none"} where there is no archive.
  Archive(const std::filesystem::path& root, OpenOptions options);
  ~Archive();
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  const Layout& layout() const { return layout_; }
  const Config& config() const { return config_; }
  const catalog::Profile& profile() const { return profile_; }
  const catalog::FondsCode& fonds() const { return fonds_; }
  catalog::Database& database() { return *database_; }
  ObjectStore& store() { return store_; }
  const Clock& clock() const { return *clock_; }
  const std::string& actor() const { return options_.actor; }
  scanner::ReaderOptions reader_options() const;
  // What recovery found that needs a person, in plain messages; empty when all is well.
  const std::vector<Message>& findings() const { return findings_; }

  // Tells whoever finds the archive locked where its server answers, for as long as the lock is held.
  void announce(const std::string& address) const;
  // For a face that keeps one archive open for many people: who acts from here on, and where they come from.
  void act_as(std::string actor, catalog::Origin origin);
  // While an IndexingRest lives, what changes waits in the outbox.
  bool indexing_rests() const { return indexing_rests_; }

 private:
  Layout layout_;
  OpenOptions options_;
  std::unique_ptr<Clock> own_clock_;
  const Clock* clock_;
  Config config_;
  catalog::FondsCode fonds_;
  catalog::Profile profile_;
  std::optional<FileLock> lock_;
  ObjectStore store_;
  std::unique_ptr<catalog::Database> database_;
  std::vector<Message> findings_;
  bool indexing_rests_ = false;
  friend class IndexingRest;
};

// Held by long work that has the index to itself; it learns of others' changes from the outbox.
class IndexingRest {
 public:
  explicit IndexingRest(Archive& archive) : archive_(archive) { archive_.indexing_rests_ = true; }
  ~IndexingRest() { archive_.indexing_rests_ = false; }
  IndexingRest(const IndexingRest&) = delete;
  IndexingRest& operator=(const IndexingRest&) = delete;

 private:
  Archive& archive_;
};

}  // namespace twofold::archive
