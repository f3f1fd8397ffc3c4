#pragma once
// What a command works with: its arguments, the user's language, and the face through which it is called.

#include "app/face.h"
#include "base/error.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace twofold::app {

struct Arguments {
  std::string command;  // "loan out"
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

class Context {
 public:
  Context(Arguments arguments, Language language, Face& face);

  const Arguments& arguments() const { return arguments_; }
  Language language() const { return language_; }
  bool json() const { return face_.json(); }
  std::string actor() const;
  const Clock& clock() const { return face_.clock(); }
  // Finds out who acts and whether they may do it on any record at all; before anything else. Throws Error{Refused,
  // "access.…"}.
  void admit(std::optional<catalog::Action> action);
  archive::Authority& authority() { return face_.authority(); }

  archive::Archive& reading() { return face_.reading(); }
  archive::Archive& writing() { return face_.writing(); }
  void let_go() { face_.let_go(); }
  ProgressSink& progress() { return face_.progress(); }
  std::filesystem::path worker() const { return face_.worker(); }
  std::string secret() { return face_.secret(); }

  // Text for people; nothing with --json.
  void say(const Message& message) const;
  void say(const std::string& line) const;
  // Rows under a heading, columns aligned by the width that terminals give East Asian characters.
  void table(const std::vector<std::string>& heading, const std::vector<std::vector<std::string>>& rows) const;
  // What is wrong with one thing among many, and what can be done; beside the answer.
  void warn(const std::string& subject, const Message& message) const;
  void warn(const Message& message) const;
  // As it is, whatever the face.
  void print(std::string_view text) const { face_.print(text); }
  // One JSON object; nothing without --json.
  void answer(const Poco::JSON::Object& object) const;
  void tell(const Poco::JSON::Object& part) const;  // what became of one of many things, as it comes
  std::string words(const std::string& key) const;  // a message without arguments, in the user's language

 private:
  Arguments arguments_;
  Language language_;
  Face& face_;
};

}  // namespace twofold::app
