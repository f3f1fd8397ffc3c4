#include "scanner/worker/page/pipeline.h"
#include "tests/scanner/drawn_page.h"

#include <boost/test/unit_test.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <cstdio>

namespace twofold::scanner {
namespace {

using testing::drawn_page;
using testing::output_of;
using testing::quoted;
using testing::TestFolder;

const std::string kLines =
    "客户档案管理办法\n第一条 为了加强客户档案的管理，规范合同协议的收集、整理与归档工作，特制定本办法。\n"
    "第二条 本办法适用于公司各部门、各分支机构及全体客户经理。\n"
    "第三条 客户经理应当在签订合同之日起5个工作日内将合同原件送交档案室登记。\n"
    "The seller keeps the title to all goods until the buyer has paid for them in full.\n"
    "第四条 每年十二月三十一日前，各类档案按年度清理，装订成卷，不得混装。\n";

// The share of a searchable page's ink that lies below its words, as Poppler shows the one and reads the others.
double ink_below_words(const cv::Mat& image) {
  constexpr double kDpi = 144, kMargin = 1.5;  // points
  static PagePipeline pipeline;
  const TestFolder folder;
  cv::imwrite((folder / "页.png").string(), image);
  pipeline.process({folder / "页.png", FileType::Png, 1, {}, Accuracy::Fast, {}, {}, {}}, folder / "页.pdf");
  output_of("pdftoppm -gray -singlefile -png -r 144 " + quoted(folder / "页.pdf") + " " + quoted(folder / "shown"));
  cv::Mat ink = cv::imread((folder / "shown.png").string(), cv::IMREAD_GRAYSCALE) < 128;
  const int all = cv::countNonZero(ink);
  const std::string words = output_of("pdftotext -bbox " + quoted(folder / "页.pdf") + " -");
  for (std::size_t at = words.find("<word "); at != words.npos; at = words.find("<word ", at + 1)) {
    double left = 0, top = 0, right = 0, bottom = 0;
    std::sscanf(words.c_str() + at, "<word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\"", &left, &top,
                &right, &bottom);
    const auto pixels = [](double points) { return static_cast<int>(points * kDpi / 72); };
    cv::rectangle(ink, {pixels(left - kMargin), pixels(top - kMargin)},
                  {pixels(right + kMargin), pixels(bottom + kMargin)}, cv::Scalar(0), cv::FILLED);
  }
  return all > 0 ? 1 - static_cast<double>(cv::countNonZero(ink)) / all : 0;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pdf_place_test)

BOOST_AUTO_TEST_CASE(words_lie_over_their_ink_on_an_upright_page) {
  BOOST_TEST(ink_below_words(drawn_page(kLines)) > 0.99);
}

BOOST_AUTO_TEST_CASE(words_lie_over_their_ink_on_a_page_scanned_sideways) {
  cv::Mat sideways;
  cv::rotate(drawn_page(kLines), sideways, cv::ROTATE_90_CLOCKWISE);
  BOOST_TEST(ink_below_words(sideways) > 0.99);
}

BOOST_AUTO_TEST_CASE(words_lie_over_their_ink_on_a_crooked_page_upside_down) {
  BOOST_TEST(ink_below_words(testing::turned(testing::turned(drawn_page(kLines), 180), 2.3)) > 0.99);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace twofold::scanner
