#include "scanner/worker/page/deskew.h"

#include "base/files.h"
#include "base/text.h"
#include "tests/scanner/drawn_page.h"

#include <boost/test/unit_test.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <cmath>

namespace twofold::scanner {
namespace {

using testing::drawn_page;
using testing::english_lines;
using testing::turned;

const cv::Mat& english_page() {
  static const cv::Mat page = drawn_page(english_lines());
  return page;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(deskew_test)

BOOST_AUTO_TEST_CASE(the_angle_of_a_turned_page_is_found_within_five_hundredths_of_a_degree) {
  for (const double degrees : {-14.3, -7.7, -3.0, -0.6, 0.0, 0.37, 1.9, 5.25, 12.8}) {
    const SkewEstimate found = find_skew(turned(english_page(), degrees), 300);
    BOOST_TEST(!found.abstained);
    BOOST_TEST(std::abs(found.degrees - degrees) < 0.05, "turned by " << degrees << ", found " << found.degrees);
  }
}

BOOST_AUTO_TEST_CASE(a_page_turned_far_is_found_or_left_alone_never_guessed_wrong) {
  for (const double degrees : {-38.0, -22.5, 19.0, 31.7, 43.0}) {
    const SkewEstimate found = find_skew(turned(english_page(), degrees), 300);
    BOOST_TEST((found.abstained || std::abs(found.degrees - degrees) < 0.25),
               "turned by " << degrees << ", found " << found.degrees);
  }
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
