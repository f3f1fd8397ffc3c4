#include <boost/test/unit_test.hpp>

#include "tests/catalog/stacks.h"

using namespace twofold;
using namespace twofold::catalog;

BOOST_AUTO_TEST_SUITE(containers_test)

namespace {

ContainerFill fill(StackRecords& records, const FillRule& rule) {
  ContainerFill result;
  records.act([&](Transaction& transaction) { result = fill_containers(transaction, rule); });
  return result;
}

}  // namespace

BOOST_AUTO_TEST_CASE(R5_a_years_volumes_fill_boxes_in_the_order_of_their_numbers_without_mixing) {
  StackRecords records;
  const auto first = records.volumes(5, 20);
  const auto other_year = records.volumes(1, 20, 2023);
  records.profile.pages_per_volume = 1;
  const auto other = records.bound({.manager = "赵经理", .customer = "乙"}).code;
  const auto result = fill(records, {.year = 2024, .width_mm = 50});
  BOOST_REQUIRE(result.boxes.size() == 4U);
  BOOST_TEST(result.boxes[0].volumes == 2);
  BOOST_TEST(result.boxes[0].first_volume == first[0].text());
  BOOST_TEST(result.boxes[2].last_volume == first[4].text());
  BOOST_TEST(result.boxes[3].first_volume == other.text());
  BOOST_TEST(find_volume(records.database, other_year[0])->container.empty());
  BOOST_TEST(fill(records, {.year = 2024}).boxes.empty());
}

BOOST_AUTO_TEST_CASE(the_newest_box_of_a_group_is_filled_up_first) {
  StackRecords records;
  const auto volumes = records.volumes(3, 20);
  std::optional<ContainerNumber> box;
  records.act([&](Transaction& transaction) { box = make_container(transaction, volumes[0], 50); });
  const auto result = fill(records, {.year = 2024, .width_mm = 50});
  BOOST_REQUIRE(result.boxes.size() == 2U);
  BOOST_TEST(result.boxes[0].number == box->text());
  BOOST_TEST(!result.boxes[0].made);
  BOOST_TEST(result.boxes[0].volumes == 1);
  BOOST_TEST(result.boxes[1].made);
}

BOOST_AUTO_TEST_CASE(what_is_lent_or_too_thick_is_left_out_and_named) {
  StackRecords records;
  const auto volumes = records.volumes(3, 20);
  records.lend(volumes[0]);
  records.act([&](Transaction& transaction) { set_thickness(transaction, volumes[1], 60); });
  const auto result = fill(records, {.year = 2024, .width_mm = 50});
  BOOST_REQUIRE(result.left_out.size() == 2U);
  BOOST_TEST(result.left_out[0].reason.key == "shelf.on_loan");
  BOOST_TEST(result.left_out[1].reason.key == "container.too_thick");
  BOOST_TEST(result.boxes.size() == 1U);
}

BOOST_AUTO_TEST_CASE(R28_a_box_made_of_standing_volumes_takes_the_place_of_the_first_and_their_notes_follow) {
  StackRecords records;
  records.room("1", "1", "4", 100);
  const auto volumes = records.volumes(2, 20);
  records.place(volumes[0], "K1-01-01-1-1");
  records.place(volumes[1], "K1-01-01-1-3");
  const auto result = fill(records, {.year = 2024, .width_mm = 50});
  BOOST_REQUIRE(result.boxes.size() == 1U);
  BOOST_TEST(result.boxes[0].shelf == "K1-01-01-1-01");
  BOOST_TEST(records.shelf_of(volumes[1]) == "K1-01-01-1-01");
  BOOST_TEST(records.faults() == 0);
  BOOST_TEST(list_shelves(records.database, ShelfPrefix(), "", 1)[0].used_mm() == 50);
}

BOOST_AUTO_TEST_CASE(a_box_too_wide_for_the_shelf_is_filled_and_waits_for_a_place) {
  StackRecords records;
  records.room("1", "1", "4", 45);
  const auto volumes = records.volumes(2, 20);
  records.place(volumes[0], "K1-01-01-1-1");
  records.place(volumes[1], "K1-01-01-1-2");
  const auto result = fill(records, {.year = 2024, .width_mm = 50});
  BOOST_TEST(result.boxes[0].shelf.empty());
  BOOST_TEST(records.shelf_of(volumes[0]).empty());
  BOOST_TEST(list_containers(records.database, {.unplaced = true}, 0, 10).size() == 1U);
  BOOST_TEST(records.faults() == 0);
}

BOOST_AUTO_TEST_CASE(a_full_box_takes_no_more) {
  StackRecords records;
  const auto volumes = records.volumes(3, 20);
  std::optional<ContainerNumber> box;
  records.act([&](Transaction& transaction) {
    box = make_container(transaction, volumes[0], 50);
    put_into_container(transaction, volumes[1], *box);
  });
  BOOST_TEST(refusal([&] {
               records.act([&](Transaction& transaction) { put_into_container(transaction, volumes[2], *box); });
             }) == "container.full");
  const auto found = find_container(records.database, *box);
  BOOST_TEST(found->used_mm == 40);
  BOOST_TEST(found->volumes == 2);
}

BOOST_AUTO_TEST_CASE(R28_a_box_is_placed_and_moved_with_its_volumes_and_one_taken_out_has_no_place) {
  StackRecords records;
  records.room("1", "1", "4", 100);
  const auto volumes = records.volumes(2, 20);
  const auto box = ContainerNumber::parse(fill(records, {.year = 2024}).boxes.at(0).number);
  const auto stand = [&](const char* at) {
    records.act([&](Transaction& transaction) { place_container(transaction, box, ShelfCode::parse(at)); });
  };
  stand("K1-01-01-1-2");
  BOOST_TEST(records.shelf_of(volumes[1]) == "K1-01-01-1-02");
  stand("K1-01-01-1-4");
  BOOST_TEST(refusal([&] { stand("K1-01-01-1-4"); }) == "shelf.already_placed");
  records.act([&](Transaction& transaction) { take_out_of_container(transaction, volumes[1]); });
  BOOST_TEST(records.shelf_of(volumes[1]).empty());
  BOOST_TEST((find_volume(records.database, volumes[1])->state == VolumeState::Bound));
  BOOST_TEST(records.shelf_of(volumes[0]) == "K1-01-01-1-04");
  BOOST_TEST(records.faults() == 0);
  BOOST_TEST(refusal([&] { records.place(volumes[1], "K1-01-01-1-4"); }) == "shelf.occupied");
}

BOOST_AUTO_TEST_SUITE_END()
