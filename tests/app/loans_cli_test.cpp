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

BOOST_AUTO_TEST_CASE(R42_an_approval_on_paper_names_somebody_who_may_approve) {
  const StaffedArchive archive;
  const std::string volume = archive.close_it();
  const auto lend = [&](const char* approver) {
    return archive.as("周敏", {"loan", "out", volume, "--borrower", "孙工", "--reason", "核对", "--due", "2099-01-01",
                               "--approved-by", approver}).code;
  };
  BOOST_TEST(lend("李经理") == 1);
  BOOST_TEST(lend("nobody") == 1);
  BOOST_TEST(lend("赵敏") == 0);
}

BOOST_AUTO_TEST_SUITE_END()
