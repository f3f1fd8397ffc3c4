// What parts documents, and pages taken out of files, through the real worker binary.
#include "scanner/surveyor.h"

#include "base/error.h"
#include "base/files.h"
#include "tests/scanner/drawn_sheet.h"
#include "tests/scanner/made_files.h"

#include <boost/test/unit_test.hpp>
#include <opencv2/imgcodecs.hpp>

namespace twofold::scanner {
namespace {

using namespace testing;

const SheetCode kSheet{SheetKind::Separator, SeparatorTarget{"K000123", 2, "contract_text"}.text(), 2};

struct Table {
  std::filesystem::path tiff(const std::string& name, const std::vector<cv::Mat>& pages, int compression = 5) const {
    cv::imwritemulti((folder / name).string(), pages, {cv::IMWRITE_TIFF_COMPRESSION, compression});
    return folder / name;
  }
  std::filesystem::path take(const std::vector<PagePick>& picks, const std::string& name) {
    const auto scratch = folder / ("scratch " + name);
    std::filesystem::create_directories(scratch);
    return surveyor.take_pages(picks, scratch, quiet);
  }
  Survey survey(const std::filesystem::path& file, SurveyOptions options = {}) {
    const auto scratch = folder / "scratch";
    std::filesystem::create_directories(scratch);
    return surveyor.survey(file, scratch, quiet, options);
  }

  TestFolder folder;
  SilentProgress quiet;
  Surveyor surveyor{options()};
};

std::vector<cv::Mat> pages_of(const std::filesystem::path& file) {
  std::vector<cv::Mat> pages;
  cv::imreadmulti(file.string(), pages, cv::IMREAD_GRAYSCALE);
  return pages;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(surveyor_test)

BOOST_AUTO_TEST_CASE(every_page_of_a_scan_tells_its_marks) {
  Table table;
  const auto scan = table.tiff("一批.tif", {drawn_sheet(kSheet, 150), drawn_page("Some writing", 150), drawn_patch_t(150),
                                          cv::Mat(1754, 1240, CV_8UC1, cv::Scalar(250))});
  const Survey found = table.survey(scan, {.blanks = true});
  BOOST_REQUIRE(found.pages.size() == 4U);
  BOOST_REQUIRE(found.pages[0].codes.size() == 1U);
  BOOST_TEST(found.pages[0].codes[0].text == kSheet.text());
  BOOST_TEST(found.pages[1].codes.empty());
  BOOST_TEST(!found.pages[1].blank);
  BOOST_TEST(found.pages[2].patch_t);
  BOOST_TEST(found.pages[3].blank);
}

BOOST_AUTO_TEST_CASE(files_without_pages_and_damaged_ones_have_none) {
  Table table;
  BOOST_TEST(table.survey(write(table.folder / "a.txt", "text")).pages.empty());
  auto bytes = read_file(table.tiff("a.tif", {drawn_page("Some writing", 150)}));
  const Survey cut = table.survey(write(table.folder / "b.tif", bytes.substr(0, bytes.size() / 2)));
  BOOST_TEST(cut.failure.has_value());
  BOOST_TEST(cut.pages.empty());
}

BOOST_AUTO_TEST_CASE(pages_of_tiffs_come_out_bit_by_bit_whatever_packs_them) {
  Table table;
  const std::vector<cv::Mat> pages = {drawn_page("one", 100), drawn_page("two", 100), drawn_page("three", 100)};
  for (const int compression : {1, 5, 8, 32773}) {
    const auto name = "packed " + std::to_string(compression);
    const auto scan = table.tiff(name + ".tif", pages, compression);
    const auto taken = table.take({{scan, 3, 0}, {scan, 1, 0}}, name);
    BOOST_TEST(taken.extension() == ".tif");
    const auto got = pages_of(taken);
    BOOST_REQUIRE(got.size() == 2U);
    BOOST_TEST(cv::norm(got[0], pages[2], cv::NORM_INF) == 0, name);
    BOOST_TEST(cv::norm(got[1], pages[0], cv::NORM_INF) == 0, name);
  }
}

BOOST_AUTO_TEST_CASE(pictures_become_a_pdf_whose_codes_are_read_again_and_which_is_the_same_every_time) {
  Table table;
  cv::imwrite((table.folder / "1.jpg").string(), drawn_sheet(kSheet, 150));
  cv::imwrite((table.folder / "2.png").string(), drawn_page("Some writing", 150));
  const std::vector<PagePick> picks = {{table.folder / "2.png", 1, 0}, {table.folder / "1.jpg", 1, 2}};
  const auto first = table.take(picks, "1"), second = table.take(picks, "2");
  BOOST_TEST(first.extension() == ".pdf");
  BOOST_TEST(read_file(first) == read_file(second));
  const Survey found = table.survey(first);
  BOOST_REQUIRE(found.pages.size() == 2U);
  BOOST_REQUIRE(found.pages[1].codes.size() == 1U);
  BOOST_TEST(found.pages[1].codes[0].text == kSheet.text());
  // And out of that PDF again.
  BOOST_TEST(table.survey(table.take({{first, 2, 1}}, "3")).pages.at(0).codes.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_page_that_is_not_there_is_refused) {
  Table table;
  const auto scan = table.tiff("a.tif", {drawn_page("Some writing", 100)});
  BOOST_CHECK_THROW(table.take({{scan, 2, 0}}, "1"), Error);
  BOOST_CHECK_THROW(table.take({{write(table.folder / "a.txt", "text"), 1, 0}}, "2"), Error);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace twofold::scanner
