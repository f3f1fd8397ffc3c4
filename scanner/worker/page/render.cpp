// PDF pages as pictures, by Poppler, and the page counts of all paged formats.
#include "scanner/protocol.h"
#include "scanner/worker/failure.h"
#include "scanner/worker/page/image.h"
#include "scanner/worker/page/pipeline.h"
#include "scanner/worker/page/tiff_directories.h"

#include <opencv2/imgproc.hpp>
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <cmath>
#include <memory>

namespace twofold::scanner {
namespace {

constexpr double kMostColourPixels = 40e6, kLeastDpi = 60;

std::unique_ptr<poppler::document> open_pdf(const std::filesystem::path& file) {
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  std::unique_ptr<poppler::document> document(poppler::document::load_from_file(file.string()));
  if (!document) throw ReadFailure(Failure::Corrupt, "the PDF cannot be opened");
  if (document->is_locked()) throw ReadFailure(Failure::Encrypted, "the PDF asks for a password");
  return document;
}

double affordable_dpi(const poppler::rectf& page, double wanted, std::uint64_t most_pixels) {
  const double square_inches = page.width() / 72 * (page.height() / 72);
  if (!(square_inches > 0)) throw ReadFailure(Failure::Corrupt, "the PDF page has no size");
  const double longest_inches = std::max(page.width(), page.height()) / 72;
  // A plan of a square metre is read at less, so that a worker's memory holds it.
  const double dpi = std::min({wanted, std::sqrt(static_cast<double>(most_pixels) / square_inches),
                               std::sqrt(kMostColourPixels / square_inches), (kMostSide - 1) / longest_inches});
  if (dpi < kLeastDpi) throw ReadFailure(Failure::TooLarge, "the PDF page is too large");
  return dpi;
}

}  // namespace

PageImage render_pdf_page(const std::filesystem::path& file, int number, const ReaderLimits& limits, double wanted) {
  const auto document = open_pdf(file);
  const std::unique_ptr<poppler::page> page(document->create_page(number - 1));
  if (!page) throw ReadFailure(Failure::Corrupt, "the PDF page cannot be read");
  const double dpi = affordable_dpi(page->page_rect(), wanted, limits.most_pixels);
  poppler::page_renderer renderer;
  renderer.set_render_hint(poppler::page_renderer::text_antialiasing, true);
  renderer.set_image_format(poppler::image::format_bgr24);
  poppler::image picture = renderer.render_page(page.get(), dpi, dpi);
  if (!picture.is_valid()) throw ReadFailure(Failure::Corrupt, "the PDF page cannot be drawn");
  PageImage image;
  image.dpi = dpi;
  image.pixels = cv::Mat(picture.height(), picture.width(), CV_8UC3, picture.data(),
                         static_cast<std::size_t>(picture.bytes_per_row())).clone();
  settle_depth(image);
  return image;
}

PageImage page_image(const std::filesystem::path& file, FileType type, int number, const ReaderLimits& limits,
                     double pdf_dpi) {
  if (type == FileType::Pdf) return render_pdf_page(file, number, limits, pdf_dpi);
  return decode_image(file, type, number, limits);
}

int count_pages(const std::filesystem::path& file, FileType type, const ReaderLimits& limits) {
  if (std::filesystem::file_size(file) == 0) throw ReadFailure(Failure::Empty, "the file is empty");
  std::size_t pages = 1;
  switch (type) {
    case FileType::Tiff:
      pages = tiff_directories(file, static_cast<std::size_t>(limits.most_pages) + 1).size();
      break;
    case FileType::Pdf: pages = static_cast<std::size_t>(std::max(0, open_pdf(file)->pages())); break;
    case FileType::Png:
    case FileType::Jpeg:
    case FileType::Jpeg2000: break;
    default: throw ReadFailure(Failure::Unsupported, "not a paged file");
  }
  if (pages == 0) throw ReadFailure(Failure::Corrupt, "the file has no pages");
  if (pages > static_cast<std::size_t>(limits.most_pages)) throw ReadFailure(Failure::TooLarge, "too many pages");
  return static_cast<int>(pages);
}

}  // namespace twofold::scanner
