#pragma once
// Image files as office scanners write them, with their resolution inside.

#include "samples/document.h"

#include <opencv2/core.hpp>

#include <filesystem>

namespace twofold::samples {

// `pages` are 300 dpi, grey or BGR; only TIFF and PDF take more than one. Throws Error{Io, "file.cannot_write"}.
void write_images(const std::filesystem::path& target, Carrier carrier, const std::vector<cv::Mat>& pages,
                  Random& random);

}  // namespace twofold::samples
