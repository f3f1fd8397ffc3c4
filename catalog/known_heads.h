#pragma once
// Heads of the event chain that are known from elsewhere: from a printed form, from a file of anchors. A chain that was written
// anew from some event on differs from each that comes after it; one that was cut or rolled back does not reach the last.

#include "catalog/events.h"

namespace twofold::catalog {

using KnownHeads = std::vector<ChainHead>;  // in ascending order

// The whole chain recomputed, and each of the heads looked for in it; the first bad event, or nothing.
std::optional<ChainFault> verify_chain_against(const Database& database, const KnownHeads& known);

}  // namespace twofold::catalog
