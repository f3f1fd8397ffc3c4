#pragma once

#include "base/error.h"

namespace twofold {

// Refused because of who asks: nobody approves their own work, signs for another or acts under another's name. The step itself
// may be due, and somebody else may take it. Such a refusal stands in the audit trail (R14).
class PersonRefused : public Error {
 public:
  explicit PersonRefused(Message message) : Error(ErrorKind::Refused, std::move(message)) {}
};

}  // namespace twofold
