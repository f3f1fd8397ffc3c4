#include "app/context.h"

#include "app/cli/progress_bar.h"
#include "app/cli/terminal.h"

#include <Poco/JSON/Object.h>
#include <charconv>
#include <iostream>
#include <sstream>

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

namespace {

Language language_of(const Arguments& arguments, const Surroundings& surroundings) {
  const std::string wanted = arguments.get("lang");
  if (wanted.empty()) return surroundings.language;
  if (wanted == "zh" || wanted == "中文") return Language::Chinese;
  if (wanted == "en") return Language::English;
  throw Error(ErrorKind::Usage, msg("cli.unknown_language", wanted));
}

}  // namespace

Context::Context(Arguments arguments, Surroundings surroundings)
    : arguments_(std::move(arguments)),
      surroundings_(std::move(surroundings)),
      language_(language_of(arguments_, surroundings_)),
      clock_(surroundings_.today ? std::unique_ptr<Clock>(std::make_unique<FixedClock>(*surroundings_.today))
                                 : std::make_unique<SystemClock>()),
      authority_(folder(), *clock_, {arguments_.get("actor", surroundings_.actor), surroundings_.system_user, surroundings_.token,
                 "local:" + surroundings_.system_user, arguments_.command}) {}

Context::~Context() = default;

std::string Context::actor() const { return authority_.actor().name; }

void Context::admit(std::optional<catalog::Action> action) {
  authority_.identify();
  if (action) authority_.require(*action);
}

std::string Context::folder() const {
  return arguments_.get("archive", surroundings_.archive.empty() ? "." : surroundings_.archive);
}

archive::Archive& Context::open(archive::OpenOptions::Access access) {
  if (archive_) return *archive_;
  archive_ = std::make_unique<archive::Archive>(
      folder(), archive::OpenOptions{access, actor(), clock_.get(), worker()});
  if (surroundings_.today && !archive_->config().rehearsal) throw Error(ErrorKind::Refused, msg("cli.no_rehearsal", folder()));
  archive_->database().set_origin(authority_.origin());
  for (const auto& finding : archive_->findings()) std::cerr << "twofold: " << render(finding, language_) << '\n';
  return *archive_;
}

archive::Archive& Context::reading() { return open(archive::OpenOptions::Access::Read); }
archive::Archive& Context::writing() { return open(archive::OpenOptions::Access::Write); }

std::filesystem::path Context::worker() const { return surroundings_.executable_folder / "twofold-reader"; }

ProgressSink& Context::progress() {
  if (!progress_) progress_ = std::make_unique<ProgressBar>(language_, !json());
  return *progress_;
}

void Context::say(const Message& message) const { say(render(message, language_)); }

void Context::say(const std::string& line) const {
  if (!json()) std::cout << line << '\n';
}

std::string Context::words(const std::string& key) const { return render(Message{key, {}}, language_); }

void Context::table(const std::vector<std::string>& heading, const std::vector<std::vector<std::string>>& rows) const {
  if (!json()) std::cout << aligned_table(heading, rows);
}

void Context::answer(const Poco::JSON::Object& object) const {
  if (!json()) return;
  std::ostringstream out;
  object.stringify(out);
  std::cout << out.str() << '\n' << std::flush;
}

}  // namespace twofold::app
