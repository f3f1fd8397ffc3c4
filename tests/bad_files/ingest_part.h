#pragma once
// A part of the bad files through the real program into a real archive.

#include "tests/bad_files/damage.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace twofold::bad_files {

struct Ingested {
  std::size_t files = 0;
  std::map<std::string, std::size_t> outcomes;  // of the receipts: "draft", "duplicate", "quarantined", "unpacked"
  std::vector<std::string> faults;  // silently skipped files, lost bytes, what the checks of the archive say
};

// Hands `files` to `twofold ingest` below `folder`, then asks `audit verify` and `xref verify`.
Ingested ingest(const std::vector<BadFile>& files, const std::filesystem::path& folder);

}  // namespace twofold::bad_files
