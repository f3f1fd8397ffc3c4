#include "app/context.h"

#include "app/cli/terminal.h"

#include <charconv>

namespace twofold::app {

std::string Arguments::get(std::string_view option, std::string_view otherwise) const {
  const auto found = options.find(option);
  return found == options.end() ? std::string(otherwise) : found->second;
}

std::optional<int> Arguments::number(std::string_view option) const {
  if (!has(option)) return std::nullopt;
  const std::string text = get(option);
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size())
    throw Error(ErrorKind::Usage, msg("cli.not_a_number", option, text));
  return value;
}

std::optional<Date> Arguments::date(std::string_view option) const {
  if (!has(option)) return std::nullopt;
  return Date::parse(get(option));
}

std::size_t Arguments::limit(std::size_t otherwise) const {
  const auto given = number("limit");
  if (!given) return otherwise;
  if (*given < 1) throw Error(ErrorKind::Usage, msg("cli.not_a_number", "limit", get("limit")));
  return static_cast<std::size_t>(*given);
}

Context::Context(Arguments arguments, Language language, Face& face)
    : arguments_(std::move(arguments)), language_(language), face_(face) {}

std::string Context::actor() const { return face_.authority().actor().name; }

void Context::admit(std::optional<catalog::Action> action) {
  face_.identify();
  if (action) face_.authority().require(*action);
}

void Context::say(const Message& message) const { say(render(message, language_)); }

void Context::say(const std::string& line) const {
  if (!json()) face_.print(line + '\n');
}

void Context::table(const std::vector<std::string>& heading, const std::vector<std::vector<std::string>>& rows) const {
  if (!json()) face_.print(aligned_table(heading, rows));
}

void Context::warn(const std::string& subject, const Message& message) const {
  std::string text = subject + ": " + render(message, language_) + '\n';
  if (const std::string remedy = render_remedy(message, language_); !remedy.empty()) text += "  → " + remedy + '\n';
  face_.warn(text);
}

void Context::warn(const Message& message) const { face_.warn(render(message, language_) + '\n'); }

void Context::answer(const Poco::JSON::Object& object) const {
  if (json()) face_.answer(object);
}

void Context::tell(const Poco::JSON::Object& part) const {
  if (json()) face_.tell(part);
}

std::string Context::words(const std::string& key) const { return render(Message{key, {}}, language_); }

}  // namespace twofold::app
