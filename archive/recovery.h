#pragma once
// What opening for writing does before anything else: after it, nothing is half-done. Returns what needs a person.

#include "archive/archive.h"

namespace twofold::archive {

std::vector<Message> recover(Archive& archive);

}  // namespace twofold::archive
