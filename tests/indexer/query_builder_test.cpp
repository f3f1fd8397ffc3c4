// What the query language finds, in an index of four items.

#include "base/files.h"
#include "indexer/index.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <span>

namespace fs = std::filesystem;
using namespace twofold;
using namespace twofold::indexer;

namespace {

struct Item {
  std::int64_t id;
  std::string title, customer, chapter, manager, state, shelf;
  int category;
  Date date;
};

Document document(const Item& item) {
  Document made;
  made.item_id = item.id;
  made.title = item.title;
  made.customer_number = "K000" + std::to_string(item.id);
  made.customer_name = item.customer;
  made.category = item.category;
  made.chapter = item.chapter;
  made.manager = item.manager;
  made.responsible = item.manager + "的单位";
  made.document_type = "contract";
  made.document_type_name = "合同协议文本";
  made.document_number = "HT-2024-000" + std::to_string(item.id);
  made.year = item.date.year();
  made.date = item.date;
  made.state = item.state;
  made.shelf = item.shelf;
  made.pages.push_back({1, "本合同的押金条款", {}});
  return made;
}

class Shelf {
 public:
  Shelf() : folder_(fs::temp_directory_path()) {
    const Item items[] = {
        {1, "借款合同", "王府集团", "C01", "张建国", "draft", "K1-01-01-1-01", 1, Date(2023, 12, 31)},
        {2, "抵押合同 作废", "王府（北京）酒店", "C02", "李晓梅", "filed", "K1-02-01-1-01", 2, Date(2024, 2, 29)},
        {3, "还款计划", "Harbour Trading", "C03", "王强", "bound", "K2-01-01-1-01", 3, Date(2024, 7, 1)},
        {4, "site report", "港口贸易公司", "C03", "王强", "bound", "K2-01-01-1-02", 5, Date(2026, 3, 15)},
    };
    IndexWriter writer(path());
    for (const auto& item : items) writer.put(document(item));
    writer.commit();
  }
  fs::path path() const { return folder_.path() / "索引 1"; }

  // Item ids as one text: "1 3".
  std::string ids(std::string_view text) const {
    std::vector<std::int64_t> found;
    for (const auto& hit : IndexReader(path()).search({std::string(text), 0, 20}).hits) found.push_back(hit.item_id);
    std::ranges::sort(found);
    std::string line;
    for (const auto id : found) line.append(line.empty() ? "" : " ").append(std::to_string(id));
    return line;
  }

 private:
  ScratchFolder folder_;
};

struct Case {
  std::string_view text, ids;
};

void check(std::span<const Case> cases) {
  const Shelf shelf;
  for (const auto& row : cases) BOOST_TEST(shelf.ids(row.text) == row.ids, row.text << " found " << shelf.ids(row.text));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(query_builder_test)

BOOST_AUTO_TEST_CASE(fields_find_by_any_name_and_writing) {
  constexpr Case kCases[] = {
      {"客戶：王府集團", "1"},    {"Customer:K0003", "3"}, {"户号:K0004", "4"},  {"类别：２", "2"},
      {"chapter:c03", "3 4"},     {"卷章:Ｃ０３", "3 4"},  {"state:Bound", "3 4"}, {"狀態：draft", "1"},
      {"责任者:李晓梅", "2"},     {"place:K2-01", "3 4"},  {"库位:k1", "1 2"},   {"號：HT-2024-0002", "2"},
      {"customer:\"王府 集团\"", "1"}, {"客户:王府（北京）酒店", "2"}, {"標題:还款", "3"}, {"ＴＩＴＬＥ:report", "4"},
  };
  check(kCases);
}

BOOST_AUTO_TEST_CASE(a_list_of_values_finds_any_of_them) {
  constexpr Case kCases[] = {
      {"category:1,3", "1 3"},
      {"类别：1，3、5", "1 3 4"},
      {"category:(1 OR 2)", "1 2"},
      {"category:(1 2) chapter:C02", "2"},
      {"-category:1,2", "3 4"},
      {"customer:(\"王府 集团\" OR Harbour)", "1 3"},
  };
  check(kCases);
}

BOOST_AUTO_TEST_CASE(a_list_filters_even_where_some_words_are_enough) {
  constexpr Case kCases[] = {
      {"押金 zzz category:2", "2"},
      {"押金 zzz category:2,3", "2 3"},
      {"押金 zzz (category:2 OR state:draft)", "1 2"},
      {"押金 zzz -category:2,3", "1 4"},
      {"押金 AND zzz", ""},
      {"押金 zzz -作废", ""},
  };
  check(kCases);
}

BOOST_AUTO_TEST_CASE(days_are_found_by_beginning_end_and_stretch) {
  constexpr Case kCases[] = {
      {"year:2024", "2 3"},
      {"年：２０２４", "2 3"},
      {"year:2024..", "2 3 4"},
      {"year:..2024", "1 2 3"},
      {"年:2023～2024", "1 2 3"},
      {"date:2024", "2 3"},
      {"日期:2024年2月", "2"},
      {"date:2024-02-29", "2"},
      {"date:2024-02-30", ""},
      {"date:2024-02..2024-06", "2"},
      {"date:2024年上半年", "2"},
      {"date:\"1 July 2024\"", "3"},
      {"日期：二〇二六年三月十五日", "4"},
      {"date:2024-07..", "3 4"},
      {"date:..2024-02-29", "1 2"},
      {"before:2024-07", "1 2"},
      {"早于:2024", "1"},
      {"after:2024-07", "3 4"},
      {"之后：2024年2月 之前：2026年", "2 3"},
      {"-date:2024", "1 4"},
  };
  check(kCases);
}

BOOST_AUTO_TEST_CASE(what_must_not_be_there_is_not_found) {
  constexpr Case kCases[] = {
      {"-押金", ""},
      {"-作废", "1 3 4"},
      {"押金 －作废", "1 3 4"},
      {"NOT \"site report\"", "1 2 3"},
      {"押金 -“site report” -(作废 OR 计划)", "1"},
      {"合同 -state:bound", "1 2"},
  };
  check(kCases);
}

BOOST_AUTO_TEST_SUITE_END()
