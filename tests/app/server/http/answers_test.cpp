// What the server adds to what a handler gives: conditions, ranges, compression, names of downloads, headers.

#include "app/server/http/file_answer.h"
#include "app/server/http/site.h"
#include "app/server/http/static_files.h"
#include "base/error.h"
#include "base/files.h"
#include "tests/app/server/http/live_server.h"

#include <boost/test/unit_test.hpp>
#include <zlib.h>

using namespace twofold::app::http;
using namespace twofold;

BOOST_AUTO_TEST_SUITE(answers_test)

namespace {

const std::string kLongText = [] {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "第 " + std::to_string(i) + " 行\n";
  return text;
}();

std::string gunzipped(const std::string& packed) {
  z_stream stream{};
  BOOST_REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
  std::string out(1 << 20, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  BOOST_REQUIRE(inflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return out;
}

// A web application of a few files, and an api with a text, a file and a download.
struct Served {
  Served() : folder(std::filesystem::temp_directory_path()), web(folder.path() / "网页 夹") {
    std::filesystem::create_directories(web / "assets");
    write_durably(web / "index.html", "<!doctype html><div id=\"app\"></div>");
    write_durably(web / "assets/app-1a2b.js", "long();" + kLongText);
    write_durably(web / "assets/app-1a2b.js.br", "packed by brotli");
    write_durably(web / "letters.bin", "0123456789");
    write_durably(folder.path() / "secret.txt", "secret");
    live.emplace(site_handler(
        {.api = [this](Request& request) { return api(request); },
         .web = web,
         .ready = [this] { return ready; },
         .jobs = [] { return JobCounts{.waiting = 2, .running = 1}; }},
        metrics));
  }

  Response api(Request& request) {
    const auto& what = request.segments.back();
    if (what == "text") {
      auto response = text_response(200, "application/json", kLongText);
      response.headers.set("ETag", "\"7\"");
      return response;
    }
    if (what == "secret") {
      auto response = text_response(200, "application/json", kLongText);
      response.headers.set("Cache-Control", "no-store, no-transform");
      return response;
    }
    if (what == "file")
      return {.headers = {},
              .body = FileContent{web / "letters.bin", "image/png", "abc"},
              .download_name = "合同 \"1\"\r\n.png"};
    throw Error(ErrorKind::NotFound, msg("http.not_found", request.path()));
  }

  Came ask(std::string_view path, std::string_view headers = "") {
    return RawClient(live->server.port()).ask(get(path, headers));
  }

  ScratchFolder folder;
  std::filesystem::path web;
  Metrics metrics;
  bool ready = true;
  std::optional<LiveServer> live;
};

}  // namespace

BOOST_FIXTURE_TEST_CASE(hashed_assets_are_kept_for_ever_and_pages_asked_for_again, Served) {
  BOOST_TEST(ask("/assets/app-1a2b.js").headers.get("Cache-Control") == "public, max-age=31536000, immutable");
  const auto page = ask("/");
  BOOST_TEST(page.headers.get("Cache-Control") == "no-cache");
  BOOST_TEST(page.headers.get("Content-Type") == "text/html; charset=utf-8");
  const auto again = ask("/", "If-None-Match: " + std::string(page.headers.get("ETag")) + "\r\n");
  BOOST_TEST(again.status == 304);
  BOOST_TEST(again.body.empty());
}

BOOST_FIXTURE_TEST_CASE(addresses_of_the_application_get_its_page_and_missing_files_a_problem, Served) {
  BOOST_TEST(ask("/items/A001-KH.02.2024-D30-C03-001-0007").body.find("id=\"app\"") != std::string::npos);
  BOOST_TEST(ask("/items/7").body.find("id=\"app\"") != std::string::npos);
  BOOST_TEST(ask("/assets/none.js").status == 404);
  BOOST_TEST(ask("/.git/config").status == 404);
  BOOST_TEST(ask("/api/v1/none").headers.get("Content-Type") == "application/problem+json");
  const auto posted = RawClient(live->server.port()).ask("POST / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  BOOST_TEST(posted.status == 405);
  BOOST_TEST(posted.headers.get("Allow") == "GET, HEAD");
}

BOOST_FIXTURE_TEST_CASE(without_an_application_a_page_says_so, Served) {
  std::filesystem::remove_all(web);
  const auto page = ask("/", "Accept-Language: zh\r\n");
  BOOST_TEST(page.status == 200);
  BOOST_TEST(page.body.find("网页应用") != std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(a_packed_sibling_goes_out_where_it_is_taken, Served) {
  const auto packed = ask("/assets/app-1a2b.js", "Accept-Encoding: gzip, br\r\n");
  BOOST_TEST(packed.body == "packed by brotli");
  BOOST_TEST(packed.headers.get("Content-Encoding") == "br");
  BOOST_TEST(packed.headers.get("Vary") == "Accept-Encoding");
  const auto plain = ask("/assets/app-1a2b.js", "Accept-Encoding: br;q=0\r\n");
  BOOST_TEST(plain.body.starts_with("long();"));
  BOOST_TEST(plain.headers.get("ETag") != packed.headers.get("ETag"));
  const auto zipped = ask("/assets/app-1a2b.js", "Accept-Encoding: gzip\r\n");
  BOOST_TEST(zipped.headers.get("Content-Encoding") == "gzip");
  BOOST_TEST(gunzipped(zipped.body) == plain.body);
}

BOOST_FIXTURE_TEST_CASE(text_is_compressed_unless_it_holds_a_secret, Served) {
  const auto came = ask("/api/text", "Accept-Encoding: gzip\r\n");
  BOOST_TEST(came.headers.get("Content-Encoding") == "gzip");
  BOOST_TEST(came.body.size() < kLongText.size() / 2);
  BOOST_TEST(gunzipped(came.body) == kLongText);
  BOOST_TEST(ask("/api/text").body == kLongText);
  BOOST_TEST(ask("/api/secret", "Accept-Encoding: gzip\r\n").body == kLongText);
  BOOST_TEST(ask("/api/text", "If-None-Match: W/\"6\", \"7\"\r\n").status == 304);
}

BOOST_FIXTURE_TEST_CASE(a_part_of_a_file_is_what_was_asked_for, Served) {
  const auto part = [&](const std::string& range, const std::string& more = "") {
    return ask("/letters.bin", "Range: " + range + "\r\n" + more);
  };
  BOOST_TEST(part("bytes=2-4").body == "234");
  BOOST_TEST(part("bytes=2-4").status == 206);
  BOOST_TEST(part("bytes=2-4").headers.get("Content-Range") == "bytes 2-4/10");
  BOOST_TEST(part("bytes=7-").body == "789");
  BOOST_TEST(part("bytes=-3").body == "789");
  BOOST_TEST(part("bytes=-30").body == "0123456789");
  BOOST_TEST(part("bytes=8-99").body == "89");
  const auto impossible = part("bytes=10-");
  BOOST_TEST(impossible.status == 416);
  BOOST_TEST(impossible.headers.get("Content-Range") == "bytes */10");
  for (const auto* whole :
       {"bytes=4-2", "bytes=a-b", "bytes=1-2,4-5", "lines=1-2", "bytes=", "bytes=-", "bytes=1-x", "bytes=--1"})
    BOOST_TEST(part(whole).status == 200);
  const std::string tag(ask("/letters.bin").headers.get("ETag"));
  BOOST_TEST(part("bytes=2-4", "If-Range: " + tag + "\r\n").status == 206);
  BOOST_TEST(part("bytes=2-4", "If-Range: \"old\"\r\n").body == "0123456789");
  BOOST_TEST(part("bytes=2-4", "If-None-Match: " + tag + "\r\n").status == 304);
}

BOOST_FIXTURE_TEST_CASE(a_download_is_saved_under_its_name_in_any_script, Served) {
  const auto came = ask("/api/file");
  BOOST_TEST(came.headers.get("Content-Disposition") ==
             "attachment; filename=\"__ _1___.png\"; filename*=UTF-8''%E5%90%88%E5%90%8C%20%221%22%0D%0A.png");
  BOOST_TEST(came.headers.get("ETag") == "\"abc\"");
  BOOST_TEST(came.body == "0123456789");
}

BOOST_FIXTURE_TEST_CASE(every_answer_carries_the_headers_that_bind_browsers, Served) {
  for (const auto* path : {"/", "/api/text", "/api/none", "/healthz", "/%zz"}) {
    const auto came = ask(path);
    const std::string policy(came.headers.get("Content-Security-Policy"));
    BOOST_TEST(policy.find("default-src") == 0U);
    BOOST_TEST(policy.find("frame-ancestors 'none'") != std::string::npos);
    BOOST_TEST(policy.find("unsafe") == std::string::npos);
    BOOST_TEST(came.headers.get("X-Content-Type-Options") == "nosniff");
    for (const auto* name : {"Referrer-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy",
                             "Permissions-Policy", "Date"})
      BOOST_TEST(came.headers.has(name));
    BOOST_TEST(!came.headers.has("Strict-Transport-Security"));
    BOOST_TEST(!came.headers.has("Server"));
  }
  BOOST_TEST(ask("/api/text").headers.get("Cache-Control") == "no-store");
}

BOOST_FIXTURE_TEST_CASE(the_server_tells_how_it_is, Served) {
  BOOST_TEST(ask("/healthz").body == "ok\n");
  BOOST_TEST(ask("/readyz").status == 200);
  ready = false;
  BOOST_TEST(ask("/readyz").status == 503);
  const auto text = ask("/metrics").body;
  for (const auto* name : {"twofold_http_request_duration_seconds_bucket{le=\"+Inf\"}", "process_resident_memory_bytes",
                           "twofold_jobs{state=\"waiting\"} 2\n", "twofold_jobs{state=\"running\"} 1\n",
                           "process_cpu_seconds_total"})
    BOOST_TEST(text.find(name) != std::string::npos);
}

BOOST_AUTO_TEST_CASE(only_a_trusted_proxy_is_believed_for_whom_it_speaks) {
  const Handler tell = [](Request& request) {
    return text_response(200, "text/plain", request.peer + ' ' + request.origin());
  };
  const std::string forwarded = "X-Forwarded-For: 9.9.9.9, 10.0.0.7\r\nX-Forwarded-Proto: https\r\n";
  LiveServer open(tell);
  BOOST_TEST(RawClient(open.server.port()).ask(get("/", forwarded)).body == "127.0.0.1 http://localhost");
  Settings settings;
  settings.trusted_proxies = {"127.0.0.1"};
  LiveServer behind(tell, settings);
  const auto came = RawClient(behind.server.port()).ask(get("/", forwarded));
  BOOST_TEST(came.body == "10.0.0.7 https://localhost");
  BOOST_TEST(came.headers.has("Strict-Transport-Security"));
  BOOST_TEST(RawClient(behind.server.port()).ask(get("/", "X-Forwarded-For: nonsense\r\n")).body ==
             "127.0.0.1 http://localhost");
}

BOOST_AUTO_TEST_SUITE_END()
