// Uploads, jobs and their events over a socket, and the page that makes the first administrator.

#include "catalog/events.h"
#include "tests/app/server/live/live_archive.h"

namespace twofold::app::api {
namespace {

std::string digest_of(const std::string& content) { return sha256(content).text(); }

http::Headers with(http::Headers headers, const std::string& name, const std::string& value) {
  headers.set(name, value);
  return headers;
}

// Begins a stream of events and reads on until the text is there.
class Follower {
 public:
  Follower(const Client& client, const std::string& last_event) : socket_(client.port(), std::chrono::seconds(60)) {
    std::string head = "Accept: text/event-stream\r\nAuthorization: " +
                       std::string(client.always.get("Authorization")) + "\r\n";
    if (!last_event.empty()) head += "Last-Event-ID: " + last_event + "\r\n";
    socket_.send(http::get("/api/v1/events", head));
  }
  const std::string& until(const std::string& text) {
    while (all_.find(text) == std::string::npos) {
      const auto more = socket_.receive_some(1);
      BOOST_REQUIRE_MESSAGE(!more.empty(), "the stream ended without " << text << ": " << all_);
      all_ += more;
    }
    return all_;
  }

 private:
  http::RawClient socket_;
  std::string all_;
};

std::vector<std::string> lines_with(const std::string& text, const std::string& beginning) {
  std::vector<std::string> found;
  for (const auto& line : split(text, '\n'))
    if (line.starts_with(beginning)) found.push_back(line.substr(beginning.size()));
  return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(long_work_test)

BOOST_AUTO_TEST_CASE(an_upload_goes_on_where_the_connection_broke_and_is_what_it_says) {
  LiveArchive in;
  Contract contract(in.nobody().send("GET", "/api/openapi.json").json);
  Client client = in.program("周敏");
  client.contract = &contract;
  std::string content(3 << 20, '\0');
  for (std::size_t i = 0; i < content.size(); ++i) content[i] = static_cast<char>(i * 2654435761U >> 13U);
  const std::string path = "/uploads/" + digest_of(content);
  {
    http::RawClient cut(client.port());
    cut.send("PUT /api/v1" + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/octet-stream\r\nAuthorization: " +
             std::string(client.always.get("Authorization")) + "\r\nContent-Length: " +
             std::to_string(content.size()) + "\r\n\r\n");
    cut.send(std::string_view(content).substr(0, 2 << 20));
    cut.end_sending();
    BOOST_TEST(cut.receive().status == 400);
  }
  const auto state = client.must("GET", path);
  const auto received = state.json->getValue<std::size_t>("received");
  BOOST_TEST(received > 0U);
  BOOST_TEST(received <= std::size_t{2} << 20);
  BOOST_TEST(state.json->getValue<bool>("complete") == false);
  BOOST_TEST(state.headers.get("Upload-Offset") == std::to_string(received));
  const auto gap = client.ask("PUT", path, content.substr(received + 1), with(kBytes, "Upload-Offset", std::to_string(received + 1)));
  BOOST_TEST(gap.status == 409);
  BOOST_TEST(gap.code() == "upload.offset");
  // In pieces, each of its own request.
  const auto whole = with(kBytes, "Upload-Length", std::to_string(content.size()));
  const auto piece = client.ask("PUT", path, content.substr(received, 1000), with(whole, "Upload-Offset", std::to_string(received)));
  BOOST_TEST(piece.status == 202);
  const auto rest = client.ask("PUT", path, content.substr(received + 1000),
                               with(whole, "Upload-Offset", std::to_string(received + 1000)));
  BOOST_TEST(rest.status == 201);
  BOOST_TEST(rest.json->getValue<bool>("complete") == true);
  BOOST_TEST(in.program("孙工").must("GET", path).json->getValue<int>("received") == 0);
  const auto wrong = client.ask("PUT", "/uploads/" + digest_of("one"), "two", kBytes);
  BOOST_TEST(wrong.status == 422);
  BOOST_TEST(wrong.code() == "upload.digest_differs");
  BOOST_TEST(client.must("GET", "/uploads/" + digest_of("one")).json->getValue<int>("received") == 0);
  BOOST_TEST(client.ask("PUT", "/uploads/none", "x", kBytes).status >= 400);
  BOOST_TEST(client.ask("DELETE", path).status == 204);
  BOOST_TEST(client.must("GET", path).json->getValue<int>("received") == 0);
}

BOOST_AUTO_TEST_CASE(a_job_is_told_as_it_goes_again_from_the_event_before_and_by_asking_now_and_then) {
  LiveArchive in;
  Client client = in.program("周敏");
  Follower follower(client, "");
  const std::string content = "会员签单消费合同,甲方王府集团,信用额度五万元。";
  BOOST_REQUIRE_EQUAL(client.ask("PUT", "/uploads/" + digest_of(content), content, kBytes).status, 201);
  const auto job = client.must(
      "POST", "/ingest",
      json_of({{"files", "[" + json_of({{"sha256", text(digest_of(content))}, {"path", text("合同/一.txt")}}) + "]"},
               {"customer", text("王府集团")},
               {"manager", text("张建国")},
               {"type", text("contract")},
               {"date", text("2024-03-15")}}));
  BOOST_TEST(job.headers.get("Location") == "/api/v1/jobs/" + job.value("id"));
  const std::string told = follower.until("\"state\":\"done\"");
  for (const char* type : {"event: job\n", "event: part\n"})
    BOOST_TEST(told.find(type) != std::string::npos, told);
  BOOST_TEST(told.find("text/event-stream") != std::string::npos);
  const auto ids = lines_with(told, "id: ");
  BOOST_REQUIRE(ids.size() >= 3U);
  for (std::size_t i = 1; i < ids.size(); ++i) BOOST_TEST(std::stoull(ids[i - 1]) < std::stoull(ids[i]));
  // Whoever comes back gets what came after the event that they name, and nothing twice.
  Follower back(client, ids[1]);
  const auto again = lines_with(back.until("\"state\":\"done\""), "id: ");
  BOOST_TEST(again == std::vector<std::string>(ids.begin() + 2, ids.end()), boost::test_tools::per_element());
  // The same by polling.
  const auto polled = client.must("GET", "/events?after=" + ids[1]);
  std::vector<std::string> polled_ids;
  for (const auto& event : *polled.json->getArray("events"))
    polled_ids.push_back(event.extract<Object::Ptr>()->getValue<std::string>("id"));
  BOOST_TEST(polled_ids == again, boost::test_tools::per_element());
  BOOST_TEST(polled.value("next") == ids.back());
  // To nobody else.
  BOOST_TEST(in.program("孙工").must("GET", "/events").json->getArray("events")->size() == 0U);
  BOOST_TEST(client.must("GET", "/jobs/" + job.value("id")).value("state") == "done");
  BOOST_TEST(client.ask("DELETE", "/jobs/" + job.value("id")).code() == "job.over");
}

BOOST_AUTO_TEST_CASE(the_first_administrator_is_made_once_with_the_code_of_the_terminal) {
  const ScratchFolder folder(fs::temp_directory_path());
  const fs::path root = folder.path() / "空 库";
  archive::Archive::init(root, "A001", "兴和公司", "club", "tester", SystemClock());
  Served served(root);
  const Listening live(served.api(), served.events(), folder.path());
  Client client(live.server.port());
  const auto make = [&](const std::string& code, const std::string& origin) {
    return client.ask("POST", "/first-run",
                      json_of({{"code", text(code)}, {"name", text("管理员")}, {"password", text(kPassword)}}),
                      {{"Origin", origin}});
  };
  const std::string code = served.api().first_run_code();
  BOOST_TEST(client.ask("GET", "/session").json->getValue<bool>("first_run") == true);
  BOOST_TEST(client.ask("GET", "/items").status == 401);
  BOOST_TEST(client.ask("POST", "/session", LiveArchive::credentials("管理员"), {{"Origin", client.origin()}}).status == 401);
  BOOST_TEST(make("ABCD-EFGH-JKLM", client.origin()).code() == "session.bad_code");
  BOOST_TEST(make(code, "http://evil.example").code() == "session.bad_origin");
  std::vector<int> statuses(4);
  {
    std::vector<std::jthread> many;
    for (auto& status : statuses)
      many.emplace_back([&, port = client.port()] {
        Client one(port);
        status = one.ask("POST", "/first-run",
                         json_of({{"code", text(code)}, {"name", text("管理员")}, {"password", text(kPassword)}}),
                         {{"Origin", one.origin()}})
                     .status;
      });
  }
  BOOST_TEST(std::ranges::count(statuses, 200) == 1);
  BOOST_TEST(std::ranges::count(statuses, 403) == 3);
  BOOST_TEST(make(code, client.origin()).code() == "session.bad_code");
  BOOST_TEST(client.ask("GET", "/session").json->getValue<bool>("first_run") == false);
  BOOST_TEST(client.ask("POST", "/session", LiveArchive::credentials("管理员"), {{"Origin", client.origin()}}).status == 200);
}

BOOST_AUTO_TEST_CASE(a_request_under_way_is_answered_when_the_server_stops) {
  LiveArchive in;
  Client client = in.program("周敏");
  const std::string content(40'000, 'x');
  Answered answer;
  {
    const std::jthread sender([&] { answer = client.ask("GET", "/volumes"); });
    http::RawClient slow(client.port());
    slow.send("PUT /api/v1/uploads/" + digest_of(content) +
              " HTTP/1.1\r\nHost: x\r\nContent-Type: application/octet-stream\r\nAuthorization: " +
              std::string(client.always.get("Authorization")) + "\r\nContent-Length: 40000\r\n\r\n");
    slow.send(content);
    BOOST_TEST(slow.receive().status == 201);
  }
  BOOST_TEST(answer.status == 200);
  in.served->api().stop();
  in.live.server.stop();
  BOOST_CHECK_THROW(client.ask("GET", "/volumes"), Poco::Exception);
}

// Each volume is closed in a transaction of its own; whoever wants to write goes in between.
BOOST_AUTO_TEST_CASE(a_closing_lets_others_write_between_two_volumes) {
  LiveArchive in;
  for (const char* type : {"contract", "complaint_reason", "identity_copy", "repayment_plan", "credit_limit"}) {
    const auto number = in.take_in("王府集团,信用额度五万元。" + std::string(type), "合同/" + std::string(type) + ".txt",
                                   {{"type", text(type)}});
    in.sign(number);
    in.must("周敏", "POST", "/items/" + number + "/filing");
  }
  std::atomic<bool> over = false;
  int refused = 0, done = 0;
  std::string job;
  {
    const std::jthread writer([&] {
      Client client = in.program("周敏");
      for (int i = 0; !over; ++i) {
        const auto answer = client.ask("POST", "/patrols",
                                       json_of({{"room", text("K" + std::to_string(i))},
                                                {"kind", text("fire")},
                                                {"at", text("2026-03-01 17:00")}}));
        ++(answer.status == 201 ? done : refused);
      }
    });
    job = in.must("周敏", "POST", "/closings", json_of({{"year", "2024"}})).value("id");
    in.over("周敏", job);
    over = true;
  }
  const auto closing = in.must("周敏", "GET", "/jobs/" + job);
  BOOST_REQUIRE_MESSAGE(closing.value("state") == "done", closing.text);
  const auto volumes = closing.json->getObject("result")->getArray("volumes")->size();
  BOOST_TEST(volumes >= 4U);
  BOOST_TEST(refused == 0);
  std::string order;
  const catalog::Database database(in.root / "catalogue.sqlite", catalog::Database::Mode::ReadOnly);
  catalog::each_event(database, [&](const catalog::Event& event) {
    if (event.action == "volume.bound") order += 'v';
    if (event.action == "patrol.recorded" && !order.ends_with('p')) order += 'p';
    if (event.action == "volume.bound") BOOST_TEST(event.actor == "周敏");
  });
  BOOST_TEST_MESSAGE("volumes and patrols in the trail: " << order);
  BOOST_TEST(order.find("vpv") != std::string::npos, order);
}

// The time that a password takes is nobody else's.
BOOST_AUTO_TEST_CASE(fifty_who_sign_in_at_once_keep_nobody_from_writing) {
  LiveArchive in;
  in.give_password("孙工");
  using std::chrono::steady_clock;
  const auto began = steady_clock::now();
  std::atomic<int> signed_in = 0;
  std::vector<double> waits;
  double all_signed_in = 0;
  {
    std::vector<std::jthread> people;
    for (int i = 0; i < 50; ++i)
      people.emplace_back([&] {
        Client client = in.nobody();
        for (int attempt = 0; attempt < 100; ++attempt) {
          const auto answer = client.ask("POST", "/session", LiveArchive::credentials("孙工"), {{"Origin", client.origin()}});
          if (answer.status == 200) return void(++signed_in);
          if (answer.status != 503 || !answer.headers.has("Retry-After")) return;
          std::this_thread::sleep_for(std::chrono::milliseconds(200));
        }
      });
    Client writer = in.program("周敏");
    for (int i = 0; signed_in < 50 && i < 500; ++i) {
      const auto asked = steady_clock::now();
      const auto answer = writer.ask("POST", "/patrols",
                                     json_of({{"room", text("K" + std::to_string(i))},
                                              {"kind", text("fire")},
                                              {"at", text("2026-03-01 17:00")}}));
      waits.push_back(http::seconds_since(asked));
      if (answer.status != 201) BOOST_ERROR(answer.text);
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    for (auto& person : people) person.join();
    all_signed_in = http::seconds_since(began);
  }
  BOOST_TEST(signed_in == 50);
  std::ranges::sort(waits);
  BOOST_TEST_MESSAGE("50 sign-ins in " << all_signed_in << " s; " << waits.size() << " changes meanwhile, median "
                                       << waits[waits.size() / 2] << " s, slowest " << waits.back() << " s");
  BOOST_TEST(waits.back() < all_signed_in / 2);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace twofold::app::api
