#include "scanner/worker/page/codes.h"

#include "scanner/worker/page/runs.h"

#define ZX_USE_UTF8
#include <ZXing/ReadBarcode.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace twofold::scanner {
namespace {

constexpr double kFirstDpi = 150, kSecondDpi = 300;
constexpr double kLeastModule = 0.8;   // millimetres; those of sheets have more, what looks so in writing has less
constexpr int kMostCodes = 16;         // of one page

// Made smaller by whole steps, down to no less than `dpi`.
cv::Mat at_most(const cv::Mat& grey, double dpi, double wanted, double& got) {
  const int factor = std::max(1, static_cast<int>(dpi / wanted + 0.05));
  got = dpi / factor;
  if (factor == 1) return grey;
  cv::Mat small;
  cv::resize(grey, small, cv::Size(std::max(1, grey.cols / factor), std::max(1, grey.rows / factor)), 0, 0, cv::INTER_AREA);
  return small;
}

std::string_view name_of(ZXing::BarcodeFormat format) {
  switch (format) {
    case ZXing::BarcodeFormat::Code128: return "code128";
    case ZXing::BarcodeFormat::Code39: return "code39";
    default: return "qr";
  }
}

class CodeReader {
 public:
  explicit CodeReader(Search search) {
    // Downscaling within the library aborts the process on some sheets of bars.
    hints_.setTryDownscale(false).setReturnErrors(true).setMaxNumberOfSymbols(kMostCodes);
    hints_.setFormats(search == Search::Quick ? ZXing::BarcodeFormats(ZXing::BarcodeFormat::QRCode)
                                              : ZXing::BarcodeFormat::QRCode | ZXing::BarcodeFormat::Code128 | ZXing::BarcodeFormat::Code39);
    hints_.setTryRotate(search == Search::Thorough);
  }

  // Whether anything could be read.
  bool read(const cv::Mat& grey, ZXing::Binarizer binarizer) {
    hints_.setBinarizer(binarizer);
    const ZXing::ImageView view(grey.data, grey.cols, grey.rows, ZXing::ImageFormat::Lum, static_cast<int>(grey.step));
    for (const auto& result : ZXing::ReadBarcodes(view, hints_)) {
      if (!result.isValid()) {
        broken_ = broken_ || result.format() == ZXing::BarcodeFormat::QRCode;
        continue;
      }
      BarCode code{std::string(name_of(result.format())), result.text()};
      if (std::ranges::find(found_, code) == found_.end()) found_.push_back(std::move(code));
    }
    return !found_.empty();
  }

  std::vector<BarCode> take() { return std::move(found_); }
  bool broken() const { return broken_; }

 private:
  ZXing::DecodeHints hints_;
  std::vector<BarCode> found_;
  bool broken_ = false;
};

// From the cheapest to what faint, noisy and unevenly lit sheets need.
bool read_somehow(CodeReader& reader, const cv::Mat& grey, double dpi) {
  double got = 0;
  const cv::Mat first = at_most(grey, dpi, kFirstDpi, got);
  if (reader.read(first, ZXing::Binarizer::LocalAverage)) return true;
  cv::Mat smooth;
  cv::GaussianBlur(first, smooth, {}, 1.0);
  cv::normalize(smooth, smooth, 0, 255, cv::NORM_MINMAX);
  if (reader.read(smooth, ZXing::Binarizer::LocalAverage) || reader.read(smooth, ZXing::Binarizer::GlobalHistogram)) return true;
  const cv::Mat bits = 255 - dark_parts(smooth, got);
  if (reader.read(bits, ZXing::Binarizer::FixedThreshold)) return true;
  const cv::Mat second = at_most(grey, dpi, kSecondDpi, got);
  return second.size() != first.size() && reader.read(second, ZXing::Binarizer::LocalAverage);
}

}  // namespace

PageCodes find_codes(const cv::Mat& grey, double dpi, Search search) {
  constexpr double kLookDpi = 75;
  double look_dpi = 0;
  const cv::Mat small = at_most(grey, dpi, kLookDpi, look_dpi);
  const cv::Mat dark = dark_parts(small, look_dpi);
  PageCodes found;
  found.patch_t = has_patch_t(dark, look_dpi);
  const auto corners = find_corner_marks(dark, kLeastModule * look_dpi / 25.4);
  if (corners.empty() && search == Search::Quick) return found;
  CodeReader reader(search);
  read_somehow(reader, grey, dpi);
  found.codes = reader.take();
  found.perhaps = found.codes.empty() && (corners.size() >= 2 || reader.broken());
  found.unread = found.codes.empty() && (two_of_one_code(corners) || reader.broken());
  return found;
}

}  // namespace twofold::scanner
