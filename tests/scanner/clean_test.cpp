#include "scanner/worker/page/clean.h"

#include "tests/scanner/drawn_page.h"

#include <boost/test/unit_test.hpp>
#include <opencv2/imgproc.hpp>

namespace twofold::scanner {
namespace {

constexpr double kDpi = 300;
const cv::Rect kPart(200, 250, 1400, 900);

cv::Mat writing() { return testing::drawn_page(testing::english_lines())(kPart).clone(); }

// Where there is no ink nearby, and where the strokes are at their darkest.
cv::Mat bare(const cv::Mat& written) {
  cv::Mat darker;
  cv::erode(written, darker, cv::getStructuringElement(cv::MORPH_RECT, {9, 9}));
  return darker > 250;
}
cv::Mat inked(const cv::Mat& written) { return written < 40; }

cv::Mat cleaned(const cv::Mat& grey) { return clean_for_reading(grey, false, find_ink(grey, kDpi), {}); }

// What is written on the other side, `depth` grey levels dark.
cv::Mat show_through(double depth) {
  cv::Mat back;
  cv::flip(testing::drawn_page("Mirrored writing of the back of this very page, line after line.\n"
                               "It shines through the paper wherever the sheet is thin.\n",
                               kDpi, 20)(kPart),
           back, 1);
  cv::GaussianBlur(255 - back, back, {5, 5}, 0);
  return back * (depth / 255);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(clean_test)

BOOST_AUTO_TEST_CASE(uneven_light_becomes_even) {
  const cv::Mat written = writing();
  cv::Mat page = written * (235.0 / 255);
  for (int x = 0; x < page.cols; ++x) page.col(x) *= 1.0 - 0.3 * x / page.cols;
  const cv::Mat clean = cleaned(page);
  double darkest = 0, brightest = 0, ink = 0;
  cv::minMaxLoc(clean, &darkest, &brightest, nullptr, nullptr, bare(written));
  cv::minMaxLoc(clean, nullptr, &ink, nullptr, nullptr, inked(written));
  BOOST_TEST(brightest - darkest <= 6);
  BOOST_TEST(darkest >= 245);
  BOOST_TEST(ink < 110);
}

BOOST_AUTO_TEST_CASE(what_shines_through_goes_white_beside_black_writing) {
  const cv::Mat written = writing();
  const cv::Mat page = cv::min(written, 245) - show_through(28);
  const cv::Mat clean = cleaned(page);
  BOOST_TEST(cv::countNonZero((page < 230) & bare(written)) > 2000);
  BOOST_TEST(cv::countNonZero((clean < 245) & bare(written)) == 0);
  BOOST_TEST(cv::mean(clean, inked(written))[0] < 60);
}

BOOST_AUTO_TEST_CASE(faint_writing_becomes_dark_while_what_shines_through_goes_white) {
  const cv::Mat written = writing();
  const cv::Mat page = 180 + written * (65.0 / 255) - show_through(11);
  const cv::Mat clean = cleaned(page);
  BOOST_TEST(cv::countNonZero((page < 240) & bare(written)) > 2000);
  BOOST_TEST(cv::countNonZero((clean < 245) & bare(written)) == 0);
  BOOST_TEST(cv::mean(clean, inked(written))[0] < 60);
}

BOOST_AUTO_TEST_CASE(a_black_and_white_page_without_a_bed_comes_back_untouched) {
  const cv::Mat page = writing() > 128;
  const cv::Mat clean = clean_for_reading(page, true, find_ink(page, kDpi), {});
  BOOST_TEST(clean.data == page.data);
}

BOOST_AUTO_TEST_CASE(only_the_bed_of_a_black_and_white_page_is_covered) {
  const cv::Mat page = writing() > 128;
  cv::Mat bed = cv::Mat::zeros(page.rows / 4, page.cols / 4, CV_8UC1);
  bed.colRange(0, 100).setTo(255);
  const cv::Mat before = page.clone(), clean = clean_for_reading(page, true, find_ink(page, kDpi), bed);
  BOOST_TEST(cv::countNonZero(before != page) == 0);
  BOOST_TEST(cv::countNonZero(clean.colRange(0, 400) != 255) == 0);
  BOOST_TEST(cv::countNonZero(clean.colRange(400, page.cols) != page.colRange(400, page.cols)) == 0);
}

BOOST_AUTO_TEST_CASE(white_writing_on_black_comes_back_dark_on_white) {
  const cv::Mat written = writing();
  for (const bool bilevel : {false, true}) {
    const cv::Mat page = bilevel ? cv::Mat(written < 128) : cv::Mat(255 - written);
    const cv::Mat clean = clean_for_reading(page, bilevel, find_ink(page, kDpi), {});
    BOOST_TEST(cv::mean(clean, bare(written))[0] > 245);
    BOOST_TEST(cv::mean(clean, inked(written))[0] < 60);
  }
}

BOOST_AUTO_TEST_CASE(dust_goes_and_the_dots_of_letters_stay) {
  const cv::Mat written = testing::drawn_page("Initial bidding: civil fiducial limits, six billion.\n")(kPart).clone();
  cv::Mat page = written.clone();
  cv::RNG random(3);
  for (int i = 0; i < 900; ++i) {
    const cv::Rect speck(random.uniform(0, page.cols - 3), random.uniform(0, page.rows - 3), 3, 3);
    if (cv::mean(written(speck))[0] > 254) page(speck).setTo(0);
  }
  BOOST_TEST(cv::countNonZero((page < 128) & bare(written)) > 4000);
  despeckle(page, find_glyphs(find_ink(page, kDpi).fine, page.size(), {}), kDpi);
  const int dust_left = cv::countNonZero((page < 128) & bare(written));
  BOOST_TEST(dust_left < 400, dust_left << " dark pixels of dust left");
  BOOST_TEST(cv::countNonZero((written < 128) & (page >= 128)) == 0);
}

BOOST_AUTO_TEST_CASE(a_page_with_little_dust_keeps_it) {
  cv::Mat page = writing();
  cv::rectangle(page, {20, 20}, {22, 22}, cv::Scalar(0), cv::FILLED);
  const cv::Mat before = page.clone();
  despeckle(page, find_glyphs(find_ink(page, kDpi).fine, page.size(), {}), kDpi);
  BOOST_TEST(cv::countNonZero(before != page) == 0);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace twofold::scanner
