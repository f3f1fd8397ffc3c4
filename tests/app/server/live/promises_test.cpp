// A year in the archive through nearly every address, over a socket: each answer is what the OpenAPI document promises.

#include "tests/app/server/live/live_archive.h"

namespace twofold::app::api {
namespace {

std::string later(int days) { return SystemClock().today().plus_days(days).text(); }

// Everybody over a connection of their own.
struct Year : LiveArchive {
  Year() : contract(nobody().send("GET", "/api/openapi.json").json) {
    enter("陈总", "general_manager", "");
    enter("吴主任", "leader", "");
  }

  Answered by(const std::string& who, const std::string& method, const std::string& path, const Fields& fields = {},
              const http::Headers& headers = {}) {
    auto& client = clients.try_emplace(who, program(who)).first->second;
    client.contract = &contract;
    const bool bare = method == "GET" || (method == "DELETE" && fields.empty());
    auto answer = client.ask(method, path, bare ? "" : json_of(fields), headers);
    BOOST_CHECK_MESSAGE(answer.status < 300, who << ": " << method << ' ' << path << ' ' << answer.status << ' ' << answer.text);
    return answer;
  }
  Answered get(const std::string& who, const std::string& path) { return by(who, "GET", path); }
  // A file as the body.
  Answered file(const std::string& who, const std::string& method, const std::string& path, const std::string& bytes) {
    auto& client = clients.try_emplace(who, program(who)).first->second;
    client.contract = &contract;
    auto answer = client.ask(method, path, bytes, {{"Content-Type", "application/octet-stream"}});
    BOOST_CHECK_MESSAGE(answer.status < 300, who << ": " << method << ' ' << path << ' ' << answer.status << ' ' << answer.text);
    return answer;
  }
  // The job's result.
  Object::Ptr done(const std::string& who, const Answered& job) {
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
  http::Headers as_read(const std::string& who, const std::string& path) {
    return {{"If-Match", std::string(get(who, path).headers.get("ETag"))}};
  }

  Contract contract;
  std::map<std::string, Client> clients;
};

void look_at_people(Year& in) {
  in.get("周敏", "/session");
  in.get("周敏", "/profile");
  in.by("管理员", "POST", "/users", {{"name", text("郑工")}, {"role", list_of({"employee"})}});
  in.by("管理员", "PUT", "/users/郑工/roles", {{"role", list_of({"employee", "leader"})}});
  in.by("管理员", "PUT", "/users/郑工/password", {{"password", text(kPassword)}});
  in.by("管理员", "POST", "/users", {{"name", text("何经理")}, {"role", list_of({"account_manager"})}, {"manager", text("何经理")}});
  in.by("管理员", "POST", "/users/郑工/retirement");
  in.get("管理员", "/users");
  in.by("周敏", "POST", "/tokens", {{"name", text("报表")}, {"until", text(later(9))}});
  in.get("周敏", "/tokens");
  in.by("周敏", "DELETE", "/tokens/报表");
}

// A contract taken in through uploads, described, signed and filed; its number.
std::string take_in(Year& in, const std::string& words, const std::string& type = "contract") {
  const std::string digest = sha256(words).text();
  in.file("周敏", "PUT", "/uploads/" + digest, words);
  in.get("周敏", "/uploads/" + digest);
  in.by("周敏", "POST", "/uploads/known", {{"sha256", list_of({digest})}});
  const auto job = in.by("周敏", "POST", "/ingest",
                         {{"files", "[" + json_of({{"sha256", text(digest)}, {"path", text("合同/" + digest + ".txt")}}) + "]"},
                          {"customer", text("王府集团")},
                          {"manager", text("张建国")},
                          {"type", text(type)},
                          {"date", text("2024-03-15")},
                          {"paper", "true"}});
  return in.done("周敏", job)->getArray("files")->getObject(0)->getValue<std::string>("number");
}

void sign(Year& in, const std::string& number) {
  in.by("张建国", "POST", "/items/" + number + "/signatures", {{"as", text("proofread")}});
  in.by("周敏", "POST", "/signatures", {{"numbers", list_of({number})}, {"as", text("customer")}, {"person", text("王先生")}});
  in.by("孙工", "POST", "/items/" + number + "/signatures", {{"as", text("handler")}});
  in.by("赵敏", "POST", "/items/" + number + "/signatures", {{"as", text("leader")}});
}

void look_at_item(Year& in, const std::string& number, const std::string& customer) {
  const std::string item = "/items/" + number;
  for (const char* path : {"", "/text", "/pages", "/original", "/amendments"}) in.get("张建国", item + path);
  in.get("张建国", "/records/" + customer);
  in.get("张建国", "/items");
  in.get("张建国", "/search?q=信用额度&facets=5&boxes=1");
  in.get("张建国", "/search/file.csv?q=信用额度");
  in.get("张建国", "/search/file.json?q=信用额度");
  in.get("张建国", "/suggestions?beginning=王");
  in.by("张建国", "POST", "/saved-searches", {{"q", text("欠款")}, {"name", text("欠款")}});
  in.get("张建国", "/saved-searches");
  in.by("张建国", "DELETE", "/saved-searches/欠款");
  in.by("周敏", "POST", item + "/pair-check", {{"result", text("same")}});
  in.get("周敏", "/pairs");
}

void change_items(Year& in, const std::string& number) {
  const std::string item = "/items/" + number;
  in.by("张建国", "POST", item + "/amendments", {{"reason", text("题名有误")}, {"title", text("签单合同")}}, in.as_read("张建国", item));
  in.get("刘国栋", "/amendments");
  in.get("周敏", "/amendments/1/slip.pdf");
  in.by("刘国栋", "POST", "/amendments/1/consent");
  in.by("张建国", "POST", item + "/amendments", {{"reason", text("再改")}, {"title", text("合同")}}, in.as_read("张建国", item));
  in.by("刘国栋", "POST", "/amendments/2/refusal", {{"reason", text("无误")}});
  in.by("张建国", "POST", item + "/removals", {{"because", text("erroneous")}, {"reason", text("误入")}});
  in.get("刘国栋", "/removals");
  in.get("周敏", "/removals/1/slip.pdf");
  in.by("刘国栋", "POST", "/removals/1/refusal", {{"reason", text("留存")}});
  in.by("张建国", "POST", item + "/removals", {{"because", text("erroneous")}, {"reason", text("误入")}});
  in.by("刘国栋", "POST", "/removals/2/consent");
  in.get("刘国栋", "/removals/due");
  in.by("刘国栋", "POST", "/removals/2/restoration");
}

void keep_customer(Year& in, const std::string& customer) {
  const std::string path = "/customers/" + customer;
  in.get("张建国", path);
  in.get("张建国", path + "/classes");
  in.by("张建国", "PUT", path + "/fields/phone", {{"value", text("010-65130000")}}, in.as_read("张建国", path));
  in.by("张建国", "POST", path + "/spendings", {{"yuan", text("100.50")}});
  in.by("张建国", "POST", path + "/discharges", {{"date", text("2026-03-01")}});
  in.by("张建国", "POST", path + "/calls", {{"outcome", text("满意")}});
  in.by("张建国", "POST", path + "/certificates", {{"holder", text("王师傅")}, {"name", text("电工证")}, {"until", text(later(90))}});
  in.by("张建国", "POST", path + "/settlement", {{"date", text("2026-03-01")}});
  in.by("赵敏", "POST", "/meetings/focus", {{"month", text("2026-10")}, {"customers", list_of({customer})}});
  in.by("赵敏", "POST", "/meetings/classes", {{"quarter", text("2026-Q3")}, {"customers", list_of({customer})}, {"class", text("VIP")}});
  in.by("赵敏", "POST", "/meetings/reviews", {{"period", text("2026-H1")}, {"minutes", text("已复核")}});
  for (const char* list : {"/meetings", "/customers", "/customers/by-class?class=VIP", "/customers/birthdays", "/customers/focus",
                           "/customers/calls", "/customers/certificates", "/customers/gaps", "/customers/mismatches", "/chapters"})
    in.get("周敏", list);
}

void watch_over(Year& in, const std::string& customer, const std::string& volume) {
  in.by("周敏", "POST", "/climate/readings",
        {{"room", text("K1")}, {"at", text("2026-03-01 08:30")}, {"celsius", "30.5"}, {"humidity", text("52")}});
  in.file("周敏", "POST", "/climate/imports?room=K1&person=周敏", "Time,Temperature,Humidity\n2026-03-02 08:30,20,50\n");
  for (const char* path : {"/climate/alarms", "/climate/K1/summary?year=2026", "/climate/K1/sheet.pdf?year=2026"}) in.get("周敏", path);
  in.by("周敏", "POST", "/volumes/" + volume + "/inspections", {{"damages", list_of({"mould"})}, {"due", text(later(9))}});
  in.get("周敏", "/inspections");
  in.get("周敏", "/inspections/follow-ups?as_of=" + later(30));
  in.get("周敏", "/forms/inspections.pdf");
  in.by("周敏", "POST", "/inspections/1/resolution", {{"treatment", text("除霉")}});
  in.by("周敏", "POST", "/patrols", {{"room", text("K1")}, {"kind", text("fire")}, {"at", text("2026-03-01 17:00")}, {"finding", text("过期")}});
  in.get("周敏", "/patrols");
  in.by("周敏", "POST", "/patrols/1/resolution", {{"treatment", text("已换")}});
  in.file("周敏", "POST", "/patrols/imports?room=K1", "日期,时间,检查项目,发现问题,措施,签名\n2026-01-05,17:00,防盗,,,周敏\n");
  in.by("周敏", "POST", "/rectifications", {{"target", text(customer)}, {"note", text("门锁损坏")}});
  in.get("周敏", "/rectifications");
  in.by("周敏", "POST", "/rectifications/1/notice", {{"due", text(later(9))}, {"note", text("请修")}});
  in.by("周敏", "POST", "/rectifications/1/report", {{"note", text("已修")}});
  in.by("赵敏", "POST", "/rectifications/1/inspection", {{"result", text("passed")}, {"note", text("合格")}});
  in.get("周敏", "/rectifications/1");
  in.by("周敏", "POST", "/fonds-file", {{"kind", text("history")}, {"title", text("全宗介绍")}});
  in.get("周敏", "/fonds-file");
}

// The closed year's volume.
std::string close_year(Year& in) {
  in.get("周敏", "/closings/2024/blockers");
  const auto closed = in.done("周敏", in.by("周敏", "POST", "/closings", {{"year", "2024"}}));
  return closed->getArray("volumes")->getObject(0)->getValue<std::string>("volume");
}

void lay_out_stack(Year& in, const std::string& volume) {
  in.by("周敏", "POST", "/rooms",
        {{"room", text("K1")}, {"rows", text("1-2")}, {"bays", text("1-5")}, {"shelves", "5"}, {"slots", "12"}, {"capacity", text("900")}});
  const std::string path = "/volumes/" + volume;
  in.by("周敏", "PUT", path + "/thickness", {{"millimetres", text("20")}});
  in.get("周敏", path + "/thickness");
  in.by("周敏", "PUT", path + "/place", {{"place", text("K1-02-05-3-12")}});
  in.by("周敏", "POST", path + "/moves", {{"place", text("K1-01-05-3-12")}});
  in.get("周敏", path + "/places");
  in.by("周敏", "POST", path + "/container", {{"width", "30"}});
  const auto box = in.get("周敏", "/containers").json->getArray("containers")->getObject(0)->getValue<std::string>("container");
  in.get("周敏", "/containers/" + box);
  in.get("周敏", "/containers/" + box + "/spine.pdf");
  in.by("周敏", "PUT", "/containers/" + box + "/place", {{"place", text("K1-01-02-3-12")}});
  in.by("周敏", "DELETE", path + "/container");
  in.by("周敏", "PUT", path + "/container", {{"box", text(box)}});
  in.by("周敏", "POST", "/containers/fill", {{"year", "2024"}, {"dry_run", "true"}});
  for (const char* list : {"/shelves", "/shelves/fill", "/shelves/free", "/shelves/map", "/shelves/map.svg", "/shelves/K1-01-05-3-12/history",
                           "/cross-references/check"})
    in.get("周敏", list);
  in.by("周敏", "POST", "/shelves/moves", {{"from", text("K1-01")}, {"to", text("K1-02")}, {"dry_run", "true"}});
  const auto stocktake = in.by("周敏", "POST", "/stocktakes", {{"prefix", text("K1")}}).value("stocktake");
  in.by("周敏", "POST", "/stocktakes/" + stocktake + "/scans", {{"codes", list_of({"K1-01-02-3-12", volume})}});
  in.get("周敏", "/stocktakes/" + stocktake);
  in.by("周敏", "POST", "/stocktakes/" + stocktake + "/fix", {{"dry_run", "true"}});
  in.by("周敏", "POST", "/stocktakes/" + stocktake + "/finish");
  in.get("周敏", "/stocktakes");
  in.by("周敏", "POST", "/rooms",
        {{"room", text("K9")}, {"rows", text("1-1")}, {"bays", text("1-1")}, {"shelves", "1"}, {"slots", "1"}, {"capacity", text("900")}});
  in.by("周敏", "DELETE", "/rooms/K9");
}

void print(Year& in, const std::string& volume, const std::string& member) {
  for (const char* form : {"forms", "cover", "spine", "catalogue", "electronic", "note"})
    in.get("周敏", "/volumes/" + volume + "/" + form + ".pdf");
  in.get("周敏", "/volumes/" + volume);
  in.get("周敏", "/volumes/" + volume + "/check");
  in.get("周敏", "/volumes");
  in.get("周敏", "/items/" + member + "/stamp.pdf");
  in.by("周敏", "POST", "/items/" + member + "/cross-reference");
  in.get("周敏", "/forms/volumes.pdf?year=2024");
  in.get("周敏", "/forms/loans.pdf?year=2026");
  in.get("周敏", "/forms/separator.pdf?type=peer_situation");
  in.get("周敏", "/forms/labels.pdf?numbers=" + volume);
}

void lend(Year& in, const std::string& volume) {
  const auto ask = [&] {
    return in.by("孙工", "POST", "/loans",
                 {{"volume", text(volume)}, {"reason", text("核对")}, {"due", text(later(14))}, {"paper", "true"}})
        .value("id");
  };
  in.by("赵敏", "POST", "/loans/" + ask() + "/refusal", {{"reason", text("另有安排")}});
  in.by("孙工", "POST", "/loans/" + ask() + "/withdrawal");
  in.by("赵敏", "POST", "/loans/" + ask() + "/approval");
  in.get("周敏", "/loans/picks");
  const std::string loan = "/volumes/" + volume + "/loan/";
  in.by("周敏", "POST", loan + "hand-out");
  in.by("周敏", "POST", loan + "renewal", {{"due", text(later(20))}});
  in.by("周敏", "POST", "/loans/reminders");
  in.by("周敏", "POST", loan + "return");
  in.by("周敏", "POST", loan + "inspection");
  in.by("赵敏", "POST", "/loans/" + ask() + "/approval");
  in.by("周敏", "POST", loan + "hand-out");
  in.by("周敏", "POST", loan + "loss", {{"reason", text("途中遗失")}});
  in.by("周敏", "POST", loan + "recovery");
  in.by("周敏", "POST", loan + "inspection");
  in.get("周敏", "/loans?all=1");
}

void hold_and_grant(Year& in, const std::string& customer) {
  in.by("周敏", "POST", "/holds", {{"target", text(customer)}, {"reason", text("诉讼")}});
  in.by("赵敏", "POST", "/holds/of-search", {{"q", text("信用额度")}, {"reason", text("诉讼")}});
  in.get("周敏", "/holds");
  for (const char* hold : {"1", "2"}) in.by("赵敏", "POST", "/holds/" + std::string(hold) + "/lifting", {{"reason", text("结案")}});
  in.by("孙工", "POST", "/access-requests", {{"number", text(customer)}, {"until", text(later(9))}, {"reason", text("核对")}});
  in.by("孙工", "POST", "/access-requests", {{"number", text(customer)}, {"until", text(later(9))}, {"reason", text("再核对")}});
  in.get("赵敏", "/access-requests");
  in.by("赵敏", "POST", "/access-requests/1/approval");
  in.by("赵敏", "POST", "/access-requests/2/refusal", {{"reason", text("已有")}});
  const auto grant = in.by("赵敏", "POST", "/grants",
                           {{"person", text("李经理")}, {"number", text(customer)}, {"until", text(later(9))}, {"reason", text("代管")}});
  in.get("赵敏", "/grants?all=1");
  in.by("赵敏", "POST", "/grants/" + grant.value("grant") + "/revocation", {{"reason", text("完")}});
}

void appraise(Year& in, const std::string& volume) {
  in.get("周敏", "/retention/due?as_of=2060-01-01");
  in.get("周敏", "/dispositions");
  const auto transfer = in.by("周敏", "POST", "/transfers", {{"volumes", list_of({volume})}, {"to", text("市档案馆")}, {"reason", text("到期移交")}})
                            .value("transfer");
  in.get("周敏", "/transfers");
  in.get("周敏", "/transfers/" + transfer + "/form.pdf");
  in.by("赵敏", "POST", "/transfers/" + transfer + "/signatures", {{"as", text("giver_leader")}});
  in.by("周敏", "POST", "/transfers/" + transfer + "/cancellation", {{"reason", text("暂缓")}});
}

void count(Year& in) {
  for (const char* path : {"/registers/loans", "/registers/loans/file.csv", "/statistics", "/statistics/file.csv", "/statistics/reconciliation",
                           "/statistics/built", "/status", "/jobs", "/events", "/promotions/pending", "/arrangements"})
    in.get("周敏", path);
  for (const char* path : {"/audit", "/audit/check", "/jobs?all=1"}) in.get("管理员", path);
  in.get("赵敏", "/audit/file.log");
  in.done("周敏", in.by("周敏", "POST", "/index"));
  in.done("周敏", in.by("周敏", "POST", "/recognitions", {{"all", "true"}}));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(promises_test)

BOOST_AUTO_TEST_CASE(a_year_through_nearly_every_address_answers_as_the_document_says) {
  Year in;
  look_at_people(in);
  const auto number = take_in(in, "会员签单消费合同,甲方王府集团,信用额度五万元。");
  in.by("张建国", "PUT", "/items/" + number + "/description", {{"title", text("签单消费合同")}}, in.as_read("张建国", "/items/" + number));
  const auto customer = in.get("张建国", "/items/" + number).value("customer_number");
  look_at_item(in, number, customer);
  sign(in, number);
  in.by("周敏", "POST", "/items/" + number + "/filing");
  const auto second = take_in(in, "签单消费合同补充协议,甲方王府集团。");
  sign(in, second);
  in.by("周敏", "POST", "/filings", {{"numbers", list_of({second})}});
  change_items(in, second);
  const auto copy = take_in(in, "居民身份证复印件,王先生。", "identity_copy");
  in.by("周敏", "POST", "/items/" + copy + "/verification");
  const auto daily = take_in(in, "王府集团来信一封。", "letter_or_fax");
  in.by("周敏", "POST", "/promotions/marks", {{"numbers", list_of({daily})}});
  const auto promoted = in.by("周敏", "POST", "/items/" + daily + "/promotion", {{"type", text("complaint_reason")}}).value("number");
  for (const auto& each : {copy, promoted}) {
    sign(in, each);
    in.by("周敏", "POST", "/items/" + each + "/filing");
  }
  keep_customer(in, customer);
  hold_and_grant(in, customer);
  const auto volume = close_year(in);
  in.by("赵敏", "POST", "/volumes/" + volume + "/closing-check");
  const auto member = in.get("周敏", "/items?volume=" + volume).json->getArray("items")->getObject(0)->getValue<std::string>("number");
  lay_out_stack(in, volume);
  watch_over(in, customer, volume);
  print(in, volume, member);
  lend(in, volume);
  appraise(in, volume);
  count(in);
  in.by("管理员", "POST", "/users/张建国/handover", {{"to", text("何经理")}});
  std::string missing;
  for (const auto& operation : in.contract.promised())
    if (!in.contract.kept().contains(operation)) missing += '\n' + operation;
  BOOST_TEST_MESSAGE(in.contract.kept().size() << " of " << in.contract.promised().size()
                                               << " addresses have answered as promised; not asked:" << missing);
  BOOST_TEST(in.contract.kept().size() > 175U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace twofold::app::api
