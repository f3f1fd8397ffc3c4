#include "catalog/saved_searches.h"

#include "catalog/events.h"
#include "catalog/whereabouts.h"
#include "tests/catalog/records.h"

#include <boost/test/unit_test.hpp>

using namespace twofold;
using namespace twofold::catalog;

BOOST_AUTO_TEST_SUITE(saved_searches_test)

namespace {

void save(Records& records, const std::string& name, const std::string& question, const std::string& actor = "周敏") {
  records.act([&](Transaction& transaction) { save_search(transaction, name, question, "newest"); }, actor);
}

void remove(Records& records, const std::string& name, const std::string& actor = "周敏") {
  records.act([&](Transaction& transaction) { remove_saved_search(transaction, name); }, actor);
}

std::string names_of(const Records& records, const std::string& actor) {
  std::string names;
  for (const auto& saved : list_saved_searches(records.database, actor)) names += saved.name + ";";
  return names;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_question_is_kept_with_its_order_owner_and_day) {
  Records records;
  save(records, "  待收 ", "还款 -作废");
  const auto saved = find_saved_search(records.database, "周敏", "待收");
  BOOST_REQUIRE(saved);
  BOOST_TEST(saved->name == "待收");
  BOOST_TEST(saved->question == "还款 -作废");
  BOOST_TEST(saved->sort == "newest");
  BOOST_TEST(saved->owner == "周敏");
  BOOST_TEST(saved->created_at.date().text() == "2025-01-10");
}

BOOST_AUTO_TEST_CASE(a_name_is_taken_once_by_each_person_and_free_again_when_removed) {
  Records records;
  save(records, "待收", "还款");
  BOOST_TEST(refusal([&] { save(records, "待收", "欠款"); }) == "search.name_taken");
  BOOST_TEST(find_saved_search(records.database, "周敏", "待收")->question == "还款");
  save(records, "待收", "欠款", "孙工");
  remove(records, "待收");
  BOOST_TEST(!find_saved_search(records.database, "周敏", "待收"));
  BOOST_TEST(find_saved_search(records.database, "孙工", "待收")->question == "欠款");
  save(records, "待收", "欠款");
}

BOOST_AUTO_TEST_CASE(nobody_sees_or_removes_anothers_searches) {
  Records records;
  save(records, "b", "二");
  save(records, "a", "一");
  BOOST_TEST(names_of(records, "周敏") == "a;b;");
  BOOST_TEST(names_of(records, "孙工") == "");
  BOOST_TEST(refusal([&] { remove(records, "a", "孙工"); }) == "search.not_saved");
  BOOST_TEST(names_of(records, "周敏") == "a;b;");
}

BOOST_AUTO_TEST_CASE(a_search_without_a_name_or_a_question_is_refused) {
  Records records;
  BOOST_TEST(refusal([&] { save(records, "　", "还款"); }) == "search.name_missing");
  BOOST_TEST(refusal([&] { save(records, "待收", " "); }) == "search.question_missing");
  BOOST_TEST(names_of(records, "周敏") == "");
}

BOOST_AUTO_TEST_CASE(R14_saving_and_removing_are_events) {
  Records records;
  save(records, "待收", "还款");
  remove(records, "待收");
  const auto events = list_events(records.database, "待收", 0, 10);
  BOOST_REQUIRE_EQUAL(events.size(), 2U);
  BOOST_TEST(events[0].action == "search.removed");
  BOOST_TEST(events[1].action == "search.saved");
  BOOST_TEST(events[1].bytes.find("还款") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(one_look_tells_the_shelf_and_the_borrower_of_many_items) {
  Records records;
  const auto volume = records.bound({});
  const auto placed = list_items(records.database, {.volume_id = volume.id}, 0, 1).front();
  const auto electronic = records.receive({.paper = false});
  const auto unplaced = records.receive({.year = 2025});
  records.act([&](Transaction& transaction) {
    place_volume(transaction, volume.code, ShelfCode::parse("K1-02-05-3-12"));
    lend_volume(transaction, {volume.code, "孙工", "财务", "核对", Date(2025, 2, 1)}, "赵敏");
  });
  const std::vector<std::int64_t> ids = {unplaced.id, placed.id, electronic.id, 4711};
  const auto found = whereabouts_of(records.database, ids);
  BOOST_TEST(found.size() == 2U);
  BOOST_TEST(found.at(placed.id).shelf == "K1-02-05-3-12");
  BOOST_TEST(found.at(placed.id).borrower == "孙工");
  BOOST_TEST(found.at(unplaced.id).shelf.empty());
  BOOST_TEST(found.at(unplaced.id).borrower.empty());
  records.act([&](Transaction& transaction) { return_volume(transaction, volume.code); });
  BOOST_TEST(whereabouts_of(records.database, ids).at(placed.id).borrower.empty());
  BOOST_TEST(whereabouts_of(records.database, {}).empty());
}

BOOST_AUTO_TEST_SUITE_END()
