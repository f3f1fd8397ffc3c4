#include "scanner/worker/page/codes.h"
#include "tests/scanner/drawn_page.h"
#include "tests/scanner/drawn_sheet.h"

#include <boost/test/unit_test.hpp>

namespace twofold::scanner {
namespace {

using namespace testing;

const SheetCode kSheet{SheetKind::Separator, SeparatorTarget{"K000123", 2, "contract_text"}.text(), 12};

std::string read(const cv::Mat& page, double dpi = 300, Search search = Search::Quick) {
  const PageCodes found = find_codes(page, dpi, search);
  return found.codes.size() == 1 ? found.codes.front().text : std::to_string(found.codes.size()) + " codes";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(codes_test)

BOOST_AUTO_TEST_CASE(a_sheet_is_read_upright_upside_down_and_askew) {
  const cv::Mat page = drawn_sheet(kSheet);
  for (const double degrees : {0.0, 180.0, 10.0, -10.0, 170.0}) {
    BOOST_TEST(read(scanned(page, {.degrees = degrees})) == kSheet.text(), degrees);
  }
}

BOOST_AUTO_TEST_CASE(a_faint_noisy_sheet_at_200_dpi_is_read) {
  const SheetDamage faint{.degrees = 7, .dpi = 200, .paper = 230, .ink = 185, .noise = 8, .jpeg_quality = 50};
  BOOST_TEST(read(scanned(drawn_sheet(kSheet), faint), 200) == kSheet.text());
}

BOOST_AUTO_TEST_CASE(a_sheet_with_one_code_torn_off_is_read_by_the_other) {
  for (const int corner : {0, 2}) {
    BOOST_TEST(read(scanned(drawn_sheet(kSheet), {.torn_corner = corner, .torn_mm = 110})) == kSheet.text());
  }
}

BOOST_AUTO_TEST_CASE(a_sheet_with_both_codes_spoilt_is_said_to_be_unread) {
  cv::Mat page = drawn_sheet(kSheet);
  for (const cv::Rect& middle : {cv::Rect(480, 480, 260, 260), cv::Rect(1730, 2750, 260, 260)}) page(middle) = cv::Scalar(255);
  const PageCodes found = find_codes(page, 300, Search::Quick);
  BOOST_TEST(found.codes.empty());
  BOOST_TEST(found.unread);
}

BOOST_AUTO_TEST_CASE(bars_of_a_patch_t_are_known_from_every_side) {
  for (const bool side : {false, true}) {
    const cv::Mat page = drawn_patch_t(300, side);
    for (const double degrees : {0.0, 180.0, 8.0, -8.0}) BOOST_TEST(find_codes(scanned(page, {.degrees = degrees}), 300, Search::Quick).patch_t);
    BOOST_TEST(find_codes(scanned(page, {.dpi = 200, .paper = 235, .ink = 170, .noise = 6}), 200, Search::Quick).patch_t);
  }
}

BOOST_AUTO_TEST_CASE(a_page_of_writing_has_no_sheet) {
  const PageCodes found = find_codes(drawn_page(english_lines()), 300, Search::Quick);
  BOOST_TEST(found.codes.empty());
  BOOST_TEST(!found.unread);
  BOOST_TEST(!found.patch_t);
}

BOOST_AUTO_TEST_CASE(a_small_code_of_a_label_is_read_when_looked_for_thoroughly) {
  const SheetCode label{SheetKind::Item, "EA001-2024-00000123-L", 0};
  BOOST_TEST(read(drawn_code(label.text(), 14), 300, Search::Thorough) == label.text());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace twofold::scanner
