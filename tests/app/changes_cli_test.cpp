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

BOOST_AUTO_TEST_SUITE_END()
