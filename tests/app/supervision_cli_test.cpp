#include "tests/app/staffed_archive.h"

using namespace twofold;
using namespace twofold::app;

BOOST_AUTO_TEST_SUITE(supervision_cli_test)

BOOST_AUTO_TEST_CASE(R33_a_manager_rectifies_at_their_own_customers_alone) {
  const StaffedArchive archive;
  const std::vector<std::string> open = {"rectify", "open", "王府集团", "--note", "配电室门锁损坏"};
  BOOST_TEST(archive.as("李经理", open).code == 1);
  archive.must("张建国", open);
  archive.must("张建国", {"rectify", "notice", "1", "--due", "2099-01-01", "--note", "限期修复"});
  BOOST_TEST(archive.as("李经理", {"rectify", "show", "1"}).code == 1);
  BOOST_TEST(parsed(archive.must("李经理", {"rectify", "list"}))->getArray("rectifications")->size() == 0U);
  BOOST_TEST(parsed(archive.must("赵敏", {"rectify", "list"}))->getArray("rectifications")->size() == 1U);
  archive.must("张建国", {"rectify", "report", "1", "--note", "已换锁", "--evidence", archive.number});
  BOOST_TEST(archive.as("张建国", {"rectify", "inspect", "1", "--result", "passed", "--note", "合格"}).code == 1);
  archive.must("赵敏", {"rectify", "inspect", "1", "--result", "passed", "--note", "合格"});
}

BOOST_AUTO_TEST_CASE(R45_R46_patrols_come_from_a_table_and_the_fonds_file_is_listed) {
  const StaffedArchive archive;
  const std::string log = (archive.folder.path() / "巡查.csv").string();
  write_durably(log, "日期,时间,检查项目,发现问题,措施,签名\n2026-01-05,17:00,防火,灭火器过期,报修,周敏\n2026-01-05,17:00,防盗,,,周敏\n");
  archive.must("周敏", {"patrol", "import", log, "--room", "K1"});
  BOOST_TEST(parsed(archive.must("周敏", {"patrol", "list"}))->getArray("patrols")->size() == 1U);
  BOOST_TEST(parsed(archive.must("周敏", {"patrol", "list", "--all"}))->getArray("patrols")->size() == 2U);
  write_durably(log, "日期,时间,检查项目,签名\n2026-01-06,17:00,防水,周敏\n");
  BOOST_TEST(archive.as("周敏", {"patrol", "import", log, "--room", "K1"}).code == 1);
  archive.must("周敏", {"patrol", "resolve", "1", "--treatment", "已更换"});
  archive.must("周敏", {"fonds-file", "add", "--kind", "history", "--title", "全宗介绍"});
  BOOST_TEST(parsed(archive.must("周敏", {"fonds-file", "list"}))->getArray("documents")->size() == 1U);
}

BOOST_AUTO_TEST_CASE(R47_statistics_and_registers_are_written_as_the_files_name_ends) {
  const StaffedArchive archive;
  const auto file = [&](const char* name) { return (archive.folder.path() / name).string(); };
  archive.must("赵敏", {"stats", "--by", "class", "--export", file("统计.json")});
  const auto row = parsed(read_file(file("统计.json")))->getArray("rows")->getObject(0);
  BOOST_TEST(row->getValue<int>("items") == 1);
  BOOST_TEST(!row->has("volumes"));
  archive.must("赵敏", {"stats", "--export", file("统计.csv")});
  BOOST_TEST(read_file(file("统计.csv")).substr(0, 3) == "\xEF\xBB\xBF");
  archive.must("赵敏", {"register", "loans", "--export", file("借阅.json")});
  BOOST_TEST(parsed(read_file(file("借阅.json")))->getValue<std::string>("register") == "loans");
  for (const std::vector<std::string>& words : {std::vector<std::string>{"stats", "--export", file("统计.xls")},
                                               {"register", "loans", "--export", file("借阅")}})
    BOOST_TEST(archive.as("赵敏", words).out.find("export.kind") != std::string::npos);
  BOOST_TEST(archive.as("赵敏", {"stats", "--export", file("统计.json")}).out.find("export.target_exists") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
