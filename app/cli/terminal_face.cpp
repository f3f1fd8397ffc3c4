#include "app/cli/terminal_face.h"

#include "app/cli/progress_bar.h"

#include <Poco/JSON/Object.h>
#include <chrono>
#include <iostream>
#include <termios.h>
#include <thread>
#include <unistd.h>

namespace twofold::app {
namespace {

constexpr std::chrono::seconds kPatience{60};
constexpr std::chrono::milliseconds kBetweenTries{100};

std::unique_ptr<Clock> clock_of(const Surroundings& surroundings) {
  if (surroundings.today) return std::make_unique<FixedClock>(*surroundings.today);
  return std::make_unique<SystemClock>();
}

archive::Credentials credentials_of(const Arguments& arguments, const Surroundings& surroundings) {
  return {arguments.get("actor", surroundings.actor), surroundings.system_user, surroundings.token,
          "local:" + surroundings.system_user, arguments.command};
}

}  // namespace

Language language_of(const Arguments& arguments, const Surroundings& surroundings) {
  const std::string wanted = arguments.get("lang");
  if (wanted.empty()) return surroundings.language;
  if (wanted == "zh" || wanted == "中文") return Language::Chinese;
  if (wanted == "en") return Language::English;
  throw Error(ErrorKind::Usage, msg("cli.unknown_language", wanted));
}

std::string archive_folder(const Arguments& arguments, const Surroundings& surroundings) {
  return arguments.get("archive", surroundings.archive.empty() ? "." : surroundings.archive);
}

TerminalFace::TerminalFace(const Arguments& arguments, Surroundings surroundings)
    : surroundings_(std::move(surroundings)),
      json_(arguments.has("json")),
      language_(language_of(arguments, surroundings_)),
      folder_(archive_folder(arguments, surroundings_)),
      clock_(clock_of(surroundings_)),
      authority_(folder_, *clock_, credentials_of(arguments, surroundings_)) {}

TerminalFace::~TerminalFace() = default;

void TerminalFace::print(std::string_view text) { std::cout << text << std::flush; }

void TerminalFace::warn(std::string_view text) { std::cerr << text; }

void TerminalFace::answer(const Poco::JSON::Object& object) {
  object.stringify(std::cout);
  std::cout << '\n' << std::flush;
}

// A terminal does not show what is typed.
std::string TerminalFace::secret() {
  termios before{};
  const bool terminal = ::tcgetattr(STDIN_FILENO, &before) == 0;
  if (terminal) {
    termios quiet = before;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
  }
  std::string line;
  std::getline(std::cin, line);
  if (terminal) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

// Whoever had the archive open goes on with his work, and another's may take a while.
void TerminalFace::let_go() {
  archive_.reset();
  patience_ = kPatience;
}

std::unique_ptr<archive::Archive> TerminalFace::opened(archive::OpenOptions::Access access) const {
  const auto until = std::chrono::steady_clock::now() + patience_;
  for (;; std::this_thread::sleep_for(kBetweenTries)) try {
      return std::make_unique<archive::Archive>(
          folder_, archive::OpenOptions{access, authority_.actor().name, clock_.get(), worker()});
    } catch (const Error& error) {
      if (error.message().key != "archive.busy" || std::chrono::steady_clock::now() >= until) throw;
    }
}

archive::Archive& TerminalFace::open(archive::OpenOptions::Access access) {
  if (archive_) return *archive_;
  archive_ = opened(access);
  if (surroundings_.today && !archive_->config().rehearsal)
    throw Error(ErrorKind::Refused, msg("cli.no_rehearsal", folder_));
  archive_->database().set_origin(authority_.origin());
  for (const auto& finding : archive_->findings()) warn("twofold: " + render(finding, language_) + '\n');
  return *archive_;
}

ProgressSink& TerminalFace::progress() {
  if (!progress_) progress_ = std::make_unique<ProgressBar>(language_, !json());
  return *progress_;
}

}  // namespace twofold::app
