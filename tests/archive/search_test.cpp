#include "archive/search.h"

#include "archive/csv.h"
#include "archive/word_boxes.h"
#include "archive/words_record.h"
#include "catalog/items.h"
#include "tests/archive/places.h"
#include "tests/scanner/drawn_page.h"

#include <boost/test/unit_test.hpp>
#include <opencv2/imgcodecs.hpp>
#include <set>

using namespace twofold;
using namespace twofold::archive;

BOOST_AUTO_TEST_SUITE(search_test)

namespace {

scanner::Word word(const std::string& text, int left) { return {text, {left, 10, 20, 30}, 90, 0}; }

// The left edges of the words that touch the places of `wanted` in the text.
std::string lefts(const std::vector<scanner::Word>& words, const std::string& text, const std::string& wanted) {
  std::vector<std::pair<int, int>> ranges;
  for (auto at = text.find(wanted); at != std::string::npos; at = text.find(wanted, at + 1))
    ranges.emplace_back(static_cast<int>(at), static_cast<int>(at + wanted.size()));
  std::string out;
  for (const auto& box : boxes_of_ranges(words, text, ranges)) out += std::to_string(box.left) + ' ';
  return out;
}

// Stops once it has been told of so many.
class StopsAfter final : public ProgressSink {
 public:
  explicit StopsAfter(std::uint64_t most) : most_(most) {}
  void report(const Progress& progress) override { told_ = progress.done; }
  bool cancelled() const override { return told_ >= most_; }

 private:
  std::uint64_t most_, told_ = 0;
};

}  // namespace

BOOST_AUTO_TEST_CASE(every_hit_is_told_once_in_the_order_of_the_answer_and_fillers_are_not) {
  const Place place;
  const auto archive = place.open();
  for (int i = 0; i < 12; ++i)
    place.write(fmt::format("{:02}.txt", i), fmt::format("水晶吊灯 第{}盏 {}", i, i < 3 ? "维修" : "完好"));
  ingest_all(*archive, {place.files()}, of_the_hotel());
  Searcher searcher(*archive);
  SilentProgress silent;
  std::vector<std::int64_t> told;
  const auto count = searcher.each_hit({"水晶吊灯"}, silent, [&](const SearchHit& hit) { told.push_back(hit.hit.item_id); });
  BOOST_TEST(count == 12U);
  indexer::Query all{"水晶吊灯"};
  all.most = 100;
  std::vector<std::int64_t> answered;
  for (const auto& hit : searcher.search(all).hits) answered.push_back(hit.hit.item_id);
  BOOST_TEST(told == answered, boost::test_tools::per_element());
  BOOST_TEST(searcher.each_hit({"吊灯 维修"}, silent, [](const SearchHit&) {}) == 3U);
  BOOST_TEST(searcher.each_hit({"挖掘机"}, silent, [](const SearchHit&) {}) == 0U);
}

BOOST_AUTO_TEST_CASE(a_list_longer_than_a_batch_is_told_whole) {
  const Place place;
  const auto archive = place.open();
  constexpr int kItems = 2345;
  {
    indexer::IndexRebuild rebuild(archive->layout().index());
    for (int i = 1; i <= kItems; ++i) {
      indexer::Document document;
      document.item_id = i;
      document.title = i % 7 == 0 ? "水晶吊灯 水晶吊灯" : "水晶吊灯";
      document.year = 2020 + i % 3;
      rebuild.put(document);
    }
    rebuild.finish();
  }
  Searcher searcher(*archive);
  SilentProgress silent;
  for (const auto order : {indexer::Order::Relevance, indexer::Order::Newest}) {
    std::set<std::int64_t> told;
    indexer::Query query{"水晶吊灯"};
    query.order = order;
    const auto count = searcher.each_hit(query, silent, [&](const SearchHit& hit) { told.insert(hit.hit.item_id); });
    BOOST_TEST(count == static_cast<std::size_t>(kItems));
    BOOST_TEST(told.size() == count);
  }
}

BOOST_AUTO_TEST_CASE(a_long_list_may_be_stopped) {
  const Place place;
  const auto archive = place.open();
  for (int i = 0; i < 5; ++i) place.write(fmt::format("{}.txt", i), fmt::format("水晶吊灯 {}", i));
  ingest_all(*archive, {place.files()}, of_the_hotel());
  Searcher searcher(*archive);
  StopsAfter two(2);
  std::size_t told = 0;
  try {
    searcher.each_hit({"水晶吊灯"}, two, [&](const SearchHit&) { ++told; });
    BOOST_ERROR("was not stopped");
  } catch (const Error& error) {
    BOOST_TEST(error.message().key == "search.stopped");
    BOOST_TEST((error.kind() == ErrorKind::Cancelled));
  }
  BOOST_TEST(told == 2U);
}

BOOST_AUTO_TEST_CASE(R13_what_may_not_be_seen_is_in_no_answer_of_a_searcher) {
  const Place place;
  const auto archive = place.open();
  ingest_all(*archive, {place.write("甲.txt", "水晶吊灯十二盏")}, of_the_hotel());
  auto other = of_the_hotel();
  other.customer_name = "长安饭店";
  other.manager = "孙经理";
  const auto hidden = ingest_all(*archive, {place.write("乙.txt", "水晶吊灯三盏")}, other);
  const auto own = catalog::find_customer(archive->database(), "王府饭店");
  BOOST_REQUIRE(own);
  indexer::Rights rights;
  rights.customers = {own->id};
  Searcher searcher(*archive, rights);
  indexer::Query query{"水晶吊灯"};
  query.most_facet_values = 10;
  const auto answer = searcher.search(query);
  BOOST_TEST(answer.total == 1U);
  for (const auto& table : answer.facets)
    if (table.facet == indexer::Facet::Customer) BOOST_TEST(table.different == 1U);
  BOOST_TEST(searcher.suggest("长安", 10).empty());
  BOOST_TEST(searcher.suggest("王府", 10).size() == 1U);
  SilentProgress silent;
  BOOST_TEST(searcher.each_hit({"水晶吊灯"}, silent, [](const SearchHit&) {}) == 1U);
  for (const auto& hit : searcher.similar(answer.hits.at(0).hit.item_id, {}).hits)
    BOOST_TEST(hit.hit.number != hidden.at(0).number);
  BOOST_TEST(Searcher(*archive).search(query).total == 2U);
}

BOOST_AUTO_TEST_CASE(words_are_found_on_the_page_whatever_white_space_stands_between_them) {
  const std::vector<scanner::Word> words = {word("还款", 1), word("计划", 2), word("Pacific", 3), word("Rim", 4),
                                            word("计划", 5)};
  const std::string text = "还款计划\nPacific Rim\n　计 划\n";
  BOOST_TEST(lefts(words, text, "还款计划") == "1 2 ");
  BOOST_TEST(lefts(words, text, "计划") == "2 ");
  BOOST_TEST(lefts(words, text, "计 划") == "5 ");
  BOOST_TEST(lefts(words, text, "Rim") == "4 ");
  BOOST_TEST(lefts(words, text, "款") == "1 ");
  BOOST_TEST(lefts(words, text, "c Rim\n　计") == "3 4 5 ");
  BOOST_TEST(lefts(words, text, "欠款") == "");
}

BOOST_AUTO_TEST_CASE(a_word_that_is_not_in_the_text_moves_no_other_word) {
  const std::vector<scanner::Word> words = {word("还款", 1), word("■■", 2), word("", 3), word("计划", 4)};
  BOOST_TEST(lefts(words, "还款计划", "计划") == "4 ");
  BOOST_TEST(lefts(words, "", "计划") == "");
  BOOST_TEST(lefts({}, "还款计划", "计划") == "");
}

BOOST_AUTO_TEST_CASE(a_words_record_gives_its_pages_back) {
  scanner::Page page;
  page.number = 3;
  page.width = 2480;
  page.height = 3508;
  page.words = {{"引\"号", {1, 2, 3, 4}, 91, 0}, {"Rim", {50, 60, 70, 80}, 88, 1}};
  const auto record = words_record({page}, "reader 1");
  const auto read = words_of_page(record, 3);
  BOOST_REQUIRE(read);
  BOOST_TEST(read->width == 2480);
  BOOST_TEST(read->height == 3508);
  BOOST_REQUIRE_EQUAL(read->words.size(), 2U);
  BOOST_TEST(read->words[0].text == "引\"号");
  BOOST_TEST(read->words[1].box.left == 50);
  BOOST_TEST(read->words[1].box.height == 80);
  BOOST_TEST(read->words[1].line == 1);
  scanner::Page other = page, last = page;
  other.number = 31;
  other.words = {{"x]},{\"page\":3,", {1, 1, 1, 1}, 50, 0}};
  last.number = 32;
  const auto several = words_record({other, last}, "reader 1");
  BOOST_TEST(!words_of_page(several, 3));
  BOOST_TEST(words_of_page(several, 31)->words.at(0).text == "x]},{\"page\":3,");
  BOOST_TEST(words_of_page(several, 32)->words.size() == 2U);
  BOOST_TEST(words_of_page(words_record_with(several, {page}, "reader 2"), 31)->words.size() == 1U);
  BOOST_TEST(!words_of_page(record, 1));
  BOOST_TEST(!words_of_page("no record", 3));
  BOOST_TEST(!words_of_page(R"({"pages":[{"page":3,"width":1,"height":1,"words":[["x"]]}]})", 3));
}

BOOST_AUTO_TEST_CASE(an_electronic_text_has_no_boxes) {
  const Place place;
  const auto archive = place.open();
  ingest_all(*archive, {place.write("甲.txt", "水晶吊灯十二盏")}, of_the_hotel());
  const auto hit = Searcher(*archive).search({"吊灯"}).hits.at(0).hit;
  BOOST_TEST(!find_word_boxes(*archive, hit.item_id, hit.page, "吊灯"));
  BOOST_TEST(!find_word_boxes(*archive, hit.item_id, 9, "吊灯"));
}

BOOST_AUTO_TEST_CASE(the_words_of_a_scan_are_boxed_where_they_stand_on_its_page) {
  const Place place;
  const auto archive = place.open();
  const cv::Mat page = scanner::testing::drawn_page(
      "The deposit was paid in May\nNothing else is owed\nReturn of the deposit in June", 150);
  const auto picture = place.files() / "收据 1.png";
  BOOST_REQUIRE(cv::imwrite(picture.string(), page));
  ingest_all(*archive, {picture}, of_the_hotel());
  const auto answer = Searcher(*archive).search({"deposit"});
  BOOST_REQUIRE_EQUAL(answer.total, 1U);
  const auto& hit = answer.hits.at(0).hit;
  const auto found = find_word_boxes(*archive, hit.item_id, hit.page, "deposit");
  BOOST_REQUIRE(found);
  BOOST_REQUIRE_EQUAL(found->boxes.size(), 2U);
  BOOST_TEST(found->boxes[0].top + found->boxes[0].height < found->boxes[1].top);
  BOOST_TEST(found->boxes[0].left < found->boxes[1].left);
  for (const auto& box : found->boxes) {
    BOOST_TEST(box.left >= 0);
    BOOST_TEST(box.left + box.width <= found->width);
    BOOST_TEST(box.top + box.height <= found->height);
    BOOST_TEST(box.width > box.height);
  }
  BOOST_TEST(find_word_boxes(*archive, hit.item_id, hit.page, "owed")->boxes.size() == 1U);
  BOOST_TEST(find_word_boxes(*archive, hit.item_id, hit.page, "hotel")->boxes.empty());
}

BOOST_AUTO_TEST_CASE(a_spreadsheet_takes_no_cell_for_a_formula_and_reads_every_cell_back) {
  BOOST_TEST(csv_line({"a", "王府", ""}) == "a,王府,\r\n");
  BOOST_TEST(csv_line({"a,b", "say \"yes\"", "two\nlines"}) == "\"a,b\",\"say \"\"yes\"\"\",\"two\nlines\"\r\n");
  for (const std::string formula : {"=1+1", "+8610", "-cmd", "@SUM(A1)", "\tx", "\rx", " =1", "＝1", "＠x"}) {
    const auto cells = parse_csv("x,y\r\n" + csv_line({"k", formula})).at(1).cells;
    BOOST_TEST(cells.at(1).starts_with('\''), formula);
  }
  const auto rows = parse_csv(std::string(kCsvMark) + csv_line({"题名", "说明"}) + csv_line({"a;b", "引\"号,逗号"}));
  BOOST_REQUIRE_EQUAL(rows.size(), 2U);
  BOOST_TEST(rows[1].cells[0] == "a;b");
  BOOST_TEST(rows[1].cells[1] == "引\"号,逗号");
}

BOOST_AUTO_TEST_SUITE_END()
