#pragma once
// A page picture as the bytes of a PDF image.

#include <opencv2/core.hpp>

#include <string>

namespace twofold::scanner {

struct PictureStream {
  std::string bytes;
  int width = 0, height = 0;
  enum class Kind { Group4, GreyJpeg, ColourJpeg } kind = Kind::GreyJpeg;
  bool deflated = false;  // the bytes, once more, where that makes them clearly fewer
};

// Bilevel pictures as CCITT group 4, others as JPEG, shrunk to at most `most_dpi`. Throws std::runtime_error when an
// encoder fails.
PictureStream encode_picture(const cv::Mat& picture, bool bilevel, double dpi, double most_dpi);

}  // namespace twofold::scanner
