#include "scanner/worker/page/image.h"

#include "base/files.h"
#include "scanner/worker/failure.h"
#include "scanner/worker/page/pipeline.h"
#include "tests/scanner/made_files.h"

#include <boost/test/unit_test.hpp>
#include <opencv2/imgcodecs.hpp>

#include <fstream>

namespace twofold::scanner {
namespace {

using testing::TestFolder;

const cv::Mat& sample() {
  static const cv::Mat page = testing::drawn_page(testing::english_lines(), 150);
  return page;
}

std::filesystem::path written(const TestFolder& folder, const std::string& name, const cv::Mat& image = sample()) {
  const auto path = folder / name;
  cv::imwrite(path.string(), image);
  return path;
}

std::filesystem::path cut(const std::filesystem::path& whole, double share) {
  const std::string bytes = read_file(whole);
  auto path = whole;
  path.replace_filename("cut " + whole.filename().string());
  const auto kept = static_cast<std::size_t>(share * static_cast<double>(bytes.size()));
  std::ofstream(path, std::ios::binary) << bytes.substr(0, kept);
  return path;
}

Failure failure_of(const std::filesystem::path& path, FileType type) {
  try {
    decode_image(path, type, 1, {});
  } catch (const ReadFailure& failure) {
    return failure.failure();
  }
  BOOST_FAIL("no failure for " << path);
  return Failure::Crashed;
}

const std::vector<std::pair<std::string, FileType>>& formats() {
  static const std::vector<std::pair<std::string, FileType>> all{
      {"页 1.png", FileType::Png},
      {"页 1.jpg", FileType::Jpeg},
      {"页 1.tif", FileType::Tiff},
      {"页 1.jp2", FileType::Jpeg2000}};
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(decode_test)

BOOST_AUTO_TEST_CASE(every_image_format_gives_the_same_page) {
  const TestFolder folder;
  for (const auto& [name, type] : formats()) {
    const PageImage image = decode_image(written(folder, name), type, 1, {});
    BOOST_TEST(image.pixels.size() == sample().size());
    BOOST_TEST(image.pixels.channels() == 1);
    BOOST_TEST(cv::norm(image.pixels, sample(), cv::NORM_L1) / static_cast<double>(sample().total()) < 4, name);
  }
}

BOOST_AUTO_TEST_CASE(an_image_cut_short_is_corrupt_and_never_half_a_page) {
  const TestFolder folder;
  for (const auto& [name, type] : formats()) {
    for (const double share : {0.3, 0.6, 0.95}) {
      const Failure failure = failure_of(cut(written(folder, name), share), type);
      BOOST_TEST((failure == Failure::Corrupt), name << " cut at " << share);
    }
  }
}

BOOST_AUTO_TEST_CASE(bytes_that_are_no_image_are_corrupt) {
  const TestFolder folder;
  std::ofstream(folder / "nonsense") << "II*" << std::string(1, '\0') << "no directory here";
  for (const auto& [name, type] : formats()) {
    BOOST_TEST((failure_of(folder / "nonsense", type) == Failure::Corrupt), name);
  }
}

BOOST_AUTO_TEST_CASE(a_header_that_promises_too_many_pixels_is_refused_before_unpacking) {
  const TestFolder folder;
  std::string bytes = read_file(written(folder, "bomb.png"));
  bytes.replace(16, 8, std::string("\x00\x01\x86\xA0\x00\x01\x86\xA0", 8));  // 100,000 × 100,000
  std::ofstream(folder / "bomb.png", std::ios::binary) << bytes;
  BOOST_TEST((failure_of(folder / "bomb.png", FileType::Png) == Failure::TooLarge));
}

BOOST_AUTO_TEST_CASE(a_page_longer_than_an_answer_can_tell_is_refused_as_a_picture_and_as_a_pdf) {
  const TestFolder folder;
  std::string png = read_file(written(folder, "strip.png"));
  png.replace(16, 8, std::string("\x00\x10\x00\x01\x00\x00\x00\x01", 8));  // 1,048,577 × 1
  testing::write(folder / "strip.png", png);
  BOOST_TEST((failure_of(folder / "strip.png", FileType::Png) == Failure::TooLarge));
  std::string pdf = testing::small_pdf("x");
  pdf.replace(pdf.find("595 842"), 7, "2000000 3");
  const auto strip = testing::write(folder / "strip.pdf", pdf);
  BOOST_CHECK_EXCEPTION(render_pdf_page(strip, 1, {}), ReadFailure,
                        [](const ReadFailure& failure) { return failure.failure() == Failure::TooLarge; });
}

BOOST_AUTO_TEST_CASE(transparent_places_are_white_paper) {
  const TestFolder folder;
  const cv::Mat clear(200, 300, CV_8UC4, cv::Scalar(0, 0, 0, 0));
  const PageImage image = decode_image(written(folder, "clear.png", clear), FileType::Png, 1, {});
  BOOST_TEST(cv::countNonZero(image.pixels == 255) == 200 * 300);
}

BOOST_AUTO_TEST_CASE(red_stays_red) {
  const TestFolder folder;
  const cv::Mat red(200, 300, CV_8UC3, cv::Scalar(20, 30, 220));
  for (const auto* name : {"red.png", "red.tif"}) {
    const auto type = std::string(name) == "red.png" ? FileType::Png : FileType::Tiff;
    const PageImage image = decode_image(written(folder, name, red), type, 1, {});
    BOOST_REQUIRE(image.pixels.channels() == 3);
    BOOST_TEST((image.pixels.at<cv::Vec3b>(100, 100) == cv::Vec3b(20, 30, 220)));
  }
}

BOOST_AUTO_TEST_CASE(every_page_of_a_tiff_is_counted_and_decoded) {
  const TestFolder folder;
  const std::vector<cv::Mat> pages{cv::Mat(100, 200, CV_8UC1, cv::Scalar(10)),
                                   cv::Mat(300, 200, CV_8UC1, cv::Scalar(90)),
                                   cv::Mat(150, 250, CV_8UC1, cv::Scalar(200))};
  cv::imwritemulti((folder / "三页.tif").string(), pages);
  BOOST_TEST(count_pages(folder / "三页.tif", FileType::Tiff, {}) == 3);
  for (int i = 0; i < 3; ++i) {
    const PageImage image = decode_image(folder / "三页.tif", FileType::Tiff, i + 1, {});
    BOOST_TEST(image.pixels.size() == pages[static_cast<std::size_t>(i)].size());
    BOOST_TEST(cv::norm(image.pixels, pages[static_cast<std::size_t>(i)], cv::NORM_INF) == 0);
  }
  BOOST_CHECK_THROW(decode_image(folder / "三页.tif", FileType::Tiff, 4, {}), ReadFailure);
}

BOOST_AUTO_TEST_CASE(an_empty_file_is_told_apart_from_a_broken_one) {
  const TestFolder folder;
  std::ofstream(folder / "empty.tif").flush();
  try {
    count_pages(folder / "empty.tif", FileType::Tiff, {});
    BOOST_FAIL("counted pages of nothing");
  } catch (const ReadFailure& failure) {
    BOOST_TEST((failure.failure() == Failure::Empty));
  }
}

BOOST_AUTO_TEST_CASE(absurd_resolutions_are_replaced_by_what_makes_the_page_a_sheet_of_paper) {
  BOOST_TEST(plausible_dpi(300, 2480, 3508) == 300);
  BOOST_TEST(plausible_dpi(0, 2480, 3508) == 300);
  BOOST_TEST(plausible_dpi(72, 2480, 3508) == 300);
  BOOST_TEST(plausible_dpi(1, 1240, 1754) == 150);
  BOOST_TEST(plausible_dpi(96, 794, 1123) == 96);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace twofold::scanner
