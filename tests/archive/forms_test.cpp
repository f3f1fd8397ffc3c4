#include "archive/forms/printer.h"
#include "base/text.h"
#include "catalog/amendments.h"
#include "catalog/removals.h"
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

// The pages of the forms of one closed volume: cover, volume catalogue, electronic catalogue, closing note.
std::vector<std::string> closed_pages(ClosedArchive& made) {
  const auto pdf = made.beside("表 单.pdf");
  print_closing_forms(made.archive(), made.close().volumes.at(0).volume.code, pdf);
  return split(pdf_text(pdf, made.beside("")), '\f');
}

// Spaces are how a heading is spread over its cell.
bool shows(const std::string& page, const std::string& heading) {
  return occurrences(replace_all(page, " ", ""), heading) > 0;
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

BOOST_AUTO_TEST_CASE(R26_R27_the_four_forms_of_a_closed_volume_have_every_heading_of_the_rules) {
  ClosedArchive made;
  const auto item = made.file({});
  const auto pages = closed_pages(made);
  BOOST_TEST_REQUIRE(pages.size() >= 4U);
  const std::vector<std::vector<std::string>> headings = {
      {"全宗名称", "类目名称", "案卷题名", "起止日期", "保管期限", "件数", "页数", "档号", "卷章", "客户经理"},
      {"顺序号", "文号", "责任者", "题名", "日期", "页号", "备注"},
      {"序号", "电子文件编码", "题名", "形成日期", "格式", "大小", "SHA-256", "存址", "备注"},
      {"互见号", "情况说明", "缺损", "修改", "补充", "移出", "销毁", "电子文件编码及存址", "立卷人", "检查人", "日期"}};
  for (std::size_t page = 0; page < headings.size(); ++page)
    for (const auto& heading : headings[page])
      BOOST_TEST(shows(pages[page], heading), heading << " on page " << page + 1);
  // Both notes, each in the catalogue of the other track.
  BOOST_TEST(shows(pages[1], item.storage_id.text()));
  const auto bound = catalog::find_item(made.archive().database(), item.id);
  BOOST_TEST(shows(replace_all(pages[2], "\n", ""), "20240301"));
  BOOST_TEST(bound->reference_code.has_value());
}

BOOST_AUTO_TEST_CASE(every_item_of_a_long_volume_is_in_both_catalogues) {
  ClosedArchive made;
  for (int i = 0; i < 120; ++i) made.file({.title = "来函甲乙丙"});
  std::size_t rows = 0;
  for (const auto& page : closed_pages(made)) rows += occurrences(page, "来函甲乙丙");
  BOOST_TEST(rows == 240U);
}

BOOST_AUTO_TEST_CASE(R16_R18_what_happened_since_the_closing_stands_on_the_closing_note) {
  ClosedArchive made;
  const auto changed = made.file({.title = "旧题名甲"}), gone = made.file({.title = "误入乙"});
  const auto code = made.close().volumes.at(0).volume.code;
  made.act([&](catalog::Transaction& t) { catalog::request_amendment(t, changed.id, {.title = "新题名丙"}, "题名有误"); });
  std::int64_t removal = 0;
  made.act([&](catalog::Transaction& t) {
    removal = catalog::request_removal(t, gone.id, catalog::RemovalCause::Erroneous, "他人资料").id;
  });
  made.act([&](catalog::Transaction& t) { catalog::consent_to_amendment(t, 1); }, "销售部经理");
  made.act([&](catalog::Transaction& t) { catalog::consent_to_removal(t, removal, 1); }, "销售部经理");
  made.clock.set(Date(2025, 3, 1));
  made.act([&](catalog::Transaction& t) { catalog::confirm_removal(t, removal); }, "销售部经理");
  const auto pdf = made.beside("表 单.pdf");
  print_closing_forms(made.archive(), code, pdf);
  const auto pages = split(pdf_text(pdf, made.beside("")), '\f');
  BOOST_TEST(shows(pages[1], "[已销毁]误入乙"));
  BOOST_TEST(shows(pages[1], "新题名丙"));
  BOOST_TEST(!shows(pages[2], "误入乙"));
  BOOST_TEST(shows(pages[3], "修改:1处"));
  BOOST_TEST(shows(pages[3], "移出、销毁:1件"));
  BOOST_TEST(shows(pages[3], "缺损:无记录"));
  BOOST_TEST(shows(pages[4], "旧题名甲→新题名丙"));
  BOOST_TEST(verify_closed_volume(made.archive(), code).empty());
}

BOOST_AUTO_TEST_SUITE_END()
