// Pages as people see them, through the real worker binary.
#include "scanner/page_viewer.h"

#include "base/error.h"
#include "base/files.h"
#include "tests/scanner/drawn_page.h"
#include "tests/scanner/made_files.h"

#include <boost/test/unit_test.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace twofold::scanner {
namespace {

using namespace testing;

struct Desk {
  std::filesystem::path tiff(const std::vector<cv::Mat>& pages) const {
    cv::imwritemulti((folder / "页.tif").string(), pages);
    return folder / "页.tif";
  }
  cv::Mat seen(const std::filesystem::path& file, int page, const PageView& view) {
    const ScratchFolder scratch(folder / ".");
    return cv::imread(viewer.view(file, page, view, scratch.path()).string(), cv::IMREAD_GRAYSCALE);
  }

  TestFolder folder;
  PageViewer viewer{options()};
};

// How unlike two pictures of one size are, in levels of grey on average.
double unlike(const cv::Mat& one, const cv::Mat& other) {
  cv::Mat difference;
  cv::absdiff(one, other, difference);
  return cv::mean(difference)[0];
}

cv::Mat as_wide(const cv::Mat& picture, int width) {
  cv::Mat small;
  cv::resize(picture, small, {width, cvRound(picture.rows * static_cast<double>(width) / picture.cols)}, 0, 0, cv::INTER_AREA);
  return small;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(page_viewer_test)

BOOST_AUTO_TEST_CASE(the_page_asked_for_is_shown_as_wide_as_asked) {
  Desk desk;
  const std::vector<cv::Mat> pages{drawn_page("Some writing", 150), drawn_page("Quite another page", 150)};
  const cv::Mat shown = desk.seen(desk.tiff(pages), 2, {.width = 640});
  const cv::Mat wanted = as_wide(pages[1], 640), other = as_wide(pages[0], 640);
  BOOST_REQUIRE(shown.size() == wanted.size());
  BOOST_TEST(unlike(shown, wanted) < 2);
  BOOST_TEST(unlike(shown, wanted) < unlike(shown, other));
}

BOOST_AUTO_TEST_CASE(a_fine_jpeg_is_shown_whole_sharp_and_as_wide_as_asked) {
  Desk desk;
  const cv::Mat page = drawn_page("Some writing", 300);
  cv::imwrite((desk.folder / "页.jpg").string(), page);
  for (const int width : {300, 1000, 1500}) {
    const cv::Mat shown = desk.seen(desk.folder / "页.jpg", 1, {.width = width});
    cv::Mat wanted;
    cv::resize(page, wanted, shown.size(), 0, 0, cv::INTER_AREA);
    BOOST_TEST(shown.cols == width);
    BOOST_TEST(std::abs(shown.rows - as_wide(page, width).rows) <= 1);
    BOOST_TEST(unlike(shown, wanted) < 2, width);
  }
}

BOOST_AUTO_TEST_CASE(a_small_page_is_never_enlarged) {
  Desk desk;
  const cv::Mat page = drawn_page("Some writing", 100);
  BOOST_TEST(desk.seen(desk.tiff({page}), 1, {.width = 4000}).cols == page.cols);
}

BOOST_AUTO_TEST_CASE(a_page_on_its_side_and_crooked_is_shown_upright) {
  Desk desk;
  const cv::Mat upright = drawn_page("Some writing", 150);
  cv::Mat on_its_side;
  cv::rotate(upright, on_its_side, cv::ROTATE_90_COUNTERCLOCKWISE);
  const cv::Mat shown = desk.seen(desk.tiff({on_its_side}), 1, {.width = 640, .quarter_turns = 1});
  BOOST_REQUIRE(shown.cols == 640);
  BOOST_TEST(unlike(shown, as_wide(upright, 640)) < 2);

  const cv::Point2f centre(static_cast<float>(upright.cols) / 2, static_cast<float>(upright.rows) / 2);
  cv::Mat crooked;
  cv::warpAffine(upright, crooked, cv::getRotationMatrix2D(centre, 3, 1), upright.size(), cv::INTER_LINEAR,
                 cv::BORDER_CONSTANT, cv::Scalar(255));
  const cv::Mat straight = desk.seen(desk.tiff({crooked}), 1, {.width = 4000, .degrees = 3});
  const cv::Rect middle((straight.cols - upright.cols) / 2, (straight.rows - upright.rows) / 2, upright.cols, upright.rows);
  BOOST_TEST(unlike(straight(middle), upright) < unlike(crooked, upright) / 2);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_shown_says_why) {
  Desk desk;
  const auto because = [](const std::string& key) {
    return [key](const Error& error) { return error.kind() == ErrorKind::Invalid && error.message().key == key; };
  };
  BOOST_CHECK_EXCEPTION(desk.seen(write(desk.folder / "a.txt", "text"), 1, {}), Error, because("failure.unsupported"));
  BOOST_CHECK_EXCEPTION(desk.seen(write(desk.folder / "a.tif", {"II*\0\x8\0\0\0 cut", 12}), 1, {}), Error, because("failure.corrupt"));
  BOOST_CHECK_EXCEPTION(desk.seen(desk.tiff({drawn_page("One", 100)}), 7, {}), Error, because("failure.corrupt"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace twofold::scanner
