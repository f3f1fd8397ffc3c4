#include "tests/scanner/drawn_page.h"

#include "base/files.h"
#include "base/text.h"

#include <boost/test/unit_test.hpp>
#include <opencv2/imgproc.hpp>
#include <pango/pangocairo.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <numeric>

namespace twofold::scanner::testing {

cv::Mat drawn_page(const std::string& text, double dpi, double points) {
  const int width = static_cast<int>(8.27 * dpi), height = static_cast<int>(11.69 * dpi);
  const int margin = static_cast<int>(dpi);
  cv::Mat pixels(height, width, CV_8UC4, cv::Scalar::all(255));
  const int stride = static_cast<int>(pixels.step[0]);
  cairo_surface_t* surface =
      cairo_image_surface_create_for_data(pixels.data, CAIRO_FORMAT_RGB24, width, height, stride);
  cairo_t* context = cairo_create(surface);
  PangoLayout* layout = pango_cairo_create_layout(context);
  PangoFontDescription* font = pango_font_description_from_string("Noto Serif CJK SC");
  pango_font_description_set_absolute_size(font, points / 72 * dpi * PANGO_SCALE);
  pango_layout_set_font_description(layout, font);
  pango_layout_set_width(layout, (width - 2 * margin) * PANGO_SCALE);
  pango_layout_set_text(layout, text.c_str(), -1);
  cairo_move_to(context, margin, margin);
  pango_cairo_show_layout(context, layout);
  pango_font_description_free(font);
  g_object_unref(layout);
  cairo_destroy(context);
  cairo_surface_destroy(surface);
  cv::Mat grey;
  cv::cvtColor(pixels, grey, cv::COLOR_BGRA2GRAY);
  return grey;
}

cv::Mat turned(const cv::Mat& page, double degrees) {
  const cv::Point2f centre(static_cast<float>(page.cols - 1) / 2, static_cast<float>(page.rows - 1) / 2);
  cv::Mat result;
  cv::warpAffine(page, result, cv::getRotationMatrix2D(centre, degrees, 1), page.size(), cv::INTER_CUBIC,
                 cv::BORDER_CONSTANT, cv::Scalar(255));
  return result;
}

std::string english_lines() {
  std::string text;
  for (int i = 0; i < 11; ++i) {
    text += "The parties agree that payment falls due within thirty days of delivery, and that the seller keeps "
            "the title to all goods until the buyer has paid for them in full.\n"
            "Letter " + std::to_string(i + 1) + " of the series, filed in its place.\n";
  }
  return text;
}

TestFolder::TestFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "twofold 页面 XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = name;
}

TestFolder::~TestFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string output_of(const std::string& command) {
  const auto close = [](FILE* pipe) { return pclose(pipe); };
  std::unique_ptr<FILE, decltype(close)> pipe(popen(command.c_str(), "r"), close);
  if (!pipe) throw std::runtime_error("cannot run " + command);
  std::string output;
  std::array<char, 4096> piece{};
  while (const std::size_t length = fread(piece.data(), 1, piece.size(), pipe.get())) {
    output.append(piece.data(), length);
  }
  if (pclose(pipe.release()) != 0) throw std::runtime_error("failed: " + command);
  return output;
}

std::string quoted(const std::filesystem::path& path) {
  std::string made(1, '\'');
  made.append(path.string()).push_back('\'');
  return made;
}

double likeness(const std::string& truth, const std::string& read) {
  const auto bare = [](const std::string& text) {
    std::u32string points = to_code_points(text);
    std::erase_if(points, [](char32_t c) { return c == U' ' || c == U'\n' || c == U'\t' || c == U'\r' || c == U'\f'; });
    return points;
  };
  const std::u32string a = bare(truth), b = bare(read);
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0]++;
    for (std::size_t k = 1; k <= b.size(); ++k) {
      const std::size_t substituted = diagonal + (a[i - 1] == b[k - 1] ? 0 : 1);
      diagonal = row[k];
      row[k] = std::min({row[k] + 1, row[k - 1] + 1, substituted});
    }
  }
  return 1 - static_cast<double>(row.back()) / static_cast<double>(std::max<std::size_t>(1, a.size()));
}

std::filesystem::path shared_scan(const std::string& name) {
  const auto path = std::filesystem::path(TWOFOLD_SOURCE_DIR) / ".." / "shared" / "scans" / name;
  if (std::filesystem::exists(path)) return path;
  BOOST_TEST_MESSAGE("SKIPPED, because the real scans are not here: " << path);
  return {};
}

}  // namespace twofold::scanner::testing
