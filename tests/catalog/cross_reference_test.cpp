#include "catalog/cross_reference.h"

#include <boost/test/unit_test.hpp>

#include "tests/catalog/records.h"

using namespace twofold;
using namespace twofold::catalog;

BOOST_AUTO_TEST_SUITE(cross_reference_test)

namespace {

std::vector<LinkFault> faults(const Records& records) {
  std::vector<LinkFault> found;
  verify_cross_references(records.database, [&found](const LinkFault& fault) { found.push_back(fault); });
  return found;
}

// After `damage` by raw SQL, the one fault that verify names.
void expect_fault(const std::string& damage, const std::string& reason) {
  Records records;
  const auto sound = records.receive({});
  const auto item = records.receive({});
  records.act([&](Transaction& transaction) {
    place_volume(transaction, records.volume(*item.volume_id).code, ShelfCode::parse("K1-01-01-1-1"));
  });
  BOOST_TEST(faults(records).empty());
  records.execute(damage + " item_id = " + std::to_string(item.id));
  const auto found = faults(records);
  BOOST_TEST(!found.empty(), damage);
  for (const auto& fault : found) {
    BOOST_TEST(fault.reason == reason, damage << ": " << fault.reason << " " << fault.detail);
    BOOST_TEST(fault.number == item.number());
    BOOST_TEST(fault.number != sound.number());
  }
}

}  // namespace

BOOST_AUTO_TEST_CASE(R26_the_paper_row_names_the_electronic_code_and_its_address) {
  Records records;
  const auto item = records.receive({});
  const auto row = paper_row_of(records.database, item.id);
  BOOST_REQUIRE(row.has_value());
  BOOST_TEST(row->note_storage_id == item.storage_id.text());
  BOOST_TEST(row->note_address == item.storage_id.address());
  BOOST_TEST(row->number == item.provisional->text());
}

BOOST_AUTO_TEST_CASE(R27_the_electronic_row_names_the_paper_number_and_its_shelf) {
  Records records;
  const auto item = records.receive({});
  records.act([&](Transaction& transaction) {
    place_volume(transaction, records.volume(*item.volume_id).code, ShelfCode::parse("K1-01-01-1-1"));
  });
  const auto row = electronic_row_of(records.database, item.id);
  BOOST_REQUIRE(row.has_value());
  BOOST_TEST(row->note_number == item.number());
  BOOST_TEST(row->note_shelf == ShelfCode::parse("K1-01-01-1-1").text());
  BOOST_TEST(row->sha256.text() == object_of(records.database, item.id, "original")->sha256.text());
}

BOOST_AUTO_TEST_CASE(R25_the_two_catalogues_are_read_row_by_row_in_their_order) {
  Records records;
  std::vector<std::string> titles;
  std::int64_t volume = 0;
  for (int i = 0; i < 5; ++i) {
    const auto item = records.receive({});
    titles.push_back(item.title);
    volume = *item.volume_id;
  }
  std::vector<std::string> paper, electronic;
  each_paper_row(records.database, volume, [&](const PaperRow& row) { paper.push_back(row.title); });
  each_electronic_row(records.database, volume, [&](const ElectronicRow& row) { electronic.push_back(row.title); });
  BOOST_TEST(paper == titles, boost::test_tools::per_element());
  BOOST_TEST(electronic == titles, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(R28_sound_links_are_counted_and_no_fault_is_named) {
  Records records;
  records.receive({});
  records.receive({.paper = false});
  records.bound({.manager = "赵经理", .customer = "乙公司"});
  std::int64_t named = 0;
  BOOST_TEST(verify_cross_references(records.database, [&named](const LinkFault&) { ++named; }) == 3);
  BOOST_TEST(named == 0);
}

BOOST_AUTO_TEST_CASE(R28_a_paper_note_that_says_nothing_is_one_way) {
  expect_fault("UPDATE paper_catalogue SET note_storage_id = '' WHERE", "xref.one_way_paper");
  expect_fault("UPDATE paper_catalogue SET note_address = '' WHERE", "xref.one_way_paper");
}

BOOST_AUTO_TEST_CASE(R28_an_electronic_note_that_says_nothing_is_one_way) {
  expect_fault("UPDATE electronic_catalogue SET note_number = '' WHERE", "xref.one_way_electronic");
  expect_fault("UPDATE electronic_catalogue SET note_shelf = '' WHERE", "xref.one_way_electronic");
}

BOOST_AUTO_TEST_CASE(R28_notes_that_say_something_else_disagree) {
  expect_fault("UPDATE paper_catalogue SET note_storage_id = 'EA001-2024-99999999-X' WHERE", "xref.disagrees");
  expect_fault("UPDATE paper_catalogue SET note_address = 'store:09/A001/2024/1' WHERE", "xref.disagrees");
  expect_fault("UPDATE electronic_catalogue SET note_number = 'T-A001-02-C01-000099' WHERE", "xref.disagrees");
  expect_fault("UPDATE electronic_catalogue SET note_shelf = 'K9-01-01-1-1' WHERE", "xref.disagrees");
  expect_fault("UPDATE electronic_catalogue SET address = 'store:09/A001/2024/1' WHERE", "xref.disagrees");
}

BOOST_AUTO_TEST_CASE(R28_notes_that_were_found_wrong_are_written_anew_from_what_is_true) {
  Records records;
  const auto item = records.receive({});
  records.execute("UPDATE paper_catalogue SET note_storage_id = 'EA001-2024-99999999-X'");
  records.execute("UPDATE electronic_catalogue SET note_number = ''");
  BOOST_TEST(!faults(records).empty());
  records.act([&](Transaction& transaction) { repair_notes(transaction, item); });
  BOOST_TEST(faults(records).empty());
}

BOOST_AUTO_TEST_CASE(R4_a_row_that_is_missing_is_named_with_its_side) {
  expect_fault("DELETE FROM paper_catalogue WHERE", "xref.missing_row");
  expect_fault("DELETE FROM electronic_catalogue WHERE", "xref.missing_row");
}

BOOST_AUTO_TEST_CASE(R28_a_note_about_paper_that_is_not_there_dangles) {
  Records records;
  const auto item = records.receive({.paper = false});
  records.execute("UPDATE electronic_catalogue SET note_number = 'T-A001-02-C01-000099'");
  const auto found = faults(records);
  BOOST_REQUIRE(found.size() == 1U);
  BOOST_TEST(found.front().reason == "xref.dangling");
  BOOST_TEST(found.front().number == item.number());
}

BOOST_AUTO_TEST_CASE(R28_refreshing_repairs_the_notes_of_its_volume_alone) {
  Records records;
  const auto mine = records.receive({});
  const auto other = records.receive({.manager = "赵经理", .customer = "乙公司"});
  records.execute("UPDATE electronic_catalogue SET note_number = ''");
  records.execute("UPDATE paper_catalogue SET note_address = ''");
  records.act([&](Transaction& transaction) { refresh_notes(transaction, *mine.volume_id); });
  for (const auto& fault : faults(records)) BOOST_TEST(fault.number == other.number());
  BOOST_TEST(faults(records).size() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()
