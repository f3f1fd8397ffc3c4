#include "scanner/worker/page/deskew.h"

#include "base/files.h"
#include "base/text.h"
#include "tests/scanner/drawn_page.h"

#include <boost/test/unit_test.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <cmath>
#include <vector>

namespace twofold::scanner {
namespace {

using testing::drawn_page;
using testing::english_lines;
using testing::turned;

const cv::Mat& english_page() {
  static const cv::Mat page = drawn_page(english_lines());
  return page;
}

// Columns of Han characters from the top down, each beginning at another height.
cv::Mat vertical_page() {
  std::string text;
  for (const char* each : {"客", "户", "档", "案", "管", "理", "办", "法", "为", "了", "加", "强", "规", "范", "合", "同",
                           "协", "议", "书", "的", "收", "集", "整", "理", "与", "归", "档", "工", "作", "制"}) {
    text += std::string(each) + "\n";
  }
  const cv::Mat drawn = drawn_page(text);
  const cv::Mat column = drawn(cv::Rect(295, 295, 60, 2000));
  cv::Mat page(drawn.size(), CV_8UC1, cv::Scalar(255));
  for (int i = 0; i < 16; ++i) column.copyTo(page(cv::Rect(300 + i * 115, 300 + i * 29 % 71, 60, 2000)));
  return page;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(deskew_test)

BOOST_AUTO_TEST_CASE(the_angle_of_a_turned_page_is_found_within_three_hundredths_of_a_degree) {
  for (const double degrees : {-14.3, -7.7, -3.0, -0.6, 0.0, 0.37, 1.9, 5.25, 12.8}) {
    const SkewEstimate found = find_skew(turned(english_page(), degrees), 300);
    BOOST_TEST(!found.abstained);
    BOOST_TEST(std::abs(found.degrees - degrees) < 0.03, "turned by " << degrees << ", found " << found.degrees);
  }
}

BOOST_AUTO_TEST_CASE(the_angle_of_a_page_turned_far_is_found_within_a_tenth_of_a_degree) {
  for (const double degrees : {-44.0, -38.0, -28.6, -17.3, 19.0, 31.7, 44.0}) {
    const SkewEstimate found = find_skew(turned(english_page(), degrees), 300);
    BOOST_TEST(!found.abstained);
    BOOST_TEST(std::abs(found.degrees - degrees) < 0.1, "turned by " << degrees << ", found " << found.degrees);
  }
}

BOOST_AUTO_TEST_CASE(vertical_writing_has_an_angle_too) {
  const cv::Mat page = vertical_page();
  for (const double degrees : {-3.4, 0.0, 2.2}) {
    const SkewEstimate found = find_skew(turned(page, degrees), 300);
    BOOST_TEST(!found.abstained);
    BOOST_TEST(std::abs(found.degrees - degrees) < 0.1, "turned by " << degrees << ", found " << found.degrees);
  }
}

BOOST_AUTO_TEST_CASE(a_dark_wedge_with_an_angle_of_its_own_does_not_move_the_angle_of_the_lines) {
  cv::Mat page = turned(english_page(), 2.4);
  cv::fillPoly(page, std::vector<std::vector<cv::Point>>{{{2479, 0}, {2340, 0}, {2420, 3507}, {2479, 3507}}},
               cv::Scalar(20));
  cv::fillPoly(page, std::vector<std::vector<cv::Point>>{{{0, 0}, {2479, 0}, {2479, 70}, {0, 30}}}, cv::Scalar(20));
  BOOST_TEST(std::abs(find_skew(page, 300).degrees - 2.4) < 0.05);
}

BOOST_AUTO_TEST_CASE(scattered_dots_have_no_angle) {
  cv::Mat page(3508, 2480, CV_8UC1, cv::Scalar(250));
  cv::RNG random(9);
  for (int i = 0; i < 3000; ++i) {
    cv::circle(page, {random.uniform(0, page.cols), random.uniform(0, page.rows)}, 6, cv::Scalar(30), cv::FILLED);
  }
  const SkewEstimate found = find_skew(page, 300);
  BOOST_TEST(found.abstained);
  BOOST_TEST(found.degrees == 0);
}

BOOST_AUTO_TEST_CASE(a_photograph_alone_is_not_turned) {
  cv::Mat page(3508, 2480, CV_8UC1);
  cv::theRNG().state = 21;
  cv::randu(page, 0, 255);
  cv::GaussianBlur(page, page, {}, 12);
  cv::normalize(page, page, 20, 235, cv::NORM_MINMAX);
  BOOST_TEST(std::abs(find_skew(page, 300).degrees) < 0.1);
}

BOOST_AUTO_TEST_CASE(shading_and_noise_do_not_move_the_angle) {
  cv::Mat page = turned(english_page(), 2.4);
  for (int x = 0; x < page.cols; ++x) page.col(x) *= 1.0 - 0.4 * x / page.cols;
  cv::Mat noise(page.size(), CV_8UC1);
  cv::theRNG().state = 7;
  cv::randu(noise, 0, 30);
  page -= noise;
  BOOST_TEST(std::abs(find_skew(page, 300).degrees - 2.4) < 0.05);
}

BOOST_AUTO_TEST_CASE(white_writing_on_black_has_an_angle_too) {
  const cv::Mat page = 255 - turned(english_page(), 0);
  cv::Mat inverse;
  cv::warpAffine(page, inverse, cv::getRotationMatrix2D({1240, 1754}, 3.2, 1), page.size(), cv::INTER_CUBIC,
                 cv::BORDER_CONSTANT, cv::Scalar(0));
  BOOST_TEST(std::abs(find_skew(inverse, 300).degrees - 3.2) < 0.05);
}

BOOST_AUTO_TEST_CASE(a_page_lying_on_its_side_has_the_angle_of_its_lines) {
  cv::Mat side;
  cv::rotate(turned(english_page(), 4.0), side, cv::ROTATE_90_CLOCKWISE);
  BOOST_TEST(std::abs(find_skew(side, 300).degrees - 4.0) < 0.05);
}

BOOST_AUTO_TEST_CASE(an_empty_page_has_no_angle) {
  const SkewEstimate found = find_skew(cv::Mat(3508, 2480, CV_8UC1, cv::Scalar(250)), 300);
  BOOST_TEST(found.abstained);
  BOOST_TEST(found.degrees == 0);
}

BOOST_AUTO_TEST_CASE(straightening_undoes_the_turn_and_loses_no_corner) {
  cv::Mat page = english_page().clone();
  cv::circle(page, {40, 40}, 20, cv::Scalar(0), cv::FILLED);
  const cv::Mat straight = straighten(page, -5, cv::Scalar(255));
  BOOST_TEST(straight.cols > page.cols);
  BOOST_TEST(std::abs(find_skew(straight, 300).degrees - 5) < 0.05);
  const auto ink = [](const cv::Mat& image) { return cv::sum(255 - image)[0]; };
  BOOST_TEST(std::abs(ink(straight) / ink(page) - 1) < 0.002);
}

BOOST_AUTO_TEST_CASE(the_angles_of_real_scans_agree_with_those_that_several_methods_found) {
  const auto list = testing::shared_scan("angles.tsv");
  if (list.empty()) return;
  int graded = 0, good = 0;
  for (const std::string& line : split(read_file(list), '\n')) {
    const auto fields = split(line, '\t');
    if (fields.size() < 3 || fields[0] == "file") continue;
    const double truth = std::stod(fields[1]), dpi = std::stod(fields[2]);
    const cv::Mat grey = cv::imread((list.parent_path() / fields[0]).string(), cv::IMREAD_GRAYSCALE);
    const SkewEstimate found = find_skew(grey, dpi);
    const double error = std::abs(found.degrees - truth);
    BOOST_TEST(error < 0.3, fields[0] << ": " << truth << " expected, " << found.degrees << " found");
    ++graded;
    good += error < 0.06 ? 1 : 0;
  }
  BOOST_TEST(graded > 10);
  BOOST_TEST(good * 10 >= graded * 9, good << " of " << graded << " within 0.06 degrees");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace twofold::scanner
