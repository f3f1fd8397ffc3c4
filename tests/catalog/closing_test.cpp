#include "catalog/closing.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>

#include "catalog/outbox.h"
#include "tests/catalog/records.h"

using namespace twofold;
using namespace twofold::catalog;

BOOST_AUTO_TEST_SUITE(closing_test)

namespace {

std::vector<Blocker> blockers(const Records& records, int year = 2024) {
  std::vector<Blocker> found;
  const ClosingScope scope{.year = year, .category = {}, .manager = {}, .today = records.clock.today()};
  const auto count = each_blocker(records.database, records.profile, scope,
                                  [&found](const Blocker& blocker) { found.push_back(blocker); });
  BOOST_TEST(count == static_cast<std::int64_t>(found.size()));
  return found;
}

std::multiset<std::string> keys(const Records& records) {
  std::multiset<std::string> found;
  for (const auto& blocker : blockers(records)) found.insert(blocker.message.key);
  return found;
}

// A year of one sound item; after `damage` to it, exactly these messages block, under that rule.
void expect_blocker(const std::string& damage, const std::string& rule, const std::multiset<std::string>& expected) {
  Records records;
  const auto sound = records.receive_and_file({});
  const auto item = records.receive_and_file({});
  BOOST_TEST(blockers(records).empty());
  records.execute(damage + std::to_string(item.id) + (damage.find("(SELECT") == std::string::npos ? "" : ")"));
  BOOST_TEST((keys(records) == expected), damage);
  const auto found = blockers(records);
  BOOST_TEST(std::any_of(found.begin(), found.end(), [&](const Blocker& blocker) { return blocker.rule == rule; }),
             damage);
  for (const auto& blocker : found) BOOST_TEST(blocker.number == item.number());
  BOOST_TEST(refusal([&] { records.bind(*item.volume_id); }) == "closing.blocked");
  BOOST_TEST((records.item(sound.id).state == ItemState::Filed));
}

std::vector<std::int64_t> in_order(const Records& records, std::int64_t volume_id) {
  std::vector<std::int64_t> ids;
  Statement row(records.database, "SELECT id FROM item WHERE volume_id = ? ORDER BY item_number");
  row.bind(volume_id);
  while (row.step()) ids.push_back(row.integer(0));
  return ids;
}

}  // namespace

BOOST_AUTO_TEST_CASE(R9_a_missing_proofread_mark_blocks) {
  expect_blocker("DELETE FROM signature WHERE kind = 'proofread' AND item_id = ", "R9", {"closing.not_proofread"});
}

BOOST_AUTO_TEST_CASE(R10_each_missing_signature_blocks_by_its_name) {
  expect_blocker("DELETE FROM signature WHERE kind = 'customer' AND item_id = ", "R10",
                 {"closing.no_customer_signature"});
  expect_blocker("DELETE FROM signature WHERE kind = 'handler' AND item_id = ", "R10", {"closing.no_handler"});
  expect_blocker("DELETE FROM signature WHERE kind = 'leader' AND item_id = ", "R10", {"closing.no_leader"});
}

BOOST_AUTO_TEST_CASE(R10_what_is_not_filed_blocks) {
  expect_blocker("UPDATE item SET state = 'signed' WHERE id = ", "filed", {"closing.not_filed"});
}

BOOST_AUTO_TEST_CASE(R4_an_item_without_its_row_in_either_catalogue_blocks) {
  expect_blocker("DELETE FROM paper_catalogue WHERE item_id = ", "R4", {"closing.no_paper_row"});
  expect_blocker("DELETE FROM electronic_catalogue WHERE item_id = ", "R4", {"closing.no_electronic_row"});
}

BOOST_AUTO_TEST_CASE(R4_a_row_without_its_item_blocks) {
  Records records;
  const auto item = records.receive_and_file({});
  const auto stray = records.receive_and_file({.manager = "赵经理", .customer = "乙公司"});
  records.execute("UPDATE paper_catalogue SET volume_id = " + std::to_string(*item.volume_id) +
                  " WHERE item_id = " + std::to_string(stray.id));
  BOOST_TEST((keys(records) == std::multiset<std::string>{"closing.row_without_item", "closing.no_paper_row"}));
}

BOOST_AUTO_TEST_CASE(R5_an_item_of_another_year_or_rule_blocks) {
  expect_blocker("UPDATE item SET year = 2023 WHERE id = ", "R5", {"closing.mixed"});
  expect_blocker("UPDATE item SET retention = 'Y' WHERE id = ", "R5", {"closing.mixed"});
  expect_blocker("UPDATE item SET category = 1 WHERE id = ", "R5", {"closing.mixed"});
}

BOOST_AUTO_TEST_CASE(R22_a_voucher_without_paper_blocks) {
  Records records;
  const auto item = records.receive_and_file({.type = "contract", .paper = false});
  records.receive_and_file({.type = "letter", .paper = false});
  const auto found = blockers(records);
  BOOST_REQUIRE(found.size() == 1U);
  BOOST_TEST(found.front().rule == "R22");
  BOOST_TEST(found.front().number == item.number());
}

BOOST_AUTO_TEST_CASE(R28_notes_that_do_not_point_at_each_other_block) {
  expect_blocker("UPDATE paper_catalogue SET note_storage_id = '' WHERE item_id = ", "R28", {"closing.links_disagree"});
  expect_blocker("UPDATE paper_catalogue SET note_address = 'x' WHERE item_id = ", "R28", {"closing.links_disagree"});
  expect_blocker("UPDATE electronic_catalogue SET note_number = '' WHERE item_id = ", "R28",
                 {"closing.links_disagree"});
  expect_blocker("UPDATE electronic_catalogue SET note_shelf = 'K9' WHERE item_id = ", "R28",
                 {"closing.links_disagree"});
}

BOOST_AUTO_TEST_CASE(R28_two_notes_that_agree_on_an_address_that_is_not_the_objects_block) {
  Records records;
  records.receive_and_file({});
  records.execute("UPDATE electronic_catalogue SET address = 'store:01/A001/2024/99999999'");
  records.execute("UPDATE paper_catalogue SET note_address = 'store:01/A001/2024/99999999'");
  BOOST_TEST((keys(records) == std::multiset<std::string>{"closing.links_disagree"}));
}

BOOST_AUTO_TEST_CASE(R3_pages_and_dates_that_are_missing_or_impossible_block) {
  expect_blocker("UPDATE item SET page_count = 0 WHERE id = ", "pages", {"closing.no_pages"});
  expect_blocker("UPDATE item SET date = NULL WHERE id = ", "date", {"closing.no_date"});
  expect_blocker("UPDATE item SET date = '2023-12-31' WHERE id = ", "date", {"closing.date_of_other_year"});
  expect_blocker("UPDATE item SET date = '2025-01-11' WHERE id = ", "date", {"closing.date_in_future"});
}

BOOST_AUTO_TEST_CASE(R4_an_object_that_is_missing_or_destroyed_blocks) {
  expect_blocker("DELETE FROM item_object WHERE role = 'original' AND item_id = ", "object", {"closing.no_object"});
  expect_blocker(
      "UPDATE object SET state = 'destroyed' WHERE sha256 = (SELECT sha256 FROM item_object WHERE item_id = ", "object",
      {"closing.object_destroyed"});
}

BOOST_AUTO_TEST_CASE(R4_a_raw_item_is_told_everything_it_lacks_at_once) {
  Records records;
  records.receive({.date = "", .type = "contract", .paper = false});
  const std::multiset<std::string> expected = {
      "closing.not_proofread", "closing.no_customer_signature", "closing.no_handler", "closing.no_leader",
      "closing.not_filed",     "closing.voucher_without_paper", "closing.no_date"};
  BOOST_TEST((keys(records) == expected));
}

BOOST_AUTO_TEST_CASE(R5_the_scope_narrows_by_year_category_and_manager) {
  Records records;
  records.receive({});
  records.receive({.category = 1, .manager = "赵经理", .customer = "乙公司"});
  records.receive({.year = 2023, .date = "2023-02-02"});
  const auto volumes = [&](const ClosingScope& scope) { return volumes_to_close(records.database, scope).size(); };
  BOOST_TEST(volumes({.year = 2024, .category = {}, .manager = {}, .today = {}}) == 2U);
  BOOST_TEST(volumes({.year = 2024, .category = 1, .manager = {}, .today = {}}) == 1U);
  BOOST_TEST(volumes({.year = 2024, .category = {}, .manager = "赵经理", .today = {}}) == 1U);
  BOOST_TEST(volumes({.year = 2022, .category = {}, .manager = {}, .today = {}}) == 0U);
  BOOST_TEST(blockers(records, 2022).empty());
}

BOOST_AUTO_TEST_CASE(R3_contracts_sort_by_signing_date_then_number_then_receipt) {
  Records records;
  const auto late = records.receive_and_file({.date = "2024-06-01", .document_number = "HT-01"});
  const auto second_receipt = records.receive_and_file({.date = "2024-03-01", .document_number = "HT-02"});
  const auto third_receipt = records.receive_and_file({.date = "2024-03-01", .document_number = "HT-02"});
  const auto lower_number = records.receive_and_file({.date = "2024-03-01", .document_number = "HT-01"});
  const auto latecomer = records.receive_and_file({.date = "2024-01-15", .document_number = "HT-09"});
  records.bind(*late.volume_id);
  const std::vector<std::int64_t> expected = {latecomer.id, lower_number.id, second_receipt.id, third_receipt.id,
                                              late.id};
  BOOST_TEST(in_order(records, *late.volume_id) == expected, boost::test_tools::per_element());
  BOOST_TEST(records.item(latecomer.id).reference_code->text() == "A001-KH·02·2024-D10-C01-001-0001");
  BOOST_TEST(records.item(late.id).reference_code->item == 5);
}

BOOST_AUTO_TEST_CASE(R3_other_categories_sort_by_date_and_receipt_alone) {
  Records records;
  const auto first = records.receive_and_file({.category = 1, .document_number = "Z"});
  const auto second = records.receive_and_file({.category = 1, .document_number = "A"});
  records.bind(*first.volume_id);
  const std::vector<std::int64_t> expected = {first.id, second.id};
  BOOST_TEST(in_order(records, *first.volume_id) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(R2_a_bound_volume_counts_its_items_and_pages_and_names_its_dates) {
  Records records;
  records.receive_and_file({.date = "2024-05-05", .pages = 3});
  const auto item = records.receive_and_file({.date = "2024-02-02", .pages = 4});
  const auto electronic = records.receive_and_file({.date = "2024-03-03", .pages = 2, .paper = false});
  const Volume volume = records.bind(*item.volume_id).front();
  BOOST_TEST((volume.state == VolumeState::Bound));
  BOOST_TEST(volume.item_count == 3);
  BOOST_TEST(volume.page_count == 9);
  BOOST_TEST(volume.first_date->text() == "2024-02-02");
  BOOST_TEST(volume.last_date->text() == "2024-05-05");
  BOOST_TEST(volume.title == "2024年合同协议·李经理");
  std::vector<int> first_pages;
  each_paper_row(records.database, volume.id, [&](const PaperRow& row) { first_pages.push_back(row.first_page); });
  const std::vector<int> expected = {1, 5};
  BOOST_TEST(first_pages == expected, boost::test_tools::per_element());
  BOOST_TEST(records.item(electronic.id).reference_code->item == 2);
}

BOOST_AUTO_TEST_CASE(R5_a_thick_volume_is_split_without_parting_an_item) {
  Records records;
  records.profile.pages_per_volume = 10;
  std::int64_t open = 0;
  for (const int pages : {4, 4, 4, 12, 1, 9, 1}) open = *records.receive_and_file({.pages = pages}).volume_id;
  records.act([&](Transaction& transaction) {
    place_volume(transaction, records.volume(open).code, ShelfCode::parse("K1-01-01-1-1"));
  });
  const auto volumes = records.bind(open);
  std::vector<int> pages, numbers;
  for (const auto& volume : volumes) {
    pages.push_back(volume.page_count);
    numbers.push_back(volume.code.number);
  }
  const std::vector<int> expected_pages = {8, 4, 12, 10, 1}, expected_numbers = {1, 2, 3, 4, 5};
  BOOST_TEST(pages == expected_pages, boost::test_tools::per_element());
  BOOST_TEST(numbers == expected_numbers, boost::test_tools::per_element());
  BOOST_TEST((volumes.front().state == VolumeState::Shelved));
  BOOST_TEST((volumes.back().state == VolumeState::Bound));
  BOOST_TEST(volumes.back().shelf.empty());
  std::int64_t faults = 0;
  verify_cross_references(records.database, [&faults](const LinkFault&) { ++faults; });
  BOOST_TEST(faults == 0);
}

BOOST_AUTO_TEST_CASE(R2_item_numbers_run_from_1_without_gaps_also_where_an_item_was_removed) {
  Records records;
  records.profile.pages_per_volume = 7;
  std::vector<Item> items;
  for (int i = 0; i < 40; ++i)
    items.push_back(records.receive_and_file({.date = "2024-01-" + std::to_string(10 + i % 19), .pages = 1 + i % 3}));
  records.execute("UPDATE item SET state = 'struck' WHERE id = " + std::to_string(items[7].id));
  std::int64_t total = 0;
  for (const auto& volume : records.bind(*items.front().volume_id)) {
    int expected = 0;
    Statement row(records.database,
                  "SELECT item_number, position, reference_code FROM item WHERE volume_id = ? AND state = 'bound' "
                  "ORDER BY item_number");
    row.bind(volume.id);
    while (row.step()) {
      ++expected;
      BOOST_TEST(row.integer(0) == expected);
      BOOST_TEST(row.integer(1) == expected);
      BOOST_TEST((ReferenceCode::parse(row.text(2)) == ReferenceCode{volume.code, expected}));
    }
    BOOST_TEST(volume.item_count == expected);
    total += expected;
  }
  BOOST_TEST(total == 39);
  BOOST_TEST(records.count("SELECT COUNT(*) FROM paper_catalogue") == 39);
}

BOOST_AUTO_TEST_CASE(R2_item_numbers_never_need_a_fifth_digit) {
  Records records;
  records.profile.pages_per_volume = 1'000'000;
  const auto first = records.receive_and_file({});
  records.act([&](Transaction& transaction) {
    NewItem item;
    item.customer_id = first.customer_id;
    item.category = first.category;
    item.chapter_id = first.chapter_id;
    item.document_type = "letter";
    item.date = Date(2024, 4, 1);
    item.year = 2024;
    item.retention = Retention::Years10;
    item.paper = true;
    item.original = {.sha256 = sha256("one"), .size = 3, .format = "tiff"};
    item.pages = {{.number = 1, .text = "正文"}};
    for (int i = 0; i < 10'000; ++i) receive_item(transaction, item);
    const Database& database = transaction.database();
    Statement(database, "UPDATE item SET state = 'filed'").run();
    for (const char* kind : {"proofread", "customer", "handler", "leader"})
      Statement(database, "INSERT OR IGNORE INTO signature(item_id, kind, person, at) SELECT id, ?, '张三', 0 FROM item").bind(kind).run();
  });
  const auto volumes = records.bind(*first.volume_id);
  BOOST_REQUIRE(volumes.size() == 2U);
  BOOST_TEST(volumes[0].item_count == 9999);
  BOOST_TEST(volumes[1].item_count == 2);
}

BOOST_AUTO_TEST_CASE(R3_a_latecomer_enters_a_supplementary_volume_and_the_bound_one_stays_as_it_is) {
  Records records;
  const auto item = records.receive_and_file({});
  const auto bound = records.bind(*item.volume_id).front();
  const auto late = records.receive_and_file({.date = "2024-01-01"});
  BOOST_TEST(*late.volume_id != bound.id);
  const auto supplement = records.volume(*late.volume_id);
  BOOST_TEST(supplement.supplementary);
  BOOST_TEST(supplement.code.number == 2);
  const auto closed = records.bind(supplement.id).front();
  BOOST_TEST(records.item(late.id).reference_code->text() == closed.code.text() + "-0001");
  BOOST_TEST(records.item(item.id).reference_code->text() == bound.code.text() + "-0001");
  BOOST_TEST(records.volume(bound.id).item_count == 1);
}

BOOST_AUTO_TEST_CASE(R5_a_bound_volume_is_never_bound_again) {
  Records records;
  const auto volume = records.bound({});
  BOOST_TEST(refusal([&] { records.bind(volume.id); }) == "closing.already_bound");
  BOOST_TEST(refusal([&] { records.bind(9999); }) == "volume.unknown");
  BOOST_TEST(volumes_to_close(records.database, {.year = 2024, .category = {}, .manager = {}, .today = {}}).empty());
}

BOOST_AUTO_TEST_CASE(R28_binding_rewrites_the_notes_and_tells_the_index) {
  Records records;
  const auto item = records.receive_and_file({});
  records.execute("DELETE FROM outbox");
  records.bind(*item.volume_id);
  BOOST_TEST(electronic_row_of(records.database, item.id)->note_number == records.item(item.id).reference_code->text());
  BOOST_TEST(count_pending_indexing(records.database) == 1);
}

BOOST_AUTO_TEST_CASE(R42_a_closing_is_recorded_once_and_its_papers_are_kept_as_objects) {
  Records records;
  const auto volume = records.bound({});
  const ClosingRecord record{.volume_id = volume.id,
                             .year = 2024,
                             .closed_by = "档案员",
                             .at = records.clock.now(),
                             .manifest_sha256 = sha256("manifest"),
                             .signature = "00ff",
                             .forms_sha256 = sha256("forms")};
  const auto store = [&] { records.act([&](Transaction& transaction) { record_closing(transaction, record, 8, 5); }); };
  store();
  BOOST_TEST((closing_of(records.database, volume.id)->forms_sha256 == record.forms_sha256));
  BOOST_TEST(records.count("SELECT COUNT(*) FROM object WHERE state = 'present' AND format IN ('json', 'pdf')") == 2);
  BOOST_TEST(refusal(store) == "closing.already_recorded");
  BOOST_TEST(!closing_of(records.database, volume.id + 1).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
