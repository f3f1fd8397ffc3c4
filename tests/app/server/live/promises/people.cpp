// People, how they come in, and what they may read.

#include "tests/app/server/live/promises/year.h"

namespace twofold::app::api {

// An archive of its own, in which nobody is yet.
void make_first_administrator(Year& in) {
  const ScratchFolder folder(fs::temp_directory_path());
  const fs::path root = folder.path() / "空 库";
  archive::Archive::init(root, "A001", "兴和公司", "club", "tester", SystemClock());
  Served served(root);
  const Listening listening(served.api(), served.events(), folder.path());
  Client client(listening.server.port());
  client.contract = &in.contract;
  client.must("POST", "/first-run",
              json_of({{"code", text(served.api().first_run_code())}, {"name", text("管理员")}, {"password", text(kPassword)}}),
              {{"Origin", client.origin()}});
}

void come_and_go(Year& in) {
  in.by("管理员", "PUT", "/users/孙工/password", {{"password", text(kPassword)}});
  auto browser = in.browser("孙工", &in.contract);
  browser.must("GET", "/session");
  browser.must("DELETE", "/session");
}

void look_at_people(Year& in) {
  in.get("周敏", "/session");
  in.get("周敏", "/profile");
  in.by("管理员", "POST", "/users", {{"name", text("郑工")}, {"role", list_of({"employee"})}});
  in.by("管理员", "PUT", "/users/郑工/roles", {{"role", list_of({"employee", "leader"})}});
  in.by("管理员", "PUT", "/users/郑工/password", {{"password", text(kPassword)}});
  in.by("管理员", "POST", "/users", {{"name", text("何经理")}, {"role", list_of({"account_manager"})}, {"manager", text("何经理")}});
  in.by("管理员", "PUT", "/users/何经理", {{"manager", text("何经理")}});
  in.by("管理员", "POST", "/users/郑工/retirement");
  in.by("管理员", "DELETE", "/users/郑工/retirement");
  in.get("管理员", "/users");
  in.by("周敏", "POST", "/tokens", {{"name", text("报表")}, {"until", text(in.later(9))}});
  in.get("周敏", "/tokens");
  in.by("周敏", "DELETE", "/tokens/报表");
}

// One on the customer, one of a question each; whoever may place holds on their own customers alone is told of no other's question.
void place_holds(Year& in, const std::string& customer) {
  in.by("周敏", "POST", "/holds", {{"target", text(customer)}, {"reason", text("诉讼")}});
  in.by("赵敏", "POST", "/holds/of-search", {{"q", text("信用额度")}, {"reason", text("诉讼")}});
  in.by("张建国", "POST", "/holds/of-search", {{"q", text("信用额度")}, {"reason", text("对账")}});
  const auto told = [&](const std::string& who, const std::string& page = "") {
    std::string ids;
    const auto holds = in.get(who, "/holds" + page).json->getArray("holds");
    for (const auto& hold : *holds) ids += hold.extract<Object::Ptr>()->getValue<std::string>("id");
    return ids;
  };
  BOOST_TEST(told("周敏") == "123");
  BOOST_TEST(told("张建国") == "13");
  BOOST_TEST(told("张建国", "?limit=1&after=1") == "3");
  BOOST_TEST(told("李经理") == "");
  BOOST_TEST(in.ask("孙工", "GET", "/holds").status == 403);
}

void hold_and_grant(Year& in, const std::string& customer) {
  place_holds(in, customer);
  for (const char* hold : {"1", "2", "3"}) in.by("赵敏", "POST", "/holds/" + std::string(hold) + "/lifting", {{"reason", text("结案")}});
  in.by("孙工", "POST", "/access-requests", {{"number", text(customer)}, {"until", text(in.later(9))}, {"reason", text("核对")}});
  in.by("孙工", "POST", "/access-requests", {{"number", text(customer)}, {"until", text(in.later(9))}, {"reason", text("再核对")}});
  in.get("赵敏", "/access-requests");
  in.by("赵敏", "POST", "/access-requests/1/approval");
  in.by("赵敏", "POST", "/access-requests/2/refusal", {{"reason", text("已有")}});
  const auto grant = in.by("赵敏", "POST", "/grants",
                           {{"person", text("李经理")}, {"number", text(customer)}, {"until", text(in.later(9))}, {"reason", text("代管")}});
  in.get("赵敏", "/grants?all=1");
  in.by("赵敏", "POST", "/grants/" + grant.value("grant") + "/revocation", {{"reason", text("完")}});
}

}  // namespace twofold::app::api
