#pragma once
// The page directories of a TIFF read directly, without unpacking: size of each page, and whether all its bytes are
// there. libtiff accepts a file cut short and paints the rest white; this is how we notice.

#include <cstdint>
#include <filesystem>
#include <vector>

namespace twofold::scanner {

struct TiffDirectory {
  std::uint64_t width = 0, height = 0;
  double x_dpi = 0, y_dpi = 0;  // 0: not said
  bool complete = true;         // every strip and tile lies inside the file
};

// At most `most` directories, in order. Throws ReadFailure{Corrupt} when the header or the chain is broken.
std::vector<TiffDirectory> tiff_directories(const std::filesystem::path& file, std::size_t most);

}  // namespace twofold::scanner
