// Batches of a feeder with separator sheets among their pages, through the real reader.
#include "catalog/sql.h"
#include "tests/archive/places.h"
#include "tests/scanner/drawn_page.h"
#include "tests/scanner/drawn_sheet.h"

#include <boost/test/unit_test.hpp>
#include <opencv2/imgcodecs.hpp>

using namespace twofold;
using namespace twofold::archive;
using scanner::testing::drawn_page;
using scanner::testing::drawn_sheet;

namespace {

constexpr double kDpi = 150;

cv::Mat writing(const std::string& text) { return drawn_page(text + "\nThe banquet hall is to be repaired at once.", kDpi, 14); }

cv::Mat sheet(const std::string& customer, int pages, const std::string& type = "contract", int category = 2) {
  return drawn_sheet({SheetKind::Separator, SeparatorTarget{customer, category, type}.text(), pages}, kDpi);
}

cv::Mat unreadable_sheet() {
  cv::Mat page = sheet("K000001", 1);
  for (const cv::Rect& middle : {cv::Rect(240, 240, 130, 130), cv::Rect(865, 1375, 130, 130)}) page(middle) = cv::Scalar(255);
  return page;
}

// With two customers on record, K000001 and K000002.
struct Feeder {
  Feeder() : archive(place.open()) {
    for (const char* name : {"王府饭店", "海天宾馆"}) {
      auto defaults = of_the_hotel();
      defaults.customer_name = name;
      BOOST_REQUIRE(outcomes(ingest_all(*archive, {place.write(std::string(name) + ".txt", std::string("入会登记 ") + name)}, defaults)) == "draft");
    }
  }
  std::filesystem::path tiff(const std::string& name, const std::vector<cv::Mat>& pages) const {
    const auto path = place.files() / name;
    cv::imwritemulti(path.string(), pages);
    return path;
  }
  std::string customer_of(const FileResult& result) const {
    const auto item = catalog::find_item_by_content(archive->database(), digest_of(result));
    return item && item->customer_id ? catalog::find_customer(archive->database(), *item->customer_id)->number : "-";
  }
  Sha256 digest_of(const FileResult& result) const {
    catalog::Statement row(archive->database(), "SELECT sha256 FROM receipt WHERE path = ?");
    row.bind(result.path);
    BOOST_REQUIRE(row.step());
    return Sha256::parse(row.text(0));
  }

  Place place;
  std::unique_ptr<Archive> archive;
};

std::string reasons(const std::vector<FileResult>& results) {
  std::string all;
  for (const auto& result : results) all += (all.empty() ? "" : " ") + (result.reason.empty() ? text(result.outcome) : result.reason);
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(separators_ingest_test)

BOOST_AUTO_TEST_CASE(a_batch_is_parted_at_its_sheets_and_what_they_do_not_speak_for_is_set_aside) {
  const Feeder feeder;
  const auto batch = feeder.tiff("batch 一.tif", {writing("Nobody's page."), sheet("K000001", 2), writing("First page."), writing("Second page."),
                                                 sheet("K000002", 0), writing("Another hotel."), unreadable_sheet(), writing("Whose is it?"),
                                                 sheet("K000001", 3), writing("Too few."), sheet("K009999", 1), writing("Unknown guest.")});
  const auto results = ingest_all(*feeder.archive, {batch});
  BOOST_TEST(reasons(results) == "before_first_sheet draft draft unreadable_sheet page_count sheet_refused");
  BOOST_REQUIRE(results.size() == 6U);
  BOOST_TEST(results[1].path == batch.string() + "!/part-002.tif");
  BOOST_TEST(results[1].pages == 2);
  BOOST_TEST(results[2].pages == 1);
  BOOST_TEST(feeder.customer_of(results[1]) == "K000001");
  BOOST_TEST(feeder.customer_of(results[2]) == "K000002");
  // The batch itself stays whole in the store, and the part's pages are those of the batch, bit by bit.
  const auto whole = catalog::find_receipt(feeder.archive->database(), sha256_file(batch));
  BOOST_REQUIRE(whole.has_value());
  BOOST_TEST(whole->outcome == "unpacked");
  BOOST_TEST(std::filesystem::exists(feeder.archive->store().path_of(whole->sha256)));
  std::vector<cv::Mat> pages;
  BOOST_REQUIRE(cv::imreadmulti(feeder.archive->store().path_of(feeder.digest_of(results[1])).string(), pages, cv::IMREAD_GRAYSCALE));
  BOOST_REQUIRE(pages.size() == 2U);
  BOOST_TEST(cv::norm(pages[1], writing("Second page."), cv::NORM_INF) == 0);

  BOOST_TEST(reasons(ingest_all(*feeder.archive, {batch})) ==
             "before_first_sheet duplicate duplicate unreadable_sheet page_count sheet_refused");
}

BOOST_AUTO_TEST_CASE(page_images_of_a_folder_are_one_batch_where_it_is_said) {
  const Feeder feeder;
  const auto folder = feeder.place.files() / "进纸器";
  std::filesystem::create_directories(folder);
  cv::imwrite((folder / "0001.png").string(), sheet("K000002", 2));
  cv::imwrite((folder / "0002.jpg").string(), writing("A picture as JPEG."));
  cv::imwrite((folder / "0003.tif").string(), writing("A picture as TIFF."));
  IngestDefaults defaults;
  defaults.feeder = true;
  const auto results = ingest_all(*feeder.archive, {folder}, defaults);
  BOOST_TEST(reasons(results) == "draft");
  BOOST_TEST(results.front().path == folder.string() + "!/part-001.pdf");
  BOOST_TEST(results.front().pages == 2);
  BOOST_TEST(feeder.customer_of(results.front()) == "K000002");
  for (const char* name : {"0001.png", "0002.jpg", "0003.tif"})
    BOOST_TEST(catalog::find_receipt(feeder.archive->database(), sha256_file(folder / name)).has_value(), name);
  BOOST_TEST(hits(*feeder.archive, "JPEG") == 1U);
}

BOOST_AUTO_TEST_CASE(a_patch_t_parts_with_the_given_defaults_and_none_keeps_the_batch_whole) {
  const Feeder feeder;
  const std::vector<cv::Mat> pages = {writing("One."), scanner::testing::drawn_patch_t(kDpi), writing("Two.")};
  const auto results = ingest_all(*feeder.archive, {feeder.tiff("patch.tif", pages)}, of_the_hotel());
  BOOST_TEST(outcomes(results) == "draft draft");
  BOOST_TEST(feeder.customer_of(results[1]) == "K000001");
  auto whole = of_the_hotel();
  whole.splitting = Splitting::Nowhere;
  const auto one = ingest_all(*feeder.archive, {feeder.tiff("whole.tif", {writing("Three."), scanner::testing::drawn_patch_t(kDpi)})}, whole);
  BOOST_TEST(outcomes(one) == "draft");
  BOOST_TEST(one.front().pages == 2);
}

BOOST_AUTO_TEST_CASE(a_scan_with_nothing_on_it_is_kept_and_told) {
  const Feeder feeder;
  const cv::Mat white(1754, 1240, CV_8UC1, cv::Scalar(255));
  const auto results = ingest_all(*feeder.archive, {feeder.tiff("空 白.tif", {white, white}), feeder.tiff("有 字.tif", {white, writing("One.")})},
                                  of_the_hotel());
  BOOST_TEST(outcomes(results) == "draft draft");
  BOOST_TEST(results[0].message.key == "ingest.all_blank");
  BOOST_TEST(results[1].message.key == "");
}

BOOST_AUTO_TEST_SUITE_END()
