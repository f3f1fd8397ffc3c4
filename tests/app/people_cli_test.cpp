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
  BOOST_TEST(
      archive.as("周敏", {"grant", "give", "李经理", archive.number, "--until", "2099-12-31", "--reason", "核对"})
          .code == 1);
  BOOST_TEST(
      archive.as("赵敏", {"grant", "give", "李经理", archive.number, "--until", "2099-12-31", "--reason", "核对"})
          .code == 0);
  BOOST_TEST(hits(archive.as("李经理", {"search", "信用额度"})) == 1);
  BOOST_TEST(archive.as("李经理", {"text", archive.number}).code == 0);
  BOOST_TEST(archive.as("赵敏", {"grant", "revoke", "1", "--reason", "调岗"}).code == 0);
  BOOST_TEST(hits(archive.as("李经理", {"search", "信用额度"})) == 0);
  BOOST_TEST(archive.as("李经理", {"text", archive.number}).code != 0);
  const std::string trail = archive.as("赵敏", {"audit", "list", "--limit", "500"}).out;
  for (const char* event :
       {"grant.given", "grant.revoked", "item.read", "access.refused", "search.asked", "person.signed_in"})
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

BOOST_AUTO_TEST_CASE(R15_anybody_hands_in_and_nothing_enters_unapproved) {
  const StaffedArchive archive;
  write_durably(archive.folder.path() / "合同 2.txt", "王府集团续签合同。");
  const auto handed_in =
      parsed(archive.must("孙工", {"ingest", (archive.folder.path() / "合同 2.txt").string(), "--customer", "王府集团",
                                   "--manager", "张建国", "--type", "contract", "--date", "2024-06-01"}));
  const auto number = handed_in->getArray("files")->getObject(0)->getValue<std::string>("number");
  BOOST_TEST(archive.as("孙工", {"show", number}).code == 1);
  BOOST_TEST(parsed(archive.as("周敏", {"file", number}).out)->getArray("refused")->size() == 1U);
  archive.file_it();
  BOOST_TEST(archive.as("周敏", {"close", "2024"}).code == 1);
  BOOST_TEST(parsed(archive.must("周敏", {"show", number}))->getValue<std::string>("state") == "draft");
}

BOOST_AUTO_TEST_CASE(R14_whoever_hands_in_what_is_there_already_learns_no_number_that_is_not_theirs) {
  const StaffedArchive archive;
  const std::string file = (archive.folder.path() / "合同 1.txt").string();
  const auto again = archive.as("孙工", {"ingest", file, "--customer", "别的", "--manager", "李经理", "--type", "contract"});
  BOOST_TEST(parsed(again.out)->getArray("files")->getObject(0)->getValue<std::string>("outcome") == "duplicate");
  BOOST_TEST(again.out.find(archive.number) == std::string::npos);
  const auto keeper = archive.as("张建国", {"ingest", file, "--customer", "别的", "--manager", "李经理", "--type", "contract"});
  BOOST_TEST(keeper.out.find(archive.number) != std::string::npos);
}

BOOST_AUTO_TEST_CASE(R14_a_hidden_item_is_not_told_by_another_of_its_numbers) {
  const StaffedArchive archive;
  const auto shown = parsed(archive.must("赵敏", {"show", archive.number}));
  const auto storage_id = shown->getValue<std::string>("storage_id");
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"sign", storage_id, "--as", "proofread"},
        {"amend", "request", storage_id, "--reason", "x", "--title", "y"},
        {"remove", "request", storage_id, "--because", "erroneous", "--reason", "x"},
        {"promote", "mark", storage_id}}) {
    const auto refused = archive.as("李经理", words);
    BOOST_TEST(refused.code == 1, words[0]);
    BOOST_TEST(refused.out.find(archive.number) == std::string::npos, words[0]);
  }
}

BOOST_AUTO_TEST_CASE(R10_a_waiver_is_ones_own_and_a_customers_signature_names_its_page) {
  const StaffedArchive archive;
  archive.must("张建国", {"sign", archive.number, "--as", "proofread"});
  BOOST_TEST(
      archive.as("周敏", {"sign", archive.number, "--as", "waiver", "--reason", "客户已注销", "--person", "张建国"})
          .code == 1);
  archive.must("周敏", {"sign", archive.number, "--as", "customer", "--person", "王先生", "--page", "1"});
  const auto signatures = parsed(archive.must("赵敏", {"show", archive.number}))->getArray("signatures");
  bool found = false;
  for (unsigned i = 0; i < signatures->size(); ++i)
    if (const auto each = signatures->getObject(i); each->getValue<std::string>("kind") == "customer")
      found = each->getValue<int>("page") == 1 && each->getValue<std::string>("person") == "王先生";
  BOOST_TEST(found);
}

BOOST_AUTO_TEST_CASE(sign_ins_while_a_name_is_locked_are_refused_and_logged) {
  const StaffedArchive archive;
  for (int i = 0; i < 5; ++i) BOOST_TEST(archive.typed("wrong", {"login", "周敏"}).code == 1);
  BOOST_TEST(archive.typed("password of 周敏", {"login", "周敏"}).code == 1);
  const std::string trail = archive.must("赵敏", {"audit", "list"});
  for (const char* event : {"person.sign_in_failed", "person.locked_out", "person.sign_in_locked"})
    BOOST_TEST(trail.find(event) != std::string::npos, event);
}

BOOST_AUTO_TEST_CASE(R6_who_has_kept_a_chapter_is_told_with_its_days) {
  const StaffedArchive archive;
  BOOST_TEST(archive.run({"user", "handover", "张建国", "李经理"}).code == 0);
  const auto chapters = parsed(archive.must("赵敏", {"list", "chapters"}))->getArray("chapters");
  BOOST_REQUIRE(chapters->size() == 2U);
  BOOST_TEST(chapters->getObject(0)->getValue<std::string>("manager") == "张建国");
  BOOST_TEST(!chapters->getObject(0)->getValue<std::string>("until").empty());
  BOOST_TEST(chapters->getObject(1)->getValue<std::string>("manager") == "李经理");
  BOOST_TEST(chapters->getObject(1)->getValue<std::string>("until").empty());
  BOOST_TEST(chapters->getObject(0)->getValue<std::string>("chapter") ==
             chapters->getObject(1)->getValue<std::string>("chapter"));
}

BOOST_AUTO_TEST_CASE(R14_an_administrator_sees_who_did_what_but_not_what_it_was_about) {
  const StaffedArchive archive;
  archive.must("张建国", {"search", "信用额度"});
  const std::string full = archive.must("赵敏", {"audit", "list", "--limit", "5"});
  const std::string bare = archive.run({"audit", "list", "--limit", "5"}).out;
  BOOST_TEST(full.find("信用额度") != std::string::npos);
  BOOST_TEST(bare.find("search.asked") != std::string::npos);
  BOOST_TEST(bare.find("account_manager") != std::string::npos);
  BOOST_TEST(bare.find("信用额度") == std::string::npos);
  const fs::path log = archive.folder.path() / "审计.log";
  BOOST_TEST(archive.run({"audit", "export", log.string()}).code == 1);
  BOOST_TEST(!fs::exists(log));
  archive.must("赵敏", {"audit", "export", log.string()});
}

BOOST_AUTO_TEST_CASE(R14_who_reads_an_item_again_for_maintenance_is_told_nothing_of_it) {
  const StaffedArchive archive;
  const std::vector<std::string> again = {"recognise", "--again", archive.number};
  const auto number_of = [](const std::string& out) { return parsed(out)->getArray("items")->size(); };
  BOOST_TEST(number_of(archive.must("周敏", again)) == 1U);
  const auto bare = archive.run(again).out;
  BOOST_TEST(number_of(bare) == 0U);
  BOOST_TEST(parsed(bare)->getObject("summary")->getValue<int>("current") == 1);
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

BOOST_AUTO_TEST_CASE(R13_an_administrator_does_not_make_themselves_a_reader_and_says_whose_customers_are_whose) {
  const StaffedArchive archive;
  const auto refused = archive.run({"user", "roles", "管理员", "--role", "administrator,general_manager"});
  BOOST_TEST(refused.code == 1);
  BOOST_TEST(refused.out.find("people.own_rights") != std::string::npos);
  BOOST_TEST(archive.must("赵敏", {"audit", "list"}).find("people.own_rights") != std::string::npos);
  BOOST_TEST(archive.run({"text", archive.number}).code == 1);
  BOOST_TEST(archive.run({"user", "roles", "孙工", "--role", "account_manager"}).code == 0);
  BOOST_TEST(archive.run({"user", "set", "孙工", "--manager", "孙工"}).code == 0);
  BOOST_TEST(archive.run({"user", "handover", "张建国", "孙工"}).code == 0);
  BOOST_TEST(archive.as("孙工", {"text", archive.number}).code == 0);
  BOOST_TEST(archive.run({"user", "set", "孙工"}).code != 0);
}

BOOST_AUTO_TEST_CASE(a_person_who_left_is_marked_and_can_come_back) {
  const StaffedArchive archive;
  BOOST_TEST(archive.run({"user", "retire", "周敏"}).code == 0);
  const auto listed = twofold_binary({"user", "list", "--archive", archive.root, "--lang", "zh"}).out;
  BOOST_TEST(listed.find("已停用") != std::string::npos);
  BOOST_TEST(archive.run({"user", "return", "周敏"}).code == 0);
  BOOST_TEST(archive.typed("another password", {"user", "password", "周敏"}).code == 0);
  BOOST_TEST(archive.typed("another password", {"login", "周敏"}).code == 0);
}

BOOST_AUTO_TEST_CASE(a_token_for_reading_opens_what_its_person_may_read_and_changes_nothing) {
  StaffedArchive archive;
  const auto made = parsed(archive.must(
      "张建国", {"token", "make", "报表", "--until", SystemClock().today().plus_days(30).text(), "--scope", "read"}));
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
