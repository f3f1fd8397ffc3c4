// From an upload to a loan and a closed year, each step by the one whose it is; and what must not go through.

#include "tests/app/server/api/served_archive.h"

using namespace twofold;
using namespace twofold::app;
using namespace twofold::app::api;

BOOST_AUTO_TEST_SUITE(journey_test)

BOOST_AUTO_TEST_CASE(a_contract_is_signed_filed_closed_placed_lent_and_comes_back) {
  ServedArchive in;
  const auto number = in.take_in("会员签单消费合同,甲方王府集团,信用额度五万元。");
  const auto early = in.ask("周敏", "POST", "/items/" + number + "/filing");
  BOOST_TEST(early.status == 409);
  BOOST_TEST(!early.value("code").empty());
  in.sign(number);
  BOOST_TEST(in.must("周敏", "POST", "/items/" + number + "/filing").json->getValue<int>("done") == 1);
  BOOST_TEST(in.must("周敏", "GET", "/closings/2024/blockers").json->getValue<int>("blocker_count") == 0);
  const auto closing = in.over("周敏", in.must("周敏", "POST", "/closings", json_of({{"year", "2024"}})).value("id"));
  BOOST_REQUIRE_MESSAGE(closing.value("state") == "done", closing.text);
  const auto volume =
      closing.json->getObject("result")->getArray("volumes")->getObject(0)->getValue<std::string>("volume");
  in.must("周敏", "PUT", "/volumes/" + volume + "/place", json_of({{"place", text("K1-02-05-3-12")}}));
  const auto forms = in.must("周敏", "GET", "/volumes/" + volume + "/forms.pdf");
  BOOST_TEST(forms.text.substr(0, 5) == "%PDF-");
  const std::string due = SystemClock().today().plus_days(14).text();
  const auto loan =
      in.must("孙工", "POST", "/loans",
              json_of({{"volume", text(volume)}, {"reason", text("核对")}, {"due", text(due)}, {"paper", "true"}}));
  BOOST_TEST(loan.value("state") == "requested");
  BOOST_TEST(in.ask("李经理", "POST", "/loans/" + loan.value("id") + "/approval").status == 404);
  in.must("赵敏", "POST", "/loans/" + loan.value("id") + "/approval");
  BOOST_TEST(in.must("周敏", "POST", "/volumes/" + volume + "/loan/hand-out").value("state") == "out");
  BOOST_TEST(in.must("张建国", "GET",
                     "/items/" + in.must("张建国", "GET", "/items")
                                     .json->getArray("items")
                                     ->getObject(0)
                                     ->getValue<std::string>("number"))
                 .json->getObject("paper")
                 ->getValue<std::string>("borrower") == "孙工");
  in.must("周敏", "POST", "/volumes/" + volume + "/loan/return");
  BOOST_TEST(in.must("周敏", "POST", "/volumes/" + volume + "/loan/inspection").value("state") == "closed");
  BOOST_TEST(in.must("钱审", "GET", "/audit/check").json->getValue<bool>("sound") == true);
}

BOOST_AUTO_TEST_CASE(what_is_hidden_answers_like_what_is_not_there) {
  ServedArchive in;
  const auto number = in.take_in("会员签单消费合同,甲方王府集团,信用额度五万元。");
  const std::string absent = number.substr(0, number.size() - 6) + "999999";
  const auto replaced = [&](const std::string& body) { return replace_all(body, number, absent); };
  for (const char* below : {"", "/text", "/pages", "/pages/1/image", "/pages/1/words", "/original", "/amendments"}) {
    const auto hidden = in.ask("李经理", "GET", "/items/" + number + below);
    const auto nothing = in.ask("李经理", "GET", "/items/" + absent + below);
    BOOST_TEST(hidden.status == 404, below);
    BOOST_TEST(replaced(hidden.text) == nothing.text, below);
  }
  BOOST_TEST(in.ask("李经理", "GET", "/items").json->getArray("items")->size() == 0U);
  BOOST_TEST(in.ask("李经理", "GET", "/search?q=信用额度").json->getValue<int>("total") == 0);
}

BOOST_AUTO_TEST_CASE(a_change_goes_through_only_while_the_record_is_as_it_was_read) {
  ServedArchive in;
  const auto number = in.take_in("会员签单消费合同,甲方王府集团,信用额度五万元。");
  const auto item = in.must("张建国", "GET", "/items/" + number);
  const std::string tag(item.headers.get("ETag"));
  BOOST_REQUIRE(!tag.empty());
  const std::string path = "/customers/" + item.value("customer_number");
  const auto customer = in.must("张建国", "GET", path);
  const std::string body = json_of({{"value", text("010-65130000")}});
  BOOST_TEST(in.ask("张建国", "PUT", path + "/fields/phone", body).status == 428);
  BOOST_TEST(in.ask("张建国", "PUT", path + "/fields/phone", body, {{"If-Match", "\"other\""}}).status == 412);
  in.must("张建国", "PUT", path + "/fields/phone", body, {{"If-Match", std::string(customer.headers.get("ETag"))}});
  in.must("张建国", "POST", "/items/" + number + "/signatures", json_of({{"as", text("proofread")}}),
          {{"If-Match", tag}});
  const auto stale = in.ask("孙工", "POST", "/items/" + number + "/signatures", json_of({{"as", text("handler")}}),
                            {{"If-Match", tag}});
  BOOST_TEST((stale.status == 412 || stale.status == 404), stale.text);
}

BOOST_AUTO_TEST_CASE(a_refused_change_changes_nothing) {
  ServedArchive in;
  const auto number = in.take_in("会员签单消费合同,甲方王府集团,信用额度五万元。");
  const auto before = in.must("钱审", "GET", "/audit/check").json->getValue<int>("events");
  const auto state = in.must("张建国", "GET", "/items/" + number).text;
  in.ask("周敏", "POST", "/items/" + number + "/filing");
  in.ask("周敏", "POST", "/items/" + number + "/signatures", json_of({{"as", text("king")}}));
  in.ask("周敏", "POST", "/holds", json_of({{"target", text("K999999")}, {"reason", text("x")}}));
  in.ask("周敏", "PUT", "/volumes/nonsense/place", json_of({{"place", text("K1-02-05-3-12")}}));
  BOOST_TEST(in.must("张建国", "GET", "/items/" + number).text == state);
  // Readings alone were written down.
  BOOST_TEST(in.must("钱审", "GET", "/audit/check").json->getValue<int>("events") <= before + 2);
}

BOOST_AUTO_TEST_CASE(exports_are_files_of_the_request_and_leave_nothing_behind) {
  ServedArchive in;
  in.take_in("会员签单消费合同,甲方王府集团,信用额度五万元。");
  const auto csv = in.must("张建国", "GET", "/search/file.csv?q=信用额度");
  BOOST_TEST(csv.text.find("王府集团") != std::string::npos);
  BOOST_TEST(in.must("周敏", "GET", "/registers/loans/file.csv").text.substr(0, 3) == "\xEF\xBB\xBF");
  BOOST_TEST(in.must("钱审", "GET", "/audit/file.log").text.size() > 100U);
  BOOST_TEST(fs::is_empty(in.root / "tmp"));
}

BOOST_AUTO_TEST_CASE(a_program_with_a_token_for_reading_changes_nothing) {
  ServedArchive in;
  const auto token = in.must("周敏", "POST", "/tokens",
                             json_of({{"name", text("报表")},
                                      {"scope", text("read")},
                                      {"until", text(SystemClock().today().plus_days(5).text())}}))
                         .value("token");
  BOOST_TEST(in.served->ask(token, "GET", "/volumes").status == 200);
  BOOST_TEST(in.served
                 ->ask(token, "POST", "/patrols",
                       json_of({{"room", text("K1")}, {"kind", text("fire")}, {"at", text("2026-03-01 17:00")}}))
                 .status == 403);
  in.must("周敏", "DELETE", "/tokens/报表");
  BOOST_TEST(in.served->ask(token, "GET", "/volumes").status == 401);
}

BOOST_AUTO_TEST_CASE(a_revoked_grant_ends_with_the_next_request) {
  ServedArchive in;
  const auto number = in.take_in("会员签单消费合同,甲方王府集团,信用额度五万元。");
  const std::string until = SystemClock().today().plus_days(5).text();
  const auto grant = in.must(
      "赵敏", "POST", "/grants",
      json_of({{"person", text("孙工")}, {"number", text(number)}, {"until", text(until)}, {"reason", text("核对")}}));
  BOOST_TEST(in.ask("孙工", "GET", "/items/" + number + "/text").status == 200);
  in.must("赵敏", "POST", "/grants/" + grant.value("grant") + "/revocation", json_of({{"reason", text("完")}}));
  // Whoever may read nothing at all is told so, and learns nothing of the number.
  BOOST_TEST(in.ask("孙工", "GET", "/items/" + number + "/text").status == 403);
}

BOOST_AUTO_TEST_CASE(readings_wait_for_no_writer_and_changes_take_turns) {
  ServedArchive in;
  const auto number = in.take_in("会员签单消费合同,甲方王府集团,信用额度五万元。");
  std::atomic<int> done = 0, failed = 0;
  {
    std::vector<std::jthread> clients;
    for (int client = 0; client < 8; ++client)
      clients.emplace_back([&, client] {
        for (int i = 0; i < 5; ++i) {
          const bool reads = client % 2 == 0;
          const auto answer = reads ? in.served->ask(in.tokens.at("张建国"), "GET", "/items/" + number)
                                    : in.served->ask(in.tokens.at("周敏"), "POST", "/patrols",
                                                     json_of({{"room", text("K" + std::to_string(client))},
                                                              {"kind", text("fire")},
                                                              {"at", text("2026-03-01 17:0" + std::to_string(i))}}));
          ++(answer.status < 300 ? done : failed);
        }
      });
  }
  BOOST_TEST(done == 40);
  BOOST_TEST(failed == 0);
  BOOST_TEST(in.must("周敏", "GET", "/patrols?all=1&limit=100").json->getArray("patrols")->size() == 20U);
  BOOST_TEST(in.must("钱审", "GET", "/audit/check").json->getValue<bool>("sound") == true);
}

BOOST_AUTO_TEST_SUITE_END()
