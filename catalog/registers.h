#pragma once
// The four registers (R42): transfers, loans, returns, appraisal and destruction, also of items removed before their time (R18). Read
// from the records themselves, so that a register and what it registers cannot differ; every entry says who stands for it.

#include "base/message.h"
#include "catalog/database.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace twofold::catalog {

enum class Register { Transfers, Loans, Returns, Disposition };
std::string text(Register which);  // "transfers", "loans", "returns", "disposition"
std::optional<Register> try_parse_register(std::string_view text);

// The columns of a register's form, as message keys; each row has as many cells.
std::vector<std::string> register_columns(Register which);
struct RegisterRow {
  std::int64_t id = 0;     // for the next page
  std::vector<std::string> cells;
};
// Entries of one year or all, in the order they were made, in words of that language.
std::vector<RegisterRow> list_register(const Database& database, Register which, std::optional<int> year, std::int64_t after_id,
                                       std::size_t most, Language language);
// How many entries each year has.
std::map<int, std::int64_t> count_register(const Database& database, Register which);

}  // namespace twofold::catalog
