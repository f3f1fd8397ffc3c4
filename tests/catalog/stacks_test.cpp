#include <boost/test/unit_test.hpp>

#include "tests/catalog/stacks.h"

using namespace twofold;
using namespace twofold::catalog;

BOOST_AUTO_TEST_SUITE(stacks_test)

BOOST_AUTO_TEST_CASE(a_part_of_the_stack_is_read_like_a_code_and_does_not_take_in_its_neighbours) {
  BOOST_TEST(ShelfPrefix::parse("k1-2").text() == "K1-02");
  BOOST_TEST(ShelfPrefix::parse("Ｋ1－02-5-3").text() == "K1-02-05-3");
  BOOST_TEST(ShelfPrefix::parse(" ").depth() == 0U);
  BOOST_TEST(ShelfPrefix::parse("K1").overlaps(ShelfPrefix::parse("K1-02-05")));
  BOOST_TEST(!ShelfPrefix::parse("K1").overlaps(ShelfPrefix::parse("K10-01")));
  for (const char* bad : {"K1-", "K1-2-3-4-5-6", "1K", "K1-0", "K1--2", "库房"})
    BOOST_TEST(refusal([&] { ShelfPrefix::parse(bad); }) == "shelf.bad_prefix", bad);
}

BOOST_AUTO_TEST_CASE(a_room_is_laid_out_at_once_grows_and_is_measured_again) {
  StackRecords records;
  records.room("1-2", "3", "4", 900);
  BOOST_TEST(list_shelf(records.database, "K1", "", 100).size() == 24U);
  LayoutResult grown;
  records.act([&](Transaction& transaction) {
    grown = lay_out(transaction, {ShelfPrefix::parse("K1"), {1, 1}, {2, 3}, {1, 3}, {1, 4}, 1000});
  });
  BOOST_TEST(grown.places == 24);
  BOOST_TEST(grown.new_places == 12);
  BOOST_TEST(grown.remeasured == 3);
  const auto fill = fill_of(records.database, ShelfPrefix::parse("K1-01"), "", 10);
  BOOST_REQUIRE(fill.size() == 3U);
  BOOST_TEST(fill[0].capacity_mm == 2700);
  BOOST_TEST(fill[1].capacity_mm == 3000);
}

BOOST_AUTO_TEST_CASE(a_layout_that_cannot_be_is_refused_with_what_is_wrong) {
  StackRecords records;
  const auto lay = [&](const char* room, const char* rows, int capacity) {
    return refusal([&] {
      records.act([&](Transaction& transaction) {
        lay_out(transaction, {ShelfPrefix::parse(room), NumberRange::parse(rows), {1, 999}, {1, 9}, {1, 99}, capacity});
      });
    });
  };
  BOOST_TEST(lay("K1-01", "1", 900) == "shelf.not_a_room");
  BOOST_TEST(lay("K1", "4-1", 900) == "shelf.bad_range");
  BOOST_TEST(lay("K1", "1-x", 900) == "shelf.bad_range");
  BOOST_TEST(lay("K1", "1", 0) == "shelf.bad_capacity");
  BOOST_TEST(lay("K1", "1", 900) == "shelf.too_many_places");
  BOOST_TEST(list_shelf(records.database, "", "", 1).empty());
}

BOOST_AUTO_TEST_CASE(in_a_room_that_was_laid_out_nothing_is_put_where_there_is_no_place) {
  StackRecords records;
  records.room("1", "1", "4", 900);
  const auto volumes = records.volumes(1, 20);
  BOOST_TEST(refusal([&] { records.place(volumes[0], "K1-01-01-1-5"); }) == "shelf.no_place");
  records.place(volumes[0], "K2-01-01-1-5");
  BOOST_TEST(records.shelf_of(volumes[0]) == "K2-01-01-1-05");
}

BOOST_AUTO_TEST_CASE(places_that_were_never_used_can_be_taken_away_and_those_with_a_history_stay) {
  StackRecords records;
  records.room("1-2", "1", "4", 900);
  const auto volumes = records.volumes(1, 20);
  records.place(volumes[0], "K1-01-01-1-1");
  const auto remove = [&](const char* part) {
    return refusal(
        [&] { records.act([&](Transaction& transaction) { remove_places(transaction, ShelfPrefix::parse(part)); }); });
  };
  BOOST_TEST(remove("K1") == "shelf.in_use");
  BOOST_TEST(remove("K1-01-02").empty());
  BOOST_TEST(remove("K1-01-02") == "shelf.nothing_there");
  BOOST_TEST(list_shelf(records.database, "K1", "", 100).size() == 4U);
}

BOOST_AUTO_TEST_CASE(a_volume_is_as_thick_as_its_pages_until_somebody_measures_it) {
  StackRecords records;
  const auto volume = records.bound({.pages = 212});
  BOOST_TEST(thickness_of(records.database, volume.code).millimetres == estimated_thickness_mm(212));
  BOOST_TEST(estimated_thickness_mm(212) == 25);
  records.act([&](Transaction& transaction) { set_thickness(transaction, volume.code, 31); });
  BOOST_TEST(thickness_of(records.database, volume.code).millimetres == 31);
  BOOST_TEST(thickness_of(records.database, volume.code).measured);
  BOOST_TEST(refusal([&] {
               records.act([&](Transaction& transaction) { set_thickness(transaction, volume.code, 301); });
             }) == "shelf.bad_thickness");
  records.act([&](Transaction& transaction) { set_thickness(transaction, volume.code, std::nullopt); });
  BOOST_TEST(!thickness_of(records.database, volume.code).measured);
}

BOOST_AUTO_TEST_CASE(a_full_shelf_takes_no_more_and_what_stands_on_it_may_still_change_its_slot) {
  StackRecords records;
  records.room("1", "2", "4", 50);
  const auto volumes = records.volumes(3, 20);
  records.place(volumes[0], "K1-01-01-1-1");
  records.place(volumes[1], "K1-01-01-1-2");
  BOOST_TEST(refusal([&] { records.place(volumes[2], "K1-01-01-1-3"); }) == "shelf.full");
  records.act(
      [&](Transaction& transaction) { move_volume(transaction, volumes[1], ShelfCode::parse("K1-01-01-1-4")); });
  records.place(volumes[2], "K1-01-01-2-1");
  BOOST_TEST(records.shelf_of(volumes[2]) == "K1-01-01-2-01");
}

BOOST_AUTO_TEST_CASE(a_run_of_volumes_finds_places_side_by_side_on_one_shelf_before_it_goes_across_two) {
  StackRecords records;
  records.room("1", "3", "4", 100);
  const auto volumes = records.volumes(2, 20);
  records.place(volumes[0], "K1-01-01-1-2");
  BOOST_TEST(records.free_run("K1", {0}) == "K1-01-01-1-01");
  BOOST_TEST(records.free_run("K1", {20, 20}) == "K1-01-01-1-03 K1-01-01-1-04");
  BOOST_TEST(records.free_run("K1", {20, 20, 20}) == "K1-01-01-2-01 K1-01-01-2-02 K1-01-01-2-03");
  BOOST_TEST(records.free_run("K1", {20, 20, 20, 20, 20}) ==
             "K1-01-01-1-03 K1-01-01-1-04 K1-01-01-2-01 K1-01-01-2-02 K1-01-01-2-03");
  records.place(volumes[1], "K1-01-01-2-4");
  BOOST_TEST(records.free_run("K1", {0, 0, 0, 0, 0, 0}) == "none");
}

BOOST_AUTO_TEST_CASE(a_run_respects_the_length_of_the_shelf_and_never_jumps_over_what_stands_there) {
  StackRecords records;
  records.room("1", "2", "4", 100);
  const auto volumes = records.volumes(1, 20);
  BOOST_TEST(records.free_run("K1", {60, 60}) == "K1-01-01-1-01 K1-01-01-2-01");
  records.place(volumes[0], "K1-01-01-1-3");
  BOOST_TEST(records.free_run("K1", {60, 60}) == "K1-01-01-1-04 K1-01-01-2-01");
  BOOST_TEST(records.free_run("K1", {101}) == "none");
  BOOST_TEST(records.free_run("K9", {1}) == "none");
}

BOOST_AUTO_TEST_CASE(volumes_are_placed_in_the_run_that_was_shown) {
  StackRecords records;
  records.room("1", "1", "4", 100);
  const auto volumes = records.volumes(3, 20);
  const auto shown = run_for(records.database, ShelfPrefix(), volumes);
  records.act([&](Transaction& transaction) { place_run(transaction, ShelfPrefix(), volumes); });
  for (std::size_t i = 0; i < volumes.size(); ++i) BOOST_TEST(records.shelf_of(volumes[i]) == shown[i].to.text());
  BOOST_TEST(records.faults() == 0);
  BOOST_TEST(refusal([&] {
               records.act([&](Transaction& transaction) { place_run(transaction, ShelfPrefix(), volumes); });
             }) == "shelf.already_placed");
}

BOOST_AUTO_TEST_CASE(R28_a_shelf_is_moved_in_one_go_with_the_place_of_a_lent_volume_and_both_notes_follow) {
  StackRecords records;
  records.room("1-2", "1", "4", 100);
  const auto volumes = records.volumes(3, 20);
  records.place(volumes[0], "K1-01-01-1-1");
  records.place(volumes[1], "K1-01-01-1-2");
  records.place(volumes[2], "K1-01-01-1-4");
  records.lend(volumes[1]);
  ShelfMove move;
  records.act([&](Transaction& transaction) {
    move = move_shelves(transaction, ShelfPrefix::parse("K1-01-01-1"), ShelfPrefix::parse("K1-01-02-1"), false);
  });
  BOOST_TEST(move.moved.size() == 3U);
  BOOST_TEST(records.shelf_of(volumes[1]) == "K1-01-02-1-02");
  BOOST_TEST(records.shelf_of(volumes[2]) == "K1-01-02-1-04");
  BOOST_TEST(records.faults() == 0);
  records.act([&](Transaction& transaction) {
    move = move_shelves(transaction, ShelfPrefix::parse("K1-01-02"), ShelfPrefix::parse("K1-01-01-1"), true);
  });
  BOOST_TEST(records.shelf_of(volumes[2]) == "K1-01-01-1-03");
  BOOST_TEST(placements_of(records.database, volumes[2]).size() == 3U);
  BOOST_TEST(placements_at(records.database, ShelfCode::parse("K1-01-01-1-4"), 0, 10).size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_move_that_does_not_fit_names_every_obstacle_and_moves_nothing) {
  StackRecords records;
  records.room("1-2", "1", "4", 100);
  records.act([&](Transaction& transaction) {
    lay_out(transaction, {ShelfPrefix::parse("K2"), {1, 1}, {1, 1}, {1, 1}, {1, 4}, 30});
  });
  const auto volumes = records.volumes(3, 20);
  records.place(volumes[0], "K1-01-01-1-1");
  records.place(volumes[1], "K1-01-01-1-2");
  records.place(volumes[2], "K1-01-02-1-1");
  const auto move = [&](const char* from, const char* to) {
    ShelfMove result;
    records.act([&](Transaction& transaction) {
      result = move_shelves(transaction, ShelfPrefix::parse(from), ShelfPrefix::parse(to), false);
    });
    return result;
  };
  const auto occupied = move("K1-01-01-1", "K1-01-02-1");
  BOOST_REQUIRE(occupied.obstacles.size() == 1U);
  BOOST_TEST(occupied.obstacles[0].key == "shelf.occupied");
  const auto full = move("K1-01-01-1", "K2-01-01-1").obstacles.front();
  BOOST_TEST(full.key == "shelf.full");
  BOOST_TEST(render(full, Language::English).find("10 of 30 mm are left") != std::string::npos);
  BOOST_TEST(records.shelf_of(volumes[0]) == "K1-01-01-1-01");
  BOOST_TEST(refusal([&] { move("K1-01-01-1", "K1-01-02"); }) == "shelf.depth_differs");
  BOOST_TEST(refusal([&] { move("K1-01", "K1-01"); }) == "shelf.move_into_itself");
  BOOST_TEST(refusal([&] { move("K2-01", "K1-01"); }) == "shelf.nothing_there");
}

BOOST_AUTO_TEST_CASE(shelves_are_shown_with_what_stands_there_who_has_it_and_the_gaps) {
  StackRecords records;
  records.room("1", "2", "3", 100);
  const auto volumes = records.volumes(2, 20);
  records.place(volumes[0], "K1-01-01-1-1");
  records.place(volumes[1], "K1-01-01-1-3");
  records.lend(volumes[1]);
  const auto shelves = list_shelves(records.database, ShelfPrefix::parse("K1"), "", 1);
  BOOST_REQUIRE(shelves.size() == 1U);
  BOOST_TEST(shelves[0].used_mm() == 40);
  BOOST_REQUIRE(shelves[0].places.size() == 3U);
  BOOST_TEST(shelves[0].places[1].free());
  BOOST_TEST(shelves[0].places[2].volumes.at(0).borrower == "王五");
  const auto next = list_shelves(records.database, ShelfPrefix::parse("K1"), shelves[0].code.text(), 10);
  BOOST_REQUIRE(next.size() == 1U);
  BOOST_TEST(next[0].code.text() == "K1-01-01-2");
}

BOOST_AUTO_TEST_SUITE_END()
