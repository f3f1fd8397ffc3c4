#include "archive/text_likeness.h"

#include <boost/test/unit_test.hpp>

using namespace twofold::archive;

BOOST_AUTO_TEST_SUITE(text_likeness_test)

BOOST_AUTO_TEST_CASE(widths_spaces_and_line_ends_do_not_make_texts_different) {
  BOOST_TEST(text_likeness("合同金额 ¥1,280元", "合同 金额\n¥1,280 元") == 1.0);
  BOOST_TEST(text_likeness("", "") == 1.0);
  BOOST_TEST(text_likeness("王府饭店", "") == 0.0);
  BOOST_TEST(text_likeness("王府饭店", "王府饭庄") == 0.75);
}

BOOST_AUTO_TEST_CASE(a_figure_is_missing_as_often_as_it_was_not_read) {
  const auto missing = figures_missing("共 12,800.50 元,于 2024-03-18 付 300 元,再付 300 元。", "共12800.50元,于2024-03-13付300元");
  BOOST_TEST(missing == (std::vector<std::string>{"2024-03-18", "300"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
