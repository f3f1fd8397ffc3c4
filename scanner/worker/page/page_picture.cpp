#include "scanner/worker/page/page_picture.h"

#include "scanner/page_view.h"
#include "scanner/worker/page/image.h"

#include <opencv2/imgcodecs.hpp>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <stdexcept>
#include <vector>

namespace twofold::scanner {
namespace {

using Bytes = std::vector<unsigned char>;

constexpr double kPreviewHeight = 10'000;  // pixels at most
constexpr std::size_t kPreviewBytes = 300'000;
constexpr std::size_t kPngHeader = 8 + 25;  // the signature and the IHDR chunk

Bytes preview(const cv::Mat& picture) {
  const double scale = std::min({1.0, 1.0 * kShownWidth / picture.cols, kPreviewHeight / picture.rows});
  const cv::Mat small = scale < 1 ? shrunk(picture, scale) : picture;
  Bytes bytes;
  for (const int quality : {65, 55, 35, 20}) {
    cv::imencode(".jpg", small, bytes, {cv::IMWRITE_JPEG_QUALITY, quality});
    if (bytes.size() <= kPreviewBytes) break;
  }
  return bytes;
}

void put_number(Bytes& bytes, std::uint32_t number) {
  for (const unsigned shift : {24U, 16U, 8U, 0U}) bytes.push_back(static_cast<unsigned char>(number >> shift));
}

// The chunk that tells the resolution, in pixels per metre; OpenCV writes none.
Bytes resolution_chunk(double dpi) {
  const auto per_metre = static_cast<std::uint32_t>(std::lround(dpi / 0.0254));
  Bytes chunk;
  put_number(chunk, 9);
  for (const char letter : {'p', 'H', 'Y', 's'}) chunk.push_back(static_cast<unsigned char>(letter));
  put_number(chunk, per_metre);
  put_number(chunk, per_metre);
  chunk.push_back(1);
  put_number(chunk, static_cast<std::uint32_t>(crc32(0, chunk.data() + 4, static_cast<uInt>(chunk.size() - 4))));
  return chunk;
}

Bytes whole(const cv::Mat& picture, double dpi) {
  Bytes bytes;
  cv::imencode(".png", picture, bytes);
  if (dpi <= 0 || bytes.size() <= kPngHeader) return bytes;
  const Bytes chunk = resolution_chunk(dpi);
  bytes.insert(bytes.begin() + kPngHeader, chunk.begin(), chunk.end());
  return bytes;
}

}  // namespace

void write_page_picture(const std::filesystem::path& where, const cv::Mat& picture, double dpi) {
  const Bytes bytes = where.extension() == ".jpg" ? preview(picture) : whole(picture, dpi);
  std::ofstream out(where, std::ios::binary);
  out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  if (!out.flush()) throw std::runtime_error("a picture of the page cannot be written");
}

}  // namespace twofold::scanner
