// Many people at once, each in a session of their own over a connection of their own, while a job takes in files: what
// each of them did stands in the answers and in the audit trail under their name, with their roles and their request.

#include "catalog/events.h"
#include "catalog/removals.h"
#include "tests/app/server/live/live_archive.h"

using namespace twofold;
using namespace twofold::app;
using namespace twofold::app::api;

namespace {

constexpr int kRounds = 6;

// Who may do all of it, with the role that their events must bear.
const std::map<std::string, std::string> kPeople = {
    {"张建国", "account_manager"}, {"赵敏", "general_manager"}, {"刘国栋", "sales_manager"}, {"陈总", "general_manager"}};

// Contracts that everybody has signed and that are filed.
std::vector<std::string> filed(LiveArchive& in, int count) {
  std::string files;
  for (int i = 0; i < count; ++i) {
    const std::string content = "会员签单消费合同,甲方王府集团,第 " + std::to_string(i) + " 份。";
    BOOST_REQUIRE_EQUAL(in.upload("周敏", content).status, 201);
    if (!files.empty()) files += ',';
    files += json_of({{"sha256", text(sha256(content).text())}, {"path", text("合同/" + std::to_string(i) + ".txt")}});
  }
  const auto job = in.over("周敏", in.must("周敏", "POST", "/ingest",
                                           json_of({{"files", "[" + files + "]"},
                                                    {"customer", text("王府集团")},
                                                    {"manager", text("张建国")},
                                                    {"type", text("contract")},
                                                    {"date", text("2024-03-15")}}))
                                       .value("id"));
  std::vector<std::string> numbers;
  for (const auto& each : *job.json->getObject("result")->getArray("files"))
    numbers.push_back(each.extract<Object::Ptr>()->getValue<std::string>("number"));
  const auto sign = [&](const std::string& who, const std::string& as, const Fields& more = {}) {
    Fields fields = {{"numbers", list_of(numbers)}, {"as", text(as)}};
    fields.insert(fields.end(), more.begin(), more.end());
    in.must(who, "POST", "/signatures", json_of(fields));
  };
  sign("张建国", "proofread");
  sign("周敏", "customer", {{"person", text("王先生")}});
  sign("孙工", "handler");
  sign("赵敏", "leader");
  in.must("周敏", "POST", "/filings", json_of({{"numbers", list_of(numbers)}}));
  return numbers;
}

// What came back, to be looked at when all is over: the checks of the tests are for one thread.
struct Done {
  std::string who, what, subject;
  Answered answer;
};

// Everything that one person does, with words in it that name them.
void work(Client client, const std::string& who, const std::vector<std::string>& numbers, std::vector<Done>& done) {
  const auto note = [&](const std::string& what, const std::string& subject, Answered answer) {
    done.push_back({who, what, subject, std::move(answer)});
  };
  const std::string later = SystemClock().today().plus_days(20).text();
  for (int round = 0; round < kRounds; ++round) {
    const std::string& number = numbers[static_cast<std::size_t>(round)];
    // The same key for everybody: each has keys of their own.
    const http::Headers key = {{"Idempotency-Key", "round " + std::to_string(round)}};
    const std::string removal = json_of({{"because", text("erroneous")}, {"reason", text(who)}});
    note("removal", number, client.ask("POST", "/items/" + number + "/removals", removal, key));
    note("removal again", number, client.ask("POST", "/items/" + number + "/removals", removal, key));
    const std::string name = who + std::to_string(round);
    note("search", name, client.ask("POST", "/saved-searches", json_of({{"name", text(name)}, {"q", text("欠款")}})));
    note("text", number, client.ask("GET", "/items/" + number + "/text"));
    note("request", "", client.ask("POST", "/access-requests",
                                   json_of({{"number", text(number)}, {"until", text(later)}, {"reason", text(who)}})));
    note("session", "", client.ask("GET", "/session"));
    note("searches", "", client.ask("GET", "/saved-searches"));
    note("refused", "", client.ask("POST", "/users", json_of({{"name", text(name)}, {"role", "[\"employee\"]"}})));
  }
}

Object::Ptr bytes_of(const catalog::Event& event) { return parsed(event.bytes); }

}  // namespace

BOOST_AUTO_TEST_SUITE(actors_test)

BOOST_AUTO_TEST_CASE(what_many_do_at_once_is_each_ones_own) {
  LiveArchive in;
  in.enter("陈总", "general_manager", "");
  const auto numbers = filed(in, kRounds * static_cast<int>(kPeople.size()));
  std::map<std::string, std::vector<std::string>> numbers_of;
  std::map<std::string, std::string> owner_of;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const auto& who = std::next(kPeople.begin(), static_cast<std::ptrdiff_t>(i % kPeople.size()))->first;
    numbers_of[who].push_back(numbers[i]);
    owner_of[numbers[i]] = who;
  }
  for (const auto& [who, role] : kPeople) in.give_password(who);
  const auto before = in.must("钱审", "GET", "/audit/check").json->getValue<std::int64_t>("events");

  std::map<std::string, std::vector<Done>> done;
  for (const auto& [who, role] : kPeople) done[who];
  {
    std::vector<std::jthread> clients;
    for (const auto& [who, role] : kPeople)
      clients.emplace_back([&, client = in.browser(who), who = who]() mutable {
        work(std::move(client), who, numbers_of.at(who), done.at(who));
      });
    // Long work gives the writer away and takes it back, on behalf of somebody else again.
    in.must("周敏", "POST", "/index");
    in.must("管理员", "POST", "/recognitions", json_of({{"all", "true"}}));
  }
  for (const char* job : {"2", "3"}) in.over("管理员", job);

  for (const auto& [who, all] : done)
    for (const auto& each : all) {
      const std::string at = each.what + " by " + who + ": " + each.answer.text;
      if (each.what == "refused") {
        BOOST_TEST(each.answer.status == 403, at);
        continue;
      }
      BOOST_REQUIRE_MESSAGE(each.answer.status < 300, at);
      if (each.what.starts_with("removal")) BOOST_TEST(each.answer.value("requested_by") == who, at);
      if (each.what == "removal again") BOOST_TEST(each.answer.headers.has("Idempotency-Replayed"), at);
      if (each.what == "request") BOOST_TEST(each.answer.value("person") == who, at);
      if (each.what == "session") BOOST_TEST(each.answer.value("name") == who, at);
      if (each.what == "searches") BOOST_TEST(each.answer.value("owner") == who, at);
    }

  const catalog::Database database(in.root / "catalogue.sqlite", catalog::Database::Mode::ReadOnly);
  BOOST_TEST(catalog::list_removals(database, std::nullopt, 0, 1000).size() == numbers.size());
  for (const auto& removal : catalog::list_removals(database, std::nullopt, 0, 1000)) {
    BOOST_TEST(removal.requested_by == owner_of.at(removal.number));
    BOOST_TEST(removal.requested_by == removal.reason);
  }
  std::map<std::string, int> seen;
  catalog::each_event(database, [&](const catalog::Event& event) {
    // Who signs in is nobody yet.
    if (event.seq <= before || !kPeople.contains(event.actor) || event.action == "person.signed_in") return;
    const auto bytes = bytes_of(event);
    ++seen[event.action];
    const std::string request = bytes->optValue<std::string>("request", "");
    BOOST_TEST(bytes->optValue<std::string>("roles", "") == kPeople.at(event.actor), event.bytes);
    if (event.action == "item.removal_requested") {
      BOOST_TEST(event.actor == owner_of.at(event.subject), event.bytes);
      BOOST_TEST(request.starts_with("POST /api/v1/items/{number}/removals "), event.bytes);
    } else if (event.action == "search.saved") {
      BOOST_TEST(event.subject.starts_with(event.actor), event.bytes);
      BOOST_TEST(request.starts_with("POST /api/v1/saved-searches "), event.bytes);
    } else if (event.action == "item.read") {
      BOOST_TEST(event.actor == owner_of.at(event.subject), event.bytes);
      BOOST_TEST(request.starts_with("GET /api/v1/items/{number}/text "), event.bytes);
    } else if (event.action == "access.requested") {
      BOOST_TEST(bytes->getObject("details")->getValue<std::string>("reason") == event.actor, event.bytes);
    } else if (event.action == "access.refused") {
      BOOST_TEST(request.starts_with("POST /api/v1/users "), event.bytes);
    }
  });
  const int each = kRounds * static_cast<int>(kPeople.size());
  for (const char* action : {"item.removal_requested", "search.saved", "item.read", "access.requested", "access.refused"})
    BOOST_TEST(seen[action] == each, action << " " << seen[action]);
  BOOST_TEST(in.must("钱审", "GET", "/audit/check").json->getValue<bool>("sound") == true);
}

// A proxy sends what several people ask over one connection.
BOOST_AUTO_TEST_CASE(one_connection_carries_many_sessions_without_mixing_them) {
  LiveArchive in;
  in.enter("陈总", "general_manager", "");
  std::map<std::string, http::Headers> sessions;
  for (const auto& [who, role] : kPeople) {
    in.give_password(who);
    sessions[who] = in.browser(who).always;
  }
  Client proxy = in.nobody();
  for (int round = 0; round < 5; ++round)
    for (const auto& [who, role] : kPeople) {
      const std::string name = who + std::to_string(round);
      BOOST_TEST(proxy.ask("GET", "/session", "", sessions.at(who)).value("name") == who);
      BOOST_TEST(proxy.ask("POST", "/saved-searches", json_of({{"name", text(name)}, {"q", text("欠款")}}), sessions.at(who))
                     .status == 201);
      BOOST_TEST(proxy.ask("GET", "/session").json->getValue<bool>("signed_in") == false);
    }
  for (const auto& [who, role] : kPeople) {
    const auto mine = proxy.ask("GET", "/saved-searches", "", sessions.at(who));
    BOOST_TEST(mine.value("owner") == who);
    BOOST_TEST(mine.json->getArray("searches")->size() == 5U);
  }
}

// Two tabs of one browser share its cookie: when another person signs in, the page of the first must not act for them.
BOOST_AUTO_TEST_CASE(a_page_whose_browser_meanwhile_belongs_to_another_changes_nothing) {
  LiveArchive in;
  in.give_password("张建国");
  in.give_password("周敏");
  Client first = in.browser("张建国"), second = in.browser("周敏");
  first.always.set("Cookie", std::string(second.always.get("Cookie")));
  const auto refused = first.ask("POST", "/saved-searches", json_of({{"name", text("欠款")}, {"q", text("欠款")}}));
  BOOST_TEST(refused.status == 403);
  BOOST_TEST(refused.code() == "session.no_csrf");
  BOOST_TEST(second.ask("GET", "/saved-searches").json->getArray("searches")->size() == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
