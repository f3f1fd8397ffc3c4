#include "archive/closing.h"

#include "archive/signing_key.h"
#include "catalog/cross_reference.h"
#include "catalog/sql.h"
#include "tests/archive/closed_archive.h"
#include "tests/archive/printed_page.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <fstream>

using namespace twofold;
using namespace twofold::archive;

BOOST_AUTO_TEST_SUITE(closing_test)

BOOST_AUTO_TEST_CASE(R10_one_missing_signature_keeps_the_whole_year_open) {
  ClosedArchive made;
  const auto whole = made.file({});
  made.file({.manager = "周经理", .leader_signs = false});
  const auto report = made.close();
  BOOST_TEST(report.blocker_count > 0);
  BOOST_TEST(report.volumes.empty());
  BOOST_TEST(!catalog::find_item(made.archive().database(), whole.id)->reference_code.has_value());
}

namespace {

bool blocks(const ClosingReport& report, const std::string& rule) {
  return report.volumes.empty() &&
         std::ranges::any_of(report.blockers, [&](const auto& at) { return at.rule == rule; });
}

void execute(ClosedArchive& made, const std::string& sql) {
  made.act([&](catalog::Transaction& transaction) { catalog::Statement(transaction.database(), sql).run(); });
}

}  // namespace

BOOST_AUTO_TEST_CASE(R4_an_item_without_a_row_in_either_catalogue_keeps_the_year_open) {
  for (const std::string table : {"electronic_catalogue", "paper_catalogue"}) {
    ClosedArchive made;
    const auto item = made.file({});
    execute(made, "DELETE FROM " + table + " WHERE item_id = " + std::to_string(item.id));
    BOOST_TEST(blocks(made.close(), "R4"), table);
  }
}

BOOST_AUTO_TEST_CASE(R5_an_item_of_another_year_keeps_the_volume_open) {
  ClosedArchive made;
  const auto item = made.file({});
  execute(made, "UPDATE item SET year = 2023 WHERE id = " + std::to_string(item.id));
  BOOST_TEST(blocks(made.close(), "R5"));
}

BOOST_AUTO_TEST_CASE(R9_what_nobody_has_proofread_keeps_the_year_open) {
  ClosedArchive made;
  made.file({});
  made.file({.proofread = false});
  BOOST_TEST(blocks(made.close(), "R9"));
}

BOOST_AUTO_TEST_CASE(a_dry_run_closes_nothing) {
  ClosedArchive made;
  const auto item = made.file({});
  BOOST_TEST(made.close(2024, true).volumes.empty());
  BOOST_TEST(!catalog::find_item(made.archive().database(), item.id)->reference_code.has_value());
}

BOOST_AUTO_TEST_CASE(R3_R5_R6_reference_codes_follow_the_signing_date_in_one_volume_a_manager) {
  ClosedArchive made;
  const auto late = made.file({.date = "2024-09-01"});
  const auto early = made.file({.date = "2024-02-01"});
  made.file({.manager = "周经理"});
  const auto report = made.close();
  BOOST_REQUIRE_EQUAL(report.blocker_count, 0);
  BOOST_TEST(report.volumes.size() == 2U);
  const auto& database = made.archive().database();
  BOOST_TEST(catalog::find_item(database, early.id)->reference_code->item == 1);
  BOOST_TEST(catalog::find_item(database, late.id)->reference_code->item == 2);
}

BOOST_AUTO_TEST_CASE(R26_R27_the_forms_show_both_notes_the_manifest_and_every_form) {
  ClosedArchive made;
  const auto item = made.file({.title = "二零二四年合同"});
  const auto report = made.close();
  BOOST_REQUIRE_EQUAL(report.volumes.size(), 1U);
  const PrintedDocument forms(report.volumes[0].forms);
  BOOST_TEST(forms.pages() == 5);   // the spine is behind the cover
  const std::string text = forms.text();
  for (const char* heading : {"全宗名称", "类目名称", "案卷题名", "起止日期", "保管期限", "卷章/客户经理"})
    BOOST_TEST(occurrences(text, heading) > 0U, heading);
  for (const char* heading : {"卷内文件目录", "电子文件归档目录", "备考表", "顺序号", "责任者", "SHA-256", "立卷人", "检查人"})
    BOOST_TEST(occurrences(text, heading) > 0U, heading);
  BOOST_TEST(occurrences(text, "二零二四年合同") == 2U);
  BOOST_TEST(occurrences(text, item.storage_id.text()) >= 2U);
}

BOOST_AUTO_TEST_CASE(a_closed_volume_verifies_and_one_flipped_byte_of_an_object_is_named) {
  ClosedArchive made;
  const auto item = made.file({});
  const auto code = made.close().volumes.at(0).volume.code;
  BOOST_TEST(verify_closed_volume(made.archive(), code).empty());
  const auto object = catalog::object_of(made.archive().database(), item.id, "original");
  const auto path = made.archive().store().path_of(object->sha256);
  std::string bytes = read_file(path);
  bytes[0] = static_cast<char>(bytes[0] ^ 1);
  write_durably(path, bytes);
  const auto faults = verify_closed_volume(made.archive(), code);
  BOOST_REQUIRE_EQUAL(faults.size(), 1U);
  BOOST_TEST(faults[0].key == "manifest.object_differs");
}

BOOST_AUTO_TEST_CASE(one_flipped_byte_of_the_manifest_is_found) {
  ClosedArchive made;
  made.file({});
  const auto closed = made.close().volumes.at(0);
  const auto path = made.archive().store().path_of(closed.manifest);
  std::string bytes = read_file(path);
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  write_durably(path, bytes);
  BOOST_REQUIRE_EQUAL(verify_closed_volume(made.archive(), closed.volume.code).size(), 1U);
  BOOST_TEST(verify_closed_volume(made.archive(), closed.volume.code)[0].key == "manifest.object_differs");
}

BOOST_AUTO_TEST_CASE(a_manifest_that_the_key_has_not_signed_is_found) {
  ClosedArchive made;
  made.file({});
  const auto code = made.close().volumes.at(0).volume.code;
  // The first digit becomes another one.
  execute(made,
          "UPDATE closing SET signature = CASE substr(signature, 1, 1) WHEN '0' THEN '1' ELSE '0' END || "
          "substr(signature, 2)");
  const auto faults = verify_closed_volume(made.archive(), code);
  BOOST_REQUIRE_EQUAL(faults.size(), 1U);
  BOOST_TEST(faults[0].key == "manifest.signature_wrong");
}

BOOST_AUTO_TEST_CASE(a_signature_holds_for_its_bytes_alone_and_the_secret_is_the_owners) {
  const ClosedArchive made;
  const auto keys = Layout{made.root()}.keys();
  const std::string signature = sign(keys, "manifest");
  BOOST_TEST(verify_signature(keys, "manifest", signature));
  BOOST_TEST(!verify_signature(keys, "manifesu", signature));
  BOOST_TEST(!verify_signature(keys, "manifest", "00" + signature.substr(2)));
  const auto mode = std::filesystem::status(keys / "signing.secret").permissions();
  BOOST_TEST((mode == (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write)));
}

BOOST_AUTO_TEST_CASE(closing_again_closes_nothing_and_a_bound_item_takes_no_signature) {
  ClosedArchive made;
  const auto item = made.file({});
  BOOST_TEST(made.close().volumes.size() == 1U);
  BOOST_TEST(made.close().volumes.empty());
  BOOST_TEST(refusal([&] {
    made.act([&](catalog::Transaction& transaction) {
      catalog::sign_item(transaction, item.id, catalog::SignatureKind::Leader, "赵总");
    });
  }) == "item.bound");
}

BOOST_AUTO_TEST_CASE(a_latecomer_enters_a_supplementary_volume_and_the_first_stays_as_it_was) {
  ClosedArchive made;
  made.file({});
  const auto first = made.close().volumes.at(0);
  made.file({.date = "2024-01-05"});
  const auto second = made.close();
  BOOST_REQUIRE_EQUAL(second.volumes.size(), 1U);
  BOOST_TEST(second.volumes[0].volume.supplementary);
  BOOST_TEST((second.volumes[0].volume.code != first.volume.code));
  BOOST_TEST(verify_closed_volume(made.archive(), first.volume.code).empty());
}

BOOST_AUTO_TEST_CASE(a_year_that_still_runs_is_refused) {
  ClosedArchive made(Date(2024, 12, 31));
  made.file({});
  BOOST_TEST(refusal([&] { made.close(); }) == "closing.year_runs");
}

BOOST_AUTO_TEST_SUITE_END()
