#pragma once
// Files that grow at their end and are there after a power cut.

#include <filesystem>
#include <string_view>

namespace twofold {

// The file is made where there is none, for its owner alone; what was added is on the disk when it returns. Throws Error{Io,
// "file.cannot_write" | "file.sync_failed"}.
void append_durably(const std::filesystem::path& path, std::string_view content);

}  // namespace twofold
