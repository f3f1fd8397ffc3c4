// Every address by every role on what is its own, another's, granted, no longer granted and granted no more, over a real
// socket, against the oracle of the command that the address is bound to. What is no command has its own rows here; an
// address without any fails.

#include "tests/app/access_told.h"
#include "tests/app/server/live/asked.h"

namespace twofold::app::api {
namespace {

// What the oracle of the command line has no words for.
struct OwnExpected {
  std::string_view method, path;  // with @item …
  Expected expected;
  std::string body = "";
};

const std::vector<OwnExpected>& own_table() {
  static const std::string kBody = "some bytes";
  static const std::vector<OwnExpected> kOwn = {
      {"GET", "/session", {{}, kEverybody}},
      {"POST", "/session", {{}, kEverybody}, "{}"},
      {"DELETE", "/session", {{}, kEverybody}},
      {"POST", "/first-run", {{}, kNobody}, R"({"code": "ABCD-EFGH-JKLM", "name": "x", "password": "long enough"})"},
      {"GET", "/profile", {{}, kEverybody}},
      {"GET", "/saved-searches", {{}, kEverybody}},
      {"GET", "/items/@item/pages", {{"", "@item"}, kKnowers, true, true, Form::Hidden}},
      {"GET", "/items/@item/pages/1/image", {{"", "@item"}, kReaders, true, true, Form::Hidden}},
      {"GET", "/items/@item/pages/1/thumbnail", {{"", "@item"}, kReaders, true, true, Form::Hidden}},
      {"GET", "/items/@item/pages/1/words", {{"", "@item"}, kReaders, true, true, Form::Hidden}},
      {"GET", "/items/@item/original", {{"", "@item"}, kReaders, true, true, Form::Hidden}},
      {"GET", "/items/@item/reading-copy", {{"", "@item"}, kReaders, true, true, Form::Hidden}},
      {"POST", "/uploads/known", {{"", "@digest"}, kKnowers, true, true, Form::LeftOut}, R"({"sha256": ["@digest"]})"},
      {"GET", "/uploads/@digest", {{}, kEverybody}},
      {"PUT", "/uploads/@digest", {{}, kEverybody}, "not these"},
      {"DELETE", "/uploads/@digest", {{}, kEverybody}},
      {"POST", "/ingest", {{}, kEverybody}, R"({"files": []})"},
      {"GET", "/jobs", {{}, kEverybody}},
      {"GET", "/jobs/@job", {{"", "@job"}, kMaintainers, false, false, Form::Hidden}},
      {"DELETE", "/jobs/@job", {{"", "@job"}, kMaintainers, false, false, Form::Hidden}},
      {"POST", "/jobs/@job/restart", {{"", "@job"}, kMaintainers, false, false, Form::Hidden}},
      {"GET", "/jobs/@job/file", {{"", "@job"}, kMaintainers, false, false, Form::Hidden}},
      {"GET", "/events", {{}, kEverybody}},
      {"POST", "/closings", {{}, kArchivist + kGeneral}, R"({"year": 2030})"},
  };
  return kOwn;
}

// One thing to ask of one address, with what is expected of it.
struct Question {
  const Route* route;
  const Expected* expected;
  const OwnExpected* own = nullptr;

  std::optional<Asked> asked(const std::string& self, const std::map<std::string, std::string>& meant) const {
    if (!own) return AskedFrom(*route, *expected, self, meant).ask();
    Asked asked{std::string(own->method), std::string(own->path), own->body};
    for (const auto& [mark, value] : meant) {
      asked.path = replace_all(asked.path, mark, http::percent_encode(value));
      asked.body = replace_all(asked.body, mark, value);
    }
    if (asked.method == "PUT") asked.headers.set("Content-Type", "application/octet-stream");
    return asked;
  }
};

bool same_shape(const Route& route, std::string_view path) {
  const auto known = split(std::string(route.path), '/'), other = split(std::string(path), '/');
  if (known.size() != other.size() || route.path.find('{') == std::string_view::npos) return route.path == path;
  for (std::size_t i = 0; i < known.size(); ++i)
    if (!known[i].starts_with('{') && known[i] != other[i]) return false;
  return true;
}

std::vector<Question> questions_of(const Route& route) {
  std::vector<Question> questions;
  for (const auto& expected : kExpected)
    if (expected.words[0] == route.command && AskedFrom(route, expected, "", {}).ask())
      questions.push_back({&route, &expected});
  for (const auto& own : own_table())
    if (own.method == route.method && same_shape(route, own.path)) questions.push_back({&route, &own.expected, &own});
  return questions;
}

// The society's archive behind a server on a port.
struct ServedSociety : Society {
  ServedSociety()
      : clock(kToday),
        shared(root, std::string(TWOFOLD_BINARY_DIR) + "/bin/twofold-reader", clock),
        api(shared, events),
        live(api, events, folder.path() / "web"),
        client(live.server.port()) {
    there = kThere;
    absent = kAbsent;
    there["@digest"] = sha256_file(paper(kFirst, "2024-03-15")).text();
    absent["@digest"] = sha256("nowhere").text();
    there["@job"] = ask("archivist own", {"POST", "/index", ""}).value("id");
    absent["@job"] = "999999";
  }

  Answered ask(const std::string& who, const Asked& asked) {
    http::Headers headers = asked.headers;
    if (!who.empty()) headers.set("Authorization", "Bearer " + tokens.at(who));
    return client.send(asked.method, "/api/v1" + asked.path, asked.body, headers);
  }
  void keep_by(const std::string& name, Situation situation) {
    const std::string manager = situation == Situation::Own ? "经理 " + name : kFirst.manager;
    if (manager == keeper) return;
    SharedArchive::Writing writing(shared, "", {}, std::chrono::seconds(60));
    make_keeper(manager, writing.archive().database());
  }

  FixedClock clock;
  SharedArchive shared;
  http::EventHub events;
  Api api;
  Listening live;
  Client client;
  std::map<std::string, std::string> there, absent;
};

ServedSociety& society() {
  static ServedSociety made;
  return made;
}

bool is_absence(const Answered& answer) {
  return answer.status == 404 && (kAbsences.contains(answer.code()) || answer.code() == "job.unknown");
}

// What was said, without the request's own number.
std::string without_request(const Answered& answer) {
  const std::string id = answer.json ? answer.json->optValue<std::string>("request", "") : "";
  return id.empty() ? answer.text : replace_all(answer.text, id, "");
}

// And without what was asked.
std::string without_asked(const Answered& answer, const Expected& expected,
                          const std::map<std::string, std::string>& meant) {
  return without_named(without_request(answer), expected, meant);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(matrix_test)

BOOST_AUTO_TEST_CASE(every_address_has_an_expectation) {
  for (const auto& route : route_table())
    BOOST_TEST(!questions_of(route).empty(), route.method << ' ' << route.path << " (" << route.command << ')');
}

BOOST_AUTO_TEST_CASE(whoever_is_nobody_is_told_so_everywhere) {
  auto& in = society();
  for (const auto& route : route_table()) {
    if (route.path == "/session" || route.path == "/first-run") continue;
    for (const auto& question : questions_of(route)) {
      const auto asked = *question.asked("某人", in.there);
      const auto answer = in.ask("", asked);
      BOOST_TEST(answer.status == 401, asked.method << ' ' << asked.path << ": " << answer.status << ' ' << answer.text);
      check_what_is_told(*question.expected, "nobody", false, without_request(answer), answer.text);
    }
  }
}

BOOST_AUTO_TEST_CASE(R11_R12_R13_R14_every_address_by_every_role_in_every_situation_is_as_the_domain_says) {
  auto& in = society();
  for (const auto& route : route_table())
    for (const auto& question : questions_of(route))
      for (const auto& role : kEverybody)
        for (const auto situation : kSituations) {
          const Expected& expected = *question.expected;
          const auto name = Society::name_of(role, situation);
          const bool may = may_do(expected, role, situation == Situation::Own, situation == Situation::Granted);
          in.keep_by(name, situation);
          const auto asked = *question.asked(name, in.there);
          const auto answer = in.ask(name, asked);
          const std::string what = asked.method + ' ' + asked.path + " by " + name + ": " +
                                   std::to_string(answer.status) + ' ' + answer.text.substr(0, 500);
          const bool denied = answer.status == 403 || (expected.form == Form::Hidden && is_absence(answer));
          BOOST_TEST((answer.status >= 200 && answer.status < 500 && answer.status != 401), what);
          if (expected.form != Form::LeftOut) BOOST_TEST(denied == !may, what);
          // A search that is kept answers with one hit, of either company.
          if (may && question.route->command == "search" && answer.status == 201) continue;
          check_what_is_told(expected, role, may, without_request(answer), what);
        }
}

BOOST_AUTO_TEST_CASE(R14_what_is_hidden_is_answered_like_what_is_not_there) {
  auto& in = society();
  for (const auto& route : route_table())
    for (const auto& question : questions_of(route))
      for (const auto& role : kEverybody)
        for (const auto situation : kSituations) {
          const Expected& expected = *question.expected;
          if (expected.form != Form::Hidden || may_know(expected, role, situation)) continue;
          const auto name = Society::name_of(role, situation);
          in.keep_by(name, situation);
          const auto asked = *question.asked(name, in.there);
          const auto hidden = in.ask(name, asked), absent = in.ask(name, *question.asked(name, in.absent));
          const std::string what = asked.method + ' ' + asked.path + " by " + name;
          BOOST_TEST(hidden.status == absent.status, what);
          BOOST_TEST(without_asked(hidden, expected, in.there) == without_asked(absent, expected, in.absent), what);
          for (const auto& [field, value] : hidden.headers)
            if (field != "Content-Length" && field != "Date" && field != "X-Request-ID")
              BOOST_TEST(absent.headers.get(field) == value, what + " " + field);
        }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace twofold::app::api
