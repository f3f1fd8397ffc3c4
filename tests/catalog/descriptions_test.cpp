#include "catalog/descriptions.h"

#include "catalog/amendments.h"
#include "catalog/cross_reference.h"
#include "catalog/events.h"
#include "tests/catalog/records.h"

#include <boost/test/unit_test.hpp>

using namespace twofold;
using namespace twofold::catalog;

namespace {

struct Drafts : Records {
  std::string describe(std::int64_t item, const NewDescription& wanted) {
    return refusal([&] { act([&](Transaction& t) { describe_item(t, item, wanted); }, "编目员"); });
  }
  std::string last_event() {
    const auto events = list_events(database, "", 0, 1);
    return events.empty() ? "" : events[0].bytes;
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(descriptions_test)

BOOST_AUTO_TEST_CASE(a_draft_is_set_right_its_signatures_go_and_both_values_are_in_the_trail) {
  Drafts drafts;
  const Item item = drafts.receive({.document_number = "W-1"});
  drafts.sign(item.id, {SignatureKind::Proofread});
  BOOST_TEST(drafts.describe(item.id, {.title = "签单合同", .document_number = "W-2", .date = Date(2024, 5, 2)}) == "");
  const Item now = drafts.item(item.id);
  BOOST_TEST(now.title == "签单合同");
  BOOST_TEST(now.document_number == "W-2");
  BOOST_TEST(now.responsible == item.responsible);
  BOOST_TEST(now.date->text() == "2024-05-02");
  BOOST_TEST((now.state == ItemState::Draft));
  BOOST_TEST(*now.volume_id == *item.volume_id);
  BOOST_TEST(signatures_of(drafts.database, item.id).empty());
  const auto event = drafts.last_event();
  for (const char* said : {"item.described", "编目员", "\"document_number.before\":\"W-1\"", "\"document_number.after\":\"W-2\"",
                           "\"date.before\":\"2024-03-01\"", "\"date.after\":\"2024-05-02\""})
    BOOST_TEST(event.find(said) != std::string::npos, event);
  BOOST_TEST(event.find("responsible") == std::string::npos, event);
  BOOST_TEST(drafts.describe(item.id, {.title = "签单合同"}) == "amendment.nothing");
  BOOST_TEST(drafts.describe(item.id, {.title = " "}) == "amendment.bad_value");
  BOOST_TEST(drafts.describe(item.id, {.date = std::optional<Date>()}) == "");
  BOOST_TEST(!drafts.item(item.id).date);
}

BOOST_AUTO_TEST_CASE(R5_a_date_of_another_year_moves_a_draft_into_that_years_volume_under_its_number) {
  Drafts drafts;
  const Item stays = drafts.receive({.year = 2025, .date = "2025-01-05"}), item = drafts.receive({.year = 2025, .date = ""});
  BOOST_TEST(drafts.describe(item.id, {.date = Date(2023, 11, 30)}) == "");
  const Item now = drafts.item(item.id);
  BOOST_TEST(now.year == 2023);
  BOOST_TEST(now.number() == item.number());
  BOOST_TEST(drafts.volume(*now.volume_id).code.year == 2023);
  BOOST_TEST(drafts.volume(*stays.volume_id).code.year == 2025);
  const auto where = std::to_string(item.id);
  BOOST_TEST(drafts.count("SELECT volume_id FROM paper_catalogue WHERE item_id = " + where) == *now.volume_id);
  BOOST_TEST(drafts.count("SELECT COUNT(*) FROM electronic_catalogue WHERE item_id = " + where) == 1);
  drafts.sign(item.id, {SignatureKind::Proofread, SignatureKind::Customer, SignatureKind::Handler, SignatureKind::Leader});
  drafts.act([&](Transaction& t) { file_item(t, item.id); });
  BOOST_TEST(drafts.bind(*now.volume_id).front().item_count == 1);
}

BOOST_AUTO_TEST_CASE(R22_a_draft_of_another_type_keeps_its_category_and_a_voucher_gets_a_paper_track) {
  Drafts drafts;
  const Item item = drafts.receive({.paper = false});
  BOOST_TEST(drafts.describe(item.id, {.type = {{"repayment_plan", 3, Retention::Years10, false}}}) ==
             "description.other_category");
  BOOST_TEST(drafts.describe(item.id, {.type = {{"contract", 2, Retention::Years30, true}}}) == "");
  const Item now = drafts.item(item.id);
  BOOST_TEST(now.document_type == "contract");
  BOOST_TEST(now.paper);
  BOOST_TEST((drafts.volume(*now.volume_id).code.retention == Retention::Years30));
  BOOST_TEST(drafts.count("SELECT COUNT(*) FROM paper_catalogue WHERE item_id = " + std::to_string(item.id)) == 1);
}

BOOST_AUTO_TEST_CASE(R6_a_draft_goes_to_another_customer_of_the_same_manager_alone) {
  Drafts drafts;
  const Item item = drafts.receive({});
  std::int64_t same = 0, other = 0;
  drafts.act([&](Transaction& t) {
    same = ensure_customer(t, "", "兴隆宾馆", "李经理").id;
    other = ensure_customer(t, "", "远方公司", "张建国").id;
  });
  BOOST_TEST(drafts.describe(item.id, {.customer_id = other}) == "description.other_chapter");
  BOOST_TEST(drafts.describe(item.id, {.customer_id = same}) == "");
  BOOST_TEST(*drafts.item(item.id).customer_id == same);
}

BOOST_AUTO_TEST_CASE(R16_what_is_filed_or_gone_is_described_no_more) {
  Drafts drafts;
  const Item filed = drafts.receive_and_file({});
  BOOST_TEST(drafts.describe(filed.id, {.title = "x"}) == "description.filed");
  drafts.bind(*filed.volume_id);
  BOOST_TEST(drafts.describe(filed.id, {.title = "x"}) == "description.filed");
  BOOST_TEST(drafts.describe(999, {.title = "x"}) == "item.unknown");
}

BOOST_AUTO_TEST_SUITE_END()
