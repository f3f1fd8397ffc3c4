#include "scanner/worker/page/page_picture.h"

#include "scanner/page_view.h"
#include "scanner/worker/page/encode.h"
#include "scanner/worker/page/image.h"

#include <algorithm>

namespace twofold::scanner {
namespace {

constexpr double kPreviewHeight = 10'000;  // pixels at most
constexpr std::size_t kPreviewBytes = 300'000;

EncodedPicture preview(const cv::Mat& picture) {
  const double scale = std::min({1.0, 1.0 * kShownWidth / picture.cols, kPreviewHeight / picture.rows});
  const cv::Mat small = scale < 1 ? shrunk(picture, scale) : picture;
  EncodedPicture bytes;
  for (const int quality : {65, 55, 35, 20}) {
    bytes = encode_jpeg(small, quality);
    if (bytes.size() <= kPreviewBytes) break;
  }
  return bytes;
}

}  // namespace

void write_page_picture(const std::filesystem::path& where, const cv::Mat& picture, double dpi) {
  write_picture_file(where, where.extension() == ".jpg" ? preview(picture) : encode_png(picture, dpi));
}

}  // namespace twofold::scanner
