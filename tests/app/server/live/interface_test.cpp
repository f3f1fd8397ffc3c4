// What docs/api.md promises to whoever asks over HTTP, asked over a socket and held against the OpenAPI document.

#include "base/clock.h"
#include "catalog/events.h"
#include "tests/app/server/live/live_archive.h"

namespace twofold::app::api {
namespace {

const std::string kContent = "会员签单消费合同,甲方王府集团,信用额度五万元。";

struct House : LiveArchive {
  House() : number(take_in(kContent)) {
    give_password("周敏");
    contract.emplace(nobody().send("GET", "/api/openapi.json").json);
  }
  Client as(const std::string& who) {
    auto client = program(who);
    client.contract = &*contract;
    return client;
  }
  // How much has been written down, readings and refusals left out.
  std::int64_t changes() {
    const catalog::Database database(root / "catalogue.sqlite", catalog::Database::Mode::ReadOnly);
    std::int64_t count = 0;
    catalog::each_event(database, [&](const catalog::Event& event) {
      count += event.action.ends_with(".read") || event.action == "access.refused" ? 0 : 1;
    });
    return count;
  }

  std::string number;
  std::optional<Contract> contract;
};

House& house() {
  static House made;
  return made;
}

std::string later(int days) { return SystemClock().today().plus_days(days).text(); }

}  // namespace

BOOST_AUTO_TEST_SUITE(interface_test)

BOOST_AUTO_TEST_CASE(the_session_cookie_is_for_this_host_alone_secure_strict_and_out_of_scripts_reach) {
  auto& in = house();
  Client client = in.nobody();
  const auto session =
      client.ask("POST", "/session", LiveArchive::credentials("周敏"), {{"Origin", client.origin()}});
  BOOST_REQUIRE_EQUAL(session.status, 200);
  const std::string cookie(session.headers.get("Set-Cookie"));
  BOOST_TEST(cookie.starts_with("__Host-twofold="));
  for (const char* attribute : {"; Path=/", "; Secure", "; HttpOnly", "; SameSite=Strict", "; Max-Age="})
    BOOST_TEST(cookie.find(attribute) != std::string::npos, attribute);
  BOOST_TEST(cookie.find("Domain") == std::string::npos);
  BOOST_TEST(session.headers.get("Cache-Control") == "no-store, no-transform");
  // It is no part of the answer's body, and the token against forged requests is not the session's.
  const std::string token = cookie.substr(15, cookie.find(';') - 15);
  BOOST_TEST(session.text.find(token) == std::string::npos);
  const auto out = client.ask("DELETE", "/session", "",
                              {{"Origin", client.origin()},
                               {"Cookie", cookie.substr(0, cookie.find(';'))},
                               {"X-CSRF-Token", session.value("csrf")}});
  BOOST_TEST(out.status == 204);
  BOOST_TEST(out.headers.get("Set-Cookie").find("Max-Age=0") != std::string_view::npos);
  BOOST_TEST(client.ask("GET", "/profile", "", {{"Cookie", cookie.substr(0, cookie.find(';'))}}).status == 401);
}

BOOST_AUTO_TEST_CASE(a_change_of_a_session_from_elsewhere_or_without_its_token_is_refused_and_changes_nothing) {
  auto& in = house();
  Client client = in.browser("周敏");
  const std::string body = json_of({{"room", text("K7")}, {"kind", text("fire")}, {"at", text("2026-03-01 17:00")}});
  const auto before = in.changes();
  for (const std::string origin : {"http://evil.example", "null", ""}) {
    const auto refused = client.ask("POST", "/patrols", body, {{"Origin", origin}});
    BOOST_TEST(refused.status == 403);
    BOOST_TEST(refused.code() == "session.bad_origin");
  }
  for (const std::string token : {"", "0000", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}) {
    const auto refused = client.ask("POST", "/patrols", body, {{"X-CSRF-Token", token}});
    BOOST_TEST(refused.status == 403);
    BOOST_TEST(refused.code() == "session.no_csrf");
  }
  for (const auto& [method, path] : {std::pair{"DELETE", "/session"}, {"PUT", "/users/周敏/password"}})
    BOOST_TEST(client.ask(method, path, "", {{"X-CSRF-Token", ""}}).code() == "session.no_csrf");
  BOOST_TEST(in.changes() == before);
  BOOST_TEST(client.ask("POST", "/patrols", body).status == 201);
  // Signing in from a page of somebody else's is refused as well.
  Client stranger = in.nobody();
  BOOST_TEST(stranger.ask("POST", "/session", LiveArchive::credentials("周敏"), {{"Origin", "http://evil.example"}})
                 .code() == "session.bad_origin");
}

BOOST_AUTO_TEST_CASE(a_programs_token_needs_no_origin_reads_alone_where_it_says_so_and_ends_when_revoked) {
  auto& in = house();
  Client archivist = in.as("周敏");
  const auto made = archivist.must(
      "POST", "/tokens", json_of({{"name", text("报表")}, {"scope", text("read")}, {"until", text(later(5))}}));
  Client program = in.nobody();
  program.always.set("Authorization", "Bearer " + made.value("token"));
  BOOST_TEST(program.ask("GET", "/volumes").status == 200);
  const auto refused = program.ask(
      "POST", "/patrols", json_of({{"room", text("K1")}, {"kind", text("fire")}, {"at", text("2026-03-01 17:00")}}));
  BOOST_TEST(refused.status == 403);
  archivist.must("DELETE", "/tokens/报表");
  const auto ended = program.ask("GET", "/volumes");
  BOOST_TEST(ended.status == 401);
  BOOST_TEST(ended.code() == "access.token_ended");
  BOOST_TEST(ended.headers.has("WWW-Authenticate"));
}

BOOST_AUTO_TEST_CASE(problems_are_in_the_language_of_whoever_asks_with_the_same_code_and_their_own_number) {
  auto& in = house();
  Client client = in.as("周敏");
  const std::string path = "/items/T-A001-02-C03-999999";
  const auto english = client.ask("GET", path, "", {{"Accept-Language", "en-GB, zh;q=0.5"}}),
             chinese = client.ask("GET", path, "", {{"Accept-Language", "zh-CN, en;q=0.5"}});
  for (const auto& problem : {english, chinese}) {
    BOOST_TEST(problem.status == 404);
    BOOST_TEST(problem.headers.get("Content-Type") == "application/problem+json");
    BOOST_TEST(problem.code() == "lookup.nothing");
    BOOST_TEST(problem.json->getValue<int>("status") == 404);
    BOOST_TEST(!problem.value("request").empty());
  }
  BOOST_TEST(english.value("request") != chinese.value("request"));
  BOOST_TEST(english.value("title") != chinese.value("title"));
  BOOST_TEST(chinese.value("detail").find("没有") != std::string::npos, chinese.text);
  // An address says it more loudly than a header.
  BOOST_TEST(client.ask("GET", path + "?lang=zh", "", {{"Accept-Language", "en"}}).value("title") ==
             chinese.value("title"));
}

BOOST_AUTO_TEST_CASE(what_an_address_does_not_know_is_refused_by_name_and_changes_nothing) {
  auto& in = house();
  Client client = in.as("周敏");
  const auto before = in.changes();
  for (const auto& route : route_table()) {
    if (route.path.find('{') != std::string_view::npos || route.method != "GET") continue;
    const auto refused = client.ask("GET", std::string(route.path) + "?no_such_word=1");
    BOOST_TEST((refused.status == 400 || refused.status == 403), route.path << ": " << refused.status << refused.text);
    if (refused.status == 400) BOOST_TEST(refused.value("detail").find("no_such_word") != std::string::npos, route.path);
  }
  const auto code = [&](const std::string& method, const std::string& path, const std::string& body) {
    const auto refused = client.ask(method, path, body);
    BOOST_TEST(refused.status == 400, refused.text);
    return refused.code();
  };
  BOOST_TEST(code("POST", "/patrols", R"({"room": "K1", "kind": "fire", "at": "2026-03-01 17:00", "sudo": true})") ==
             "api.unknown_field");
  BOOST_TEST(code("POST", "/patrols", R"({"room": "K1", "kind": "fire"})") == "api.field_missing");
  BOOST_TEST(code("POST", "/patrols", R"({"room": ["K1"], "kind": "fire", "at": "2026-03-01 17:00"})") ==
             "api.field_type");
  BOOST_TEST(code("POST", "/patrols", R"({"room": "K1", )") == "api.not_json");
  BOOST_TEST(code("POST", "/patrols?room=K1", R"({"kind": "fire", "at": "2026-03-01 17:00"})") == "api.unknown_field");
  BOOST_TEST(code("GET", "/items?limit=ten", "") == "api.field_type");
  BOOST_TEST(code("GET", "/items?limit=2&limit=3", "") == "api.field_type");
  BOOST_TEST(in.changes() == before);
}

BOOST_AUTO_TEST_CASE(lists_come_in_pages_that_meet_without_a_gap) {
  auto& in = house();
  Client client = in.as("管理员");
  const auto walk = [&](const std::string& path, const std::string& field, const std::string& key) {
    std::vector<std::string> keys;
    std::string after;
    for (int pages = 0; pages < 50; ++pages) {
      std::string asked = path + "?limit=3";
      if (!after.empty()) asked += "&after=" + after;
      const auto page = client.must("GET", asked);
      const auto rows = page.json->getArray(field);
      BOOST_TEST(rows->size() <= 3U);
      for (const auto& row : *rows) keys.push_back(row.extract<Object::Ptr>()->getValue<std::string>(key));
      after = page.json->getValue<std::string>("next");
      if (rows->size() == 0 || after.empty() || after == "0") break;
    }
    std::set<std::string> once(keys.begin(), keys.end());
    BOOST_TEST(once.size() == keys.size(), path);
    return keys.size();
  };
  BOOST_TEST(walk("/users", "people", "name") == in.tokens.size());
  const auto events = client.must("GET", "/audit/check").json->getValue<std::size_t>("events");
  BOOST_TEST(walk("/audit", "events", "seq") >= std::min<std::size_t>(events, 100U));
}

BOOST_AUTO_TEST_CASE(a_draft_is_described_anew_only_as_it_was_read_and_what_is_filed_is_amended_instead) {
  auto& in = house();
  const auto number = in.take_in("会员签单消费合同,甲方王府集团,第二份。", "合同/二.txt");
  Client client = in.as("张建国");
  const std::string path = "/items/" + number;
  const auto read = client.must("GET", path);
  const http::Headers as_read = {{"If-Match", std::string(read.headers.get("ETag"))}};
  const std::string body = json_of({{"title", text("签单合同")}, {"document_number", text("HT-7")}});
  const auto before = in.changes();
  const auto blind = client.ask("PUT", path + "/description", body);
  BOOST_TEST(blind.status == 428);
  BOOST_TEST(blind.code() == "api.condition_missing");
  const auto stale = client.ask("PUT", path + "/description", body, {{"If-Match", "\"0123\""}});
  BOOST_TEST(stale.status == 412);
  BOOST_TEST(stale.code() == "api.changed_meanwhile");
  BOOST_TEST(in.changes() == before);
  const auto changed = client.must("PUT", path + "/description", body, as_read);
  BOOST_TEST(changed.value("title") == "签单合同");
  const auto again = client.must("GET", path);
  BOOST_TEST(again.value("document_number") == "HT-7");
  BOOST_TEST(again.headers.get("ETag") == changed.headers.get("ETag"));
  BOOST_TEST(client.ask("PUT", path + "/description", json_of({{"title", text("又一个")}}), as_read).status == 412);
  BOOST_TEST(in.as("李经理").ask("PUT", path + "/description", body, {{"If-Match", "*"}}).status == 404);
  BOOST_TEST(in.as("钱审").ask("PUT", path + "/description", body, {{"If-Match", "*"}}).status == 403);
  in.sign(number);
  in.must("周敏", "POST", path + "/filing");
  const auto filed = client.ask("PUT", path + "/description", body, {{"If-Match", "*"}});
  BOOST_TEST(filed.status == 409);
  BOOST_TEST(filed.code() == "description.filed");
}

BOOST_AUTO_TEST_CASE(one_key_is_one_creation_whatever_comes_with_it_again) {
  auto& in = house();
  Client client = in.as("周敏");
  const http::Headers key = {{"Idempotency-Key", "key-1"}};
  const std::string body = json_of({{"kind", text("history")}, {"title", text("全宗介绍")}});
  const auto first = client.must("POST", "/fonds-file", body, key);
  const auto again = client.must("POST", "/fonds-file", body, key);
  BOOST_TEST(!first.headers.has("Idempotency-Replayed"));
  BOOST_TEST(again.headers.get("Idempotency-Replayed") == "true");
  BOOST_TEST(again.status == 201);
  BOOST_TEST(again.text == first.text);
  const auto other = client.ask("POST", "/fonds-file", json_of({{"kind", text("history")}, {"title", text("另")}}), key);
  BOOST_TEST(other.status == 422);
  BOOST_TEST(other.code() == "api.key_reused");
  BOOST_TEST(client.ask("POST", "/stocktakes", "", key).code() == "api.key_reused");
  // A job: the same job, and where to look at it.
  const auto job = client.must("POST", "/index", "", {{"Idempotency-Key", "key-2"}}),
             same = client.must("POST", "/index", "", {{"Idempotency-Key", "key-2"}});
  BOOST_TEST(same.status == 202);
  BOOST_TEST(same.value("id") == job.value("id"));
  BOOST_TEST(!job.headers.get("Location").empty());
  BOOST_TEST(same.headers.get("Location") == job.headers.get("Location"));
  in.over("周敏", job.value("id"));
  // A file as the body counts as well.
  const std::string readings = "Time,Temperature,Humidity\n2026-03-02 08:30,20,50\n";
  const http::Headers file_key = {{"Idempotency-Key", "key-3"}, {"Content-Type", "text/csv"}};
  const std::string imports = "/climate/imports?room=K1&person=周敏";
  client.must("POST", imports, readings, file_key);
  BOOST_TEST(client.must("POST", imports, readings, file_key).headers.has("Idempotency-Replayed"));
  BOOST_TEST(client.ask("POST", imports, readings + "2026-03-02 14:30,20,50\n", file_key).code() == "api.key_reused");
  BOOST_TEST(client.ask("POST", "/climate/imports?room=K2&person=周敏", readings, file_key).code() == "api.key_reused");
  // What changed a record as it was read is told again, though the record is another since.
  const auto customer = in.must("张建国", "GET", "/items/" + in.number).value("customer_number");
  Client manager = in.as("张建国");
  const http::Headers once = {{"Idempotency-Key", "key-4"},
                              {"If-Match", std::string(manager.must("GET", "/customers/" + customer).headers.get("ETag"))}};
  const std::string spent = json_of({{"yuan", text("100.50")}});
  const auto spending = manager.must("POST", "/customers/" + customer + "/spendings", spent, once);
  const auto told = manager.must("POST", "/customers/" + customer + "/spendings", spent, once);
  BOOST_TEST(told.text == spending.text);
}

BOOST_AUTO_TEST_CASE(two_that_send_one_key_at_once_do_it_once) {
  auto& in = house();
  std::vector<Answered> answers(6);
  {
    std::vector<std::jthread> senders;
    for (auto& answer : answers)
      senders.emplace_back([&] {
        answer = in.program("周敏").ask("POST", "/fonds-file",
                                        json_of({{"kind", text("history")}, {"title", text("同时")}}),
                                        {{"Idempotency-Key", "at once"}});
      });
  }
  for (const auto& answer : answers) {
    BOOST_TEST(answer.status == 201, answer.text);
    BOOST_TEST(answer.text == answers[0].text);
  }
}

BOOST_AUTO_TEST_CASE(every_answer_has_the_strict_headers_and_files_are_attachments) {
  auto& in = house();
  Client client = in.as("张建国");
  const auto csv = client.must("GET", "/search/file.csv?q=信用额度");
  BOOST_TEST(csv.headers.get("Content-Disposition").starts_with("attachment; filename=\"search.csv\""));
  const auto original = client.must("GET", "/items/" + in.number + "/original");
  BOOST_TEST(original.text == kContent);
  BOOST_TEST(original.headers.get("Content-Disposition").starts_with("attachment; "));
  BOOST_TEST(original.headers.get("Content-Type") == "application/octet-stream");
  const auto part = client.ask("GET", "/items/" + in.number + "/original", "", {{"Range", "bytes=0-11"}});
  BOOST_TEST(part.status == 206);
  BOOST_TEST(part.text == kContent.substr(0, 12));
  for (const auto& answer : {csv, original, client.must("GET", "/items"), client.ask("GET", "/items/none")}) {
    BOOST_TEST(answer.headers.get("Content-Security-Policy") ==
               "default-src 'none'; frame-ancestors 'none'; sandbox");
    BOOST_TEST(answer.headers.get("X-Content-Type-Options") == "nosniff");
    BOOST_TEST(answer.headers.get("X-Frame-Options") == "DENY");
    BOOST_TEST(answer.headers.get("Cross-Origin-Opener-Policy") == "same-origin");
    BOOST_TEST(answer.headers.get("Cache-Control").find("no-store") != std::string_view::npos);
  }
  const auto page = in.nobody().send("GET", "/");
  const auto policy = page.headers.get("Content-Security-Policy");
  BOOST_TEST(policy.find("default-src 'self'") != std::string_view::npos);
  for (const char* loose : {"unsafe-inline", "unsafe-eval", "*"})
    BOOST_TEST(policy.find(loose) == std::string_view::npos, policy);
}

BOOST_AUTO_TEST_CASE(health_readiness_and_metrics_are_told_without_a_session) {
  auto& in = house();
  Client client = in.nobody();
  BOOST_TEST(client.send("GET", "/healthz").text == "ok\n");
  BOOST_TEST(client.send("GET", "/readyz").status == 200);
  const auto metrics = client.send("GET", "/metrics");
  BOOST_TEST(metrics.status == 200);
  BOOST_TEST(metrics.headers.get("Content-Type").starts_with("text/plain; version=0.0.4"));
  for (const char* said : {"# TYPE ", "_bucket{", "_count", "connections"})
    BOOST_TEST(metrics.text.find(said) != std::string::npos, said);
}

BOOST_AUTO_TEST_CASE(while_something_holds_the_archive_changes_are_told_when_to_come_back_and_readings_go_on) {
  auto& in = house();
  Client client = in.as("周敏");
  const auto before = in.changes();
  {
    SharedArchive::Writing held(in.served->shared(), "twofold serve", {}, std::chrono::seconds(5));
    const auto busy = client.ask(
        "POST", "/patrols", json_of({{"room", text("K1")}, {"kind", text("fire")}, {"at", text("2026-03-01 18:00")}}));
    BOOST_TEST(busy.status == 503);
    BOOST_TEST(busy.code() == "archive.busy_now");
    BOOST_TEST(std::stoi(std::string(busy.headers.get("Retry-After"))) > 0);
    BOOST_TEST(client.ask("GET", "/volumes").status == 200);
  }
  BOOST_TEST(in.changes() == before);
  BOOST_TEST(client.ask("POST", "/patrols",
                        json_of({{"room", text("K1")}, {"kind", text("fire")}, {"at", text("2026-03-01 18:00")}}))
                 .status == 201);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace twofold::app::api
