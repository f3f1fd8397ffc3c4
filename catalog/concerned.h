#pragma once
// Whose cases a list tells of where somebody may not see the whole register: what they asked for themselves, and what is about the
// customers and chapters they keep. Used by the lists of requests.

#include "catalog/sql.h"

#include <optional>
#include <string>

namespace twofold::catalog {

struct Concerned {
  std::string person;
  std::int64_t manager_id = 0;   // 0: keeps no customers
};

// Over the columns `requested_by` and `i` of an item; see bind_concerned().
inline constexpr std::string_view kConcerns =
    "(? IS NULL OR requested_by = ? OR i.customer_id IN (SELECT id FROM customer WHERE manager_id = ?) "
    "OR i.chapter_id IN (SELECT chapter_id FROM chapter_custody WHERE until IS NULL AND manager_id = ?)) ";

inline Statement& bind_concerned(Statement& row, const std::optional<Concerned>& whose) {
  const auto person = whose ? std::optional(whose->person) : std::nullopt;
  const std::int64_t manager = whose ? whose->manager_id : 0;
  return row.bind(person).bind(person).bind(manager).bind(manager);
}

}  // namespace twofold::catalog
