// Documents made by a real office suite, read back; slow because the suite starts for each.
#include "base/files.h"
#include "tests/scanner/made_files.h"

#include <boost/test/unit_test.hpp>

namespace twofold::scanner {
namespace {

using namespace testing;

struct Fixture {
  TestFolder folder;
  ScratchFolder profile{std::filesystem::temp_directory_path()};  // not the user's, who may be at work
  Bench bench;

  // `source` by the suite into `format`.
  std::filesystem::path converted(const std::filesystem::path& source, const std::string& format,
                                  const std::string& filter = {}) {
    output_of("soffice -env:UserInstallation=file://" + profile.path().string() + " --headless " + filter +
              " --convert-to " +
              format + " --outdir " + quoted(folder / "") + " " + quoted(source) + " 2>&1");
    auto made = folder / source.filename().string();
    return made.replace_extension(format);
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(office_formats_test, Fixture)

BOOST_AUTO_TEST_CASE(documents_of_an_office_suite_read_the_same_in_every_format) {
  const auto html = write(folder / "登记 表.html", "<html><head><meta charset=\"utf-8\"></head><body><p>入会登记表</p>"
                                                   "<p>法人代表 张三</p></body></html>");
  const auto odt = converted(html, "odt");
  for (const char* format : {"odt", "docx", "doc", "rtf"}) {
    const auto path = format == std::string("odt") ? odt : converted(odt, format);
    const Reading reading = bench.read(path);
    BOOST_TEST(name_of(reading.type) == format);
    BOOST_TEST(whole_text(reading) == "入会登记表\n法人代表 张三\n", format << ": " << reading.detail);
  }
}

BOOST_AUTO_TEST_CASE(sheets_of_an_office_suite_read_the_same_in_every_format) {
  const auto csv = write(folder / "还款.csv", "日期,金额\n2026-03-01,5000\n");
  for (const char* format : {"ods", "xlsx", "xls"}) {
    const Reading reading = bench.read(converted(csv, format, "--infilter=CSV:44,34,76,1"));
    BOOST_TEST(name_of(reading.type) == format);
    const std::string text = whole_text(reading);
    BOOST_TEST(text.find("日期\t金额\n2026-03-01\t5000\n") != std::string::npos, format << ": " << text << reading.detail);
  }
}

BOOST_AUTO_TEST_CASE(a_damaged_old_document_is_corrupt) {
  const auto html = write(folder / "a.html", "<html><body><p>text</p></body></html>");
  const std::string doc = read_file(converted(converted(html, "odt"), "doc"));
  const Reading cut = bench.read(write(folder / "cut.doc", doc.substr(0, doc.size() / 3)));
  BOOST_TEST((cut.failure.has_value() || cut.type == FileType::Doc));
  BOOST_TEST(whole_text(cut).size() < 2000U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace twofold::scanner
