#pragma once
// Failure: thrown as Error, with a kind that the face maps to an exit code or an HTTP status, and a message
// whose key is the stable error code. Absence is std::optional; an expected outcome per file is a value.

#include "base/message.h"

#include <stdexcept>

namespace twofold {

enum class ErrorKind {
  Usage,      // the call itself is wrong: unknown option, malformed number or date
  NotFound,   // what was named does not exist
  Invalid,    // input or configuration breaks a rule of form
  Refused,    // a rule of the field forbids it now (a closed year, a missing signature, a hold)
  Conflict,   // another writer holds the archive, or the record has changed meanwhile
  Io,         // the disk or the system failed
  Corrupt,    // stored data is not what it must be
  Cancelled,  // the user stopped it
  Internal,   // a defect of Twofold
};

class Error : public std::runtime_error {
 public:
  Error(ErrorKind kind, Message message)
      : std::runtime_error(render(message, Language::English)), kind_(kind), message_(std::move(message)) {}

  ErrorKind kind() const { return kind_; }
  const Message& message() const { return message_; }

 private:
  ErrorKind kind_;
  Message message_;
};

}  // namespace twofold
