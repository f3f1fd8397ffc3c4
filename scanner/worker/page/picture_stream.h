#pragma once
// A page picture as the bytes of a PDF image.

#include <opencv2/core.hpp>

#include <string>

namespace twofold::scanner {

struct PictureStream {
  std::string bytes;
  int width = 0, height = 0;
  enum class Kind { Group4, GreyJpeg, ColourJpeg } kind = Kind::GreyJpeg;
};

// Bilevel pictures as CCITT group 4, others as JPEG, shrunk to at most `most_dpi`.
PictureStream encode_picture(const cv::Mat& picture, bool bilevel, double dpi, double most_dpi);

}  // namespace twofold::scanner
