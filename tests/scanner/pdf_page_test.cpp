#include "scanner/worker/page/pdf_page.h"

#include "base/files.h"
#include "scanner/worker/failure.h"
#include "scanner/worker/page/pipeline.h"
#include "tests/scanner/drawn_page.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>

namespace twofold::scanner {
namespace {

using testing::output_of;
using testing::quoted;
using testing::TestFolder;

std::string font() { return read_file("/usr/share/tesseract-ocr/5/tessdata/pdf.ttf"); }

Page page_of(std::vector<Word> words) {
  Page page;
  page.width = 1240;
  page.height = 1754;
  page.dpi = 150;
  page.words = std::move(words);
  return page;
}

const cv::Mat kPaper(1754, 1240, CV_8UC1, cv::Scalar(255));

// What `pdftotext -bbox` says of every word: left, top, right and bottom in points.
std::vector<std::pair<std::string, std::array<double, 4>>> word_boxes(const std::string& listed) {
  std::vector<std::pair<std::string, std::array<double, 4>>> boxes;
  for (std::size_t at = listed.find("<word "); at != listed.npos; at = listed.find("<word ", at + 1)) {
    std::array<double, 4> box{};
    std::size_t from = at;
    for (double& side : box) {
      from = listed.find('"', from) + 1;
      side = std::stod(listed.substr(from));
      from = listed.find('"', from) + 1;
    }
    from = listed.find('>', from) + 1;
    boxes.emplace_back(listed.substr(from, listed.find('<', from) - from), box);
  }
  return boxes;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pdf_page_test)

BOOST_AUTO_TEST_CASE(han_words_join_and_latin_words_keep_their_spaces) {
  const TestFolder folder;
  const auto out = folder / "文字 layer.pdf";
  write_pdf_page(kPaper, true, page_of({{"合同", {100, 100, 80, 40}, 90, 0}, {"协议", {190, 100, 80, 40}, 90, 0},
                                        {"书", {290, 102, 40, 38}, 90, 0}, {"annual", {100, 200, 120, 30}, 90, 1},
                                        {"report", {230, 200, 110, 36}, 90, 1}, {"𠮷", {100, 300, 40, 40}, 90, 2}}),
                 font(), out);
  const std::string text = output_of("pdftotext " + quoted(out) + " -");
  BOOST_TEST(text.find("合同协议书") != std::string::npos, text);
  BOOST_TEST(text.find("annual report") != std::string::npos, text);
  BOOST_CHECK_NO_THROW(output_of("qpdf --check " + quoted(out)));
}

BOOST_AUTO_TEST_CASE(black_and_white_is_kept_as_group_4_and_grey_as_jpeg) {
  const TestFolder folder;
  write_pdf_page(kPaper, true, page_of({}), font(), folder / "bits.pdf");
  write_pdf_page(kPaper, false, page_of({}), font(), folder / "grey.pdf");
  BOOST_TEST(output_of("pdfimages -list " + quoted(folder / "bits.pdf")).find("ccitt") != std::string::npos);
  BOOST_TEST(output_of("pdfimages -list " + quoted(folder / "grey.pdf")).find("jpeg") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(pieces_become_one_document_in_order_with_one_font) {
  const TestFolder folder;
  std::vector<std::filesystem::path> pieces;
  for (int i = 0; i < 5; ++i) {
    pieces.push_back(folder / ("piece " + std::to_string(i) + ".pdf"));
    const Word number{"第" + std::to_string(i + 1) + "页", {100, 100, 120, 40}, 90, 0};
    write_pdf_page(kPaper, true, page_of({number}), font(), pieces.back());
  }
  const auto whole = folder / "合订.pdf";
  assemble(pieces, whole, "还款计划");
  const std::string text = output_of("pdftotext " + quoted(whole) + " -");
  BOOST_TEST(text.find("第1页") < text.find("第5页"));
  BOOST_TEST(text.find("第5页") != std::string::npos);
  BOOST_TEST(output_of("pdfinfo " + quoted(whole)).find("还款计划") != std::string::npos);
  BOOST_CHECK_NO_THROW(output_of("qpdf --check " + quoted(whole)));
  BOOST_TEST(std::filesystem::file_size(whole) < 2 * std::filesystem::file_size(pieces.front()));
}

BOOST_AUTO_TEST_CASE(every_word_is_read_back_where_it_stands) {
  const TestFolder folder;
  std::vector<Word> words;
  for (int line = 0; line < 30; ++line) {
    const int top = 60 + line * 55, height = 20 + line % 5 * 5;
    words.push_back({"第" + std::to_string(line) + "条", {80 + line * 3, top, 140, height}, 90, line});
    words.push_back({"Payment", {400, top, 160 + line, height}, 90, line});
    words.push_back({"due", {600, top, 70, height}, 90, line});
    words.push_back({"竖𠮷排", {1000, top + 2, 30, 40}, 90, 100 + line});
  }
  write_pdf_page(kPaper, true, page_of(words), font(), folder / "place.pdf");
  const std::string boxes = output_of("pdftotext -bbox " + quoted(folder / "place.pdf") + " -");
  constexpr double kTolerance = 0.6;  // points, that is 1.3 pixels
  BOOST_TEST(word_boxes(boxes).size() == words.size());
  for (const auto& [text, box] : word_boxes(boxes)) {
    const bool stands = std::ranges::any_of(words, [&, &said = text, &read = box](const Word& word) {
      const double left = word.box.left * 0.48, top = word.box.top * 0.48;
      return word.text == said && std::abs(read[0] - left) < kTolerance && std::abs(read[1] - top) < kTolerance &&
             std::abs(read[2] - left - word.box.width * 0.48) < kTolerance &&
             std::abs(read[3] - top - word.box.height * 0.48) < kTolerance;
    });
    BOOST_TEST(stands, text << " stands elsewhere: " << box[0] << ' ' << box[1] << ' ' << box[2] << ' ' << box[3]);
  }
}

BOOST_AUTO_TEST_CASE(characters_beyond_the_first_plane_are_copied_whole_from_any_page) {
  const TestFolder folder;
  const auto out = folder / "rare.pdf";
  std::vector<std::filesystem::path> pieces;
  for (const char* name : {"𠮷田𠀋", "王府", "𪚥𠮷"}) {
    pieces.push_back(folder / (std::string(name) + ".pdf"));
    write_pdf_page(kPaper, true, page_of({{name, {100, 100, 300, 60}, 90, 0}}), font(), pieces.back());
  }
  assemble(pieces, out);
  BOOST_TEST(output_of("pdftotext " + quoted(out) + " -") == "𠮷田𠀋\n\n\f王府\n\n\f𪚥𠮷\n\n\f");
}

BOOST_AUTO_TEST_CASE(a_piece_that_is_no_pdf_is_corrupt) {
  const TestFolder folder;
  std::ofstream(folder / "no.pdf") << "no";
  BOOST_CHECK_THROW(assemble({folder / "no.pdf"}, folder / "out.pdf"), ReadFailure);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace twofold::scanner
