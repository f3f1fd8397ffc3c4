#include "app/login_name.h"
#include "tests/app/server/api/served_archive.h"

using namespace twofold;
using namespace twofold::app;
using namespace twofold::app::api;

namespace {

ServedArchive& house() {
  static ServedArchive made;
  return made;
}

http::Request with_session(ServedArchive& in, const std::string& method, const std::string& path,
                           const std::string& body) {
  auto request = in.served->request(method, path, body);
  request.headers.set("Cookie", in.session_cookie);
  request.headers.set("Origin", "http://localhost:8080");
  request.headers.set("X-CSRF-Token", in.csrf);
  return request;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(api_test)

BOOST_AUTO_TEST_CASE(whoever_reads_the_terminal_makes_the_first_administrator_once) {
  auto& in = house();
  BOOST_TEST(in.served->api().first_run_code().empty());
  BOOST_TEST(in.served->handle(in.first_run("ABCD-EFGH-JKLM")).status == 403);
  const auto session = in.served->ask("", "GET", "/session");
  BOOST_TEST(session.json->getValue<bool>("signed_in") == false);
  BOOST_TEST(session.json->getValue<bool>("first_run") == false);
}

BOOST_AUTO_TEST_CASE(the_session_tells_the_archives_own_day) {
  ServedArchive in;
  in.served->clock().pass(40);
  const std::string day = in.served->clock().today().text();
  BOOST_TEST(in.must("周敏", "GET", "/session").value("today") == day);
  BOOST_TEST(in.ask("", "GET", "/session").value("today") == day);
}

BOOST_AUTO_TEST_CASE(the_first_administrator_may_start_the_server_again) {
  auto& in = house();
  const auto users = in.must("管理员", "GET", "/users").json->getArray("people");
  std::string whose;
  for (const auto& each : *users) {
    const auto& user = *each.extract<Object::Ptr>();
    if (user.getValue<std::string>("system_user") == login_name()) whose = user.getValue<std::string>("name");
  }
  BOOST_TEST(whose == "管理员");
}

BOOST_AUTO_TEST_CASE(before_anybody_is_entered_nothing_can_be_read_or_changed) {
  const ScratchFolder folder(fs::temp_directory_path());
  const SystemClock clock;
  archive::Archive::init(folder.path() / "空 库", "A001", "兴和公司", "club", "tester", clock);
  Served served(folder.path() / "空 库");
  BOOST_TEST(served.api().first_run_code().size() == 14U);
  BOOST_TEST(served.ask("", "GET", "/session").json->getValue<bool>("first_run") == true);
  for (const auto& route : route_table()) {
    if (route.path == "/session" || route.path == "/first-run" || route.path.find('{') != std::string_view::npos)
      continue;
    BOOST_TEST(served.ask("", std::string(route.method), std::string(route.path)).status == 401,
               route.method << ' ' << route.path);
  }
}

BOOST_AUTO_TEST_CASE(the_session_cookie_is_for_this_host_alone_and_unreadable_to_scripts) {
  auto& in = house();
  auto request =
      in.served->request("POST", "/session", json_of({{"name", text("管理员")}, {"password", text("一个长口令 1")}}));
  request.headers.set("Origin", "http://localhost:8080");
  const auto answer = in.served->handle(std::move(request));
  BOOST_TEST(answer.status == 200);
  const std::string cookie(answer.headers.get("Set-Cookie"));
  for (const char* part : {"__Host-twofold=", "; Path=/;", "Secure", "HttpOnly", "SameSite=Strict"})
    BOOST_TEST(cookie.find(part) != std::string::npos, part);
  BOOST_TEST(answer.json->getArray("actions")->size() > 1U);
}

BOOST_AUTO_TEST_CASE(a_wrong_password_and_a_wrong_name_look_alike) {
  auto& in = house();
  const auto sign_in = [&](const std::string& name) {
    auto request =
        in.served->request("POST", "/session", json_of({{"name", text(name)}, {"password", text("wrong password")}}));
    request.headers.set("Origin", "http://localhost:8080");
    return in.served->handle(std::move(request));
  };
  const auto known = sign_in("孙工"), unknown = sign_in("无此人");
  BOOST_TEST(known.status == 401);
  BOOST_TEST(known.text == unknown.text);
}

BOOST_AUTO_TEST_CASE(a_change_with_a_cookie_needs_the_token_and_our_own_origin) {
  auto& in = house();
  const std::string body = json_of({{"target", text("K999999")}, {"reason", text("诉讼")}});
  auto elsewhere = with_session(in, "POST", "/holds", body);
  elsewhere.headers.set("Origin", "http://evil.example");
  BOOST_TEST(in.served->handle(std::move(elsewhere)).code() == "session.bad_origin");
  auto nowhere = with_session(in, "POST", "/holds", body);
  nowhere.headers.remove("Origin");
  BOOST_TEST(in.served->handle(std::move(nowhere)).code() == "session.bad_origin");
  auto bare = with_session(in, "POST", "/holds", body);
  bare.headers.remove("X-CSRF-Token");
  BOOST_TEST(in.served->handle(std::move(bare)).code() == "session.no_csrf");
  const auto asked = in.served->handle(with_session(in, "POST", "/holds", body));
  BOOST_TEST(asked.code() != "session.no_csrf");
  BOOST_TEST(asked.code() != "session.bad_origin");
}

BOOST_AUTO_TEST_CASE(signing_out_ends_the_session) {
  ServedArchive in;
  BOOST_TEST(in.served->handle(with_session(in, "GET", "/profile", "")).status == 200);
  BOOST_TEST(in.served->handle(with_session(in, "DELETE", "/session", "")).status == 204);
  const auto after = in.served->handle(with_session(in, "GET", "/profile", ""));
  BOOST_TEST(after.status == 401);
  BOOST_TEST(after.code() == "access.token_ended");
}

BOOST_AUTO_TEST_CASE(a_problem_is_in_the_language_of_whoever_asks) {
  auto& in = house();
  const auto english = in.ask("周敏", "GET", "/items/T-A001-02-C03-999999?lang=en"),
             chinese = in.ask("周敏", "GET", "/items/T-A001-02-C03-999999?lang=zh");
  BOOST_TEST(english.status == 404);
  BOOST_TEST(std::string(english.headers.get("Content-Type")) == "application/problem+json");
  BOOST_TEST(english.code() == chinese.code());
  BOOST_TEST(english.value("detail") != chinese.value("detail"));
  BOOST_TEST(in.ask("周敏", "GET", "/status?lang=fr").status == 400);
}

BOOST_AUTO_TEST_CASE(what_the_address_does_not_know_is_refused_by_name) {
  auto& in = house();
  BOOST_TEST(in.ask("周敏", "GET", "/items?colour=red").code() == "api.unknown_field");
  BOOST_TEST(
      in.ask("周敏", "POST", "/holds", json_of({{"target", text("K1")}, {"reason", text("x")}, {"sudo", "true"}}))
          .code() == "api.unknown_field");
  BOOST_TEST(in.ask("赵敏", "POST", "/holds", json_of({{"target", text("K1")}})).code() == "api.field_missing");
  BOOST_TEST(in.ask("周敏", "GET", "/items?limit=ten").code() == "api.field_type");
  BOOST_TEST(in.ask("周敏", "POST", "/filings", json_of({{"numbers", text("one")}})).code() == "api.field_type");
  BOOST_TEST(in.ask("周敏", "POST", "/filings", "[1,2]").code() == "api.not_json");
  BOOST_TEST(in.ask("周敏", "POST", "/filings", "{\"numbers\":").code() == "api.not_json");
  BOOST_TEST(in.ask("周敏", "GET", "/items", "{}").code() == "api.no_body");
  for (const char* option : {"manifest", "archive", "actor", "out"})
    BOOST_TEST(
        in.ask("周敏", "POST", "/filings", json_of({{"numbers", "[\"x\"]"}, {option, text("/etc/passwd")}})).code() ==
            "api.unknown_field",
        option);
}

BOOST_AUTO_TEST_CASE(an_address_that_is_there_for_another_method_says_which) {
  const auto answer = house().ask("周敏", "DELETE", "/items");
  BOOST_TEST(answer.status == 405);
  BOOST_TEST(std::string(answer.headers.get("Allow")) == "GET");
  BOOST_TEST(house().ask("周敏", "GET", "/nothing/here").status == 404);
}

BOOST_AUTO_TEST_CASE(a_key_makes_a_creation_happen_once) {
  auto& in = house();
  const std::string body = json_of({{"kind", text("history")}, {"title", text("全宗介绍")}});
  const http::Headers key = {{"Idempotency-Key", "k-1"}};
  const auto first = in.must("周敏", "POST", "/fonds-file", body, key);
  BOOST_TEST(first.status == 201);
  const auto again = in.must("周敏", "POST", "/fonds-file", body, key);
  BOOST_TEST(again.status == 201);
  BOOST_TEST(again.text == first.text);
  BOOST_TEST(in.must("周敏", "GET", "/fonds-file?kind=history").json->getArray("documents")->size() == 1U);
  const auto other =
      in.ask("周敏", "POST", "/fonds-file", json_of({{"kind", text("history")}, {"title", text("另一份")}}), key);
  BOOST_TEST(other.status == 422);
  BOOST_TEST(other.code() == "api.key_reused");
  const auto refused =
      in.ask("周敏", "POST", "/fonds-file", json_of({{"kind", text("nonsense")}, {"title", text("x")}}),
             {{"Idempotency-Key", "k-2"}});
  BOOST_TEST(refused.status == 400);
  BOOST_TEST(in.must("周敏", "POST", "/fonds-file", json_of({{"kind", text("history")}, {"title", text("第三份")}}),
                     {{"Idempotency-Key", "k-2"}})
                 .status == 201);
}

BOOST_AUTO_TEST_CASE(while_the_server_has_the_archive_the_command_line_is_told_so) {
  auto& in = house();
  const SystemClock clock;
  BOOST_CHECK_EXCEPTION(archive::Archive(in.root, {archive::OpenOptions::Access::Write, "tester", &clock, {}}), Error,
                        [](const Error& error) { return error.message().key == "archive.busy"; });
  in.served->shared().announce("http://localhost:8080");
  BOOST_CHECK_EXCEPTION(archive::Archive(in.root, {archive::OpenOptions::Access::Write, "tester", &clock, {}}), Error,
                        [](const Error& error) { return error.message().args.at(1) == "http://localhost:8080"; });
  BOOST_CHECK_NO_THROW(archive::Archive(in.root, {archive::OpenOptions::Access::Read, "tester", &clock, {}}));
}

BOOST_AUTO_TEST_CASE(events_say_from_where_and_by_which_request_a_change_came) {
  auto& in = house();
  in.must("周敏", "POST", "/patrols",
          json_of({{"room", text("K1")}, {"kind", text("fire")}, {"at", text("2026-03-01 17:00")}}));
  const archive::Archive reading(in.root, {});
  std::string bytes;
  const catalog::Database database(in.root / "catalogue.sqlite", catalog::Database::Mode::ReadOnly);
  catalog::each_event(database, [&](const catalog::Event& event) { bytes = event.bytes; });
  BOOST_TEST(bytes.find("192.0.2.7") != std::string::npos, bytes);
  BOOST_TEST(bytes.find("POST /api/v1/patrols") != std::string::npos, bytes);
}

BOOST_AUTO_TEST_SUITE_END()
