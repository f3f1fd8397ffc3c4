#include "app/server/http/target.h"

#include "base/text.h"

#include <algorithm>
#include <cctype>

namespace twofold::app::http {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

bool is_segment(std::string_view text) {
  return !text.empty() && text != "." && text != ".." && is_utf8(text) &&
         std::ranges::none_of(text, [](char c) { return is_control(c) || c == '/' || c == '\\'; });
}

bool is_value(std::string_view text) {
  return is_utf8(text) &&
         std::ranges::none_of(text, [](char c) { return is_control(c) && c != '\t' && c != '\n' && c != '\r'; });
}

bool parse_path(std::string_view path, std::vector<std::string>& segments) {
  path.remove_prefix(1);
  if (path.ends_with('/')) path.remove_suffix(1);
  if (path.empty()) return true;
  for (const auto& piece : split(path, '/')) {
    auto segment = percent_decode(piece, false);
    if (!segment || !is_segment(*segment)) return false;
    segments.push_back(std::move(*segment));
  }
  return true;
}

bool parse_query(std::string_view text, std::vector<std::pair<std::string, std::string>>& query) {
  for (const auto& pair : split(text, '&')) {
    if (pair.empty()) continue;
    const auto equals = std::min(pair.find('='), pair.size());
    auto name = percent_decode(std::string_view(pair).substr(0, equals), true);
    auto value =
        percent_decode(equals < pair.size() ? std::string_view(pair).substr(equals + 1) : std::string_view(), true);
    if (!name || !value || !is_value(*name) || !is_value(*value)) return false;
    query.emplace_back(std::move(*name), std::move(*value));
  }
  return true;
}

}  // namespace

std::optional<std::string> percent_decode(std::string_view text, bool plus_is_space) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      const int high = i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
      const int low = i + 2 < text.size() ? hex_digit(text[i + 2]) : -1;
      if (high < 0 || low < 0) return std::nullopt;
      out += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      out += plus_is_space && text[i] == '+' ? ' ' : text[i];
    }
  }
  return out;
}

std::string percent_encode(std::string_view text) {
  static constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) && byte < 0x80) out += c;
    else if (c == '-' || c == '.' || c == '_' || c == '~') out += c;
    else (out += '%') += {kDigits[byte >> 4], kDigits[byte & 15]};
  }
  return out;
}

std::optional<Target> parse_target(std::string_view text) {
  const bool printable = std::ranges::all_of(text, [](char c) { return c > 0x20 && c < 0x7f; });
  if (!printable || !text.starts_with('/') || text.find('#') != std::string_view::npos) return std::nullopt;
  Target target;
  const auto question = std::min(text.find('?'), text.size());
  if (!parse_path(text.substr(0, question), target.segments)) return std::nullopt;
  if (question < text.size() && !parse_query(text.substr(question + 1), target.query)) return std::nullopt;
  return target;
}

}  // namespace twofold::app::http
