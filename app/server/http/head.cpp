#include "app/server/http/head.h"

#include "base/text.h"

#include <algorithm>
#include <charconv>

namespace twofold::app::http {
namespace {

bool is_letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool is_token(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return is_letter_or_digit(c) || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
  });
}

std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

bool is_host(std::string_view host) {
  if (host.empty() || host.size() > 255) return false;
  std::string_view name = host, port;
  if (host.front() == '[') {
    const auto end = host.find(']');
    if (end == std::string_view::npos) return false;
    name = host.substr(1, end - 1);
    port = host.substr(end + 1);
    if (name.find_first_not_of("0123456789abcdefABCDEF:.") != std::string_view::npos) return false;
  } else {
    const auto colon = std::min(host.find(':'), host.size());
    name = host.substr(0, colon);
    port = host.substr(colon);
    if (!std::ranges::all_of(name, [](char c) { return is_letter_or_digit(c) || c == '-' || c == '.' || c == '_'; }))
      return false;
  }
  if (port.empty()) return !name.empty();
  const bool digits = port.find_first_not_of("0123456789", 1) == std::string_view::npos;
  return !name.empty() && port.front() == ':' && port.size() >= 2 && port.size() <= 6 && digits;
}

struct Refusal {
  Fault fault;
};

[[noreturn]] void refuse(int status, Message message) { throw Refusal{{status, std::move(message)}}; }

void read_method(std::string_view word, Head& head) {
  static constexpr std::pair<std::string_view, Method> kMethods[] = {
      {"GET", Method::Get},     {"HEAD", Method::Get},      {"POST", Method::Post},      {"PUT", Method::Put},
      {"PATCH", Method::Patch}, {"DELETE", Method::Delete}, {"OPTIONS", Method::Options}};
  if (!is_token(word)) refuse(400, msg("http.bad_request_line"));
  const auto found = std::ranges::find(kMethods, word, [](const auto& row) { return row.first; });
  if (found == std::end(kMethods)) refuse(501, msg("http.unknown_method", word.substr(0, 20)));
  head.method = found->second;
  head.head_only = word == "HEAD";
}

void read_version(std::string_view word, Head& head) {
  const bool shaped = word.size() == 8 && word.starts_with("HTTP/") &&
                      std::isdigit(static_cast<unsigned char>(word[5])) && word[6] == '.' &&
                      std::isdigit(static_cast<unsigned char>(word[7]));
  if (!shaped) refuse(400, msg("http.bad_request_line"));
  if (word != "HTTP/1.1" && word != "HTTP/1.0") refuse(505, msg("http.unknown_version"));
  head.http_1_0 = word == "HTTP/1.0";
  head.keep_alive = !head.http_1_0;
}

void read_request_line(std::string_view line, Head& head) {
  const auto first = line.find(' '), last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) refuse(400, msg("http.bad_request_line"));
  const auto target = line.substr(first + 1, last - first - 1);
  read_method(line.substr(0, first), head);
  read_version(line.substr(last + 1), head);
  if (target.size() > kLongestTarget) refuse(414, msg("http.uri_too_long", kLongestTarget));
  if (!target.starts_with('/') || target.find(' ') != std::string_view::npos) refuse(400, msg("http.bad_target"));
  auto parsed = parse_target(target);
  if (!parsed) refuse(400, msg("http.bad_path"));
  head.target = std::move(*parsed);
  head.path = target.substr(0, target.find('?'));
}

void read_header(std::string_view line, Head& head) {
  if (line.front() == ' ' || line.front() == '\t') refuse(400, msg("http.folded_header"));
  const auto colon = line.find(':');
  if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) refuse(400, msg("http.bad_header"));
  if (head.headers.size() >= kMostHeaders) refuse(431, msg("http.head_too_large", kLargestHead));
  head.headers.add(std::string(line.substr(0, colon)), std::string(without_blanks(line.substr(colon + 1))));
}

void read_host(Head& head, bool required) {
  const auto count = head.headers.count("Host");
  if (count == 0 && !required) return;
  head.host = head.headers.get("Host");
  if (count != 1 || !is_host(head.host)) refuse(400, msg("http.bad_host"));
}

void read_length(Head& head, std::uint64_t largest_body) {
  const auto lengths = head.headers.count("Content-Length");
  if (head.headers.has("Transfer-Encoding"))
    lengths > 0 ? refuse(400, msg("http.ambiguous_length")) : refuse(411, msg("http.transfer_encoding"));
  if (lengths == 0) return;
  const auto text = head.headers.get("Content-Length");
  const bool digits =
      !text.empty() && text.size() <= 18 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  if (lengths > 1 || !digits) refuse(400, msg("http.bad_length"));
  std::from_chars(text.data(), text.data() + text.size(), head.length);
  if (head.length > largest_body) refuse(413, msg("http.body_too_large", head.length, largest_body));
}

void read_expectations(Head& head) {
  for (const auto& word : split(head.headers.get("Connection"), ','))
    if (same_word(trim(word), "close")) head.keep_alive = false;
  if (!head.headers.has("Expect")) return;
  if (!same_word(head.headers.get("Expect"), "100-continue")) refuse(417, msg("http.bad_expectation"));
  head.expects_continue = true;
}

Fault too_large(std::string_view bytes) {
  const bool first_line = bytes.find('\n') == std::string_view::npos;
  return first_line ? Fault{414, msg("http.uri_too_long", kLongestTarget)}
                    : Fault{431, msg("http.head_too_large", kLargestHead)};
}

}  // namespace

std::variant<std::monostate, std::size_t, Fault> find_head_end(std::string_view bytes, std::size_t from) {
  for (std::size_t i = from; i < bytes.size(); ++i) {
    const char c = bytes[i];
    if (i >= kLargestHead) return too_large(bytes.substr(0, i));
    if (c == '\n') {
      if (i == 0 || bytes[i - 1] != '\r') return Fault{400, msg("http.bare_line_feed")};
      if (i == 1) return Fault{400, msg("http.bad_request_line")};
      if (i >= 3 && bytes[i - 2] == '\n') return i + 1;
    } else if (i > 0 && bytes[i - 1] == '\r') {
      return Fault{400, msg("http.bad_character")};
    } else if ((static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\r') || c == 0x7f) {
      return Fault{400, msg("http.bad_character")};
    }
  }
  return std::monostate();
}

std::variant<Head, Fault> parse_head(std::string_view text, std::uint64_t largest_body) {
  Head head;
  try {
    auto end = text.find("\r\n");
    read_request_line(text.substr(0, end), head);
    for (text.remove_prefix(end + 2); (end = text.find("\r\n")) != 0; text.remove_prefix(end + 2))
      read_header(text.substr(0, end), head);
    read_host(head, !head.http_1_0);
    read_length(head, largest_body);
    read_expectations(head);
  } catch (Refusal& refusal) {
    return std::move(refusal.fault);
  }
  return head;
}

}  // namespace twofold::app::http
