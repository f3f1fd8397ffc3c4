#include "tests/catalog/records.h"

#include "base/digest.h"
#include "catalog/filing.h"
#include "catalog/items.h"
#include "catalog/known_records.h"

#include <boost/test/unit_test.hpp>

namespace fs = std::filesystem;
using namespace twofold;
using namespace twofold::catalog;

namespace {

struct Books {
  Books() : folder(fs::temp_directory_path()), database(folder.path() / "目录 1.sqlite", Database::Mode::ReadWrite) {
    Transaction transaction(database, "周敏", clock);
    transaction.set_meta("fonds", "A001");
    transaction.commit();
  }
  Item receive(const std::string& content, int category = 2, const std::string& manager = "张建国") {
    Transaction transaction(database, "周敏", clock);
    NewItem item;
    item.category = category;
    if (category != 0) item.chapter_id = ensure_chapter(transaction, category, manager).id;
    item.document_type = "contract";
    item.title = "合同";
    item.year = 2026;
    item.paper = true;
    item.source_name = "合同.tif";
    item.original = {sha256(content), content.size(), "tiff"};
    item.pages = {{1, content}};
    auto received = receive_item(transaction, item);
    transaction.commit();
    return received;
  }

  FixedClock clock{Date(2026, 3, 1)};
  ScratchFolder folder;
  Database database;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(items_test)

BOOST_AUTO_TEST_CASE(R2_an_item_has_numbers_a_volume_and_a_position_from_receipt) {
  Books books;
  const auto first = books.receive("one"), second = books.receive("two"), other = books.receive("three", 2, "李晓梅");
  BOOST_TEST(first.number() == "T-A001-02-C01-000001");
  BOOST_TEST(second.number() == "T-A001-02-C01-000002");
  BOOST_TEST(other.number() == "T-A001-02-C02-000001");
  BOOST_TEST(second.storage_id.serial == 2);
  BOOST_TEST((first.volume_id == second.volume_id));
  BOOST_TEST((first.volume_id != other.volume_id));
}

BOOST_AUTO_TEST_CASE(items_are_listed_by_their_state_for_all_and_for_who_knows_some) {
  Books books;
  const auto first = books.receive("one"), second = books.receive("two"), other = books.receive("three", 2, "李晓梅");
  {
    Transaction transaction(books.database, "张建国", books.clock);
    sign_item(transaction, second.id, SignatureKind::Proofread, "张建国");
    transaction.commit();
  }
  const auto ids = [](const std::vector<Item>& items) {
    std::vector<std::int64_t> found;
    for (const auto& item : items) found.push_back(item.id);
    return found;
  };
  BOOST_TEST(ids(list_items(books.database, {.state = ItemState::Draft}, 0, 10)) == (std::vector{first.id, other.id}));
  BOOST_TEST(ids(list_items(books.database, {.state = ItemState::Proofed}, 0, 10)) == std::vector{second.id});
  const Readable known{.chapters = {*first.chapter_id}};
  BOOST_TEST(ids(list_known_items(books.database, known, {.state = ItemState::Draft}, 0, 10)) == std::vector{first.id});
}

BOOST_AUTO_TEST_CASE(R1_a_daily_record_stands_beside_the_categories) {
  Books books;
  const auto daily = books.receive("memo", 0);
  BOOST_TEST(!daily.provisional.has_value());
  BOOST_TEST(!daily.volume_id.has_value());
  BOOST_TEST(daily.number() == daily.storage_id.text());
}

BOOST_AUTO_TEST_CASE(identical_bytes_are_found_by_their_digest) {
  Books books;
  const auto item = books.receive("the same");
  BOOST_TEST(find_item_by_content(books.database, sha256("the same"))->id == item.id);
  BOOST_TEST(!find_item_by_content(books.database, sha256("another")).has_value());
}

BOOST_AUTO_TEST_CASE(R26_R27_both_catalogues_point_at_each_other_from_receipt) {
  Books books;
  books.receive("one");
  std::int64_t faults = 0;
  BOOST_TEST(verify_cross_references(books.database, [&](const LinkFault&) { ++faults; }) == 1);
  BOOST_TEST(faults == 0);
}

BOOST_AUTO_TEST_CASE(R6_each_account_manager_has_one_chapter_in_each_category) {
  Books books;
  Transaction transaction(books.database, "周敏", books.clock);
  const auto chapter = ensure_chapter(transaction, 2, "张建国", ChapterCode(3));
  BOOST_TEST(ensure_chapter(transaction, 2, "张建国").id == chapter.id);
  BOOST_CHECK_THROW(ensure_chapter(transaction, 2, "李晓梅", ChapterCode(3)), Error);
  BOOST_CHECK_THROW(ensure_chapter(transaction, 2, "张建国", ChapterCode(4)), Error);
  BOOST_TEST(ensure_chapter(transaction, 3, "张建国", ChapterCode(3)).id != chapter.id);
}

BOOST_AUTO_TEST_CASE(a_customer_whose_name_differs_is_refused) {
  Books books;
  Transaction transaction(books.database, "周敏", books.clock);
  BOOST_TEST(ensure_customer(transaction, "", "王府集团", "").number == "K000001");
  BOOST_TEST(ensure_customer(transaction, "K000001", "王府集团", "").name == "王府集团");
  BOOST_CHECK_THROW(ensure_customer(transaction, "K000001", "东海集团", ""), Error);
}

BOOST_AUTO_TEST_SUITE_END()
