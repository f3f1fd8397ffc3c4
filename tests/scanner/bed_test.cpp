#include "scanner/worker/page/bed.h"

#include "tests/scanner/drawn_page.h"

#include <boost/test/unit_test.hpp>
#include <opencv2/imgproc.hpp>

#include <vector>

namespace twofold::scanner {
namespace {

constexpr double kDpi = 75;
constexpr int kPaper = 240, kBed = 25;

cv::Mat paper() { return cv::Mat(877, 620, CV_8UC1, cv::Scalar(kPaper)); }

cv::Mat written_page() {
  cv::Mat small;
  cv::resize(testing::drawn_page(testing::english_lines()), small, {620, 877}, 0, 0, cv::INTER_AREA);
  return cv::min(small, kPaper);
}

void draw_wedge(cv::Mat& page) {
  cv::fillPoly(page, std::vector<std::vector<cv::Point>>{{{0, 0}, {34, 0}, {12, 876}, {0, 876}}}, cv::Scalar(kBed));
}

void draw_holes(cv::Mat& page) {
  for (const int y : {320, 556}) cv::circle(page, {36, y}, 9, cv::Scalar(kBed), cv::FILLED, cv::LINE_AA);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(bed_test)

BOOST_AUTO_TEST_CASE(a_dark_wedge_along_an_edge_is_covered_and_the_writing_is_not) {
  cv::Mat page = written_page();
  draw_wedge(page);
  cover_bed(page, find_bed(page, kDpi), cv::Scalar(kPaper));
  cv::Mat left = page.colRange(0, 40);
  double darkest = 0;
  cv::minMaxLoc(left, &darkest);
  BOOST_TEST(darkest > 230);
  const cv::Mat rest = written_page().colRange(60, 620);
  BOOST_TEST(cv::countNonZero(rest != page.colRange(60, 620)) == 0);
}

BOOST_AUTO_TEST_CASE(punch_holes_are_covered_and_nothing_else) {
  cv::Mat page = written_page();
  draw_holes(page);
  const cv::Mat bed = find_bed(page, kDpi);
  BOOST_REQUIRE(!bed.empty());
  BOOST_TEST(cv::countNonZero(bed) < 2 * 30 * 30);
  cover_bed(page, bed, cv::Scalar(kPaper));
  BOOST_TEST(cv::countNonZero(page != written_page()) == 0);
}

BOOST_AUTO_TEST_CASE(the_mask_is_stretched_to_a_larger_picture) {
  cv::Mat small = paper();
  draw_wedge(small);
  cv::Mat large;
  cv::resize(small, large, {}, 4, 4, cv::INTER_NEAREST);
  cover_bed(large, find_bed(small, kDpi), cv::Scalar(kPaper));
  BOOST_TEST(cv::countNonZero(large != kPaper) == 0);
}

BOOST_AUTO_TEST_CASE(a_dark_disc_in_the_middle_of_the_page_is_no_punch_hole) {
  cv::Mat page = paper();
  cv::circle(page, {310, 440}, 9, cv::Scalar(kBed), cv::FILLED, cv::LINE_AA);
  BOOST_TEST(find_bed(page, kDpi).empty());
}

BOOST_AUTO_TEST_CASE(letters_close_to_the_edge_are_no_bed) {
  const cv::Mat page = written_page();  // its lines begin at column 75
  for (const int cut : {70, 73, 80}) {
    BOOST_TEST(find_bed(page.colRange(cut, page.cols).clone(), kDpi).empty(), "cut at column " << cut);
  }
}

BOOST_AUTO_TEST_CASE(a_dark_band_with_white_letters_is_no_bed) {
  cv::Mat page = written_page();
  page.rowRange(0, 60).setTo(kBed);
  cv::putText(page, "Annual report of the company", {60, 40}, cv::FONT_HERSHEY_DUPLEX, 0.9, cv::Scalar(kPaper), 2,
              cv::LINE_AA);
  BOOST_TEST(find_bed(page, kDpi).empty());
}

BOOST_AUTO_TEST_CASE(a_black_page_is_no_bed) {
  BOOST_TEST(find_bed(255 - written_page(), kDpi).empty());
  BOOST_TEST(find_bed(cv::Mat(877, 620, CV_8UC1, cv::Scalar(12)), kDpi).empty());
}

BOOST_AUTO_TEST_CASE(a_dark_photograph_in_the_middle_of_the_page_is_no_bed) {
  cv::Mat page = written_page();
  cv::Mat photo = page(cv::Rect(150, 300, 320, 240));
  cv::theRNG().state = 5;
  cv::randu(photo, 10, 70);
  BOOST_TEST(find_bed(page, kDpi).empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace twofold::scanner
