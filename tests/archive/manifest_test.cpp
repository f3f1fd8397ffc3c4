#include "archive/manifest.h"

#include "tests/archive/places.h"

#include <boost/test/unit_test.hpp>

using namespace twofold;
using namespace twofold::archive;

namespace {

constexpr const char* kHeading = "文件,户号,客户,类别,客户经理,材料类型,题名,日期,纸质库位,校对,客户签名,经办人,领导\r\n";

struct Folder {
  Place place;
  catalog::Profile profile = catalog::load_profile(Layout{place.root()}.profile());

  Folder() {
    place.write("甲.txt", "甲");
    place.write("乙.txt", "乙");
  }
  Manifest load(const std::string& content) { return load_manifest(place.write("manifest.csv", content), profile); }
  std::string fault(const std::string& content) {
    try {
      load(content);
    } catch (const Error& error) {
      BOOST_TEST(error.message().key == "manifest.invalid");
      return render(error.message(), Language::Chinese);
    }
    return "";
  }
};

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

const std::string kRow = "甲.txt,8801,王府饭店,2,李经理,,采购合同,2024-03-01,K1-01-01-1-1,李经理,王总,孙经办,周领导\r\n";

// "文件,客户,类别\r\n甲.txt,王府,2\r\n" as Excel writes it on a Chinese Windows.
const std::string kGb18030 =
    "\xCE\xC4\xBC\xFE,\xBF\xCD\xBB\xA7,\xC0\xE0\xB1\xF0\r\n\xBC\xD7.txt,\xCD\xF5\xB8\xAE,2\r\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(manifest_test)

BOOST_AUTO_TEST_CASE(a_row_says_everything_about_its_file) {
  Folder folder;
  const auto manifest = folder.load("\xEF\xBB\xBF" + std::string(kHeading) + kRow);
  const auto* row = manifest.row_of(folder.place.files() / "甲.txt");
  BOOST_TEST_REQUIRE(row);
  BOOST_TEST(row->customer_number == "8801");
  BOOST_TEST(row->customer == "王府饭店");
  BOOST_TEST(row->category == 2);
  BOOST_TEST(row->title == "采购合同");
  BOOST_TEST(row->date->text() == "2024-03-01");
  BOOST_TEST(row->shelf->text() == "K1-01-01-1-01");
  BOOST_TEST(row->paper);
  BOOST_TEST(row->signatures.size() == 4U);
  BOOST_TEST(!manifest.row_of(folder.place.files() / "乙.txt"));
}

BOOST_AUTO_TEST_CASE(gb18030_semicolons_tabs_quotes_and_english_headings_in_any_order_are_understood) {
  Folder folder;
  BOOST_TEST(folder.load(kGb18030).rows.at("甲.txt").customer == "王府");
  BOOST_TEST(folder.load("title;file\n\"a;b \"\"c\"\"\nd\";甲.txt\n").rows.at("甲.txt").title == "a;b \"c\"\nd");
  BOOST_TEST(folder.load("title\tfile\nx,y\t甲.txt").rows.at("甲.txt").title == "x,y");
}

BOOST_AUTO_TEST_CASE(R10_no_signature_needed_is_recorded_as_a_waiver) {
  Folder folder;
  const auto manifest = folder.load("文件,类别,校对,客户签名\n甲.txt,5,李经理,免签\n");
  BOOST_TEST((manifest.rows.at("甲.txt").signatures.at(1).kind == catalog::SignatureKind::Waiver));
}

BOOST_AUTO_TEST_CASE(every_bad_row_is_named_with_its_line) {
  Folder folder;
  const auto faults = folder.fault(std::string(kHeading) + "甲.txt,,王府饭店,9,,,,,,,,,\n无.txt,,王府饭店,2,,,,,,,,,\n"
                                   "乙.txt,,,2,,,,2024-13-01,K1,,,,\n\n乙.txt,,王府饭店,2,,神秘类型,,,,,,,\n");
  BOOST_TEST(has(faults, "manifest.csv:2:"), faults);
  BOOST_TEST(has(faults, "manifest.csv:3:"), faults);
  BOOST_TEST(has(faults, "manifest.csv:4:"), faults);
  BOOST_TEST(has(faults, "2024-13-01"), faults);
  BOOST_TEST(has(faults, "K1-02-05-3-12"), faults);
  BOOST_TEST(has(faults, "manifest.csv:6:"), faults);
  BOOST_TEST(has(faults, "神秘类型"), faults);
}

BOOST_AUTO_TEST_CASE(a_file_outside_twice_or_without_a_heading_is_refused) {
  Folder folder;
  BOOST_TEST(has(folder.fault("文件,题名\n../甲.txt,x\n"), "manifest.csv:2:"));
  BOOST_TEST(has(folder.fault("文件,题名\n甲.txt,x\n甲.txt,y\n"), "manifest.csv:3:"));
  BOOST_TEST(has(folder.fault("题名\nx\n"), "manifest.csv:1:"));
  BOOST_TEST(has(folder.fault("文件,颜色\n甲.txt,红\n"), "颜色"));
}

BOOST_AUTO_TEST_CASE(nothing_is_written_when_a_manifest_is_wrong) {
  Folder folder;
  folder.place.write("manifest.csv", "文件,类别\n甲.txt,2\n");
  const auto archive = folder.place.open();
  BOOST_CHECK_THROW(ingest_all(*archive, {folder.place.files()}), Error);
  BOOST_TEST(catalog::count_items(archive->database()) == 0);
  BOOST_TEST(std::filesystem::is_empty(archive->layout().store()));
}

BOOST_AUTO_TEST_CASE(R22_a_voucher_has_a_paper_track_though_no_place_is_given) {
  Folder folder;
  const auto voucher =
      std::ranges::find_if(folder.profile.document_types, [](const auto& type) { return type.voucher; });
  BOOST_TEST_REQUIRE((voucher != folder.profile.document_types.end()));
  const auto manifest = folder.load("文件,客户,材料类型\n甲.txt,王府饭店," + voucher->name.chinese + "\n");
  BOOST_TEST(manifest.rows.at("甲.txt").paper);
  BOOST_TEST(manifest.rows.at("甲.txt").category == voucher->category);
}

BOOST_AUTO_TEST_CASE(R10_a_row_whose_leader_approves_own_work_is_a_fault_of_the_manifest) {
  Folder folder;
  const std::string row = "甲.txt,8801,王府饭店,2,李经理,,采购合同,2024-03-01,,李经理,王总,孙经办,";
  BOOST_TEST(has(folder.fault(kHeading + row + "孙经办\r\n"), "孙经办 以领导身份审批"));
  BOOST_TEST(has(folder.fault(kHeading + row + "李经理\r\n"), "李经理 以领导身份审批"));
  BOOST_TEST(folder.fault(kHeading + row + "周领导\r\n").empty());
}

BOOST_AUTO_TEST_SUITE_END()
