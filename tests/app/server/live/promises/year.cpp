#include "tests/app/server/live/promises/year.h"

namespace twofold::app::api {

Year::Year() : contract(nobody().send("GET", "/api/openapi.json").json) {
  enter("陈总", "general_manager", "");
  enter("吴主任", "leader", "");
}

Client& Year::client_of(const std::string& who) {
  auto& client = clients_.try_emplace(who, program(who)).first->second;
  client.contract = &contract;
  return client;
}

Answered Year::by(const std::string& who, const std::string& method, const std::string& path, const Fields& fields,
                  const http::Headers& headers) {
  const bool bare = method == "GET" || (method == "DELETE" && fields.empty());
  auto answer = client_of(who).ask(method, path, bare ? "" : json_of(fields), headers);
  BOOST_CHECK_MESSAGE(answer.status < 300, who << ": " << method << ' ' << path << ' ' << answer.status << ' ' << answer.text);
  return answer;
}

Answered Year::file(const std::string& who, const std::string& method, const std::string& path, const std::string& bytes) {
  auto answer = client_of(who).ask(method, path, bytes, {{"Content-Type", "application/octet-stream"}});
  BOOST_CHECK_MESSAGE(answer.status < 300, who << ": " << method << ' ' << path << ' ' << answer.status << ' ' << answer.text);
  return answer;
}

Object::Ptr Year::result(const std::string& who, const Answered& job) {
  for (int i = 0; i < 1200; ++i) {
    const auto now = get(who, "/jobs/" + job.value("id"));
    const auto state = now.value("state");
    if (state == "done") return now.json->getObject("result");
    BOOST_REQUIRE_MESSAGE(state == "waiting" || state == "running", now.text);
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  BOOST_FAIL("a job does not end");
  return {};
}

Object::Ptr Year::job(const std::string& who, const std::string& path, const Fields& fields) {
  auto made = result(who, by(who, "POST", path, fields));
  contract.check_result("POST", path, made);
  return made;
}

void Year::let_two_months_pass() {
  served->clock().pass(62);
  clients_.clear();
  auto nobody_yet = nobody();
  const auto session = nobody_yet.must("POST", "/session", credentials("管理员"), {{"Origin", nobody_yet.origin()}});
  const std::string cookie(session.headers.get("Set-Cookie"));
  const auto begin = cookie.find('=') + 1;
  tokens["管理员"] = cookie.substr(begin, cookie.find(';') - begin);
  for (auto& [who, token] : tokens)
    if (who != "管理员")
      token = by("管理员", "POST", "/tokens", {{"name", text("后来")}, {"person", text(who)}, {"until", text(later(30))}}).value("token");
}

Fields to_ingest(Year& in, const Sent& sent) {
  const std::string digest = sha256(sent.content).text();
  in.file("周敏", "PUT", "/uploads/" + digest, sent.content);
  return {{"files", "[" + json_of({{"sha256", text(digest)}, {"path", text("合同/" + digest + sent.ending)}}) + "]"},
          {"customer", text("王府集团")},
          {"manager", text("张建国")},
          {"type", text(sent.type)},
          {"date", text(sent.date)},
          {"paper", "true"}};
}

std::string take_in(Year& in, const Sent& sent) {
  return in.job("周敏", "/ingest", to_ingest(in, sent))->getArray("files")->getObject(0)->getValue<std::string>("number");
}

void sign(Year& in, const std::string& number) {
  in.by("张建国", "POST", "/items/" + number + "/signatures", {{"as", text("proofread")}});
  in.by("周敏", "POST", "/signatures", {{"numbers", list_of({number})}, {"as", text("customer")}, {"person", text("王先生")}});
  in.by("孙工", "POST", "/items/" + number + "/signatures", {{"as", text("handler")}});
  in.by("赵敏", "POST", "/items/" + number + "/signatures", {{"as", text("leader")}});
}

void sign_and_file(Year& in, const std::string& number) {
  sign(in, number);
  in.by("周敏", "POST", "/items/" + number + "/filing");
}

}  // namespace twofold::app::api
