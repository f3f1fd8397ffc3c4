#include "catalog/database.h"
#include "catalog/sql.h"
#include "tests/app/staffed_archive.h"

using namespace twofold;
using namespace twofold::app;

BOOST_AUTO_TEST_SUITE(loans_cli_test)

BOOST_AUTO_TEST_CASE(R42_a_loan_is_asked_for_approved_handed_out_and_looked_through_by_different_people) {
  const StaffedArchive archive;
  const std::string volume = archive.close_it();
  archive.must("孙工", {"loan", "request", volume, "--reason", "核对", "--due", "2099-01-01"});
  BOOST_TEST(archive.as("孙工", {"loan", "approve", "1"}).code == 1);
  BOOST_TEST(archive.as("李经理", {"loan", "approve", "1"}).code == 1);
  BOOST_TEST(archive.as("孙工", {"loan", "out", volume}).code == 1);
  archive.must("张建国", {"loan", "approve", "1"});
  BOOST_TEST(parsed(archive.must("周敏", {"loan", "picks"}))->getArray("loans")->size() == 1U);
  archive.must("周敏", {"loan", "out", volume});
  BOOST_TEST(archive.must("张建国", {"show", volume}).find("孙工") != std::string::npos);
  BOOST_TEST(parsed(archive.must("孙工", {"loan", "list"}))->getArray("loans")->size() == 1U);
  BOOST_TEST(parsed(archive.must("李经理", {"loan", "list"}))->getArray("loans")->size() == 0U);
  archive.must("周敏", {"loan", "return", volume});
  archive.must("周敏", {"loan", "inspect", volume, "--pages", "1"});
  BOOST_TEST(parsed(archive.must("周敏", {"loan", "list"}))->getArray("loans")->size() == 0U);
}

BOOST_AUTO_TEST_CASE(R42_who_may_read_is_offered_the_electronic_copy_first_and_a_keeper_needs_no_approval) {
  const StaffedArchive archive;
  const std::string volume = archive.close_it();
  const std::vector<std::string> ask = {"loan", "request", volume, "--reason", "核对", "--due", "2099-01-01"};
  const auto offered = archive.as("张建国", ask);
  BOOST_TEST(offered.code == 1);
  BOOST_TEST(offered.out.find("loan.electronic_first") != std::string::npos);
  auto paper = ask;
  paper.push_back("--paper");
  BOOST_TEST(parsed(archive.must("张建国", paper))->getValue<std::string>("state") == "approved");
  BOOST_TEST(parsed(archive.must("赵敏", paper))->getValue<std::string>("state") == "requested");
}

BOOST_AUTO_TEST_CASE(R42_nobody_approves_a_loan_in_the_name_of_another) {
  StaffedArchive archive;
  archive.enter("钱主任", "archivist,general_manager", "");
  const std::string volume = archive.close_it();
  const auto told = [&](const char* desk, const char* borrower, const char* approver, const char* what) {
    return archive.as(desk, {"loan", "out", volume, "--borrower", borrower, "--reason", "核对", "--due", "2099-01-01",
                             "--approved-by", approver}).out.find(what) != std::string::npos;
  };
  BOOST_TEST(told("周敏", "孙工", "赵敏", "loan.approves_themselves"));
  BOOST_TEST(told("周敏", "周敏", "刘国栋", "loan.approves_themselves"));
  BOOST_TEST(told("周敏", "孙工", "无名氏", "loan.approves_themselves"));
  BOOST_TEST(archive.must("赵敏", {"audit", "list"}).find("loan.approves_themselves") != std::string::npos);
  BOOST_TEST(told("周敏", "孙工", "周敏", "loan.may_not_approve"));
  BOOST_TEST(told("钱主任", "钱主任", "钱主任", "loan.own_approval"));
  BOOST_TEST(told("钱主任", "孙工", "钱主任", "\"state\":\"out\""));
}

BOOST_AUTO_TEST_CASE(R42_a_loan_is_withdrawn_by_the_borrower_the_approver_or_the_desk) {
  const StaffedArchive archive;
  const std::string volume = archive.close_it();
  const auto ask = [&] {
    return std::to_string(parsed(archive.must("孙工", {"loan", "request", volume, "--reason", "核对", "--due", "2099-01-01"}))
                              ->getValue<int>("id"));
  };
  const std::string first = ask(), second = ask(), third = ask();
  BOOST_TEST(archive.as("李经理", {"loan", "cancel", first}).out.find("loan.unknown") != std::string::npos);
  BOOST_TEST(parsed(archive.must("孙工", {"loan", "cancel", first}))->getValue<std::string>("title") == "");
  archive.must("张建国", {"loan", "cancel", second});
  archive.must("张建国", {"loan", "approve", third});
  const auto ended = parsed(archive.must("周敏", {"loan", "cancel", third, "--reason", "无人来取"}));
  BOOST_TEST(ended->getValue<std::string>("state") == "withdrawn");
  BOOST_TEST(ended->getValue<std::string>("refusal") == "无人来取");
  BOOST_TEST(archive.as("周敏", {"loan", "out", volume}).out.find("loan.not_approved") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(R42_R44_overdue_volumes_are_listed_and_missing_pages_are_followed_up_in_words) {
  const ScratchFolder folder(fs::temp_directory_path());
  const std::string root = (folder.path() / "演练 库").string(), file = (folder.path() / "合同.txt").string();
  const auto on = [&](const char* day, std::vector<std::string> words, const char* language = "") {
    words.insert(words.end(), {"--archive", root, "--actor", "周敏"});
    const auto ended = twofold_binary(words, std::string("TWOFOLD_TODAY=") + day + (*language ? " LC_ALL=zh_CN.UTF-8" : ""), " 2>&1");
    BOOST_REQUIRE_MESSAGE(ended.code == 0, words[0] << ": " << ended.out);
    return ended.out;
  };
  BOOST_REQUIRE_EQUAL(twofold_binary({"init", root, "--fonds", "A001", "--rehearsal"}).code, 0);
  write_durably(file, "会员签单消费合同");
  on("2024-12-20", {"ingest", file, "--customer", "王府集团", "--manager", "张建国", "--type", "contract", "--date", "2024-03-15", "--paper"});
  const std::string item = "T-A001-02-C01-000001", volume = "A001-KH.02.2024-D30-C01-001";
  for (const char* kind : {"proofread", "customer", "handler", "leader"})
    on("2024-12-20", {"sign", item, "--as", kind, "--person", std::string(kind) == "leader" ? "刘国栋" : "张建国"});
  on("2024-12-20", {"file", item});
  on("2025-01-10", {"close", "2024"});
  BOOST_TEST(on("2025-01-10", {"loan", "remind"}, "zh").find("没有逾期") != std::string::npos);
  on("2025-01-10", {"loan", "out", volume, "--borrower", "孙工", "--reason", "核对", "--approved-by", "刘国栋", "--due", "2025-02-01"});
  const auto overdue = [&](const char* day) {
    return parsed(on(day, {"loan", "list", "--state", "overdue", "--json"}))->getArray("loans");
  };
  BOOST_TEST(overdue("2025-02-01")->size() == 0U);
  BOOST_TEST(overdue("2025-02-02")->getObject(0)->getValue<bool>("overdue"));
  BOOST_TEST(on("2025-02-02", {"loan", "list"}, "zh").find("逾期") != std::string::npos);
  on("2025-02-02", {"loan", "return", volume});
  on("2025-02-02", {"loan", "inspect", volume, "--pages", "7", "--damages", "water", "--treatment", "晾干", "--due", "2025-03-01"});
  BOOST_TEST(on("2025-02-02", {"inspect", "followups"}, "zh").find("水浸；清点 7 页,应有 1 页") != std::string::npos);
  BOOST_TEST(on("2025-02-02", {"register", "returns"}, "zh").find("水浸；清点 7 页,应有 1 页；晾干") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(R14_a_volume_that_is_not_to_be_lent_is_to_who_may_not_know_of_it_as_if_it_were_not_there) {
  const StaffedArchive archive;
  const std::string volume = archive.close_it(), absent = volume.substr(0, volume.size() - 1) + "9";
  {
    const catalog::Database database(archive.root + "/catalogue.sqlite", catalog::Database::Mode::ReadWrite);
    catalog::Statement(database, "UPDATE volume SET state = 'listed'").run();
  }
  const auto asked = [&](const char* person, const std::string& number) {
    const auto out = archive.as(person, {"loan", "request", number, "--reason", "核对", "--due", "2099-01-01", "--paper"}).out;
    return replace_all(out, number, "#");
  };
  BOOST_TEST(asked("孙工", volume).find("volume.unknown") != std::string::npos);
  BOOST_TEST(asked("孙工", volume) == asked("孙工", absent));
  BOOST_TEST(asked("张建国", volume).find("loan.listed") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
