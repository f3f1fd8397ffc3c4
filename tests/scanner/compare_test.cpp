#include "scanner/worker/compare/ink_difference.h"
#include "scanner/worker/compare/letter_contest.h"
#include "scanner/worker/compare/registration.h"
#include "tests/scanner/drawn_page.h"

#include <boost/test/unit_test.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <string>

using namespace twofold::scanner;

BOOST_AUTO_TEST_SUITE(compare_test)

namespace {

const std::string kContract = "Contract HT-2024-00381\nThe total amount is 12,800.50 yuan.\nIt is paid by 18 March 2024.\n"
                              "Rooms 60, halls 1, tables 24.\nThe contract is made out twice.\n";

cv::Mat ink_of(const std::string& text) { return 255 - testing::drawn_page(text, kCompareDpi); }

// So many of four rows are lost: what a bad black and white scan does to hairlines, but everywhere.
cv::Mat broken(cv::Mat ink, int rows) {
  for (int y = 0; y < ink.rows; y += 4) ink.rowRange(y, std::min(y + rows, ink.rows)).setTo(0);
  return ink;
}

cv::Rect first_difference(const cv::Mat& a, const cv::Mat& b) { return cv::boundingRect(a != b); }

cv::Mat as_float(const cv::Mat& ink) {
  cv::Mat result;
  ink.convertTo(result, CV_32F, 1 / 255.0);
  return result;
}

}  // namespace

BOOST_AUTO_TEST_CASE(R24_a_digit_that_another_one_of_the_page_explains_is_another_digit_though_it_is_broken) {
  const cv::Mat page = ink_of(kContract);
  std::string changed = kContract;
  changed.replace(changed.find("12,800.50"), 9, "12,400.50");
  const cv::Mat scan = ink_of(changed);
  const cv::Rect place = first_difference(page, scan);
  const auto exchanged = contest_letter(as_float(page), as_float(broken(scan, 2)), place);
  BOOST_TEST(exchanged.other > exchanged.own + 0.2);
  const auto honest = contest_letter(as_float(page), as_float(broken(page.clone(), 2)), place);
  BOOST_TEST(honest.own > honest.other - 0.02);
}

BOOST_AUTO_TEST_CASE(R24_breaks_that_are_usual_on_a_page_are_no_difference_but_a_changed_digit_among_them_is) {
  const cv::Mat page = ink_of(kContract);
  BOOST_TEST(compare_ink({page, false}, broken(page.clone(), 2), false, {}).differences.empty());
  std::string changed = kContract;
  changed.replace(changed.find("12,800.50"), 9, "12,400.50");
  const auto told = compare_ink({page, false}, broken(ink_of(changed), 1), false, {});
  BOOST_TEST(told.differences.size() == 1U);
  // Where too much is lost to tell, the page is called illegible rather than the same.
  const auto lost = compare_ink({page, false}, broken(ink_of(changed), 2), false, {});
  BOOST_TEST((!lost.differences.empty() || lost.unrest > 0.075));
}

BOOST_AUTO_TEST_CASE(R24_a_page_of_which_thin_toner_left_only_the_bold_heading_whole_is_still_that_page) {
  cv::Mat page = ink_of("\n\n\n" + kContract) * 0.6, scan = page.clone();
  for (int y = 0; y < scan.rows; ++y)
    for (int x = 0; x < scan.cols; ++x)
      if ((x / 2 + y / 2) % 6 != 0) scan.at<unsigned char>(y, x) = 0;
  for (cv::Mat* side : {&page, &scan}) cv::putText(*side, "CONTRACT", {500, 300}, cv::FONT_HERSHEY_DUPLEX, 4, cv::Scalar(255), 16);
  BOOST_TEST(lay_over({page, false}, 0, {scan, true}, 0).likeness > 0.75);
}

BOOST_AUTO_TEST_SUITE_END()
