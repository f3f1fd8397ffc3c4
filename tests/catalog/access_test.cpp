#include "catalog/access.h"

#include "catalog/grants.h"
#include "catalog/people.h"
#include "tests/catalog/records.h"

#include <boost/test/unit_test.hpp>
#include <set>

using namespace twofold;
using namespace twofold::catalog;

namespace {

// What the record is to whoever asks.
enum class Situation { Own, Other, Granted, Expired, Revoked };
constexpr Situation kSituations[] = {Situation::Own, Situation::Other, Situation::Granted, Situation::Expired, Situation::Revoked};

using Names = std::set<std::string>;

// The domain page read a second time, in words, without the table: who may on a record that is nothing to them.
Names whoever(const std::string& action, bool any_manager_browses) {
  const Names everybody = {"employee", "account_manager", "department_manager", "sales_manager", "general_manager",
                           "archivist", "leader", "auditor", "administrator"};
  const Names two_managers = {"general_manager", "sales_manager"};   // R12
  const Names superiors = {"general_manager", "sales_manager", "department_manager", "leader"};
  const auto with = [](Names names, const Names& more) {
    names.insert(more.begin(), more.end());
    return names;
  };
  const Names browsing = any_manager_browses ? Names{"account_manager", "department_manager"} : Names{};   // R31
  if (action == "read" || action == "print" || action == "export") return with(two_managers, browsing);
  if (action == "describe") return with(with(two_managers, browsing), {"archivist", "auditor"});
  if (Names{"submit", "request_access", "request_loan", "witness", "keep_own_things"}.contains(action)) return everybody;   // R15
  if (action == "proofread") return {};                                          // R9: the customer's manager alone
  if (action == "sign_as_customer") return {"archivist"};                        // evidence on the page
  if (action == "sign_as_handler") return {"employee", "department_manager", "sales_manager", "general_manager"};
  if (action == "sign_as_leader" || action == "hold_meeting") return superiors;
  if (Names{"file", "place", "hand_out", "execute_disposition"}.contains(action)) return {"archivist"};
  if (action == "request_change" || action == "promote") return with(two_managers, {"archivist"});
  if (action == "consent_to_change" || action == "confirm_removal") return {"sales_manager"};   // R16–R18
  if (action == "restore_removed") return {"sales_manager", "archivist"};
  if (action == "grant_access" || action == "approve_loan" || action == "lift_hold") return two_managers;   // R13
  if (action == "check_closing") return with(superiors, {"archivist", "auditor"});
  if (action == "close_year") return {"archivist", "general_manager"};
  if (action == "place_hold" || action == "rectify" || action == "see_registers") return with(superiors, {"archivist", "auditor"});
  if (action == "record_settlement" || action == "keep_customers") return with(two_managers, {"archivist"});
  if (action == "appraise") return with(two_managers, {"archivist", "leader"});
  if (action == "approve_disposition") return {"general_manager"};
  if (action == "transfer") return {"archivist", "leader", "general_manager"};
  if (action == "inspect") return {"archivist", "auditor"};
  if (action == "print_forms") return with(two_managers, {"archivist"});
  if (action == "export_audit") return {"auditor", "general_manager"};
  if (action == "see_audit") return {"auditor", "general_manager", "administrator"};
  if (action == "manage_people") return {"administrator"};
  if (action == "maintain") return {"archivist", "administrator"};
  BOOST_FAIL("the oracle does not know " + action);
  return {};
}

// R11: an account manager acts on the records of their own customers.
bool on_ones_own(const std::string& action) {
  return Names{"read", "describe", "print", "export", "proofread", "sign_as_customer", "sign_as_handler", "request_change",
               "restore_removed", "promote", "approve_loan", "place_hold", "record_settlement", "keep_customers", "rectify"}
      .contains(action);
}

bool oracle(const std::string& action, const std::string& role, Situation situation, bool any_manager_browses) {
  if (whoever(action, any_manager_browses).contains(role)) return true;
  if (situation == Situation::Own) return role == "account_manager" && on_ones_own(action);
  return situation == Situation::Granted && Names{"read", "describe", "print", "export"}.contains(action);   // R13
}

// One item of one customer, and a person of each role for each situation.
struct Society : Records {
  Society() {
    act([&](Transaction& transaction) {
      add_person(transaction, {.name = "管理员", .roles = {Role::Administrator}});
      for (std::size_t role = 0; role < kRoles; ++role)
        for (const auto situation : kSituations) enter(transaction, static_cast<Role>(role), situation);
    });
    clock = FixedClock(Date(2025, 2, 1));
  }

  static std::string name_of(Role role, Situation situation) {
    return std::string(text(role)) + " " + std::to_string(static_cast<int>(situation));
  }

  void enter(Transaction& transaction, Role role, Situation situation) {
    const std::string name = name_of(role, situation);
    // Several people keep the customer in turn; the test makes each the keeper before it asks.
    add_person(transaction, {.name = name, .system_user = name, .manager = "经理 " + name, .roles = {role}});
    if (situation == Situation::Own || situation == Situation::Other) return;
    const Date until = situation == Situation::Expired ? Date(2025, 1, 31) : Date(2025, 2, 1);
    const auto grant = give_grant(transaction, name, file.storage_id.text(), "核对", until);
    if (situation == Situation::Revoked) revoke_grant(transaction, grant.id, "调岗");
  }

  void make_keeper(const std::string& name) {
    execute("UPDATE customer SET manager_id = (SELECT manager_id FROM person WHERE name = '" + name + "')");
  }

  Item file = receive({});
};

}  // namespace

BOOST_AUTO_TEST_SUITE(access_test)

BOOST_AUTO_TEST_CASE(R11_R12_R13_R31_every_action_by_every_role_on_every_kind_of_record_is_as_the_rules_say) {
  Society society;
  int asked = 0;
  for (std::size_t r = 0; r < kRoles; ++r)
    for (const auto situation : kSituations) {
      const Role role = static_cast<Role>(r);
      const std::string name = Society::name_of(role, situation);
      if (situation == Situation::Own) society.make_keeper(name);
      else society.make_keeper(Society::name_of(Role::AccountManager, Situation::Own));
      const auto actor = *actor_of_system_user(society.database, name, society.clock.today());
      const auto record = access_of(society.database, society.item(society.file.id));
      for (std::size_t a = 0; a < kActions; ++a)
        for (const bool any : {false, true}) {
          const auto action = static_cast<Action>(a);
          const auto policy = access_policy(any ? "any_customer" : "own_customers");
          const bool expected = oracle(std::string(text(action)), std::string(text(role)), situation, any);
          BOOST_TEST(may(actor, action, record, policy) == expected, text(action) << " by " << name);
          if (expected) BOOST_TEST(may_somewhere(actor, action, policy), text(action) << " by " << name);
          if (may_everywhere(actor, action, policy)) BOOST_TEST(expected, text(action) << " by " << name);
          ++asked;
        }
    }
  BOOST_TEST(asked == static_cast<int>(kRoles * 5 * kActions * 2));
}

BOOST_AUTO_TEST_CASE(several_roles_may_what_any_of_them_may) {
  Actor actor;
  actor.roles = {Role::Employee, Role::Archivist};
  const auto policy = AccessPolicy::OwnCustomers;
  BOOST_TEST(may(actor, Action::SignAsHandler, {}, policy));
  BOOST_TEST(may(actor, Action::File, {}, policy));
  BOOST_TEST(!may(actor, Action::Read, {}, policy));
}

BOOST_AUTO_TEST_CASE(a_session_for_reading_changes_nothing) {
  Actor actor;
  actor.roles = {Role::SalesManager};
  actor.scope = TokenScope::Read;
  for (std::size_t a = 0; a < kActions; ++a) {
    const auto action = static_cast<Action>(a);
    if (may_somewhere(actor, action, AccessPolicy::OwnCustomers)) BOOST_TEST(!rule_of(action).changes, text(action));
  }
  BOOST_TEST(may(actor, Action::Read, {}, AccessPolicy::OwnCustomers));
}

BOOST_AUTO_TEST_CASE(an_archive_without_people_is_one_persons) {
  const Actor actor = Actor::alone_in_archive("me");
  for (std::size_t a = 0; a < kActions; ++a) BOOST_TEST(may(actor, static_cast<Action>(a), {}, AccessPolicy::OwnCustomers));
}

BOOST_AUTO_TEST_CASE(an_unknown_access_policy_is_an_error) {
  BOOST_TEST(refusal([] { access_policy("everybody"); }) == "access.unknown_policy");
}

BOOST_AUTO_TEST_SUITE_END()
