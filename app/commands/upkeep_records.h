#pragma once
// What the commands of upkeep share: numbers among the operands, pages of lists, and how an import ended.

#include "app/context.h"
#include "catalog/upkeep_record.h"

#include <Poco/JSON/Object.h>

namespace twofold::app {

// Throws Error{Usage, "cli.not_a_number"}.
std::int64_t id_operand(const Context& context, std::size_t index);
// --after as the id of the last row seen, 0 without.
std::int64_t after_id(const Context& context);
// --date, else today.
Date day_given(const Context& context);
// --person, else who acts.
std::string person_given(const Context& context);
// Says and answers what an import did; the exit code: 1 where rows have faults.
int end_of_import(const Context& context, const catalog::ImportResult& result);

}  // namespace twofold::app
