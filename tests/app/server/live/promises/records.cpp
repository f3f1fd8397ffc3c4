// Items: read, compared with their paper, put in order, amended and removed.

#include "tests/app/server/live/promises/year.h"

namespace twofold::app::api {

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
  in.by("张建国", "PUT", item + "/facts/phone", {{"value", text("010-65130000")}}, in.as_read("张建国", item));
  in.by("周敏", "POST", item + "/pair-check", {{"result", text("same")}});
  in.get("周敏", "/pairs");
}

// Of three pages, a draft still.
void look_at_scan(Year& in, const std::string& number) {
  const std::string item = "/items/" + number;
  in.get("张建国", item + "/pages");
  for (const char* what : {"image?width=640", "thumbnail", "words"}) in.get("张建国", item + "/pages/1/" + what);
  in.get("张建国", item + "/reading-copy");
}

void put_pages_in_order(Year& in, const std::string& number) {
  const auto parted = in.by("周敏", "POST", "/items/" + number + "/split", {{"page", text("1")}});
  const auto rest = parted.json->getArray("made")->getElement<std::string>(0);
  in.by("周敏", "POST", "/items/" + rest + "/rotation", {{"pages", text("1-2")}, {"degrees", text("180")}});
  in.by("周敏", "POST", "/items/" + rest + "/order", {{"pages", text("2,1")}});
  const auto joined = in.by("周敏", "POST", "/arrangements", {{"numbers", list_of({number, rest})}});
  in.by("周敏", "POST", "/arrangements/" + joined.value("id") + "/undo");
  in.get("周敏", "/arrangements");
}

// With the paper of something else, so that there is something to see.
void compare_with_paper(Year& in, const std::string& number) {
  const std::string item = "/items/" + number;
  in.get("张建国", item + "/twin.pdf");
  in.file("周敏", "POST", item + "/comparison", drawn_scan({"Balustrade"}));
  in.get("张建国", item + "/comparison.tar");
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

}  // namespace twofold::app::api
