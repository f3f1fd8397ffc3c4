#pragma once
// The few calls of SQLite that the peers need; throws std::runtime_error with SQLite's words.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace twofold::bench {

class Statement {
 public:
  Statement(sqlite3* database, const std::string& sql);
  Statement& bind(int at, const std::string& text);
  Statement& bind(int at, std::int64_t number);
  bool step();  // whether there is a row
  std::int64_t number(int column) const;
  void reset();

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

class Sqlite {
 public:
  explicit Sqlite(const std::filesystem::path& file);
  void run(const std::string& sql);
  Statement prepare(const std::string& sql) { return {database_.get(), sql}; }

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  std::unique_ptr<sqlite3, Close> database_;
};

// Cuts a text into lower-case words, numbers and Han bigrams, with spaces between: what unicode61 takes as words.
std::string in_bigrams(const std::string& text);
// A question for FTS5 with everything joined by `op`: " OR " or " AND ". Empty where nothing can be asked.
std::string bigram_question(const std::string& question, const std::string& op);
std::string trigram_question(const std::string& question);

}  // namespace twofold::bench
