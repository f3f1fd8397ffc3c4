// Streams of events: what is published arrives, also for who comes late or comes back.

#include "tests/app/server/http/live_server.h"

#include <boost/test/unit_test.hpp>
#include <thread>

using namespace twofold::app::http;

BOOST_AUTO_TEST_SUITE(events_test)

namespace {

Response stream(Request& request) { return {.headers = {}, .body = EventStream{request.segments.at(0)}}; }

std::string line_of(std::uint64_t id, const std::string& data) {
  return "id: " + std::to_string(id) + "\nevent: progress\ndata: " + data + "\n\n";
}

// Reads on until the text is there.
std::string read_until(RawClient& client, const std::string& text) {
  std::string all;
  while (all.find(text) == std::string::npos) {
    const auto more = client.receive_some(1);
    if (more.empty()) break;
    all += more;
  }
  return all;
}

}  // namespace

BOOST_AUTO_TEST_CASE(who_comes_late_or_back_gets_what_was_missed_and_the_end) {
  LiveServer live(stream);
  const auto first = live.hub.publish("job", "progress", "1");
  RawClient client(live.server.port());
  client.send(get("/job"));
  BOOST_TEST(read_until(client, line_of(first, "1")).find("text/event-stream") != std::string::npos);
  const auto second = live.hub.publish("job", "progress", "2\nlines");
  BOOST_TEST(read_until(client, "lines\n\n").find("data: 2\ndata: lines\n\n") != std::string::npos);
  RawClient back(live.server.port());
  back.send(get("/job", "Last-Event-ID: " + std::to_string(first) + "\r\n"));
  const auto replay = read_until(back, "lines\n\n");
  BOOST_TEST(replay.find(line_of(first, "1")) == std::string::npos);
  live.hub.finish("job");
  client.end_sending();
  back.end_sending();
  BOOST_TEST(client.is_closed());
  BOOST_TEST(back.is_closed());
  RawClient done(live.server.port());
  BOOST_TEST(done.ask(get("/job", "Last-Event-ID: " + std::to_string(second) + "\r\n")).status == 204);
}

BOOST_AUTO_TEST_CASE(who_missed_more_than_is_kept_is_told) {
  LiveServer live(stream);
  const auto first = live.hub.publish("job", "progress", "0");
  for (std::size_t i = 0; i < EventHub::kHistory + 10; ++i) live.hub.publish("job", "progress", std::to_string(i));
  RawClient client(live.server.port());
  client.send(get("/job", "Last-Event-ID: " + std::to_string(first) + "\r\n"));
  BOOST_TEST(read_until(client, "event: missed").find("event: missed") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(five_hundred_subscribers_get_every_event_while_requests_are_answered) {
  Settings settings;
  settings.workers = 1;
  settings.most_per_address = 1000;
  LiveServer live(
      [](Request& request) {
        return request.path() == "/job" ? stream(request) : text_response(200, "text/plain", "ok");
      },
      settings);
  std::vector<std::unique_ptr<RawClient>> clients;
  for (int i = 0; i < 500; ++i) {
    clients.push_back(std::make_unique<RawClient>(live.server.port()));
    clients.back()->send(get("/job"));
  }
  for (auto& client : clients) read_until(*client, "retry: 2000");
  for (int i = 0; i < 20; ++i) live.hub.publish("job", "progress", std::to_string(i));
  const auto last = live.hub.publish("job", "progress", "last");
  BOOST_TEST(RawClient(live.server.port()).ask(get("/")).status == 200);
  for (auto& client : clients) {
    const auto text = read_until(*client, line_of(last, "last"));
    BOOST_TEST(text.find("data: 0\n") < text.find("data: 19\n"));
  }
  live.hub.publish("other", "progress", "x");
}

BOOST_AUTO_TEST_CASE(stopping_ends_the_streams) {
  LiveServer live(stream);
  RawClient client(live.server.port());
  client.send(get("/job"));
  read_until(client, "retry");
  live.server.stop();
  BOOST_TEST(client.is_closed());
}

BOOST_AUTO_TEST_SUITE_END()
