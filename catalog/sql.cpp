#include "catalog/sql.h"

#include "base/error.h"
#include "catalog/database_handle.h"

#include <sqlite3.h>

namespace twofold::catalog {
namespace {

sqlite3_stmt* prepare(Database::Handle& handle, const std::string& sql) {
  if (const auto found = handle.idle.find(sql); found != handle.idle.end() && !found->second.empty()) {
    sqlite3_stmt* statement = found->second.back();
    found->second.pop_back();
    return statement;
  }
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(handle.connection, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                      &statement, nullptr);
  if (code != SQLITE_OK) throw_database_error(handle, code);
  return statement;
}

}  // namespace

void throw_database_error(const Database::Handle& handle, int code) {
  const std::string file = handle.file.string();
  const std::string reason = handle.connection ? sqlite3_errmsg(handle.connection) : sqlite3_errstr(code);
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: throw Error(ErrorKind::Conflict, msg("database.busy", file));
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: throw Error(ErrorKind::Corrupt, msg("database.corrupt", file, reason));
    case SQLITE_IOERR:
    case SQLITE_FULL:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM: throw Error(ErrorKind::Io, msg("database.io", file, reason));
    default: throw Error(ErrorKind::Internal, msg("database.refused", file, reason));
  }
}

void execute_script(const Database::Handle& handle, const std::string& sql) {
  const int code = sqlite3_exec(handle.connection, sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) throw_database_error(handle, code);
}

struct Statement::State {
  Database::Handle& handle;
  std::string sql;
  sqlite3_stmt* statement;
  int bound = 0;

  void check(int code) const {
    if (code != SQLITE_OK) throw_database_error(handle, code);
  }
};

Statement::Statement(const Database& database, std::string_view sql)
    : state_(std::make_unique<State>(State{database.handle(), std::string(sql), nullptr})) {
  state_->statement = prepare(state_->handle, state_->sql);
}

Statement::~Statement() {
  sqlite3_reset(state_->statement);
  sqlite3_clear_bindings(state_->statement);
  state_->handle.idle[state_->sql].push_back(state_->statement);
}

Statement& Statement::bind(std::int64_t value) {
  state_->check(sqlite3_bind_int64(state_->statement, ++state_->bound, value));
  return *this;
}

Statement& Statement::bind(double value) {
  state_->check(sqlite3_bind_double(state_->statement, ++state_->bound, value));
  return *this;
}

Statement& Statement::bind(std::string_view value) {
  // A view of nothing has no address, which SQLite would take for NULL.
  const char* data = value.data() ? value.data() : "";
  state_->check(sqlite3_bind_text64(state_->statement, ++state_->bound, data, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
  return *this;
}

Statement& Statement::bind_blob(std::string_view bytes) {
  const char* data = bytes.data() ? bytes.data() : "";
  state_->check(sqlite3_bind_blob64(state_->statement, ++state_->bound, data, bytes.size(), SQLITE_TRANSIENT));
  return *this;
}

Statement& Statement::bind_null() {
  state_->check(sqlite3_bind_null(state_->statement, ++state_->bound));
  return *this;
}

bool Statement::step() {
  const int code = sqlite3_step(state_->statement);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  throw_database_error(state_->handle, code);
}

std::size_t Statement::run() {
  while (step()) {
  }
  return static_cast<std::size_t>(sqlite3_changes64(state_->handle.connection));
}

bool Statement::is_null(std::size_t column) const {
  return sqlite3_column_type(state_->statement, static_cast<int>(column)) == SQLITE_NULL;
}

std::int64_t Statement::integer(std::size_t column) const {
  return sqlite3_column_int64(state_->statement, static_cast<int>(column));
}

double Statement::real(std::size_t column) const { return sqlite3_column_double(state_->statement, static_cast<int>(column)); }

std::string Statement::text(std::size_t column) const { return blob(column); }

std::string Statement::blob(std::size_t column) const {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(state_->statement, static_cast<int>(column)));
  const auto size = sqlite3_column_bytes(state_->statement, static_cast<int>(column));
  return data ? std::string(data, static_cast<std::size_t>(size)) : std::string();
}

std::optional<Date> Statement::date(std::size_t column) const {
  if (is_null(column)) return std::nullopt;
  return Date::parse(text(column));
}

std::int64_t last_insert_id(const Database& database) { return sqlite3_last_insert_rowid(database.handle().connection); }

}  // namespace twofold::catalog
