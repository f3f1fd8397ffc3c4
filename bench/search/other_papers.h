#pragma once
// Papers that were not made for searching: paragraphs of real texts, and the demonstration binder with its truth.

#include "bench/search/paper.h"

#include <filesystem>

namespace twofold::bench {

// Every .txt below the folder: each paragraph a paper, titled by the heading above it.
std::vector<Paper> paragraphs_in(const std::filesystem::path& folder, std::int64_t first_id);
// What make-samples wrote into the folder: the manifest's rows with the text of their pages.
std::vector<Paper> samples_in(const std::filesystem::path& folder, std::int64_t first_id);

}  // namespace twofold::bench
