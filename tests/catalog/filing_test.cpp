#include <boost/test/unit_test.hpp>

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

BOOST_AUTO_TEST_CASE(R10_what_is_missing_is_named_in_both_languages) {
  Records records;
  const auto item = records.receive({});
  records.sign(item.id, {SignatureKind::Proofread, SignatureKind::Customer});
  try {
    records.act([&](Transaction& transaction) { file_item(transaction, item.id); });
    BOOST_FAIL("filing must be refused");
  } catch (const Error& error) {
    const auto text = render(error.message(), Language::Chinese);
    BOOST_TEST(text.find("经办人") != std::string::npos, text);
    BOOST_TEST(text.find("leader") != std::string::npos, text);
    BOOST_TEST(text.find("客户签名") == std::string::npos, text);
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
