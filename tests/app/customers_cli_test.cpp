#include "tests/app/staffed_archive.h"

using namespace twofold;
using namespace twofold::app;

BOOST_AUTO_TEST_SUITE(customers_cli_test)

BOOST_AUTO_TEST_CASE(R19_R38_R39_what_is_recorded_of_a_customer_stands_in_the_lists_of_who_may_know_of_them) {
  const StaffedArchive archive;
  archive.must("张建国", {"customer", "set", "王府集团", "birthday", "1980-02-29"});
  BOOST_TEST(archive.as("李经理", {"customer", "set", "王府集团", "birthday", "1980-02-29"}).code == 1);
  const auto listed = [&](const char* who, std::vector<std::string> words) {
    return parsed(archive.must(who, words))->getArray("customers")->size();
  };
  BOOST_TEST(listed("张建国", {"list", "birthday", "2025-02"}) == 1U);
  BOOST_TEST(listed("李经理", {"list", "birthday", "2025-02"}) == 0U);
  archive.must("赵敏", {"meeting", "focus", "2026-01", "王府集团", "--date", "2026-01-05"});
  BOOST_TEST(listed("赵敏", {"list", "focus", "2026-01"}) == 1U);
  archive.must("赵敏", {"meeting", "classes", "2026-Q1", "王府集团", "--class", "VIP"});
  BOOST_TEST(listed("赵敏", {"list", "class", "VIP"}) == 1U);
  BOOST_TEST(listed("周敏", {"list", "number"}) == 1U);
  archive.must("张建国", {"customer", "discharge", "王府集团", "--date", "2026-01-01"});
  BOOST_TEST(listed("张建国", {"list", "calls"}) == 1U);
  archive.must("张建国", {"customer", "call", "王府集团", "--outcome", "良好"});
  BOOST_TEST(listed("张建国", {"list", "calls"}) == 0U);
  archive.must("张建国", {"customer", "certificate", "王府集团", "王师傅", "电工证", "--until", "2026-01-31"});
  BOOST_TEST(listed("张建国", {"list", "certificates"}) == 1U);
}

BOOST_AUTO_TEST_CASE(R19_one_review_gives_many_classes_and_the_list_of_meetings_tells_them) {
  const StaffedArchive archive;
  write_durably(archive.folder.path() / "合同 2.txt", "乙公司签单消费合同。");
  archive.must("周敏", {"ingest", (archive.folder.path() / "合同 2.txt").string(), "--customer", "乙公司", "--manager", "李经理", "--type",
                        "contract", "--date", "2024-06-01"});
  BOOST_TEST(archive.as("赵敏", {"meeting", "classes", "2026-Q1", "王府集团"}).out.find("meeting.class_missing") != std::string::npos);
  archive.must("赵敏", {"meeting", "classes", "2026-Q1", "王府集团=VIP", "乙公司=普通"});
  const auto meetings = parsed(archive.must("赵敏", {"meeting", "list"}))->getArray("meetings");
  BOOST_REQUIRE(meetings->size() == 1U);
  BOOST_TEST(meetings->getObject(0)->getValue<int>("customers") == 2);
  const auto first = parsed(archive.must("赵敏", {"meeting", "show", "1", "--limit", "1"}));
  BOOST_REQUIRE(first->getArray("decided")->size() == 1U);
  BOOST_TEST(first->getArray("decided")->getObject(0)->getValue<std::string>("class") == "VIP");
  const auto second = parsed(archive.must("赵敏", {"meeting", "show", "1", "--after", first->getValue<std::string>("next")}));
  BOOST_REQUIRE(second->getArray("decided")->size() == 1U);
  BOOST_TEST(second->getArray("decided")->getObject(0)->getValue<std::string>("name") == "乙公司");
  BOOST_TEST(archive.as("赵敏", {"meeting", "show", "2"}).out.find("meeting.unknown") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(R14_looking_at_whom_a_meeting_was_about_is_a_reading) {
  const StaffedArchive archive;
  archive.must("赵敏", {"meeting", "focus", "2026-01", "王府集团", "--date", "2026-01-05"});
  archive.must("赵敏", {"meeting", "show", "1"});
  const std::string trail = archive.must("赵敏", {"audit", "list", "--limit", "1000"});
  BOOST_TEST(trail.find(R"("actor":"赵敏","action":"list.read")") != std::string::npos, trail);
}

BOOST_AUTO_TEST_CASE(R11_one_customer_is_given_to_another_manager) {
  const StaffedArchive archive;
  BOOST_TEST(archive.run({"user", "handover", "张建国", "李经理", "--customer", "王府集团"}).code == 0);
  BOOST_TEST(archive.as("李经理", {"text", archive.number}).code == 0);
  BOOST_TEST(archive.run({"user", "handover", "张建国", "李经理", "--customer", "王府集团"}).code == 1);
}

BOOST_AUTO_TEST_CASE(R30_the_built_rate_of_a_day_to_come_is_refused) {
  const StaffedArchive archive;
  const auto refused = archive.as("赵敏", {"stats", "built", "--as-of", "2999-01-01"});
  BOOST_TEST(refused.code != 0);
  BOOST_TEST(refused.out.find("stats.in_future") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(R8_a_customer_is_shown_with_what_is_still_missing) {
  const StaffedArchive archive;
  archive.must("张建国", {"customer", "set", "王府集团", "phone", "010-65130000"});
  const auto shown = parsed(archive.must("张建国", {"show", "王府集团"}));
  BOOST_TEST(shown->getObject("fields")->getValue<std::string>("phone") == "010-65130000");
  const auto listed = parsed(archive.must("张建国", {"list", "gaps"}))->getArray("customers")->getObject(0)->getArray("gaps");
  BOOST_TEST(shown->getArray("gaps")->size() == listed->size());
  BOOST_TEST(listed->size() > 0U);
}

BOOST_AUTO_TEST_CASE(R11_after_a_handover_the_new_manager_reads_and_the_old_one_does_not) {
  const StaffedArchive archive;
  BOOST_TEST(archive.run({"user", "handover", "张建国", "李经理"}).code == 0);
  BOOST_TEST(archive.as("李经理", {"text", archive.number}).code == 0);
  BOOST_TEST(archive.as("张建国", {"text", archive.number}).code == 1);
}

BOOST_AUTO_TEST_SUITE_END()
