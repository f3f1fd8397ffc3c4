#include "bench/search/engines/sqlite.h"

#include "base/text.h"

#include <sqlite3.h>

#include <stdexcept>

namespace twofold::bench {
namespace {

void check(sqlite3* database, int code) {
  if (code != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(database));
}

bool is_han(char32_t c) { return c >= 0x3400 && c <= 0x9fff; }
bool is_word(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xff10 && c <= 0xff5a);
}

// Runs of Han and runs of letters; what stands between goes.
std::vector<std::u32string> runs_of(const std::string& text) {
  std::vector<std::u32string> runs;
  int before = 0;
  for (const char32_t c : to_code_points(text)) {
    const int kind = is_han(c) ? 1 : is_word(c) ? 2 : 0;
    if (kind != 0 && kind != before) runs.emplace_back();
    if (kind != 0) runs.back() += c;
    before = kind;
  }
  return runs;
}

std::vector<std::string> bigrams_of(const std::string& text) {
  std::vector<std::string> bigrams;
  for (const auto& run : runs_of(text)) {
    if (!is_han(run[0]) || run.size() == 1) bigrams.push_back(to_utf8(run));
    else
      for (std::size_t i = 0; i + 1 < run.size(); ++i) bigrams.push_back(to_utf8(run.substr(i, 2)));
  }
  return bigrams;
}

std::string quoted(const std::vector<std::string>& parts, const std::string& op) {
  std::string question;
  for (const auto& part : parts)
    question += (question.empty() ? "\"" : op + "\"") + replace_all(part, "\"", "\"\"") + "\"";
  return question;
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
void Sqlite::Close::operator()(sqlite3* database) const { sqlite3_close(database); }

Statement::Statement(sqlite3* database, const std::string& sql) {
  sqlite3_stmt* made = nullptr;
  check(database, sqlite3_prepare_v2(database, sql.c_str(), -1, &made, nullptr));
  statement_.reset(made);
}
Statement& Statement::bind(int at, const std::string& text) {
  sqlite3_bind_text(statement_.get(), at, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
  return *this;
}
Statement& Statement::bind(int at, std::int64_t number) {
  sqlite3_bind_int64(statement_.get(), at, number);
  return *this;
}
bool Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code != SQLITE_ROW && code != SQLITE_DONE)
    throw std::runtime_error(sqlite3_errmsg(sqlite3_db_handle(statement_.get())));
  return code == SQLITE_ROW;
}
std::int64_t Statement::number(int column) const { return sqlite3_column_int64(statement_.get(), column); }
void Statement::reset() { sqlite3_reset(statement_.get()); }

Sqlite::Sqlite(const std::filesystem::path& file) {
  sqlite3* made = nullptr;
  const int code = sqlite3_open(file.c_str(), &made);
  database_.reset(made);
  check(made, code);
}
void Sqlite::run(const std::string& sql) {
  check(database_.get(), sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr));
}

std::string in_bigrams(const std::string& text) {
  std::string cut;
  for (const auto& bigram : bigrams_of(text)) cut += bigram + ' ';
  return cut;
}

std::string bigram_question(const std::string& question, const std::string& op) {
  return quoted(bigrams_of(question), op);
}

std::string trigram_question(const std::string& question) {
  std::vector<std::string> trigrams;
  for (const auto& run : runs_of(question))
    for (std::size_t i = 0; i + 2 < run.size(); ++i) trigrams.push_back(to_utf8(run.substr(i, 3)));
  return quoted(trigrams, " OR ");
}

}  // namespace twofold::bench
