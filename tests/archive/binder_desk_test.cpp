// Binders scanned whole, through the real reader.
#include "archive/binder_desk.h"
#include "catalog/events.h"
#include "tests/archive/places.h"
#include "tests/scanner/drawn_page.h"
#include "tests/scanner/drawn_sheet.h"

#include <boost/test/unit_test.hpp>
#include <opencv2/imgcodecs.hpp>

using namespace twofold;
using namespace twofold::archive;
using Result = BinderReport::Outcome;

namespace {

constexpr double kDpi = 150;

cv::Mat writing(const std::string& word) {
  return scanner::testing::drawn_page(word + "\n" + word + " hall is to be repaired at once.\n" + word, kDpi, 14);
}

// A volume of two items on paper: Chandelier and Fountain, then Veranda.
struct Shelf {
  Shelf() : archive(place.open()), authority(place.root(), place.clock, {"陈档案员", "", "", "", ""}), desk(*archive, authority, quiet) {
    authority.identify();
    auto defaults = of_the_hotel();
    defaults.paper = true;
    const auto first = tiff("一.tif", {writing("Chandelier"), writing("Fountain")}), second = tiff("二.tif", {writing("Veranda")});
    BOOST_REQUIRE(outcomes(ingest_all(*archive, {first, second}, defaults)) == "draft draft");
    items = catalog::list_items(archive->database(), {}, 0, 10);
    volume = catalog::find_volume(archive->database(), *items[0].volume_id);
  }
  std::filesystem::path tiff(const std::string& name, const std::vector<cv::Mat>& pages) const {
    const auto path = place.files() / name;
    cv::imwritemulti(path.string(), pages);
    return path;
  }
  cv::Mat sheet(int pages) const {
    return scanner::testing::drawn_sheet({SheetKind::Binder, volume->code.file_name(), pages}, kDpi);
  }
  std::string scanned() const {
    std::string all;
    for (const auto& item : catalog::binder_items(archive->database(), volume->id)) all += std::to_string(item.scanned) + ' ';
    return all;
  }
  std::string refusal(const std::filesystem::path& file) {
    try {
      desk.ingest(file);
    } catch (const Error& error) {
      return error.message().key;
    }
    return "filed";
  }

  Place place;
  std::unique_ptr<Archive> archive;
  Authority authority;
  SilentProgress quiet;
  BinderDesk desk;
  std::vector<catalog::Item> items;
  std::optional<catalog::Volume> volume;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(binder_desk_test)

BOOST_AUTO_TEST_CASE(R24_a_binder_scanned_whole_goes_to_its_items_once) {
  Shelf shelf;
  const auto scan = shelf.tiff("整 卷.tif", {shelf.sheet(3), writing("Chandelier"), writing("Fountain"), writing("Veranda")});
  BOOST_CHECK(shelf.desk.ingest(scan).outcome == Result::Filed);
  BOOST_TEST(shelf.scanned() == "2 1 ");
  const auto part = catalog::object_of(shelf.archive->database(), shelf.items[1].id, "paper_scan.1");
  BOOST_REQUIRE(part.has_value());
  std::vector<cv::Mat> pages;
  BOOST_REQUIRE(cv::imreadmulti(shelf.archive->store().path_of(part->sha256).string(), pages, cv::IMREAD_GRAYSCALE));
  BOOST_REQUIRE(pages.size() == 1U);
  BOOST_TEST(cv::norm(pages[0], writing("Veranda"), cv::NORM_INF) == 0);
  BOOST_TEST(catalog::paper_scan_of(shelf.archive->database(), shelf.items[1].id)->sha256.text() == part->sha256.text());
  const auto events = [&] { return catalog::list_events(shelf.archive->database(), shelf.volume->code.text(), 0, 20).size(); };
  const auto before = events();
  BOOST_CHECK(shelf.desk.ingest(scan).outcome == Result::Known);
  BOOST_TEST(events() == before);
}

BOOST_AUTO_TEST_CASE(pages_missing_or_surplus_are_named_and_nothing_is_filed) {
  Shelf shelf;
  const auto lacking = shelf.desk.ingest(shelf.tiff("少.tif", {shelf.sheet(3), writing("Chandelier"), writing("Veranda")}));
  BOOST_CHECK(lacking.outcome == Result::Refused);
  BOOST_TEST(lacking.matched);
  BOOST_REQUIRE(lacking.missing.size() == 1U);
  BOOST_TEST(lacking.missing[0].number == shelf.items[0].number());
  BOOST_TEST(lacking.missing[0].page == 2);
  BOOST_TEST(lacking.surplus.empty());
  const auto more = shelf.desk.ingest(
      shelf.tiff("多.tif", {shelf.sheet(3), writing("Chandelier"), writing("Somebody else's letter"), writing("Fountain"), writing("Veranda")}));
  BOOST_CHECK(more.outcome == Result::Refused);
  BOOST_TEST(more.missing.empty());
  BOOST_REQUIRE(more.surplus.size() == 1U);
  BOOST_TEST(more.surplus[0] == 3);
  BOOST_TEST(shelf.scanned() == "0 0 ");
}

BOOST_AUTO_TEST_CASE(a_sheet_that_does_not_hold_is_refused_and_ingest_leaves_binders_to_their_command) {
  Shelf shelf;
  BOOST_TEST(shelf.refusal(shelf.tiff("旧.tif", {shelf.sheet(4), writing("Chandelier")})) == "binder.sheet_outdated");
  BOOST_TEST(shelf.refusal(shelf.tiff("无.tif", {writing("Chandelier"), writing("Fountain")})) == "binder.no_sheet");
  BOOST_TEST(shelf.refusal(shelf.tiff("双.tif", {shelf.sheet(3), writing("Chandelier"), shelf.sheet(3)})) == "binder.another_sheet");
  const auto results = ingest_all(*shelf.archive, {shelf.tiff("误.tif", {shelf.sheet(3), writing("Chandelier")})});
  BOOST_REQUIRE(results.size() == 1U);
  BOOST_TEST(results[0].reason == "binder_sheet");
}

BOOST_AUTO_TEST_SUITE_END()
