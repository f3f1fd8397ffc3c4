#pragma once
// What the campaign says.

#include "tests/bad_files/ingest_part.h"
#include "tests/bad_files/runner.h"

namespace twofold::bad_files {

std::string line_of(const Outcome& outcome);
// Types by results, the sums that decide, the ten slowest.
std::string text_of(std::vector<Outcome> outcomes);
std::string text_of(const Ingested& ingested);

}  // namespace twofold::bad_files
