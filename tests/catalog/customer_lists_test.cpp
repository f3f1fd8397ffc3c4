#include "catalog/customer_lists.h"

#include "catalog/meetings.h"
#include "tests/catalog/records.h"

#include <boost/test/unit_test.hpp>

using namespace twofold;
using namespace twofold::catalog;

namespace {

struct Clinic : Records {
  Clinic() {
    profile.customer_fields = {{"birthday", {"生日", "birthday"}, false}, {"phone", {"电话", "phone"}, false}};
    profile.customer_classes = {"钻卡", "金卡", "普通卡"};
    profile.class_rules = {{"钻卡", 1000, 24}, {"金卡", 200, 12}, {"普通卡", 0, 0}};
  }
  Customer add(const std::string& name, const std::string& birthday = "", const std::string& manager = "李经理") {
    std::optional<Customer> customer;
    act([&](Transaction& t) {
      customer = ensure_customer(t, "", name, manager);
      if (!birthday.empty()) set_customer_field(t, profile, *customer, "birthday", birthday);
    });
    return *find_customer(database, customer->id);
  }
  void spend(const Customer& customer, const Date& day, std::int64_t yuan) {
    act([&](Transaction& t) { record_spending(t, profile, *find_customer(database, customer.id), day, yuan * 100, ""); });
  }
  ClassDay classes() const { return classes_on(profile, clock.today()); }
  // The classes of a history, one after the other.
  std::vector<std::string> history(const Customer& customer) const {
    std::vector<std::string> list;
    for (const auto& each : class_changes_of(database, customer.id, classes())) list.push_back(each.change.after + " " + each.change.reason);
    return list;
  }
  std::string on(const Customer& customer, const Date& day) const {
    return class_on(database, profile, *find_customer(database, customer.id), day);
  }
};

std::vector<std::string> names(const std::vector<CustomerRow>& rows) {
  std::vector<std::string> list;
  for (const auto& row : rows) list.push_back(row.name);
  return list;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(customer_lists_test)

BOOST_AUTO_TEST_CASE(R38_the_leap_day_is_never_lost_and_a_months_birthdays_stand_by_their_days) {
  Clinic clinic;
  clinic.add("甲", "1980-02-29");
  clinic.add("乙", "1975-02-03");
  clinic.add("丙", "1975-03-01");
  clinic.add("丁");
  const auto common = list_birthdays(clinic.database, kEverybody, clinic.classes(), 2025, 2, {}, 10);
  BOOST_TEST(names(common) == (std::vector<std::string>{"乙", "甲"}), boost::test_tools::per_element());
  BOOST_TEST(common[1].day == "2025-02-28");
  BOOST_TEST(list_birthdays(clinic.database, kEverybody, clinic.classes(), 2028, 2, {}, 10)[1].day == "2028-02-29");
  BOOST_TEST(list_birthdays(clinic.database, kEverybody, clinic.classes(), 2025, 2, {common[0].note, common[0].id}, 10).size() == 1U);
}

BOOST_AUTO_TEST_CASE(R38_the_list_is_due_by_the_30th_or_the_months_end) {
  BOOST_TEST((birthday_list_due(Date(2025, 1, 5)) == Date(2025, 1, 30)));
  BOOST_TEST((birthday_list_due(Date(2025, 2, 5)) == Date(2025, 2, 28)));
  BOOST_TEST((birthday_list_due(Date(2028, 2, 29)) == Date(2028, 2, 29)));
  BOOST_TEST((birthday_list_due(Date(2025, 4, 30)) == Date(2025, 4, 30)));
}

BOOST_AUTO_TEST_CASE(R37_R39_lists_by_number_and_by_class_are_paged_in_order) {
  Clinic clinic;
  for (const char* name : {"甲", "乙", "丙"}) clinic.add(name);
  clinic.spend(*find_customer(clinic.database, "乙"), Date(2025, 1, 1), 5000);
  const auto first = list_by_number(clinic.database, kEverybody, clinic.classes(), "", 2);
  BOOST_TEST(names(first) == (std::vector<std::string>{"甲", "乙"}), boost::test_tools::per_element());
  BOOST_TEST(names(list_by_number(clinic.database, kEverybody, clinic.classes(), first.back().number, 2)) == (std::vector<std::string>{"丙"}),
             boost::test_tools::per_element());
  BOOST_TEST(names(list_by_class(clinic.database, kEverybody, clinic.classes(), "钻卡", {}, 10)) == (std::vector<std::string>{"乙"}),
             boost::test_tools::per_element());
  const auto all = list_by_class(clinic.database, kEverybody, clinic.classes(), "", {}, 2);
  BOOST_TEST(all.size() == 2U);
  BOOST_TEST(list_by_class(clinic.database, kEverybody, clinic.classes(), "", {"", all.back().id}, 2).size() == 1U);
}

BOOST_AUTO_TEST_CASE(R40_the_card_follows_cumulative_spending_and_lapses) {
  Clinic clinic;
  const auto customer = clinic.add("甲");
  clinic.spend(customer, Date(2025, 1, 2), 150);
  BOOST_TEST(clinic.on(customer, Date(2025, 1, 10)) == "普通卡");
  clinic.spend(customer, Date(2025, 1, 3), 60);
  BOOST_TEST(clinic.on(customer, Date(2025, 1, 10)) == "金卡");
  BOOST_TEST(clinic.on(customer, Date(2026, 1, 3)) == "金卡");
  BOOST_TEST(clinic.on(customer, Date(2026, 1, 4)) == "普通卡");
  clinic.clock.set(Date(2026, 3, 1));
  clinic.spend(customer, Date(2026, 2, 1), 1000);
  BOOST_TEST(clinic.on(customer, Date(2028, 2, 1)) == "钻卡");
  BOOST_TEST(clinic.on(customer, Date(2028, 2, 2)) == "普通卡");
  BOOST_TEST(clinic.history(customer) == (std::vector<std::string>{"普通卡 spending", "金卡 spending", "普通卡 lapsed", "钻卡 spending"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(R39_R40_a_lapsed_card_is_told_in_every_list_and_in_its_history) {
  Clinic clinic;
  const auto gold = clinic.add("甲"), plain = clinic.add("乙"), third = clinic.add("丙");
  clinic.spend(gold, Date(2024, 1, 31), 250);
  clinic.spend(plain, Date(2024, 1, 31), 10);
  clinic.spend(third, Date(2025, 1, 5), 300);
  clinic.act([&](Transaction& t) { record_discharge(t, gold, Date(2025, 1, 8)); });
  const auto of = [&](const char* name) { return names(list_by_class(clinic.database, kEverybody, clinic.classes(), name, {}, 10)); };
  BOOST_TEST(of("金卡") == (std::vector<std::string>{"甲", "丙"}), boost::test_tools::per_element());
  clinic.clock.set(Date(2025, 2, 1));
  BOOST_TEST(of("金卡") == (std::vector<std::string>{"丙"}), boost::test_tools::per_element());
  BOOST_TEST(of("普通卡") == (std::vector<std::string>{"甲", "乙"}), boost::test_tools::per_element());
  BOOST_TEST(list_by_number(clinic.database, kEverybody, clinic.classes(), "", 1).at(0).customer_class == "普通卡");
  BOOST_TEST(list_calls(clinic.database, kEverybody, clinic.classes(), Date(2025, 2, 1), {}, 1).at(0).customer_class == "普通卡");
  BOOST_TEST(clinic.history(gold) == (std::vector<std::string>{"金卡 spending", "普通卡 lapsed"}), boost::test_tools::per_element());
  // Class by class, a page at a time.
  std::vector<std::string> walked;
  for (std::int64_t after = 0;;) {
    const auto page = list_by_class(clinic.database, kEverybody, clinic.classes(), "", {"", after}, 1);
    if (page.empty()) break;
    after = page[0].id;
    walked.push_back(page[0].customer_class + " " + page[0].name);
  }
  BOOST_TEST(walked == (std::vector<std::string>{"普通卡 甲", "普通卡 乙", "金卡 丙"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(R40_a_purchase_entered_late_takes_nothing_away_and_one_that_changes_nothing_leaves_no_history) {
  Clinic clinic;
  const auto customer = clinic.add("甲");
  clinic.spend(customer, Date(2025, 1, 10), 250);
  clinic.spend(customer, Date(2023, 6, 1), 10);
  BOOST_TEST(clinic.on(customer, Date(2026, 1, 10)) == "金卡");
  BOOST_TEST(clinic.history(customer) == (std::vector<std::string>{"金卡 spending"}), boost::test_tools::per_element());
  clinic.clock.set(Date(2025, 3, 1));
  clinic.spend(customer, Date(2025, 2, 1), 10);
  BOOST_TEST(clinic.on(customer, Date(2026, 2, 1)) == "金卡");
  // A refund is no purchase.
  clinic.spend(customer, Date(2025, 3, 1), -10);
  BOOST_TEST(clinic.on(customer, Date(2026, 2, 2)) == "普通卡");
}

BOOST_AUTO_TEST_CASE(R41_a_call_is_due_three_days_after_discharge_until_it_is_made) {
  Clinic clinic;
  const auto customer = clinic.add("甲");
  clinic.act([&](Transaction& t) { record_discharge(t, customer, Date(2025, 1, 8)); });
  BOOST_TEST(refusal([&] { clinic.act([&](Transaction& t) { record_discharge(t, customer, Date(2025, 1, 8)); }); }) ==
             "customer.discharged_already");
  BOOST_TEST(list_calls(clinic.database, kEverybody, clinic.classes(), Date(2025, 1, 10), {}, 10).empty());
  BOOST_TEST(list_calls(clinic.database, kEverybody, clinic.classes(), Date(2025, 1, 11), {}, 10).at(0).day == "2025-01-11");
  BOOST_TEST(refusal([&] { clinic.act([&](Transaction& t) { record_call(t, customer, Date(2025, 1, 10), " "); }); }) ==
             "customer.outcome_missing");
  clinic.act([&](Transaction& t) { record_call(t, customer, Date(2025, 1, 10), "恢复良好"); });
  BOOST_TEST(list_calls(clinic.database, kEverybody, clinic.classes(), Date(2025, 1, 11), {}, 10).empty());
  BOOST_TEST(refusal([&] { clinic.act([&](Transaction& t) { record_call(t, customer, Date(2025, 1, 10), ""); }); }) ==
             "customer.no_call_due");
}

BOOST_AUTO_TEST_CASE(R32_a_certificate_is_listed_before_it_expires_until_a_newer_one_replaces_it) {
  Clinic clinic;
  const auto customer = clinic.add("甲");
  clinic.act([&](Transaction& t) { record_certificate_of(t, customer, "王师傅", "电工证", Date(2025, 3, 1)); });
  BOOST_TEST(list_certificates(clinic.database, kEverybody, clinic.classes(), Date(2025, 2, 28), {}, 10).empty());
  BOOST_TEST(list_certificates(clinic.database, kEverybody, clinic.classes(), Date(2025, 3, 1), {}, 10).at(0).note == "王师傅 电工证");
  clinic.act([&](Transaction& t) { record_certificate_of(t, customer, "王师傅", "电工证", Date(2028, 3, 1)); });
  BOOST_TEST(list_certificates(clinic.database, kEverybody, clinic.classes(), Date(2025, 3, 1), {}, 10).empty());
}

BOOST_AUTO_TEST_CASE(R19_a_later_focus_meeting_replaces_the_months_list_and_nothing_is_lost) {
  Clinic clinic;
  const auto first = clinic.add("甲"), second = clinic.add("乙");
  const auto meet = [&](const std::string& month, const std::vector<Customer>& customers) {
    return refusal([&] { clinic.act([&](Transaction& t) { hold_focus_meeting(t, month, clinic.clock.today(), customers, ""); }); });
  };
  BOOST_TEST(meet("2025-01", {first}) == "");
  BOOST_TEST(meet("2025-01", {second}) == "");
  BOOST_TEST(names(list_focus(clinic.database, kEverybody, clinic.classes(), "2025-01", "", 10)) == (std::vector<std::string>{"乙"}), boost::test_tools::per_element());
  BOOST_TEST(list_focus(clinic.database, kEverybody, clinic.classes(), "2025-02", "", 10).empty());
  BOOST_TEST(list_meetings(clinic.database, 0, 10).size() == 2U);
  BOOST_TEST(meet("2025-13", {first}) == "meeting.bad_period");
  BOOST_TEST(meet("2025-01", {}) == "meeting.nobody");
  BOOST_TEST(meet("2025-02", {first}) == "");
  BOOST_TEST(meet("2025-03", {first}) == "meeting.period_in_future");
}

BOOST_AUTO_TEST_CASE(R19_a_quarterly_review_reassigns_classes_and_keeps_their_history) {
  Clinic clinic;
  const auto customer = clinic.add("甲");
  const auto review = [&](const std::string& to) {
    return refusal([&] {
      clinic.act([&](Transaction& t) {
        review_classes(t, clinic.profile, "2025-Q1", clinic.clock.today(), {{*find_customer(clinic.database, customer.id), to}}, "");
      });
    });
  };
  BOOST_TEST(review("金卡") == "");
  BOOST_TEST(review("白卡") == "customer.unknown_class");
  BOOST_TEST(review("钻卡") == "");
  const auto changes = class_changes_of(clinic.database, customer.id, clinic.classes());
  BOOST_REQUIRE(changes.size() == 2U);
  BOOST_TEST(changes[1].before == "金卡");
  BOOST_TEST(changes[1].period == "2025-Q1");
  const auto other = clinic.add("乙");
  clinic.act([&](Transaction& t) {
    review_classes(t, clinic.profile, "2025-Q1", clinic.clock.today(), {{customer, "普通卡"}, {other, "钻卡"}}, "");
  });
  const auto meeting = list_meetings(clinic.database, 0, 10).back();
  BOOST_TEST(meeting.customers == 2U);
  const auto customers = customers_of_meeting(clinic.database, meeting.id, "", 10);
  BOOST_REQUIRE(customers.size() == 2U);
  BOOST_TEST(customers[0].customer_class == "普通卡");
  BOOST_TEST(customers[1].number == other.number);
  BOOST_TEST(customers[1].customer_class == "钻卡");
  BOOST_TEST(refusal([&] { clinic.act([&](Transaction& t) { record_review(t, MeetingKind::HalfYear, "2025-H1", Date(2025, 1, 1), " "); }); }) ==
             "meeting.minutes_missing");
}

BOOST_AUTO_TEST_CASE(R19_a_review_changes_a_class_once_from_the_day_it_was_held) {
  Clinic clinic;
  const auto customer = clinic.add("甲");
  const auto review = [&](const std::string& quarter, Date held, const std::string& to) {
    return refusal([&] {
      clinic.act([&](Transaction& t) { review_classes(t, clinic.profile, quarter, held, {{customer, to}, {customer, to}}, ""); });
    });
  };
  const auto on = [&](Date day) { return class_on(clinic.database, clinic.profile, *find_customer(clinic.database, customer.id), day); };
  const std::string at_first = on(Date(2024, 6, 1));
  BOOST_TEST(review("2025-Q2", clinic.clock.today(), "金卡") == "meeting.period_in_future");
  BOOST_TEST(review("2025-Q1", Date(2025, 1, 5), "金卡") == "");
  BOOST_TEST(class_changes_of(clinic.database, customer.id, clinic.classes()).size() == 1U);
  BOOST_TEST(on(Date(2025, 1, 5)) == "金卡");
  BOOST_TEST(on(Date(2025, 1, 4)) == at_first);
  BOOST_TEST(review("2024-Q4", Date(2024, 12, 20), "钻卡") == "");
  BOOST_TEST(on(Date(2024, 12, 31)) == "钻卡");
  BOOST_TEST(on(Date(2025, 1, 10)) == "金卡");
  BOOST_TEST(find_customer(clinic.database, customer.id)->customer_class == "金卡");
}

BOOST_AUTO_TEST_CASE(R37_R41_what_has_not_happened_yet_is_not_recorded) {
  Clinic clinic;
  const auto customer = clinic.add("甲");
  clinic.act([&](Transaction& t) { record_discharge(t, customer, Date(2025, 1, 8)); });
  BOOST_TEST(refusal([&] { clinic.act([&](Transaction& t) { record_call(t, customer, Date(2025, 1, 11), "好"); }); }) ==
             "customer.day_in_future");
  BOOST_TEST(refusal([&] {
               clinic.act([&](Transaction& t) { set_customer_field(t, clinic.profile, customer, "birthday", "2099-03-31"); });
             }) == "customer.day_in_future");
}

BOOST_AUTO_TEST_CASE(R11_a_managers_lists_hold_their_own_customers_and_those_granted) {
  Clinic clinic;
  const auto own = clinic.add("甲"), other = clinic.add("乙", "", "张经理");
  clinic.add("丙", "", "张经理");
  const auto manager = clinic.count("SELECT manager_id FROM customer WHERE name = '甲'");
  BOOST_TEST(names(list_by_number(clinic.database, {false, manager, {other.id}}, clinic.classes(), "", 10)) == (std::vector<std::string>{"甲", "乙"}),
             boost::test_tools::per_element());
  BOOST_TEST(list_by_number(clinic.database, {false, 0, {}}, clinic.classes(), "", 10).empty());
  BOOST_TEST(own.id != other.id);
}

BOOST_AUTO_TEST_CASE(R6_a_manager_who_leaves_hands_over_without_renumbering) {
  Clinic clinic;
  const Item item = clinic.receive({});
  clinic.act([](Transaction& t) { ensure_customer(t, "", "乙", "新经理"); });
  HandedOver done;
  clinic.act([&](Transaction& t) { done = hand_over(t, "李经理", "新经理"); });
  BOOST_TEST(done.customers == 1U);
  BOOST_TEST(done.chapters == 1U);
  BOOST_TEST(find_chapter(clinic.database, *item.chapter_id)->manager == "新经理");
  BOOST_TEST(clinic.item(item.id).number() == item.number());
  BOOST_TEST(clinic.count("SELECT COUNT(*) FROM chapter_custody") == 2);
}

BOOST_AUTO_TEST_CASE(R6_whoever_takes_over_a_colleagues_chapter_keeps_it_beside_their_own_which_goes_on_receiving) {
  Clinic clinic;
  const Item taken = clinic.receive({}), own = clinic.receive({.manager = "张建国", .customer = "乙公司"});
  clinic.act([](Transaction& t) { hand_over(t, "李经理", "张建国"); });
  BOOST_TEST(find_chapter(clinic.database, *taken.chapter_id)->manager == "张建国");
  BOOST_TEST(find_chapter(clinic.database, *own.chapter_id)->manager == "张建国");
  BOOST_TEST(*clinic.receive({.manager = "张建国"}).chapter_id == *own.chapter_id);
  // Both go on together, and the same one receives.
  clinic.act([](Transaction& t) { ensure_customer(t, "", "丙", "新经理"); });
  clinic.act([](Transaction& t) { hand_over(t, "张建国", "新经理"); });
  BOOST_TEST(find_chapter(clinic.database, *taken.chapter_id)->manager == "新经理");
  BOOST_TEST(*clinic.receive({.manager = "新经理"}).chapter_id == *own.chapter_id);
  // Who has handed everything over begins a chapter of their own.
  const auto fresh = *clinic.receive({.manager = "李经理", .customer = "丁"}).chapter_id;
  BOOST_TEST(fresh != *taken.chapter_id);
  BOOST_TEST(fresh != *own.chapter_id);
}

BOOST_AUTO_TEST_CASE(R6_R11_one_customer_goes_to_another_manager_and_what_is_filed_stays_where_it_is) {
  Clinic clinic;
  const Item item = clinic.receive({});
  const auto other = clinic.add("乙", "", "张建国");
  const auto give = [&](const char* from) {
    return refusal([&] {
      clinic.act([&](Transaction& t) { hand_over_customer(t, *find_customer(clinic.database, "王府饭店"), from, "张建国"); });
    });
  };
  BOOST_TEST(give("张建国") == "custody.same_manager");
  BOOST_TEST(give("李经理") == "");
  BOOST_TEST(give("李经理") == "custody.not_theirs");
  BOOST_TEST(find_customer(clinic.database, "王府饭店")->manager == "张建国");
  BOOST_TEST(find_customer(clinic.database, other.id)->manager == "张建国");
  BOOST_TEST(find_chapter(clinic.database, *item.chapter_id)->manager == "李经理");
}

BOOST_AUTO_TEST_CASE(a_field_that_the_profile_does_not_know_or_a_day_that_is_none_is_refused) {
  Clinic clinic;
  const auto customer = clinic.add("甲");
  const auto set = [&](const char* key, const char* value) {
    return refusal([&] { clinic.act([&](Transaction& t) { set_customer_field(t, clinic.profile, customer, key, value); }); });
  };
  BOOST_TEST(set("phone", "65130000") == "");
  BOOST_TEST(set("fax", "1") == "customer.unknown_field");
  BOOST_TEST(set("name", "乙") == "customer.own_field");
  BOOST_TEST(set("birthday", "1981-02-29") == "customer.bad_birthday");
}

BOOST_AUTO_TEST_SUITE_END()
