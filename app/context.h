#pragma once
// What a command works with: its arguments, the user's language, the archive, and where answers go.

#include "archive/archive.h"
#include "archive/authority.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/progress.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace Poco::JSON {
class Object;
}

namespace twofold::app {

struct Arguments {
  std::string command;                       // "loan out"
  std::vector<std::string> operands;
  std::map<std::string, std::string, std::less<>> options;  // a switch that was given has the value "1"; one
  // that takes a value as well, "" without it

  bool has(std::string_view option) const { return options.contains(option); }
  std::string get(std::string_view option, std::string_view otherwise = "") const;
  // Throw Error{Usage, "cli.not_a_number" | "date.malformed"} where the value is not one.
  std::optional<int> number(std::string_view option) const;
  std::optional<Date> date(std::string_view option) const;
  std::size_t limit(std::size_t otherwise) const;
};

// What the process was started with, read once by run().
struct Surroundings {
  std::filesystem::path executable_folder;  // twofold-reader stands beside us
  std::string archive;                      // TWOFOLD_ARCHIVE
  std::string actor;                        // TWOFOLD_ACTOR; may be empty
  std::string system_user;                  // the login name
  std::string token;                        // TWOFOLD_TOKEN: a session of `twofold login`
  Language language = Language::English;    // from LC_ALL, LC_MESSAGES, LANG
  std::optional<Date> today;                // TWOFOLD_TODAY: for archives that are made for rehearsal
};

class Context {
 public:
  Context(Arguments arguments, Surroundings surroundings);
  ~Context();

  const Arguments& arguments() const { return arguments_; }
  Language language() const { return language_; }
  bool json() const { return arguments_.has("json"); }
  std::string actor() const;
  const Clock& clock() const { return *clock_; }
  // Finds out who acts and whether they may do it on any record at all; before anything else. Throws Error{Refused, "access.…"}.
  void admit(std::optional<catalog::Action> action);
  archive::Authority& authority() { return authority_; }

  // Opened once, on first use; --archive, else TWOFOLD_ARCHIVE, else the folder one stands in.
  archive::Archive& reading();
  archive::Archive& writing();
  ProgressSink& progress();
  std::filesystem::path worker() const;  // the twofold-reader binary

  // Text for people on standard output; nothing with --json.
  void say(const Message& message) const;
  void say(const std::string& line) const;
  // Rows under a heading, columns aligned by the width that terminals give East Asian characters.
  void table(const std::vector<std::string>& heading, const std::vector<std::vector<std::string>>& rows) const;
  // One JSON object on a line; nothing without --json.
  void answer(const Poco::JSON::Object& object) const;
  std::string words(const std::string& key) const;  // a message without arguments, in the user's language

 private:
  archive::Archive& open(archive::OpenOptions::Access access);
  std::string folder() const;

  Arguments arguments_;
  Surroundings surroundings_;
  Language language_;
  std::unique_ptr<Clock> clock_;
  archive::Authority authority_;
  std::unique_ptr<archive::Archive> archive_;
  std::unique_ptr<ProgressSink> progress_;
};

}  // namespace twofold::app
