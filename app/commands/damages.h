#pragma once
// --damages, as inspections and returned loans take it.

#include "app/context.h"
#include "catalog/inspections.h"

namespace twofold::app {

// Separated by commas; throws Error{Usage, "inspection.unknown_damage"}.
std::set<catalog::Damage> damages_given(const Context& context);

}  // namespace twofold::app
