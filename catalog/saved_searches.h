#pragma once
// Questions that a person has given a name, to ask them again. Each owner has their own; nobody sees another's.

#include "catalog/database.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace twofold::catalog {

struct SavedSearch {
  std::string owner, name;
  std::string question;       // as it was typed
  std::string sort;           // "relevance", "newest" or "oldest"
  Timestamp created_at;
};

// The owner is who acts. White space around the name does not count. Event "search.saved".
// Error{Usage, "search.name_missing" | "search.question_missing"}, Error{Refused, "search.name_taken"}.
SavedSearch save_search(Transaction& transaction, std::string_view name, const std::string& question,
                        const std::string& sort);
// Event "search.removed". Error{NotFound, "search.not_saved"} where the one who acts has none of this name.
void remove_saved_search(Transaction& transaction, std::string_view name);
std::optional<SavedSearch> find_saved_search(const Database& database, std::string_view owner, std::string_view name);
std::vector<SavedSearch> list_saved_searches(const Database& database, std::string_view owner);  // by name

}  // namespace twofold::catalog
