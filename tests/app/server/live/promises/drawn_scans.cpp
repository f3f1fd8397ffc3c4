#include "tests/app/server/live/promises/drawn_scans.h"

#include "base/files.h"
#include "catalog/numbers.h"
#include "tests/scanner/drawn_page.h"
#include "tests/scanner/drawn_sheet.h"

#include <opencv2/imgcodecs.hpp>

namespace twofold::app::api {
namespace {

constexpr double kDpi = 150;

cv::Mat page_of(const std::string& heading) {
  return scanner::testing::drawn_page(heading + "\nThe banquet hall is to be repaired at once.", kDpi, 14);
}

std::string tiff_of(const std::vector<cv::Mat>& pages) {
  const ScratchFolder folder(std::filesystem::temp_directory_path());
  const auto file = folder.path() / "扫描 件.tif";
  cv::imwritemulti(file.string(), pages);
  return read_file(file);
}

}  // namespace

std::string drawn_scan(const std::vector<std::string>& headings) {
  std::vector<cv::Mat> pages;
  for (const auto& heading : headings) pages.push_back(page_of(heading));
  return tiff_of(pages);
}

std::string drawn_binder(const std::string& volume, int pages) {
  const std::string code = catalog::VolumeCode::parse(volume).file_name();
  std::vector<cv::Mat> scanned = {scanner::testing::drawn_sheet({SheetKind::Binder, code, pages}, kDpi)};
  for (int page = 1; page <= pages; ++page) scanned.push_back(page_of("Page " + std::to_string(page)));
  return tiff_of(scanned);
}

}  // namespace twofold::app::api
