#include "tests/archive/places.h"

#include "catalog/events.h"
#include "catalog/filing.h"
#include "catalog/volumes.h"

#include <atomic>
#include <boost/test/unit_test.hpp>

namespace fs = std::filesystem;
using namespace twofold;
using namespace twofold::archive;

namespace {

// "品名,数量" and a row, in GBK
const std::string kGbkTable = "\xC6\xB7\xC3\xFB,\xCA\xFD\xC1\xBF\r\n\xB5\xC6\xBE\xDF,12\r\n";

// Asks to stop once `files` results have been told.
class StopAfter final : public ProgressSink {
 public:
  void report(const Progress&) override {}
  bool cancelled() const override { return stop; }
  std::atomic<bool> stop{false};
};

std::vector<catalog::Item> items_of(Archive& archive) { return catalog::list_items(archive.database(), {}, 0, 1000); }

}  // namespace

BOOST_AUTO_TEST_SUITE(ingest_test)

BOOST_AUTO_TEST_CASE(files_become_drafts_with_numbers_in_name_order_and_their_bytes_are_kept) {
  const Place place;
  place.write("2 明细.csv", kGbkTable);
  place.write("1 合同.txt", "采购合同:灯具十二盏");
  place.write("3 letter.html", "<html><body><p>Dear guests</p></body></html>");
  place.write(".DS_Store", "x");
  const auto archive = place.open();
  const auto results = ingest_all(*archive, {place.files()}, of_the_hotel());
  BOOST_TEST(outcomes(results) == "draft draft draft");
  BOOST_TEST(results[0].number == "T-A001-02-C01-000001");
  BOOST_TEST(results[2].number == "T-A001-02-C01-000003");
  const auto items = items_of(*archive);
  BOOST_TEST(catalog::pages_of(archive->database(), items[1].id).at(0).text.find("灯具") != std::string::npos);
  const auto original = catalog::object_of(archive->database(), items[1].id, "original");
  BOOST_TEST(read_file(archive->store().path_of(original->sha256)) == kGbkTable);
  BOOST_TEST(!catalog::verify_chain(archive->database()).has_value());
}

BOOST_AUTO_TEST_CASE(identical_bytes_are_linked_to_one_item_whatever_thread_was_first) {
  const Place place;
  for (int i = 0; i < 12; ++i) place.write(fmt::format("{:02}.txt", i), "the same bytes");
  const auto archive = place.open();
  const auto results = ingest_all(*archive, {place.files()}, of_the_hotel());
  BOOST_TEST_REQUIRE(results.size() == 12U);
  BOOST_TEST((results[0].outcome == Outcome::Draft));
  for (std::size_t i = 1; i < results.size(); ++i) {
    BOOST_TEST((results[i].outcome == Outcome::Duplicate));
    BOOST_TEST(results[i].number == results[0].number);
  }
}

BOOST_AUTO_TEST_CASE(a_rerun_files_nothing_twice) {
  const Place place;
  place.write("a.txt", "one");
  place.write("b.zip", zip_of({{"c.txt", "two"}, {"d/e.txt", "three"}}));
  const auto archive = place.open();
  BOOST_TEST(outcomes(ingest_all(*archive, {place.files()})) == "draft draft draft");
  const auto events = catalog::chain_head(archive->database()).seq;
  BOOST_TEST(outcomes(ingest_all(*archive, {place.files()})) == "duplicate duplicate duplicate");
  BOOST_TEST(catalog::count_items(archive->database()) == 3);
  BOOST_TEST(catalog::chain_head(archive->database()).seq == events);
}

BOOST_AUTO_TEST_CASE(members_of_nested_containers_are_items_and_the_container_itself_is_kept) {
  const Place place;
  const auto outer = zip_of({{"dir/inner.zip", zip_of({{"深.txt", "innermost"}})}, {"b.txt", "beside"}});
  place.write("box.zip", outer);
  const auto archive = place.open();
  const auto results = ingest_all(*archive, {place.files()});
  BOOST_TEST(outcomes(results) == "draft draft");
  const auto found = std::ranges::find_if(results, [](const auto& result) { return result.path.ends_with("深.txt"); });
  BOOST_TEST_REQUIRE((found != results.end()));
  BOOST_TEST(found->path.ends_with("box.zip!/dir/inner.zip!/深.txt"));
  BOOST_TEST(archive->store().size_of(sha256(outer)).has_value());
  BOOST_TEST(catalog::find_receipt(archive->database(), sha256(outer)).has_value());
}

BOOST_AUTO_TEST_CASE(a_damaged_file_is_quarantined_with_its_reason_and_its_bytes_and_tried_again_on_a_rerun) {
  const Place place;
  const std::string broken = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog";
  place.write("坏 1.pdf", broken);
  const auto archive = place.open();
  for (int run = 0; run < 2; ++run) {
    const auto results = ingest_all(*archive, {place.files()});
    BOOST_TEST(outcomes(results) == "quarantined");
    BOOST_TEST(results[0].reason == "corrupt");
    BOOST_TEST(!render(results[0].message, Language::Chinese).empty());
  }
  bool kept = false;
  for (const auto& entry : fs::recursive_directory_iterator(archive->layout().quarantine()))
    kept = kept || (entry.is_regular_file() && read_file(entry.path()) == broken);
  BOOST_TEST(kept);
}

BOOST_AUTO_TEST_CASE(a_picture_that_breaks_off_is_quarantined_with_its_bytes) {
  const Place place;
  // The header of a picture of 640 × 480 points, and nothing after it.
  const std::string broken("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x02\x80\0\0\x01\xE0\x08\0\0\0\0\x37\xEC\x50\x2D\0\0\x20",
                           36);
  place.write("断图.png", broken);
  const auto archive = place.open();
  const auto results = ingest_all(*archive, {place.files()}, of_the_hotel());
  BOOST_TEST(outcomes(results) == "quarantined");
  BOOST_TEST(results[0].reason == "corrupt");
  BOOST_TEST(catalog::count_items(archive->database()) == 0);
  std::vector<std::string> kept;
  for (const auto& entry : fs::recursive_directory_iterator(archive->layout().quarantine()))
    if (entry.path().filename() == "断图.png") kept.push_back(read_file(entry.path()));
  BOOST_TEST_REQUIRE(kept.size() == 1U);
  BOOST_TEST(kept[0] == broken);
}

BOOST_AUTO_TEST_CASE(two_damaged_twins_cost_nothing_else) {
  const Place place;
  place.write("a.pdf", "%PDF-1.7\nbroken");
  place.write("b.pdf", "%PDF-1.7\nbroken");
  place.write("c.txt", "good");
  const auto archive = place.open();
  BOOST_TEST(outcomes(ingest_all(*archive, {place.files()})) == "quarantined quarantined draft");
}

BOOST_AUTO_TEST_CASE(a_manifest_gives_customer_signatures_and_the_place_of_the_open_volume) {
  const Place place;
  place.write("甲.txt", "甲方");
  place.write("乙.txt", "乙方");
  place.write("manifest.csv",
              "文件,客户,类别,客户经理,日期,纸质库位,校对,客户签名,经办人,领导\n"
              "甲.txt,王府饭店,2,李经理,2023-05-06,K1-01-01-1-1,李经理,王总,孙经办,周领导\n"
              "乙.txt,王府饭店,2,李经理,2023-05-07,K1-01-01-1-2,,,,\n");
  const auto archive = place.open();
  BOOST_TEST(outcomes(ingest_all(*archive, {place.files()})) == "draft draft");
  const auto items = items_of(*archive);
  BOOST_TEST_REQUIRE(items.size() == 2U);
  for (const auto& item : items) {
    BOOST_TEST(item.year == 2023);
    BOOST_TEST(item.paper);
    BOOST_TEST(catalog::find_volume(archive->database(), *item.volume_id)->shelf.starts_with("K1-01-01-1-"));
  }
  BOOST_TEST((items[0].volume_id == items[1].volume_id));
  const auto signed_item = std::ranges::find_if(items, [](const auto& item) { return item.source_name == "甲.txt"; });
  BOOST_TEST(catalog::signatures_of(archive->database(), signed_item->id).size() == 4U);
}

BOOST_AUTO_TEST_CASE(bad_defaults_are_refused_before_anything_is_written) {
  const Place place;
  place.write("a.txt", "one");
  const auto archive = place.open();
  IngestDefaults defaults;
  defaults.category = 2;
  BOOST_CHECK_THROW(ingest_all(*archive, {place.files()}, defaults), Error);
  BOOST_TEST(fs::is_empty(archive->layout().store()));
}

BOOST_AUTO_TEST_CASE(a_stopped_run_is_resumed_by_the_next) {
  const Place place;
  for (int i = 0; i < 200; ++i) place.write(fmt::format("{:03}.txt", i), fmt::format("text {}", i));
  const auto archive = place.open();
  StopAfter progress;
  std::size_t told = 0;
  const auto summary =
      ingest(*archive, {place.files()}, {}, progress, [&](const FileResult&) { progress.stop = ++told >= 5; });
  BOOST_TEST(summary.cancelled);
  BOOST_TEST(told < 200U);
  BOOST_TEST(catalog::count_items(archive->database()) == static_cast<std::int64_t>(told));
  const auto results = ingest_all(*archive, {place.files()});
  BOOST_TEST(results.size() == 200U);
  BOOST_TEST(catalog::count_items(archive->database()) == 200);
  BOOST_TEST(items_of(*archive).back().storage_id.serial == 200);
}

BOOST_AUTO_TEST_CASE(a_failing_disk_ends_the_run_with_an_error_and_does_not_hang) {
  const Place place;
  for (int i = 0; i < 40; ++i) place.write(fmt::format("{:03}.txt", i), fmt::format("text {}", i));
  const auto archive = place.open();
  SilentProgress silent;
  const auto take = [](const FileResult&) { throw Error(ErrorKind::Io, msg("file.cannot_write", "x", "y")); };
  BOOST_CHECK_THROW(ingest(*archive, {place.files()}, {}, silent, take), Error);
  BOOST_TEST(ingest_all(*archive, {place.files()}).size() == 40U);
}

BOOST_AUTO_TEST_SUITE_END()
