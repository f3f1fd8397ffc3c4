// Thousands of broken requests against a live server, two clients at a time:
//   http-fuzz [--count N] [--seed S]
// After each batch a sound request must be answered as ever. Every answer must be one that can be read: a known status,
// a length that is kept, never a defect (5xx but 501, 503, 505). What reaches the handler must be what the head
// promises: paths that lead nowhere else, bodies of their length. Ends with 1 and names the seed of the first fault.

#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "tests/app/server/fuzz/mutations.h"
#include "tests/app/server/http/live_server.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <set>
#include <thread>

using namespace twofold;
using namespace twofold::app::http;

namespace {

constexpr int kBatch = 200;

struct Finding : std::runtime_error {
  using std::runtime_error::runtime_error;
};

void check(bool holds, const std::string& what) {
  if (!holds) throw Finding(what);
}

struct Watched {
  std::filesystem::path file;
  std::atomic<int> calls = 0;
  std::atomic<bool> odd = false;

  Response operator()(Request& request) {
    ++calls;
    for (const auto& segment : request.segments)
      if (segment.empty() || segment == "." || segment == ".." ||
          segment.find_first_of(std::string("/\\\0", 3)) != std::string::npos || !is_utf8(segment))
        odd = true;
    if (request.headers.has("Transfer-Encoding")) odd = true;
    const auto length = request.body.length();
    std::uint64_t got = 0;
    char piece[4096];
    while (const auto count = request.body.read(piece)) got += count;
    if (got != length) odd = true;
    const auto path = request.path();
    if (path == "/file") return {.headers = {}, .body = FileContent{file, "text/plain", {}}};
    if (path == "/made")
      return {.headers = {{"Content-Type", "text/csv"}},
              .body = MadeContent{[](const Write& write) { write("row\r\n"); }}};
    return text_response(200, "text/plain", path + ' ' + std::to_string(got));
  }
};

// Every answer of the connection, head by head.
int count_answers(std::string_view bytes, bool may_be_head) {
  static const std::set<int> kKnown{100, 200, 206, 304, 400, 404, 408, 411, 413, 414, 416, 417, 431, 501, 503, 505};
  int answers = 0;
  while (!bytes.empty()) {
    check(bytes.starts_with("HTTP/1.1 "), "an answer that begins with " + std::string(bytes.substr(0, 40)));
    const int status = std::atoi(std::string(bytes.substr(9, 3)).c_str());
    check(kKnown.contains(status), "status " + std::to_string(status));
    const auto end = bytes.find("\r\n\r\n");
    check(end != std::string_view::npos, "a head without end");
    const auto head = bytes.substr(0, end + 2);
    bytes.remove_prefix(end + 4);
    if (status == 100) continue;
    ++answers;
    const auto length_at = head.find("\r\nContent-Length: ");
    if (length_at == std::string_view::npos) {
      const auto last = bytes.find("HTTP/1.1 ");  // in chunks, to the end, or 304
      bytes.remove_prefix(std::min(last, bytes.size()));
      continue;
    }
    const auto length = std::strtoull(std::string(head.substr(length_at + 18, 20)).c_str(), nullptr, 10);
    const bool without_body = may_be_head && (bytes.empty() || bytes.starts_with("HTTP/1.1 "));
    if (without_body) continue;
    check(bytes.size() >= length, "an answer shorter than it says");
    bytes.remove_prefix(static_cast<std::size_t>(length));
  }
  return answers;
}

void try_one(std::uint16_t port, std::uint64_t seed) {
  Random random(seed);
  const std::string bytes = made_bytes(random);
  RawClient client(port);
  const auto middle = static_cast<std::size_t>(random() % (bytes.size() + 1));
  client.send(std::string_view(bytes).substr(0, middle));
  if (random() % 8 == 0) std::this_thread::yield();
  client.send(std::string_view(bytes).substr(middle));
  client.end_sending();
  count_answers(client.receive_to_end(), bytes.find("HEAD") != std::string::npos);
}

void canary(std::uint16_t port) {
  RawClient client(port);
  const auto came = client.ask("POST /canary HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc");
  check(came.status == 200 && came.body == "/canary 3",
        "the canary got " + std::to_string(came.status) + ' ' + came.body);
}

// What one client does: its share of the seeds.
void run(std::uint16_t port, std::uint64_t first, int count, std::atomic<bool>& failed) {
  for (int i = 0; i < count && !failed; ++i) {
    try {
      try_one(port, first + static_cast<std::uint64_t>(i));
      if (i % kBatch == kBatch - 1) canary(port);
    } catch (const std::exception& error) {
      failed = true;
      std::cerr << "http-fuzz: seed " << first + static_cast<std::uint64_t>(i) << ": " << error.what() << '\n';
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  int count = 20'000;
  std::uint64_t seed = 1;
  for (int i = 1; i + 1 < argc; i += 2) {
    if (std::string_view(argv[i]) == "--count") count = std::atoi(argv[i + 1]);
    if (std::string_view(argv[i]) == "--seed") seed = std::strtoull(argv[i + 1], nullptr, 10);
  }
  const ScratchFolder folder(std::filesystem::temp_directory_path());
  write_durably(folder.path() / "文件.txt", "0123456789");
  Watched watched{folder.path() / "文件.txt"};
  LiveServer live([&](Request& request) { return watched(request); });
  std::atomic<bool> failed = false;
  const auto began = std::chrono::steady_clock::now();
  std::thread other([&] { run(live.server.port(), seed + static_cast<std::uint64_t>(count / 2), count / 2, failed); });
  run(live.server.port(), seed, count / 2, failed);
  other.join();
  std::cout << count << " broken connections in " << seconds_since(began) << " s; " << watched.calls
            << " requests reached the handler\n";
  if (watched.odd) std::cerr << "http-fuzz: a request reached the handler that must not\n";
  return failed || watched.odd || watched.calls == 0 ? 1 : 0;
}
