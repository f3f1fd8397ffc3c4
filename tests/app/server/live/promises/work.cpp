// Files sent, long work, and what is counted.

#include "tests/app/server/live/promises/year.h"

namespace twofold::app::api {

void send_files(Year& in) {
  const std::string words = "送错的文件。", upload = "/uploads/" + sha256(words).text();
  in.file("周敏", "PUT", upload, words);
  in.get("周敏", upload);
  in.by("周敏", "POST", "/uploads/known", {{"sha256", list_of({sha256(words).text()})}});
  in.by("周敏", "DELETE", upload);
}

// One job runs at a time: what is asked while a scan is read waits, and can be taken back.
void take_back_a_job(Year& in) {
  const Sent scan = {.content = drawn_scan({"Orangery", "Belvedere"}), .ending = ".tif", .date = "2025-04-01"};
  const auto reading = in.by("周敏", "POST", "/ingest", to_ingest(in, scan));
  const auto waiting = in.by("周敏", "POST", "/index");
  const auto cancelled = in.by("周敏", "DELETE", "/jobs/" + waiting.value("id"));
  BOOST_TEST(cancelled.value("state") == "cancelled");
  const auto again = in.by("周敏", "POST", "/jobs/" + waiting.value("id") + "/restart");
  in.contract.check_result("POST", "/ingest", in.result("周敏", reading));
  in.contract.check_result("POST", "/index", in.result("周敏", again));
}

void count(Year& in) {
  for (const char* path : {"/registers/loans", "/registers/loans/file.csv", "/statistics", "/statistics/file.csv", "/statistics/reconciliation",
                           "/statistics/built", "/status", "/jobs", "/events", "/promotions/pending", "/arrangements"})
    in.get("周敏", path);
  for (const char* path : {"/audit", "/audit/check", "/jobs?all=1"}) in.get("管理员", path);
  in.get("赵敏", "/audit/file.log");
  in.job("周敏", "/recognitions", {{"all", "true"}});
}

}  // namespace twofold::app::api
