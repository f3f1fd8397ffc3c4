// Decoding of image files, by Leptonica.
#include "scanner/protocol.h"
#include "scanner/worker/failure.h"
#include "scanner/worker/page/image.h"
#include "scanner/worker/page/tiff_directories.h"

#include <leptonica/allheaders.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <fstream>
#include <memory>

namespace twofold::scanner {
namespace {

struct PixDeleter {
  void operator()(Pix* pix) const { pixDestroy(&pix); }
};
using PixPtr = std::unique_ptr<Pix, PixDeleter>;

constexpr int kMostJpegWarnings = 2;  // some scanners leave a few stray bytes; damage warns once per block
constexpr double kMostColourPixels = 40e6;
constexpr std::streamoff kTailLength = 4096;

void check_size(std::uint64_t width, std::uint64_t height, const ReaderLimits& limits) {
  if (width == 0 || height == 0) throw ReadFailure(Failure::Corrupt, "the page has no size");
  if (height > limits.most_pixels / width || std::max(width, height) > kMostSide) {
    const std::string size = std::to_string(width) + " x " + std::to_string(height);
    throw ReadFailure(Failure::TooLarge, "page of " + size + " pixels");
  }
}

void check_size_of(int width, int height, const ReaderLimits& limits) {
  check_size(static_cast<std::uint64_t>(std::max(0, width)), static_cast<std::uint64_t>(std::max(0, height)), limits);
}

PixPtr must_decode(Pix* pix, const char* detail) {
  if (pix == nullptr) throw ReadFailure(Failure::Corrupt, detail);
  return PixPtr(pix);
}

// A JPEG must end in its end marker; padding may follow.
bool has_end_marker(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary | std::ios::ate);
  const std::streamoff size = in.tellg();
  in.seekg(std::max<std::streamoff>(0, size - kTailLength));
  const std::string tail{std::istreambuf_iterator<char>(in), {}};
  return tail.find("\xFF\xD9") != std::string::npos;
}

// By how much a JPEG is reduced while it is read, which costs far less than to read it whole: its shorter side keeps that many pixels.
int reduction_to(int shorter, int fewest) {
  for (const int reduction : {8, 4, 2})
    if (fewest > 0 && shorter / reduction >= fewest) return reduction;
  return 1;
}

PixPtr read_jpeg(const std::filesystem::path& file, const ReaderLimits& limits, int fewest) {
  int width = 0, height = 0, samples = 0, warnings = 0;
  if (readHeaderJpeg(file.c_str(), &width, &height, &samples, nullptr, nullptr) != 0) {
    throw ReadFailure(Failure::Corrupt, "broken JPEG header");
  }
  check_size_of(width, height, limits);
  // A large colour picture is read at half its size: its letters are large enough, and a worker's memory holds it.
  const int affordable = samples == 3 && static_cast<double>(width) * height > kMostColourPixels ? 2 : 1;
  const int reduction = std::max(affordable, reduction_to(std::min(width, height), fewest));
  PixPtr pix = must_decode(pixReadJpeg(file.c_str(), 0, reduction, &warnings, 0), "the JPEG cannot be decoded");
  pixSetXRes(pix.get(), pixGetXRes(pix.get()) / reduction);
  pixSetYRes(pix.get(), pixGetYRes(pix.get()) / reduction);
  if (warnings > kMostJpegWarnings || (warnings > 0 && !has_end_marker(file))) {
    throw ReadFailure(Failure::Corrupt, "the JPEG is damaged or cut short");
  }
  return pix;
}

PixPtr read_png(const std::filesystem::path& file, const ReaderLimits& limits) {
  int width = 0, height = 0;
  if (readHeaderPng(file.c_str(), &width, &height, nullptr, nullptr, nullptr) != 0) {
    throw ReadFailure(Failure::Corrupt, "broken PNG header");
  }
  check_size_of(width, height, limits);
  return must_decode(pixRead(file.c_str()), "the PNG is damaged or cut short");
}

PixPtr read_jpeg2000(const std::filesystem::path& file, const ReaderLimits& limits) {
  int width = 0, height = 0;
  if (readHeaderJp2k(file.c_str(), &width, &height, nullptr, nullptr, nullptr) != 0) {
    throw ReadFailure(Failure::Corrupt, "broken JPEG 2000 header");
  }
  check_size_of(width, height, limits);
  if (!has_end_marker(file)) throw ReadFailure(Failure::Corrupt, "the JPEG 2000 is cut short");
  return must_decode(pixReadJp2k(file.c_str(), 1, nullptr, 0, 0), "the JPEG 2000 cannot be decoded");
}

PixPtr read_tiff(const std::filesystem::path& file, int number, const ReaderLimits& limits, TiffDirectory& page) {
  const auto pages = tiff_directories(file, static_cast<std::size_t>(number));
  if (pages.size() < static_cast<std::size_t>(number)) throw ReadFailure(Failure::Corrupt, "the TIFF lacks this page");
  page = pages.back();
  check_size(page.width, page.height, limits);
  if (!page.complete) throw ReadFailure(Failure::Corrupt, "the TIFF is cut short");
  return must_decode(pixReadTiff(file.c_str(), number - 1), "the TIFF page cannot be decoded");
}

PixPtr without_colour_map(PixPtr pix) {
  if (pixGetColormap(pix.get()) == nullptr) return pix;
  int opaque = 1;
  pixcmapIsOpaque(pixGetColormap(pix.get()), &opaque);
  const int how = opaque != 0 ? REMOVE_CMAP_BASED_ON_SRC : REMOVE_CMAP_WITH_ALPHA;
  return must_decode(pixRemoveColormap(pix.get(), how), "broken colour map");
}

// 8 or 32 bits per pixel, nothing transparent.
PixPtr plain(PixPtr pix) {
  pix = without_colour_map(std::move(pix));
  if (pixGetDepth(pix.get()) == 32 && pixGetSpp(pix.get()) == 4) {
    return must_decode(pixAlphaBlendUniform(pix.get(), 0xFFFFFF00), "broken transparency");
  }
  if (pixGetDepth(pix.get()) == 32 || pixGetDepth(pix.get()) == 8) return pix;
  return must_decode(pixConvertTo8(pix.get(), 0), "unsupported depth");
}

// Leptonica keeps 32-bit words with the first pixel in the highest byte; swapping makes rows of bytes.
cv::Mat to_mat(Pix* pix) {
  const int width = pixGetWidth(pix), height = pixGetHeight(pix);
  const auto stride = static_cast<std::size_t>(pixGetWpl(pix)) * 4;
  if (pixGetDepth(pix) == 8) {
    pixEndianByteSwap(pix);
    return cv::Mat(height, width, CV_8UC1, pixGetData(pix), stride).clone();
  }
  const cv::Mat words(height, width, CV_8UC4, pixGetData(pix), stride);
  cv::Mat colour(height, width, CV_8UC3);
  const std::array<int, 6> places{1, 0, 2, 1, 3, 2};
  cv::mixChannels(&words, 1, &colour, 1, places.data(), 3);
  return colour;
}

// A fax has 204 × 98 or 204 × 196 dpi: stretch the coarser side, so that letters have their shape.
void make_square(PageImage& image, double x_dpi, double y_dpi) {
  constexpr double kNoticeable = 1.1;
  if (x_dpi <= 0 || y_dpi <= 0 || std::max(x_dpi, y_dpi) < kNoticeable * std::min(x_dpi, y_dpi)) return;
  if (std::max(x_dpi, y_dpi) > 4 * std::min(x_dpi, y_dpi)) return;
  const double dpi = std::max(x_dpi, y_dpi);
  cv::resize(image.pixels, image.pixels, {}, dpi / x_dpi, dpi / y_dpi, cv::INTER_LINEAR);
  image.dpi = plausible_dpi(dpi, image.pixels.cols, image.pixels.rows);
}

}  // namespace

double plausible_dpi(double claimed, int width, int height) {
  constexpr double kA4LongSide = 11.69;
  const int longer = std::max(width, height);
  const double inches = claimed > 0 ? longer / claimed : 0;
  const double most_inches = claimed < 140 ? 20 : 60;  // 72 and 96 are what programs write that know nothing
  if (claimed >= 50 && claimed <= 2400 && inches >= 1 && inches <= most_inches) return claimed;
  // Scanners have few resolutions, and paper few sizes: take the nearest.
  constexpr std::array kUsual{72.0, 100.0, 150.0, 200.0, 240.0, 300.0, 400.0, 600.0, 1200.0};
  const double guess = longer / kA4LongSide;
  const auto nearer = [guess](double a, double b) {
    return std::abs(std::log(a / guess)) < std::abs(std::log(b / guess));
  };
  return *std::min_element(kUsual.begin(), kUsual.end(), nearer);
}

PageImage decode_image(const std::filesystem::path& file, FileType type, int number, const ReaderLimits& limits, int fewest_across) {
  setMsgSeverity(L_SEVERITY_NONE);
  if (type != FileType::Tiff && number != 1) throw ReadFailure(Failure::Corrupt, "the image has one page only");
  PixPtr pix;
  TiffDirectory directory;
  switch (type) {
    case FileType::Tiff: pix = read_tiff(file, number, limits, directory); break;
    case FileType::Png: pix = read_png(file, limits); break;
    case FileType::Jpeg: pix = read_jpeg(file, limits, fewest_across); break;
    case FileType::Jpeg2000: pix = read_jpeg2000(file, limits); break;
    default: throw ReadFailure(Failure::Unsupported, "not an image");
  }
  check_size_of(pixGetWidth(pix.get()), pixGetHeight(pix.get()), limits);
  const double x_dpi = pixGetXRes(pix.get()), y_dpi = pixGetYRes(pix.get());
  pix = plain(std::move(pix));
  PageImage image;
  image.pixels = to_mat(pix.get());
  image.dpi = plausible_dpi(x_dpi, image.pixels.cols, image.pixels.rows);
  if (type == FileType::Tiff) make_square(image, x_dpi, y_dpi);
  settle_depth(image);
  return image;
}

cv::Mat shrunk(const cv::Mat& picture, double factor) {
  cv::Mat small;
  const cv::Size size(std::max(1, cvRound(picture.cols * factor)), std::max(1, cvRound(picture.rows * factor)));
  cv::resize(picture, small, size, 0, 0, cv::INTER_AREA);
  return small;
}

void settle_depth(PageImage& image) {
  constexpr int kColourful = 32;
  constexpr double kLeastColour = 0.0005, kMostGrey = 0.002;
  if (image.pixels.channels() == 3) {
    const cv::Mat small = shrunk(image.pixels, 0.125);
    std::array<cv::Mat, 3> bgr;
    cv::split(small, bgr.data());
    const cv::Mat spread = cv::max(cv::max(bgr[0], bgr[1]), bgr[2]) - cv::min(cv::min(bgr[0], bgr[1]), bgr[2]);
    if (cv::countNonZero(spread > kColourful) > kLeastColour * static_cast<double>(spread.total())) return;
    cv::cvtColor(image.pixels, image.pixels, cv::COLOR_BGR2GRAY);
  }
  cv::Mat between;
  cv::inRange(image.pixels, cv::Scalar(16), cv::Scalar(239), between);
  image.bilevel = cv::countNonZero(between) <= kMostGrey * static_cast<double>(between.total());
}

}  // namespace twofold::scanner
