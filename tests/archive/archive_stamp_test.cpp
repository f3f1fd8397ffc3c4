#include "archive/forms/archive_stamp.h"
#include "base/sheet_code.h"
#include "tests/archive/printed_page.h"

#include <boost/test/unit_test.hpp>

using namespace twofold;
using namespace twofold::archive;

BOOST_AUTO_TEST_SUITE(archive_stamp_test)

namespace {

const ArchiveStamp kStamp{"A001", "2024", "0007", "C03", "30 年", "12"};

PrintedDocument stamped(double x, double y) {
  Printer printer;
  printer.begin_page(kA4Short, kA4Long);
  draw_archive_stamp(printer, x, y, kStamp);
  return PrintedDocument(printer.finish());
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_stamp_is_45_by_16_millimetres_where_it_was_put) {
  const auto ink = stamped(120, 15).picture(1, 600).ink();
  BOOST_TEST(ink.left == 120, boost::test_tools::tolerance(0.001));
  BOOST_TEST(std::abs(ink.right - ink.left - 45) < 0.2);
  BOOST_TEST(std::abs(ink.top - 15) < 0.2);
  BOOST_TEST(std::abs(ink.bottom - ink.top - 16) < 0.2);
}

BOOST_AUTO_TEST_CASE(its_six_cells_hold_what_the_rules_name) {
  const std::string text = stamped(120, 15).text(1);
  for (const char* words : {"全宗号", "A001", "年度", "2024", "件号", "0007", "卷章", "C03", "保管期限", "30年", "页数", "12"})
    BOOST_TEST(text.find(words) != std::string::npos, words);
}

BOOST_AUTO_TEST_CASE(a_qr_code_is_read_back_from_a_rendering_of_300_dpi) {
  const std::string code = SheetCode{SheetKind::Volume, "A001-KH.02.2024-D30-C03-001", 120}.text();
  Printer printer;
  printer.begin_page(kA4Short, kA4Long);
  printer.qr(170, 15, 18, code);
  const PrintedDocument page(printer.finish());
  BOOST_TEST(page.qr_codes(1) == std::vector{code}, boost::test_tools::per_element());
  const auto ink = page.picture(1, 600).ink();
  BOOST_TEST(std::abs(ink.left - 170) < 0.1);
  BOOST_TEST(std::abs(ink.bottom - 33) < 0.1);
}

BOOST_AUTO_TEST_SUITE_END()
