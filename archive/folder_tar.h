#pragma once
// A folder as one file, for those who fetch it over a network.

#include <filesystem>
#include <functional>
#include <string_view>

namespace twofold::archive {

// Its files in name order as a tar (pax, so that names may be 中文), piece by piece. Throws Error{Io}; what was written
// by then is no whole tar.
void write_tar(const std::filesystem::path& folder, const std::function<void(std::string_view)>& write);

}  // namespace twofold::archive
