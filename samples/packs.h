#pragma once
// Scans sent together: zip, tar.gz and 7z.

#include "samples/document.h"

#include <opencv2/core.hpp>

#include <filesystem>

namespace twofold::samples {

// One image file to each page; returns their names within the pack. Throws Error{Io, "file.cannot_write"}.
std::vector<std::string> write_pack(const std::filesystem::path& target, Carrier carrier,
                                    const std::vector<cv::Mat>& pages);

}  // namespace twofold::samples
