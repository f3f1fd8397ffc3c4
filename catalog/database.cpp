#include "catalog/database.h"

#include "base/error.h"
#include "catalog/database_handle.h"
#include "catalog/embedded.h"
#include "catalog/sql.h"

#include <Poco/Data/SQLite/Connector.h>
#include <Poco/Data/SQLite/Utility.h>
#include <Poco/Exception.h>
#include <charconv>
#include <map>
#include <sqlite3.h>

namespace twofold::catalog {
namespace {

// A path as an SQLite URI wants it.
std::string uri_of(const std::filesystem::path& file, Database::Mode mode) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string uri = "file:";
  for (const char c : std::filesystem::absolute(file).string()) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = std::isalnum(byte) || c == '/' || c == '.' || c == '-' || c == '_';
    if (plain) uri += c;
    else uri += {'%', digits[byte >> 4U], digits[byte & 15U]};
  }
  return uri + (mode == Database::Mode::ReadOnly ? "?mode=ro" : "?mode=rwc");
}

Poco::Data::Session open_session(const std::filesystem::path& file, Database::Mode mode) {
  static const bool registered = (Poco::Data::SQLite::Connector::registerConnector(), true);
  static_cast<void>(registered);
  try {
    return {Poco::Data::SQLite::Connector::KEY, uri_of(file, mode)};
  } catch (const Poco::Exception& error) {
    throw Error(ErrorKind::Io, msg("database.io", file.string(), error.displayText()));
  }
}

// Versions of the schema with their scripts: schema/001.sql …
std::map<int, std::string> migrations() {
  std::map<int, std::string> scripts;
  for (const auto& file : embedded_files()) {
    if (!file.name.ends_with(".sql")) continue;
    int version = 0;
    std::from_chars(file.name.data(), file.name.data() + 3, version);
    scripts.emplace(version, file.content);
  }
  return scripts;
}

int stored_version(const Database& database) {
  Statement table(database, "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'meta'");
  if (!table.step()) return 0;
  return database.schema_version();
}

// Each migration is one transaction, so that a crash leaves the version before it or after it.
void migrate(const Database& database) {
  const auto scripts = migrations();
  const int version = stored_version(database);
  for (const auto& [number, script] : scripts) {
    if (number <= version) continue;
    execute_script(database.handle(), "BEGIN IMMEDIATE");
    try {
      execute_script(database.handle(), script);
      Statement(database, "INSERT INTO meta(key, value) VALUES('schema', ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value")
          .bind(std::to_string(number))
          .run();
      execute_script(database.handle(), "COMMIT");
    } catch (...) {
      sqlite3_exec(database.handle().connection, "ROLLBACK", nullptr, nullptr, nullptr);
      throw;
    }
  }
}

void refuse_newer(const Database& database, const std::filesystem::path& file) {
  const int newest = migrations().rbegin()->first;
  const int version = stored_version(database);
  if (version > newest) throw Error(ErrorKind::Invalid, msg("database.newer", file.string(), version, newest));
}

}  // namespace

Database::Database(const std::filesystem::path& file, Mode mode)
    : handle_(std::make_unique<Handle>(Handle{open_session(file, mode), nullptr, file, {}})) {
  handle_->connection = Poco::Data::SQLite::Utility::dbHandle(handle_->session);
  sqlite3_busy_timeout(handle_->connection, 10'000);
  execute_script(*handle_, "PRAGMA foreign_keys = ON");
  // What is destroyed must not be left in pages of the file that are merely free.
  execute_script(*handle_, "PRAGMA secure_delete = ON");
  if (mode == Mode::ReadWrite) execute_script(*handle_, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  // Kibibytes. A server has several readers, and the system keeps the pages too.
  execute_script(*handle_, mode == Mode::ReadWrite ? "PRAGMA cache_size = -65536" : "PRAGMA cache_size = -16384");
  execute_script(*handle_, "PRAGMA temp_store = MEMORY");
  refuse_newer(*this, file);
  if (mode == Mode::ReadWrite) migrate(*this);
}

Database::~Database() {
  for (auto& [sql, statements] : handle_->idle)
    for (auto* statement : statements) sqlite3_finalize(statement);
}

int Database::schema_version() const {
  const std::string text = meta("schema");
  int version = 0;
  std::from_chars(text.data(), text.data() + text.size(), version);
  return version;
}

std::string Database::meta(const std::string& key) const {
  Statement row(*this, "SELECT value FROM meta WHERE key = ?");
  row.bind(key);
  return row.step() ? row.text(0) : std::string();
}

Transaction::Transaction(Database& database, std::string actor, const Clock& clock)
    : database_(database), actor_(std::move(actor)), now_(clock.now()), today_(clock.today()) {
  execute_script(database_.handle(), "BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  if (open_) sqlite3_exec(database_.handle().connection, "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
  execute_script(database_.handle(), "COMMIT");
  open_ = false;
}

void Transaction::set_meta(const std::string& key, const std::string& value) {
  Statement(database_, "INSERT INTO meta(key, value) VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value")
      .bind(key)
      .bind(value)
      .run();
}

std::int64_t Transaction::draw(const std::string& counter) {
  Statement row(database_,
                "INSERT INTO counter(name, next) VALUES(?, 2) ON CONFLICT(name) DO UPDATE SET next = next + 1 RETURNING next - 1");
  row.bind(counter);
  row.step();
  const std::int64_t number = row.integer(0);
  row.run();  // RETURNING statements count as done only after their last row
  return number;
}

}  // namespace twofold::catalog
