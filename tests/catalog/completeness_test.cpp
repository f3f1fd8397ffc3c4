#include "catalog/completeness.h"

#include "catalog/cross_reference.h"
#include "catalog/pairs.h"
#include "catalog/removals.h"
#include "catalog/twins.h"
#include "tests/catalog/records.h"

#include <boost/test/unit_test.hpp>

using namespace twofold;
using namespace twofold::catalog;

namespace {

// A power company's rules in small.
struct Company : Records {
  Company() {
    profile.document_types.clear();
    const auto add = [&](const char* key, bool required) -> DocumentType& {
      return profile.document_types.emplace_back(
          DocumentType{.key = key, .category = 2, .name = {key, key}, .required = required, .retention = Retention::Years10});
    };
    add("contract", true);
    auto& backup = add("backup_file", false);
    backup.required_for = "双电源";
    backup.required_when = {"supplies", {"2", "3"}};
    auto& route = add("cable_route", false);
    route.required_when = {"cable", {"有"}};
    route.current_for_months = 24;
    add("identity_copy", false).copy = true;
    add("before", false).other_half = "after";
    add("after", false).other_half = "before";
    for (const char* photo : {"gate", "house", "transformer"}) add(photo, false).site_photo = true;
    profile.customer_fields = {{"phone", {"电话", "phone"}, true}, {"transformers", {"变压器台数", "transformers"}, false},
                               {"supplies", {"电源数", "supplies"}, false}, {"cable", {"地埋电缆", "cable"}, false}};
  }
  Item of(const char* type, const char* customer = "王府饭店") { return receive({.type = type, .customer = customer}); }
  Customer customer(const char* name = "王府饭店") const { return *find_customer(database, name); }
  std::vector<std::string> gaps(const char* name = "王府饭店") const {
    std::vector<std::string> list;
    for (const auto& gap : gaps_of(database, profile, customer(name), clock.today())) list.push_back(text(gap.kind) + " " + gap.key);
    return list;
  }
  void set(const char* key, const char* value) {
    act([&](Transaction& t) { set_customer_field(t, profile, customer(), key, value); });
  }
};

using List = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_SUITE(completeness_test)

BOOST_AUTO_TEST_CASE(R7_R8_missing_types_and_fields_are_listed_customer_by_customer) {
  Company company;
  company.of("gate");
  company.of("contract", "甲公司");
  BOOST_TEST(company.gaps() == (List{"type contract", "field phone"}), boost::test_tools::per_element());
  company.execute("UPDATE customer SET class = '双电源' WHERE name = '王府饭店'");
  BOOST_TEST(company.gaps() == (List{"type contract", "type backup_file", "field phone"}), boost::test_tools::per_element());
  company.of("contract");
  company.of("backup_file");
  company.set("phone", "65130000");
  BOOST_TEST(company.gaps().empty());
  const auto listed = list_gaps(company.database, company.profile, kEverybody, company.clock.today(), "", 10);
  BOOST_REQUIRE(listed.size() == 1U);
  BOOST_TEST(listed[0].customer.name == "甲公司");
  BOOST_TEST(list_gaps(company.database, company.profile, kEverybody, company.clock.today(), listed[0].customer.number, 10).empty());
}

BOOST_AUTO_TEST_CASE(R32_a_customer_with_two_supplies_needs_the_backup_file) {
  Company company;
  company.of("contract");
  company.set("phone", "65130000");
  company.set("supplies", "1");
  BOOST_TEST(company.gaps().empty());
  company.set("supplies", "2");
  BOOST_TEST(company.gaps() == (List{"type backup_file"}), boost::test_tools::per_element());
  company.of("backup_file");
  BOOST_TEST(company.gaps().empty());
}

BOOST_AUTO_TEST_CASE(R32_the_drawing_of_a_buried_cable_is_there_and_kept_current) {
  Company company;
  company.of("contract");
  company.set("phone", "65130000");
  company.set("cable", "有");
  BOOST_TEST(company.gaps() == (List{"type cable_route"}), boost::test_tools::per_element());
  company.receive({.date = "2023-01-10", .type = "cable_route"});
  BOOST_TEST(company.gaps().empty());
  company.clock.set(Date(2025, 1, 11));
  BOOST_TEST(company.gaps() == (List{"outdated cable_route"}), boost::test_tools::per_element());
  company.receive({.date = "2025-01-11", .type = "cable_route"});
  BOOST_TEST(company.gaps().empty());
}

BOOST_AUTO_TEST_CASE(R8_R40_what_a_class_needs_is_no_gap_once_the_class_has_lapsed) {
  Company company;
  company.profile.customer_classes = {"双电源", "普通"};
  company.profile.class_rules = {{"双电源", 100, 12}, {"普通", 0, 0}};
  company.of("contract");
  company.set("phone", "65130000");
  company.act([&](Transaction& t) { record_spending(t, company.profile, company.customer(), Date(2025, 1, 10), 20'000, ""); });
  BOOST_TEST(company.gaps() == (List{"type backup_file"}), boost::test_tools::per_element());
  company.clock.set(Date(2026, 1, 11));
  BOOST_TEST(company.gaps().empty());
}

BOOST_AUTO_TEST_CASE(R21_an_important_daily_record_is_to_be_promoted_and_needs_no_twin) {
  Company company;
  company.profile.document_types.push_back(
      {.key = "fax", .category = 0, .name = {"传真", "fax"}, .important = true, .retention = Retention::Years10});
  company.of("contract");
  company.set("phone", "65130000");
  company.receive({.type = "fax", .paper = false});
  BOOST_TEST(company.gaps().empty());
}

BOOST_AUTO_TEST_CASE(R8_a_removed_document_is_missing_again) {
  Company company;
  const Item contract = company.of("contract");
  company.set("phone", "65130000");
  BOOST_TEST(company.gaps().empty());
  company.act([&](Transaction& t) { request_removal(t, contract.id, RemovalCause::Erroneous, "误入"); }, "李经理");
  company.act([&](Transaction& t) { consent_to_removal(t, 1, 1); }, "销售部经理");
  BOOST_TEST(company.gaps() == (List{"type contract"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(R35_a_copy_is_a_gap_until_somebody_has_seen_the_original) {
  Company company;
  company.of("contract");
  company.set("phone", "65130000");
  const Item copy = company.of("identity_copy");
  BOOST_TEST(company.gaps() == (List{"copy identity_copy"}), boost::test_tools::per_element());
  const auto verify = [&](const Item& item) { return refusal([&] { company.act([&](Transaction& t) { verify_copy(t, company.profile, item); }, "孙工"); }); };
  BOOST_TEST(verify(company.of("gate")) == "copy.no_copy");
  BOOST_TEST(verify(copy) == "");
  BOOST_TEST(verify(copy) == "copy.verified_already");
  BOOST_TEST(company.gaps().empty());
  BOOST_TEST(company.count("SELECT COUNT(*) FROM copy_verification WHERE verified_by = '孙工' AND verified_on = '2025-01-10'") == 1);
}

BOOST_AUTO_TEST_CASE(R34_a_photo_before_needs_its_photo_after) {
  Company company;
  company.of("contract");
  company.set("phone", "65130000");
  company.of("before");
  BOOST_TEST(company.gaps() == (List{"half after"}), boost::test_tools::per_element());
  company.of("after");
  BOOST_TEST(company.gaps().empty());
  company.of("after");
  BOOST_TEST(company.gaps() == (List{"half before"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(R23_an_important_electronic_file_is_a_gap_until_its_twin_is_printed) {
  Company company;
  company.profile.document_types.push_back(
      {.key = "report", .category = 2, .name = {"报告", "report"}, .important = true, .retention = Retention::Years10});
  const auto file = company.receive({.type = "report", .paper = false});
  const auto original = object_of(company.database, file.id, "original")->sha256;
  const StoredObject pdf{.sha256 = sha256("the twin"), .size = 8, .format = "pdf"};
  BOOST_TEST((company.gaps() == List{"type contract", "field phone", "twin report"}));
  company.act([&](Transaction& t) { record_twin(t, file, original, pdf, {{.page = 1, .left = 1550, .top = 100, .width = 450, .height = 160}}); });
  const Item printed = company.item(file.id);
  BOOST_TEST(printed.paper);
  BOOST_TEST((company.gaps() == List{"type contract", "field phone"}));
  BOOST_TEST((pair_of(company.database, printed).state == PairState::Unchecked));
  BOOST_TEST(paper_row_of(company.database, printed.id)->note_storage_id == printed.storage_id.text());
  BOOST_TEST(electronic_row_of(company.database, printed.id)->note_number == printed.number());
  BOOST_TEST(twin_of(company.database, printed)->marks.size() == 1U);
  company.act([&](Transaction& t) { record_twin(t, printed, original, pdf, {}); });
  BOOST_TEST(twin_of(company.database, printed)->copy == 2);
  BOOST_TEST(twin_of(company.database, printed)->marks.empty());
}

BOOST_AUTO_TEST_CASE(R29_R30_the_built_rate_of_any_past_day_needs_all_three_photos) {
  Company company;
  const auto rate = [&](Date day) {
    const auto found = built_rate(company.database, company.profile, day);
    return std::to_string(found.built) + "/" + std::to_string(found.qualified);
  };
  const auto filed = [&](const char* type) { return company.receive_and_file({.type = type}); };
  filed("gate");
  filed("house");
  filed("gate");
  company.of("transformer");
  company.of("contract", "甲公司");
  BOOST_TEST(rate(Date(2025, 1, 10)) == "0/2");
  company.clock.set(Date(2025, 2, 1));
  const Item photo = filed("transformer");
  BOOST_TEST(rate(Date(2025, 1, 31)) == "0/2");
  BOOST_TEST(rate(Date(2025, 2, 1)) == "1/2");
  BOOST_TEST(rate(Date(2025, 1, 9)) == "0/0");
  company.clock.set(Date(2025, 3, 1));
  company.act([&](Transaction& t) { request_removal(t, photo.id, RemovalCause::Outdated, "重拍"); }, "李经理");
  company.act([&](Transaction& t) { consent_to_removal(t, 1, 1); }, "销售部经理");
  BOOST_TEST(rate(Date(2025, 2, 28)) == "1/2");
  BOOST_TEST(rate(Date(2025, 3, 1)) == "0/2");
  company.clock.set(Date(2025, 3, 10));
  company.act([&](Transaction& t) { restore_removed(t, 1); });
  BOOST_TEST(rate(Date(2025, 3, 9)) == "0/2");
  BOOST_TEST(rate(Date(2025, 3, 10)) == "1/2");
  company.execute("UPDATE object SET format = 'text' WHERE sha256 = (SELECT sha256 FROM item_object WHERE role = 'original' AND item_id = " +
                  std::to_string(photo.id) + ")");
  BOOST_TEST(rate(Date(2025, 3, 10)) == "0/2");
}

BOOST_AUTO_TEST_CASE(R36_a_contract_that_says_two_transformers_where_the_file_has_one_is_listed) {
  Company company;
  const Item contract = company.of("contract");
  company.set("transformers", "1");
  company.act([&](Transaction& t) { record_fact(t, company.profile, contract, "transformers", "2"); });
  const auto listed = list_mismatches(company.database, kEverybody, 0, 10);
  BOOST_REQUIRE(listed.size() == 1U);
  BOOST_TEST(listed[0].item == contract.number());
  BOOST_TEST(listed[0].says == "2");
  BOOST_TEST(listed[0].expected == "1");
  company.set("transformers", "2");
  BOOST_TEST(list_mismatches(company.database, kEverybody, 0, 10).empty());
  BOOST_TEST(refusal([&] { company.act([&](Transaction& t) { record_fact(t, company.profile, contract, "fax", "2"); }); }) ==
             "customer.unknown_field");
}

BOOST_AUTO_TEST_CASE(R24_each_pair_carries_the_result_of_its_last_comparison) {
  Company company;
  const Item first = company.of("contract");
  company.of("gate");
  const auto check = [&](const Item& item, PairState state, const char* note) {
    return refusal([&] { company.act([&](Transaction& t) { record_pair_check(t, item, state, note); }, "周敏"); });
  };
  const auto listed = [&](PairState state) { return list_pairs(company.database, state, 0, 10).size(); };
  BOOST_TEST(listed(PairState::Unchecked) == 2U);
  BOOST_TEST(check(first, PairState::Different, "") == "pair.note_missing");
  BOOST_TEST(check(first, PairState::Different, "少一页") == "");
  BOOST_TEST(listed(PairState::Different) == 1U);
  BOOST_TEST(check(first, PairState::Same, "") == "");
  BOOST_TEST(listed(PairState::Different) == 0U);
  BOOST_TEST(listed(PairState::Same) == 1U);
  BOOST_TEST(listed(PairState::Unchecked) == 1U);
  // Another file than the one that was compared.
  company.execute("INSERT INTO object(sha256, size, format) VALUES ('other', 1, 'tiff')");
  company.execute("UPDATE item_object SET sha256 = 'other' WHERE role = 'original' AND item_id = " + std::to_string(first.id));
  BOOST_TEST(listed(PairState::Unchecked) == 2U);
  const Item electronic = company.receive({.type = "house", .paper = false});
  BOOST_TEST(check(electronic, PairState::Same, "") == "pair.one_track");
}

BOOST_AUTO_TEST_CASE(R24_pictures_belong_to_the_newest_comparison_alone) {
  Company company;
  const Item item = company.of("contract");
  const auto compared = [&](PairState state, const std::vector<PairPicture>& pictures) {
    company.act([&](Transaction& t) { record_pair_check(t, item, state, "第 2 页不同", pictures); }, "周敏");
    std::vector<int> pages;
    for (const auto& picture : pictures_of_pair(company.database, item)) pages.push_back(picture.page);
    return pages;
  };
  const StoredObject one{sha256("one"), 3, "jpeg"}, other{sha256("other"), 5, "jpeg"};
  BOOST_TEST(compared(PairState::Different, {{2, one}, {11, other}}) == (std::vector<int>{2, 11}), boost::test_tools::per_element());
  BOOST_TEST(compared(PairState::Different, {{3, other}}) == std::vector<int>{3}, boost::test_tools::per_element());
  BOOST_TEST(compared(PairState::Same, {}).empty());
}

BOOST_AUTO_TEST_SUITE_END()
