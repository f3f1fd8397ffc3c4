// What is written over a connection is one request or none: raw bytes over real sockets.

#include "base/error.h"
#include "tests/app/server/http/live_server.h"

#include <boost/test/unit_test.hpp>

using namespace twofold::app::http;
using twofold::Error;

BOOST_AUTO_TEST_SUITE(framing_test)

namespace {

// Answers with what it was asked and counts.
struct Echo {
  std::atomic<int> calls = 0, smuggled = 0;
  Handler handler() {
    return [this](Request& request) {
      ++calls;
      if (request.path() == "/smuggled") ++smuggled;
      if (request.path() == "/deaf") return text_response(200, "text/plain", "deaf");
      std::string body;
      char piece[4096];
      while (const auto count = request.body.read(piece)) body.append(piece, count);
      return text_response(200, "text/plain", std::string(name_of(request.method)) + ' ' + request.path() + ' ' + body);
    };
  }
};

struct Bad {
  const char* what;
  std::string bytes;
  int status;
  const char* code;
};

std::string with(const std::string& lines, const std::string& body = "") {
  return "POST / HTTP/1.1\r\nHost: localhost\r\n" + lines + "\r\n" + body;
}

const std::string kSmuggled = "GET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n";

std::vector<Bad> bad_requests() {
  using namespace std::string_literals;
  return {
      {"Transfer-Encoding beside Content-Length",
       with("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n" + kSmuggled), 400,
       "http.ambiguous_length"},
      {"Transfer-Encoding alone", with("Transfer-Encoding: chunked\r\n", "0\r\n\r\n" + kSmuggled), 411,
       "http.transfer_encoding"},
      {"a disguised Transfer-Encoding", with("Transfer-Encoding: xchunked\r\nContent-Length: 3\r\n", "abc" + kSmuggled),
       400, "http.ambiguous_length"},
      {"two lengths that differ", with("Content-Length: 0\r\nContent-Length: 44\r\n", kSmuggled), 400,
       "http.bad_length"},
      {"two lengths that agree", with("Content-Length: 3\r\nContent-Length: 3\r\n", "abc"), 400, "http.bad_length"},
      {"a list of lengths", with("Content-Length: 3, 3\r\n", "abc"), 400, "http.bad_length"},
      {"a length with a sign", with("Content-Length: +3\r\n", "abc"), 400, "http.bad_length"},
      {"a negative length", with("Content-Length: -3\r\n", "abc"), 400, "http.bad_length"},
      {"a hexadecimal length", with("Content-Length: 0x3\r\n", "abc"), 400, "http.bad_length"},
      {"a length beyond all numbers", with("Content-Length: 99999999999999999999\r\n"), 400, "http.bad_length"},
      {"a length beyond the limit", with("Content-Length: 99999999999999999\r\n"), 413, "http.body_too_large"},
      {"bare line feeds", "GET / HTTP/1.1\nHost: localhost\n\n", 400, "http.bare_line_feed"},
      {"one bare line feed", "GET / HTTP/1.1\r\nHost: localhost\nX: y\r\n\r\n", 400, "http.bare_line_feed"},
      {"a bare carriage return", "GET / HTTP/1.1\r\nHost: localhost\rX: y\r\n\r\n", 400, "http.bad_character"},
      {"NUL in a header", "GET / HTTP/1.1\r\nHost: local\0host\r\n\r\n"s, 400, "http.bad_character"},
      {"NUL in the first line", "GET /\0 HTTP/1.1\r\nHost: localhost\r\n\r\n"s, 400, "http.bad_character"},
      {"a folded header", "GET / HTTP/1.1\r\nHost: localhost\r\nX: a\r\n b\r\n\r\n", 400, "http.folded_header"},
      {"a header that begins with a blank", "GET / HTTP/1.1\r\n Host: localhost\r\n\r\n", 400, "http.folded_header"},
      {"a blank before the colon", "GET / HTTP/1.1\r\nHost : localhost\r\n\r\n", 400, "http.bad_header"},
      {"a header without a colon", "GET / HTTP/1.1\r\nHost: localhost\r\nnonsense\r\n\r\n", 400, "http.bad_header"},
      {"a header without a name", "GET / HTTP/1.1\r\nHost: localhost\r\n: x\r\n\r\n", 400, "http.bad_header"},
      {"a head without end", "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + std::string(20'000, 'x'), 431,
       "http.head_too_large"},
      {"too many headers",
       "GET / HTTP/1.1\r\nHost: localhost\r\n" +
           [] {
             std::string s;
             for (int i = 0; i < 120; ++i) s += "a: b\r\n";
             return s;
           }() +
           "\r\n",
       431, "http.head_too_large"},
      {"a long address", "GET /" + std::string(9'000, 'x') + " HTTP/1.1\r\nHost: localhost\r\n\r\n", 414,
       "http.uri_too_long"},
      {"an address without end", "GET /" + std::string(20'000, 'x'), 414, "http.uri_too_long"},
      {"a percent sign with one digit", get("/a%2"), 400, "http.bad_path"},
      {"a percent sign without digits", get("/%zz"), 400, "http.bad_path"},
      {"an encoded NUL", get("/a%00b"), 400, "http.bad_path"},
      {"broken UTF-8", get("/%ff%fe"), 400, "http.bad_path"},
      {"overlong UTF-8", get("/%c0%ae%c0%ae/etc"), 400, "http.bad_path"},
      {"dots that lead out", get("/../etc/passwd"), 400, "http.bad_path"},
      {"encoded dots that lead out", get("/assets/%2e%2e/%2e%2e/etc/passwd"), 400, "http.bad_path"},
      {"an encoded slash", get("/..%2fetc"), 400, "http.bad_path"},
      {"a backslash", get("/..%5cetc"), 400, "http.bad_path"},
      {"a doubled slash", get("//etc/passwd"), 400, "http.bad_path"},
      {"a broken query", get("/?a=%"), 400, "http.bad_path"},
      {"a fragment", get("/#x"), 400, "http.bad_path"},
      {"the absolute form", get("http://localhost/"), 400, "http.bad_target"},
      {"the asterisk form", "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n", 400, "http.bad_target"},
      {"CONNECT", "CONNECT localhost:443 HTTP/1.1\r\nHost: localhost\r\n\r\n", 501, "http.unknown_method"},
      {"an unknown method", "BREW / HTTP/1.1\r\nHost: localhost\r\n\r\n", 501, "http.unknown_method"},
      {"a method in small letters", "get / HTTP/1.1\r\nHost: localhost\r\n\r\n", 501, "http.unknown_method"},
      {"HTTP/2", "GET / HTTP/2.0\r\nHost: localhost\r\n\r\n", 505, "http.unknown_version"},
      {"HTTP/0.9", "GET /\r\n\r\n", 400, "http.bad_request_line"},
      {"two blanks in the first line", "GET  / HTTP/1.1\r\nHost: localhost\r\n\r\n", 400, "http.bad_target"},
      {"an empty line before the request", "\r\nGET / HTTP/1.1\r\nHost: localhost\r\n\r\n", 400,
       "http.bad_request_line"},
      {"no Host", "GET / HTTP/1.1\r\n\r\n", 400, "http.bad_host"},
      {"two Hosts", "GET / HTTP/1.1\r\nHost: localhost\r\nHost: other\r\n\r\n", 400, "http.bad_host"},
      {"a Host that is none", "GET / HTTP/1.1\r\nHost: a b/c\r\n\r\n", 400, "http.bad_host"},
      {"an expectation", with("Content-Length: 1\r\nExpect: miracles\r\n"), 417, "http.bad_expectation"},
      {"TLS to a plain port", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"s, 400, "http.bad_character"},
  };
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_request_that_two_programs_might_read_differently_is_refused_and_the_connection_with_it) {
  Echo echo;
  LiveServer live(echo.handler());
  for (const auto& bad : bad_requests()) {
    BOOST_TEST_CONTEXT(bad.what) {
      RawClient client(live.server.port());
      client.send(bad.bytes + kSmuggled);
      const auto came = client.receive();
      BOOST_TEST(came.status == bad.status);
      BOOST_TEST(came.body.find('"' + std::string(bad.code) + '"') != std::string::npos);
      BOOST_TEST(came.headers.get("Content-Type") == "application/problem+json");
      BOOST_TEST(came.headers.get("Connection") == "close");
      client.end_sending();
      BOOST_TEST(client.is_closed());
    }
  }
  BOOST_TEST(echo.calls == 0);
  BOOST_TEST(live.metrics.text({}).find("twofold_http_rejected_total{reason=\"http.bare_line_feed\"} 2") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_said_in_the_language_of_the_user) {
  Echo echo;
  LiveServer live(echo.handler());
  const auto came = RawClient(live.server.port())
                        .ask("GET / HTTP/1.1\r\nAccept-Language: zh-CN,en;q=0.5\r\nHost: a\r\nHost: b\r\n\r\n");
  BOOST_TEST(came.headers.get("Content-Language") == "zh");
  BOOST_TEST(came.body.find("重复") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_body_that_the_handler_leaves_unread_is_never_the_next_request) {
  Echo echo;
  LiveServer live(echo.handler());
  std::string body;
  while (body.size() < 3 * kBodyInMemory) body += kSmuggled;
  RawClient client(live.server.port());
  client.send("POST /deaf HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
              body + kSmuggled);
  BOOST_TEST(client.receive().body == "deaf");
  client.end_sending();
  BOOST_TEST(client.is_closed());
  const std::string small = kSmuggled + kSmuggled;
  RawClient other(live.server.port());
  other.send("POST /deaf HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + std::to_string(small.size()) + "\r\n\r\n" +
             small + get("/next"));
  BOOST_TEST(other.receive().body == "deaf");
  BOOST_TEST(other.receive().body == "GET /next ");
  BOOST_TEST(echo.smuggled == 0);
}

BOOST_AUTO_TEST_CASE(a_body_that_ends_early_is_refused) {
  Echo echo;
  LiveServer live(echo.handler());
  RawClient client(live.server.port());
  client.send(with("Content-Length: 10\r\n", "abc"));
  client.end_sending();
  const auto came = client.receive();
  BOOST_TEST(came.status == 400);
  BOOST_TEST(came.body.find("http.body_truncated") != std::string::npos);
  BOOST_TEST(echo.calls == 0);
  RawClient large(live.server.port());
  large.send(with("Content-Length: 3000000\r\n", std::string(2'000'000, 'x')));
  large.end_sending();
  BOOST_TEST(large.receive().body.find("http.body_truncated") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(requests_that_come_together_are_answered_in_their_order) {
  Echo echo;
  LiveServer live(echo.handler());
  RawClient client(live.server.port());
  std::string bytes;
  for (int i = 10; i < 30; ++i) bytes += with("Content-Length: 2\r\n", std::to_string(i));
  client.send(bytes);
  for (int i = 10; i < 30; ++i) BOOST_TEST(client.receive().body == std::string("POST / ").append(std::to_string(i)));
}

BOOST_AUTO_TEST_CASE(a_request_that_comes_byte_by_byte_is_whole_at_its_end) {
  Echo echo;
  LiveServer live(echo.handler());
  RawClient client(live.server.port());
  for (const char byte : with("Content-Length: 3\r\n", "abc")) client.send({&byte, 1});
  BOOST_TEST(client.receive().body == "POST / abc");
}

BOOST_AUTO_TEST_CASE(paths_and_parameters_come_decoded) {
  LiveServer live([](Request& request) {
    return text_response(200, "text/plain", request.segments.at(1) + '|' + *request.parameter("q"));
  });
  RawClient client(live.server.port());
  BOOST_TEST(client.ask(get("/items/%E7%8E%8B%E5%BA%9C%20+?q=a+b%26%E5%90%88")).body == "王府 +|a b&合");
}

BOOST_AUTO_TEST_CASE(who_waits_for_leave_to_send_gets_it) {
  Echo echo;
  LiveServer live(echo.handler());
  for (const std::size_t size : {5UL, 2'000'000UL}) {
    RawClient client(live.server.port());
    client.send(with("Expect: 100-continue\r\nContent-Length: " + std::to_string(size) + "\r\n"));
    BOOST_TEST(client.receive_some(25) == "HTTP/1.1 100 Continue\r\n\r\n");
    client.send(std::string(size, 'x'));
    BOOST_TEST(client.receive().body.size() == size + 7);
  }
}

BOOST_AUTO_TEST_CASE(a_long_body_reaches_the_handler_whole) {
  LiveServer live([](Request& request) {
    std::uint64_t sum = 0;
    char piece[10'000];
    while (const auto count = request.body.read(piece)) sum += count;
    return text_response(200, "text/plain", std::to_string(sum));
  });
  RawClient client(live.server.port());
  client.send(with("Content-Length: 20000000\r\n") + std::string(20'000'000, 'x') + get("/"));
  BOOST_TEST(client.receive().body == "20000000");
  BOOST_TEST(client.receive().body == "0");
}

BOOST_AUTO_TEST_CASE(HEAD_and_old_clients_get_what_they_understand) {
  Echo echo;
  LiveServer live(echo.handler());
  RawClient client(live.server.port());
  client.send("HEAD /x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  const auto answer = client.receive_to_end();
  BOOST_TEST(answer.find("Content-Length: 7\r\n") != std::string::npos);
  BOOST_TEST(answer.ends_with("\r\n\r\n"));
  RawClient old(live.server.port());
  old.send("GET /x HTTP/1.0\r\n\r\n");
  BOOST_TEST(old.receive_to_end().ends_with("\r\n\r\nGET /x "));
}

BOOST_AUTO_TEST_CASE(content_in_the_making_is_sent_in_chunks_and_visibly_cut_where_it_fails) {
  LiveServer live([](Request& request) -> Response {
    const bool fails = request.path() == "/fails";
    return {.headers = {{"Content-Type", "text/csv"}}, .body = MadeContent{[fails](const Write& write) {
                                                         for (int i = 0; i < 20'000; ++i) write("row\r\n");
                                                         if (fails) throw std::runtime_error("broken");
                                                       }}};
  });
  RawClient client(live.server.port());
  const auto came = client.ask(get("/"));
  BOOST_TEST(came.body.ends_with("\r\n0\r\n\r\n"));
  BOOST_TEST(client.ask(get("/")).status == 200);
  client.send(get("/fails"));
  BOOST_TEST(!client.receive_to_end().ends_with("0\r\n\r\n"));
}

BOOST_AUTO_TEST_CASE(a_line_end_in_a_header_of_an_answer_begins_nothing) {
  LiveServer live([](Request& request) {
    auto response = text_response(200, "text/plain", "x");
    response.headers.set("X-Echo", request.parameter("v").value_or(""));
    return response;
  });
  const auto came = RawClient(live.server.port()).ask(get("/?v=a%0d%0aSet-Cookie:%20x=1"));
  BOOST_TEST(!came.headers.has("Set-Cookie"));
}

BOOST_AUTO_TEST_CASE(a_defect_of_a_handler_is_a_problem_and_says_nothing_of_its_inside) {
  LiveServer live([](Request&) -> Response { throw std::runtime_error("secret path"); });
  RawClient client(live.server.port());
  const auto came = client.ask(get("/"));
  BOOST_TEST(came.status == 500);
  BOOST_TEST(came.body.find("http.internal") != std::string::npos);
  BOOST_TEST(came.body.find("secret") == std::string::npos);
  BOOST_TEST(client.ask(get("/")).status == 500);
}

BOOST_AUTO_TEST_SUITE_END()
