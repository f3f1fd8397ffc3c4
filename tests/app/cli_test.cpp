#include "app/command_table.h"
#include "app/cli/help.h"
#include "tests/app/small_archive.h"

#include <set>

using namespace twofold;
using namespace twofold::app;

BOOST_AUTO_TEST_SUITE(cli_test)

BOOST_AUTO_TEST_CASE(every_command_and_option_is_explained_in_both_languages_with_an_example) {
  std::set<std::string_view> keys;
  for (const auto& entry : message_catalogue()) keys.insert(entry.key);
  for (const auto& option : option_table()) BOOST_TEST(keys.contains("option." + std::string(option.name)), option.name);
  for (const auto& command : command_table()) {
    BOOST_TEST(keys.contains("command." + std::string(command.name)), command.name);
    for (const auto language : {Language::English, Language::Chinese})
      BOOST_TEST(help_of(command, language).find(command.example) != std::string::npos, command.name);
    BOOST_TEST(find_command(command.name) == &command);
  }
}

BOOST_AUTO_TEST_CASE(a_wrong_call_ends_with_2_and_says_how_to_call) {
  const auto unknown = twofold_binary({"ingst"}, true);
  BOOST_TEST(unknown.code == 2);
  BOOST_TEST(unknown.out.find("twofold --help") != std::string::npos);
  BOOST_TEST(twofold_binary({"search", "x", "--nonsense"}).code == 2);
  BOOST_TEST(twofold_binary({"show"}).code == 2);
  BOOST_TEST(twofold_binary({"init", "/tmp/x"}).code == 2);
  const auto chinese = twofold_binary({"close", "abcd", "--lang", "zh"}, true);
  BOOST_TEST(chinese.code == 2);
  BOOST_TEST(chinese.out.find("不是合适的数字") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_folder_that_is_no_archive_is_named_with_the_remedy) {
  const ScratchFolder folder(fs::temp_directory_path());
  const auto ended = twofold_binary({"status", "--archive", folder.path().string(), "--json"});
  BOOST_TEST(ended.code == 1);
  const auto error = parsed(ended.out)->getObject("error");
  BOOST_TEST(error->getValue<std::string>("code") == "archive.none");
  BOOST_TEST(error->getValue<std::string>("message").find(folder.path().string()) != std::string::npos);
  BOOST_TEST(!error->getValue<std::string>("remedy").empty());
}

BOOST_AUTO_TEST_CASE(R26_R27_what_goes_in_is_found_and_shown_with_both_tracks_naming_each_other) {
  const SmallArchive archive;
  const auto file = archive.answer->getArray("files")->getObject(0);
  BOOST_TEST(file->getValue<std::string>("outcome") == "draft");
  const auto number = file->getValue<std::string>("number"), storage_id = file->getValue<std::string>("storage_id");

  const auto found = parsed(archive.run({"search", "信用额度 customer:王府集团"}).out);
  BOOST_TEST(found->getValue<int>("total") == 1);
  const auto hit = found->getArray("hits")->getObject(0);
  BOOST_TEST(hit->getValue<std::string>("number") == number);
  BOOST_TEST(hit->getValue<std::string>("storage_id") == storage_id);
  BOOST_TEST(hit->getValue<std::string>("shelf") == "K1-02-05-3-12");
  BOOST_TEST(hit->getValue<int>("page") == 1);

  const auto shown = parsed(archive.run({"show", storage_id}).out);
  BOOST_TEST(shown->getObject("paper")->getValue<std::string>("note_storage_id") == storage_id);
  BOOST_TEST(shown->getObject("electronic")->getValue<std::string>("note_number") == number);
  BOOST_TEST(shown->getObject("electronic")->getValue<std::string>("note_shelf") == "K1-02-05-3-12");
  BOOST_TEST(archive.run({"xref", "verify"}).code == 0);
  BOOST_TEST(archive.run({"audit", "verify"}).code == 0);
}

BOOST_AUTO_TEST_CASE(the_same_file_again_is_a_duplicate_and_a_broken_one_is_quarantined) {
  const SmallArchive archive;
  const auto again = parsed(archive.run({"ingest", (archive.folder.path() / "合同 1.txt").string(), "--customer", "王府集团"}).out);
  BOOST_TEST(again->getArray("files")->getObject(0)->getValue<std::string>("outcome") == "duplicate");
  write_durably(archive.folder.path() / "broken.png", "\x89PNG\r\n\x1a\n half a picture");
  const auto broken = archive.run({"ingest", (archive.folder.path() / "broken.png").string()});
  BOOST_TEST(broken.code == 1);
  BOOST_TEST(parsed(broken.out)->getArray("files")->getObject(0)->getValue<std::string>("reason") == "corrupt");
}

BOOST_AUTO_TEST_CASE(a_batch_of_queries_gets_one_line_each) {
  const SmallArchive archive;
  write_durably(archive.folder.path() / "queries.txt", "信用额度\n不存在\n\"王府集团\" AND (\n");
  const auto lines = split(trim(archive.run({"search", "--batch", (archive.folder.path() / "queries.txt").string()}).out), '\n');
  BOOST_REQUIRE_EQUAL(lines.size(), 3U);
  BOOST_TEST(parsed(lines[0])->getValue<int>("total") == 1);
  BOOST_TEST(parsed(lines[1])->getValue<int>("total") == 0);
  BOOST_TEST(parsed(lines[2])->getValue<int>("total") == 1);
}

BOOST_AUTO_TEST_CASE(R9_R10_closing_a_year_names_what_blocks_by_rule) {
  const SmallArchive archive;
  const auto ended = archive.run({"close", "2024"});
  BOOST_TEST(ended.code == 1);
  const auto blockers = parsed(ended.out)->getArray("blockers");
  std::set<std::string> rules;
  for (unsigned i = 0; i < blockers->size(); ++i) rules.insert(blockers->getObject(i)->getValue<std::string>("rule"));
  BOOST_TEST(rules.contains("R9"));
  BOOST_TEST(rules.contains("R10"));
}

BOOST_AUTO_TEST_CASE(completion_scripts_are_sound_and_man_pages_are_written_for_every_command) {
  const ScratchFolder folder(fs::temp_directory_path());
  write_durably(folder.path() / "bash", completion_script("bash"));
  BOOST_TEST(std::system(("bash -n " + quoted((folder.path() / "bash").string())).c_str()) == 0);
  BOOST_TEST(completion_script("fish").find("ingest") != std::string::npos);
  BOOST_TEST(twofold_binary({"man", folder.path().string()}).code == 0);
  for (const auto& command : command_table())
    BOOST_TEST(fs::exists(folder.path() / ("twofold-" + replace_all(std::string(command.name), " ", "-") + ".1")), command.name);
}

BOOST_AUTO_TEST_CASE(only_an_archive_for_rehearsal_may_be_told_another_day) {
  const SmallArchive archive;
  setenv("TWOFOLD_TODAY", "2040-01-01", 1);
  const auto ended = archive.run({"status"});
  unsetenv("TWOFOLD_TODAY");
  BOOST_TEST(ended.code == 1);
  BOOST_TEST(parsed(ended.out)->getObject("error")->getValue<std::string>("code") == "cli.no_rehearsal");
}

BOOST_AUTO_TEST_CASE(R14_an_exported_audit_log_is_verified_where_there_is_no_archive) {
  const SmallArchive archive;
  const std::string log = (archive.folder.path() / "审 计.log").string();
  BOOST_REQUIRE_EQUAL(archive.run({"audit", "export", log}).code, 0);
  const auto verify = [&] { return twofold_binary({"audit", "verify", log, "--key", archive.root + "/keys/signing.public", "--json"}); };
  BOOST_TEST(verify().code == 0);
  write_durably(log, replace_all(read_file(log), "王府集团", "王福集团"));
  const auto broken = verify();
  BOOST_TEST(broken.code == 1);
  BOOST_TEST(parsed(broken.out)->getValue<std::string>("reason") == "audit.hash_differs");
}

BOOST_AUTO_TEST_SUITE_END()
