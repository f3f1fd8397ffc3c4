// XLSX, PPTX and OpenDocument parts written by hand, for what an office suite does not write on demand.
#include "tests/scanner/made_files.h"

#include <boost/test/unit_test.hpp>

namespace twofold::scanner {
namespace {

using namespace testing;

std::string relations(const std::vector<std::pair<std::string, std::string>>& targets) {
  std::string all = "<Relationships>";
  for (const auto& [id, target] : targets) {
    all += "<Relationship Id=\"" + id + "\" Target=\"" + target + "\"/>";
  }
  return all + "</Relationships>";
}

struct Fixture {
  static Bench& bench() {
    static Bench shared;
    return shared;
  }
  TestFolder folder;
  Reading read(const Entries& entries) { return bench().read(write_zip(folder / "文 件", entries)); }

  // A workbook of one sheet.
  std::string sheet(const std::string& rows, const Entries& others = {}, const std::string& facts = {}) {
    Entries entries{{"[Content_Types].xml", "<Types/>"},
                    {"xl/workbook.xml", "<workbook xmlns:r=\"r\">" + facts + "<sheets><sheet name=\"表\" sheetId=\"1\" "
                                        "state=\"veryHidden\" r:id=\"rId1\"/></sheets></workbook>"},
                    {"xl/_rels/workbook.xml.rels", relations({{"rId1", "worksheets/sheet1.xml"}})},
                    {"xl/styles.xml",
                     "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/>"
                     "<numFmt numFmtId=\"165\" formatCode=\"[$-804]General\"/></numFmts><cellXfs><xf numFmtId=\"0\"/>"
                     "<xf numFmtId=\"164\"/><xf numFmtId=\"22\"/><xf numFmtId=\"20\"/><xf numFmtId=\"10\"/>"
                     "<xf numFmtId=\"165\"/></cellXfs></styleSheet>"},
                    {"xl/worksheets/sheet1.xml", "<worksheet>" + rows + "</worksheet>"}};
    entries.insert(entries.end(), others.begin(), others.end());
    return whole_text(read(entries));
  }

  // A presentation of one slide.
  std::string slide(const std::string& shapes, const Entries& others = {}) {
    Entries entries{{"[Content_Types].xml", "<Types/>"},
                    {"ppt/presentation.xml",
                     "<p:presentation xmlns:p=\"p\" xmlns:r=\"r\"><p:sldIdLst><p:sldId id=\"256\" "
                     "r:id=\"rId1\"/></p:sldIdLst></p:presentation>"},
                    {"ppt/_rels/presentation.xml.rels", relations({{"rId1", "slides/slide1.xml"}})},
                    {"ppt/slides/slide1.xml",
                     "<p:sld xmlns:p=\"p\" xmlns:a=\"a\" xmlns:r=\"r\" xmlns:c=\"c\">" + shapes + "</p:sld>"}};
    entries.insert(entries.end(), others.begin(), others.end());
    return whole_text(read(entries));
  }
};

std::string shape(const std::string& kind, const std::string& text) {
  const std::string place = kind.empty() ? "" : "<p:nvPr><p:ph type=\"" + kind + "\"/></p:nvPr>";
  return "<p:sp>" + place + "<a:p><a:r><a:t>" + text + "</a:t></a:r></a:p></p:sp>";
}

const std::string kChart =
    "<c:chart xmlns:c=\"c\" "
    "xmlns:a=\"a\"><c:title><a:p><a:r><a:t>收入图</a:t></a:r></a:p></c:title><c:ser><c:tx><c:f>A1</c:f>"
    "<c:v>本年</c:v></c:tx><c:cat><c:f>B1</c:f><c:pt><c:v>一月</c:v></c:pt><c:pt><c:v>二月</c:v></c:pt></"
    "c:cat><c:val><c:pt>"
    "<c:v>812</c:v></c:pt></c:val></c:ser></c:chart>";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(sheets_and_slides_test, Fixture)

BOOST_AUTO_TEST_CASE(numbers_are_shown_as_the_sheet_shows_them) {
  const auto cell = [](int style, const std::string& value) {
    return "<c s=\"" + std::to_string(style) + "\"><v>" + value + "</v></c>";
  };
  const std::string row = "<sheetData><row>" + cell(0, "0.10000000000000001") + cell(1, "46082") +
                          cell(2, "46082.604166666664") + cell(3, "0.375") + cell(4, "0.125") + cell(5, "46082") +
                          "</row></sheetData>";
  BOOST_TEST(sheet(row) == "表\n0.1\t2026-03-01\t2026-03-01 14:30\t09:00\t12.5%\t46082\n");
  BOOST_TEST(sheet("<sheetData><row>" + cell(1, "44620") + "</row></sheetData>", {}, "<workbookPr date1904=\"1\"/>") ==
             "表\n2026-03-01\n");
}

BOOST_AUTO_TEST_CASE(cells_keep_their_columns_and_show_values_and_not_formulas) {
  BOOST_TEST(
      sheet("<sheetData><row><c r=\"B1\" t=\"str\"><f>A1&amp;B1</f><v>合计</v></c><c r=\"D1\" "
            "t=\"b\"><v>1</v></c></row>"
            "<row><c r=\"A3\" t=\"inlineStr\"><is><r><t>两</t></r><r><t>段</t></r><rPh><t>音</t></rPh></is></c></row>"
            "</sheetData>") == "表\n\t合计\t\tTRUE\n两段\n");
}

BOOST_AUTO_TEST_CASE(margins_drawings_and_comments_of_a_sheet_are_read) {
  const Entries others{
      {"xl/worksheets/_rels/sheet1.xml.rels", relations({{"rId1", "../drawings/drawing1.xml"},
                                                         {"rId2", "../comments1.xml"},
                                                         {"rId3", "../threadedComments/t1.xml"}})},
      {"xl/drawings/drawing1.xml",
       "<xdr:wsDr xmlns:xdr=\"x\" xmlns:a=\"a\"><xdr:sp><a:p><a:r><a:t>文本框</a:t></a:r></a:p></xdr:sp>"
       "</xdr:wsDr>"},
      {"xl/comments1.xml",
       "<comments><authors><author>王</author><author>tc={1}</author></authors><commentList>"
       "<comment ref=\"B2\" authorId=\"0\"><text><r><t>旧批注</t></r></text></comment>"
       "<comment ref=\"C3\" authorId=\"1\"><text><t>重复</t></text></comment></commentList></comments>"},
      {"xl/threadedComments/t1.xml",
       "<ThreadedComments><threadedComment ref=\"C3\" personId=\"{P}\"><text>新批注</text>"
       "</threadedComment></ThreadedComments>"},
      {"xl/persons/person.xml", "<personList><person displayName=\"李\" id=\"{P}\"/></personList>"}};
  BOOST_TEST(sheet("<sheetData><row><c><v>7</v></c></row></"
                   "sheetData><headerFooter><oddHeader>&amp;L&amp;\"宋体\"&amp;12机密&amp;C"
                   "第&amp;P页</oddHeader><oddFooter>&amp;R财务部&amp;K0000FF 制</oddFooter></headerFooter>",
                   others) == "表\n机密\n7\n财务部 制\n文本框\nB2 [王] 旧批注\nC3 [李] 新批注\n");
}

BOOST_AUTO_TEST_CASE(slides_begin_with_their_title_and_end_with_notes_and_comments) {
  const Entries others{
      {"ppt/slides/_rels/slide1.xml.rels", relations({{"rId1", "../notesSlides/notesSlide1.xml"},
                                                      {"rId2", "../comments/comment1.xml"},
                                                      {"rId3", "../charts/chart1.xml"}})},
      {"ppt/notesSlides/notesSlide1.xml", "<p:notes xmlns:p=\"p\" xmlns:a=\"a\">" + shape("sldImg", "图") +
                                              shape("body", "备注") + shape("dt", "日期") + "</p:notes>"},
      {"ppt/comments/comment1.xml",
       "<p:cmLst xmlns:p=\"p\"><p:cm authorId=\"0\"><p:text>再核</p:text></p:cm></p:cmLst>"},
      {"ppt/commentAuthors.xml", "<p:cmAuthorLst xmlns:p=\"p\"><p:cmAuthor id=\"0\" name=\"李\"/></p:cmAuthorLst>"},
      {"ppt/charts/chart1.xml", kChart}};
  const std::string text = slide(shape("", "正文") + "<p:grpSp>" + shape("", "组内") +
                                     "</p:grpSp><p:graphicFrame><c:chart r:id=\"rId3\"/>"
                                     "</p:graphicFrame>" +
                                     shape("sldNum", "1") + shape("title", "标题"),
                                 others);
  BOOST_TEST(text == "标题\n正文\n组内\n收入图\n本年\n一月\t二月\n备注\n[李] 再核\n");
}

BOOST_AUTO_TEST_CASE(repeated_cells_of_an_open_document_are_bounded) {
  Entries parts = odf_parts(true);
  const std::string names = "xmlns:office=\"o\" xmlns:text=\"x\" xmlns:table=\"t\"";
  parts[1].second =
      "<office:document-content " + names +
      "><table:table table:name=\"表\"><table:table-row "
      "table:number-rows-repeated=\"1048576\"><table:table-cell "
      "table:number-columns-repeated=\"2\"><text:p>甲</text:p>"
      "</table:table-cell><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row></table:table>"
      "</office:document-content>";
  const std::string text = whole_text(read(parts));
  BOOST_TEST(text.starts_with("表\n甲\t甲\n甲\t甲\n"));
  BOOST_TEST(text.size() < 2000U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace twofold::scanner
