#include "tests/app/staffed_archive.h"

using namespace twofold;
using namespace twofold::app;

BOOST_AUTO_TEST_SUITE(changes_cli_test)

BOOST_AUTO_TEST_CASE(R16_the_sales_manager_consents_to_what_the_keeper_asks) {
  const StaffedArchive archive;
  archive.file_it();
  const std::vector<std::string> ask = {"amend", "request", archive.number, "--title", "会员签单消费合同", "--reason", "题名有误"};
  BOOST_TEST(archive.as("李经理", ask).code == 1);
  BOOST_TEST(archive.as("孙工", ask).code == 1);
  archive.must("张建国", ask);
  BOOST_TEST(archive.as("张建国", {"amend", "consent", "1"}).code == 1);
  BOOST_TEST(archive.as("赵敏", {"amend", "consent", "1"}).code == 1);
  archive.must("刘国栋", {"amend", "consent", "1"});
  BOOST_TEST(archive.must("张建国", {"search", "title:会员签单消费合同"}).find(archive.number) != std::string::npos);
  const auto history = parsed(archive.must("张建国", {"amend", "history", archive.number}))->getArray("amendments");
  BOOST_TEST(history->getObject(0)->getArray("fields")->getObject(0)->getValue<std::string>("before") == "合同 1");
}

BOOST_AUTO_TEST_CASE(R17_R18_a_removed_file_leaves_the_search_and_comes_back_when_restored) {
  const StaffedArchive archive;
  archive.file_it();
  const auto hits = [&] { return parsed(archive.must("张建国", {"search", "信用额度"}))->getValue<int>("total"); };
  archive.must("张建国", {"remove", "request", archive.number, "--because", "erroneous", "--reason", "误入"});
  BOOST_TEST(archive.as("周敏", {"remove", "consent", "1"}).code == 1);
  archive.must("刘国栋", {"remove", "consent", "1"});
  BOOST_TEST(hits() == 0);
  BOOST_TEST(archive.as("刘国栋", {"remove", "confirm", "1"}).code == 1);
  archive.must("张建国", {"remove", "restore", "1"});
  BOOST_TEST(hits() == 1);
}

BOOST_AUTO_TEST_CASE(R20_R21_a_daily_record_is_taken_in_listed_and_promoted) {
  const StaffedArchive archive;
  write_durably(archive.folder.path() / "来信.txt", "王府集团来信,反映账单有误。");
  const auto taken = parsed(archive.must("周敏", {"ingest", (archive.folder.path() / "来信.txt").string(), "--type", "letter_or_fax"}));
  const auto number = taken->getArray("files")->getObject(0)->getValue<std::string>("number");
  BOOST_TEST(parsed(archive.must("周敏", {"promote", "pending"}))->getArray("items")->size() == 1U);
  BOOST_TEST(archive.as("周敏", {"promote", number, "--type", "letter_or_fax"}).code == 2);
  const auto promoted = parsed(archive.must("周敏", {"promote", number, "--type", "客户背景资料", "--customer", "王府集团"}));
  BOOST_TEST(promoted->getValue<int>("category") == 1);
  BOOST_TEST(parsed(archive.must("周敏", {"promote", "pending"}))->getArray("items")->size() == 0U);
}

BOOST_AUTO_TEST_CASE(R17_whoever_asked_for_a_removal_finds_it_and_others_do_not) {
  const StaffedArchive archive;
  archive.file_it();
  const auto told = [&](const std::string& who, const std::string& list, const std::string& what) {
    return parsed(archive.must(who, {list, what}))->getArray(list == "amend" ? "amendments" : "removals")->size();
  };
  archive.must("张建国", {"amend", "request", archive.number, "--title", "会员签单消费合同", "--reason", "题名有误"});
  archive.must("周敏", {"remove", "request", archive.number, "--because", "erroneous", "--reason", "误入"});
  for (const std::string who : {"张建国", "周敏", "刘国栋"}) BOOST_TEST(told(who, "remove", "list") == 1U, who);
  for (const std::string who : {"孙工", "李经理"}) BOOST_TEST(told(who, "remove", "list") == 0U, who);
  BOOST_TEST(told("张建国", "amend", "list") == 1U);
  BOOST_TEST(told("孙工", "amend", "list") == 0U);
  const auto asked = parsed(archive.must("张建国", {"amend", "list"}))->getArray("amendments")->getObject(0);
  BOOST_TEST(asked->getValue<std::string>("title") == parsed(archive.must("张建国", {"show", archive.number}))->getValue<std::string>("title"));
  archive.must("刘国栋", {"remove", "consent", "1"});
  BOOST_TEST(told("张建国", "remove", "due") == 0U);
  const auto removal = parsed(archive.must("张建国", {"show", archive.number}))->getObject("removal");
  BOOST_TEST(removal->getValue<int>("id") == 1);
  BOOST_TEST(removal->getValue<std::string>("reason") == "误入");
  BOOST_TEST(removal->getValue<std::string>("keep_until") != "");
}

BOOST_AUTO_TEST_CASE(R18_a_file_whose_twin_is_removed_is_told_so_with_the_way_back) {
  const StaffedArchive archive;
  archive.file_it();
  archive.must("张建国", {"remove", "request", archive.number, "--because", "erroneous", "--reason", "误入"});
  archive.must("刘国栋", {"remove", "consent", "1"});
  const auto again = parsed(archive.must("张建国", {"ingest", (archive.folder.path() / "合同 1.txt").string(), "--customer", "王府集团", "--type", "contract"}));
  const auto file = again->getArray("files")->getObject(0);
  BOOST_TEST(file->getValue<std::string>("outcome") == "duplicate");
  BOOST_TEST(file->getValue<std::string>("message").find("removal 1") != std::string::npos);
  const auto spoken = twofold_binary({"ingest", (archive.folder.path() / "合同 1.txt").string(), "--archive", archive.root, "--lang", "zh"},
                                     "TWOFOLD_TOKEN=" + archive.tokens.at("张建国"), " 2>&1");
  BOOST_TEST(spoken.out.find("twofold remove restore 1") != std::string::npos, spoken.out);
}

BOOST_AUTO_TEST_CASE(R14_a_refusal_because_of_who_asks_is_in_the_audit_trail) {
  const StaffedArchive archive;
  const auto refusals = [&] {
    std::vector<std::string> rules;
    const auto events = parsed(archive.must("赵敏", {"audit", "list", "--limit", "1000"}))->getArray("events");
    for (unsigned i = 0; i < events->size(); ++i) {
      const auto event = events->getObject(i);
      if (event->getValue<std::string>("action") == "access.refused")
        rules.push_back(event->getValue<std::string>("actor") + " " + event->getObject("details")->optValue<std::string>("rule", ""));
    }
    return rules;
  };
  archive.must("张建国", {"sign", archive.number, "--as", "proofread"});
  archive.must("张建国", {"sign", archive.number, "--as", "handler"});
  BOOST_TEST(archive.as("孙工", {"sign", archive.number, "--as", "handler", "--person", "赵敏"}).code == 1);
  BOOST_TEST(archive.as("孙工", {"list", "--actor", "赵敏"}).code == 1);
  archive.must("刘国栋", {"remove", "request", archive.number, "--because", "erroneous", "--reason", "误入"});
  BOOST_TEST(archive.as("刘国栋", {"remove", "consent", "1"}).code == 1);
  BOOST_TEST(archive.as("周敏", {"sign", archive.number, "--as", "customer", "--person", "张建国"}).code == 1);
  const std::vector<std::string> expected = {"周敏 filing.handler_as_customer", "刘国栋 removal.own_request", "孙工 access.not_you",
                                             "孙工 filing.for_another"};   // the newest first
  BOOST_TEST(refusals() == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_closing_note_is_checked_by_somebody_else_than_who_closed) {
  const StaffedArchive archive;
  const std::string volume = archive.close_it();
  const auto told = [&] { return twofold_binary({"show", volume, "--archive", archive.root}, "TWOFOLD_TOKEN=" + archive.tokens.at("周敏"), "").out; };
  BOOST_TEST(told().find("twofold close check") != std::string::npos);
  BOOST_TEST(archive.as("周敏", {"close", "check", volume}).out.find("closing.own_check") != std::string::npos);
  BOOST_TEST(archive.as("孙工", {"close", "check", volume}).code == 1);
  archive.must("刘国栋", {"close", "check", volume});
  BOOST_TEST(archive.as("赵敏", {"close", "check", volume}).out.find("closing.checked_already") != std::string::npos);
  BOOST_TEST(parsed(archive.must("周敏", {"show", volume}))->getValue<std::string>("checked_by") == "刘国栋");
  BOOST_TEST(told().find("twofold close check") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(R10_filing_again_says_that_it_is_filed_already) {
  const StaffedArchive archive;
  archive.file_it();
  const auto again = parsed(archive.must("周敏", {"file", archive.number}));
  BOOST_TEST(again->getValue<int>("done") == 0);
  BOOST_TEST(again->getValue<int>("already") == 1);
}

BOOST_AUTO_TEST_SUITE_END()
