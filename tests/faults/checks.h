#pragma once
// What must hold of an archive after any kill: right after recovery, and once the work has been run again to its end.

#include "tests/faults/scenarios.h"

namespace twofold::faults {

// Each string is one fault, in plain English; empty when all is well.
std::vector<std::string> faults_after_recovery(archive::Archive& archive);
std::vector<std::string> faults_at_the_end(const std::string& scenario, const Place& place);

}  // namespace twofold::faults
