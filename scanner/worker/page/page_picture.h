#pragma once
// Pictures of a page for people: a small one to look at, or the page in full to keep.

#include <opencv2/core.hpp>

#include <filesystem>

namespace twofold::scanner {

// A name that ends in .jpg gets a preview of at most kShownWidth and some 300 kB; any other the whole picture as PNG that
// tells its resolution. Throws std::runtime_error where it cannot be written.
void write_page_picture(const std::filesystem::path& where, const cv::Mat& picture, double dpi);

}  // namespace twofold::scanner
