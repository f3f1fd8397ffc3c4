#include "base/digest.h"
#include "tests/app/staffed_archive.h"

using namespace twofold;
using namespace twofold::app;

namespace {

std::string drawn(const StaffedArchive& archive, const std::string& volume) {
  return parsed(archive.must("周敏", {"transfer", "draw", volume, "--to", "市档案馆", "--reason", "到期移交"}))->getValue<std::string>("transfer");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(transfers_cli_test)

BOOST_AUTO_TEST_CASE(R42_a_volume_is_handed_over_against_four_signatures_with_its_files) {
  const StaffedArchive archive;
  const std::string volume = archive.close_it(), number = drawn(archive, volume);
  BOOST_TEST(archive.as("张建国", {"transfer", "list"}).code == 1);
  BOOST_TEST(archive.as("周敏", {"transfer", "sign", number, "--as", "giver_leader", "--person", "赵敏"}).code == 1);
  archive.must("赵敏", {"transfer", "sign", number, "--as", "giver_leader"});
  BOOST_TEST(archive.as("赵敏", {"transfer", "sign", number, "--as", "giver_handler"}).code == 1);
  archive.must("周敏", {"transfer", "sign", number, "--as", "giver_handler"});
  BOOST_TEST(archive.as("周敏", {"transfer", "complete", number}).code == 1);
  BOOST_TEST(archive.as("周敏", {"transfer", "sign", number, "--as", "receiver_leader", "--person", "孙工"}).out.find("filing.for_another") !=
             std::string::npos);
  archive.must("周敏", {"transfer", "sign", number, "--as", "receiver_leader", "--person", "陈馆长"});
  archive.must("周敏", {"transfer", "sign", number, "--as", "receiver_handler", "--person", "林科员"});
  BOOST_TEST(archive.as("周敏", {"transfer", "complete", number}).code == 1);
  const auto out = archive.folder.path() / "移 交";
  BOOST_TEST(parsed(archive.must("周敏", {"transfer", "pack", number, "--out", out.string()}))->getValue<int>("files") == 1);
  BOOST_TEST(archive.as("周敏", {"transfer", "pack", number, "--out", out.string()}).code == 1);
  const std::string list = read_file(out / "移交清册.csv");
  for (const auto& file : fs::directory_iterator(out / "files"))
    BOOST_TEST(list.find(sha256(read_file(file.path())).text()) != std::string::npos);
  BOOST_TEST(fs::file_size(out / "交接文据.pdf") > 1000U);
  const auto done = parsed(archive.must("周敏", {"transfer", "complete", number}));
  BOOST_TEST(done->getValue<std::string>("state") == "completed");
  BOOST_TEST(done->getValue<std::string>("package_sha256") == sha256(list).text());
  BOOST_TEST(archive.must("周敏", {"show", volume}).find("\"state\":\"transferred\"") != std::string::npos);
  BOOST_TEST(archive.as("周敏", {"xref", "verify"}).code == 0);
  BOOST_TEST(archive.as("周敏", {"transfer", "draw", volume, "--to", "x", "--reason", "y"}).code == 1);
}

BOOST_AUTO_TEST_CASE(R42_what_is_held_lent_or_on_another_transfer_stays) {
  const StaffedArchive archive;
  const std::string volume = archive.close_it();
  const auto draw = [&] { return archive.as("周敏", {"transfer", "draw", volume, "--to", "市档案馆", "--reason", "移交"}).code; };
  archive.must("周敏", {"hold", "place", volume, "--reason", "诉讼"});
  BOOST_TEST(draw() == 1);
  archive.must("赵敏", {"hold", "lift", "1", "--reason", "结案"});
  const std::string number = drawn(archive, volume);
  BOOST_TEST(draw() == 1);
  archive.must("周敏", {"transfer", "cancel", number, "--reason", "暂缓"});
  BOOST_TEST(archive.as("周敏", {"transfer", "cancel", number, "--reason", "暂缓"}).code == 1);
  BOOST_TEST(draw() == 0);
}

BOOST_AUTO_TEST_SUITE_END()
