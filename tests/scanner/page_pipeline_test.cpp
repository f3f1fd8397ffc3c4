#include "scanner/worker/page/pipeline.h"

#include "base/files.h"
#include "tests/scanner/drawn_page.h"

#include <boost/test/unit_test.hpp>
#include <omp.h>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <cmath>
#include <vector>

namespace twofold::scanner {
namespace {

using testing::drawn_page;
using testing::output_of;
using testing::quoted;
using testing::TestFolder;
using testing::turned;

const std::string kChinese =
    "客户档案管理办法\n"
    "第一条 为了加强客户档案的管理，规范合同协议的收集、整理与归档工作，特制定本办法。\n"
    "第二条 本办法适用于公司各部门、各分支机构及全体客户经理。\n"
    "甲方为北京王府大酒店有限责任公司，乙方为上海明珠会议服务中心。\n"
    "合同编号2024-00123，签订日期2024年3月15日，合同总金额128,500.00元。\n"
    "第三条 客户经理应当在签订合同之日起5个工作日内将合同原件送交档案室登记。\n"
    "第四条 每年十二月三十一日前，各类档案按年度清理，装订成卷，不得混装。\n";

// One for all tests: the models take a while to load.
PagePipeline& pipeline() {
  omp_set_max_active_levels(0);  // as the worker does: the recogniser's own threads only wait for each other
  static PagePipeline only;
  return only;
}

struct Processed {
  TestFolder folder;
  std::filesystem::path piece = folder / "piece.pdf";
  Page page;

  explicit Processed(const cv::Mat& image) {
    cv::imwrite((folder / "page.png").string(), image);
    page = pipeline().process({folder / "page.png", FileType::Png, 1, {}, Accuracy::Fast, {}, {}, {}}, piece);
  }
  Processed(const std::filesystem::path& file, FileType type) {
    page = pipeline().process({file, type, 1, {}, Accuracy::Fast, {}, {}, {}}, piece);
  }

  std::string searchable_text() const { return output_of("pdftotext " + quoted(piece) + " -"); }
};

// The empty back of a written sheet on a yellowing scanner: light falls off and the front shines through.
cv::Mat shaded_back() {
  cv::Mat front;
  cv::flip(255 - drawn_page(kChinese), front, 1);
  cv::GaussianBlur(front, front, {}, 3);
  cv::Mat page = 240 - front * 0.09;
  for (int x = 0; x < page.cols; ++x) page.col(x) *= 1.0 - 0.2 * x / page.cols;
  return page;
}

cv::Mat one_line(const std::string& text) { return drawn_page(text); }

}  // namespace

BOOST_AUTO_TEST_SUITE(page_pipeline_test)

BOOST_AUTO_TEST_CASE(a_crooked_chinese_page_is_read_and_its_numbers_are_exact) {
  const Processed result(turned(drawn_page(kChinese), 2.5));
  BOOST_TEST(std::abs(result.page.skew_degrees - 2.5) < 0.1);
  BOOST_TEST(testing::likeness(kChinese, result.page.text) > 0.97, result.page.text);
  BOOST_TEST(result.page.text.find("2024-00123") != std::string::npos);
  BOOST_TEST(result.page.text.find("128,500.00元") != std::string::npos);
  BOOST_TEST(result.page.text.find("客户档案管理办法") != std::string::npos);
  BOOST_TEST(!result.page.blank);
  BOOST_TEST(result.page.recognised);
  BOOST_TEST(result.page.confidence > 80);
}

BOOST_AUTO_TEST_CASE(the_searchable_copy_gives_contiguous_chinese_text_and_is_a_sound_pdf) {
  const Processed result(drawn_page(kChinese));
  BOOST_TEST(result.searchable_text().find("上海明珠会议服务中心") != std::string::npos);
  BOOST_TEST(testing::likeness(result.page.text, result.searchable_text()) > 0.98);
  BOOST_CHECK_NO_THROW(output_of("qpdf --check " + quoted(result.piece)));
}

BOOST_AUTO_TEST_CASE(words_lie_where_they_are_seen) {
  const Processed result(drawn_page("\n\n\n\n\n王府大酒店合同协议书正本\n\nSecond line of the agreement between them\n"));
  BOOST_REQUIRE(!result.page.words.empty());
  const Word& first = result.page.words.front();
  BOOST_TEST(std::abs(first.box.left - 300) < 20);
  BOOST_TEST(first.box.top > 500);
  BOOST_TEST(first.line == 0);
  BOOST_TEST(result.page.words.back().line == 1);
  BOOST_TEST(result.page.words.back().box.top > first.box.top + first.box.height);
}

BOOST_AUTO_TEST_CASE(pages_lying_any_way_are_turned_upright) {
  const cv::Mat upright = drawn_page(kChinese);
  for (const auto& [turn, undone] : {std::pair{cv::ROTATE_180, 2}, {cv::ROTATE_90_CLOCKWISE, 3},
                                     {cv::ROTATE_90_COUNTERCLOCKWISE, 1}}) {
    cv::Mat lying;
    cv::rotate(upright, lying, turn);
    const Processed result(lying);
    BOOST_TEST(result.page.quarter_turns == undone);
    BOOST_TEST(!result.page.turn_unknown);
    BOOST_TEST(result.page.height > result.page.width);
    BOOST_TEST(testing::likeness(kChinese, result.page.text) > 0.95, result.page.text);
  }
}

BOOST_AUTO_TEST_CASE(a_page_with_two_short_lines_upside_down_is_turned) {
  cv::Mat lying;
  cv::rotate(drawn_page("还款计划表\n客户名称：北京王府大酒店\n"), lying, cv::ROTATE_180);
  BOOST_TEST(Processed(lying).page.quarter_turns == 2);
}

BOOST_AUTO_TEST_CASE(an_empty_page_is_blank_and_has_no_searchable_copy) {
  cv::Mat paper(3508, 2480, CV_8UC1, cv::Scalar(240)), noise(3508, 2480, CV_8UC1);
  cv::theRNG().state = 11;
  cv::randu(noise, 0, 24);
  const Processed result(cv::Mat(paper - noise));
  BOOST_TEST(result.page.blank);
  BOOST_TEST(result.page.text.empty());
  BOOST_TEST(!std::filesystem::exists(result.piece));
}

BOOST_AUTO_TEST_CASE(a_page_with_a_single_line_is_never_blank) {
  for (const auto* line : {"附件一：合同副本", "Page intentionally short", "附件", "2024-00123"}) {
    const Processed result(one_line(line));
    BOOST_TEST(!result.page.blank, line);
    BOOST_TEST(std::filesystem::exists(result.piece));
  }
}

BOOST_AUTO_TEST_CASE(faint_writing_is_not_blank) {
  const cv::Mat faint = 170 + drawn_page("保密资料，严禁外泄\n客户经理签字") / 4;
  BOOST_TEST(!Processed(faint).page.blank);
}

BOOST_AUTO_TEST_CASE(a_faded_page_reads_like_a_clean_one) {
  const Processed result(cv::Mat(165 + drawn_page(kChinese) * (70.0 / 255)));
  BOOST_TEST(testing::likeness(kChinese, result.page.text) > 0.97, result.page.text);
}

BOOST_AUTO_TEST_CASE(the_back_of_a_sheet_is_blank_despite_punch_holes_a_dark_edge_and_what_shines_through) {
  cv::Mat page = shaded_back();
  for (const int y : {1280, 2224}) cv::circle(page, {2340, y}, 36, cv::Scalar(20), cv::FILLED, cv::LINE_AA);
  cv::fillPoly(page, std::vector<std::vector<cv::Point>>{{{0, 0}, {110, 0}, {40, 3507}, {0, 3507}}}, cv::Scalar(25));
  BOOST_TEST(Processed(page).page.blank);
}

BOOST_AUTO_TEST_CASE(one_written_line_on_the_back_of_a_sheet_is_not_blank) {
  const Processed result(cv::Mat(cv::min(shaded_back(), one_line("附件一：合同副本"))));
  BOOST_TEST(!result.page.blank);
  BOOST_TEST(testing::likeness("附件一：合同副本", result.page.text) > 0.8, result.page.text);
}

BOOST_AUTO_TEST_CASE(a_stamp_alone_and_a_signature_alone_are_not_blank) {
  cv::Mat stamp(3508, 2480, CV_8UC3, cv::Scalar::all(245)), signature(3508, 2480, CV_8UC1, cv::Scalar(245));
  cv::circle(stamp, {1700, 2600}, 240, cv::Scalar(40, 40, 225), 20, cv::LINE_AA);
  cv::putText(stamp, "SEAL", {1560, 2640}, cv::FONT_HERSHEY_DUPLEX, 4, cv::Scalar(40, 40, 225), 14, cv::LINE_AA);
  BOOST_TEST(!Processed(stamp).page.blank);
  std::vector<cv::Point> stroke;
  for (int i = 0; i < 120; ++i) {
    stroke.emplace_back(1500 + i * 4, 2600 + static_cast<int>(60 * std::sin(i * 0.35) - 30 * std::cos(i * 0.11)));
  }
  cv::polylines(signature, std::vector<std::vector<cv::Point>>{stroke}, false, cv::Scalar(60), 6, cv::LINE_AA);
  BOOST_TEST(!Processed(signature).page.blank);
}

BOOST_AUTO_TEST_CASE(a_red_seal_over_the_text_does_not_hide_it) {
  cv::Mat page;
  cv::cvtColor(drawn_page(kChinese), page, cv::COLOR_GRAY2BGR);
  cv::Mat seal(page.size(), CV_8UC3, cv::Scalar::all(255));
  cv::circle(seal, {1000, 600}, 240, cv::Scalar(40, 40, 225), 24, cv::LINE_AA);
  cv::putText(seal, "SEAL", {860, 640}, cv::FONT_HERSHEY_DUPLEX, 4, cv::Scalar(40, 40, 225), 14, cv::LINE_AA);
  const Processed result(cv::Mat(cv::min(page, seal)));
  BOOST_TEST(testing::likeness(kChinese, result.page.text) > 0.9, result.page.text);
}

BOOST_AUTO_TEST_CASE(a_real_english_scan_is_read_as_it_was_transcribed) {
  const auto scan = testing::shared_scan("en_linn.png");
  if (scan.empty()) return;
  const Processed result(scan, FileType::Png);
  BOOST_TEST(testing::likeness(read_file(testing::shared_scan("en_linn.gt.txt")), result.page.text) > 0.97);
}

BOOST_AUTO_TEST_CASE(a_scan_inside_a_pdf_is_read_too) {
  const auto scan = testing::shared_scan("ocrmypdf_skew.pdf");
  if (scan.empty()) return;
  BOOST_TEST(count_pages(scan, FileType::Pdf, {}) == 1);
  const Processed result(scan, FileType::Pdf);
  BOOST_TEST(result.page.text.find("MIDI Sequence Recorder") != std::string::npos);
  BOOST_TEST(std::abs(result.page.skew_degrees) > 1);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace twofold::scanner
