#include "base/files.h"
#include "scanner/worker/page/pdf_page.h"
#include "scanner/worker/page/pipeline.h"
#include "scanner/worker/page/srgb_profile.h"
#include "scanner/worker/pdf.h"
#include "tests/scanner/drawn_page.h"
#include "tests/scanner/pdf_a.h"

#include <boost/test/unit_test.hpp>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <functional>
#include <set>

namespace twofold::scanner {
namespace {

using testing::claims_pdf_a;
using testing::faults_of_pdf_a;
using testing::output_of;
using testing::quoted;
using testing::TestFolder;

Page page_of(std::vector<Word> words) {
  Page page;
  page.width = 620;
  page.height = 877;
  page.dpi = 75;
  page.words = std::move(words);
  return page;
}

void write_piece(const std::filesystem::path& out, bool bilevel = true, int type = CV_8UC1) {
  const Page page = page_of({{"授信", {50, 50, 40, 20}, 90, 0}, {"额度", {95, 50, 40, 20}, 90, 0},
                             {"annual", {50, 100, 60, 15}, 90, 1}, {"𠮷野家", {50, 150, 60, 20}, 90, 2}});
  write_pdf_page(cv::Mat(877, 620, type, cv::Scalar::all(255)), bilevel, page,
                 read_file("/usr/share/tesseract-ocr/5/tessdata/pdf.ttf"), out);
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "; ";
  return text;
}

// A reading copy of three pages, one of each kind of picture.
void write_copy(const TestFolder& folder, const std::filesystem::path& out, const std::string& title) {
  write_piece(folder / "1.pdf");
  write_piece(folder / "2.pdf", false);
  write_piece(folder / "3.pdf", false, CV_8UC3);
  assemble({folder / "1.pdf", folder / "2.pdf", folder / "3.pdf"}, out, title);
}

struct Damage {
  const char* named;
  std::function<void(QPDF&)> done;
};

QPDFObjectHandle first_font(QPDF& pdf) {
  QPDFObjectHandle page = QPDFPageDocumentHelper(pdf).getAllPages().at(0).getObjectHandle();
  return page.getKey("/Resources").getKey("/Font").getKey("/F1");
}

const std::vector<Damage> kDamages{
    {"metadata gone", [](QPDF& pdf) { pdf.getRoot().removeKey("/Metadata"); }},
    {"intent gone", [](QPDF& pdf) { pdf.getRoot().removeKey("/OutputIntents"); }},
    {"another title",
     [](QPDF& pdf) { pdf.getTrailer().getKey("/Info").replaceKey("/Title", QPDFObjectHandle::newString("x")); }},
    {"no character map", [](QPDF& pdf) { first_font(pdf).removeKey("/ToUnicode"); }},
    {"missing glyph",
     [](QPDF& pdf) {
       first_font(pdf).getKey("/DescendantFonts").getArrayItem(0).replaceKey(
           "/CIDToGIDMap", pdf.newStream(std::string(131072, '\0')));
     }},
    {"wrong width",
     [](QPDF& pdf) {
       first_font(pdf).getKey("/DescendantFonts").getArrayItem(0).replaceKey("/DW", QPDFObjectHandle::newInteger(600));
     }},
    {"transparent",
     [](QPDF& pdf) {
       QPDFPageDocumentHelper(pdf).getAllPages().at(0).getObjectHandle().replaceKey(
           "/Group", QPDFObjectHandle::parse("<< /S /Transparency >>"));
     }},
    {"script",
     [](QPDF& pdf) {
       pdf.getRoot().replaceKey("/OpenAction", QPDFObjectHandle::parse("<< /Type /Action /S /JavaScript /JS (1) >>"));
     }},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(pdf_archival_test)

BOOST_AUTO_TEST_CASE(a_copy_of_bilevel_grey_and_colour_pages_keeps_the_rules_of_pdf_a) {
  const TestFolder folder;
  write_copy(folder, folder / "copy.pdf", "“还款” <计划> & 𠮷\n2024");
  BOOST_TEST(claims_pdf_a(folder / "copy.pdf"));
  const auto faults = faults_of_pdf_a(folder / "copy.pdf");
  BOOST_TEST(faults.empty(), joined(faults));
  BOOST_CHECK_NO_THROW(output_of("qpdf --check " + quoted(folder / "copy.pdf")));
  const std::string told = output_of("pdfinfo " + quoted(folder / "copy.pdf"));
  BOOST_TEST(told.find("“还款” <计划> & 𠮷 2024") != std::string::npos, told);
}

BOOST_AUTO_TEST_CASE(a_copy_without_title_keeps_the_rules_and_is_the_same_each_time) {
  const TestFolder folder;
  write_copy(folder, folder / "one.pdf", "");
  write_copy(folder, folder / "two.pdf", "");
  const auto faults = faults_of_pdf_a(folder / "one.pdf");
  BOOST_TEST(faults.empty(), joined(faults));
  BOOST_TEST(read_file(folder / "one.pdf") == read_file(folder / "two.pdf"));
}

BOOST_AUTO_TEST_CASE(the_checker_finds_every_damage) {
  const TestFolder folder;
  write_copy(folder, folder / "copy.pdf", "合同");
  for (const Damage& damage : kDamages) {
    QPDF pdf;
    pdf.processFile((folder / "copy.pdf").c_str());
    damage.done(pdf);
    QPDFWriter writer(pdf, (folder / "bad.pdf").c_str());
    writer.write();
    BOOST_TEST(!faults_of_pdf_a(folder / "bad.pdf").empty(), damage.named);
  }
}

BOOST_AUTO_TEST_CASE(a_page_beyond_what_readers_take_is_made_smaller) {
  const TestFolder folder;
  Page page = page_of({});
  page.width = 8;
  page.height = 20000;
  page.dpi = 72;
  write_pdf_page(cv::Mat(20000, 8, CV_8UC1, cv::Scalar(255)), true, page, "", folder / "long.pdf");
  assemble({folder / "long.pdf"}, folder / "copy.pdf");
  const auto faults = faults_of_pdf_a(folder / "copy.pdf");
  BOOST_TEST(faults.empty(), joined(faults));
}

BOOST_AUTO_TEST_CASE(a_document_with_pages_of_others_claims_nothing_and_shares_the_font) {
  const TestFolder folder;
  write_copy(folder, folder / "original.pdf", "原件");
  Job job;
  job.kind = JobKind::Assemble;
  job.source = folder / "original.pdf";
  job.scratch = folder / "";
  job.pages = {1, 2, 3};
  job.title = "混合";
  std::filesystem::create_directories(piece_path(job.scratch, 1).parent_path());
  for (const int number : {1, 3}) write_piece(piece_path(job.scratch, number));
  assemble_mixed(job, folder / "mixed.pdf");
  BOOST_TEST(!claims_pdf_a(folder / "mixed.pdf"));
  const std::string told = output_of("pdfinfo " + quoted(folder / "mixed.pdf"));
  BOOST_TEST(told.find("混合") != std::string::npos, told);
  QPDF pdf;
  pdf.processFile((folder / "mixed.pdf").c_str());
  std::set<QPDFObjGen> fonts;
  for (auto& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
    fonts.insert(page.getObjectHandle().getKey("/Resources").getKey("/Font").getKey("/F1").getObjGen());
  }
  BOOST_TEST(fonts.size() == 2U);
}

BOOST_AUTO_TEST_CASE(the_profile_is_small_and_tells_its_own_size) {
  const std::string profile = srgb_profile();
  BOOST_TEST(profile.size() < 1000U);
  BOOST_TEST(static_cast<unsigned char>(profile[2]) * 256U + static_cast<unsigned char>(profile[3]) == profile.size());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace twofold::scanner
