#include "catalog/promotion.h"

#include "tests/catalog/records.h"

#include <boost/test/unit_test.hpp>

using namespace twofold;
using namespace twofold::catalog;

namespace {

struct Daily : Records {
  Item letter(const std::string& type = "letter_or_fax") {
    std::optional<Item> item;
    act([&](Transaction& transaction) {
      NewItem made;
      made.document_type = type;
      made.title = "来信";
      made.year = 2024;
      made.source_name = "来信.tif";
      made.original = {.sha256 = sha256(std::to_string(++serial)), .size = 1, .format = "tiff"};
      made.pages.push_back({.number = 1, .text = "正文"});
      item = receive_item(transaction, made);
    });
    return *item;
  }
  std::string promote(std::int64_t item) {
    return refusal([&] {
      act([&](Transaction& t) {
        const auto chapter = ensure_chapter(t, 4, "李经理");
        promote_item(t, item, {"complaint", 4, chapter.id, ensure_customer(t, "", "王府饭店", "李经理").id, Retention::Years10, true});
      });
    });
  }
  int serial = 0;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(promotion_test)

BOOST_AUTO_TEST_CASE(R20_R21_a_daily_record_moves_into_a_category_and_keeps_its_provenance) {
  Daily daily;
  const Item letter = daily.letter();
  BOOST_TEST(letter.category == 0);
  BOOST_TEST(daily.promote(letter.id) == "");
  const Item promoted = daily.item(letter.id);
  BOOST_TEST(promoted.category == 4);
  BOOST_TEST((promoted.state == ItemState::Draft));
  BOOST_TEST(promoted.storage_id.text() == letter.storage_id.text());
  BOOST_TEST(promoted.provisional->text() == "T-A001-04-C01-000001");
  BOOST_TEST(provenance_of(daily.database, letter.id)->document_type == "letter_or_fax");
  BOOST_TEST(daily.promote(letter.id) == "promotion.no_daily_record");
  BOOST_TEST(daily.count("SELECT COUNT(*) FROM paper_catalogue") == 1);
  BOOST_TEST(daily.count("SELECT COUNT(*) FROM electronic_catalogue") == 1);
  BOOST_TEST(daily.count("SELECT COUNT(*) FROM event WHERE action = 'item.promoted'") == 1);
}

BOOST_AUTO_TEST_CASE(R21_important_records_not_yet_promoted_are_listed) {
  Daily daily;
  daily.letter("minutes");
  const Item letter = daily.letter(), marked = daily.letter("minutes");
  daily.act([&](Transaction& t) {
    mark_important(t, marked.id);
    mark_important(t, marked.id);
  });
  const auto listed = [&] { return list_unpromoted(daily.database, {"letter_or_fax"}, 0, 10); };
  BOOST_REQUIRE(listed().size() == 2U);
  BOOST_TEST(listed()[0].id == letter.id);
  BOOST_TEST(listed()[1].id == marked.id);
  daily.promote(letter.id);
  daily.promote(marked.id);
  BOOST_TEST(listed().empty());
  BOOST_TEST(daily.count("SELECT COUNT(*) FROM event WHERE action = 'item.marked_important'") == 1);
}

BOOST_AUTO_TEST_SUITE_END()
