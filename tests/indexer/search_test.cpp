#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "indexer/index.h"

#include <boost/test/unit_test.hpp>

namespace fs = std::filesystem;
using namespace twofold;
using namespace twofold::indexer;

namespace {

Document document(std::int64_t id, std::string title, std::vector<std::string> pages) {
  Document made;
  made.item_id = id;
  made.title = std::move(title);
  made.customer_number = "K0001";
  made.customer_name = "王府集团";
  made.category = 2;
  made.chapter = "C03";
  made.manager = "张建国";
  made.document_type = "contract";
  made.document_type_name = "合同协议文本";
  made.document_number = "HT-2024-0006";
  made.year = 2024;
  made.date = Date(2024, 3, 15);
  made.number = "A001-KH·02·2024-D30-C03-001-0007";
  made.earlier_number = "T-A001-02-C03-000418";
  made.storage_id = "EA001-2024-00000123-L";
  made.shelf = "K1-02-05-3-12";
  for (std::size_t i = 0; i < pages.size(); ++i) made.pages.push_back({static_cast<int>(i + 1), pages[i]});
  return made;
}

// Three items in an index of their own.
class Shelf {
 public:
  Shelf() : folder_(fs::temp_directory_path()) {
    IndexWriter writer(path());
    writer.put(document(1, "会员签单消费合同", {"甲方：王府集团", "第三条 信用\n额度为人民币50,000元，见编号2024-00123。"}));
    Document english = document(2, "Site report", {"The contractor's signed contracts were delivered to the warehouse."});
    english.customer_number = "K0002";
    english.customer_name = "Harbour Trading";
    english.category = 5;
    english.manager = "李晓梅";
    english.document_type = "peer_situation";
    english.document_type_name = "同业情况";
    english.document_number = "DA-2025-0101";
    english.year = 2025;
    english.date = Date(2025, 11, 2);
    english.number = "T-A001-05-C02-000001";
    english.earlier_number.clear();
    english.storage_id = "EA001-2025-00000009-X";
    english.shelf = "K1-05-01-1-01";
    writer.put(english);
    writer.put(document(3, "還款計劃", {"客戶應於每月還款壹萬元。ＡＢＣ有限公司"}));
    writer.commit();
  }
  fs::path path() const { return folder_.path() / "索引 1"; }
  Answer ask(const std::string& text) const { return IndexReader(path()).search({text, 0, 20}); }
  std::vector<std::int64_t> ids(const std::string& text) const {
    std::vector<std::int64_t> found;
    const auto answer = ask(text);
    for (const auto& hit : answer.hits)
      if (hit.some_words_only == answer.some_words_only) found.push_back(hit.item_id);
    std::sort(found.begin(), found.end());
    return found;
  }

 private:
  ScratchFolder folder_;
};

using Ids = std::vector<std::int64_t>;

}  // namespace

BOOST_AUTO_TEST_SUITE(search_test)

BOOST_AUTO_TEST_CASE(words_find_chinese_and_english_and_all_of_them_must_match) {
  const Shelf shelf;
  BOOST_TEST(shelf.ids("王府 额度") == Ids{1});
  BOOST_TEST(shelf.ids("contract warehouse") == Ids{2});
  BOOST_TEST(shelf.ids("第") == Ids{1});
  BOOST_TEST(shelf.ids("元") == (Ids{1, 3}));
}

BOOST_AUTO_TEST_CASE(simplified_finds_traditional_and_either_width_and_case_is_found) {
  const Shelf shelf;
  BOOST_TEST(shelf.ids("还款计划") == Ids{3});
  BOOST_TEST(shelf.ids("還款") == Ids{3});
  BOOST_TEST(shelf.ids("abc有限公司") == Ids{3});
  BOOST_TEST(shelf.ids("ＷＡＲＥＨＯＵＳＥ") == Ids{2});
}

BOOST_AUTO_TEST_CASE(a_line_end_inside_chinese_does_not_part_words) {
  const Shelf shelf;
  BOOST_TEST(shelf.ids("信用额度") == Ids{1});
}

BOOST_AUTO_TEST_CASE(a_number_is_found_with_either_dot_without_hyphens_and_by_its_beginning) {
  const Shelf shelf;
  for (const char* number : {"A001-KH·02·2024-D30-C03-001-0007", "a001-kh.02.2024-d30-c03-001-0007", "A001-KH.02.2024",
                             "no:A001-KH.02.2024", "no:A001KH022024", "T-A001-02-C03-000418", "EA001-2024-00000123-L", "no:EA001-2024"})
    BOOST_TEST(shelf.ids(number) == (Ids{1, 3}), number);
  BOOST_TEST(shelf.ids("2024-00123") == Ids{1});
}

BOOST_AUTO_TEST_CASE(each_field_filters_by_either_name) {
  const Shelf shelf;
  for (const char* query : {"customer:Harbour", "客户:K0002", "category:5", "类别:5", "manager:李晓梅", "客户经理:李晓梅", "year:2025",
                            "年:2025", "year:2025..2026", "type:peer_situation", "类型:同业情况", "shelf:K1-05", "库位:K1-05-01-1-01",
                            "title:report", "after:2025-01", "晚于:2025年11月", "no:DA-2025"})
    BOOST_TEST(shelf.ids(query) == Ids{2}, query);
  BOOST_TEST(shelf.ids("customer:王府集团") == (Ids{1, 3}));
  BOOST_TEST(shelf.ids("before:2024-03-15").empty());
  BOOST_TEST(shelf.ids("before:2024-03-16") == (Ids{1, 3}));
  BOOST_TEST(shelf.ids("after:2024-03-15 before:2025") == (Ids{1, 3}));
}

BOOST_AUTO_TEST_CASE(operators_brackets_and_prefixes_combine) {
  const Shelf shelf;
  BOOST_TEST(shelf.ids("额度 OR warehouse") == (Ids{1, 2}));
  BOOST_TEST(shelf.ids("year:2024 NOT 额度") == Ids{3});
  BOOST_TEST(shelf.ids("year:2024 -额度") == Ids{3});
  BOOST_TEST(shelf.ids("(额度 OR 还款) year:2024") == (Ids{1, 3}));
  BOOST_TEST(shelf.ids("wareh*") == Ids{2});
}

BOOST_AUTO_TEST_CASE(a_phrase_must_stand_word_for_word) {
  const Shelf shelf;
  BOOST_TEST(shelf.ids("\"signed contracts\"") == Ids{2});
  BOOST_TEST(shelf.ids("“信用额度为”") == Ids{1});
  BOOST_TEST(shelf.ask("\"contracts signed\"").total == 0U);
}

BOOST_AUTO_TEST_CASE(a_question_with_one_word_too_many_still_answers) {
  const Shelf shelf;
  BOOST_TEST(shelf.ids("信用额度 不存在的词") == Ids{1});
}

BOOST_AUTO_TEST_CASE(a_hit_names_its_page_and_the_snippet_shows_the_words) {
  const Shelf shelf;
  const auto answer = shelf.ask("信用额度");
  BOOST_REQUIRE_EQUAL(answer.hits.size(), 1U);
  const auto& hit = answer.hits[0];
  BOOST_TEST(hit.page == 2);
  BOOST_REQUIRE(!hit.highlights.empty());
  const auto [begin, end] = hit.highlights[0];
  BOOST_TEST(hit.snippet.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin)) == "信用\n额度");
  BOOST_TEST(is_utf8(hit.snippet));
  BOOST_TEST(hit.shelf == "K1-02-05-3-12");
  BOOST_TEST(hit.storage_id == "EA001-2024-00000123-L");
}

BOOST_AUTO_TEST_CASE(the_total_is_exact_and_pages_of_hits_do_not_overlap) {
  const ScratchFolder folder(fs::temp_directory_path());
  {
    IndexWriter writer(folder.path() / "index");
    for (int id = 1; id <= 57; ++id) writer.put(document(id, "合同", {"同样的内容"}));
    writer.commit();
  }
  IndexReader reader(folder.path() / "index");
  std::vector<std::int64_t> seen;
  for (std::size_t first = 0; first < 60; first += 10) {
    const auto answer = reader.search({"合同 内容", first, 10});
    BOOST_TEST(answer.total == 57U);
    for (const auto& hit : answer.hits) seen.push_back(hit.item_id);
  }
  BOOST_TEST(seen.size() == 57U);
  BOOST_TEST(std::is_sorted(seen.begin(), seen.end()));
}

BOOST_AUTO_TEST_CASE(a_broken_query_answers_and_names_what_it_left_out) {
  const Shelf shelf;
  const auto answer = shelf.ask("额度 year:abc )");
  BOOST_TEST(answer.total == 1U);
  BOOST_TEST(answer.ignored.size() == 2U);
}

BOOST_AUTO_TEST_CASE(no_query_throws) {
  const Shelf shelf;
  IndexReader reader(shelf.path());
  const std::string_view alphabet[] = {"合", "同", "a", "7", "\"", "(", ")", ":", "-", "*", " ", "OR", "NOT ", "year:", "no:", "。", "\xff", "\xe5", "“", ".."};
  std::uint32_t state = 1;
  for (int round = 0; round < 20'000; ++round) {
    std::string query;
    for (int i = 0; i < 12; ++i) {
      state = state * 1664525U + 1013904223U;
      query += alphabet[(state >> 16U) % std::size(alphabet)];
    }
    BOOST_REQUIRE_NO_THROW(reader.search({query, 0, 3}));
  }
}

BOOST_AUTO_TEST_SUITE_END()
