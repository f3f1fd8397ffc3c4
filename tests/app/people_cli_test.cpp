#include "base/clock.h"
#include "tests/app/staffed_archive.h"

using namespace twofold;
using namespace twofold::app;

namespace {

std::int64_t hits(const Ended& ended) { return parsed(ended.out)->getValue<std::int64_t>("total"); }

}  // namespace

BOOST_AUTO_TEST_SUITE(people_cli_test)

BOOST_AUTO_TEST_CASE(R11_R12_a_manager_finds_their_own_customers_files_and_nobody_elses) {
  const StaffedArchive archive;
  BOOST_TEST(hits(archive.as("张建国", {"search", "信用额度"})) == 1);
  BOOST_TEST(hits(archive.as("赵敏", {"search", "信用额度"})) == 1);
  BOOST_TEST(hits(archive.as("李经理", {"search", "信用额度"})) == 0);
  BOOST_TEST(parsed(archive.as("李经理", {"suggest", "王府"}).out)->getArray("customers")->size() == 0U);
  BOOST_TEST(parsed(archive.as("李经理", {"list"}).out)->getArray("items")->size() == 0U);
  BOOST_TEST(archive.as("张建国", {"text", archive.number}).code == 0);
  BOOST_TEST(archive.as("周敏", {"show", archive.number}).code == 0);
  BOOST_TEST(archive.as("周敏", {"text", archive.number}).code == 1);
}

BOOST_AUTO_TEST_CASE(what_is_hidden_looks_exactly_like_what_is_not_there) {
  const StaffedArchive archive;
  std::string absent = archive.number;
  absent.back() = absent.back() == '9' ? '8' : '9';
  for (const char* command : {"show", "text"}) {
    const auto hidden = archive.as("李经理", {command, archive.number});
    const auto missing = archive.as("李经理", {command, absent});
    BOOST_TEST(hidden.code == missing.code);
    BOOST_TEST(replace_all(hidden.out, archive.number, "#") == replace_all(missing.out, absent, "#"));
  }
}

BOOST_AUTO_TEST_CASE(R13_R14_a_grant_opens_a_file_until_it_is_revoked_and_all_of_it_is_logged) {
  const StaffedArchive archive;
  BOOST_TEST(archive.as("周敏", {"grant", "give", "李经理", archive.number, "--until", "2099-12-31", "--reason", "核对"}).code == 1);
  BOOST_TEST(archive.as("赵敏", {"grant", "give", "李经理", archive.number, "--until", "2099-12-31", "--reason", "核对"}).code == 0);
  BOOST_TEST(hits(archive.as("李经理", {"search", "信用额度"})) == 1);
  BOOST_TEST(archive.as("李经理", {"text", archive.number}).code == 0);
  BOOST_TEST(archive.as("赵敏", {"grant", "revoke", "1", "--reason", "调岗"}).code == 0);
  BOOST_TEST(hits(archive.as("李经理", {"search", "信用额度"})) == 0);
  BOOST_TEST(archive.as("李经理", {"text", archive.number}).code != 0);
  const std::string trail = archive.as("赵敏", {"audit", "list", "--limit", "500"}).out;
  for (const char* event : {"grant.given", "grant.revoked", "item.read", "access.refused", "search.asked", "person.signed_in"})
    BOOST_TEST(trail.find(event) != std::string::npos, event);
  BOOST_TEST(archive.as("赵敏", {"audit", "verify"}).code == 0);
}

BOOST_AUTO_TEST_CASE(R13_access_is_asked_for_without_learning_what_there_is_and_granted_by_another) {
  const StaffedArchive archive;
  const auto ask = [&](const std::string& target) {
    return archive.as("孙工", {"grant", "request", target, "--until", "2099-12-31", "--reason", "核对"});
  };
  const auto real = ask(archive.number), absent = ask("T-A001-02-C01-999999");
  BOOST_TEST(real.code == 0);
  BOOST_TEST(absent.code == 0);
  BOOST_TEST(archive.as("孙工", {"grant", "approve", "1"}).code == 1);
  BOOST_TEST(archive.as("周敏", {"grant", "approve", "1"}).code == 1);
  BOOST_TEST(parsed(archive.must("赵敏", {"grant", "requests"}))->getArray("requests")->size() == 2U);
  BOOST_TEST(parsed(archive.must("李经理", {"grant", "requests"}))->getArray("requests")->size() == 0U);
  archive.must("赵敏", {"grant", "approve", "1"});
  BOOST_TEST(archive.as("孙工", {"text", archive.number}).code == 0);
  BOOST_TEST(archive.as("赵敏", {"grant", "approve", "2"}).code == 1);
  archive.must("赵敏", {"grant", "refuse", "2", "--reason", "查无此件"});
  BOOST_TEST(archive.as("赵敏", {"grant", "refuse", "2", "--reason", "x"}).code == 1);
}

BOOST_AUTO_TEST_CASE(nobody_signs_for_another_or_acts_under_anothers_name) {
  const StaffedArchive archive;
  BOOST_TEST(archive.as("张建国", {"sign", archive.number, "--as", "proofread", "--person", "赵敏"}).code == 1);
  BOOST_TEST(archive.as("张建国", {"sign", archive.number, "--as", "leader"}).code == 1);
  BOOST_TEST(archive.as("李经理", {"sign", archive.number, "--as", "proofread"}).code != 0);
  BOOST_TEST(archive.as("张建国", {"status", "--actor", "赵敏"}).code == 1);
  BOOST_TEST(archive.as("张建国", {"sign", archive.number, "--as", "proofread"}).code == 0);
  BOOST_TEST(archive.as("赵敏", {"sign", archive.number, "--as", "leader"}).code == 0);
}

BOOST_AUTO_TEST_CASE(R14_an_event_tells_roles_address_and_request) {
  const StaffedArchive archive;
  archive.must("张建国", {"text", archive.number});
  const std::string log = (archive.folder.path() / "审计.log").string();
  archive.must("赵敏", {"audit", "export", log});
  const std::string bytes = replace_all(read_file(log), "\\", "");
  BOOST_TEST(bytes.find("item.read") != std::string::npos);
  BOOST_TEST(bytes.find("\"roles\":\"account_manager\",\"address\":\"local:") != std::string::npos);
  BOOST_TEST(bytes.find("\"request\":\"text\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_token_for_reading_opens_what_its_person_may_read_and_changes_nothing) {
  StaffedArchive archive;
  const auto made = parsed(archive.must("张建国", {"token", "make", "报表", "--until", SystemClock().today().plus_days(30).text(), "--read-only"}));
  archive.tokens["报表"] = made->getValue<std::string>("token");
  BOOST_TEST(archive.as("报表", {"text", archive.number}).code == 0);
  BOOST_TEST(archive.as("报表", {"sign", archive.number, "--as", "proofread"}).code == 1);
  BOOST_TEST(archive.as("孙工", {"token", "revoke", "报表", "--person", "张建国"}).code == 1);
  archive.must("张建国", {"token", "revoke", "报表"});
  BOOST_TEST(archive.as("报表", {"text", archive.number}).code == 1);
}

BOOST_AUTO_TEST_CASE(a_wrong_password_or_session_opens_nothing) {
  StaffedArchive archive;
  BOOST_TEST(archive.typed("wrong", {"login", "周敏"}).code == 1);
  archive.tokens["周敏"].front() = archive.tokens["周敏"].front() == '0' ? '1' : '0';
  BOOST_TEST(archive.as("周敏", {"status"}).code == 1);
  BOOST_TEST(archive.as("赵敏", {"user", "retire", "李经理"}).code == 1);
  BOOST_TEST(archive.run({"user", "retire", "李经理"}).code == 0);
  BOOST_TEST(archive.as("李经理", {"search", "信用额度"}).code == 1);
}

BOOST_AUTO_TEST_SUITE_END()
