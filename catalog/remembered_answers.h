#pragma once
// What was answered to a request that carried a key (Idempotency-Key), so that one sent twice is done once. Kept for a
// week.

#include "base/digest.h"
#include "catalog/database.h"

#include <optional>
#include <string>

namespace twofold::catalog {

struct RememberedAnswer {
  Sha256 request;  // of address and body
  int status = 0;  // 0: it was begun, and how it ended is not known
  std::string body;
};

// Of whoever acts.
std::optional<RememberedAnswer> find_remembered(const Database& database, const std::string& person,
                                                const std::string& key);
void begin_remembering(Transaction& transaction, const std::string& key, const Sha256& request);
void remember_answer(Transaction& transaction, const std::string& key, int status, const std::string& body);
// It changed nothing: the key is free again.
void forget_answer(Transaction& transaction, const std::string& key);

}  // namespace twofold::catalog
