#include "archive/twin_press.h"

#include "archive/compare_desk.h"
#include "archive/forms/printer.h"
#include "catalog/cross_reference.h"
#include "tests/archive/places.h"
#include "tests/scanner/drawn_page.h"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>
#include <opencv2/imgcodecs.hpp>

using namespace twofold;
using namespace twofold::archive;
using scanner::testing::output_of;
using scanner::testing::quoted;
namespace fs = std::filesystem;

BOOST_AUTO_TEST_SUITE(twin_press_test)

namespace {

// Two pages with text, and nothing right of the heading.
std::string contract_pdf(double first_line = 30) {
  Printer printer;
  for (int page = 1; page <= 2; ++page) {
    printer.begin_page(kA4Short, kA4Long);
    for (int line = 0; line < 20; ++line)
      printer.text(25, first_line + 10 * line, 160, fmt::format("第 {} 页第 {} 条:合同金额 {},{:03}.50 元", page, line + 1, 10 + line, 37 * line));
  }
  return printer.finish();
}

struct Press {
  explicit Press(bool paper = true, const std::string& name = "合同.pdf", const std::string& bytes = contract_pdf())
      : archive(place.open()), item(received(paper, name, bytes)) {}

  catalog::Item received(bool paper, const std::string& name, const std::string& bytes) {
    auto defaults = of_the_hotel();
    defaults.paper = paper;
    ingest_all(*archive, {place.write(name, bytes)}, defaults);
    return catalog::list_items(archive->database(), {}, 0, 10).at(0);
  }

  TwinReport print() {
    SilentProgress quiet;
    return print_twin(*archive, item, out(), quiet);
  }
  fs::path out() const { return place.files() / "双套 件.pdf"; }

  // The twin, printed and scanned.
  CompareReport scanned_back(const fs::path& printed) {
    const auto stem = place.files() / "扫描";
    output_of("pdftoppm -r 200 -gray -png " + quoted(printed) + " " + quoted(stem));
    std::vector<cv::Mat> pages;
    for (const char* page : {"-1.png", "-2.png"}) {
      const auto picture = cv::imread(stem.string() + page, cv::IMREAD_GRAYSCALE);
      if (!picture.empty()) pages.push_back(scanner::testing::turned(picture, 0.7));
    }
    cv::imwritemulti(stem.string() + ".tif", pages);
    SilentProgress quiet;
    return compare_scan(*archive, item, stem.string() + ".tif", quiet);
  }

  Place place;
  std::unique_ptr<Archive> archive;
  catalog::Item item;
};

}  // namespace

BOOST_AUTO_TEST_CASE(R23_the_twin_is_the_file_with_stamp_page_numbers_and_codes_where_nothing_stands) {
  Press press;
  const auto report = press.print();
  BOOST_TEST(report.pages == 2);
  BOOST_TEST(report.findings.empty());
  BOOST_TEST(report.twin.marks.size() == 5U);  // stamp, and on each page number and code
  const std::string text = output_of("pdftotext -layout " + quoted(press.out()) + " -");
  for (const char* words : {"第 1 页第 1 条", "第 2 页第 20 条", "1/2", "2/2", "A001"}) BOOST_TEST(text.find(words) != std::string::npos, words);
  BOOST_TEST(press.print().twin.copy == 2);
}

BOOST_AUTO_TEST_CASE(R24_a_scan_of_the_twin_is_the_same_as_the_file_though_it_has_stamp_and_codes) {
  Press press;
  press.print();
  const auto report = press.scanned_back(press.out());
  BOOST_TEST((report.state == catalog::PairState::Same));
}

BOOST_AUTO_TEST_CASE(R24_the_twin_of_a_landscape_page_is_the_same_as_the_file_printed_or_not) {
  Printer printer;
  printer.begin_page(kA4Long, kA4Short);
  for (int line = 0; line < 14; ++line)
    printer.text(25, 25 + 11 * line, 247,
                 fmt::format("第 {} 条:合同金额 {},{:03}.50 元,于 3 月 {} 日前付清,逾期按日计收违约金", line + 1, 10 + line, 37 * line, line + 1));
  Press press(true, "横 表.pdf", printer.finish());
  press.print();
  SilentProgress quiet;
  BOOST_TEST((compare_scan(*press.archive, press.item, press.out(), quiet).state == catalog::PairState::Same));
  BOOST_TEST((press.scanned_back(press.out()).state == catalog::PairState::Same));
}

BOOST_AUTO_TEST_CASE(R23_R24_an_office_document_is_printed_as_the_suite_sets_it_and_compared_with_that) {
  std::string rtf = R"({\rtf1\ansi\fs28 )";
  for (int line = 1; line <= 24; ++line) rtf += fmt::format("Clause {}: the amount is {},{:03}.50.\\par ", line, 10 + line, 37 * line);
  Press press(false, "合同.rtf", rtf + "}");
  BOOST_TEST(press.print().pages == 1);
  press.item = *catalog::find_item(press.archive->database(), press.item.id);
  BOOST_TEST(output_of("pdftotext -layout " + quoted(press.out()) + " -").find("Clause 24: the amount is 34,888.50.") != std::string::npos);
  BOOST_TEST((press.scanned_back(press.out()).state == catalog::PairState::Same));
}

BOOST_AUTO_TEST_CASE(R23_an_electronic_item_gets_its_place_on_paper_with_its_twin) {
  Press press(false);
  BOOST_TEST(!press.item.paper);
  press.print();
  const auto item = *catalog::find_item(press.archive->database(), press.item.id);
  BOOST_TEST(item.paper);
  const auto row = catalog::paper_row_of(press.archive->database(), item.id);
  BOOST_REQUIRE(row.has_value());
  int faults = 0;
  catalog::verify_cross_references(press.archive->database(), [&](const auto&) { ++faults; });
  BOOST_TEST(faults == 0);
}

BOOST_AUTO_TEST_SUITE_END()
