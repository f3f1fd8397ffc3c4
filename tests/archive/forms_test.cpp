#include "archive/forms/field_grid.h"
#include "archive/forms/table.h"
#include "archive/forms/values.h"
#include "base/text.h"
#include "catalog/amendments.h"
#include "catalog/disposition.h"
#include "catalog/removals.h"
#include "catalog/transfers.h"
#include "tests/archive/printing.h"

#include <boost/test/unit_test.hpp>

using namespace twofold;
using namespace twofold::archive;

BOOST_AUTO_TEST_SUITE(forms_test)

namespace {

constexpr std::size_t kFirst = 100000;  // six digits each, so that no number is part of another

Table long_table(std::size_t rows, const std::string& title, bool landscape = false) {
  Table table;
  table.title = "卷内文件目录";
  table.code = {SheetKind::Form, "TEST-1", 0};
  table.landscape = landscape;
  table.columns = {{"顺序号", 20, Align::Centre}, {"题名", 100, Align::Left}, {"备注", landscape ? 147.0 : 50.0, Align::Left}};
  for (std::size_t i = 1; i <= rows; ++i) table.rows.push_back({{std::to_string(kFirst + i), title, "备"}});
  return table;
}

PrintedDocument drawn(const Table& table, bool bilingual = false) {
  Printer printer;
  draw_table(printer, table, Wording(bilingual));
  return PrintedDocument(printer.finish());
}

// Where words stand on a page; fails the test where they do not.
PrintedWord place_of(const PrintedDocument& document, int page, const std::string& text) {
  for (const auto& word : document.words(page))
    if (word.text.find(text) != std::string::npos) return word;
  BOOST_FAIL("page " << page << " does not show " << text);
  return {};
}

}  // namespace

BOOST_AUTO_TEST_CASE(four_hundred_rows_are_all_printed_once_under_repeated_headings) {
  const auto document = drawn(long_table(400, "来函"));
  BOOST_TEST(document.pages() > 5);
  for (int page = 1; page <= document.pages(); ++page) {
    BOOST_TEST(occurrences(document.text(page), "顺序号") == 1U);
    BOOST_TEST(occurrences(document.text(page), replace_all(render(msg("form.page_of", page, document.pages()), Language::Chinese), " ", "")) == 1U);
  }
  const std::string text = document.text();
  BOOST_TEST(occurrences(text, "来函") == 400U);
  for (std::size_t i = 1; i <= 400; ++i) BOOST_TEST(occurrences(text, std::to_string(kFirst + i)) == 1U);
  BOOST_TEST(document.fonts_embedded());
}

BOOST_AUTO_TEST_CASE(every_page_names_itself_and_the_number_of_pages_and_carries_the_code) {
  const auto document = drawn(long_table(120, "来函", true));
  for (int page = 1; page <= document.pages(); ++page) {
    const std::string footer = render(msg("form.page_of", page, document.pages()), Language::Chinese);
    BOOST_TEST(shows(document.text(page), replace_all(footer, " ", "")));
    BOOST_TEST(document.qr_codes(page) == std::vector{SheetCode(SheetKind::Form, "TEST-1", 0).text()}, boost::test_tools::per_element());
  }
}

BOOST_AUTO_TEST_CASE(a_long_title_is_wrapped_and_loses_no_character) {
  std::string title;
  for (int i = 0; i < 90; ++i) title += "函";
  const auto document = drawn(long_table(1, title));
  BOOST_TEST(occurrences(document.text(), "函") == 90U);
  for (const auto& word : document.words(1)) BOOST_TEST(word.x + word.width < 195.5, word.text);
}

BOOST_AUTO_TEST_CASE(a_title_longer_than_a_sheet_is_set_smaller_and_loses_no_character) {
  std::string title;
  for (int i = 0; i < 3000; ++i) title += "函";
  const auto document = drawn(long_table(3, title));
  BOOST_TEST(occurrences(document.text(), "函") == 9000U);
  for (int page = 1; page <= document.pages(); ++page) BOOST_TEST(document.picture(page, 150).ink().bottom < 297 - 12);
}

BOOST_AUTO_TEST_CASE(long_values_of_a_slip_are_set_smaller_until_all_of_it_stands_on_its_sheet) {
  std::string value;
  for (int i = 0; i < 600; ++i) value += "函";
  FieldGrid grid;
  for (int row = 0; row < 9; ++row) grid.rows.push_back({{{"原值", value}}, 16, Align::Left});
  Printer printer;
  printer.begin_page(kA4Short, kA4Long);
  const double end = draw_fields(printer, grid);
  BOOST_TEST(end <= grid.bottom);
  const PrintedDocument document(printer.finish());
  BOOST_TEST(occurrences(document.text(), "函") == 9U * 600);
  BOOST_TEST(document.picture(1, 150).ink().bottom <= grid.bottom + 0.5);
}

BOOST_AUTO_TEST_CASE(a_table_without_rows_still_has_its_page) {
  const auto document = drawn(long_table(0, ""));
  BOOST_TEST(document.pages() == 1);
  BOOST_TEST(occurrences(document.text(), "题名") == 1U);
}

BOOST_AUTO_TEST_CASE(the_frame_keeps_its_margins_to_half_a_millimetre) {
  const auto portrait = drawn(long_table(60, "来函")).picture(1, 200).ink();
  BOOST_TEST(std::abs(portrait.left - 25) < 0.5);    // the binding edge
  BOOST_TEST(std::abs(portrait.right - 195) < 0.5);
  const auto wide = drawn(long_table(60, "来函", true));
  BOOST_TEST(std::abs(wide.width(1) - 297) < 0.1);
  BOOST_TEST(std::abs(wide.height(1) - 210) < 0.1);
  const auto ink = wide.picture(1, 200).ink();
  BOOST_TEST(std::abs(ink.left - 15) < 0.5);
  BOOST_TEST(std::abs(ink.right - 282) < 0.5);
}

BOOST_AUTO_TEST_CASE(R26_R27_every_form_of_a_closed_volume_has_every_heading_of_the_rules) {
  ClosedArchive made;
  const auto item = made.file({});
  const auto code = made.close().volumes.at(0).volume.code;
  const auto forms = printed(made, {.form = "volume", .operands = {code.text()}});
  BOOST_TEST_REQUIRE(forms.pages() == 5);
  const std::vector<std::vector<std::string>> headings = {
      {"全宗名称", "类目名称", "案卷题名", "起止日期", "保管期限", "件数", "页数", "档号", "卷章", "客户经理"},
      {"全宗号", "年度", "案卷号", "保管期限", "案卷题名"},
      {"顺序号", "文号", "责任者", "题名", "日期", "页号", "备注"},
      {"序号", "电子文件编码", "题名", "形成日期", "格式", "大小", "SHA-256", "存址", "备注"},
      {"互见号", "情况说明", "照片", "缺损", "修改", "补充", "移出", "销毁", "电子文件编码及存址", "立卷人", "检查人", "日期"}};
  for (int page = 1; page <= 5; ++page) {
    for (const auto& heading : headings[static_cast<std::size_t>(page - 1)])
      BOOST_TEST(shows(forms.text(page), heading), heading << " on page " << page);
    BOOST_TEST(forms.qr_codes(page) == std::vector{sheet_code_of(code).text()}, boost::test_tools::per_element());
  }
  // Both notes, each in the catalogue of the other track; the closing note too has the electronic number.
  for (const int page : {3, 4, 5}) BOOST_TEST(shows(forms.text(page), item.storage_id.text()));
  BOOST_TEST(shows(forms.text(3), item.storage_id.address()));
  BOOST_TEST(shows(forms.text(4), catalog::find_item(made.archive().database(), item.id)->reference_code->text()));
}

BOOST_AUTO_TEST_CASE(every_form_in_two_languages_has_both) {
  ClosedArchive made;
  made.file({});
  const auto code = made.close().volumes.at(0).volume.code;
  const auto forms = printed(made, {.form = "volume", .operands = {code.text()}, .bilingual = true});
  const std::vector<std::vector<std::string>> words = {{"保管期限", "Retention"}, {"年度", "Year"}, {"责任者", "Responsible"},
                                                       {"电子文件编码", "StorageID"}, {"情况说明", "Statement"}};
  for (int page = 1; page <= 5; ++page)
    for (const auto& word : words[static_cast<std::size_t>(page - 1)]) BOOST_TEST(shows(forms.text(page), word), word << " on page " << page);
}

BOOST_AUTO_TEST_CASE(every_item_of_a_long_volume_is_in_both_catalogues) {
  ClosedArchive made;
  for (int i = 0; i < 60; ++i) made.file({.title = "来函甲乙丙"});
  const auto code = made.close().volumes.at(0).volume.code;
  BOOST_TEST(occurrences(printed(made, {.form = "catalogue", .operands = {code.text()}}).text(), "来函甲乙丙") == 60U);
  BOOST_TEST(occurrences(printed(made, {.form = "electronic", .operands = {code.text()}}).text(), "来函甲乙丙") == 60U);
}

BOOST_AUTO_TEST_CASE(spines_are_as_wide_as_asked_for_to_half_a_millimetre) {
  for (const auto& [text, width] : {std::pair{"20", 20.0}, {"30", 30.0}, {"40", 40.0}, {"50", 50.0}}) {
    Spine spine{{{"form.fonds", "A001"}, {"form.volume_title", "二〇二四年度合同协议卷", 0}, {"form.retention", "30 年"}}, "A001", {SheetKind::Volume, "A001", 0}};
    Printer printer;
    draw_spines(printer, {spine}, *try_parse_spine_width(text), Wording());
    const auto ink = PrintedDocument(printer.finish()).picture(1, 300).ink();
    BOOST_TEST(std::abs(ink.right - ink.left - width) < 0.5);
    BOOST_TEST(std::abs(ink.bottom - ink.top - 277) < 0.5);
  }
  BOOST_TEST(!try_parse_spine_width("25").has_value());
  BOOST_TEST((spine_width_for(40) == SpineWidth::Mm20 && spine_width_for(400) == SpineWidth::Mm30 && spine_width_for(5000) == SpineWidth::Mm50));
}

BOOST_AUTO_TEST_CASE(the_title_on_a_spine_runs_from_top_to_bottom) {
  Spine spine{{{"form.volume_title", "甲乙丙丁", 0}}, "A001", {SheetKind::Volume, "A001", 0}};
  Printer printer;
  draw_spines(printer, {spine}, SpineWidth::Mm30, Wording());
  const PrintedDocument document(printer.finish());
  double last_y = 0, x = 0;
  for (const char* character : {"甲", "乙", "丙", "丁"}) {
    const auto word = place_of(document, 1, character);
    if (word.text != character) continue;   // read as one upright line: its height says the rest
    BOOST_TEST(word.y > last_y);
    if (x > 0) BOOST_TEST(std::abs(word.x - x) < 1);
    last_y = word.y;
    x = word.x;
  }
  const auto line = place_of(document, 1, "甲");
  BOOST_TEST((last_y > 0 || line.height > line.width));
}

BOOST_AUTO_TEST_CASE(the_closing_note_names_its_checker_once_somebody_else_has_signed_it) {
  ClosedArchive made;
  made.file({});
  const auto code = made.close().volumes.at(0).volume.code;
  const auto check = [&](const char* who) {
    return refusal([&] { made.act([&](catalog::Transaction& t) { catalog::check_closing(t, code); }, who); });
  };
  const PrintOrder note{.form = "note", .operands = {code.text()}};
  BOOST_TEST(!shows(printed(made, note).text(), "郑检查"));
  BOOST_TEST(check("档案员") == "closing.own_check");
  made.clock.set(Date(2025, 2, 3));
  BOOST_TEST(check("郑检查") == "");
  BOOST_TEST(check("另一人") == "closing.checked_already");
  const auto text = printed(made, note).text();
  BOOST_TEST(shows(text, "郑检查"));
  BOOST_TEST(shows(text, "2025-02-03"));
  BOOST_TEST(verify_closed_volume(made.archive(), code).empty());
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
  const auto forms = printed(made, {.form = "volume", .operands = {code.text()}});
  BOOST_TEST_REQUIRE(forms.pages() == 6);
  BOOST_TEST(shows(forms.text(3), "误入乙"));
  BOOST_TEST(shows(forms.text(3), "已销毁，见备考表"));
  BOOST_TEST(shows(forms.text(3), "新题名丙"));
  BOOST_TEST(!shows(forms.text(4), "误入乙"));
  BOOST_TEST(shows(forms.text(5), "修改：1处"));
  BOOST_TEST(shows(forms.text(5), "移出、销毁：1件"));
  BOOST_TEST(shows(forms.text(5), "缺损：无记录"));
  BOOST_TEST(shows(forms.text(6), "旧题名甲→新题名丙"));
  BOOST_TEST(verify_closed_volume(made.archive(), code).empty());
  const auto amendment = printed(made, {.form = "change", .operands = {"1"}}).text();
  for (const char* words : {"档案修改审批单", "原值", "旧题名甲", "新值", "新题名丙", "题名有误", "申请人", "销售部经理意见", "同意"})
    BOOST_TEST(shows(amendment, words), words);
  const auto slip = printed(made, {.form = "removal", .operands = {std::to_string(removal)}}).text();
  for (const char* words : {"档案删除审批单", "错误：他人资料", "保留期止", "最终确认", "确认销毁", "2025-03-01"}) BOOST_TEST(shows(slip, words), words);
}

BOOST_AUTO_TEST_CASE(R18_R42_what_was_removed_since_the_closing_is_neither_handed_over_nor_listed_for_destruction) {
  ClosedArchive made;
  made.file({});
  const auto gone = made.file({.title = "误入乙"});
  const auto code = made.close().volumes.at(0).volume.code;
  std::int64_t removal = 0;
  made.act([&](catalog::Transaction& t) {
    removal = catalog::request_removal(t, gone.id, catalog::RemovalCause::Erroneous, "他人资料").id;
  });
  made.act([&](catalog::Transaction& t) { catalog::consent_to_removal(t, removal, 1); }, "销售部经理");
  made.clock.set(Date(2025, 3, 1));
  made.act([&](catalog::Transaction& t) { catalog::confirm_removal(t, removal); }, "销售部经理");
  std::string transfer, list;
  made.act([&](catalog::Transaction& t) { transfer = catalog::draw_transfer(t, {code}, "市档案馆", "到期移交").number; });
  const auto handed_over = printed(made, {.form = "transfer", .operands = {transfer}});
  BOOST_TEST(shows(handed_over.text(1), "1卷，1件，1页"));
  BOOST_TEST(shows(handed_over.text(2), "1/1"));
  made.act([&](catalog::Transaction& t) { catalog::cancel_transfer(t, transfer, "暂缓"); });
  made.clock.set(Date(2055, 1, 1));
  made.act([&](catalog::Transaction& t) { list = catalog::draw_list(t, made.clock.today(), {code}, catalog::Track::Both).number; });
  BOOST_TEST(shows(printed(made, {.form = "disposition", .operands = {list}}).text(1), "1卷1页"));
}

BOOST_AUTO_TEST_SUITE_END()
