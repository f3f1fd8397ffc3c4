// A year in the archive through every address, over a socket: each answer is what the OpenAPI document promises.

#include "tests/app/server/live/promises/year.h"

namespace twofold::app::api {
namespace {

// The year's contract: found, described, signed and filed. Its customer's number.
std::string keep_contract(Year& in) {
  const auto number = take_in(in, {.content = "会员签单消费合同,甲方王府集团,信用额度五万元。"});
  const std::string item = "/items/" + number;
  in.by("张建国", "PUT", item + "/description", {{"title", text("签单消费合同")}}, in.as_read("张建国", item));
  const auto customer = in.get("张建国", item).value("customer_number");
  look_at_item(in, number, customer);
  sign_and_file(in, number);
  const auto second = take_in(in, {.content = "签单消费合同补充协议,甲方王府集团。"});
  sign(in, second);
  in.by("周敏", "POST", "/filings", {{"numbers", list_of({second})}});
  change_items(in, second);
  return customer;
}

void keep_what_else_comes(Year& in) {
  const auto copy = take_in(in, {.content = "居民身份证复印件,王先生。", .type = "identity_copy"});
  in.by("周敏", "POST", "/items/" + copy + "/verification");
  const auto daily = take_in(in, {.content = "王府集团来信一封。", .type = "letter_or_fax"});
  in.by("周敏", "POST", "/promotions/marks", {{"numbers", list_of({daily})}});
  const auto promoted = in.by("周敏", "POST", "/items/" + daily + "/promotion", {{"type", text("complaint_reason")}}).value("number");
  for (const auto& each : {copy, promoted}) sign_and_file(in, each);
  const auto scan = take_in(in, {.content = drawn_scan({"Chandelier", "Fountain", "Veranda"}), .ending = ".tif", .date = "2025-03-15"});
  look_at_scan(in, scan);
  put_pages_in_order(in, scan);
  compare_with_paper(in, scan);
}

// The volume of a year whose retention is over.
std::string close_old_year(Year& in, int year) {
  sign_and_file(in, take_in(in, {.content = std::to_string(year) + "年的旧合同,甲方王府集团。", .date = std::to_string(year) + "-03-15"}));
  return close_year(in, year);
}

void keep_volume(Year& in, const std::string& volume, const std::string& second, const std::string& customer) {
  in.by("赵敏", "POST", "/volumes/" + volume + "/closing-check");
  const auto member = in.get("周敏", "/items?volume=" + volume).json->getArray("items")->getObject(0)->getValue<std::string>("number");
  scan_binder(in, volume);
  lay_out_stack(in, volume, second);
  watch_over(in, customer, volume);
  print(in, volume, member);
  lend(in, volume);
  cancel_transfer(in, volume);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(promises_test)

BOOST_AUTO_TEST_CASE(a_year_through_every_address_answers_as_the_document_says) {
  Year in;
  make_first_administrator(in);
  come_and_go(in);
  look_at_people(in);
  send_files(in);
  const auto customer = keep_contract(in);
  keep_what_else_comes(in);
  take_back_a_job(in);
  keep_customer(in, customer);
  hold_and_grant(in, customer);
  const auto oldest = close_old_year(in, 1990), older = close_old_year(in, 1991);
  keep_volume(in, close_year(in, 2024), older, customer);
  const auto removal = ask_to_remove(in, take_in(in, {.content = "他人资料误入。", .date = "2025-05-01"}));
  const auto disposition = draw_disposition(in, oldest, older);
  in.let_two_months_pass();
  confirm_removal(in, removal);
  execute_disposition(in, disposition);
  hand_over(in, older);
  count(in);
  in.by("管理员", "POST", "/users/张建国/handover", {{"to", text("何经理")}});
  std::string missing;
  for (const auto& operation : in.contract.promised())
    if (!in.contract.kept().contains(operation)) missing += '\n' + operation;
  BOOST_TEST(missing.empty(), "addresses that have not answered as promised:" << missing);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace twofold::app::api
