#pragma once
// What stands behind Database, for sql.cpp and database.cpp alone.

#include "catalog/database.h"

#include <Poco/Data/Session.h>
#include <string>
#include <unordered_map>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace twofold::catalog {

struct Database::Handle {
  Poco::Data::Session session;
  sqlite3* connection;
  std::filesystem::path file;
  // Prepared statements that nobody uses just now, by their text.
  std::unordered_map<std::string, std::vector<sqlite3_stmt*>> idle;
};

// Throws the Error that a result code of SQLite stands for.
[[noreturn]] void throw_database_error(const Database::Handle& handle, int code);
void execute_script(const Database::Handle& handle, const std::string& sql);

}  // namespace twofold::catalog
