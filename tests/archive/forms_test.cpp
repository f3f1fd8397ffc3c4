#include "archive/forms/printer.h"
#include "tests/archive/closed_archive.h"

#include <boost/test/unit_test.hpp>

using namespace twofold;
using namespace twofold::archive;

BOOST_AUTO_TEST_SUITE(forms_test)

namespace {

constexpr std::size_t kFirst = 100000;  // six digits each, so that no number is part of another

Table long_table(std::size_t rows, const std::string& title) {
  Table table;
  table.title = "卷内文件目录";
  table.columns = {{"顺序号", 20, Align::Centre}, {"题名", 120, Align::Left}, {"备注", 40, Align::Left}};
  for (std::size_t i = 1; i <= rows; ++i) table.rows.push_back({std::to_string(kFirst + i), title, "备"});
  return table;
}

std::string printed(const Table& table, bool landscape = false) {
  Printer printer;
  printer.table(table, landscape);
  const ScratchFolder scratch(std::filesystem::temp_directory_path());
  const auto pdf = scratch.path() / "表 单.pdf";
  write_durably(pdf, printer.finish());
  return pdf_text(pdf, scratch.path());
}

}  // namespace

BOOST_AUTO_TEST_CASE(four_hundred_rows_are_all_printed_once_under_repeated_headings) {
  const std::string text = printed(long_table(400, "来函"));
  const auto pages = occurrences(text, "\f");
  BOOST_TEST(pages > 5U);
  BOOST_TEST(occurrences(text, "顺序号") == pages);
  BOOST_TEST(occurrences(text, "来函") == 400U);
  for (std::size_t i = 1; i <= 400; ++i) BOOST_TEST(occurrences(text, std::to_string(kFirst + i)) == 1U);
}

BOOST_AUTO_TEST_CASE(every_page_names_itself_and_the_number_of_pages) {
  const std::string text = printed(long_table(400, "来函"), true);
  const auto pages = occurrences(text, "\f");
  for (std::size_t page = 1; page <= pages; ++page) {
    const Message footer = msg("form.page_of", page, pages);
    BOOST_TEST(occurrences(text, render(footer, Language::Chinese)) == 1U);
  }
}

BOOST_AUTO_TEST_CASE(a_long_title_is_wrapped_and_loses_no_character) {
  std::string title;
  for (int i = 0; i < 90; ++i) title += "函";
  BOOST_TEST(occurrences(printed(long_table(1, title)), "函") == 90U);
}

BOOST_AUTO_TEST_CASE(a_table_without_rows_still_has_its_page) {
  const std::string text = printed(long_table(0, ""));
  BOOST_TEST(occurrences(text, "\f") == 1U);
  BOOST_TEST(occurrences(text, "题名") == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
