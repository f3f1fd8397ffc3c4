#pragma once
// What a customer still lacks, as commands answer it.

#include "app/commands/records.h"
#include "app/context.h"
#include "catalog/completeness.h"

namespace twofold::app {

// As the profile calls the type or field, in the reader's language.
std::string name_of_gap(const Context& context, const catalog::Profile& profile, const catalog::Gap& gap);
Array gap_records(const Context& context, const catalog::Profile& profile, const std::vector<catalog::Gap>& gaps);

}  // namespace twofold::app
