#pragma once
// The head of a request, read so that it can mean one thing only: whatever two programs might read differently is
// refused, and with it the connection, so that nothing is taken for a second request that the sender did not mean as
// one (RFC 9112).

#include "app/server/http/message.h"
#include "app/server/http/target.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>

namespace twofold::app::http {

inline constexpr std::size_t kLargestHead = 16 << 10;   // bytes, with the first line
inline constexpr std::size_t kLongestTarget = 8 << 10;  // bytes
inline constexpr std::size_t kMostHeaders = 100;

struct Head {
  Method method = Method::Get;
  bool head_only = false;  // HEAD
  std::string path;        // as sent, without the query: for the log
  Target target;
  Headers headers;
  std::string host;
  std::uint64_t length = 0;  // of the body
  bool keep_alive = true;
  bool expects_continue = false;
  bool http_1_0 = false;
};

// Why a request is refused before anybody looks what it asks for.
struct Fault {
  int status;
  Message message;
};

// Where the head ends (behind its empty line), looking on from `from`; nothing as long as it is not there. Names the
// fault as soon as a byte stands where none may, so that nobody waits for the rest.
std::variant<std::monostate, std::size_t, Fault> find_head_end(std::string_view bytes, std::size_t from);

// `head` ends with its empty line, as found above.
std::variant<Head, Fault> parse_head(std::string_view head, std::uint64_t largest_body);

}  // namespace twofold::app::http
