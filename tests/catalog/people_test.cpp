#include "catalog/people.h"

#include "catalog/sign_in_lock.h"

#include "catalog/events.h"
#include "catalog/grants.h"
#include "tests/catalog/records.h"

#include <boost/test/unit_test.hpp>

using namespace twofold;
using namespace twofold::catalog;

namespace {

struct People : Records {
  People() {
    act([](Transaction& transaction) {
      add_person(transaction, {.name = "管理员", .system_user = "root", .roles = {Role::Administrator}});
      add_person(transaction, {.name = "周敏", .roles = {Role::Archivist, Role::Employee}});
      set_password(transaction, "周敏", hash_password("档案室的钥匙"));
    });
  }
  std::optional<Session> attempt(const std::string& name, const std::string& password, bool reading_only = false) {
    std::optional<Session> session;
    const auto check = check_password(kept_password(database, name), password);
    act([&](Transaction& transaction) { session = sign_in(transaction, name, check, reading_only); });
    return session;
  }
  std::optional<Actor> actor_of(const Session& session) {
    return actor_of_token(database, session.token, clock.now(), clock.today());
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(people_test)

BOOST_AUTO_TEST_CASE(the_first_person_is_an_administrator_and_the_last_one_stays) {
  Records records;
  const auto add = [&](const char* name, Roles roles) {
    return refusal([&] { records.act([&](Transaction& t) { add_person(t, {.name = name, .roles = roles}); }); });
  };
  BOOST_TEST(!has_people(records.database));
  BOOST_TEST(add("周敏", {Role::Archivist}) == "people.first_administrator");
  BOOST_TEST(add("管理员", {Role::Administrator}) == "");
  BOOST_TEST(add("管理员", {Role::Archivist}) == "people.name_taken");
  BOOST_TEST(add("孙工", {}) == "people.no_role");
  BOOST_TEST(add(" ", {Role::Employee}) == "people.name_missing");
  const auto change = [&](Roles roles) {
    return refusal([&] { records.act([&](Transaction& t) { set_roles(t, "管理员", roles); }); });
  };
  BOOST_TEST(change({Role::Archivist}) == "people.last_administrator");
  BOOST_TEST(refusal([&] { records.act([](Transaction& t) { retire_person(t, "管理员"); }); }) == "people.last_administrator");
  BOOST_TEST(find_person(records.database, "管理员")->roles.holds(Role::Administrator));
}

BOOST_AUTO_TEST_CASE(a_password_opens_a_session_that_ends_by_itself) {
  People people;
  BOOST_TEST(!people.attempt("周敏", "wrong"));
  BOOST_TEST(!people.attempt("nobody", "档案室的钥匙"));
  const auto session = people.attempt("周敏", "档案室的钥匙");
  BOOST_REQUIRE(session);
  BOOST_TEST(people.actor_of(*session)->name == "周敏");
  BOOST_TEST(people.actor_of(*session)->roles.text() == "employee archivist");
  BOOST_TEST(!people.actor_of(Session{"", {}}));
  const auto ended = actor_of_token(people.database, session->token, session->expires_at, people.clock.today());
  BOOST_TEST(!ended);
  BOOST_TEST((people.actor_of(*people.attempt("周敏", "档案室的钥匙", true))->scope == TokenScope::Read));
  BOOST_TEST(people.count("SELECT COUNT(*) FROM access_token WHERE digest = '" + session->token + "'") == 0);
  BOOST_TEST(people.count("SELECT COUNT(*) FROM person WHERE password LIKE '%钥匙%'") == 0);
}

BOOST_AUTO_TEST_CASE(a_password_that_is_replaced_while_it_is_checked_opens_nothing) {
  People people;
  const auto check = check_password(kept_password(people.database, "周敏"), "档案室的钥匙");
  BOOST_TEST(check.fits);
  people.act([](Transaction& t) { set_password(t, "周敏", hash_password("另一把长钥匙")); });
  std::optional<Session> session;
  people.act([&](Transaction& t) { session = sign_in(t, "周敏", check, false); });
  BOOST_TEST(!session);
  BOOST_TEST(people.attempt("周敏", "另一把长钥匙").has_value());
}

BOOST_AUTO_TEST_CASE(five_failures_lock_a_name_for_a_quarter_of_an_hour_and_are_logged) {
  People people;
  for (int i = 0; i < 5; ++i) BOOST_TEST(!people.attempt("周敏", "wrong"));
  BOOST_TEST(refusal([&] { people.attempt("周敏", "档案室的钥匙"); }) == "login.locked");
  BOOST_TEST(people.count("SELECT COUNT(*) FROM event WHERE action = 'person.sign_in_failed'") == 5);
  people.execute("UPDATE failed_sign_in SET at = at - 15 * 60 * 1000");
  BOOST_TEST(people.attempt("周敏", "档案室的钥匙").has_value());
  BOOST_TEST(people.count("SELECT COUNT(*) FROM failed_sign_in") == 0);
}

BOOST_AUTO_TEST_CASE(R14_the_failure_that_locks_a_name_is_logged_as_such) {
  People people;
  for (int i = 0; i < 4; ++i) people.attempt("周敏", "wrong");
  BOOST_TEST(people.count("SELECT COUNT(*) FROM event WHERE action = 'person.locked_out'") == 0);
  people.attempt("周敏", "wrong");
  BOOST_TEST(people.count("SELECT COUNT(*) FROM event WHERE action = 'person.locked_out' AND subject = '周敏'") == 1);
  BOOST_TEST(sign_in_lock(people.database, "周敏", people.clock.now())->key == "login.locked");
  BOOST_TEST(!sign_in_lock(people.database, "管理员", people.clock.now()).has_value());
}

BOOST_AUTO_TEST_CASE(twenty_failures_lock_the_address_whatever_the_names) {
  People people;
  people.database.set_origin({"", "10.0.0.7", "login"});
  for (int i = 0; i < 20; ++i) BOOST_TEST(!people.attempt("某人" + std::to_string(i), "wrong"));
  BOOST_TEST(refusal([&] { people.attempt("周敏", "档案室的钥匙"); }) == "login.address_locked");
  people.database.set_origin({"", "10.0.0.8", "login"});
  BOOST_TEST(people.attempt("周敏", "档案室的钥匙").has_value());
}

BOOST_AUTO_TEST_CASE(failures_are_forgotten_once_they_count_no_more) {
  People people;
  for (int i = 0; i < 4; ++i) people.attempt("某人", "wrong");
  people.execute("UPDATE failed_sign_in SET at = at - 15 * 60 * 1000");
  people.attempt("周敏", "wrong");
  BOOST_TEST(people.count("SELECT COUNT(*) FROM failed_sign_in") == 1);
}

BOOST_AUTO_TEST_CASE(a_programs_token_is_named_scoped_and_ends_on_its_day) {
  People people;
  std::optional<Session> made;
  const auto make = [&](const char* name, Date until) {
    return refusal([&] { people.act([&](Transaction& t) { made = make_token(t, "周敏", name, TokenScope::Read, until); }); });
  };
  BOOST_TEST(make("报表", Date(2025, 1, 9)) == "token.bad_expiry");
  BOOST_TEST(make("报表", Date(2026, 1, 11)) == "token.bad_expiry");
  BOOST_TEST(make(" ", Date(2025, 2, 1)) == "token.name_missing");
  BOOST_TEST(make("报表", Date(2025, 2, 1)) == "");
  BOOST_TEST(make("报表", Date(2025, 2, 1)) == "token.name_taken");
  BOOST_TEST((people.actor_of(*made)->scope == TokenScope::Read));
  people.clock.set(Date(2025, 2, 1));
  BOOST_TEST(people.actor_of(*made).has_value());
  people.clock.set(Date(2025, 2, 2));
  BOOST_TEST(!people.actor_of(*made));
  BOOST_REQUIRE(list_tokens(people.database, "周敏").size() == 1U);
  BOOST_TEST(list_tokens(people.database, "周敏")[0].until.text() == "2025-02-01");
  people.act([](Transaction& t) { revoke_token(t, "周敏", "报表"); });
  BOOST_TEST(list_tokens(people.database, "周敏").empty());
  BOOST_TEST(refusal([&] { people.act([](Transaction& t) { revoke_token(t, "周敏", ""); }); }) == "token.unknown");
}

BOOST_AUTO_TEST_CASE(a_token_for_handing_in_opens_nothing_else) {
  People people;
  std::optional<Session> made;
  people.act([&](Transaction& t) { made = make_token(t, "周敏", "扫描仪", TokenScope::Ingest, Date(2025, 2, 1)); });
  const auto actor = *people.actor_of(*made);
  for (std::size_t a = 0; a < kActions; ++a) {
    const auto action = static_cast<Action>(a);
    BOOST_TEST(may_somewhere(actor, action, AccessPolicy::OwnCustomers) == (action == Action::Submit), text(action));
  }
}

BOOST_AUTO_TEST_CASE(a_new_password_ends_the_sessions_of_the_old_one_but_not_the_tokens_of_programs) {
  People people;
  std::optional<Session> program;
  people.act([&](Transaction& t) { program = make_token(t, "周敏", "报表", TokenScope::Read, Date(2025, 2, 1)); });
  const auto session = people.attempt("周敏", "档案室的钥匙");
  people.act([](Transaction& t) { set_password(t, "周敏", hash_password("另一把长钥匙")); });
  BOOST_TEST(!people.actor_of(*session));
  BOOST_TEST(people.actor_of(*program).has_value());
}

BOOST_AUTO_TEST_CASE(R13_nobody_changes_what_they_may_do_themselves) {
  People people;
  const auto by = [&](const char* actor, const std::function<void(Transaction&)>& work) {
    return refusal([&] { people.act(work, actor); });
  };
  const auto general = [](Transaction& t) { set_roles(t, "管理员", {Role::Administrator, Role::GeneralManager}); };
  BOOST_TEST(by("管理员", general) == "people.own_rights");
  BOOST_TEST(by("管理员", [](Transaction& t) { set_person(t, "管理员", "李经理", {}); }) == "people.own_rights");
  BOOST_TEST(by("管理员", [](Transaction& t) { set_person(t, "管理员", {}, "admin"); }) == "");
  people.act([](Transaction& t) { add_person(t, {.name = "副管理员", .roles = {Role::Administrator}}); });
  BOOST_TEST(by("副管理员", general) == "");
}

BOOST_AUTO_TEST_CASE(R11_manager_and_system_user_are_set_later_and_belong_to_one_person) {
  People people;
  people.act([](Transaction& t) { add_person(t, {.name = "孙工", .roles = {Role::Employee}}); });
  const auto set = [&](const char* name, std::optional<std::string> manager, std::optional<std::string> system_user) {
    return refusal([&] { people.act([&](Transaction& t) { set_person(t, name, manager, system_user); }); });
  };
  BOOST_TEST(set("孙工", "孙工", "sun") == "");
  BOOST_TEST(find_person(people.database, "孙工")->manager == "孙工");
  BOOST_TEST(actor_of_system_user(people.database, "sun", people.clock.today())->manager_id > 0);
  BOOST_TEST(set("周敏", "孙工", {}) == "people.manager_taken");
  BOOST_TEST(set("周敏", {}, "sun") == "people.name_taken");
  BOOST_TEST(set("孙工", "", {}) == "");
  BOOST_TEST(find_person(people.database, "孙工")->system_user == "sun");
  BOOST_TEST(set("周敏", "孙工", {}) == "");
}

BOOST_AUTO_TEST_CASE(whoever_comes_back_has_their_roles_and_needs_a_new_password) {
  People people;
  const auto come_back = [&] { return refusal([&] { people.act([](Transaction& t) { return_person(t, "周敏"); }); }); };
  BOOST_TEST(come_back() == "people.active_already");
  people.act([](Transaction& t) { retire_person(t, "周敏"); });
  BOOST_TEST(refusal([&] { people.act([](Transaction& t) { add_person(t, {.name = "周敏", .roles = {Role::Employee}}); }); }) ==
             "people.retired_name");
  BOOST_TEST(come_back() == "");
  BOOST_TEST(find_person(people.database, "周敏")->active);
  BOOST_TEST(find_person(people.database, "周敏")->roles.text() == "employee archivist");
  BOOST_TEST(!people.attempt("周敏", "档案室的钥匙"));
}

BOOST_AUTO_TEST_CASE(whoever_leaves_loses_sessions_and_grants_at_once) {
  People people;
  const auto session = people.attempt("周敏", "档案室的钥匙");
  people.act([](Transaction& t) { give_grant(t, "周敏", "", "清点", Date(2025, 12, 31)); });
  people.act([](Transaction& t) { retire_person(t, "周敏"); });
  BOOST_TEST(!people.actor_of(*session));
  BOOST_TEST(!people.attempt("周敏", "档案室的钥匙"));
  BOOST_TEST(list_grants(people.database, false, people.clock.today(), 0, 10).empty());
  BOOST_TEST(refusal([&] { people.act([](Transaction& t) { retire_person(t, "周敏"); }); }) == "people.retired_already");
}

BOOST_AUTO_TEST_CASE(R13_a_grant_names_its_scope_and_its_expiry_and_nobody_grants_to_themselves) {
  People people;
  people.receive({});
  const auto give = [&](const char* person, std::string_view target, const char* reason, Date until, const char* by = "王总") {
    return refusal([&] { people.act([&](Transaction& t) { give_grant(t, person, target, reason, until); }, by); });
  };
  BOOST_TEST(give("周敏", "王府饭店", "核对", Date(2025, 1, 10)) == "");
  BOOST_TEST(give("周敏", "王府饭店", "核对", Date(2025, 1, 9)) == "grant.ended_already");
  BOOST_TEST(give("周敏", "王府饭店", " ", Date(2025, 1, 10)) == "grant.reason_missing");
  BOOST_TEST(give("周敏", "没有", "核对", Date(2025, 1, 10)) == "grant.unknown_target");
  BOOST_TEST(give("没有", "王府饭店", "核对", Date(2025, 1, 10)) == "people.unknown");
  BOOST_TEST(give("周敏", "王府饭店", "核对", Date(2025, 1, 10), "周敏") == "grant.to_oneself");
  const auto grants = list_grants(people.database, false, people.clock.today(), 0, 10);
  BOOST_REQUIRE(grants.size() == 1U);
  BOOST_TEST(grants[0].scope == "customer");
  BOOST_TEST(grants[0].granted_by == "王总");
  people.act([&](Transaction& t) { revoke_grant(t, grants[0].id, "调岗"); });
  BOOST_TEST(list_grants(people.database, false, people.clock.today(), 0, 10).empty());
  BOOST_TEST(refusal([&] { people.act([&](Transaction& t) { revoke_grant(t, grants[0].id, ""); }); }) == "grant.already_revoked");
}

BOOST_AUTO_TEST_SUITE_END()
