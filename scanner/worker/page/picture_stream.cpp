#include "scanner/worker/page/picture_stream.h"

#include "scanner/worker/page/encode.h"
#include "scanner/worker/page/image.h"

#include <leptonica/allheaders.h>
#include <opencv2/imgproc.hpp>
#include <zlib.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <vector>

namespace twofold::scanner {
namespace {

// Text of 10 points at 200 dpi stays clean; below 60 rings about the strokes begin to show.
constexpr int kJpegQuality = 65;
constexpr double kWorthIt = 0.97;  // JPEG of even paper repeats itself, and then deflates well

struct PixDeleter {
  void operator()(Pix* pix) const { pixDestroy(&pix); }
};

std::unique_ptr<Pix, PixDeleter> to_bits(const cv::Mat& grey) {
  std::unique_ptr<Pix, PixDeleter> pix(pixCreate(grey.cols, grey.rows, 1));
  if (!pix) throw std::bad_alloc();
  const int words = pixGetWpl(pix.get());
  for (int y = 0; y < grey.rows; ++y) {
    const auto* row = grey.ptr<unsigned char>(y);
    l_uint32* line = pixGetData(pix.get()) + static_cast<std::ptrdiff_t>(y) * words;
    for (int left = 0; left < grey.cols; left += 32) {
      l_uint32 bits = 0;
      const int count = std::min(32, grey.cols - left);
      for (int x = 0; x < count; ++x) bits = bits << 1U | (row[left + x] < 128 ? 1U : 0U);
      line[left / 32] = bits << static_cast<unsigned>(32 - count);
    }
  }
  return pix;
}

// The values of a short or long entry in the first directory of a little-endian TIFF.
std::uint32_t tiff_value(const std::string& tiff, std::uint16_t wanted) {
  const auto number = [&tiff](std::size_t at, std::size_t length) {
    std::uint32_t value = 0;
    for (std::size_t i = length; i-- > 0;) value = value << 8U | static_cast<unsigned char>(tiff.at(at + i));
    return value;
  };
  const std::size_t directory = number(4, 4);
  for (std::size_t i = 0; i < number(directory, 2); ++i) {
    const std::size_t entry = directory + 2 + i * 12;
    if (number(entry, 2) == wanted) return number(entry + 8, number(entry + 2, 2) == 3 ? 2 : 4);
  }
  throw std::runtime_error("the group 4 encoder left out what it must say");
}

// Leptonica writes group 4 only as a TIFF; with the picture as one strip, the strip is what a PDF wants.
std::string group4(const cv::Mat& grey) {
  constexpr std::uint16_t kStripOffset = 273, kStripSize = 279;
  l_uint8* data = nullptr;
  std::size_t size = 0;
  if (pixWriteMemTiff(&data, &size, to_bits(grey).get(), IFF_TIFF_G4) != 0) {
    throw std::runtime_error("group 4 encoding failed");
  }
  const std::string tiff(reinterpret_cast<char*>(data), size);
  lept_free(data);
  return tiff.substr(tiff_value(tiff, kStripOffset), tiff_value(tiff, kStripSize));
}

std::string deflated(const std::string& bytes) {
  std::string out(compressBound(bytes.size()), '\0');
  uLongf size = out.size();
  const auto* from = reinterpret_cast<const Bytef*>(bytes.data());
  if (compress2(reinterpret_cast<Bytef*>(out.data()), &size, from, bytes.size(), Z_BEST_COMPRESSION) != Z_OK) {
    throw std::runtime_error("deflating failed");
  }
  out.resize(size);
  return out;
}

}  // namespace

PictureStream encode_picture(const cv::Mat& picture, bool bilevel, double dpi, double most_dpi) {
  if (bilevel && picture.channels() == 1) {
    return {group4(picture), picture.cols, picture.rows, PictureStream::Kind::Group4};
  }
  cv::Mat smaller = picture;
  if (dpi > most_dpi * 1.05) smaller = shrunk(picture, most_dpi / dpi);
  const auto bytes = encode_jpeg(smaller, kJpegQuality, JpegKind::Smallest);
  PictureStream result{std::string(bytes.begin(), bytes.end()), smaller.cols, smaller.rows,
                       picture.channels() == 3 ? PictureStream::Kind::ColourJpeg : PictureStream::Kind::GreyJpeg};
  std::string fewer = deflated(result.bytes);
  result.deflated = static_cast<double>(fewer.size()) < kWorthIt * static_cast<double>(result.bytes.size());
  if (result.deflated) result.bytes = std::move(fewer);
  return result;
}

}  // namespace twofold::scanner
