#pragma once
// An archive behind the API, asked as a client asks but without a socket; with people of every kind and one filed
// contract.

#include "app/server/api/api.h"
#include "base/files.h"
#include "base/text.h"

#include <Poco/JSON/Array.h>
#include <Poco/JSON/Object.h>
#include <Poco/JSON/Parser.h>
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <sstream>
#include <thread>

namespace twofold::app::api {

namespace fs = std::filesystem;
using Object = Poco::JSON::Object;
using Array = Poco::JSON::Array;

// What came back: `json` is null where the body is none.
struct Answered {
  int status = 0;
  http::Headers headers;
  std::string text;
  Object::Ptr json;
  std::optional<fs::path> file;

  std::string code() const { return json ? json->optValue<std::string>("code", "") : ""; }
  std::string value(const std::string& name) const { return json->getValue<std::string>(name); }
};

inline Object::Ptr parsed(const std::string& text) {
  try {
    Poco::JSON::Parser parser;
    return parser.parse(text).extract<Object::Ptr>();
  } catch (const std::exception&) {
    return nullptr;
  }
}

inline std::string made(const http::MadeContent& content) {
  std::string text;
  content.make([&](std::string_view piece) { text += piece; });
  return text;
}

inline Answered answered(const http::Response& response) {
  Answered answer{response.status, response.headers, "", nullptr, std::nullopt};
  if (const auto* text = std::get_if<std::string>(&response.body)) answer.text = *text;
  if (const auto* content = std::get_if<http::MadeContent>(&response.body)) answer.text = made(*content);
  if (const auto* file = std::get_if<http::FileContent>(&response.body)) answer.file = file->path;
  answer.json = parsed(answer.text);
  return answer;
}

using Fields = std::vector<std::pair<std::string, std::string>>;

// Of flat fields whose values are JSON already.
inline std::string json_of(const Fields& fields) {
  std::string out = "{";
  for (const auto& [name, value] : fields) {
    if (out.size() > 1) out += ',';
    out += '"' + name + "\":" + value;
  }
  return out + '}';
}
inline std::string text(const std::string& value) { return '"' + value + '"'; }

// The system's, ahead by the days that a test lets pass. Thread-safe, as the server's threads ask it meanwhile.
class PassingClock final : public Clock {
 public:
  void pass(int days) { ahead_ += std::chrono::milliseconds(std::chrono::days(days)).count(); }
  Timestamp now() const override { return {system_.now().milliseconds + ahead_}; }
  Date today() const override { return now().date(); }

 private:
  const SystemClock system_;
  std::atomic<std::int64_t> ahead_ = 0;
};

class Served {
 public:
  explicit Served(const fs::path& root)
      : shared_(root, fs::path(TWOFOLD_BINARY_DIR) / "bin/twofold-reader", clock_),
        api_(std::make_unique<Api>(shared_, events_)) {}

  // `path` below /api/v1 with its query, percent-encoding left out.
  http::Request request(const std::string& method, const std::string& path, const std::string& body) const {
    http::Request request;
    for (const auto candidate : {http::Method::Post, http::Method::Put, http::Method::Patch, http::Method::Delete})
      if (http::name_of(candidate) == method) request.method = candidate;
    const auto question = path.find('?');
    request.segments = {"api", "v1"};
    for (const auto& step : split(path.substr(1, question == std::string::npos ? question : question - 1), '/'))
      request.segments.push_back(step);
    if (question != std::string::npos)
      for (const auto& pair : split(path.substr(question + 1), '&'))
        request.query.emplace_back(pair.substr(0, pair.find('=')),
                                   pair.find('=') == std::string::npos ? "" : pair.substr(pair.find('=') + 1));
    request.host = "localhost:8080";
    request.peer = "192.0.2.7";
    request.id = "r1";
    request.body = http::Body(body);
    if (!body.empty()) request.headers.set("Content-Type", "application/json");
    return request;
  }
  Answered handle(http::Request request) { return answered(api_->handle(request)); }

  // As a program with this token; nobody's where it is empty.
  Answered ask(const std::string& token, const std::string& method, const std::string& path,
               const std::string& body = "", const http::Headers& headers = {}) {
    auto asked = request(method, path, body);
    if (!token.empty()) asked.headers.set("Authorization", "Bearer " + token);
    for (const auto& [name, value] : headers) asked.headers.set(name, value);
    return handle(std::move(asked));
  }

  Api& api() { return *api_; }
  SharedArchive& shared() { return shared_; }
  http::EventHub& events() { return events_; }
  PassingClock& clock() { return clock_; }

 private:
  PassingClock clock_;
  SharedArchive shared_;
  http::EventHub events_;
  std::unique_ptr<Api> api_;
};

struct ServedArchive {
  explicit ServedArchive(const std::string& profile = "club")
      : folder(fs::temp_directory_path()), root(folder.path() / "档案 库") {
    const SystemClock clock;
    archive::Archive::init(root, "A001", "兴和公司", profile, "tester", clock);
    served = std::make_unique<Served>(root);
    const auto first = served->handle(first_run(served->api().first_run_code()));
    BOOST_REQUIRE_EQUAL(first.status, 200);
    session_cookie = first.headers.get("Set-Cookie");
    csrf = first.value("csrf");
    session_cookie = session_cookie.substr(0, session_cookie.find(';'));
    tokens["管理员"] = session_cookie.substr(session_cookie.find('=') + 1);
    enter("张建国", "account_manager", "张建国");
    enter("李经理", "account_manager", "李经理");
    enter("赵敏", "general_manager", "");
    enter("刘国栋", "sales_manager", "");
    enter("周敏", "archivist", "");
    enter("孙工", "employee", "");
    enter("钱审", "auditor", "");
  }

  http::Request first_run(const std::string& code) const {
    auto request =
        served->request("POST", "/first-run",
                        json_of({{"code", text(code)}, {"name", text("管理员")}, {"password", text("一个长口令 1")}}));
    request.headers.set("Origin", "http://localhost:8080");
    return request;
  }

  void enter(const std::string& name, const std::string& role, const std::string& manager) {
    Fields fields = {{"name", text(name)}, {"role", "[" + text(role) + "]"}};
    if (!manager.empty()) fields.emplace_back("manager", text(manager));
    must("管理员", "POST", "/users", json_of(fields));
    tokens[name] = must("管理员", "POST", "/tokens",
                        json_of({{"name", text("test")},
                                 {"person", text(name)},
                                 {"until", text(SystemClock().today().plus_days(30).text())}}))
                       .value("token");
  }

  Answered ask(const std::string& who, const std::string& method, const std::string& path, const std::string& body = "",
               const http::Headers& headers = {}) {
    return served->ask(who.empty() ? "" : tokens.at(who), method, path, body, headers);
  }
  Answered must(const std::string& who, const std::string& method, const std::string& path,
                const std::string& body = "", const http::Headers& headers = {}) {
    auto answer = ask(who, method, path, body, headers);
    BOOST_REQUIRE_MESSAGE(answer.status < 300,
                          method << ' ' << path << " by " << who << ": " << answer.status << ' ' << answer.text);
    return answer;
  }

  Answered upload(const std::string& who, const std::string& content) {
    auto request = served->request("PUT", "/uploads/" + sha256(content).text(), content);
    request.headers.set("Content-Type", "application/octet-stream");
    request.headers.set("Authorization", "Bearer " + tokens.at(who));
    return served->handle(std::move(request));
  }

  // The job when it is over.
  Answered over(const std::string& who, const std::string& id) {
    for (int i = 0; i < 600; ++i) {
      auto job = must(who, "GET", "/jobs/" + id);
      const auto state = job.value("state");
      if (state != "waiting" && state != "running") return job;
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    BOOST_FAIL("job " << id << " does not end");
    return {};
  }

  // A contract of 王府集团, which 张建国 keeps; its number.
  std::string take_in(const std::string& content, const std::string& path = "合同/一.txt", const Fields& more = {}) {
    BOOST_REQUIRE_EQUAL(upload("周敏", content).status, 201);
    Fields fields = {{"files", "[" + json_of({{"sha256", text(sha256(content).text())}, {"path", text(path)}}) + "]"},
                     {"customer", text("王府集团")},
                     {"manager", text("张建国")},
                     {"type", text("contract")},
                     {"date", text("2024-03-15")},
                     {"paper", "true"}};
    fields.insert(fields.end(), more.begin(), more.end());
    const auto job = must("周敏", "POST", "/ingest", json_of(fields));
    const auto done = over("周敏", job.value("id"));
    BOOST_REQUIRE_MESSAGE(done.value("state") == "done", done.text);
    return done.json->getObject("result")->getArray("files")->getObject(0)->getValue<std::string>("number");
  }

  void sign(const std::string& number) {
    const auto by = [&](const std::string& who, const std::string& as, const std::string& person) {
      Fields fields = {{"as", text(as)}};
      if (!person.empty()) fields.emplace_back("person", text(person));
      must(who, "POST", "/items/" + number + "/signatures", json_of(fields));
    };
    by("张建国", "proofread", "");
    by("周敏", "customer", "王先生");
    by("孙工", "handler", "");
    by("赵敏", "leader", "");
  }

  ScratchFolder folder;
  fs::path root;
  std::unique_ptr<Served> served;
  std::map<std::string, std::string> tokens;
  std::string session_cookie, csrf;
};

}  // namespace twofold::app::api
