#include "catalog/fonds_file.h"
#include "catalog/patrols.h"
#include "catalog/rectifications.h"
#include "tests/catalog/records.h"

#include <boost/test/unit_test.hpp>

using namespace twofold;
using namespace twofold::catalog;

namespace {

struct Inspectorate : Records {
  template <class Work>
  std::string by(const char* actor, const Work& work) {
    return refusal([&] { act([&](Transaction& t) { work(t); }, actor); });
  }
};

NewPatrol patrol(const char* finding = "", const char* at = "2025-01-09 17:00") {
  return {.room = "K1", .kind = PatrolKind::Fire, .at = LocalTime::parse(at), .finding = finding, .person = "周敏"};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(supervision_test)

BOOST_AUTO_TEST_CASE(R33_R48_a_defect_goes_by_notice_report_and_inspection_until_it_passes) {
  Inspectorate it;
  const Item photo = it.receive({});
  const auto open = [&](const char* target, const char* words) {
    return it.by("孙工", [&](Transaction& t) { open_rectification(t, target, {words, ""}); });
  };
  const auto notice = [&](Date due) { return it.by("孙工", [&](Transaction& t) { give_notice(t, 1, due, {"限期修复", ""}); }); };
  const auto report = [&] { return it.by("电工", [&](Transaction& t) { report_work(t, 1, {"已换锁", photo.number()}); }); };
  const auto inspect = [&](bool passed, const char* who) {
    return it.by(who, [&](Transaction& t) { inspect_work(t, 1, passed, {"复查", ""}); });
  };
  BOOST_TEST(open("没有", "门锁损坏") == "rectification.unknown_target");
  BOOST_TEST(open("王府饭店", " ") == "rectification.words_missing");
  BOOST_TEST(open("王府饭店", "门锁损坏") == "");
  BOOST_TEST(report() == "rectification.out_of_order");
  BOOST_TEST(notice(Date(2025, 1, 9)) == "rectification.due_in_past");
  BOOST_TEST(notice(Date(2025, 1, 20)) == "");
  BOOST_TEST(list_rectifications(it.database, Date(2025, 1, 20), 0, 10).empty());
  BOOST_TEST(list_rectifications(it.database, Date(2025, 1, 21), 0, 10).size() == 1U);
  BOOST_TEST(report() == "");
  BOOST_TEST(inspect(true, "电工") == "rectification.own_work");
  BOOST_TEST(inspect(false, "孙工") == "");
  BOOST_TEST(report() == "rectification.out_of_order");
  BOOST_TEST(notice(Date(2025, 2, 1)) == "");
  BOOST_TEST(report() == "");
  BOOST_TEST(inspect(true, "孙工") == "");
  BOOST_TEST(notice(Date(2025, 2, 1)) == "rectification.out_of_order");
  BOOST_TEST(find_rectification(it.database, 1)->steps.size() == 7U);
  BOOST_TEST(list_rectifications(it.database, {}, 0, 10).empty());
}

BOOST_AUTO_TEST_CASE(R45_a_patrol_with_a_finding_stays_open_until_it_is_resolved) {
  Inspectorate it;
  const auto record = [&](const NewPatrol& what) { return it.by("周敏", [&](Transaction& t) { record_patrol(t, what); }); };
  BOOST_TEST(record(patrol()) == "");
  BOOST_TEST(record(patrol()) == "");
  BOOST_TEST(record(patrol("灭火器过期")) == "patrol.recorded_already");
  BOOST_TEST(record(patrol("灭火器过期", "2025-01-10 17:00")) == "");
  BOOST_TEST(record(patrol("", "2025-01-11 17:00")) == "patrol.in_future");
  BOOST_TEST(list_patrols(it.database, false, 0, 10).size() == 2U);
  BOOST_TEST(list_patrols(it.database, true, 0, 10).size() == 1U);
  const auto resolve = [&](std::int64_t id) { return it.by("周敏", [&](Transaction& t) { resolve_patrol(t, id, "已更换"); }); };
  BOOST_TEST(resolve(1) == "patrol.nothing_found");
  BOOST_TEST(resolve(2) == "");
  BOOST_TEST(resolve(2) == "patrol.resolved_already");
  BOOST_TEST(list_patrols(it.database, true, 0, 10).empty());
}

BOOST_AUTO_TEST_CASE(R45_a_log_of_patrols_is_taken_in_once) {
  Inspectorate it;
  const std::vector<NewPatrol> rows = {patrol(), patrol("蛀粉", "2025-01-10 09:00")};
  it.act([&](Transaction& t) { BOOST_TEST(import_patrols(t, rows).added == 2U); });
  it.act([&](Transaction& t) { BOOST_TEST(import_patrols(t, rows).unchanged == 2U); });
}

BOOST_AUTO_TEST_CASE(R46_the_fonds_file_numbers_its_documents_by_kind_and_shows_closings_by_itself) {
  Inspectorate it;
  const auto add = [&](FondsDocumentKind kind, const char* title, const char* item = "") {
    return it.by("周敏", [&](Transaction& t) { add_fonds_document(t, kind, title, t.today(), item); });
  };
  BOOST_TEST(add(FondsDocumentKind::History, "全宗介绍") == "");
  BOOST_TEST(add(FondsDocumentKind::Use, "利用制度") == "");
  BOOST_TEST(add(FondsDocumentKind::Use, "利用实例", it.receive({}).number().c_str()) == "");
  BOOST_TEST(add(FondsDocumentKind::Use, "x", "T-0") == "fonds_file.unknown_item");
  BOOST_TEST(add(FondsDocumentKind::Use, " ") == "fonds_file.title_missing");
  const auto use = list_fonds_file(it.database, FondsDocumentKind::Use, 0, 10);
  BOOST_REQUIRE(use.size() == 2U);
  BOOST_TEST(use[0].number + use[1].number == 3);
  it.execute("INSERT INTO closing(volume_id, year, closed_by, at, manifest_sha256, signature, forms_sha256) "
             "SELECT id, 2024, '周敏', 0, '', '', '' FROM volume LIMIT 1");
  BOOST_TEST(list_fonds_file(it.database, FondsDocumentKind::Arrangement, 0, 10).size() == 1U);
  BOOST_TEST(list_fonds_file(it.database, {}, 1, 10).size() == 3U);
}

BOOST_AUTO_TEST_SUITE_END()
