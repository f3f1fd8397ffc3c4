#include "tests/app/server/api/served_archive.h"

using namespace twofold;
using namespace twofold::app;
using namespace twofold::app::api;

namespace {

// A sender that stops in the middle.
class Cut final : public http::BodySource {
 public:
  explicit Cut(std::string bytes) : bytes_(std::move(bytes)) {}
  std::size_t read(std::span<char> into) override {
    if (at_ == bytes_.size()) throw Error(ErrorKind::Invalid, msg("http.body_truncated", at_));
    const auto count = std::min(into.size(), bytes_.size() - at_);
    std::copy_n(bytes_.data() + at_, count, into.data());
    at_ += count;
    return count;
  }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(work_test)

BOOST_AUTO_TEST_CASE(an_upload_that_breaks_off_goes_on_where_it_was) {
  ServedArchive in;
  const std::string content = "会员签单消费合同,甲方王府集团,信用额度五万元。";
  const std::string address = "/uploads/" + sha256(content).text();
  auto cut = in.served->request("PUT", address, "");
  cut.headers.set("Authorization", "Bearer " + in.tokens.at("周敏"));
  cut.body = http::Body(std::make_unique<Cut>(content.substr(0, 20)), content.size());
  BOOST_TEST(in.served->handle(std::move(cut)).status == 400);
  const auto state = in.must("周敏", "GET", address);
  BOOST_TEST(std::string(state.headers.get("Upload-Offset")) == "20");
  BOOST_TEST(state.json->getValue<bool>("complete") == false);
  const auto rest = [&](std::size_t from) {
    auto request = in.served->request("PUT", address, content.substr(from));
    request.headers.set("Content-Type", "application/octet-stream");
    request.headers.set("Authorization", "Bearer " + in.tokens.at("周敏"));
    request.headers.set("Upload-Offset", std::to_string(from));
    return in.served->handle(std::move(request));
  };
  BOOST_TEST(rest(30).code() == "upload.offset");
  BOOST_TEST(rest(20).status == 201);
  BOOST_TEST(in.must("周敏", "GET", address).json->getValue<bool>("complete") == true);
  BOOST_TEST(in.must("孙工", "GET", address).json->getValue<int>("received") == 0);  // each person's are apart
}

BOOST_AUTO_TEST_CASE(what_is_not_the_file_it_claims_to_be_is_thrown_away) {
  ServedArchive in;
  auto request = in.served->request("PUT", "/uploads/" + sha256("one thing").text(), "another thing");
  request.headers.set("Authorization", "Bearer " + in.tokens.at("周敏"));
  const auto answer = in.served->handle(std::move(request));
  BOOST_TEST(answer.status == 422);
  BOOST_TEST(answer.code() == "upload.digest_differs");
  BOOST_TEST(in.must("周敏", "GET", "/uploads/" + sha256("one thing").text()).json->getValue<int>("received") == 0);
}

BOOST_AUTO_TEST_CASE(an_ingest_is_a_job_that_tells_of_every_file) {
  ServedArchive in;
  const std::string content = "会员签单消费合同,甲方王府集团,信用额度五万元。";
  const auto number = in.take_in(content);
  const auto item = in.must("张建国", "GET", "/items/" + number);
  BOOST_TEST(item.value("source_name") == "一.txt");
  BOOST_TEST(item.value("customer") == "王府集团");
  const auto events = in.must("周敏", "GET", "/events");
  std::set<std::string> types;
  std::string path;
  for (const auto& each : *events.json->getArray("events")) {
    const auto& event = *each.extract<Object::Ptr>();
    types.insert(event.getValue<std::string>("type"));
    if (event.getValue<std::string>("type") == "part")
      path = event.getObject("data")->getObject("part")->getValue<std::string>("path");
  }
  BOOST_TEST(types.contains("job"));
  BOOST_TEST(types.contains("part"));
  BOOST_TEST(path == "合同/一.txt");
  const auto next = events.value("next");
  BOOST_TEST(in.must("周敏", "GET", "/events?after=" + next).json->getArray("events")->size() == 0U);
  BOOST_TEST(in.must("孙工", "GET", "/events").json->getArray("events")->size() == 0U);
  BOOST_TEST(in.must("张建国", "GET", "/search?q=信用额度").json->getValue<int>("total") == 1);
}

BOOST_AUTO_TEST_CASE(known_files_are_told_beforehand_to_those_who_may_know_of_them) {
  ServedArchive in;
  const std::string content = "会员签单消费合同,甲方王府集团,信用额度五万元。";
  const auto number = in.take_in(content);
  const std::string body = json_of({{"sha256", "[" + text(sha256(content).text()) + "]"}});
  const auto known = [&](const std::string& who) {
    return in.must(who, "POST", "/uploads/known", body)
        .json->getArray("files")
        ->getObject(0)
        ->getValue<std::string>("number");
  };
  BOOST_TEST(known("周敏") == number);
  BOOST_TEST(known("李经理") == "");
}

BOOST_AUTO_TEST_CASE(paths_that_lead_out_of_the_ingest_are_refused) {
  ServedArchive in;
  in.upload("周敏", "x");
  for (const char* path : {"../x.txt", "/etc/x.txt", "a/../../x", "", "a\\\\b", "./x"}) {
    const auto answer =
        in.ask("周敏", "POST", "/ingest",
               json_of({{"files", "[" + json_of({{"sha256", text(sha256("x").text())}, {"path", text(path)}}) + "]"}}));
    BOOST_TEST(answer.code() == "upload.bad_path", path << ' ' << answer.text);
  }
  const auto missing = in.ask(
      "周敏", "POST", "/ingest",
      json_of({{"files", "[" + json_of({{"sha256", text(sha256("y").text())}, {"path", text("y.txt")}}) + "]"}}));
  BOOST_TEST(missing.code() == "upload.unknown");
}

BOOST_AUTO_TEST_CASE(a_job_is_its_owners_and_what_is_not_theirs_is_not_there) {
  ServedArchive in;
  in.take_in("会员签单消费合同,甲方王府集团。");
  const auto theirs = in.ask("孙工", "GET", "/jobs/1"), nobodys = in.ask("孙工", "GET", "/jobs/2");
  BOOST_TEST(theirs.status == 404);
  BOOST_TEST(theirs.code() == nobodys.code());
  BOOST_TEST(in.ask("孙工", "DELETE", "/jobs/1").status == 404);
  BOOST_TEST(in.must("周敏", "GET", "/jobs").json->getArray("jobs")->size() == 1U);
  BOOST_TEST(in.ask("周敏", "DELETE", "/jobs/1").code() == "job.over");
}

// The face that asks for it holds the turn to write, for which the worker waits with the job in its hands.
BOOST_AUTO_TEST_CASE(a_job_that_is_cancelled_as_it_begins_is_cancelled) {
  ServedArchive in;
  Uploads uploads(in.root / "uploads");
  JobRoom room(in.served->shared(), in.served->events(), uploads);
  RequestFace face(in.served->shared(), {in.tokens.at("周敏"), "", "192.0.2.7", "POST /index"}, std::chrono::seconds(5));
  face.identify();
  const Arguments reindex{"reindex", {}, {{"json", "1"}}};
  const auto id = room.ask(face, reindex, Language::Chinese).getValue<std::int64_t>("id");
  while (room.counts().waiting > 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  room.cancel(face, *catalog::find_job(face.reading().database(), id));
  const auto next = room.ask(face, reindex, Language::Chinese).getValue<std::string>("id");
  face.let_go();
  BOOST_TEST(in.over("周敏", next).value("state") == "done");
  const auto job = in.over("周敏", std::to_string(id));
  BOOST_TEST(job.value("state") == "cancelled");
  BOOST_TEST(job.json->isNull("result"));
  BOOST_TEST(in.ask("周敏", "DELETE", "/jobs/" + std::to_string(id)).code() == "job.over");
}

BOOST_AUTO_TEST_CASE(what_a_stop_broke_off_is_told_and_can_be_started_again) {
  ServedArchive in;
  {
    SharedArchive::Writing writing(in.served->shared(), "周敏", {}, std::chrono::seconds(5));
    catalog::Transaction transaction(writing.archive().database(), "周敏", SystemClock());
    const auto job =
        catalog::add_job(transaction, "close", R"({"operands":["2024"],"options":{"json":"1"},"language":"zh"})");
    catalog::begin_job(transaction, job.id);
    transaction.commit();
  }
  in.served.reset();
  in.served = std::make_unique<Served>(in.root);
  BOOST_TEST(in.must("周敏", "GET", "/jobs/1").value("state") == "interrupted");
  const auto again = in.must("周敏", "POST", "/jobs/1/restart");
  BOOST_TEST(in.over("周敏", again.value("id")).value("state") == "done");
}

BOOST_AUTO_TEST_SUITE_END()
