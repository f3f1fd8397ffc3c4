// What asks for a password, apart from what is damaged.
#include "base/files.h"
#include "tests/scanner/flat_documents.h"
#include "tests/scanner/made_files.h"

#include <boost/test/unit_test.hpp>

namespace twofold::scanner {
namespace {

using namespace testing;
using namespace std::literals;

struct Fixture {
  TestFolder folder;
  ScratchFolder profile{std::filesystem::temp_directory_path()};
  Bench bench;

  std::string failure_of(const std::filesystem::path& file) { return failure_name(bench.read(file)); }
  std::string failure_of(const std::string& bytes) { return failure_of(write(folder / "文 件", bytes)); }
  std::string converted(const std::string& name, const std::string& flat, const std::string& format) {
    auto source = write(folder / name, flat);
    output_of("soffice -env:UserInstallation=file://" + profile.path().string() + " --headless --convert-to " + format +
              " --outdir " + quoted(folder / "") + " " + quoted(source) + " 2>&1");
    return read_file(source.replace_extension(format));
  }
  std::filesystem::path by_qpdf(const std::string& options, const std::string& bytes) {
    const auto plain = write(folder / "plain.pdf", bytes), made = folder / "made.pdf";
    output_of("qpdf --warning-exit-0 " + options + " " + quoted(plain) + " " + quoted(made) + " 2>&1");
    return made;
  }
};

// `bytes` with the first `from` after `mark` turned into `to`, of equal length.
std::string changed(std::string bytes, std::string_view mark, std::string_view from, std::string_view to) {
  const auto at = bytes.find(from, bytes.find(mark));
  BOOST_REQUIRE(at != std::string::npos);
  return bytes.replace(at, to.size(), to);
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(locked_files_test, Fixture)

BOOST_AUTO_TEST_CASE(a_pdf_that_only_its_owner_may_change_is_read) {
  const Reading reading = bench.read(by_qpdf("--encrypt '' owner 256 --extract=n --", small_pdf("Contract of Wangfu")));
  BOOST_TEST(whole_text(reading) == "Contract of Wangfu\n");
  BOOST_TEST(failure_of(by_qpdf("--encrypt user owner 128 --use-aes=y --", small_pdf("Contract of Wangfu"))) ==
             "encrypted");
  BOOST_TEST(failure_of(by_qpdf("--allow-weak-crypto --encrypt user owner 40 --", small_pdf("Contract"))) ==
             "encrypted");
}

BOOST_AUTO_TEST_CASE(a_pdf_without_its_table_is_repaired_and_one_without_pages_is_corrupt) {
  const std::string sound = read_file(by_qpdf("", small_pdf("Contract of Wangfu")));
  BOOST_TEST(whole_text(bench.read(write(folder / "a", changed(sound, "startxref", "startxref", "startxxxx")))) ==
             "Contract of Wangfu\n");
  BOOST_TEST(failure_of(changed(sound, "/Pages", "/Kids", "/Xids")) == "corrupt");
}

BOOST_AUTO_TEST_CASE(a_new_office_document_with_a_password_is_encrypted) {
  BOOST_TEST(failure_of(ole_file({"EncryptionInfo", "EncryptedPackage"})) == "encrypted");
  BOOST_TEST(failure_of(ole_file({"SomethingElse"})) == "unsupported");
}

BOOST_AUTO_TEST_CASE(an_open_document_with_a_password_is_encrypted) {
  for (const bool sheets : {false, true}) {
    Entries parts = odf_parts(sheets);
    parts[1].second = "\x8F\x13 not readable";
    BOOST_TEST(failure_of(write_zip(folder / "damaged", parts)) == "corrupt");
    parts.push_back({"META-INF/manifest.xml",
                     "<manifest:manifest xmlns:manifest=\"m\"><manifest:file-entry manifest:full-path=\"content.xml\">"
                     "<manifest:encryption-data manifest:checksum=\"x\"/></manifest:file-entry></manifest:manifest>"});
    BOOST_TEST(failure_of(write_zip(folder / "locked", parts)) == "encrypted");
  }
}

BOOST_AUTO_TEST_CASE(an_old_office_document_with_a_password_is_encrypted) {
  const std::string doc = converted("a.fodt", flat_letter(), "doc");
  const auto head = doc.find("\xEC\xA5"s);
  BOOST_REQUIRE(head != std::string::npos);
  std::string locked = doc;
  locked[head + 11] = static_cast<char>(locked[head + 11] | 1);
  BOOST_TEST(failure_of(locked) == "encrypted");
  const std::string xls = converted("b.fods", flat_sheets(), "xls");
  const auto begin = xls.find("\x09\x08\x10\0"s);
  BOOST_REQUIRE(begin != std::string::npos);
  std::string sealed = xls;
  sealed.replace(begin + 20, 2, "\x2F\0"s);
  BOOST_TEST(failure_of(sealed) == "encrypted");
  const std::string ppt = converted("c.fodp", flat_slides(), "ppt");
  BOOST_TEST(failure_of(changed(ppt, "\x5F\xC0\x91\xE3", "\x5F\xC0\x91\xE3", "\xDF\xC4\xD1\xF3")) == "encrypted");
}

BOOST_AUTO_TEST_CASE(office_documents_that_are_cut_off_are_corrupt) {
  for (const auto& entries : {docx_parts("x"), xlsx_parts(), pptx_parts(), odf_parts(false), odf_parts(true)}) {
    const std::string whole = read_file(write_zip(folder / "whole", entries));
    BOOST_TEST(failure_of(whole) == "");
    BOOST_TEST(failure_of(whole.substr(0, whole.size() * 2 / 3)) == "corrupt");
  }
  const std::string ppt = converted("c.fodp", flat_slides(), "ppt");
  BOOST_TEST(failure_of(ppt.substr(0, ppt.size() / 4)) != "");
}

BOOST_AUTO_TEST_CASE(containers_with_a_password_are_encrypted) {
  write(folder / "a.txt", "secret");
  const auto packed = folder / "a.7z", hidden = folder / "b.7z", zip = folder / "c.zip";
  output_of("7z a -bd -pgeheim " + quoted(packed) + " " + quoted(folder / "a.txt"));
  output_of("7z a -bd -pgeheim -mhe=on " + quoted(hidden) + " " + quoted(folder / "a.txt"));
  output_of("7z a -bd -tzip -mem=AES256 -pgeheim " + quoted(zip) + " " + quoted(folder / "a.txt"));
  for (const auto& file : {packed, hidden, zip}) BOOST_TEST(failure_of(file) == "encrypted", file.filename());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace twofold::scanner
