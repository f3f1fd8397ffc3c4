#include "tests/indexer/made_items.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace twofold;
using namespace twofold::indexer;

namespace {

std::vector<std::string> names(IndexReader& reader, const char* typed) {
  std::vector<std::string> found;
  for (const auto& suggestion : reader.suggest(typed, 10, std::nullopt)) found.push_back(suggestion.name);
  std::ranges::sort(found);
  return found;
}

using Names = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_SUITE(suggest_test)

BOOST_AUTO_TEST_CASE(customers_are_offered_by_name_middle_number_pinyin_and_initials) {
  const MadeItems made;
  IndexReader reader(made.path());
  BOOST_TEST(names(reader, "王") == (Names{"王府集团", "王朝酒店"}));
  BOOST_TEST(names(reader, "府集") == Names{"王府集团"});
  BOOST_TEST(names(reader, "wfjt") == Names{"王府集团"});
  BOOST_TEST(names(reader, "WangFu") == Names{"王府集团"});
  BOOST_TEST(names(reader, "k0002") == Names{"东海渔业"});
  BOOST_TEST(names(reader, "東海") == Names{"东海渔业"});
  BOOST_TEST(names(reader, "ｈａｒ") == Names{"Harbour Trading"});
  BOOST_TEST(names(reader, "zz").empty());
  BOOST_TEST(names(reader, "").empty());
}

BOOST_AUTO_TEST_CASE(initials_and_pinyin_find_the_customers_items) {
  const MadeItems made;
  IndexReader reader(made.path());
  const auto expected = made.ids_where([](const Document& item) { return item.customer_id == 1; }).size();
  BOOST_TEST(reader.search({"wfjt", 0, 1}).total == expected);
  BOOST_TEST(reader.search({"wangfujituan", 0, 1}).total == expected);
}

BOOST_AUTO_TEST_CASE(a_name_of_the_same_sound_and_a_misspelt_word_are_offered) {
  const MadeItems made;
  IndexReader reader(made.path());
  BOOST_TEST(reader.search({"王福集团", 0, 1}).did_you_mean == Names{"王府集团"});
  BOOST_TEST(reader.search({"Harbor", 0, 1}).did_you_mean == Names{"harbour"});
  BOOST_TEST(reader.search({"王府集团", 0, 1}).did_you_mean.empty());
}

BOOST_AUTO_TEST_CASE(the_order_of_dates_holds_over_pages_and_undated_items_are_last) {
  const MadeItems made;
  IndexReader reader(made.path());
  for (const Order order : {Order::Newest, Order::Oldest}) {
    std::vector<std::string> dates;
    for (std::size_t first = 0; first < 80; first += 17) {
      Query query{"信用额度", first, 17};
      query.order = order;
      for (const auto& hit : reader.search(query).hits) {
        const auto& date = made.items()[static_cast<std::size_t>(hit.item_id - 1)].date;
        dates.push_back(date ? date->text() : "");
      }
    }
    BOOST_TEST(dates.size() == 80U);
    const auto dated = std::ranges::find(dates, "");
    BOOST_TEST(std::count(dates.begin(), dates.end(), "") == std::distance(dated, dates.end()));
    if (order == Order::Newest) BOOST_TEST(std::is_sorted(dates.begin(), dated, std::greater()));
    else BOOST_TEST(std::is_sorted(dates.begin(), dated));
  }
}

BOOST_AUTO_TEST_CASE(a_letter_read_wrong_is_forgiven_and_the_right_item_stands_first) {
  const ScratchFolder folder(std::filesystem::temp_directory_path());
  IndexWriter writer(folder.path() / "索引");
  const char* texts[] = {"本合同自签订之日起生效，有效期三年。", "有效签单人员变更须加盖公章。", "信用额庹为人民币五万元，每月结清。", "信用良好，额外优惠，度假村接待。"};
  for (int id = 1; id <= 4; ++id) {
    Document item;
    item.item_id = id;
    item.title = "来信";
    item.pages.push_back({1, texts[id - 1], {}});
    writer.put(item);
  }
  writer.commit();
  const auto answer = IndexReader(folder.path() / "索引").search({"信用额度为人民币", 0, 10});
  BOOST_TEST(answer.some_words_only);
  BOOST_REQUIRE(!answer.hits.empty());
  BOOST_TEST(answer.hits[0].item_id == 3);
}

BOOST_AUTO_TEST_SUITE_END()
