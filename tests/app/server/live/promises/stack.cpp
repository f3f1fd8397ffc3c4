// Closed volumes: on their shelves, on paper, and lent.

#include "tests/app/server/live/promises/year.h"

namespace twofold::app::api {

std::string close_year(Year& in, int year) {
  in.get("周敏", "/closings/" + std::to_string(year) + "/blockers");
  const auto closed = in.job("周敏", "/closings", {{"year", std::to_string(year)}});
  return closed->getArray("volumes")->getObject(0)->getValue<std::string>("volume");
}

void lay_out_stack(Year& in, const std::string& volume, const std::string& second) {
  in.by("周敏", "POST", "/rooms",
        {{"room", text("K1")}, {"rows", text("1-2")}, {"bays", text("1-5")}, {"shelves", "5"}, {"slots", "12"}, {"capacity", text("900")}});
  const std::string path = "/volumes/" + volume;
  in.by("周敏", "PUT", path + "/thickness", {{"millimetres", text("20")}});
  in.get("周敏", path + "/thickness");
  in.by("周敏", "PUT", path + "/place", {{"place", text("K1-02-05-3-12")}});
  in.by("周敏", "POST", path + "/moves", {{"place", text("K1-01-05-3-12")}});
  in.get("周敏", path + "/places");
  in.by("周敏", "POST", "/shelves/placings", {{"volumes", list_of({second})}, {"place", text("K1-01-04-3-12")}});
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

// The whole volume scanned behind its sheet.
void scan_binder(Year& in, const std::string& volume) {
  const std::string path = "/volumes/" + volume;
  in.get("周敏", path + "/binder.pdf");
  const auto pages = in.get("周敏", path + "/binder").json->getValue<int>("expected");
  in.file("周敏", "POST", "/binder-scans", drawn_binder(volume, pages));
  BOOST_TEST(in.get("周敏", path + "/binder").json->getValue<bool>("complete"));
}

void lend(Year& in, const std::string& volume) {
  const auto ask = [&] {
    return in.by("孙工", "POST", "/loans",
                 {{"volume", text(volume)}, {"reason", text("核对")}, {"due", text(in.later(14))}, {"paper", "true"}})
        .value("id");
  };
  in.by("赵敏", "POST", "/loans/" + ask() + "/refusal", {{"reason", text("另有安排")}});
  in.by("孙工", "POST", "/loans/" + ask() + "/withdrawal");
  in.by("赵敏", "POST", "/loans/" + ask() + "/approval");
  in.get("周敏", "/loans/picks");
  const std::string loan = "/volumes/" + volume + "/loan/";
  in.by("周敏", "POST", loan + "hand-out");
  in.by("周敏", "POST", loan + "renewal", {{"due", text(in.later(20))}});
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

}  // namespace twofold::app::api
