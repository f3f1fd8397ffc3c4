// What comes on paper and what goes with it: the scan of a twin compared with its file, and a handed-over volume's package
// fetched as one file.

#include "tests/app/server/live/live_archive.h"

namespace twofold::app::api {
namespace {

// The files of a tar by name: ustar, whose members are padded to 512 bytes.
std::map<std::string, std::string> files_of_tar(const std::string& tar) {
  std::map<std::string, std::string> files;
  std::string long_path;
  for (std::size_t at = 0; at + 512 <= tar.size() && tar[at] != '\0';) {
    const std::string name = tar.substr(at, 100).c_str(), prefix = tar.substr(at + 345, 155).c_str();
    const auto size = std::stoul(tar.substr(at + 124, 12), nullptr, 8);
    const char kind = tar[at + 156];
    const std::string content = tar.substr(at + 512, size);
    // A pax header says the name of what follows where it is no plain one.
    if (kind == 'x') {
      const auto path = content.find(" path=");
      if (path != std::string::npos) long_path = content.substr(path + 6, content.find('\n', path) - path - 6);
    } else if (kind == '0' || kind == '\0') {
      files[!long_path.empty() ? long_path : prefix.empty() ? name : prefix + '/' + name] = content;
      long_path.clear();
    } else {
      long_path.clear();
    }
    at += 512 + (size + 511) / 512 * 512;
  }
  return files;
}

// Taken in by the archivist, for 王府集团 of 张建国.
std::string take_in_file(LiveArchive& in, Client& client, const std::string& content, const std::string& path) {
  BOOST_REQUIRE_EQUAL(client.ask("PUT", "/uploads/" + sha256(content).text(), content, kBytes).status, 201);
  const auto job = client.must(
      "POST", "/ingest",
      json_of({{"files", "[" + json_of({{"sha256", text(sha256(content).text())}, {"path", text(path)}}) + "]"},
               {"customer", text("王府集团")},
               {"manager", text("张建国")},
               {"type", text("contract")},
               {"date", text("2024-03-15")},
               {"paper", "true"}}));
  const auto done = in.over("周敏", job.value("id"));
  BOOST_REQUIRE_MESSAGE(done.value("state") == "done", done.text);
  return done.json->getObject("result")->getArray("files")->getObject(0)->getValue<std::string>("number");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(paper_test)

BOOST_AUTO_TEST_CASE(R24_a_scan_of_the_twin_is_compared_and_what_differs_can_be_seen) {
  LiveArchive in;
  Contract contract(in.nobody().send("GET", "/api/openapi.json").json);
  Client archivist = in.program("周敏"), manager = in.program("张建国");
  archivist.contract = manager.contract = &contract;
  const std::string content = archivist.must("GET", "/forms/loans.pdf?year=2026").text,
                    other = archivist.must("GET", "/forms/volumes.pdf?year=2024").text;
  BOOST_REQUIRE(content.starts_with("%PDF-"));
  const auto number = take_in_file(in, archivist, content, "合同/借阅 登记.pdf");
  const std::string item = "/items/" + number;
  const auto twin = manager.must("GET", item + "/twin.pdf");
  BOOST_TEST(twin.text.starts_with("%PDF-"));
  BOOST_TEST(twin.headers.get("Content-Disposition").starts_with("attachment; "));
  const auto compare = [&](Client& client, const std::string& scan) {
    return client.ask("POST", item + "/comparison", scan, kBytes);
  };
  BOOST_TEST(compare(manager, twin.text).status == 403);
  const auto none = manager.ask("GET", item + "/comparison.tar");
  BOOST_TEST(none.status >= 400);
  BOOST_TEST(none.headers.get("Content-Type") == "application/problem+json");
  const auto unreadable = compare(archivist, "no scan at all");
  BOOST_TEST(unreadable.status == 409, unreadable.text);
  BOOST_TEST(unreadable.code() == "compare.unreadable");
  BOOST_TEST(unreadable.text.find("/tmp/") == std::string::npos, unreadable.text);
  BOOST_TEST(archivist.must("GET", item).value("pair") == "unchecked");
  const auto same = compare(archivist, content);
  BOOST_REQUIRE_MESSAGE(same.status == 200, same.text);
  BOOST_TEST(same.value("state") == "same", same.text);
  BOOST_TEST(archivist.must("GET", item).value("pair") == "same");
  const auto different = compare(archivist, other);
  BOOST_REQUIRE_MESSAGE(different.status == 200, different.text);
  BOOST_TEST(different.value("state") == "different");
  BOOST_TEST(archivist.must("GET", item).value("pair") == "different");
  // What differs is a reader's alone.
  BOOST_TEST(archivist.ask("GET", item + "/comparison.tar").status == 403);
  BOOST_TEST(in.program("李经理").ask("GET", item + "/comparison.tar").status == 404);
  const auto pictures = manager.must("GET", item + "/comparison.tar");
  BOOST_TEST(pictures.headers.get("Content-Type") == "application/x-tar");
  const auto files = files_of_tar(pictures.text);
  BOOST_REQUIRE(!files.empty());
  for (const auto& [name, picture] : files) BOOST_TEST(picture.size() > 1000U, name);
}

BOOST_AUTO_TEST_CASE(R42_a_handed_over_volume_is_fetched_as_one_file_with_its_list_and_every_digest) {
  LiveArchive in;
  Contract contract(in.nobody().send("GET", "/api/openapi.json").json);
  const std::vector<std::string> contents = {"会员签单消费合同,甲方王府集团。", "补充协议,甲方王府集团。"};
  for (std::size_t i = 0; i < contents.size(); ++i) {
    const auto number = in.take_in(contents[i], "合同/" + std::to_string(i) + ".txt");
    in.sign(number);
    in.must("周敏", "POST", "/items/" + number + "/filing");
  }
  Client archivist = in.program("周敏"), manager = in.program("赵敏");
  archivist.contract = manager.contract = &contract;
  const auto closing = in.over("周敏", archivist.must("POST", "/closings", json_of({{"year", "2024"}})).value("id"));
  BOOST_REQUIRE_MESSAGE(closing.value("state") == "done", closing.text);
  const auto volume = closing.json->getObject("result")->getArray("volumes")->getObject(0)->getValue<std::string>("volume");
  const auto transfer = archivist
                            .must("POST", "/transfers",
                                  json_of({{"volumes", "[" + text(volume) + "]"}, {"to", text("市档案馆")}, {"reason", text("到期移交")}}))
                            .value("transfer");
  const std::string path = "/transfers/" + transfer;
  const auto sign = [&](Client& who, const std::string& as, const std::string& person) {
    Fields fields = {{"as", text(as)}};
    if (!person.empty()) fields.emplace_back("person", text(person));
    who.must("POST", path + "/signatures", json_of(fields));
  };
  sign(manager, "giver_leader", "");
  sign(archivist, "giver_handler", "");
  sign(archivist, "receiver_leader", "陈馆长");
  sign(archivist, "receiver_handler", "林科员");
  BOOST_TEST(archivist.ask("POST", path + "/completion").status == 409);
  const auto job = archivist.must("POST", path + "/package");
  const auto packed = in.over("周敏", job.value("id"));
  BOOST_REQUIRE_MESSAGE(packed.value("state") == "done", packed.text);
  BOOST_TEST(packed.json->getObject("result")->getValue<int>("files") == 2);
  const auto fetched = archivist.must("GET", "/jobs/" + job.value("id") + "/file");
  BOOST_TEST(fetched.headers.get("Content-Type") == "application/x-tar");
  BOOST_TEST(fetched.headers.get("Content-Disposition").starts_with("attachment; "));
  const auto files = files_of_tar(fetched.text);
  std::string list, form;
  std::set<std::string> digests;
  for (const auto& [name, content] : files) {
    if (name.ends_with("移交清册.csv")) list = content;
    else if (name.ends_with("交接文据.pdf")) form = content;
    else digests.insert(sha256(content).text());
  }
  BOOST_TEST(digests.size() == contents.size());
  for (const auto& content : contents) {
    BOOST_TEST(digests.contains(sha256(content).text()));
    BOOST_TEST(list.find(sha256(content).text()) != std::string::npos, list);
  }
  BOOST_TEST(form.starts_with("%PDF-"));
  // Neither to somebody else nor to one who may not hand over.
  BOOST_TEST(manager.ask("GET", "/jobs/" + job.value("id") + "/file").status == 404);
  BOOST_TEST(in.program("孙工").ask("GET", "/jobs/" + job.value("id") + "/file").status == 404);
  const auto done = archivist.must("POST", path + "/completion");
  BOOST_TEST(done.value("state") == "completed");
  BOOST_TEST(done.value("package_sha256") == sha256(list).text());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace twofold::app::api
