#pragma once
// The served archive behind a real socket, and clients that keep their connection and their session as a browser does
// or send a token as a program does.

#include "app/server/http/site.h"
#include "app/server/http/target.h"
#include "tests/app/server/api/served_archive.h"
#include "tests/app/server/http/live_server.h"
#include "tests/app/server/live/contract.h"

namespace twofold::app::api {

// Of what is sent as it is.
inline const http::Headers kBytes = {{"Content-Type", "application/octet-stream"}};

// A path below /api/v1 with its query, as it is sent: every word percent-encoded, "/", "?", "&" and "=" kept.
inline std::string encoded(const std::string& path) {
  std::string out, word;
  const auto end_word = [&] {
    out += http::percent_encode(word);
    word.clear();
  };
  for (const char letter : path) {
    if (std::string_view("/?&=").find(letter) == std::string_view::npos) {
      word += letter;
    } else {
      end_word();
      out += letter;
    }
  }
  end_word();
  return out;
}

// A JSON list of texts.
inline std::string list_of(const std::vector<std::string>& words) {
  std::string list = "[";
  for (const auto& word : words) {
    if (list.size() > 1) list += ',';
    list += text(word);
  }
  return list + ']';
}

inline std::string without_chunks(std::string_view body) {
  std::string whole;
  for (;;) {
    const auto line = body.find("\r\n");
    if (line == std::string_view::npos) return whole;
    const auto size = std::stoul(std::string(body.substr(0, line)), nullptr, 16);
    if (size == 0) return whole;
    whole += body.substr(line + 2, size);
    body.remove_prefix(std::min(body.size(), line + 4 + size));
  }
}

inline Answered answered(const http::Came& came) {
  Answered answer{came.status, came.headers, came.body, nullptr, std::nullopt};
  if (came.headers.get("Transfer-Encoding") == "chunked") answer.text = without_chunks(came.body);
  if (came.headers.get("Content-Type").find("json") != std::string_view::npos) answer.json = parsed(answer.text);
  return answer;
}

// One connection; asked again where the server has closed it meanwhile.
class Client {
 public:
  explicit Client(std::uint16_t port) : port_(port) {}

  // `path` below /api/v1.
  Answered ask(const std::string& method, const std::string& path, const std::string& body = "",
               const http::Headers& headers = {}) {
    auto answer = send(method, "/api/v1" + encoded(path), body, headers);
    if (contract) contract->check(method, path.substr(0, path.find('?')), answer);
    return answer;
  }
  // It must succeed.
  Answered must(const std::string& method, const std::string& path, const std::string& body = "",
                const http::Headers& headers = {}) {
    auto answer = ask(method, path, body, headers);
    BOOST_REQUIRE_MESSAGE(answer.status < 300, method << ' ' << path << ": " << answer.status << ' ' << answer.text);
    return answer;
  }
  Answered send(const std::string& method, const std::string& target, const std::string& body = "",
                const http::Headers& headers = {}) {
    const std::string bytes = request(method, target, body, headers);
    if (!connection_) connection_.emplace(port_, std::chrono::seconds(60));
    auto came = connection_->ask(bytes);
    if (came.status == 0) {
      connection_.emplace(port_, std::chrono::seconds(60));
      came = connection_->ask(bytes);
    }
    if (came.headers.get("Connection") == "close") connection_.reset();
    return answered(came);
  }

  std::string origin() const { return "http://127.0.0.1:" + std::to_string(port_); }
  std::uint16_t port() const { return port_; }

  // What every further request brings along.
  http::Headers always{};
  // What answers are held against; for tests of one thread.
  Contract* contract = nullptr;

 private:
  std::string request(const std::string& method, const std::string& target, const std::string& body,
                      const http::Headers& headers) const {
    http::Headers all = always;
    for (const auto& [name, value] : headers) all.set(name, value);
    all.set("Host", "127.0.0.1:" + std::to_string(port_));
    if (!body.empty() || method == "POST" || method == "PUT") all.set("Content-Length", std::to_string(body.size()));
    if (!body.empty()) all.set_if_absent("Content-Type", "application/json");
    std::string head = method + ' ' + target + " HTTP/1.1\r\n";
    for (const auto& [name, value] : all) head += std::string(name) + ": " + std::string(value) + "\r\n";
    return head + "\r\n" + body;
  }

  const std::uint16_t port_;
  std::optional<http::RawClient> connection_;
};

// The API behind a server on a free port.
struct Listening {
  Listening(Api& api, http::EventHub& events, const fs::path& web)
      : server({},
               http::site_handler({.api = [&api](http::Request& request) { return api.handle(request); },
                                   .web = web,
                                   .ready = [] { return true; },
                                   .jobs = [&api] { return api.job_counts(); }},
                                  metrics),
               events, metrics) {
    server.start();
  }

  http::Metrics metrics;
  http::Server server;
};

inline constexpr const char* kPassword = "一个长口令 1";

// `people` have passwords and sign in with them; tokens are there as well.
struct LiveArchive : ServedArchive {
  LiveArchive() : live(served->api(), served->events(), folder.path() / "web") {}

  // As a program with a token.
  Client program(const std::string& who) {
    Client client(live.server.port());
    client.always.set("Authorization", "Bearer " + tokens.at(who));
    return client;
  }
  Client nobody() { return Client(live.server.port()); }

  void give_password(const std::string& who) {
    must("管理员", "PUT", "/users/" + who + "/password", json_of({{"password", text(kPassword)}}));
  }
  static std::string credentials(const std::string& who) {
    return json_of({{"name", text(who)}, {"password", text(kPassword)}});
  }
  // As a browser; they have a password.
  Client browser(const std::string& who, Contract* contract = nullptr) {
    Client client(live.server.port());
    client.contract = contract;
    client.always.set("Origin", client.origin());
    const auto session = client.ask("POST", "/session", credentials(who));
    BOOST_REQUIRE_MESSAGE(session.status == 200, session.text);
    const std::string cookie(session.headers.get("Set-Cookie"));
    client.always.set("Cookie", cookie.substr(0, cookie.find(';')));
    client.always.set("X-CSRF-Token", session.value("csrf"));
    return client;
  }

  Listening live;
};

}  // namespace twofold::app::api
