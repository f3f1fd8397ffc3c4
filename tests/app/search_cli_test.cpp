// Searching through the real program.

#include "tests/app/small_archive.h"

#include <set>

using namespace twofold;
using namespace twofold::app;
using Poco::JSON::Object;

BOOST_AUTO_TEST_SUITE(search_cli_test)

namespace {

// Beside the contract of 王府集团: two documents more of two customers, in other years and categories.
struct SearchedArchive : SmallArchive {
  SearchedArchive() {
    take_in("计划.txt", "欠款还款计划,甲方王府集团,每月归还一万元。", "王府集团", "张建国", "repayment_plan",
            "2025-06-01");
    take_in("协议.txt", "会员签单消费合同,甲方长安饭店,作废。", "长安饭店", "孙丽", "contract", "2026-02-01");
  }

  void take_in(const std::string& name, const std::string& text, const std::string& customer, const std::string& manager,
               const std::string& type, const std::string& date) const {
    write_durably(folder.path() / name, text);
    const auto ended = run({"ingest", (folder.path() / name).string(), "--customer", customer, "--manager", manager,
                            "--type", type, "--date", date, "--paper"});
    BOOST_REQUIRE_EQUAL(ended.code, 0);
  }
  Object::Ptr search(std::vector<std::string> words) const {
    words.insert(words.begin(), "search");
    return parsed(run(words).out);
  }
  std::string path(const std::string& name) const { return (folder.path() / name).string(); }
  // As people see it, with what goes to standard error.
  Ended say(std::vector<std::string> words) const {
    words.insert(words.end(), {"--archive", root});
    return twofold_binary(words, true);
  }
};

// Made once: no test of this suite changes what is found.
const SearchedArchive& the_archive() {
  static const SearchedArchive archive;
  return archive;
}

std::string error_of(const Ended& ended) {
  const auto answer = parsed(ended.out);
  return answer->has("error") ? answer->getObject("error")->getValue<std::string>("code") : "";
}

Object::Ptr hit(const Object::Ptr& answer, unsigned position) { return answer->getArray("hits")->getObject(position); }

std::string customers_of(const Object::Ptr& answer) {
  std::string all;
  for (unsigned i = 0; i < answer->getArray("hits")->size(); ++i) all += hit(answer, i)->getValue<std::string>("customer") + ' ';
  return all;
}

// "key=name:count" of one facet.
std::string facet(const Object::Ptr& answer, const std::string& wanted) {
  std::string out;
  const auto facets = answer->getArray("facets");
  for (unsigned i = 0; i < facets->size(); ++i) {
    if (facets->getObject(i)->getValue<std::string>("facet") != wanted) continue;
    const auto values = facets->getObject(i)->getArray("values");
    for (unsigned v = 0; v < values->size(); ++v)
      out += values->getObject(v)->getValue<std::string>("key") + "=" + values->getObject(v)->getValue<std::string>("name") + ":" +
             values->getObject(v)->getValue<std::string>("count") + " ";
  }
  return out;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

BOOST_AUTO_TEST_CASE(a_question_may_begin_with_a_minus_sign_and_have_one_anywhere) {
  const auto& archive = the_archive();
  BOOST_TEST(customers_of(archive.search({"合同 -作废"})) == "王府集团 ");
  BOOST_TEST(customers_of(archive.search({"合同", "-作废"})) == "王府集团 ");
  BOOST_TEST(customers_of(archive.search({"-作废 合同"})) == "王府集团 ");
  BOOST_TEST(archive.search({"-合同"})->getValue<std::string>("query") == "-合同");
  BOOST_TEST(archive.search({"-合同"})->getValue<int>("total") == 1);
  const auto after_dashes = twofold_binary({"search", "--archive", archive.root, "--json", "--", "-合同"});
  BOOST_TEST(parsed(after_dashes.out)->getValue<int>("total") == 1);
  BOOST_TEST(error_of(archive.run({"search", "合同", "-l"})) == "cli.malformed");
  BOOST_TEST(error_of(archive.run({"search", "合同", "--offset", "-1"})) == "cli.not_a_number");
  BOOST_TEST(archive.search({"help"})->getValue<std::string>("query") == "help");
}

BOOST_AUTO_TEST_CASE(all_seven_facets_are_counted_and_named_in_the_language_of_the_answer) {
  const auto& archive = the_archive();
  const auto chinese = archive.search({"甲方", "--facets", "--lang", "zh"});
  BOOST_TEST(chinese->getArray("facets")->size() == 7U);
  BOOST_TEST(facet(chinese, "category") == "2=合同协议:2 3=欠款还款:1 ");
  BOOST_TEST(facet(chinese, "state") == "draft=草稿:3 ");
  BOOST_TEST(facet(chinese, "customer") == "王府集团=王府集团:2 长安饭店=长安饭店:1 ");
  BOOST_TEST(facet(chinese, "year") == "2024=2024:1 2025=2025:1 2026=2026:1 ");
  BOOST_TEST(facet(chinese, "place") == "K1-02=K1-02:1 ");
  const auto english = archive.search({"甲方", "--facets=1", "--lang", "en"});
  BOOST_TEST(facet(english, "category") == "2=contracts:2 ");
  BOOST_TEST(has(facet(english, "type"), "contract=contract:2 "));
  BOOST_TEST(english->getArray("facets")->getObject(0)->getValue<int>("different") == 2);
  BOOST_TEST(!archive.search({"甲方"})->has("facets"));
  const auto seen = archive.say({"search", "甲方", "--facets=1", "--lang", "zh"}).out;
  BOOST_TEST(has(seen, "合同协议"));
  BOOST_TEST(has(seen, "另有 1 项"));
  BOOST_TEST(error_of(archive.run({"search", "甲方", "--facets=0"})) == "cli.not_a_number");
}

BOOST_AUTO_TEST_CASE(the_newest_or_the_oldest_come_first_when_asked) {
  const auto& archive = the_archive();
  BOOST_TEST(customers_of(archive.search({"合同", "--sort", "newest"})) == "长安饭店 王府集团 ");
  BOOST_TEST(customers_of(archive.search({"合同", "--sort", "oldest"})) == "王府集团 长安饭店 ");
  BOOST_TEST(customers_of(archive.search({"合同", "--sort", "oldest", "--limit", "1", "--offset", "1"})) == "长安饭店 ");
  BOOST_TEST(error_of(archive.run({"search", "合同", "--sort", "cheapest"})) == "search.unknown_sort");
}

BOOST_AUTO_TEST_CASE(an_answer_says_when_only_some_words_were_found) {
  const auto& archive = the_archive();
  const auto none_has_all = archive.search({"还款 挖掘机"});
  BOOST_TEST(none_has_all->getValue<bool>("some_words_only"));
  BOOST_TEST(hit(none_has_all, 0)->getValue<bool>("some_words_only"));
  BOOST_TEST(has(archive.say({"search", "还款 挖掘机", "--lang", "en"}).out, "Nothing has every word. 1 have some"));
  BOOST_TEST(has(archive.say({"search", "还款 挖掘机", "--lang", "zh"}).out, "没有一件包含全部词语"));
  const auto filled = archive.say({"search", "合同 作废", "--lang", "en"}).out;
  BOOST_TEST(has(filled, "1 found"));
  BOOST_TEST(filled.find("长安饭店") < filled.find("only some of the words"));
  BOOST_TEST(filled.find("only some of the words") < filled.find("王府集团"));
}

BOOST_AUTO_TEST_CASE(what_speaks_of_the_same_things_is_found_by_any_number_of_an_item) {
  const auto& archive = the_archive();
  const auto contract = hit(archive.search({"五万元"}), 0);
  for (const std::string field : {"number", "storage_id"}) {
    const auto answer = archive.search({"--like", contract->getValue<std::string>(field)});
    BOOST_TEST(answer->getValue<std::string>("like") == contract->getValue<std::string>("number"));
    BOOST_TEST(answer->getValue<int>("total") == 2);
    for (unsigned i = 0; i < 2; ++i)
      BOOST_TEST(hit(answer, i)->getValue<std::string>("number") != contract->getValue<std::string>("number"));
  }
  BOOST_TEST(error_of(archive.run({"search", "--like", "EA001-1999-00000001-X"})) == "lookup.nothing");
  BOOST_TEST(error_of(archive.run({"search", "--like", "王府集团"})) == "lookup.nothing");
  BOOST_TEST(error_of(archive.run({"search", "--like", "x", "合同"})) == "search.two_questions");
  BOOST_TEST(error_of(archive.run({"search", "--like", "x", "--export", "y.csv"})) == "search.not_together");
}

BOOST_AUTO_TEST_CASE(R14_the_whole_list_goes_into_a_new_file_and_the_export_is_logged) {
  const auto& archive = the_archive();
  const auto csv = archive.path("结果 1.csv");
  const auto done = archive.search({"甲方", "--export", csv, "--lang", "zh"});
  BOOST_TEST(done->getValue<int>("rows") == 3);
  const auto bytes = read_file(csv);
  BOOST_TEST(bytes.starts_with("\xEF\xBB\xBF" "编号,题名,客户,类别,页,所在文字,库位,电子文件编码,借阅人\r\n"));
  BOOST_TEST(split(bytes, '\n').size() == 5U);
  BOOST_TEST(has(bytes, ",王府集团,欠款还款,1,"));
  BOOST_TEST(error_of(archive.run({"search", "合同", "--export", csv})) == "export.target_exists");
  BOOST_TEST(read_file(csv) == bytes);

  const auto event = parsed(archive.run({"audit", "list", "--limit", "1"}).out)->getArray("events")->getObject(0);
  BOOST_TEST(event->getValue<std::string>("action") == "search.exported");
  BOOST_TEST(event->getValue<std::string>("subject") == "结果 1.csv");

  archive.search({"甲方", "--sort", "newest", "--export", archive.path("all.json")});
  const auto all = parsed(read_file(archive.path("all.json")));
  BOOST_TEST(all->getValue<int>("total") == 3);
  BOOST_TEST(all->getValue<std::string>("query") == "甲方");
  BOOST_TEST(customers_of(all) == "长安饭店 王府集团 王府集团 ");
  for (const auto& entry : fs::directory_iterator(archive.folder.path())) BOOST_TEST(!has(entry.path().filename().string(), "work-"));
}

BOOST_AUTO_TEST_CASE(an_export_that_cannot_be_written_leaves_nothing) {
  const auto& archive = the_archive();
  BOOST_TEST(error_of(archive.run({"search", "甲方", "--export", archive.path("a.xls")})) == "export.kind");
  BOOST_TEST(error_of(archive.run({"search", "甲方", "--export", archive.path("no folder/a.csv")})) == "file.cannot_write");
  BOOST_TEST(!fs::exists(archive.path("a.xls")));
  BOOST_TEST(!fs::exists(archive.path("no folder")));
  write_durably(archive.folder.path() / "空.csv", "mine");
  archive.run({"search", "挖掘机", "--export", archive.path("空.csv")});
  BOOST_TEST(read_file(archive.path("空.csv")) == "mine");
}

BOOST_AUTO_TEST_CASE(an_export_says_when_only_some_words_were_found_and_takes_no_page_of_the_list) {
  const auto& archive = the_archive();
  const auto done = archive.search({"还款 挖掘机", "--export", archive.path("some.json")});
  BOOST_TEST(done->getValue<int>("rows") == 1);
  BOOST_TEST(done->getValue<bool>("some_words_only"));
  const auto limited = archive.run({"search", "甲方", "--limit", "1", "--export", archive.path("one.csv")});
  BOOST_TEST(error_of(limited) == "search.not_together");
}

BOOST_AUTO_TEST_CASE(bytes_that_are_no_text_and_control_characters_do_no_harm) {
  const SmallArchive archive;
  const auto question = parsed(archive.run({"search", "\xFF\xFE合同"}).out)->getValue<std::string>("query");
  BOOST_TEST(question == "\uFFFD\uFFFD合同");
  write_durably(archive.folder.path() / "瀑布.txt", "蓝色瀑布");
  const auto file = (archive.folder.path() / "瀑布.txt").string();
  BOOST_REQUIRE_EQUAL(archive.run({"ingest", file, "--title", "红\x1b[31m字\x1b]0;x\x07"}).code, 0);
  const auto seen = twofold_binary({"search", "瀑布", "--archive", archive.root}).out;
  BOOST_TEST(has(seen, "1. 红"));
  BOOST_TEST(seen.find('\x1b') == std::string::npos);
  BOOST_TEST(seen.find('\x07') == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_saved_search_is_asked_again_by_its_owner_alone) {
  const auto& archive = the_archive();
  const auto saved = archive.search({"--save", "有效合同", "合同", "-作废", "--sort", "oldest", "--actor", "周敏"});
  BOOST_TEST(saved->getValue<int>("total") == 1);
  const auto again = archive.search({"--saved", "有效合同", "--actor", "周敏"});
  BOOST_TEST(again->getValue<std::string>("query") == "合同 -作废");
  BOOST_TEST(again->getValue<std::string>("sort") == "oldest");
  BOOST_TEST(customers_of(again) == "王府集团 ");
  BOOST_TEST(archive.search({"--saved", "有效合同", "--sort", "newest", "--actor", "周敏"})->getValue<std::string>("sort") == "newest");
  BOOST_TEST(error_of(archive.run({"search", "--saved", "有效合同", "--actor", "孙工"})) == "search.not_saved");
  const auto taken = archive.run({"search", "--save", "有效合同", "还款", "--actor", "周敏", "--lang", "zh"});
  BOOST_TEST(taken.code == 1);
  BOOST_TEST(has(taken.out, "您已用“有效合同”保存了检索:合同 -作废"));
  BOOST_TEST(error_of(archive.run({"search", "--save", "空"})) == "search.question_missing");

  const auto list = parsed(archive.run({"searches", "--actor", "周敏"}).out)->getArray("searches");
  BOOST_REQUIRE_EQUAL(list->size(), 1U);
  BOOST_TEST(list->getObject(0)->getValue<std::string>("question") == "合同 -作废");
  BOOST_TEST(has(archive.say({"searches", "--actor", "周敏", "--lang", "zh"}).out, "最早在前"));
  BOOST_TEST(error_of(archive.run({"searches", "--remove", "有效合同", "--actor", "孙工"})) == "search.not_saved");
  BOOST_TEST(archive.run({"searches", "--remove", "有效合同", "--actor", "周敏"}).code == 0);
  BOOST_TEST(error_of(archive.run({"search", "--saved", "有效合同", "--actor", "周敏"})) == "search.not_saved");
}

BOOST_AUTO_TEST_CASE(customers_are_suggested_by_their_beginning) {
  const auto& archive = the_archive();
  const auto customers = parsed(archive.run({"suggest", "王"}).out)->getArray("customers");
  BOOST_REQUIRE_EQUAL(customers->size(), 1U);
  BOOST_TEST(customers->getObject(0)->getValue<std::string>("name") == "王府集团");
  BOOST_TEST(customers->getObject(0)->getValue<int>("items") == 2);
  BOOST_TEST(parsed(archive.run({"suggest", "wf"}).out)->getArray("customers")->size() == 1U);
  BOOST_TEST(parsed(archive.run({"suggest", "K", "--limit", "1"}).out)->getArray("customers")->size() == 1U);
  BOOST_TEST(has(archive.say({"suggest", "赵", "--lang", "en"}).out, "No customer begins with ‘赵’"));
}

BOOST_AUTO_TEST_CASE(boxes_are_told_to_programs_alone_and_a_text_without_a_picture_has_none) {
  const auto& archive = the_archive();
  BOOST_TEST(!hit(archive.search({"合同", "--boxes"}), 0)->has("boxes"));
  const auto for_people = archive.say({"search", "合同", "--boxes"});
  BOOST_TEST(for_people.code == 2);
  BOOST_TEST(has(for_people.out, "--json"));
}

BOOST_AUTO_TEST_CASE(highlights_are_byte_ranges_of_the_words_in_the_snippet) {
  const auto& archive = the_archive();
  const auto found = hit(archive.search({"信用额度"}), 0);
  const auto range = found->getArray("highlights")->getArray(0);
  const auto begin = range->getElement<std::size_t>(0), end = range->getElement<std::size_t>(1);
  BOOST_TEST(found->getValue<std::string>("snippet").substr(begin, end - begin) == "信用额度");
}

BOOST_AUTO_TEST_SUITE_END()
