#include "tests/scanner/made_files.h"

#include <boost/test/unit_test.hpp>
#include <opencv2/imgcodecs.hpp>

namespace twofold::scanner {
namespace {

using namespace testing;
using namespace std::literals;

std::string told(const std::filesystem::path& path) { return std::string(name_of(Reader::detect(path))); }

struct Fixture {
  TestFolder folder;
  std::string told_of(std::string_view bytes) { return told(write(folder / "名字 does not matter.pdf", bytes)); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(detect_test, Fixture)

BOOST_AUTO_TEST_CASE(images_are_told_by_their_first_bytes) {
  const cv::Mat image(40, 40, CV_8UC1, cv::Scalar(200));
  const std::vector<std::pair<std::string, std::string>> kinds{
      {"tif", "tiff"}, {"png", "png"}, {"jpg", "jpeg"}, {"jp2", "jpeg2000"}};
  for (const auto& [extension, name] : kinds) {
    const auto path = folder / std::string("a.").append(extension);
    cv::imwrite(path.string(), image);
    BOOST_TEST(told(path) == name);
  }
}

BOOST_AUTO_TEST_CASE(documents_that_are_zips_are_told_by_their_parts_and_not_by_their_name) {
  BOOST_TEST(told(write_zip(folder / "a.pdf", docx_parts("x"))) == "docx");
  BOOST_TEST(told(write_zip(folder / "b.zip", xlsx_parts())) == "xlsx");
  BOOST_TEST(told(write_zip(folder / "c", pptx_parts())) == "pptx");
}

BOOST_AUTO_TEST_CASE(a_zip_that_holds_a_document_is_a_zip) {
  const auto inner = write_zip(folder / "inner", docx_parts("x"));
  Entries entries = docx_parts("x");
  entries.erase(entries.begin());
  BOOST_TEST(told(write_zip(folder / "parts without list", entries)) == "zip");
  BOOST_TEST(told(write_zip(folder / "outer", {{"[Content_Types].xml.docx", "word/document.xml"}})) == "zip");
}

BOOST_AUTO_TEST_CASE(text_formats_are_told_apart) {
  BOOST_TEST(told_of("姓名,电话\n王,1\n李,2\n") == "csv");
  BOOST_TEST(told_of("一段话。\n另一段, 有逗号\n") == "text");
  BOOST_TEST(told_of("<!DOCTYPE html><html><body>x</body></html>") == "html");
  BOOST_TEST(told_of(small_mail()) == "eml");
  BOOST_TEST(told_of("Note: one\nAnother: two\n\nText") == "text");
  BOOST_TEST(told_of("{\\rtf1 x}") == "rtf");
  BOOST_TEST(told_of(small_pdf("x")) == "pdf");
  BOOST_TEST(told_of("\xFF\xFE" "a\0b\0"s) == "text");
}

BOOST_AUTO_TEST_CASE(what_is_not_on_the_list_is_unknown) {
  BOOST_TEST(told_of("\x7F" "ELF\2\1\1\0\0\0\0\0"s) == "unknown");
  BOOST_TEST(told_of("Rar!\x1A\x07\x01\0"s) == "unknown");
  BOOST_TEST(told_of("") == "unknown");
  BOOST_TEST(told_of("PK\3\4") == "zip");
}

BOOST_AUTO_TEST_CASE(every_type_and_failure_has_a_name_of_its_own) {
  BOOST_TEST(name_of(FileType::SevenZip) == "7z");
  BOOST_TEST(media_type_of(FileType::Tiff) == "image/tiff");
  BOOST_TEST(name_of(Failure::TooLarge) == "too_large");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace twofold::scanner
