#include "archive/compare_desk.h"

#include "catalog/events.h"
#include "tests/archive/places.h"
#include "tests/scanner/drawn_page.h"

#include <boost/test/unit_test.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

using namespace twofold;
using namespace twofold::archive;
namespace fs = std::filesystem;

BOOST_AUTO_TEST_SUITE(compare_desk_test)

namespace {

const std::string kContract = "Contract HT-2024-00381\nThe total amount is 12,800.50 yuan.\nIt is paid by 18 March 2024.\n"
                              "Rooms 60, halls 1, tables 24.\nThe contract is made out twice.\nParty A signs here: ______\n";
constexpr double kDpi = 200;

// As a scanner gives it: turned a little, softer, greyer.
cv::Mat scanned(const std::string& text, double degrees) {
  cv::Mat page = scanner::testing::drawn_page(text, kDpi), turned;
  const cv::Point2f middle(static_cast<float>(page.cols) / 2, static_cast<float>(page.rows) / 2);
  cv::warpAffine(page, turned, cv::getRotationMatrix2D(middle, degrees, 1), page.size(), cv::INTER_LINEAR, cv::BORDER_CONSTANT,
                 cv::Scalar::all(255));
  cv::GaussianBlur(turned, turned, {}, 0.7);
  turned.convertTo(turned, -1, 0.75, 50);
  return turned;
}

struct Desk {
  Desk() : archive(place.open()), item(received(place, *archive)) {}

  static catalog::Item received(const Place& place, Archive& archive) {
    const auto file = place.files() / "合同.png";
    cv::imwrite(file.string(), scanner::testing::drawn_page(kContract, kDpi));
    auto defaults = of_the_hotel();
    defaults.paper = true;
    ingest_all(archive, {file}, defaults);
    return catalog::list_items(archive.database(), {}, 0, 10).at(0);
  }

  CompareReport compare(const cv::Mat& page) {
    const auto scan = place.files() / "扫描 件.jpg";
    cv::imwrite(scan.string(), page, {cv::IMWRITE_JPEG_QUALITY, 80});
    SilentProgress quiet;
    return compare_scan(*archive, item, scan, quiet);
  }

  std::string refusal(const fs::path& scan) {
    try {
      SilentProgress quiet;
      compare_scan(*archive, item, scan, quiet);
      return "";
    } catch (const Error& error) {
      return error.message().key;
    }
  }

  catalog::PairState state() const { return catalog::pair_of(archive->database(), item).state; }

  Place place;
  std::unique_ptr<Archive> archive;
  catalog::Item item;
};

}  // namespace

BOOST_AUTO_TEST_CASE(R24_a_crooked_scan_of_the_same_page_is_the_same_and_one_lying_upside_down_too) {
  Desk desk;
  BOOST_TEST((desk.compare(scanned(kContract, 1.4)).state == catalog::PairState::Same));
  cv::Mat turned;
  cv::rotate(scanned(kContract, -0.8), turned, cv::ROTATE_180);
  const auto report = desk.compare(turned);
  BOOST_TEST((report.state == catalog::PairState::Same));
  BOOST_TEST(report.comparison.pages.at(0).quarter_turns == 2);
  BOOST_REQUIRE(report.readings.size() == 1U);
  BOOST_TEST(report.readings[0].likeness > 0.9);
  BOOST_TEST((desk.state() == catalog::PairState::Same));
}

BOOST_AUTO_TEST_CASE(R24_one_changed_digit_makes_the_pair_different_and_leaves_a_picture) {
  Desk desk;
  std::string changed = kContract;
  changed.replace(changed.find("12,800.50"), 9, "12,300.50");
  const auto report = desk.compare(scanned(changed, -1.1));
  BOOST_TEST((report.state == catalog::PairState::Different));
  BOOST_REQUIRE(report.comparison.pages.at(0).differences.size() == 1U);
  BOOST_TEST((report.comparison.pages[0].differences[0].area.width < 8));
  BOOST_TEST((desk.state() == catalog::PairState::Different));
  const auto out = desk.place.files() / "差异";
  const auto names = export_pictures(*desk.archive, desk.item, out);
  BOOST_REQUIRE(names.size() == 1U);
  BOOST_TEST(!cv::imread((out / names[0]).string()).empty());
  // Compared once more with the right sheet: nothing is left to show.
  desk.compare(scanned(kContract, 0.3));
  BOOST_CHECK_THROW(export_pictures(*desk.archive, desk.item, out), Error);
}

BOOST_AUTO_TEST_CASE(R24_a_sheet_of_another_document_is_no_page_of_the_file) {
  Desk desk;
  const auto report = desk.compare(scanned("Minutes of the monthly meeting\nAll managers were there.\nNothing was decided.\n", 0.5));
  BOOST_TEST((report.state == catalog::PairState::Different));
  BOOST_TEST(report.comparison.missing.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_scan_that_cannot_be_read_is_refused_and_leaves_the_pair_unchecked) {
  Desk desk;
  BOOST_TEST(desk.refusal(desk.place.write("坏.jpg", "\xFF\xD8\xFF\xE0 no picture")) == "compare.unreadable");
  BOOST_TEST(desk.refusal(desk.place.write("空.tif", "")) == "compare.unreadable");
  const auto says_why = [](const Error& error) {
    return render(error.message(), Language::English).ends_with("cannot be compared: files of this kind cannot be read");
  };
  SilentProgress quiet;
  const auto words = desk.place.write("说明.txt", "words");
  BOOST_CHECK_EXCEPTION(compare_scan(*desk.archive, desk.item, words, quiet), Error, says_why);
  BOOST_TEST((desk.state() == catalog::PairState::Unchecked));
}

BOOST_AUTO_TEST_CASE(R24_an_electronic_file_whose_bytes_have_changed_makes_the_pair_broken) {
  Desk desk;
  const auto original = catalog::object_of(desk.archive->database(), desk.item.id, "original");
  const auto path = desk.archive->store().path_of(original->sha256);
  fs::permissions(path, fs::perms::owner_write, fs::perm_options::add);
  std::string bytes = read_file(path);
  bytes.back() = static_cast<char>(bytes.back() ^ 1);
  write_durably(path, bytes);
  BOOST_TEST((desk.compare(scanned(kContract, 0)).state == catalog::PairState::Broken));
  BOOST_TEST((desk.state() == catalog::PairState::Broken));
}

BOOST_AUTO_TEST_SUITE_END()
