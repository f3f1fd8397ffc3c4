#include "archive/arrangement_desk.h"
#include "archive/words_record.h"
#include "catalog/events.h"
#include "catalog/filing.h"
#include "tests/archive/places.h"
#include "tests/scanner/drawn_page.h"

#include <boost/test/unit_test.hpp>
#include <opencv2/imgcodecs.hpp>

using namespace twofold;
using namespace twofold::archive;
using scanner::testing::drawn_page;

namespace {

constexpr double kDpi = 150;

cv::Mat writing(const std::string& word) { return drawn_page(word + "\nThe banquet hall is to be repaired at once.", kDpi, 14); }

// A draft of three scanned pages: Chandelier, Fountain, Veranda.
struct Table {
  Table() : archive(place.open()), authority(place.root(), place.clock, {"陈档案员", "", "", "", ""}), desk(*archive, authority, quiet) {
    authority.identify();
    scan = place.files() / "三页.tif";
    cv::imwritemulti(scan.string(), std::vector<cv::Mat>{writing("Chandelier"), writing("Fountain"), writing("Veranda")});
    BOOST_REQUIRE(outcomes(ingest_all(*archive, {scan}, of_the_hotel())) == "draft");
    item = catalog::list_items(archive->database(), {}, 0, 10).front();
  }
  catalog::Item again() const { return *catalog::find_item(archive->database(), item.id); }
  catalog::Item named(const std::string& number) const {
    for (const auto& one : catalog::list_items(archive->database(), {}, 0, 100))
      if (one.number() == number) return one;
    throw Error(ErrorKind::NotFound, msg("item.unknown", number));
  }
  // The first word of each page's text.
  std::string words(std::int64_t id) const {
    std::string all;
    for (const auto& page : catalog::pages_of(archive->database(), id)) {
      if (!all.empty()) all += ' ';
      all += page.text.substr(0, page.text.find('\n'));
    }
    return all;
  }
  std::vector<cv::Mat> pictures(std::int64_t id) const {
    std::vector<cv::Mat> pages;
    const auto original = catalog::object_of(archive->database(), id, "original");
    BOOST_REQUIRE(cv::imreadmulti(archive->store().path_of(original->sha256).string(), pages, cv::IMREAD_GRAYSCALE));
    return pages;
  }
  scanner::Page word_places(std::int64_t id, int page) const {
    const auto words = catalog::object_of(archive->database(), id, "words");
    return *words_of_page(read_file(archive->store().path_of(words->sha256)), page);
  }

  Place place;
  std::unique_ptr<Archive> archive;
  Authority authority;
  SilentProgress quiet;
  ArrangementDesk desk;
  std::filesystem::path scan;
  catalog::Item item{.storage_id = catalog::StorageId::parse("EA001-2024-00000123-L")};
};

std::string key_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.message().key;
  }
  return "done";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(arrangement_desk_test)

BOOST_AUTO_TEST_CASE(a_split_draft_keeps_its_number_and_the_rest_becomes_a_draft_of_its_own) {
  Table table;
  const auto before = catalog::object_of(table.archive->database(), table.item.id, "original");
  const auto done = table.desk.split(table.item, 1);
  BOOST_TEST(table.words(table.item.id) == "Chandelier");
  BOOST_REQUIRE(done.made.size() == 1U);
  const auto made = table.named(done.made.front());
  BOOST_TEST(table.words(made.id) == "Fountain Veranda");
  BOOST_TEST((made.customer_id == table.item.customer_id));
  BOOST_TEST(made.page_count == 2);
  BOOST_TEST(cv::norm(table.pictures(made.id)[1], writing("Veranda"), cv::NORM_INF) == 0);
  BOOST_TEST(catalog::object_of(table.archive->database(), made.id, "reading_copy").has_value());
  BOOST_TEST(hits(*table.archive, "Veranda") == 1U);
  BOOST_TEST(catalog::list_events(table.archive->database(), table.item.number(), 0, 1).front().action == "pages.arranged");
  // The scan as it came is still there, and known when it comes again.
  BOOST_TEST((catalog::object_of(table.archive->database(), table.item.id, "before.1.original")->sha256 == before->sha256));
  BOOST_TEST(outcomes(ingest_all(*table.archive, {table.scan}, of_the_hotel())) == "duplicate");
}

BOOST_AUTO_TEST_CASE(what_was_split_can_be_undone_as_if_nothing_had_been) {
  Table table;
  const auto before = catalog::object_of(table.archive->database(), table.item.id, "original");
  const auto done = table.desk.split(table.item, 2);
  const auto undone = table.desk.undo(done.id);
  BOOST_TEST(undone.undone);
  BOOST_TEST(table.words(table.item.id) == "Chandelier Fountain Veranda");
  BOOST_TEST((catalog::object_of(table.archive->database(), table.item.id, "original")->sha256 == before->sha256));
  BOOST_TEST(!catalog::is_present(table.named(done.made.front()).state));
  BOOST_TEST(hits(*table.archive, "Veranda") == 1U);
  BOOST_TEST(key_of([&] { table.desk.undo(done.id); }) == "arrange.undone");
}

BOOST_AUTO_TEST_CASE(pages_change_places_with_their_texts_and_words) {
  Table table;
  table.desk.reorder(table.item, {3, 1, 2});
  BOOST_TEST(table.words(table.item.id) == "Veranda Chandelier Fountain");
  BOOST_TEST(table.word_places(table.item.id, 1).words.front().text == "Veranda");
  BOOST_TEST(cv::norm(table.pictures(table.item.id)[0], writing("Veranda"), cv::NORM_INF) == 0);
  for (const auto& order : {std::vector{1, 2}, std::vector{1, 2, 2}, std::vector{1, 2, 3, 4}})
    BOOST_TEST(key_of([&] { table.desk.reorder(table.again(), order); }) == "arrange.not_an_order");
}

BOOST_AUTO_TEST_CASE(a_turned_page_turns_in_its_file_and_its_words_with_it) {
  Table table;
  const auto before = table.word_places(table.item.id, 2);
  table.desk.rotate(table.item, {2}, 90);
  const auto pages = catalog::pages_of(table.archive->database(), table.item.id);
  BOOST_TEST(pages[1].width == before.height);
  BOOST_TEST(table.words(table.item.id) == "Chandelier Fountain Veranda");
  const auto after = table.word_places(table.item.id, 2);
  BOOST_TEST(after.words.front().box.left == before.height - before.words.front().box.top - before.words.front().box.height);
  BOOST_TEST(after.words.front().box.top == before.words.front().box.left);
  cv::Mat turned;
  cv::rotate(writing("Fountain"), turned, cv::ROTATE_90_CLOCKWISE);
  const auto read = table.pictures(table.item.id);
  BOOST_REQUIRE((read[1].size() == turned.size()));
  BOOST_TEST(cv::norm(read[1], turned, cv::NORM_INF) == 0);
  BOOST_TEST(key_of([&] { table.desk.rotate(table.again(), {2}, 45); }) == "arrange.not_a_turn");
  BOOST_TEST(key_of([&] { table.desk.rotate(table.again(), {4}, 90); }) == "arrange.no_such_page");
}

BOOST_AUTO_TEST_CASE(joined_drafts_become_one_and_part_again) {
  Table table;
  const auto other = table.place.files() / "另一件.tif";
  cv::imwrite(other.string(), writing("Staircase"));
  ingest_all(*table.archive, {other}, of_the_hotel());
  const auto second = catalog::list_items(table.archive->database(), {}, table.item.id, 10).front();
  const auto done = table.desk.merge({table.item, second});
  BOOST_TEST(table.words(table.item.id) == "Chandelier Fountain Veranda Staircase");
  BOOST_TEST(!catalog::is_present(catalog::find_item(table.archive->database(), second.id)->state));
  BOOST_TEST(hits(*table.archive, "Staircase") == 1U);
  table.desk.undo(done.id);
  BOOST_TEST(table.words(table.item.id) == "Chandelier Fountain Veranda");
  BOOST_TEST((catalog::find_item(table.archive->database(), second.id)->state == catalog::ItemState::Draft));
  BOOST_TEST(key_of([&] { table.desk.merge({table.again(), table.again()}); }) == "arrange.needs_two");
}

BOOST_AUTO_TEST_CASE(arrangements_are_undone_backwards_only) {
  Table table;
  const auto first = table.desk.reorder(table.item, {2, 1, 3});
  const auto second = table.desk.rotate(table.again(), {1}, 180);
  BOOST_TEST(key_of([&] { table.desk.undo(first.id); }) == "arrange.not_the_last");
  table.desk.undo(second.id);
  table.desk.undo(first.id);
  BOOST_TEST(table.words(table.item.id) == "Chandelier Fountain Veranda");
}

BOOST_AUTO_TEST_CASE(what_has_been_proofread_is_not_arranged_any_more) {
  Table table;
  {
    catalog::Transaction transaction(table.archive->database(), "李经理", table.place.clock);
    catalog::sign_item(transaction, table.item.id, catalog::SignatureKind::Proofread, "李经理");
    transaction.commit();
  }
  BOOST_TEST(key_of([&] { table.desk.split(table.again(), 1); }) == "arrange.not_a_draft");
  const auto text = table.place.write("信.txt", "没有页面的文本");
  ingest_all(*table.archive, {text}, of_the_hotel());
  const auto letter = catalog::list_items(table.archive->database(), {}, table.item.id, 10).front();
  BOOST_TEST(key_of([&] { table.desk.rotate(letter, {1}, 90); }) == "arrange.not_pages");
}

BOOST_AUTO_TEST_SUITE_END()
