#pragma once
// Sound files that the campaign damages: small ones made here, one or more of each type, and those of a folder.

#include "scanner/reader.h"

#include <filesystem>
#include <string>
#include <vector>

namespace twofold::bad_files {

struct Seed {
  std::string name;  // "tiff g4.tif"; its extension names the damaged files too
  scanner::FileType type = scanner::FileType::Unknown;
  std::string bytes;
};

// Writes what it needs below `folder`. With `old_office` also DOC and XLS, if the office suite is installed (says so).
std::vector<Seed> made_seeds(const std::filesystem::path& folder, bool old_office);
// Every known file below `given`, at most `most_of_type` of each type: pictures cut to a few hundred pixels, others as
// they are unless they are too large to be damaged by the thousand.
std::vector<Seed> seeds_below(const std::filesystem::path& given, std::size_t most_of_type);

}  // namespace twofold::bad_files
