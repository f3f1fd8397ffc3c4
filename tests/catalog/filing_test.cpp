#include <boost/test/unit_test.hpp>

#include "catalog/people.h"
#include "tests/catalog/records.h"

using namespace twofold;
using namespace twofold::catalog;

BOOST_AUTO_TEST_SUITE(filing_test)

namespace {

std::string file(Records& records, std::int64_t item) {
  return refusal([&] { records.act([&](Transaction& transaction) { file_item(transaction, item); }); });
}

std::string sign(Records& records, std::int64_t item, SignatureKind kind, const std::string& person = "张三",
                 const Evidence& evidence = {}) {
  return refusal([&] { records.act([&](Transaction& transaction) { sign_item(transaction, item, kind, person, evidence); }); });
}

}  // namespace

BOOST_AUTO_TEST_CASE(R9_nothing_is_signed_before_the_proofread_mark) {
  Records records;
  const auto item = records.receive({});
  BOOST_TEST(sign(records, item.id, SignatureKind::Handler) == "filing.not_proofread");
  BOOST_TEST(sign(records, item.id, SignatureKind::Proofread).empty());
  BOOST_TEST((records.item(item.id).state == ItemState::Proofed));
  BOOST_TEST(sign(records, item.id, SignatureKind::Handler).empty());
}

BOOST_AUTO_TEST_CASE(R10_nothing_is_filed_without_all_three_signatures) {
  const std::vector<SignatureKind> all = {SignatureKind::Customer, SignatureKind::Handler, SignatureKind::Leader};
  for (unsigned subset = 0; subset < 8; ++subset) {
    Records records;
    const auto item = records.receive({});
    records.sign(item.id, {SignatureKind::Proofread});
    for (unsigned bit = 0; bit < 3; ++bit)
      if (subset & (1U << bit)) records.sign(item.id, {all[bit]});
    BOOST_TEST(file(records, item.id) == (subset == 7 ? "" : "filing.lacks_signatures"), "signed: " << subset);
    BOOST_TEST((records.item(item.id).state == (subset == 7 ? ItemState::Filed : ItemState::Proofed)));
  }
}

BOOST_AUTO_TEST_CASE(R10_what_is_missing_is_named_in_the_readers_language) {
  Records records;
  const auto item = records.receive({});
  records.sign(item.id, {SignatureKind::Proofread, SignatureKind::Customer});
  try {
    records.act([&](Transaction& transaction) { file_item(transaction, item.id); });
    BOOST_FAIL("filing must be refused");
  } catch (const Error& error) {
    const auto chinese = render(error.message(), Language::Chinese), english = render(error.message(), Language::English);
    BOOST_TEST(chinese.ends_with("缺少:经办人签字、直接领导审批签字"), chinese);
    BOOST_TEST(english.ends_with("missing: handler's signature, leader's signature"), english);
  }
}

BOOST_AUTO_TEST_CASE(R10_a_recorded_waiver_stands_in_for_the_customer_in_categories_5_and_6) {
  Records records;
  const auto item = records.receive({.category = 5, .type = "report", .customer = ""});
  records.sign(item.id, {SignatureKind::Proofread});
  BOOST_TEST(sign(records, item.id, SignatureKind::Waiver, "").empty());
  records.sign(item.id, {SignatureKind::Handler, SignatureKind::Leader});
  BOOST_TEST((records.item(item.id).state == ItemState::Signed));
  BOOST_TEST(file(records, item.id).empty());
}

BOOST_AUTO_TEST_CASE(R10_elsewhere_a_waiver_needs_its_reason) {
  Records records;
  const auto item = records.receive({});
  records.sign(item.id, {SignatureKind::Proofread});
  BOOST_TEST(sign(records, item.id, SignatureKind::Waiver, "张三", {.reason = " "}) == "filing.waiver_needs_reason");
  BOOST_TEST(sign(records, item.id, SignatureKind::Waiver, "张三", {.reason = "客户已注销"}).empty());
  BOOST_TEST(signatures_of(records.database, item.id).back().evidence.reason == "客户已注销");
}

BOOST_AUTO_TEST_CASE(R10_the_customers_signature_names_the_page_on_which_it_stands) {
  Records records;
  const auto one = records.receive({}), three = records.receive({.pages = 3});
  for (const auto& item : {one, three}) records.sign(item.id, {SignatureKind::Proofread});
  BOOST_TEST(sign(records, three.id, SignatureKind::Customer, "王先生", {.page = 4}) == "filing.no_such_page");
  BOOST_TEST(sign(records, three.id, SignatureKind::Customer, "王先生", {.page = 3}).empty());
  BOOST_TEST(sign(records, one.id, SignatureKind::Customer, "王先生").empty());
  const auto page_of = [&](const Item& item) {
    for (const auto& signature : signatures_of(records.database, item.id))
      if (signature.kind == SignatureKind::Customer) return signature.evidence.page;
    return 0;
  };
  BOOST_TEST(page_of(three) == 3);
  BOOST_TEST(page_of(one) == 1);
}

BOOST_AUTO_TEST_CASE(R10_on_a_scan_of_several_pages_the_page_of_the_customers_signature_must_be_named) {
  Records records;
  const auto scan = records.receive({.pages = 3, .scanned = true}), single = records.receive({.scanned = true}),
             file = records.receive({.pages = 3}), binder = records.receive({.pages = 3, .scanned = true});
  for (const auto& item : {scan, single, file, binder}) records.sign(item.id, {SignatureKind::Proofread});
  BOOST_TEST(sign(records, scan.id, SignatureKind::Customer, "王先生") == "filing.page_missing");
  BOOST_TEST(sign(records, scan.id, SignatureKind::Customer, "王先生", {.page = 2}).empty());
  BOOST_TEST(sign(records, single.id, SignatureKind::Customer, "王先生").empty());
  BOOST_TEST(sign(records, file.id, SignatureKind::Customer, "王先生").empty());
  BOOST_TEST(sign(records, binder.id, SignatureKind::Customer, "王先生", {.in_manifest = true}).empty());
}

BOOST_AUTO_TEST_CASE(R10_the_customers_signature_and_its_waiver_do_not_stand_together) {
  Records records;
  const auto signed_one = records.receive({}), waived = records.receive({}), trends = records.receive({.category = 5, .type = "report", .customer = ""});
  for (const auto& item : {signed_one, waived, trends}) records.sign(item.id, {SignatureKind::Proofread});
  BOOST_TEST(sign(records, signed_one.id, SignatureKind::Customer, "王先生").empty());
  BOOST_TEST(sign(records, signed_one.id, SignatureKind::Waiver, "", {.reason = "客户已注销"}) == "filing.customer_signed");
  BOOST_TEST(sign(records, waived.id, SignatureKind::Waiver, "", {.reason = "客户已注销"}).empty());
  BOOST_TEST(sign(records, waived.id, SignatureKind::Customer, "王先生") == "filing.waived");
  BOOST_TEST(sign(records, trends.id, SignatureKind::Customer, "王先生") == "filing.no_customer");
}

BOOST_AUTO_TEST_CASE(R10_whoever_handles_an_item_does_not_sign_as_its_customer) {
  Records records;
  records.act([](Transaction& t) { add_person(t, {.name = "管理员", .roles = {Role::Administrator}}); });
  records.act([](Transaction& t) { add_person(t, {.name = "孙工", .roles = {Role::Employee}}); });
  const auto first = records.receive({}), second = records.receive({});
  for (const auto& item : {first, second}) records.sign(item.id, {SignatureKind::Proofread});
  BOOST_TEST(sign(records, first.id, SignatureKind::Handler, "孙工").empty());
  BOOST_TEST(sign(records, first.id, SignatureKind::Customer, "孙工") == "filing.handler_as_customer");
  BOOST_TEST(sign(records, first.id, SignatureKind::Customer, "王先生").empty());
  BOOST_TEST(sign(records, second.id, SignatureKind::Customer, "孙工").empty());
  BOOST_TEST(sign(records, second.id, SignatureKind::Handler, "孙工") == "filing.handler_as_customer");
}

BOOST_AUTO_TEST_CASE(R10_nobody_approves_as_leader_what_he_proofread_or_handled_himself) {
  Records records;
  const auto item = records.receive({});
  BOOST_TEST(sign(records, item.id, SignatureKind::Proofread, "李经理").empty());
  BOOST_TEST(sign(records, item.id, SignatureKind::Leader, "李经理") == "filing.own_approval");
  BOOST_TEST(sign(records, item.id, SignatureKind::Handler, "李经理").empty());
  BOOST_TEST(sign(records, item.id, SignatureKind::Leader, "赵敏").empty());
  const auto other = records.receive({});
  BOOST_TEST(sign(records, other.id, SignatureKind::Proofread, "李经理").empty());
  BOOST_TEST(sign(records, other.id, SignatureKind::Leader, "赵敏").empty());
  BOOST_TEST(sign(records, other.id, SignatureKind::Handler, "赵敏") == "filing.own_approval");
}

BOOST_AUTO_TEST_CASE(a_signature_is_given_once_and_tells_who_and_when) {
  Records records;
  const auto item = records.receive({});
  records.sign(item.id, {SignatureKind::Proofread, SignatureKind::Leader});
  BOOST_TEST(sign(records, item.id, SignatureKind::Leader, "另一人") == "filing.already_signed");
  const auto signatures = signatures_of(records.database, item.id);
  BOOST_REQUIRE(signatures.size() == 2U);
  for (const auto& signature : signatures) {
    BOOST_TEST(signature.person == (signature.kind == SignatureKind::Leader ? "赵敏" : "张三"));
    BOOST_TEST((signature.at == records.clock.now()));
  }
  BOOST_TEST(sign(records, item.id, SignatureKind::Handler, "") == "filing.signer_missing");
}

BOOST_AUTO_TEST_CASE(a_closed_year_refuses_signing_and_filing) {
  Records records;
  const auto item = records.receive_and_file({});
  records.bind(*item.volume_id);
  BOOST_TEST(sign(records, item.id, SignatureKind::Waiver) == "item.bound");
  BOOST_TEST(file(records, item.id) == "item.bound");
}

BOOST_AUTO_TEST_CASE(an_item_is_filed_once) {
  Records records;
  const auto item = records.receive_and_file({});
  BOOST_TEST(file(records, item.id) == "filing.already_filed");
}

BOOST_AUTO_TEST_SUITE_END()
