// How records end: removed, destroyed, or handed over.

#include "tests/app/server/live/promises/year.h"

namespace twofold::app::api {

std::int64_t ask_to_remove(Year& in, const std::string& number) {
  const auto asked = in.by("张建国", "POST", "/items/" + number + "/removals", {{"because", text("erroneous")}, {"reason", text("误入")}});
  return in.by("刘国栋", "POST", "/removals/" + asked.value("id") + "/consent").json->getValue<std::int64_t>("id");
}

void confirm_removal(Year& in, std::int64_t id) {
  in.get("刘国栋", "/removals/due");
  in.by("刘国栋", "POST", "/removals/" + std::to_string(id) + "/confirmation");
}

// Whoever may witness is told of what they would sign for, and of nothing else.
void find_as_witness(Year& in, const std::string& list, std::size_t lists) {
  const auto told = in.get("孙工", "/dispositions").json->getArray("lists");
  BOOST_TEST(told->size() == lists);
  const std::string path = "/dispositions/" + list;
  if (lists == 0) BOOST_TEST(in.ask("孙工", "GET", path).text == replace_all(in.ask("孙工", "GET", "/dispositions/DL-1999-0001").text, "DL-1999-0001", list));
  else BOOST_TEST(in.get("孙工", path).json->getArray("lists")->getObject(0)->getArray("rows")->size() == 1U);
}

// One of the two is to go, the other is kept longer.
std::string draw_disposition(Year& in, const std::string& going, const std::string& kept) {
  in.get("周敏", "/retention/due");
  const auto list = in.by("周敏", "POST", "/dispositions", {{"volumes", list_of({going, kept})}, {"track", text("both")}}).value("list");
  const std::string path = "/dispositions/" + list;
  in.get("周敏", "/dispositions");
  in.by("赵敏", "POST", path + "/refusal", {{"volume", text(kept)}, {"review_after", text(in.later(400))}, {"reason", text("仍需查考")}});
  in.by("赵敏", "POST", "/volumes/" + kept + "/retention", {{"review_after", text(in.later(800))}, {"reason", text("仍需查考")}});
  for (const char* appraiser : {"刘国栋", "吴主任"}) in.by(appraiser, "POST", path + "/signatures");
  find_as_witness(in, list, 0);
  in.by("赵敏", "POST", path + "/approval");
  find_as_witness(in, list, 1);
  for (const char* witness : {"孙工", "钱审"}) in.by(witness, "POST", path + "/witnesses");
  in.get("周敏", path + "/form.pdf");
  return list;
}

// Once its waiting time is over.
void execute_disposition(Year& in, const std::string& list) {
  const std::string path = "/dispositions/" + list;
  in.get("周敏", path + "/verification");
  const auto destruction = in.job("周敏", path + "/execution", {{"witness", list_of({"孙工", "钱审"})}});
  BOOST_TEST(destruction->getValue<std::string>("certificate") == "/api/v1" + path + "/certificate.pdf");
  find_as_witness(in, list, 1);
  BOOST_TEST(in.get("周敏", path).json->getArray("lists")->getObject(0)->getValue<std::string>("state") == "certified");
  in.get("周敏", path + "/certificate.pdf");
}

std::string draw_transfer(Year& in, const std::string& volume) {
  return in.by("周敏", "POST", "/transfers", {{"volumes", list_of({volume})}, {"to", text("市档案馆")}, {"reason", text("到期移交")}})
      .value("transfer");
}

void cancel_transfer(Year& in, const std::string& volume) {
  const std::string path = "/transfers/" + draw_transfer(in, volume);
  in.get("周敏", "/transfers");
  in.get("周敏", path + "/form.pdf");
  in.by("周敏", "POST", path + "/cancellation", {{"reason", text("暂缓")}});
}

void hand_over(Year& in, const std::string& volume) {
  const std::string path = "/transfers/" + draw_transfer(in, volume);
  in.by("赵敏", "POST", path + "/signatures", {{"as", text("giver_leader")}});
  in.by("周敏", "POST", path + "/signatures", {{"as", text("giver_handler")}});
  in.by("周敏", "POST", path + "/signatures", {{"as", text("receiver_leader")}, {"person", text("陈馆长")}});
  in.by("周敏", "POST", path + "/signatures", {{"as", text("receiver_handler")}, {"person", text("林科员")}});
  const auto packing = in.by("周敏", "POST", path + "/package");
  const auto package = in.result("周敏", packing);
  in.contract.check_result("POST", path + "/package", package);
  const std::string file = "/jobs/" + packing.value("id") + "/file";
  BOOST_TEST(package->getValue<std::string>("out") == "/api/v1" + file);
  in.get("周敏", file);
  // Who sees to all the jobs learns of the package, and does not get it.
  BOOST_TEST(in.ask("管理员", "GET", file).status == 403);
  in.by("周敏", "POST", path + "/completion");
}

}  // namespace twofold::app::api
