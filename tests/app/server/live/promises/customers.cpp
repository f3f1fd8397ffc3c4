// Customers, what is decided of them, and the keeping of rooms and paper.

#include "tests/app/server/live/promises/year.h"

namespace twofold::app::api {

void keep_customer(Year& in, const std::string& customer) {
  const std::string path = "/customers/" + customer;
  in.get("张建国", path);
  in.get("张建国", path + "/classes");
  in.by("张建国", "PUT", path + "/fields/phone", {{"value", text("010-65130000")}}, in.as_read("张建国", path));
  in.by("张建国", "POST", path + "/spendings", {{"yuan", text("100.50")}});
  in.by("张建国", "POST", path + "/discharges", {{"date", text("2026-03-01")}});
  in.by("张建国", "POST", path + "/calls", {{"outcome", text("满意")}});
  in.by("张建国", "POST", path + "/certificates", {{"holder", text("王师傅")}, {"name", text("电工证")}, {"until", text(in.later(90))}});
  in.by("张建国", "POST", path + "/settlement", {{"date", text("2026-03-01")}});
  in.by("赵敏", "POST", "/meetings/focus", {{"month", text("2026-10")}, {"customers", list_of({customer})}});
  in.by("赵敏", "POST", "/meetings/classes", {{"quarter", text("2026-Q3")}, {"customers", list_of({customer})}, {"class", text("VIP")}});
  in.by("赵敏", "POST", "/meetings/reviews", {{"period", text("2026-H1")}, {"minutes", text("已复核")}});
  for (const char* list : {"/meetings", "/meetings/1", "/customers", "/customers/by-class?class=VIP", "/customers/birthdays", "/customers/focus",
                           "/customers/calls", "/customers/certificates", "/customers/gaps", "/customers/mismatches", "/chapters"})
    in.get("周敏", list);
}

void watch_over(Year& in, const std::string& customer, const std::string& volume) {
  in.by("周敏", "POST", "/climate/readings",
        {{"room", text("K1")}, {"at", text("2026-03-01 08:30")}, {"celsius", "30.5"}, {"humidity", text("52")}});
  in.file("周敏", "POST", "/climate/imports?room=K1&person=周敏", "Time,Temperature,Humidity\n2026-03-02 08:30,20,50\n");
  for (const char* path : {"/climate/alarms", "/climate/K1/summary?year=2026", "/climate/K1/sheet.pdf?year=2026"}) in.get("周敏", path);
  in.by("周敏", "POST", "/volumes/" + volume + "/inspections", {{"damages", list_of({"mould"})}, {"due", text(in.later(9))}});
  in.get("周敏", "/inspections");
  in.get("周敏", "/inspections/follow-ups?as_of=" + in.later(30));
  in.get("周敏", "/forms/inspections.pdf");
  in.by("周敏", "POST", "/inspections/1/resolution", {{"treatment", text("除霉")}});
  in.by("周敏", "POST", "/patrols", {{"room", text("K1")}, {"kind", text("fire")}, {"at", text("2026-03-01 17:00")}, {"finding", text("过期")}});
  in.get("周敏", "/patrols");
  in.by("周敏", "POST", "/patrols/1/resolution", {{"treatment", text("已换")}});
  in.file("周敏", "POST", "/patrols/imports?room=K1", "日期,时间,检查项目,发现问题,措施,签名\n2026-01-05,17:00,防盗,,,周敏\n");
  in.by("周敏", "POST", "/rectifications", {{"target", text(customer)}, {"note", text("门锁损坏")}});
  in.get("周敏", "/rectifications");
  in.by("周敏", "POST", "/rectifications/1/notice", {{"due", text(in.later(9))}, {"note", text("请修")}});
  in.by("周敏", "POST", "/rectifications/1/report", {{"note", text("已修")}});
  in.by("赵敏", "POST", "/rectifications/1/inspection", {{"result", text("passed")}, {"note", text("合格")}});
  in.get("周敏", "/rectifications/1");
  in.by("周敏", "POST", "/fonds-file", {{"kind", text("history")}, {"title", text("全宗介绍")}});
  in.get("周敏", "/fonds-file");
}

}  // namespace twofold::app::api
