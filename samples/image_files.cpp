#include "samples/image_files.h"

#include "base/error.h"

#include <leptonica/allheaders.h>
#include <opencv2/imgproc.hpp>

#include <cstring>
#include <memory>

namespace twofold::samples {
namespace {

constexpr int kScanDpi = 300, kOfficeDpi = 200;
constexpr int kBlackBelow = 185;  // level of a bilevel scan: thin strokes of faded print stay whole

struct Destroy {
  void operator()(PIX* pix) const { pixDestroy(&pix); }
  void operator()(PIXA* pixes) const { pixaDestroy(&pixes); }
};
using Pix = std::unique_ptr<PIX, Destroy>;

Pix to_pix(const cv::Mat& image, int dpi) {
  const int depth = image.channels() == 3 ? 32 : 8;
  Pix pix(pixCreate(image.cols, image.rows, depth));
  const auto stride = static_cast<std::size_t>(pixGetWpl(pix.get())) * 4;
  cv::Mat view(image.rows, image.cols, depth == 32 ? CV_8UC4 : CV_8UC1, pixGetData(pix.get()), stride);
  if (depth == 32) {
    // Leptonica keeps a pixel as the number 0xRRGGBB00: on this byte order that is padding, B, G, R.
    const int order[] = {0, 1, 1, 2, 2, 3};
    cv::mixChannels(&image, 1, &view, 1, order, 3);
  } else {
    image.copyTo(view);
    pixEndianByteSwap(pix.get());
  }
  pixSetResolution(pix.get(), dpi, dpi);
  return pix;
}

cv::Mat at_office_dpi(const cv::Mat& page) {
  cv::Mat small;
  cv::resize(page, small, cv::Size(), 2.0 / 3, 2.0 / 3, cv::INTER_AREA);
  return small;
}

cv::Mat grey(const cv::Mat& page) {
  if (page.channels() == 1) return page;
  cv::Mat one;
  cv::cvtColor(page, one, cv::COLOR_BGR2GRAY);
  return one;
}

Pix bilevel(const cv::Mat& page) {
  const Pix levels = to_pix(grey(page), kScanDpi);
  Pix result(pixThresholdToBinary(levels.get(), kBlackBelow));
  pixSetResolution(result.get(), kScanDpi, kScanDpi);
  return result;
}

bool write_tiff(const std::string& name, Carrier carrier, const std::vector<cv::Mat>& pages, int compression) {
  const char* mode = "w";
  bool good = true;
  for (const auto& page : pages) {
    const Pix pix = carrier == Carrier::TiffFax ? bilevel(page) : to_pix(at_office_dpi(grey(page)), kOfficeDpi);
    good = good && pixWriteTiff(name.c_str(), pix.get(), compression, mode) == 0;
    mode = "a";
  }
  return good;
}

bool write_pdf(const std::string& name, const std::vector<cv::Mat>& pages) {
  l_pdfSetDateAndVersion(0);  // else the time of writing would be inside, and no two runs agree
  const std::unique_ptr<PIXA, Destroy> all(pixaCreate(static_cast<int>(pages.size())));
  for (const auto& page : pages)
    pixaAddPix(all.get(), to_pix(at_office_dpi(page), kOfficeDpi).release(), L_INSERT);
  return pixaConvertToPdf(all.get(), kOfficeDpi, 1.0F, L_JPEG_ENCODE, 65, nullptr, name.c_str()) == 0;
}

}  // namespace

void write_images(const std::filesystem::path& target, Carrier carrier, const std::vector<cv::Mat>& pages,
                  Random& random) {
  const std::string name = target.string();
  bool good = false;
  if (carrier == Carrier::TiffFax) {
    good = write_tiff(name, carrier, pages, IFF_TIFF_G4);
  } else if (carrier == Carrier::TiffGrey) {
    good = write_tiff(name, carrier, pages, random.chance(0.5) ? IFF_TIFF_LZW : IFF_TIFF_ZIP);
  } else if (carrier == Carrier::PdfScan) {
    good = write_pdf(name, pages);
  } else if (carrier == Carrier::Png) {
    good = pixWritePng(name.c_str(), to_pix(at_office_dpi(grey(pages.front())), kOfficeDpi).get(), 0) == 0;
  } else if (carrier == Carrier::Jpeg2000) {
    good = pixWriteJp2k(name.c_str(), to_pix(at_office_dpi(pages.front()), kOfficeDpi).get(), 36, 0, 0, 0) == 0;
  } else {
    const bool fine = random.chance(0.4);
    const Pix pix = fine ? to_pix(pages.front(), kScanDpi) : to_pix(at_office_dpi(pages.front()), kOfficeDpi);
    good = pixWriteJpeg(name.c_str(), pix.get(), random.between(45, 75), 0) == 0;
  }
  if (!good) throw Error(ErrorKind::Io, msg("file.cannot_write", name, "leptonica"));
}

}  // namespace twofold::samples
