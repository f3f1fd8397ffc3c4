#pragma once
// Where readings and refusals are written down (R14). A face that keeps the archive open for many people brings its
// own, so that one connection does all the writing.

#include "catalog/events.h"

#include <string>

namespace twofold::archive {

struct LogEntry {
  std::string actor;
  catalog::Origin origin;
  std::string event, subject;
  catalog::Details details;
};

class Logbook {
 public:
  Logbook() = default;
  virtual ~Logbook() = default;
  Logbook(const Logbook&) = delete;
  Logbook& operator=(const Logbook&) = delete;

  // Returns once the entry is durable. Never called within a transaction.
  virtual void write(LogEntry entry) = 0;
};

}  // namespace twofold::archive
