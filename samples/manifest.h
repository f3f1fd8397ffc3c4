#pragma once
// The list that goes with a binder (manifest.csv), and the truth about its pages for tests (pages.jsonl).

#include "samples/document.h"

namespace twofold::samples {

// UTF-8 with a byte order mark, as spreadsheets expect; one row to each file, a pack counting as one.
std::string manifest(const std::vector<Document>& documents);
std::string truth_lines(const std::vector<Truth>& pages);

}  // namespace twofold::samples
