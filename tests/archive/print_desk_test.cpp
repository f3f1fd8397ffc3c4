#include "archive/forms/form_table.h"
#include "archive/forms/values.h"
#include "base/text.h"
#include "catalog/climate.h"
#include "catalog/events.h"
#include "catalog/inspections.h"
#include "catalog/loans.h"
#include "catalog/transfers.h"
#include "tests/archive/printing.h"

#include <boost/test/unit_test.hpp>

using namespace twofold;
using namespace twofold::archive;

BOOST_AUTO_TEST_SUITE(print_desk_test)

namespace {

struct Closed {
  ClosedArchive made;
  catalog::Item item = made.file({.title = "会员签单消费合同"});
  catalog::VolumeCode code = made.close().volumes.at(0).volume.code;
};

std::vector<std::string> events_about(ClosedArchive& made, const std::string& subject) {
  std::vector<std::string> actions;
  for (const auto& event : catalog::list_events(made.archive().database(), subject, 0, 20)) actions.push_back(event.action);
  return actions;
}

}  // namespace

BOOST_AUTO_TEST_CASE(R14_the_first_print_is_an_event_and_the_second_a_reprint) {
  Closed closed;
  const PrintOrder order{.form = "cover", .operands = {closed.code.text()}};
  const auto out = closed.made.beside("封 面.pdf");
  BOOST_TEST(print_form(closed.made, order, out).forms.at(0).copy == 1);
  BOOST_TEST(print_form(closed.made, order, out).forms.at(0).copy == 2);
  BOOST_TEST(print_form(closed.made, {.form = "spine", .operands = {closed.code.text()}}, out).forms.at(0).copy == 1);
  const auto actions = events_about(closed.made, closed.code.text());
  BOOST_TEST(std::ranges::count(actions, "form.printed") == 2);
  BOOST_TEST(std::ranges::count(actions, "form.reprinted") == 1);
}

BOOST_AUTO_TEST_CASE(nothing_is_counted_where_the_file_cannot_be_written) {
  Closed closed;
  const PrintOrder order{.form = "cover", .operands = {closed.code.text()}};
  BOOST_CHECK_THROW(print_form(closed.made, order, closed.made.beside("没有/封面.pdf")), Error);
  BOOST_TEST(print_form(closed.made, order, closed.made.beside("封面.pdf")).forms.at(0).copy == 1);
}

BOOST_AUTO_TEST_CASE(what_is_not_there_or_not_ready_is_refused_by_name) {
  ClosedArchive made;
  made.file({});
  const auto out = made.beside("表.pdf");
  const auto print = [&](const char* form, const char* operand) {
    return refusal([&] { print_form(made, {.form = form, .operands = {operand}}, out); });
  };
  BOOST_TEST(print("cover", "A001-KH.02.2024-D10-C99-001") == "volume.unknown");
  BOOST_TEST(print("cover", "no code") == "number.malformed");
  BOOST_TEST(print("note", "A001-KH.02.2024-D10-C01-001") == "print.not_closed");
  BOOST_TEST(print("stamp", "EA001-2024-00000099-0") != "");
  BOOST_TEST(print("change", "7") == "amendment.unknown");
  BOOST_TEST(print("removal", "x") == "cli.not_a_number");
  BOOST_TEST(print("transfer", "TR-2030-0001") == "transfer.unknown");
  BOOST_TEST(print("certificate", "DL-2030-0001") == "disposition.unknown_list");
  BOOST_TEST(print("climate", "K9") == "climate.unknown_room");
  BOOST_TEST(print("separator", "contract") == "print.separator_needs_customer");
  BOOST_TEST(print("separator", "no_type") == "manifest.unknown_type");
  BOOST_TEST(!std::filesystem::exists(out));
}

BOOST_AUTO_TEST_CASE(a_stamp_page_carries_the_stamp_of_the_item_at_its_place) {
  Closed closed;
  const auto number = catalog::find_item(closed.made.archive().database(), closed.item.id)->reference_code->text();
  const auto page = printed(closed.made, {.form = "stamp", .operands = {number}});
  for (const char* words : {"全宗号", "A001", "2024", "0001", "C01", "10年"}) BOOST_TEST(shows(page.text(1), words), words);
  BOOST_TEST(std::abs(page.picture(1, 300).ink().right - 195) < 0.5);
  BOOST_TEST(page.qr_codes(1).size() == 1U);
}

BOOST_AUTO_TEST_CASE(the_list_of_volumes_and_the_loan_register_have_their_columns_and_rows) {
  Closed closed;
  closed.made.act([&](catalog::Transaction& t) {
    catalog::lend_volume(t, {closed.code, "孙工", "财务部", "核对欠款", Date(2025, 2, 1)}, "赵总");
  });
  const auto volumes = printed(closed.made, {.form = "volumes", .year = 2024});
  for (const char* words : {"案卷目录", "案卷号", "起止日期", "20240301—20240301", "库位", "备注"}) BOOST_TEST(shows(volumes.text(1), words), words);
  BOOST_TEST(shows(volumes.text(1), closed.code.text()));
  const auto loans = printed(closed.made, {.form = "loans", .year = 2025});
  for (const char* words : {"借阅登记表", "孙工", "财务部", "核对欠款", "赵总", "2025-02-01"}) BOOST_TEST(shows(loans.text(1), words), words);
  BOOST_TEST(loans.qr_codes(1).at(0) == sheet_code_of_form("loans-2025").text());
  BOOST_TEST(!shows(printed(closed.made, {.form = "loans", .year = 2023}).text(1), "孙工"));
}

BOOST_AUTO_TEST_CASE(R44_R45_inspections_and_climate_are_sheets_to_sign) {
  Closed closed;
  closed.made.act([&](catalog::Transaction& t) {
    catalog::inspect_volume(t, {closed.code, Date(2025, 1, 8), {catalog::Damage::Mould}, "隔离", "周敏", Date(2025, 2, 1)});
    catalog::record_climate(t, {"K1", catalog::LocalTime::parse("2025-01-08 08:30"), {2150}, {6600}, "周敏", "已除湿"});
  });
  const auto inspections = printed(closed.made, {.form = "inspections", .year = 2025}).text(1);
  for (const char* words : {"水浸", "霉变", "粘连", "褪色", "虫蛀", "鼠咬", "√", "隔离", "周敏"}) BOOST_TEST(shows(inspections, words), words);
  const auto climate = printed(closed.made, {.form = "climate", .operands = {"K1"}, .year = 2025}).text(1);
  for (const char* words : {"08:30", "21.5", "66", "超限", "已除湿", "14–24℃"}) BOOST_TEST(shows(climate, words), words);
}

BOOST_AUTO_TEST_CASE(R42_a_transfer_is_printed_with_both_sides_and_its_list) {
  Closed closed;
  std::string number;
  closed.made.act([&](catalog::Transaction& t) {
    number = catalog::draw_transfer(t, {closed.code}, "市档案馆", "到期移交").number;
    catalog::sign_transfer(t, number, catalog::TransferSide::ReceiverLeader, "陈馆长");
  });
  const auto forms = printed(closed.made, {.form = "transfer", .operands = {number}});
  BOOST_TEST(forms.pages() == 2);
  for (const char* words : {"交接文据", "到期移交", "移出方", "接收方", "市档案馆", "陈馆长", "1卷，1件，1页"}) BOOST_TEST(shows(forms.text(1), words), words);
  BOOST_TEST(shows(forms.text(2), closed.code.text()));
}

BOOST_AUTO_TEST_CASE(a_separator_names_in_words_and_in_its_code_where_the_sheets_belong) {
  ClosedArchive made;
  made.file({});
  const auto page = printed(made, {.form = "separator", .operands = {"contract", "王府饭店"}, .pages = 12});
  for (const char* words : {"分件页", "K000001", "王府饭店", "合同协议", "12"}) BOOST_TEST(shows(page.text(1), words), words);
  const auto codes = page.qr_codes(1);
  BOOST_TEST_REQUIRE(codes.size() == 2U);
  const auto code = SheetCode::try_parse(codes[0]);
  BOOST_TEST_REQUIRE(code.has_value());
  BOOST_TEST((code->kind == SheetKind::Separator && code->pages == 12));
  BOOST_TEST((SeparatorTarget::try_parse(code->code) == SeparatorTarget{"K000001", 2, "contract"}));
}

BOOST_AUTO_TEST_CASE(every_form_of_the_table_has_a_name_of_its_own) {
  std::vector<std::string_view> keys;
  for (const auto& form : form_table()) keys.push_back(form.key);
  std::ranges::sort(keys);
  BOOST_TEST((std::ranges::adjacent_find(keys) == keys.end()));
}

BOOST_AUTO_TEST_SUITE_END()
