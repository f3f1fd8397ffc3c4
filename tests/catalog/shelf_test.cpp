#include <boost/test/unit_test.hpp>

#include "catalog/cross_reference.h"
#include "catalog/outbox.h"
#include "tests/catalog/records.h"

using namespace twofold;
using namespace twofold::catalog;

BOOST_AUTO_TEST_SUITE(shelf_test)

namespace {

void place(Records& records, const VolumeCode& volume, const char* at) {
  records.act([&](Transaction& transaction) { place_volume(transaction, volume, ShelfCode::parse(at)); });
}

void move(Records& records, const VolumeCode& volume, const char* at) {
  records.act([&](Transaction& transaction) { move_volume(transaction, volume, ShelfCode::parse(at)); });
}

std::string note_shelf(const Records& records, std::int64_t item) {
  return electronic_row_of(records.database, item)->note_shelf;
}

std::int64_t faults(const Records& records) {
  std::int64_t count = 0;
  verify_cross_references(records.database, [&count](const LinkFault&) { ++count; });
  return count;
}

}  // namespace

BOOST_AUTO_TEST_CASE(R28_placing_and_moving_rewrite_the_notes_of_every_item_in_the_volume) {
  Records records;
  const auto first = records.receive({});
  const auto second = records.receive({});
  const auto code = records.volume(*first.volume_id).code;
  BOOST_TEST(note_shelf(records, first.id).empty());
  place(records, code, "K1-02-05-3-12");
  BOOST_TEST(note_shelf(records, first.id) == "K1-02-05-3-12");
  move(records, code, "K1-02-05-4-01");
  BOOST_TEST(note_shelf(records, first.id) == "K1-02-05-4-01");
  BOOST_TEST(note_shelf(records, second.id) == "K1-02-05-4-01");
  BOOST_TEST(faults(records) == 0);
}

BOOST_AUTO_TEST_CASE(moving_a_volume_tells_the_index_of_each_item) {
  Records records;
  const auto item = records.receive({});
  records.receive({});
  records.execute("DELETE FROM outbox");
  place(records, records.volume(*item.volume_id).code, "K1-01-01-1-1");
  BOOST_TEST(count_pending_indexing(records.database) == 2);
  for (const auto& row : pending_indexing(records.database, 10)) BOOST_TEST(!row.remove);
}

BOOST_AUTO_TEST_CASE(a_slot_holds_one_volume_and_a_volume_stands_in_one_slot) {
  Records records;
  const auto mine = records.volume(*records.receive({}).volume_id).code;
  const auto other = records.volume(*records.receive({.manager = "赵经理", .customer = "乙"}).volume_id).code;
  place(records, mine, "K1-01-01-1-1");
  BOOST_TEST(refusal([&] { place(records, other, "K1-01-01-1-1"); }) == "shelf.occupied");
  BOOST_TEST(refusal([&] { place(records, mine, "K1-01-01-1-2"); }) == "shelf.already_placed");
  BOOST_TEST(refusal([&] { move(records, other, "K1-01-01-1-2"); }) == "shelf.not_placed");
  place(records, other, "K1-01-01-1-2");
  BOOST_TEST(refusal([&] { move(records, other, "K1-01-01-1-1"); }) == "shelf.occupied");
}

BOOST_AUTO_TEST_CASE(the_history_tells_where_a_volume_stood_and_until_when) {
  Records records;
  const auto code = records.volume(*records.receive({}).volume_id).code;
  place(records, code, "K1-01-01-1-1");
  records.clock.set(Date(2025, 3, 1));
  move(records, code, "K2-01-01-1-1");
  const auto history = placements_of(records.database, code);
  BOOST_REQUIRE(history.size() == 2U);
  BOOST_TEST(history[0].place.text() == ShelfCode::parse("K1-01-01-1-1").text());
  BOOST_TEST((history[0].until == history[1].since));
  BOOST_TEST(!history[1].until.has_value());
}

BOOST_AUTO_TEST_CASE(a_bound_volume_becomes_shelved_and_an_open_one_stays_open) {
  Records records;
  const auto open = records.volume(*records.receive({.year = 2023, .date = "2023-01-01"}).volume_id);
  place(records, open.code, "K1-01-01-1-1");
  BOOST_TEST((records.volume(open.id).state == VolumeState::Open));
  const auto bound = records.bound({});
  BOOST_TEST((bound.state == VolumeState::Bound));
  place(records, bound.code, "K1-01-01-1-2");
  BOOST_TEST((records.volume(bound.id).state == VolumeState::Shelved));
}

BOOST_AUTO_TEST_CASE(a_volume_on_loan_is_not_moved) {
  Records records;
  const auto bound = records.bound({});
  place(records, bound.code, "K1-01-01-1-1");
  records.act([&](Transaction& transaction) {
    lend_volume(transaction, {bound.code, "王五", "销售部", "查阅", Date(2025, 2, 1)}, "经理");
  });
  BOOST_TEST(refusal([&] { move(records, bound.code, "K1-01-01-1-2"); }) == "shelf.on_loan");
}

BOOST_AUTO_TEST_CASE(the_list_walks_the_shelves_in_the_order_of_their_numbers) {
  Records records;
  const char* places[] = {"K1-02-05-3-12", "K1-02-05-3-2", "K10-01-01-1-1", "K1-10-01-1-1"};
  int year = 2000;
  for (const char* at : places) {
    const auto item = records.receive({.year = year, .date = std::to_string(year) + "-01-01"});
    ++year;
    place(records, records.volume(*item.volume_id).code, at);
  }
  std::vector<std::string> walked;
  std::string after;
  for (;;) {
    const auto page = list_shelf(records.database, "K1", after, 2);
    if (page.empty()) break;
    for (const auto& row : page) walked.push_back(row.place.text());
    after = walked.back();
  }
  const std::vector<std::string> expected = {ShelfCode::parse("K1-02-05-3-2").text(),
                                             ShelfCode::parse("K1-02-05-3-12").text(),
                                             ShelfCode::parse("K1-10-01-1-1").text()};
  BOOST_TEST(walked == expected, boost::test_tools::per_element());
  BOOST_TEST(list_shelf(records.database, "k1-2", "", 10).size() == 2U);
}

BOOST_AUTO_TEST_CASE(R5_a_container_never_mixes_years_chapters_or_retention_rules) {
  Records records;
  const auto first = records.volume(*records.receive({}).volume_id).code;
  const auto year = records.volume(*records.receive({.year = 2023, .date = "2023-01-01"}).volume_id).code;
  const auto rule = records.volume(*records.receive({.retention = Retention::Years30}).volume_id).code;
  const auto chapter = records.volume(*records.receive({.manager = "赵经理", .customer = "乙"}).volume_id).code;
  std::optional<ContainerNumber> box;
  records.act([&](Transaction& transaction) { box = make_container(transaction, first); });
  BOOST_TEST(box->text() == "BOX-2024-0001");
  for (const auto& other : {year, rule, chapter})
    BOOST_TEST(refusal([&] {
                 records.act([&](Transaction& transaction) { put_into_container(transaction, other, *box); });
               }) == "container.mixed");
}

BOOST_AUTO_TEST_CASE(a_box_is_moved_with_all_its_volumes) {
  Records records;
  records.profile.pages_per_volume = 1;
  records.receive_and_file({});
  const auto volumes = records.bind(*records.receive_and_file({}).volume_id);
  BOOST_REQUIRE(volumes.size() == 2U);
  place(records, volumes[0].code, "K1-01-01-1-1");
  records.act([&](Transaction& transaction) {
    const auto box = make_container(transaction, volumes[0].code);
    put_into_container(transaction, volumes[1].code, box);
  });
  move(records, volumes[0].code, "K1-01-01-1-9");
  BOOST_TEST(records.volume(volumes[1].id).shelf == ShelfCode::parse("K1-01-01-1-9").text());
  BOOST_TEST(faults(records) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
