#pragma once
// What a command works through: the archive as this face holds it, who asks, and where answers and words go. The
// command line and the server each have one; a command knows neither.

#include "archive/archive.h"
#include "archive/authority.h"
#include "base/clock.h"
#include "base/progress.h"

#include <string>
#include <string_view>

namespace Poco::JSON {
class Object;
}

namespace twofold::app {

class Face {
 public:
  Face() = default;
  virtual ~Face() = default;
  Face(const Face&) = delete;
  Face& operator=(const Face&) = delete;

  // Whether a program reads the answer: then nothing is said in words.
  virtual bool json() const = 0;
  // Words for people, as they are.
  virtual void print(std::string_view text) = 0;
  // Words beside the answer: what went wrong with one file of many.
  virtual void warn(std::string_view text) = 0;
  // An answer of the command; most give one.
  virtual void answer(const Poco::JSON::Object& object) = 0;
  // What became of one of many things, as it comes; the answer at the end has them all.
  virtual void tell(const Poco::JSON::Object&) {}
  // A line that nobody else sees, such as a password.
  virtual std::string secret() = 0;

  // Opened once, on first use, for reading or for writing. Whoever writes asks for the writing one before the reading
  // one.
  virtual archive::Archive& reading() = 0;
  virtual archive::Archive& writing() = 0;
  // Gives the archive back, so that what follows keeps nobody waiting. Whoever asks for it again waits for his turn.
  virtual void let_go() = 0;
  virtual archive::Authority& authority() = 0;
  // Finds out who asks; before anything else. Throws Error{Refused, "access.…"}.
  virtual void identify() = 0;
  virtual ProgressSink& progress() = 0;
  virtual const Clock& clock() const = 0;
  virtual std::filesystem::path worker() const = 0;  // the twofold-reader binary
};

}  // namespace twofold::app
