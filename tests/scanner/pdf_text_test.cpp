// PDFs whose pages hold more than running text, and scans whose text is not their own.
#include "base/files.h"
#include "scanner/worker/pdf_layout.h"
#include "scanner/worker/pdf_text.h"
#include "tests/scanner/made_files.h"

#include <boost/test/unit_test.hpp>
#include <opencv2/imgcodecs.hpp>

namespace twofold::scanner {
namespace {

using namespace testing;

std::string jpeg_of(const cv::Mat& picture) {
  std::vector<unsigned char> bytes;
  cv::imencode(".jpg", picture, bytes);
  return {bytes.begin(), bytes.end()};
}

std::string line_at(int x, int y, const std::string& text, int points = 10) {
  return "BT /F1 " + std::to_string(points) + " Tf " + std::to_string(x) + " " + std::to_string(y) + " Td (" + text +
         ") Tj ET ";
}

struct Fixture {
  static Bench& bench() {
    static Bench shared;
    return shared;
  }
  TestFolder folder;
  Reading read(const std::string& bytes) { return bench().read(write(folder / "文 件.pdf", bytes)); }
  // A scanned page with `drawing` over it.
  Reading read_scan(const std::string& drawing) {
    static const cv::Mat page = drawn_page(english_lines(), 150);
    static const std::string jpeg = jpeg_of(page);
    return read(picture_pdf(jpeg, page.cols, page.rows, drawing));
  }
};

// The words of a line of type 10 points high.
void put(std::vector<PlacedWord>& words, double left, double top, const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find(' ', at), text.size());
    const double width = 5.0 * static_cast<double>(end - at);
    words.push_back({text.substr(at, end - at), left, top, left + width, top + 10, true});
    left += width + 3;
    at = end + 1;
  }
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(pdf_text_test, Fixture)

BOOST_AUTO_TEST_CASE(columns_of_text_are_read_one_after_the_other_and_tables_row_by_row) {
  std::vector<PlacedWord> words;
  put(words, 50, 40, "A title over both columns of the page");
  for (int i = 0; i < 6; ++i) {
    put(words, 50, 60 + 12 * i, "left column line number " + std::to_string(i) + " of text");
    put(words, 300, 66 + 12 * i, "right column line number " + std::to_string(i) + " of it");
  }
  for (int i = 0; i < 4; ++i) {
    put(words, 50, 160 + 12 * i, "2026-03-0" + std::to_string(i));
    put(words, 140, 160 + 12 * i, "5000");
    put(words, 200, 160 + 12 * i, "paid");
  }
  const std::string text = in_reading_order(words);
  BOOST_TEST(
      text.find(
          "A title over both columns of the page\nleft column line number 0 of text\nleft column line number 1") ==
          0U,
      text);
  BOOST_TEST(text.find("left column line number 5 of text\nright column line number 0") != std::string::npos, text);
  BOOST_TEST(text.find("2026-03-00\t5000\tpaid\n2026-03-01\t5000\tpaid\n") != std::string::npos, text);
}

BOOST_AUTO_TEST_CASE(pages_that_lie_on_their_side_read_in_the_same_order) {
  const std::string table = line_at(72, 700, "Date") + line_at(200, 700, "Amount") + line_at(72, 680, "2026-03-01") +
                            line_at(200, 680, "5000") + line_at(72, 660, "Total of the sums");
  std::string pdf = small_pdf("x");
  const auto stream = pdf.find("BT /F1 24"), end = pdf.find("\nendstream");
  pdf.replace(stream, end - stream, table);
  for (const char* turn : {"+0", "+90", "+180", "+270"}) {
    const auto plain = write(folder / "plain.pdf", pdf), turned = folder / "turned.pdf";
    output_of("qpdf --warning-exit-0 --rotate=" + std::string(turn) + " " + quoted(plain) + " " + quoted(turned) +
              " 2>&1");
    BOOST_TEST(whole_text(bench().read(turned)) == "Date\tAmount\n2026-03-01\t5000\nTotal of the sums\n", turn);
  }
}

BOOST_AUTO_TEST_CASE(a_scan_under_a_stamp_is_recognised) {
  const Reading stamped =
      read_scan(line_at(250, 20, "Page 3 of 10") + line_at(50, 825, "Received 2026-03-01 by the archive"));
  BOOST_REQUIRE(stamped.pages.size() == 1U);
  BOOST_TEST(stamped.pages[0].recognised);
  BOOST_TEST(stamped.pages[0].text.find("payment falls due") != std::string::npos);
  BOOST_TEST(stamped.reading_copy.has_value());
}

BOOST_AUTO_TEST_CASE(a_good_text_layer_is_kept_and_a_bad_one_is_not) {
  std::string good = "3 Tr ", bad = good;
  for (int i = 0; i < 20; ++i) {
    good += line_at(72, 760 - 30 * i, "The parties agree that payment falls due within thirty days of delivery");
    bad += line_at(72, 760 - 30 * i, "tbc ;'.rti% qgr~c |hxt p:ynn#t f*lls dxz ^wthn th|rt? d^ys xf");
  }
  BOOST_TEST(!read_scan(good).pages.at(0).recognised);
  BOOST_TEST(read_scan(bad).pages.at(0).recognised);
}

BOOST_AUTO_TEST_CASE(a_picture_beside_text_is_read_behind_it) {
  const cv::Mat page = drawn_page("Notice of payment 2026", 200, 18);
  const cv::Mat strip = page(cv::Rect(150, 180, 1000, 240)).clone();
  std::string drawing;
  for (int i = 0; i < 6; ++i)
    drawing += line_at(72, 760 - 14 * i, "The parties agree that payment falls due within thirty days");
  const Reading reading = read(picture_pdf(jpeg_of(strip), strip.cols, strip.rows, drawing, "450 0 0 108 72 400 cm"));
  BOOST_REQUIRE(reading.pages.size() == 1U);
  const Page& only = reading.pages[0];
  BOOST_TEST(!only.recognised);
  BOOST_TEST(only.text.find("The parties agree") == 0U);
  BOOST_TEST(only.text.ends_with("thirty days\nNotice of payment 2026\n"), only.text);
}

BOOST_AUTO_TEST_CASE(comments_form_values_and_attachments_come_with_the_page) {
  std::string pdf = small_pdf("Contract 2024-00123 of Wangfu");
  const auto page = pdf.find("/MediaBox");
  pdf.insert(page,
             "/Annots [<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /T (Li) /Contents <FEFF91D1989D5F85683800> >> "
             "<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (Check the sum) /T (Li) >> "
             "<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (Zhang San) /Rect [0 0 9 9] >> "
             "<< /Type /Annot /Subtype /Link /Contents (no) /Rect [0 0 9 9] >>] ");
  const auto plain = write(folder / "plain.pdf", pdf), rows = write(folder / "rows.csv", "a,b\n1,2\n"),
             made = folder / "m.pdf";
  output_of("qpdf --warning-exit-0 " + quoted(plain) + " --add-attachment " + quoted(rows) +
            " --filename=$'\\u5408\\u540c.csv' --key=k -- " + quoted(made) + " 2>&1");
  const Reading reading = bench().read(made);
  BOOST_TEST(whole_text(reading).find("Contract 2024-00123 of Wangfu\n") == 0U);
  BOOST_TEST(whole_text(reading).find("[Li] Check the sum\nZhang San\n") != std::string::npos, whole_text(reading));
  BOOST_TEST(whole_text(reading).find("no\n") == std::string::npos);
  BOOST_REQUIRE(reading.enclosed.size() == 1U);
  BOOST_TEST(read_file(reading.enclosed[0].path) == "a,b\n1,2\n");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace twofold::scanner
