#include "tests/archive/printed_page.h"

#include "base/files.h"

#define ZX_USE_UTF8  // results as UTF-8
#include <ZXing/ReadBarcode.h>
#include <algorithm>
#include <cmath>
#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-font.h>
#include <poppler/cpp/poppler-image.h>
#include <poppler/cpp/poppler-page-renderer.h>
#include <poppler/cpp/poppler-page.h>
#include <stdexcept>

namespace twofold::archive {
namespace {

constexpr double kMillimetresPerPoint = 25.4 / 72;
constexpr unsigned char kInk = 160;

std::string utf8(const poppler::ustring& text) {
  const auto bytes = text.to_utf8();
  return {bytes.begin(), bytes.end()};
}

std::string without_spaces(const std::string& text) {
  std::string kept;
  for (const char c : text)
    if (c != ' ' && c != '\n' && c != '\f' && c != '\r') kept += c;
  return kept;
}

}  // namespace

struct PrintedDocument::State {
  std::unique_ptr<poppler::document> document;
  std::unique_ptr<poppler::page> page(int number) const {
    std::unique_ptr<poppler::page> found(document->create_page(number - 1));
    if (!found) throw std::out_of_range("the PDF has no page " + std::to_string(number));
    return found;
  }
};

PrintedDocument::PrintedDocument(const std::string& pdf) : state_(std::make_unique<State>()) {
  poppler::byte_array bytes(pdf.begin(), pdf.end());
  state_->document.reset(poppler::document::load_from_data(&bytes));
  if (!state_->document) throw std::runtime_error("not a PDF");
}
PrintedDocument::PrintedDocument(const std::filesystem::path& pdf) : PrintedDocument(read_file(pdf)) {}
PrintedDocument::~PrintedDocument() = default;
PrintedDocument::PrintedDocument(PrintedDocument&&) noexcept = default;

int PrintedDocument::pages() const { return state_->document->pages(); }
double PrintedDocument::width(int page) const { return state_->page(page)->page_rect().width() * kMillimetresPerPoint; }
double PrintedDocument::height(int page) const { return state_->page(page)->page_rect().height() * kMillimetresPerPoint; }

std::vector<PrintedWord> PrintedDocument::words(int page) const {
  std::vector<PrintedWord> words;
  for (const auto& box : state_->page(page)->text_list()) {
    const auto place = box.bbox();
    words.push_back({utf8(box.text()), place.x() * kMillimetresPerPoint, place.y() * kMillimetresPerPoint,
                     place.width() * kMillimetresPerPoint, place.height() * kMillimetresPerPoint});
  }
  return words;
}

std::string PrintedDocument::text(int page) const {
  return without_spaces(utf8(state_->page(page)->text(poppler::rectf(), poppler::page::raw_order_layout)));
}

std::string PrintedDocument::text() const {
  std::string all;
  for (int page = 1; page <= pages(); ++page) all += text(page);
  return all;
}

GreyPicture PrintedDocument::picture(int page, double dpi) const {
  poppler::page_renderer renderer;
  renderer.set_render_hint(poppler::page_renderer::antialiasing, true);
  renderer.set_render_hint(poppler::page_renderer::text_antialiasing, true);
  const auto image = renderer.render_page(state_->page(page).get(), dpi, dpi);
  GreyPicture picture{image.width(), image.height(), dpi, {}};
  picture.pixels.reserve(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height));
  for (int y = 0; y < picture.height; ++y) {
    const auto* row = reinterpret_cast<const unsigned char*>(image.const_data()) + static_cast<std::ptrdiff_t>(y) * image.bytes_per_row();
    for (int x = 0; x < picture.width; ++x) picture.pixels.push_back(std::min({row[4 * x], row[4 * x + 1], row[4 * x + 2]}));
  }
  return picture;
}

std::vector<std::string> PrintedDocument::qr_codes(int page) const {
  return qr_codes(page, 0, 0, width(page), height(page));
}

std::vector<std::string> PrintedDocument::qr_codes(int page, double x, double y, double width, double height) const {
  const auto seen = picture(page);
  const auto pixels = [&](double millimetres) { return static_cast<int>(std::lround(millimetres / 25.4 * seen.dpi)); };
  const auto view = ZXing::ImageView(seen.pixels.data(), seen.width, seen.height, ZXing::ImageFormat::Lum)
                        .cropped(pixels(x), pixels(y), pixels(width), pixels(height));
  std::vector<std::string> codes;
  for (const auto& result : ZXing::ReadBarcodes(view, ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::QRCode).setTryHarder(true)))
    if (result.isValid()) codes.push_back(result.text());
  std::ranges::sort(codes);
  return codes;
}

bool PrintedDocument::fonts_embedded() const {
  const auto fonts = state_->document->fonts();
  return !fonts.empty() && std::ranges::all_of(fonts, [](const poppler::font_info& font) { return font.is_embedded(); });
}

unsigned char GreyPicture::at(double x, double y) const {
  const auto column = static_cast<std::size_t>(std::lround(x / 25.4 * dpi)), row = static_cast<std::size_t>(std::lround(y / 25.4 * dpi));
  return pixels.at(row * static_cast<std::size_t>(width) + column);
}

GreyPicture::Extent GreyPicture::ink() const { return ink(0, 0, width * 25.4 / dpi, height * 25.4 / dpi); }

GreyPicture::Extent GreyPicture::ink(double part_x, double part_y, double part_width, double part_height) const {
  const auto pixels_to = [&](double millimetres, int most) {
    return std::clamp(static_cast<int>(std::lround(millimetres / 25.4 * dpi)), 0, most);
  };
  int left = width, top = height, right = -1, bottom = -1;
  for (int y = pixels_to(part_y, height); y < pixels_to(part_y + part_height, height); ++y)
    for (int x = pixels_to(part_x, width); x < pixels_to(part_x + part_width, width); ++x) {
      if (pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)] > kInk) continue;
      left = std::min(left, x), right = std::max(right, x), top = std::min(top, y), bottom = std::max(bottom, y);
    }
  if (right < 0) return {};
  const double millimetre = dpi / 25.4;
  return {left / millimetre, top / millimetre, (right + 1) / millimetre, (bottom + 1) / millimetre};
}

}  // namespace twofold::archive
