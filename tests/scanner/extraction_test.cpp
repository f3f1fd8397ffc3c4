// The order in which documents of an office suite give their texts; slow because the suite starts for each.
#include "base/files.h"
#include "tests/scanner/flat_documents.h"
#include "tests/scanner/made_files.h"

#include <boost/test/unit_test.hpp>
#include <opencv2/imgcodecs.hpp>

namespace twofold::scanner {
namespace {

using namespace testing;

// Two lines of print, as a PNG.
std::string printed_notice() {
  const cv::Mat page = drawn_page("附图：付款通知书第二号\nPayment notice number two", 200, 18);
  std::vector<unsigned char> bytes;
  cv::imencode(".png", page(cv::Rect(150, 180, 1300, 260)).clone(), bytes);
  return {bytes.begin(), bytes.end()};
}

const std::string kNotice = "附图：付款通知书第二号\nPayment notice number two\n";

struct Fixture {
  TestFolder folder;
  ScratchFolder profile{std::filesystem::temp_directory_path()};
  Bench bench;

  // `flat` by the suite into `format`, with what its filter is to be told behind a colon.
  std::filesystem::path converted(const std::string& name, const std::string& flat, const std::string& format,
                                  const std::string& filter = {}) {
    const auto source = write(folder / name, flat);
    output_of("soffice -env:UserInstallation=file://" + profile.path().string() + " --headless --convert-to '" +
              format + filter + "' --outdir " + quoted(folder / "") + " " + quoted(source) + " 2>&1");
    auto made = source;
    return made.replace_extension(format);
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(extraction_test, Fixture)

BOOST_AUTO_TEST_CASE(a_letter_gives_its_parts_in_order_in_every_format) {
  const std::string letter = flat_letter(printed_notice());
  for (const char* format : {"odt", "docx", "doc"}) {
    const Reading reading = bench.read(converted("采购 合同.fodt", letter, format));
    BOOST_TEST(name_of(reading.type) == format);
    BOOST_TEST(reading.title == "采购合同");
    BOOST_TEST(whole_text(reading) == "北京公司\n甲方采购货物[1]，特订本合同。\n[1] 税率按百分之六\n第一条 标的物\n第二条 价款\n"
                                      "日期\t金额\n2026-03-01\t5000\n总价五千元整。\n[李审核] 金额待核\n请速办理。\n紧急\n"
                                      "此致敬礼\n内部资料\n" + kNotice,
               format << ": " << reading.detail << whole_text(reading));
  }
}

BOOST_AUTO_TEST_CASE(a_letter_as_rtf_keeps_its_header_its_note_and_its_footer_in_order) {
  const Reading reading = bench.read(converted("letter.fodt", flat_letter(), "rtf"));
  const std::string text = whole_text(reading);
  std::size_t at = 0;
  for (const char* part : {"北京公司", "甲方采购货物[1]", "[1] 税率按百分之六", "日期\t金额\n", "金额待核", "此致敬礼", "内部资料"}) {
    at = text.find(part, at);
    BOOST_TEST(at != std::string::npos, part << " in " << text);
  }
}

BOOST_AUTO_TEST_CASE(a_letter_as_pdf_reads_row_by_row_with_its_picture) {
  const Reading reading = bench.read(converted("letter.fodt", flat_letter(printed_notice()), "pdf"));
  BOOST_TEST(whole_text(reading) == "北京公司\n甲方采购货物1，特订本合同。\n第一条标的物\n第二条价款\n日期\t金额\n2026-03-01\t5000\n"
                                    "总价五千元整。\n请速办理。\n紧急\n此致敬礼\n1\t税率按百分之六\n内部资料\n" + kNotice);
}

BOOST_AUTO_TEST_CASE(sheets_give_dates_shares_columns_comments_and_hidden_sheets) {
  for (const char* format : {"ods", "xlsx", "xls"}) {
    const Reading reading = bench.read(converted("还款.fods", flat_sheets(), format));
    BOOST_REQUIRE(reading.pages.size() == 2U);
    const std::string& text = reading.pages[0].text;
    BOOST_TEST(text.find("还款\n客户\t日期\t\t比例\n王府井\t2026-03-01\t\t12.5%\n") == 0U, format << ": " << text);
    BOOST_TEST(text.find("已核对", text.find("12.5%")) != std::string::npos);
    BOOST_TEST(reading.pages[1].text == "底稿\n草稿\n");
  }
}

BOOST_AUTO_TEST_CASE(slides_give_title_text_table_notes_and_pictures_in_order) {
  const std::string slides = flat_slides(printed_notice());
  for (const char* format : {"odp", "pptx", "ppt"}) {
    const Reading reading = bench.read(converted("slides.fodp", slides, format));
    BOOST_TEST(name_of(reading.type) == format);
    BOOST_REQUIRE(reading.pages.size() == 2U);
    BOOST_TEST(reading.pages[0].text == "行业趋势\n市场回暖\n先讲背景\n", format << ": " << reading.pages[0].text);
    BOOST_TEST(reading.pages[1].text == "经营数据\n季度\t收入\n一季度\t八百万\n" + kNotice);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace twofold::scanner
