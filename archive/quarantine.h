#pragma once
// Files that could not be filed: the original bytes and a note that says why, in both languages.

#include "archive/arrival.h"

namespace twofold::archive {

// quarantine/<first 16 digits of the digest>/<name> and reason.txt; durable on return. The store's copy goes, unless it was
// there before.
void put_into_quarantine(Archive& archive, const Arrival& arrival, const Message& message);

}  // namespace twofold::archive
