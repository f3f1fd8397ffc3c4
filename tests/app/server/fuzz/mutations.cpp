#include "tests/app/server/fuzz/mutations.h"

#include <array>
#include <string_view>

namespace twofold::app::http {
namespace {

using namespace std::string_view_literals;

constexpr std::array kSeeds{
    "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"sv,
    "GET /items/%E7%8E%8B?q=a+b&n=1 HTTP/1.1\r\nHost: localhost:80\r\nAccept-Encoding: gzip\r\n"
    "Accept-Language: zh\r\n\r\n"sv,
    "HEAD /file HTTP/1.1\r\nHost: localhost\r\nRange: bytes=2-4\r\nIf-None-Match: \"x\"\r\n\r\n"sv,
    "GET /file HTTP/1.1\r\nHost: localhost\r\nRange: bytes=-5\r\n\r\n"sv,
    "POST /body HTTP/1.1\r\nHost: localhost\r\nContent-Length: 11\r\n\r\nhello world"sv,
    "PUT /body HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\nabcde"sv,
    "POST /body HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"sv,
    "DELETE /a/b/../c HTTP/1.1\r\nHost: [::1]:8080\r\nConnection: close\r\n\r\n"sv,
    "GET /made HTTP/1.0\r\n\r\n"sv,
    "GET /made HTTP/1.1\r\nHost: localhost\r\nCookie: a=b; c=d\r\nX-Forwarded-For: 1.2.3.4\r\n\r\n"sv,
};

constexpr std::array kPieces{"\r\n"sv,
                             "\n"sv,
                             "\r"sv,
                             "\r\n\r\n"sv,
                             "\0"sv,
                             " "sv,
                             "\t"sv,
                             ":"sv,
                             ","sv,
                             "%00"sv,
                             "%2e%2e"sv,
                             "%2f"sv,
                             "../"sv,
                             "//"sv,
                             "%"sv,
                             "\xff"sv,
                             "Content-Length: 3\r\n"sv,
                             "Content-Length: -1\r\n"sv,
                             "Content-Length: 18446744073709551616\r\n"sv,
                             "Content-Length: 2000000\r\n"sv,
                             "Transfer-Encoding: chunked\r\n"sv,
                             "Transfer-Encoding : identity\r\n"sv,
                             "Host: other\r\n"sv,
                             " folded\r\n"sv,
                             "HTTP/1.1"sv,
                             "HTTP/9.9"sv,
                             "Range: bytes=0-18446744073709551615\r\n"sv,
                             "Expect: 100-continue\r\n"sv,
                             "Connection: close, keep-alive\r\n"sv,
                             "Upgrade: h2c\r\n"sv,
                             "GET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n"sv,
                             "http://localhost"sv,
                             "?"sv,
                             "#"sv,
                             "&&=&"sv,
                             "[::"sv,
                             "\x7f"sv,
                             "\x16\x03\x01"sv};

std::size_t below(Random& random, std::size_t end) { return end == 0 ? 0 : static_cast<std::size_t>(random() % end); }

void damage(std::string& bytes, Random& random) {
  const auto at = below(random, bytes.size() + 1), length = below(random, 20);
  switch (below(random, 7)) {
    case 0:
      if (at < bytes.size()) bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(random, 8)));
      break;
    case 1: bytes.erase(at, length); break;
    case 2: bytes.insert(at, bytes.substr(at, length)); break;
    case 3: bytes.resize(at); break;
    case 4:
      if (at < bytes.size()) bytes[at] = static_cast<char>(random());
      break;
    case 5:
      bytes.insert(at,
                   std::string(below(random, 20) == 0 ? 20'000 : length, static_cast<char>('a' + below(random, 26))));
      break;
    default: bytes.insert(at, kPieces[below(random, kPieces.size())]);
  }
}

}  // namespace

std::string made_bytes(Random& random) {
  std::string bytes;
  for (auto left = 1 + below(random, 3); left > 0; --left) bytes += kSeeds[below(random, kSeeds.size())];
  for (auto left = below(random, 6); left > 0; --left) damage(bytes, random);
  return bytes;
}

}  // namespace twofold::app::http
