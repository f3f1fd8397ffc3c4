#pragma once
// The catalogue's database: SQLite through Poco::Data, WAL + synchronous FULL, foreign keys on. One connection does all
// writing and checkpointing; readers open read-only. SQL stands in this folder alone (see sql.h).

#include "base/clock.h"

#include <filesystem>
#include <memory>
#include <string>

namespace twofold::catalog {

// Where what is done comes from; in every event beside who acts.
struct Origin {
  std::string roles;       // of the actor, as they were; empty in an archive without people
  std::string address;     // of the machine: local, or the peer's
  std::string request;     // the command or the request's name
};

class Database {
 public:
  enum class Mode { ReadOnly, ReadWrite };
  // Opens and, when writing, creates and migrates to the newest schema. Throws Error{Io|Corrupt|Conflict};
  // a schema newer than this program is Error{Invalid, "database.newer"}.
  Database(const std::filesystem::path& file, Mode mode);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  int schema_version() const;
  // Small settings of the archive: fonds, profile …; empty when absent.
  std::string meta(const std::string& key) const;

  void set_origin(Origin origin) { origin_ = std::move(origin); }
  const Origin& origin() const { return origin_; }

  struct Handle;  // for sql.h
  Handle& handle() const { return *handle_; }

 private:
  std::unique_ptr<Handle> handle_;
  Origin origin_;
};

// A unit of work: BEGIN IMMEDIATE now, rolled back on destruction unless committed. Carries who acts and when, for the events.
// A commit that fails throws Error{Io} and leaves nothing behind. Not thread-safe; one at a time per database.
class Transaction {
 public:
  Transaction(Database& database, std::string actor, const Clock& clock);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  void commit();
  Database& database() const { return database_; }
  const std::string& actor() const { return actor_; }
  Timestamp now() const { return now_; }
  Date today() const { return today_; }
  void set_meta(const std::string& key, const std::string& value);
  // The next number of a counter, from 1, without gaps: a rollback gives it back.
  std::int64_t draw(const std::string& counter);

 private:
  Database& database_;
  std::string actor_;
  Timestamp now_;
  Date today_;
  bool open_ = true;
};

}  // namespace twofold::catalog
