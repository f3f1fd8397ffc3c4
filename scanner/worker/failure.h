#pragma once
// How the worker's own code says that a file cannot be read: thrown inside the worker, turned into the Reading's
// `failure` and `detail` at its border, never seen by the parent as an exception.

#include "scanner/reader.h"

#include <stdexcept>
#include <string>

namespace twofold::scanner {

class ReadFailure : public std::runtime_error {
 public:
  ReadFailure(Failure failure, const std::string& detail) : std::runtime_error(detail), failure_(failure) {}
  Failure failure() const { return failure_; }
  // What the decoder said, in English, for the record.
  std::string detail() const { return what(); }

 private:
  Failure failure_;
};

}  // namespace twofold::scanner
