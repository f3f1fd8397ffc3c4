// Clients that are silent, slow or many cost others nothing.

#include "base/error.h"
#include "tests/app/server/http/live_server.h"

#include <boost/test/unit_test.hpp>
#include <thread>

using namespace twofold::app::http;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

BOOST_AUTO_TEST_SUITE(slow_clients_test)

namespace {

Response small_answer(Request&) { return text_response(200, "text/plain", "ok"); }

double time_of_requests(std::uint16_t port, int count) {
  const auto began = steady_clock::now();
  for (int i = 0; i < count; ++i) {
    RawClient client(port);
    BOOST_REQUIRE(client.ask(get("/")).status == 200);
  }
  return seconds_since(began);
}

Response large_or_small_answer(Request& request) {
  if (request.path() == "/large") return text_response(200, "application/octet-stream", std::string(8 << 20, 'x'));
  return small_answer(request);
}

}  // namespace

BOOST_AUTO_TEST_CASE(two_hundred_clients_that_dawdle_do_not_slow_another) {
  Settings settings;
  settings.most_per_address = 2000;
  LiveServer live(large_or_small_answer, settings);
  const double alone = time_of_requests(live.server.port(), 50);
  std::vector<std::unique_ptr<RawClient>> dawdlers;
  const auto add = [&](const std::string& bytes) {
    for (int i = 0; i < 200; ++i) {
      dawdlers.push_back(std::make_unique<RawClient>(live.server.port()));
      dawdlers.back()->send(bytes);
    }
    const double beside = time_of_requests(live.server.port(), 50);
    BOOST_TEST_MESSAGE("alone " << alone << " s, beside " << dawdlers.size() << " dawdlers " << beside << " s");
    BOOST_TEST(beside < 10 * alone + 0.5);
  };
  add("");                                                                          // silent
  add("GET / HTTP/1.1\r\nHost: loc");                                               // half a head
  add("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\nabc");  // a body that does not come
}

BOOST_AUTO_TEST_CASE(two_hundred_clients_that_do_not_read_do_not_slow_another) {
  LiveServer live(large_or_small_answer);
  const double alone = time_of_requests(live.server.port(), 50);
  std::vector<std::unique_ptr<RawClient>> deaf;
  for (int i = 0; i < 60; ++i) {
    deaf.push_back(std::make_unique<RawClient>(live.server.port()));
    deaf.back()->send(get("/large"));
  }
  BOOST_TEST(time_of_requests(live.server.port(), 50) < 10 * alone + 1.0);
}

BOOST_AUTO_TEST_CASE(a_head_that_drips_in_is_refused_when_its_time_is_over) {
  Settings settings;
  settings.head_deadline = milliseconds(300);
  LiveServer live(small_answer, settings);
  RawClient client(live.server.port());
  const auto began = steady_clock::now();
  for (int i = 0; i < 20; ++i) {
    client.send("G");
    std::this_thread::sleep_for(milliseconds(40));
  }
  const auto came = client.receive();
  BOOST_TEST(came.status == 408);
  BOOST_TEST(came.body.find("http.too_slow") != std::string::npos);
  BOOST_TEST(seconds_since(began) < 5);
}

BOOST_AUTO_TEST_CASE(a_body_that_drips_in_is_refused_though_bytes_keep_coming) {
  Settings settings;
  settings.transfer_grace = milliseconds(300);
  settings.slowest_rate = 100'000;
  LiveServer live(
      [](Request& request) {
        char piece[1000];
        while (request.body.read(piece) > 0) {
        }
        return text_response(200, "text/plain", "ok");
      },
      settings);
  for (const auto* length : {"1000", "3000000"}) {
    RawClient client(live.server.port());
    client.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + std::string(length) + "\r\n\r\n");
    for (int i = 0; i < 20; ++i) {
      client.send("x");
      std::this_thread::sleep_for(milliseconds(40));
    }
    const auto came = client.receive();
    BOOST_TEST(came.status == 408);
    BOOST_TEST(came.body.find("http.body_too_slow") != std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(a_connection_is_kept_for_a_while_and_not_longer) {
  Settings settings;
  settings.idle_deadline = milliseconds(400);
  LiveServer live(small_answer, settings);
  RawClient client(live.server.port());
  for (int i = 0; i < 4; ++i) {
    std::this_thread::sleep_for(milliseconds(200));
    BOOST_TEST(client.ask(get("/")).status == 200);
  }
  const auto began = steady_clock::now();
  BOOST_TEST(client.is_closed());
  BOOST_TEST(seconds_since(began) < 5);
}

BOOST_AUTO_TEST_CASE(one_address_gets_so_many_connections_and_no_more) {
  Settings settings;
  settings.most_per_address = 5;
  LiveServer live(small_answer, settings);
  std::vector<std::unique_ptr<RawClient>> clients;
  for (int i = 0; i < 5; ++i) {
    clients.push_back(std::make_unique<RawClient>(live.server.port()));
    BOOST_TEST(clients.back()->ask(get("/")).status == 200);
  }
  RawClient sixth(live.server.port());
  BOOST_TEST(sixth.receive().status == 503);
  clients.clear();
  // On loopback too a close may arrive after the next connection.
  const auto all_gone = [&] { return live.metrics.text({}).find("twofold_http_connections 0\n") != std::string::npos; };
  for (int round = 0; !all_gone() && round < 500; ++round) std::this_thread::sleep_for(milliseconds(10));
  BOOST_TEST(all_gone());
  BOOST_TEST(time_of_requests(live.server.port(), 20) > 0);
}

BOOST_AUTO_TEST_CASE(a_full_house_lets_the_longest_silent_go_for_who_comes) {
  Settings settings;
  settings.most_connections = 20;
  LiveServer live(small_answer, settings);
  std::vector<std::unique_ptr<RawClient>> silent;
  for (int i = 0; i < 40; ++i) silent.push_back(std::make_unique<RawClient>(live.server.port()));
  BOOST_TEST(RawClient(live.server.port()).ask(get("/")).status == 200);
  BOOST_TEST(silent.front()->is_closed());
}

BOOST_AUTO_TEST_CASE(uploads_never_take_all_workers) {
  Settings settings;
  settings.workers = 4;
  LiveServer live(
      [](Request& request) {
        char piece[1000];
        while (request.body.read(piece) > 0) {
        }
        return text_response(200, "text/plain", "ok");
      },
      settings);
  std::vector<std::unique_ptr<RawClient>> uploads;
  for (int i = 0; i < 2; ++i) {
    uploads.push_back(std::make_unique<RawClient>(live.server.port()));
    uploads.back()->send("PUT / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3000000\r\n\r\nabc");
  }
  std::this_thread::sleep_for(milliseconds(200));
  RawClient third(live.server.port());
  const auto came = third.ask("PUT / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3000000\r\n\r\nabc");
  BOOST_TEST(came.status == 503);
  BOOST_TEST(came.headers.has("Retry-After"));
  BOOST_TEST(RawClient(live.server.port()).ask(get("/")).status == 200);
}

BOOST_AUTO_TEST_CASE(exports_never_take_all_workers) {
  Settings settings;
  settings.workers = 4;
  LiveServer live([](Request& request) -> Response {
    if (request.path() != "/export") return small_answer(request);
    return {.headers = {{"Content-Type", "text/csv"}}, .body = MadeContent{[](const Write& write) {
              for (int i = 0; i < 1000; ++i) write(std::string(64 << 10, 'x'));
            }}};
  }, settings);
  std::vector<std::unique_ptr<RawClient>> deaf;
  for (int i = 0; i < 2; ++i) {
    deaf.push_back(std::make_unique<RawClient>(live.server.port()));
    deaf.back()->send(get("/export"));
  }
  std::this_thread::sleep_for(milliseconds(300));
  BOOST_TEST(RawClient(live.server.port()).ask(get("/export")).status == 503);
  BOOST_TEST(RawClient(live.server.port()).ask(get("/")).status == 200);
}

BOOST_AUTO_TEST_CASE(stopping_lets_requests_end_and_takes_no_more) {
  std::atomic<bool> inside = false;
  LiveServer live([&](Request&) {
    inside = true;
    std::this_thread::sleep_for(milliseconds(500));
    return text_response(200, "text/plain", "finished");
  });
  RawClient idle(live.server.port()), busy(live.server.port());
  busy.send(get("/"));
  while (!inside) std::this_thread::sleep_for(milliseconds(5));
  std::thread stopping([&] { live.server.stop(); });
  BOOST_TEST(idle.is_closed());
  const auto came = busy.receive();
  BOOST_TEST(came.body == "finished");
  busy.end_sending();
  BOOST_TEST(busy.is_closed());
  stopping.join();
  BOOST_CHECK_THROW(RawClient(live.server.port()).receive_to_end(), Poco::Exception);
}

BOOST_AUTO_TEST_SUITE_END()
