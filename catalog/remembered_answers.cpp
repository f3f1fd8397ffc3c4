#include "catalog/remembered_answers.h"

#include "catalog/sql.h"

namespace twofold::catalog {
namespace {

constexpr std::int64_t kKeptMilliseconds = std::int64_t{7} * 24 * 60 * 60 * 1000;

}  // namespace

std::optional<RememberedAnswer> find_remembered(const Database& database, const std::string& person,
                                                const std::string& key) {
  Statement row(database, "SELECT request_sha256, status, body FROM remembered_answer WHERE person = ? AND key = ?");
  row.bind(person).bind(key);
  if (!row.step()) return std::nullopt;
  return RememberedAnswer{Sha256::parse(row.text(0)), static_cast<int>(row.integer(1)), row.text(2)};
}

void begin_remembering(Transaction& transaction, const std::string& key, const Sha256& request) {
  const Database& database = transaction.database();
  Statement(database, "DELETE FROM remembered_answer WHERE at < ?")
      .bind(transaction.now().milliseconds - kKeptMilliseconds)
      .run();
  Statement(database, "INSERT INTO remembered_answer(person, key, request_sha256, status, at) VALUES(?, ?, ?, 0, ?)")
      .bind(transaction.actor())
      .bind(key)
      .bind(request.text())
      .bind(transaction.now())
      .run();
}

void remember_answer(Transaction& transaction, const std::string& key, int status, const std::string& body) {
  Statement(transaction.database(), "UPDATE remembered_answer SET status = ?, body = ? WHERE person = ? AND key = ?")
      .bind(status)
      .bind(body)
      .bind(transaction.actor())
      .bind(key)
      .run();
}

void forget_answer(Transaction& transaction, const std::string& key) {
  Statement(transaction.database(), "DELETE FROM remembered_answer WHERE person = ? AND key = ?")
      .bind(transaction.actor())
      .bind(key)
      .run();
}

}  // namespace twofold::catalog
