#include "base/sheet_code.h"
#include <boost/test/unit_test.hpp>

#include "catalog/events.h"
#include "catalog/stacks/label.h"
#include "catalog/stacks/stocktake.h"
#include "tests/catalog/stacks.h"

using namespace twofold;
using namespace twofold::catalog;

BOOST_AUTO_TEST_SUITE(stocktake_test)

namespace {

// K1-01-01 with three shelves of four places, and five volumes: two on the first shelf, two on the second, one nowhere.
struct Counted : StackRecords {
  Counted() {
    room("1", "3", "4", 100);
    all = volumes(5, 20);
    place(all[0], "K1-01-01-1-1");
    place(all[1], "K1-01-01-1-2");
    place(all[2], "K1-01-01-2-1");
    place(all[3], "K1-01-01-2-2");
    act([&](Transaction& transaction) { stocktake = start_stocktake(transaction, ShelfPrefix::parse("K1")); });
  }
  std::vector<ScanAnswer> scan(const std::vector<std::string>& lines) {
    std::vector<ScanAnswer> answers;
    act([&](Transaction& transaction) { answers = scan_lines(transaction, *stocktake, lines); });
    return answers;
  }
  std::string sights(const std::vector<std::string>& lines) {
    std::string told;
    for (const auto& answer : scan(lines)) {
      if (!told.empty()) told += ' ';
      told += text(answer.sight);
    }
    return told;
  }
  std::string findings() const {
    std::string told;
    each_finding(database, *stocktake, [&](const Finding& finding) {
      told += (told.empty() ? "" : " ") + std::string(text(finding.kind)) + ":" +
              (finding.volume_id == 0 ? finding.name : index_of(finding.name));
    });
    return told;
  }
  std::string index_of(const std::string& code) const {
    for (std::size_t i = 0; i < all.size(); ++i)
      if (all[i].text() == code) return std::to_string(i);
    return code;
  }
  std::string fix() {
    std::string told;
    act([&](Transaction& transaction) {
      for (const auto& mended : mend(transaction, *stocktake)) {
        if (!told.empty()) told += ' ';
        told += std::string(text(mended.kind)) + ":" + index_of(mended.name);
      }
    });
    return told;
  }

  std::vector<VolumeCode> all;
  std::optional<Stocktake> stocktake;
};

}  // namespace

BOOST_AUTO_TEST_CASE(labels_are_read_with_either_dot_in_any_width_and_behind_a_scanners_symbology) {
  const auto volume = VolumeCode::parse("A001-KH·02·2024-D30-C03-001");
  for (const char* line : {"A001-KH·02·2024-D30-C03-001", "a001-kh.02.2024-d30-c03-001\r",
                           "]Q1A001-KH.02.2024-D30-C03-001", "A001-KH.02.2024-D30-C03-001-0007"})
    BOOST_TEST((read_label(line) == Label(volume)), line);
  BOOST_TEST(std::get<ShelfPrefix>(read_label("k1-2-5-3")).text() == "K1-02-05-3");
  BOOST_TEST(std::get<ShelfPrefix>(read_label("K1-02-05-3-12")).text() == "K1-02-05-3-12");
  BOOST_TEST(std::get<ContainerNumber>(read_label("box-2024-0031")).text() == "BOX-2024-0031");
  const std::string printed = SheetCode{SheetKind::Container, "BOX-2024-0031", 0}.text();
  BOOST_TEST(std::get<ContainerNumber>(read_label(printed)).text() == "BOX-2024-0031");
  for (const char* torn : {"", "A001-KH.02.2024-D30-C0", "K1-02", "\xff\xfe", "6901234567892", "]Q1"})
    BOOST_TEST(std::holds_alternative<std::monostate>(read_label(torn)), torn);
}

BOOST_AUTO_TEST_CASE(every_line_gets_an_answer_and_none_ends_the_sitting) {
  Counted counted;
  BOOST_TEST(counted.sights({counted.all[0].text()}) == "unread");
  BOOST_TEST(counted.sights({"K1-1-1-1", counted.all[0].file_name(), counted.all[0].text(), counted.all[2].text(), "",
                             counted.all[4].text(), "A001-KH.02.2024-D30-C0", "A001-KH.02.2024-D10-C01-999",
                             "BOX-2024-0099"}) == "shelf as_recorded again misplaced unexpected unread unread unread");
  BOOST_TEST(counted.sights({"K1-01-01-2", counted.all[0].text()}) == "shelf two_places");
  for (const auto& answer : counted.scan({"K1-01-01-1", counted.all[2].text(), "?"}))
    BOOST_TEST((answer.sight == Sight::Shelf || !render_remedy(answer.message, Language::Chinese).empty()),
               answer.words);
}

BOOST_AUTO_TEST_CASE(what_follows_a_shelf_label_that_cannot_be_used_is_not_credited_to_the_shelf_before) {
  Counted counted;
  const auto volume = counted.all[0].text();
  for (const char* shelf : {"K1-01-0", "K1-", "K2-01-01-1", "K1-01-01-9", "K1-01"})
    BOOST_TEST(counted.sights({"K1-01-01-2", shelf, volume}) == "shelf unread unread", shelf);
  BOOST_TEST(counted.findings().find("misplaced") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_place_takes_one_volume_and_a_second_one_is_questioned) {
  Counted counted;
  BOOST_TEST(counted.sights({"K1-01-01-1-1", counted.all[0].text(), counted.all[1].text()}) ==
             "shelf as_recorded place_taken");
  BOOST_TEST(counted.sights({"K1-01-01-1-2", counted.all[1].text()}) == "shelf two_places");
  BOOST_TEST(counted.sights({"K1-01-01-1-2", counted.all[1].text()}) == "shelf again");
}

BOOST_AUTO_TEST_CASE(the_report_names_what_is_missing_misplaced_unexpected_and_on_loan_but_there) {
  Counted counted;
  counted.lend(counted.all[1]);
  counted.clock.set(Date(2025, 1, 11));
  counted.scan({"K1-01-01-1", counted.all[1].text(), counted.all[2].text(), counted.all[4].text(), "torn"});
  BOOST_TEST(counted.findings() == "missing:0 on_loan:1 misplaced:2 unexpected:4 unread:torn");
  const auto summary = summary_of(counted.database, *counted.stocktake);
  BOOST_TEST(summary.walked == 1);
  BOOST_TEST(summary.shelves == 3);
  BOOST_TEST(summary.expected == 2);
  BOOST_TEST(summary.missing == 1);
}

BOOST_AUTO_TEST_CASE(a_lent_volume_is_not_missing_and_shelves_not_walked_yet_miss_nothing) {
  Counted counted;
  counted.lend(counted.all[1]);
  counted.scan({"K1-01-01-1", counted.all[0].text()});
  BOOST_TEST(counted.findings().empty());
  BOOST_TEST(summary_of(counted.database, *counted.stocktake).lent == 1);
}

BOOST_AUTO_TEST_CASE(what_was_moved_lent_or_placed_by_the_rules_after_it_was_seen_is_no_finding) {
  Counted counted;
  counted.scan({"K1-01-01-1", counted.all[0].text(), counted.all[1].text(), "K1-01-01-3"});
  counted.clock.set(Date(2025, 1, 11));
  counted.act(
      [&](Transaction& transaction) { move_volume(transaction, counted.all[0], ShelfCode::parse("K1-01-01-3-1")); });
  counted.place(counted.all[4], "K1-01-01-3-2");
  counted.lend(counted.all[1]);
  BOOST_TEST(counted.findings().empty());
  BOOST_TEST(counted.fix().empty());
}

BOOST_AUTO_TEST_CASE(R28_fixing_moves_what_was_exchanged_marks_the_missing_and_both_notes_follow) {
  Counted counted;
  counted.scan({"K1-01-01-1-1", counted.all[2].text(), "K1-01-01-2-1", counted.all[0].text(), "K1-01-01-3",
                counted.all[4].text()});
  BOOST_TEST(counted.fix() == "marked_missing:1 marked_missing:3 moved:2 moved:0 moved:4");
  BOOST_TEST(counted.shelf_of(counted.all[0]) == "K1-01-01-2-01");
  BOOST_TEST(counted.shelf_of(counted.all[2]) == "K1-01-01-1-01");
  BOOST_TEST(counted.shelf_of(counted.all[4]) == "K1-01-01-3-01");
  BOOST_TEST(counted.shelf_of(counted.all[1]) == "K1-01-01-1-02");
  BOOST_TEST(list_shelves(counted.database, ShelfPrefix(), "", 1)[0].places[1].volumes[0].missing);
  BOOST_TEST(counted.faults() == 0);
  BOOST_TEST(counted.fix().empty());
  BOOST_TEST(!verify_chain(counted.database).has_value());
}

BOOST_AUTO_TEST_CASE(a_missing_volume_that_turns_up_is_found_and_one_whose_place_is_needed_gives_way) {
  Counted counted;
  counted.scan({"K1-01-01-1"});
  BOOST_TEST(counted.fix() == "marked_missing:0 marked_missing:1");
  BOOST_TEST(counted.sights({counted.all[0].text()}) == "found");
  counted.scan({"K1-01-01-1-2", counted.all[4].text()});
  BOOST_TEST(counted.fix() == "found:0 moved:4");
  BOOST_TEST(counted.shelf_of(counted.all[4]) == "K1-01-01-1-02");
  BOOST_TEST(counted.shelf_of(counted.all[1]).empty());
  BOOST_TEST(counted.faults() == 0);
}

BOOST_AUTO_TEST_CASE(what_is_lent_and_there_is_taken_back_and_waits_to_be_looked_through) {
  Counted counted;
  counted.lend(counted.all[0]);
  counted.clock.set(Date(2025, 1, 11));
  counted.scan({"K1-01-01-2", counted.all[0].text()});
  BOOST_TEST(counted.fix().find("returned:0") != std::string::npos);
  BOOST_TEST(
      (live_loan(counted.database, find_volume(counted.database, counted.all[0])->id)->state == LoanState::Returned));
  BOOST_TEST(counted.shelf_of(counted.all[0]) == "K1-01-01-2-03");
}

BOOST_AUTO_TEST_CASE(a_box_is_counted_closed_and_moved_whole_and_a_volume_apart_from_it_is_named) {
  Counted counted;
  std::optional<ContainerNumber> box;
  counted.act([&](Transaction& transaction) {
    box = make_container(transaction, counted.all[0], 50);
    put_into_container(transaction, counted.all[1], *box);
  });
  counted.clock.set(Date(2025, 1, 11));
  BOOST_TEST(counted.sights({"K1-01-01-1", box->text()}) == "shelf as_recorded");
  BOOST_TEST(counted.findings().empty());
  BOOST_TEST(counted.sights({"K1-01-01-3-4", box->text()}) == "shelf misplaced");
  BOOST_TEST(counted.findings() == "misplaced:0 misplaced:1");
  BOOST_TEST(counted.fix() == "moved:" + box->text());
  BOOST_TEST(counted.shelf_of(counted.all[1]) == "K1-01-01-3-04");
  counted.clock.set(Date(2025, 1, 12));
  counted.scan({"K1-01-01-1", counted.all[1].text()});
  BOOST_TEST(counted.fix() == "left:1");
  BOOST_TEST(counted.faults() == 0);
}

BOOST_AUTO_TEST_CASE(a_second_box_at_one_place_is_questioned_and_stays_on_record_where_it_was) {
  Counted counted;
  std::optional<ContainerNumber> box, other;
  counted.act([&](Transaction& transaction) {
    box = make_container(transaction, counted.all[0], 50);
    other = make_container(transaction, counted.all[1], 50);
  });
  BOOST_TEST(counted.sights({"K1-01-01-1-2", other->text(), box->text()}) == "shelf as_recorded place_taken");
  BOOST_TEST(counted.fix() == "left:" + box->text());
  BOOST_TEST(counted.shelf_of(counted.all[0]) == "K1-01-01-1-01");
  BOOST_TEST(counted.faults() == 0);
}

BOOST_AUTO_TEST_CASE(what_could_not_be_used_is_named_again_by_the_fix_with_its_reason) {
  Counted counted;
  counted.scan({"K2-01-01-1"});
  std::vector<Mended> done;
  counted.act([&](Transaction& transaction) { done = mend(transaction, *counted.stocktake); });
  BOOST_TEST_REQUIRE(done.size() == 1U);
  BOOST_TEST(render(done[0].message, Language::English) == "K2-01-01-1 is not of this stocktake, which is of K1");
}

BOOST_AUTO_TEST_CASE(a_full_shelf_leaves_what_has_no_room_where_the_records_had_it_and_says_so) {
  Counted counted;
  const auto more = counted.volumes(4, 20, 2023);
  int slot = 0;
  for (const auto& volume : more) counted.place(volume, ("K1-01-01-3-" + std::to_string(++slot)).c_str());
  counted.scan({"K1-01-01-3", counted.all[0].text()});
  for (const auto& volume : more) counted.scan({volume.text()});
  BOOST_TEST(counted.fix() == "left:0");
  BOOST_TEST(counted.shelf_of(counted.all[0]) == "K1-01-01-1-01");
}

BOOST_AUTO_TEST_CASE(a_stocktake_goes_on_where_it_stopped_and_none_counts_the_same_shelves_beside_it) {
  Counted counted;
  counted.scan({"K1-01-01-1", counted.all[0].text()});
  counted.stocktake = require_stocktake(counted.database, "st-2025-0001");
  BOOST_TEST(counted.stocktake->at_label == "K1-01-01-1");
  BOOST_TEST(counted.sights({counted.all[1].text()}) == "as_recorded");
  BOOST_TEST(refusal([&] {
               counted.act(
                   [&](Transaction& transaction) { start_stocktake(transaction, ShelfPrefix::parse("K1-01-01-2")); });
             }) == "stocktake.overlaps");
  counted.act([&](Transaction& transaction) { finish_stocktake(transaction, *counted.stocktake); });
  BOOST_TEST(refusal([&] { counted.scan({"K1-01-01-1"}); }) == "stocktake.finished");
  BOOST_TEST(refusal([&] { counted.fix(); }) == "stocktake.finished");
  BOOST_TEST(refusal([&] {
               counted.act([&](Transaction& transaction) { start_stocktake(transaction, ShelfPrefix::parse("K9")); });
             }) == "shelf.nothing_there");
  counted.act([&](Transaction& transaction) { start_stocktake(transaction, ShelfPrefix()); });
  BOOST_TEST(list_stocktakes(counted.database, 0, 10).size() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()
