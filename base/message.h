#pragma once
// Text that a user reads, kept apart from its wording: a key into the message catalogues and its arguments.
// The wording, in English and 中文, stands in base/messages/*.inc and nowhere else.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace twofold {

enum class Language { English, Chinese };

struct Message {
  std::string key;
  std::vector<std::string> args;
};

namespace detail {
inline std::string message_arg(std::string value) { return value; }
inline std::string message_arg(std::string_view value) { return std::string(value); }
inline std::string message_arg(const char* value) { return value; }
template <class Number>
  requires std::is_arithmetic_v<Number>
std::string message_arg(Number value) {
  return std::to_string(value);
}
template <class Value>
  requires requires(const Value& value) { { value.text() } -> std::convertible_to<std::string>; }
std::string message_arg(const Value& value) {
  return value.text();
}
}  // namespace detail

// The one way to name a message: msg("number.malformed", text). A test checks that every key so named exists.
template <class... Args>
Message msg(std::string key, Args&&... args) {
  return Message{std::move(key), {detail::message_arg(std::forward<Args>(args))...}};
}

// The wording with {0}, {1} … filled in; {0:page|pages} is the first word where {0} is 1, else the second. An unknown key
// gives the key itself followed by the arguments.
std::string render(const Message& message, Language language);

// What the user can do about it; empty where the catalogue names no remedy.
std::string render_remedy(const Message& message, Language language);

struct CatalogueEntry {
  std::string_view key, english, chinese, english_remedy, chinese_remedy;
};

// All entries, in no particular order; for the tests that compare the two languages.
const std::vector<CatalogueEntry>& message_catalogue();

}  // namespace twofold
