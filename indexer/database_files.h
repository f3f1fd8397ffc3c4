#pragma once
// The index folder, its fresh copy (.new) and the one before (.old), and the swap between them.

#include <filesystem>

namespace twofold::indexer {

// Puts folder.new in the place of folder, durably.
void swap_in(const std::filesystem::path& folder);
// After a crash between the two renames the old index is put back; a finished new one without a place is dropped.
void recover_swap(const std::filesystem::path& folder);

}  // namespace twofold::indexer
