#pragma once
// The target of a request line, decoded so strictly that a path means one thing only.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace twofold::app::http {

struct Target {
  std::vector<std::string> segments;
  std::vector<std::pair<std::string, std::string>> query;
};

// Percent-decoding; nothing where a '%' is not followed by two hexadecimal digits.
std::optional<std::string> percent_decode(std::string_view text, bool plus_is_space);
// Leaves letters, digits and "-._~"; for file names in headers and for addresses.
std::string percent_encode(std::string_view text);

// The origin form "/path?query" alone. Nothing where it is malformed, where a segment is empty in the middle, ".",
// "..", not UTF-8, or holds a slash, a backslash or a control character once decoded.
std::optional<Target> parse_target(std::string_view text);

}  // namespace twofold::app::http
