#pragma once
// Pictures as files: JPEG and PNG. By their own libraries: OpenCV's files draw in a hundred more, which every worker would
// load at its start.

#include <opencv2/core.hpp>
#include <filesystem>
#include <vector>

namespace twofold::scanner {

using EncodedPicture = std::vector<unsigned char>;

enum class JpegKind { Plain, Smallest };  // Smallest: progressive, with codes of its own

// Of 8 bits, grey or BGR; quality from 0 to 100. Throws std::runtime_error where there is no such JPEG, as of more than
// 65,500 pixels in a row or column.
EncodedPicture encode_jpeg(const cv::Mat& picture, int quality, JpegKind kind = JpegKind::Plain);
// Without loss and quick rather than small; dpi 0: not told. Throws std::runtime_error.
EncodedPicture encode_png(const cv::Mat& picture, double dpi = 0);

// Throws std::runtime_error where it cannot be written whole.
void write_picture_file(const std::filesystem::path& where, const EncodedPicture& bytes);

}  // namespace twofold::scanner
