#pragma once
// The face of the command line: answers on standard output, warnings and progress on standard error, the archive opened
// for the one command.

#include "app/context.h"

#include <chrono>
#include <memory>

namespace twofold::app {

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

// --lang, else what the surroundings say; Error{Usage, "cli.unknown_language"}.
Language language_of(const Arguments& arguments, const Surroundings& surroundings);
// --archive, else TWOFOLD_ARCHIVE, else the folder one stands in.
std::string archive_folder(const Arguments& arguments, const Surroundings& surroundings);

class TerminalFace final : public Face {
 public:
  TerminalFace(const Arguments& arguments, Surroundings surroundings);
  ~TerminalFace() override;

  bool json() const override { return json_; }
  void print(std::string_view text) override;
  void warn(std::string_view text) override;
  void answer(const Poco::JSON::Object& object) override;
  std::string secret() override;
  archive::Archive& reading() override { return open(archive::OpenOptions::Access::Read); }
  archive::Archive& writing() override { return open(archive::OpenOptions::Access::Write); }
  void let_go() override;
  archive::Authority& authority() override { return authority_; }
  void identify() override { authority_.identify(); }
  ProgressSink& progress() override;
  const Clock& clock() const override { return *clock_; }
  std::filesystem::path worker() const override { return surroundings_.executable_folder / "twofold-reader"; }

 private:
  archive::Archive& open(archive::OpenOptions::Access access);
  std::unique_ptr<archive::Archive> opened(archive::OpenOptions::Access access) const;

  const Surroundings surroundings_;
  const bool json_;
  const Language language_;
  const std::string folder_;
  const std::unique_ptr<Clock> clock_;
  archive::Authority authority_;
  std::unique_ptr<archive::Archive> archive_;
  std::chrono::seconds patience_{0};  // how long another process is waited for
  std::unique_ptr<ProgressSink> progress_;
};

}  // namespace twofold::app
