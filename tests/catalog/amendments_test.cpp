#include "catalog/amendments.h"

#include "catalog/removals.h"
#include "catalog/transfers.h"
#include "tests/catalog/records.h"

#include <boost/test/unit_test.hpp>

using namespace twofold;
using namespace twofold::catalog;

namespace {

struct Changes : Records {
  std::string ask(std::int64_t item, const WantedFields& wanted, const std::string& reason = "有误", const char* actor = "李经理") {
    return refusal([&] { act([&](Transaction& t) { asked = request_amendment(t, item, wanted, reason); }, actor); });
  }
  std::string consent(std::int64_t id, const char* actor = "销售部经理") {
    return refusal([&] { act([&](Transaction& t) { consent_to_amendment(t, id); }, actor); });
  }
  Amendment asked;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(amendments_test)

BOOST_AUTO_TEST_CASE(R16_a_filed_item_changes_only_with_anothers_consent_and_keeps_what_it_said_before) {
  Changes changes;
  const Item item = changes.receive_and_file({.document_number = "W-1"});
  BOOST_TEST(changes.ask(item.id, {.title = "新题名", .document_number = "W-2"}) == "");
  BOOST_TEST(changes.item(item.id).title == item.title);
  BOOST_TEST(changes.consent(changes.asked.id, "李经理") == "amendment.own_request");
  BOOST_TEST(changes.consent(changes.asked.id) == "");
  BOOST_TEST(changes.consent(changes.asked.id) == "amendment.decided");
  BOOST_TEST(changes.item(item.id).title == "新题名");
  BOOST_TEST((changes.item(item.id).state == ItemState::Filed));
  const auto history = amendments_of(changes.database, item.id);
  BOOST_REQUIRE(history.size() == 1U);
  BOOST_TEST(history[0].revision == 1);
  BOOST_TEST(history[0].fields.size() == 2U);
  BOOST_TEST(history[0].fields[0].before == "W-1");
  BOOST_TEST(history[0].fields[1].before == item.title);
  BOOST_TEST(history[0].decided_by == "销售部经理");
  BOOST_TEST(changes.count("SELECT COUNT(*) FROM event WHERE action = 'item.amended'") == 1);
}

BOOST_AUTO_TEST_CASE(R16_a_change_is_refused_with_a_reason_or_overtaken_by_another) {
  Changes changes;
  const Item item = changes.receive_and_file({});
  changes.ask(item.id, {.title = "甲"});
  const auto first = changes.asked.id;
  changes.ask(item.id, {.title = "乙"});
  BOOST_TEST(changes.consent(changes.asked.id) == "");
  BOOST_TEST(changes.consent(first) == "amendment.overtaken");
  const auto refuse = [&](const char* reason) {
    return refusal([&] { changes.act([&](Transaction& t) { refuse_amendment(t, first, reason); }, "销售部经理"); });
  };
  BOOST_TEST(refuse(" ") == "amendment.reason_missing");
  BOOST_TEST(refuse("已改") == "");
  BOOST_TEST(list_open_amendments(changes.database, 0, 10).empty());
}

BOOST_AUTO_TEST_CASE(R9_a_change_before_filing_is_made_at_once_and_takes_the_signatures_back) {
  Changes changes;
  const Item item = changes.receive({});
  changes.sign(item.id, {SignatureKind::Proofread});
  BOOST_TEST(changes.ask(item.id, {.title = "新题名"}) == "");
  BOOST_TEST(changes.asked.state == "applied");
  BOOST_TEST((changes.item(item.id).state == ItemState::Draft));
  BOOST_TEST(signatures_of(changes.database, item.id).empty());
}

BOOST_AUTO_TEST_CASE(R16_a_bound_item_changes_too_but_never_its_year) {
  Changes changes;
  const Volume volume = changes.bound({});
  const auto item = list_items(changes.database, {.volume_id = volume.id}, 0, 1).at(0);
  BOOST_TEST(changes.ask(item.id, {.date = Date(2023, 3, 1)}) == "amendment.other_year");
  BOOST_TEST(changes.ask(item.id, {.date = Date(2024, 5, 1)}) == "");
  BOOST_TEST(changes.consent(changes.asked.id) == "");
  BOOST_TEST((changes.item(item.id).state == ItemState::Bound));
  BOOST_TEST((changes.volume(volume.id).first_date == Date(2024, 5, 1)));
  BOOST_TEST(changes.count("SELECT COUNT(*) FROM amendment WHERE bound = 1") == 1);
}

BOOST_AUTO_TEST_CASE(R16_R17_what_was_handed_over_with_its_volume_is_changed_and_removed_by_nobody_here) {
  Changes changes;
  const Volume volume = changes.bound({});
  const auto item = list_items(changes.database, {.volume_id = volume.id}, 0, 1).at(0);
  BOOST_TEST(changes.ask(item.id, {.title = "新题名"}) == "");
  std::string number;
  changes.act([&](Transaction& t) { number = draw_transfer(t, {volume.code}, "市档案馆", "移交").number; });
  int signer = 0;
  for (const auto side : {TransferSide::GiverLeader, TransferSide::GiverHandler, TransferSide::ReceiverLeader,
                          TransferSide::ReceiverHandler})
    changes.act([&](Transaction& t) { sign_transfer(t, number, side, "人" + std::to_string(++signer)); });
  changes.act([&](Transaction& t) { record_package(t, number, sha256("list")); });
  changes.act([&](Transaction& t) { complete_transfer(t, number); });
  BOOST_TEST(changes.consent(changes.asked.id) == "item.transferred");
  BOOST_TEST(changes.ask(item.id, {.title = "又一题名"}) == "item.transferred");
  BOOST_TEST(refusal([&] {
    changes.act([&](Transaction& t) { request_removal(t, item.id, RemovalCause::Erroneous, "误入"); });
  }) == "item.transferred");
}

BOOST_AUTO_TEST_CASE(a_change_without_a_reason_or_without_a_change_is_refused) {
  Changes changes;
  const Item item = changes.receive_and_file({});
  BOOST_TEST(changes.ask(item.id, {.title = "新"}, " ") == "amendment.reason_missing");
  BOOST_TEST(changes.ask(item.id, {.title = item.title}) == "amendment.nothing");
  BOOST_TEST(changes.ask(item.id, {.title = " "}) == "amendment.bad_value");
  BOOST_TEST(changes.ask(99, {.title = "新"}) == "item.unknown");
  BOOST_TEST(changes.consent(99) == "amendment.unknown");
}

BOOST_AUTO_TEST_SUITE_END()
